"""The words of all languages together, and the pieces of patterns that the rules are written with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claimtrack.articles.datewords import english, russian, ukrainian
from claimtrack.model import When

MONTHS = english.MONTHS | english.SHORT_MONTHS | russian.MONTHS | ukrainian.MONTHS
DOUBTFUL_MONTHS = english.DOUBTFUL_MONTHS | ukrainian.DOUBTFUL_MONTHS
WEEKDAYS = english.WEEKDAYS | russian.WEEKDAYS | ukrainian.WEEKDAYS
DAYS = english.DAYS | english.DAY_PHRASES | russian.DAYS | ukrainian.DAYS
SEASONS = english.SEASONS | russian.SEASONS | ukrainian.SEASONS
UNITS = english.UNITS | russian.UNITS | ukrainian.UNITS
SINGLE_UNITS = frozenset(russian.SINGLE_UNITS + ukrainian.SINGLE_UNITS)
NUMBERS = english.NUMBERS | russian.NUMBERS | ukrainian.NUMBERS
ORDINALS = english.ORDINALS | russian.ORDINALS | ukrainian.ORDINALS
HALVES = english.HALVES + russian.HALVES + ukrainian.HALVES
RELATIVE = english.RELATIVE | russian.RELATIVE | ukrainian.RELATIVE
PARTS = english.PARTS | russian.PARTS | ukrainian.PARTS
AGO = english.AGO | russian.AGO | ukrainian.AGO
WITHIN = english.WITHIN + russian.WITHIN + ukrainian.WITHIN
BOUNDS = english.BOUNDS | russian.BOUNDS | ukrainian.BOUNDS
PREPOSITIONS = english.PREPOSITIONS + russian.PREPOSITIONS + ukrainian.PREPOSITIONS
YEAR_WORDS = russian.YEAR_WORDS + ukrainian.YEAR_WORDS
COUNTED = english.COUNTED + russian.COUNTED + ukrainian.COUNTED

# Spaces within a line, or one line end: a date may be wrapped, but never runs on into the next paragraph.
S = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]{0,3})"

# How far back, in characters, the date may be that "a year later" counts from.
NEAR = 300


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, whole, the longest first; a space in one is any space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word).replace(f'{chr(92)} ', S) for word in ordered)})(?!\\w)"


class Reading(NamedTuple):
    """What a rule read: where it ends, the days it can mean, and a closer reading of them for a deadline."""

    end: int
    when: When
    due: When | None = None
    start: int | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule can look at: the text, the same in lower case, the article's day, and the date found before."""

    text: str
    low: str
    published: date | None
    previous: When | None = None
    previous_end: int = 0

    @property
    def day(self) -> date:
        """The article's day; raises ValueError where it is not known, so that the rule that asks reads nothing."""
        if self.published is None:
            raise ValueError("the article has no date")
        return self.published

    def anchor(self, start: int) -> When | None:
        """The date that "the year before" and "three days later" count from: the one before it, if it is near."""
        between = self.low[self.previous_end : start]
        return self.previous if len(between) < NEAR and "\n\n" not in between else None


class Rule(NamedTuple):
    """A pattern, the words one of which it begins with (`#` for a number), and how what it matched is read."""

    words: Iterable[str]
    pattern: str
    read: Callable[[Scene, re.Match[str]], Reading | None]
