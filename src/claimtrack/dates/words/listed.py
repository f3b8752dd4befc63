"""Writing down many words, or many forms of one, in little room."""

from __future__ import annotations

import re
from collections.abc import Mapping

# By the letter of a symbol and its value, the words that it stands for.
Table = Mapping[str, Mapping[int, str] | Mapping[str, str]]


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def written_out(listed: str) -> list[str]:
    """The words of a table: `стол(- а)` as стол and стола, `no_later_than` as one phrase."""
    if "(" not in listed:
        return [word.replace("_", " ") for word in listed.split()]
    found = []
    for entry in re.findall(r"(?:[^\s(]|\([^)]*\))+", listed):
        forms = [""]
        for stem, endings in re.findall(r"([^(]+)(?:\(([^)]*)\))?", entry):
            ends = [ending.replace("-", "") for ending in endings.split()] or [""]
            forms = [start + stem + end for start in forms for end in ends]
        found += [form.replace("_", " ") for form in forms]
    return found
