"""Dates in other languages, by the dateparser library: taken only where every word of them was used."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from claimtrack.dates.line import Occurrences, in_years

# Those it tries, in this order; with all 200 that it knows, a word of one is too often a month of another.
LANGUAGES = ("be", "pl", "de", "fr", "es", "it", "pt", "nl", "cs", "ro", "bg", "tr")
# Words that say nothing of their own in a date, such as the two in `20 de enero de 2025`.
IDLE = frozenset({"de", "del", "der", "den", "dem", "le", "il", "el", "am", "du", "di"})
MOST_WORDS = 6
# Two moments that differ in year, month, day, weekday and hour: what their readings share was typed.
MOMENTS = (datetime(2024, 3, 12, 0, 30), datetime(2028, 10, 25, 23, 30))  # noqa: DTZ001 - stand for no real time
MIDNIGHT = time()


def other_language(text: str, day: date) -> Occurrences | None:
    """What `text` means when read on `day`: a day or month in figures and words, with a year or without.

    None where the library can't read it, found a time of day, or left a word of it unused.

    Raises:
        NoMeaningError: there is no such date.
    """
    words = re.findall(r"[^\W_]+", text)
    if not 0 < len(words) <= MOST_WORDS or re.search(r"[^\w .,']|_|[0-9][.,'][0-9]", text):
        return None
    parts = _understood(" ".join(words))
    if parts is None or not _numbers_fit(words, parts) or _leaves_out(words, parts):
        return None
    return in_years({part: number for part, number in parts.items() if part != "Y"}, parts.get("Y"), day)


def _numbers_fit(words: list[str], parts: dict[str, int]) -> bool:
    """Whether the numbers typed are the day and year that were understood, and no more.

    A month needs one of them: alone, it may as well be a short word of another language.
    """
    typed = sorted(word for word in words if not word.isalpha())
    return bool(typed) and typed == sorted(str(number) for part, number in parts.items() if part != "M")


def _leaves_out(words: list[str], parts: dict[str, int]) -> bool:
    """Whether the same is understood without one of the words, so that the library never used it."""
    return any(
        _understood(" ".join(words[:place] + words[place + 1 :])) == parts
        for place, word in enumerate(words)
        if word not in IDLE
    )


def _understood(text: str) -> dict[str, int] | None:
    """What was typed of day, month and year, as N, M and Y; None for anything else."""
    readings = [_library_reading(text, moment) for moment in MOMENTS]
    if not text or None in readings:
        return None
    (one, period), (other, other_period) = (reading for reading in readings if reading)
    if period != other_period or period not in ("day", "month"):
        return None
    if one.month != other.month or {one.time(), other.time()} != {MIDNIGHT}:
        return None
    if period == "day" and one.day != other.day:
        return None
    parts = {"M": one.month} | ({"N": one.day} if period == "day" else {})
    return parts | ({"Y": one.year} if one.year == other.year else {})


def _library_reading(text: str, moment: datetime) -> tuple[datetime, str] | None:
    """What dateparser reads at `moment`, and whether it is a day, a month or something else."""
    with warnings.catch_warnings():
        # it still calls strptime without a year, which Python is about to change
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            found = _parser(moment).get_date_data(text)
        except (ValueError, OverflowError, TypeError, AttributeError, LookupError):
            return None  # it fails on some words that are no date
    return (found.date_obj, found.period) if found.date_obj else None


@lru_cache(maxsize=len(MOMENTS))
def _parser(moment: datetime) -> Any:
    """The library's parser for `moment`."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to load, and rarely needed

    settings = {
        "RELATIVE_BASE": moment,
        "RETURN_TIME_AS_PERIOD": True,
        "PREFER_DATES_FROM": "current_period",
        "PARSERS": ["absolute-time"],
    }
    return DateDataParser(languages=list(LANGUAGES), settings=settings)
