"""Texts whose entries each stand under a day of their own, as in a live blog: their dates are read from that day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.dates import prose

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.dates.prose import Dated

# A line with a day and maybe a time, and nothing else: `Tuesday 4 February 2025, 14:30 GMT`.
LINE = re.compile(r"^[^\S\n]*(?:[#*_]+ ?)?(?=[^\n]{0,60}$)(?P<words>[^\n]*\d[^\n]*)$", re.MULTILINE)
BESIDES = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun))\b|\b\d{1,2}[:.]\d\d\b|"
    r"\b(?:[ap]\.?m\b\.?|at|[a-z]{2,4}t|utc|updated|posted)\b|\W",
    re.IGNORECASE,
)
FEWEST = 2


class Entry(NamedTuple):
    """A stretch of the text and the day under which it stands."""

    start: int
    end: int
    day: date


def entries(text: str, published: date) -> list[Entry]:
    """The stretches of the text by their days; all of it under the day of publishing where it has no such lines."""
    heads = [
        (match.start(), day)
        for match in LINE.finditer(text)
        if (day := _day(match.group("words"), published)) is not None
    ]
    if len({day for _, day in heads}) < FEWEST:
        return [Entry(0, len(text), published)]
    ends = [start for start, _ in heads[1:]] + [len(text)]
    found = [Entry(start, end, day) for (start, day), end in zip(heads, ends, strict=True)]
    return [Entry(0, heads[0][0], published), *found]


def _day(line: str, published: date) -> date | None:
    """The one day that is all a line holds; not after publication, for entries tell of what was."""
    here = prose.dates(line, published)
    if len(here) != 1 or here[0].when.first != here[0].when.last or here[0].when.last > published:
        return None
    rest = line[: here[0].start] + line[here[0].end :]
    return here[0].when.first if not BESIDES.sub("", rest) else None


def dated(text: str, published: date) -> list[Dated]:
    """The dates of the text, each read from the day of its entry."""
    found: list[Dated] = []
    for start, end, day in entries(text, published):
        shifted = (
            prose.dates(text[start:end], day) if (start, end) != (0, len(text)) else prose.dates(text, day)
        )
        found += [replace(item, start=item.start + start, end=item.end + start) for item in shifted]
    return found
