"""The facts on top of a Markdown file, between two lines of `---` or `+++`, as site generators write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLOCK = re.compile(r"\s*(?P<mark>---|\+\+\+)[^\S\n]*\n(?P<facts>.*?)\n(?P=mark)[^\S\n]*(?:\n|$)", re.DOTALL)
_FACT = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*[:=]\s*(?P<value>\S.*?)\s*")
LONGEST = 5_000


class FrontMatter(NamedTuple):
    """The facts by their names in lower case, and the text after them."""

    facts: Mapping[str, str]
    text: str

    def first(self, *names: str) -> str | None:
        """The first fact that goes by one of the names."""
        return next((self.facts[name] for name in names if name in self.facts), None)


def split(text: str) -> FrontMatter:
    """The facts and the rest of the text; no facts where it does not begin with such a block."""
    match = _BLOCK.match(text, 0, LONGEST)
    facts = {}
    for line in match.group("facts").splitlines() if match else ():
        fact = _FACT.fullmatch(line)
        if fact:
            facts[fact.group("name").lower()] = fact.group("value").strip("\"'")
    return FrontMatter(facts, text[match.end() :] if match and facts else text)
