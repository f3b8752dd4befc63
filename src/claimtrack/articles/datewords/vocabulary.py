"""The words of all languages together, and the pieces of patterns that the rules are written with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.datewords import english, russian, ukrainian

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = english.MONTHS | english.SHORT_MONTHS | russian.MONTHS | ukrainian.MONTHS
DOUBTFUL_MONTHS = english.DOUBTFUL_MONTHS | ukrainian.DOUBTFUL_MONTHS
WEEKDAYS = english.WEEKDAYS | english.SHORT_WEEKDAYS | russian.WEEKDAYS | ukrainian.WEEKDAYS
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
SHORT_YEAR_WORDS = russian.SHORT_YEAR_WORDS + ukrainian.SHORT_YEAR_WORDS
COUNTED = english.COUNTED + russian.COUNTED + ukrainian.COUNTED

# Spaces within a line, or one line end: a date may be wrapped, but never runs on into the next paragraph.
S = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]{0,3})"


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, whole, the longest that fits; a space in one is any space."""
    return f"(?:{branches(set(words))})(?![^\\W\\d])"


def branches(words: set[str]) -> str:
    """The words as a tree of their letters, so that one that is not there fails at its first letters."""
    heads: dict[str, set[str]] = {}
    for word in words - {""}:
        heads.setdefault(word[0], set()).add(word[1:])
    tree = "|".join(
        (S if head == " " else re.escape(head)) + branches(tails) for head, tails in sorted(heads.items())
    )
    if "" in words:
        return f"(?:{tree})?" if tree else ""
    return f"(?:{tree})" if len(heads) > 1 else tree


def plain(words: str) -> str:
    """The words with one space between them, however the text sets them apart."""
    return " ".join(words.split())


def whole_number(words: str) -> int | None:
    """The number that figures or words name; null for a word that names none."""
    return int(words) if words.isdecimal() else NUMBERS.get(plain(words))


# "года", "г." or "року" after the figures of a year.
YEAR_WORD = rf"(?:{S}?(?:{either(YEAR_WORDS)}|{either(SHORT_YEAR_WORDS)}\.?))"
# A month; the full stop of a short one is its own.
MONTH = rf"(?P<month>{either(set(MONTHS) - set(english.SHORT_MONTHS))}|{either(english.SHORT_MONTHS)}\.?)"


def month_number(words: str) -> int:
    """The month, 1 to 12, of a word in any case, with or without its full stop."""
    return MONTHS[words.rstrip(".")]
