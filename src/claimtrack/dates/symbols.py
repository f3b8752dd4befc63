"""What was typed, as symbols: words by the vocabulary, numeric dates by their parts, day first."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimtrack.dates.periods import calendar_period
from claimtrack.dates.refusals import no_such_date, shown, two_readings
from claimtrack.dates.vocabulary import FILLERS, PHRASES, UKRAINIAN_UNITS, Symbol, vocabulary
from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Two-digit years up to this one are of the 2000s; 99 might be either century.
LAST_SHORT_YEAR = 69
LEAP_YEAR = 2000

# Tried in this order at each place of the text; a number never ends in the middle of digits.
PATTERN = r"""
  (?P<year_first>   [0-9]{4}([-./])[0-9]{1,2}(?:\2[0-9]{1,2})?)(?![0-9])
| (?P<year_part>    [0-9]{4}-?[qh][0-9])(?!\w)
| (?P<dotted>       [0-9]{1,2}\.(?:[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})|[0-9]{4}|[0-9]{1,2}))(?![0-9])
| (?P<slashed>      [0-9]{1,2}/(?:[0-9]{1,2}(?:/[0-9]{4})?|[0-9]{4}))(?![0-9/])
| (?P<dashed>       [0-9]{1,2}-[0-9]{1,2}-[0-9]{4})(?![0-9])
| (?P<part>         [qh][0-9])(?!\w)
| (?P<ordinal>      [0-9]{1,2}(?:st|nd|rd|th|-?(?:го|й|е|ого|ому|му|ий|ї|я|м)))(?!\w)
| (?P<number>       [0-9]{1,9})(?!\w)
| (?P<word>         [^\W\d_]+(?:'[^\W\d_]+)*)(?!\w)
| (?P<dash>         -)
| (?P<blank>        [\s,.()]+)
"""


def plain(words: str) -> str:
    """`words` in small letters, with plain spaces, hyphens and apostrophes, and phrases as one word."""
    text = unicodedata.normalize("NFC", words).casefold().replace("ё", "е")
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    text = re.sub(r"[–—]", " - ", re.sub("[−‐‑]", "-", re.sub("[’ʼ`´]", "'", text)))
    text = " ".join(text.split())
    for phrase, word in PHRASES.items():
        text = re.sub(rf"\b{phrase}\b", word, text)
    return text


def symbols_of(words: str) -> list[Symbol] | None:
    """The symbols of every word of `words`; None where one is not of the vocabulary.

    Raises:
        UnreadableError: a date in figures does not exist, has two readings, or names a time of day.
    """
    text = plain(words)
    if re.search(r"[0-9]:[0-9]|[0-9] ?[ap]\.?m\b", text):
        raise UnreadableError(f"{shown(words)} has a time of day: type the date alone.")
    found = list(_scan(text))
    if sum(len(symbols) for symbols in found if symbols) == 0 or None in found:
        return None
    if re.search(r"\bза\b", text) and UKRAINIAN_UNITS.isdisjoint(text.split()):
        return None
    return [symbol for symbols in found if symbols for symbol in symbols]


def _scan(text: str) -> Iterator[list[Symbol] | None]:
    """The symbols of one token after another; None for what can't be read, and then no more."""
    place = 0
    while place < len(text):
        match = re.compile(PATTERN, re.VERBOSE).match(text, place)
        if match is None:
            yield None
            return
        token = next(kind for kind, found in match.groupdict().items() if found)
        yield READERS[token](match.group())
        place = match.end()


def _word(token: str) -> list[Symbol] | None:
    if token in FILLERS:
        return []
    symbol = vocabulary().get(token)
    return [symbol] if symbol else None


def _number(token: str) -> list[Symbol]:
    year = len(token) == 4 and token[0] != "0"  # noqa: PLR2004 - a year has four digits
    return [Symbol("Y" if year else "N", int(token))]


def _ordinal(token: str) -> list[Symbol]:
    return [Symbol("O", int(_figures(token)[0]))]


def _part(token: str) -> list[Symbol]:
    """2025q1, q1 or h2."""
    *year, number = _figures(token)
    kind = "Q" if "q" in token else "H"
    return [Symbol(kind, int(number)), *(Symbol("Y", int(figures)) for figures in year)]


def _year_first(token: str) -> list[Symbol]:
    """2025-01-20, 2025/1/20, 2025.01."""
    year, month, *day = (int(figures) for figures in _figures(token))
    return [*(Symbol("N", number) for number in day), Symbol("M", month), Symbol("Y", year)]


def _dotted(token: str) -> list[Symbol] | None:
    """20.01.2025, 20.01.25, 20.01 or 01.2025: day first."""
    figures = _figures(token)
    if len(figures[-1]) == 4:  # noqa: PLR2004 - a year has four digits
        return _day_month_year(figures)
    if len(figures) == 2:  # noqa: PLR2004 - day and month
        return [Symbol("N", int(figures[0])), Symbol("M", int(figures[1]))]
    if int(figures[2]) > LAST_SHORT_YEAR:
        raise UnreadableError(f"{shown(token)} has a year of two digits: type all four, as in 20.01.1999.")
    return _day_month_year([*figures[:2], f"20{figures[2]}"])


def _day_month_year(figures: list[str]) -> list[Symbol]:
    """Symbols of [day, month, year] or [month, year]."""
    kinds = "NMY" if len(figures) == len("NMY") else "MY"
    return [Symbol(kind, int(number)) for kind, number in zip(kinds, figures, strict=True)]


def _either_first(token: str) -> list[Symbol]:
    """20/01/2025, 01/20/2025, 20-01-2025 or 20/01, where only one reading exists; refused where two do."""
    figures = _figures(token)
    if len(figures) == 2 and len(figures[1]) == 4:  # noqa: PLR2004 - month and year
        return _day_month_year(figures)
    one, other, *year = (int(number) for number in figures)
    readings = {
        (day, month)
        for day, month in ((one, other), (other, one))
        if calendar_period(year[0] if year else LEAP_YEAR, {"M": month, "N": day})
    }
    if not readings:
        raise no_such_date(token)
    if len(readings) > 1:
        start = figures[2] if year else "YYYY"
        one_form, other_form = sorted(f"{start}-{month:02}-{day:02}" for day, month in readings)
        raise two_readings(token, one_form, other_form)
    ((day, month),) = readings
    return [Symbol("N", day), Symbol("M", month), *(Symbol("Y", number) for number in year)]


def _figures(token: str) -> list[str]:
    """The numbers in a token, as typed."""
    return re.findall("[0-9]+", token)


READERS: dict[str, Callable[[str], list[Symbol] | None]] = {
    "year_first": _year_first,
    "year_part": _part,
    "dotted": _dotted,
    "slashed": _either_first,
    "dashed": _either_first,
    "part": _part,
    "ordinal": _ordinal,
    "number": _number,
    "word": _word,
    "dash": lambda _token: [Symbol("-", 1)],
    "blank": lambda _token: [],
}
