"""The words of dates: one vocabulary a language, each word a symbol that means the same in all of them.

A symbol is a letter, from which the patterns of the grammar are written, and which one of its kind it is:

    Y year  j short year  N number  n number in words  a one ("a")  O ordinal  D date in figures  K quarter or half
    in figures  c two figures  X decade  M month (m beside a number only)  W weekday (J beside a date only)  S season
    R day from today  r part of such a day  d part of a day  Z year from this one  H holiday
    T last, this or next  p part of a period  P the same, before "of"  l earlier or later  L half
    units of time: s one of it  u in another case  V several  y g G the same of years  x short  Q quarter  h half-year
    E weekend   A ago  C after so long  I in  w within  B limit  > not before  b after  i on  o of  e the  f from  t to
    & and  | or  - hyphen  ~ dash  v about  k working  q fiscal  F full  z time  U Roman number  ' , ( ) / as they stand
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claimtrack.dates.words import english, russian, ukrainian
from claimtrack.dates.words.listed import written_out

LANGUAGES = (english, russian, ukrainian)
SHORT = english.SHORT | russian.SHORT | ukrainian.SHORT
DOUBTFUL = english.DOUBTFUL | ukrainian.DOUBTFUL
COUNTED = english.COUNTED | russian.COUNTED | ukrainian.COUNTED
# A space in a phrase: some blanks, or one end of a line.
SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]{0,3})"


class Symbol(NamedTuple):
    """What a word means: a letter of the table above, and which one of its kind."""

    kind: str
    value: int | str = 0


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Symbol]:
    """Every word and phrase there is, with its symbol; made at the first date that is not ISO."""
    found: dict[str, Symbol] = {}
    for language in LANGUAGES:
        for kind, table in language.WORDS.items():
            for value, words in table.items():
                for word in written_out(words):
                    found.setdefault(word, Symbol(kind, value))
    # in Ukrainian "and", and the way to type a Roman one
    return found | {"і": Symbol("&", 1)}


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[str]]:
    """By its first word, the rest of each phrase of several words, the longest first."""
    tails: dict[str, list[str]] = {}
    for phrase in sorted(
        (word for word in vocabulary() if " " in word or "-" in word), key=len, reverse=True
    ):
        head, *tail = re.split(r"(?<=\w)(?=[ -])", phrase, maxsplit=1)
        for words in tail:
            tails.setdefault(head, []).append(words)
    return tails


@lru_cache(maxsize=256)
def phrase_tail(head: str) -> re.Pattern[str]:
    """What may follow the first word of a phrase."""
    tails = "|".join(tail.replace(" ", SPACE) for tail in phrases()[head])
    return re.compile(rf"(?:{tails})(?![^\W_])")
