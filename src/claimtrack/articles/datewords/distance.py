"""Dates so far from another: "three weeks ago", "within 100 days", "the following year", "через месяц"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.datewords import spans
from claimtrack.articles.datewords.relative import MOST
from claimtrack.articles.datewords.scene import Reading, Rule, Scene
from claimtrack.articles.datewords.tense import direction
from claimtrack.articles.datewords.vocabulary import (
    AGO,
    NUMBERS,
    SINGLE_UNITS,
    UNITS,
    WITHIN,
    S,
    either,
    plain,
    whole_number,
)
from claimtrack.model import When

if TYPE_CHECKING:
    from datetime import date

NUMBER_BEFORE = re.compile(
    rf"(?<![\w.,-])(?P<count>\d{{1,3}}|{either(NUMBERS)})(?:{S}|-)"
    rf"(?P<working>(?:working|business|trading){S})?(?:full{S})?$",
)
WITHIN_BEFORE = re.compile(rf"(?<!\w)(?P<within>{either(WITHIN)}){S}(?:the{S})?$")
NOT_AHEAD_BEFORE = re.compile(rf"\b(?:time|one|once){S}$")
# "in ten days" is that day; "within ten days" any day up to it
THEN = ("in", "in just", "in about", "через", "за")
# These are also "in the course of": they tell a date only where the sentence looks ahead.
DOUBTFUL = ("in", "за")
FROM_TODAY = ("ago", "from now", "from today", "hence", "назад", "тому", "тому назад")
EXACT_UNITS = ("hour", "day", "working day", "week", "fortnight")
STEPS = {"next": 1, "after": 1, "following": 1, "before": -1, "previous": -1, "same": 0, "that": 0}


def read_same(scene: Scene, match: re.Match[str]) -> Reading | None:
    """That year, the same day, the following month, the day before: told from the date before in the text."""
    anchor, unit = scene.anchor(match.start()), UNITS[match["unit"]]
    if anchor is None or (unit == "day" and anchor.first != anchor.last):
        return None
    step = STEPS[match["which"]]
    return Reading(match.end(), spans.around(spans.shifted(anchor.first, unit, step), unit))


def read_distance(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Three weeks ago, two years earlier, in ten days, within 100 days: a number stands before the unit."""
    counted = scene.led_by(NUMBER_BEFORE, match.start())
    if counted is None and match["unit"] not in SINGLE_UNITS:
        return None
    count = whole_number(counted["count"]) if counted else 1
    start = counted.start() if counted else match.start()
    if count is None or count > MOST:
        return None
    if match["ago"]:
        return read_ago(scene, match, start, count)
    within = scene.led_by(WITHIN_BEFORE, start)
    if within is None or not looks_ahead(scene, match, within):
        return None
    unit = "working day" if counted and counted["working"] else UNITS[match["unit"]]
    there = spans.shifted(scene.day, unit, count)
    if plain(within["within"]) in THEN:
        return Reading(match.end(), spanned(there, unit), start=within.start())
    return Reading(match.end(), When(scene.day, there), start=within.start())


def spanned(day: date, unit: str) -> When:
    """The day itself when counted in days or weeks; the month or year that holds it when counted in those."""
    return When.day(day) if unit in EXACT_UNITS else spans.around(day, unit)


def read_ago(scene: Scene, match: re.Match[str], start: int, count: int) -> Reading | None:
    """A year or month ago is that calendar year or month; a week or a day ago is the day."""
    words, unit = plain(match["ago"]), UNITS[match["unit"]]
    if unit == "hour" and words not in FROM_TODAY:
        return None
    anchor = None if words in FROM_TODAY else scene.anchor(start)
    there = spans.shifted(anchor.first if anchor else scene.day, unit, AGO[words] * count)
    return Reading(match.end(), spanned(there, unit), start=start, aside=words == "earlier")


def looks_ahead(scene: Scene, match: re.Match[str], within: re.Match[str]) -> bool:
    """Whether it is a time to come: "the first time in ten years" and "built in two years" are not."""
    if scene.led_by(NOT_AHEAD_BEFORE, within.start()):
        return False
    if plain(within["within"]) not in DOUBTFUL or match["time"]:
        return True
    return direction(scene, within.start(), match.end()) > 0


RULES = (
    Rule(
        ("same", "that", "following", "next", "previous"),
        rf"(?P<which>same|that|following|next(?={S}day)|previous){S}(?P<unit>day|week|month|year)(?!\w)",
        read_same,
    ),
    Rule(
        ("day", "week", "month", "year"),
        rf"(?<=the )(?P<unit>day|week|month|year){S}(?P<which>before|after)(?={S}?[,.;]|{S}[a-z]+ed\b)",
        read_same,
    ),
    Rule(
        UNITS,
        rf"(?P<unit>{either(UNITS)})(?P<time>'{S}time)?"
        rf"(?:{S}(?P<ago>{either(set(AGO) - {'before', 'after'})}|(?:before|after)(?={S}?[,.;])))?"
        rf"(?!{S}(?:of|after|before)\b)",
        read_distance,
    ),
)
