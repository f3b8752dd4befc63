"""What every rule is written with: what it can look at, what it answers, and how it is told apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable
    from datetime import date

    from claimtrack.model import When

# How far back, in characters, the date may be that "a year later" counts from.
NEAR = 400
# How far back, in characters, the words are looked for that lead up to a date.
LOOK_BACK = 48
# Dates within dates: "three days before the end of the first half of 2025" is as deep as sense is made.
DEEPEST = 3


class Reading(NamedTuple):
    """What a rule read: where it ends, the days it can mean, and a closer reading of them for a deadline.

    `start` is given where it begins before the word that the rule was called for. No later date
    counts from one that is `aside`: "a year earlier" is only what the figures are compared with.
    """

    end: int
    when: When
    due: When | None = None
    start: int | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule can look at: the text, itself in lower case, the article's day, the date found before."""

    text: str
    low: str
    published: date | None
    reader: Callable[[Scene, int], Reading | None]
    previous: When | None = None
    previous_end: int = 0
    depth: int = 0

    @property
    def day(self) -> date:
        """The article's day; raises ValueError where it is not known, so that the rule reads nothing."""
        if self.published is None:
            raise ValueError("the article has no date")
        return self.published

    def read(self, start: int) -> Reading | None:
        """What the rules read from this place, for a date that is made of another."""
        return self.reader(replace(self, depth=self.depth + 1), start) if self.depth < DEEPEST else None

    def led_by(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """What the pattern, which ends in `$`, finds right before this place."""
        return pattern.search(self.low, max(0, start - LOOK_BACK), start)

    def anchor(self, start: int) -> When | None:
        """The date that "the year before" and "three days later" count from: the one before, if near."""
        near = start - self.previous_end < NEAR and self.low.find("\n\n", self.previous_end, start) < 0
        return self.previous if near else None


class Rule(NamedTuple):
    """The words it may begin with (`#4`: a number of four figures), its pattern, and what reads that."""

    words: Iterable[str]
    pattern: str
    read: Callable[[Scene, re.Match[str]], Reading | None]
