"""Dates made of another: "Tuesday, 7 January", "early 2026", "a week after Easter"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from claimtrack.articles.datewords import spans
from claimtrack.articles.datewords.english import SHORT_WEEKDAYS
from claimtrack.articles.datewords.scene import Reading, Rule, Scene
from claimtrack.articles.datewords.spoken import ORDINAL_DAYS
from claimtrack.articles.datewords.vocabulary import (
    HALVES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    UNITS,
    WEEKDAYS,
    S,
    either,
    plain,
    whole_number,
)
from claimtrack.model import When

if TYPE_CHECKING:
    import re

WEEK = 7
LONG_WEEKDAYS = set(WEEKDAYS) - set(SHORT_WEEKDAYS)
COUNTED_UNITS = ("day", "days", "week", "weeks", "month", "months", "year", "years")
THIS_SPAN = ("week", "month", "quarter", "year", "decade", "недели", "месяца", "года", "квартала",
             "десятилетия", "тижня", "місяця", "року", "кварталу", "десятиліття")  # fmt: skip  # read as a table


def read_dated_weekday(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Tuesday, 7 January; also glued together, as scraped pages have it. The date decides."""
    reading = scene.read(match.end())
    return reading if reading and reading.when.first == reading.when.last else None


def read_part(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Early 2026, the end of March, later this week: the whole span, and for a deadline the part meant."""
    part = PARTS[plain(match["part"])]
    inner = Reading(match.end(), spans.around(scene.day, UNITS[match["unit"]])) if match["unit"] else None
    inner = inner or scene.read(match.end())
    if inner is None or inner.start is not None:
        return None
    due = inner.due or inner.when
    if part == "later" and scene.published and due.first < scene.published <= due.last:
        due = When(scene.published, due.last)
    return Reading(inner.end, inner.when, spans.narrowed(due, part))


def read_share(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The first half of 2025, the third quarter of next year; a quarter alone is of the article's year."""
    inner = scene.read(match.end()) if match["of"] else None
    if inner is None and match["half"]:
        return None
    whole = inner.when if inner else spans.around(scene.day, "year")
    when = spans.share(whole, ORDINALS[match["number"]], 2 if match["half"] else 4)
    return Reading(inner.end if inner else match.end("name"), when) if when else None


def read_short_quarter(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Q3 2025; H1 with its year only, since it is also the name of other things."""
    if match["kind"] == "h" and not match["year"]:
        return None
    year = int(match["year"]) if match["year"] else scene.day.year
    when = spans.share(spans.years(year), int(match["number"]), 2 if match["kind"] == "h" else 4)
    return Reading(match.end(), when) if when else None


def read_first_of(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The first week of May, the last day of 2025: of a year its ISO week, of a month seven of its days."""
    inner = scene.read(match.end())
    if match["unit"]:
        inner = Reading(match.end(), spans.around(scene.day, UNITS[match["unit"]]))
    if inner is None:
        return None
    step = 1 if match["what"] == "day" else WEEK
    first, last = inner.when.first, inner.when.last
    if step == WEEK and (last - first).days >= spans.YEAR_DAYS - 1:
        # ISO 8601: the first week of a year is the one with its 4th of January
        first, last = (
            spans.around(first.replace(day=4), "week").first,
            spans.around(last.replace(day=28), "week").last,
        )
    nth = -1 if match["number"] == "last" else ORDINALS[match["number"]]
    begin = last - timedelta(days=step - 1) if nth < 0 else first + timedelta(days=step * (nth - 1))
    return Reading(inner.end, When(begin, begin + timedelta(days=step - 1))) if begin <= last else None


def read_from_date(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Two weeks before Christmas, 60 days after 20 January: so long from that day, month or year."""
    inner = scene.read(match.end())
    count = whole_number(match["count"])
    if inner is None or count is None:
        return None
    way, unit = (-1 if match["way"] == "before" else 1), UNITS[match["unit"]]
    there = spans.shifted(inner.when.last if way > 0 else inner.when.first, unit, way * count)
    is_day = inner.when.first == inner.when.last
    return Reading(inner.end, When.day(there) if is_day else spans.around(there, unit))


GAP = rf"(?:(?:{S}|-)(?:in{S})?(?:the{S})?(?:year{S}(?=[12]\d{{3}}))?)"
BEFORE_DATE = rf"(?=\d|{either((*MONTHS, *ORDINAL_DAYS))}|the{S}\d)"
THIS = rf"(?P<unit>{either(THIS_SPAN)}(?!{S}?\d))"
RULES = (
    Rule(
        WEEKDAYS,
        rf"(?:{either(LONG_WEEKDAYS)}|{either(SHORT_WEEKDAYS)}\.?){S}?[,(]?{S}?(?:the{S})?{BEFORE_DATE}",
        read_dated_weekday,
    ),
    Rule(
        PARTS,
        rf"(?P<part>(?<=by )end(?!{S}of)|end(?=-)|(?!end(?:{S}|-)(?!of)){either(PARTS)}){GAP}{THIS}?",
        read_part,
    ),
    Rule(
        ("#1", *ORDINALS),
        rf"(?P<number>{either(ORDINALS)})[\s-](?P<name>(?P<half>{either(HALVES)})|(?:quarter|квартал\w{{0,2}}))(?!\w)"
        rf"(?P<of>,?{S}(?:of{S}(?:the{S})?)?)?",
        read_share,
    ),
    Rule(
        ("q", "h"),
        rf"(?P<kind>[qh])(?P<number>[1-4])(?!\w)(?:{S}(?:of{S})?(?P<year>[12]\d{{3}})(?!\d))?",
        read_short_quarter,
    ),
    Rule(
        ("last", *ORDINALS),
        rf"(?P<number>last|{either(ORDINALS)}){S}(?P<what>day|week){S}(?:of|in){S}(?:the{S})?{THIS}?",
        read_first_of,
    ),
    Rule(
        ("#1", "#2", "#3", *NUMBERS),
        rf"(?P<count>\d{{1,3}}|{either(NUMBERS)})[\s-](?P<unit>{either(COUNTED_UNITS)})"
        rf"{S}(?P<way>before|after|from)(?!{S}now){S}(?:the{S})?",
        read_from_date,
    ),
)
