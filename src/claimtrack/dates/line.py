"""What the grammar is written with: a line of tokens to look at, and what a phrase in it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.dates.calendar import calendar_period
from claimtrack.dates.refusals import no_such_date
from claimtrack.dates.tokens import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.dates.tokens import Token
    from claimtrack.errors import UnreadableError
    from claimtrack.model import When

# The years before and after that a date without one may be of; 29 February may be eight away, across a century.
YEARS_AROUND, LEAP_YEARS_AROUND = 2, 9
LEAP_DAY = {"M": 2, "N": 29}
# Dates within dates: "three days before the end of the first half of 2025" is as deep as sense is made.
DEEPEST = 4


class NoMeaningError(ValueError):
    """The words up to token `end` have the shape of a date and name none; `refusal` tells why, given the words."""

    def __init__(self, refusal: Callable[[str], UnreadableError]) -> None:
        super().__init__()
        self.refusal = refusal
        self.end = 0


class Occurrences(NamedTuple):
    """The days that a phrase may stand for, in order of time; one, where it names its year or its distance.

    `named` are the whole calendar spans, where `whens` are parts of them: the year 2026 for "early 2026". `often` where
    it comes every week or month, so that none is just past. `weekday` is the one that stands with a date. `doubt` is
    what to say where people read the phrase differently.
    """

    whens: tuple[When, ...]
    named: tuple[When, ...] = ()
    often: bool = False
    weekday: int | None = None
    doubt: Callable[[str], UnreadableError] | None = None

    def each(self, change: Callable[[When], When]) -> Occurrences:
        """The same with every occurrence changed."""
        return self._replace(whens=tuple(change(when) for when in self.whens), named=self.named or self.whens)

    def moved(self, change: Callable[[When], When]) -> Occurrences:
        """Other days, each told from one of these."""
        return self.each(change)._replace(named=(), often=False, weekday=None)


class Phrase(NamedTuple):
    """Where a phrase ends in its line, and what it means.

    `start` is given where it begins before the word that it was looked for at; `sides` where it joins two whole dates:
    the end of the first and the start of the second. No later date counts from one that is `aside`.
    """

    end: int
    found: Occurrences
    start: int | None = None
    sides: tuple[int, int] | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a text and their shape, a letter each, read against a day; in prose with the date before."""

    low: str
    tokens: list[Token]
    shape: str
    against: date | None
    rules: tuple[Rule, ...]
    reader: Callable[[Line, int], Phrase | None]
    previous: When | None = None
    depth: int = 0

    @property
    def day(self) -> date:
        """The day that it is read against; raises ValueError where none is known, so that nothing is read."""
        if self.against is None:
            raise ValueError("there is no day to count from")
        return self.against

    @property
    def has_unknown_words(self) -> bool:
        """Whether some of it is of no date."""
        return UNKNOWN in self.shape

    def read(self, at: int) -> Phrase | None:
        """The phrase that begins at a token, for one that is made of it."""
        return self.reader(replace(self, depth=self.depth + 1), at) if self.depth < DEEPEST else None

    def value(self, match: re.Match[str], group: str) -> int | str | tuple[object, ...] | None:
        """The value of the token that a group stands for; None where it stands for none."""
        return self.tokens[match.start(group)].value if match.start(group) >= 0 else None

    def number(self, match: re.Match[str], group: str) -> int:
        """The value of a token that is a number."""
        return int(str(self.value(match, group)))

    def words(self, at: int, end: int) -> str:
        """The words of some tokens, with capitals."""
        return self.low[self.tokens[at].start : self.tokens[end - 1].end].title()

    def word(self, at: int) -> str:
        """The words of a token."""
        return self.low[self.tokens[at].start : self.tokens[at].end]

    def year(self, match: re.Match[str]) -> int | None:
        """The year that stands with a date: in four figures, in two, or as last, this or next year."""
        found = match.groupdict()
        for group in ("Y", "j"):
            if found.get(group):
                return self.number(match, group)
        return self.day.year + step_of(self.number(match, "T")) if found.get("T") else None

    def in_years(self, parts: Mapping[str, int], year: int | None) -> Occurrences:
        """The period in that year, or in each of the years around the day; raises as the function of this name."""
        return in_years(parts, year, self.day if year is None else None)


def in_years(parts: Mapping[str, int], year: int | None, day: date | None) -> Occurrences:
    """The period in that year, or in each of the years around `day`.

    Raises:
        NoMeaningError: it is in none of them.
    """
    if year is not None or day is None:
        years = range(year or 0, (year or 0) + 1)
    else:
        reach = LEAP_YEARS_AROUND if parts == LEAP_DAY else YEARS_AROUND
        years = range(max(1, day.year - reach), min(MAXYEAR, day.year + reach) + 1)
    whens = tuple(when for each in years if (when := calendar_period(each, parts)))
    if not whens:
        raise NoMeaningError(no_such_date)
    return Occurrences(whens)


class Rule(NamedTuple):
    """The letters that a pattern may begin with, the pattern over the letters of a line, and what reads its matches."""

    starts: str
    pattern: str
    read: Callable[[Line, re.Match[str]], Phrase | None]


def nameless(pattern: str) -> str:
    """The pattern without the names of its groups, to be part of another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def step_of(relation: int) -> int:
    """How many spans away last (-1), this (0) or next (1) and their like are."""
    return (relation > 0) - (relation < 0)


# Parts of patterns: a year, in any form; a unit of time; a number.
YEAR = "(?P<Y>Y)[gyx]?"
OF_YEAR = f"(?:(?:,?[oIi]?e?[qy]?|-){YEAR}|(?P<j>j)|,?o?(?P<T>T)[yg])"
UNIT = "[suVyygGQhE]"
COUNT = "[Nna]"
