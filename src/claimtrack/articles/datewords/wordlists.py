"""Writing down many words, or many forms of one, in little room."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def forms(stem: str, endings: str) -> tuple[str, ...]:
    """Every form of a word: its stem with each ending, `-` for none."""
    return tuple(stem + ending.replace("-", "") for ending in endings.split())
