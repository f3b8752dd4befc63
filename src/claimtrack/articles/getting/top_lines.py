"""The day on a line on top of a text: `Published: 5 February 2025`, `Feb 5, 2025 | Updated …`, `ORLEN, Feb 5 –`."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from claimtrack.errors import ClaimtrackError
from claimtrack.model import When

# Reads a line as a date, and raises ClaimtrackError where it is none.
ReadDate = Callable[[str], When]
LONGEST_LINE = 120
LONGEST_DATE = 40
# Pages copied as text have `Wednesday05 February 2025`.
_GLUED = re.compile(r"(?<=[^\W\d_]{3})(?=\d)")
_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"\b(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]\d\d:\d\d\S*)?")
_TIME = re.compile(
    r"(?:\bat )?\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?!\.?\d)\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|"
    r"\b[A-Z]{2,4}T\b|\bUTC\b|\bET\b|\b\d+[ -]min(?:ute)?s?(?: read)?\b",
    re.IGNORECASE,
)
_LABELS = (
    r"(?:first |originally )?(?:published|posted|issued|released|dated?|filed|created|added)(?: online)?|"
    r"for immediate release|press release|опубликовано|дата|опубліковано|written|by"
)
_CHANGED = re.compile(
    r"(?:last )?(?:updated|modified|edited|revised|changed|corrected|обновлено|оновлено)\W*(?:on |at )?\W*$",
    re.IGNORECASE,
)
_WORDS_ABOUT = re.compile(
    rf"\b(?:{_LABELS}|(?:last )?(?:updated|modified|edited|revised|обновлено|оновлено)|on|at)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
# What is left of a line about the day may name who wrote it and where, and holds no sentence.
_FEW = 8
_SENTENCE = re.compile(r"(?<![\w’'])(?!(?:and|of|the|in|for|at|from|von|de|read|by)\b)[^\W\d_A-ZА-ЯІЇЄҐ]{2,}")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’. -]{2,}(?:, [A-Z][\w.]*)?)[^–—\n]{0,60}?(?:\s--?\s|\s?[–—]\s?|\s-- )"
)
_MONTH_DAY = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|"
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)(?!\d)(?:,? \d{4})?"
)


class Sort(IntEnum):
    """How well a line says when the text was published; a day of change is the last resort."""

    CHANGED = 1
    PUBLISHED = 2


class DayLine(NamedTuple):
    """The day that a line tells, and as what."""

    day: When
    sort: Sort


def day_line(line: str, read_date: ReadDate | None) -> DayLine | None:
    """The day that a line is about; None where it has none, or is a sentence that only mentions one."""
    if read_date is None or len(line) > LONGEST_LINE or not _YEAR.search(line):
        return None
    bare = _ORDINAL.sub("", line.strip("*_# ()[]"))
    whole = _read(bare, read_date)
    if whole:
        return DayLine(whole, Sort.PUBLISHED)
    found: list[DayLine] = []
    rest = bare
    for words, before in _dates_in(bare):
        day = _read(words, read_date)
        if day:
            found.append(DayLine(day, Sort.CHANGED if _CHANGED.search(before) else Sort.PUBLISHED))
            rest = rest.replace(words, " ")
    if not found or not _is_about_the_day(rest):
        return None
    return max(found, key=lambda item: item.sort)


def _dates_in(line: str) -> list[tuple[str, str]]:
    """The words of each date in the line, and what stands before it."""
    from claimtrack.dates import prose  # noqa: PLC0415 - its patterns are made when it loads

    iso = [(match.group(), line[: match.start()]) for match in _ISO.finditer(line)]
    if iso:
        return iso
    spaced = _GLUED.sub(" ", _TIME.sub(lambda match: " " * len(match.group()), line))
    return [(spaced[item.start : item.end], spaced[: item.start]) for item in prose.dates(spaced, None)]


def _read(words: str, read_date: ReadDate) -> When | None:
    """The one day that the words stand for; None where they are no date or a vague one."""
    iso = _ISO.fullmatch(words)
    if iso:
        words = "-".join(iso.groups())
    if len(words) > LONGEST_DATE:
        return None
    try:
        when = read_date(_GLUED.sub(" ", words))
    except ClaimtrackError:
        return None
    return when if when.first == when.last else None


def _is_about_the_day(rest: str) -> bool:
    """Whether besides the date a line holds only labels, a time, and names."""
    left = _WORDS_ABOUT.sub(" ", _TIME.sub(" ", rest))
    return len(re.findall(r"\w+", left)) <= _FEW and not _SENTENCE.search(left)


def dateline_day(paragraph: str, read_date: ReadDate | None) -> When | None:
    """The day in the dateline that a report begins with; a year that it does not name is the last possible one."""
    match = _DATELINE.match(paragraph) if read_date else None
    if match is None or read_date is None:
        return None
    found = _MONTH_DAY.search(paragraph, match.start(), match.end())
    return _read(found.group(), read_date) if found else None
