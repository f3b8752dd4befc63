"""Weeks, months, seasons and years told from the article's: "last month", "this summer", "в будущем году"."""

from __future__ import annotations

import re

from claimtrack.articles.datewords import spans
from claimtrack.articles.datewords.days import RELATION
from claimtrack.articles.datewords.scene import Reading, Rule, Scene
from claimtrack.articles.datewords.tense import direction
from claimtrack.articles.datewords.ukrainian import YEARS
from claimtrack.articles.datewords.vocabulary import (
    MONTH,
    MONTHS,
    NUMBERS,
    RELATIVE,
    SEASONS,
    UNITS,
    YEAR_WORD,
    S,
    either,
    month_number,
    plain,
    whole_number,
)
from claimtrack.articles.datewords.wordlists import words
from claimtrack.model import When

WINTER = 12
MOST = 400
PLURALS = words("дни дней недель месяцев лет годы дні днів тижнів місяців роки років часов годин")
SEASON_BEFORE = re.compile(rf"(?<!\w)(?:in|by|during|until|since|of|for){S}the{S}$")
COUNTED_FROM_BEFORE = ("following", "preceding", "previous")
WHOLE_YEAR_BEFORE = re.compile(rf"\b(?:for|(?:rest|remainder|months|weeks|much|most|course){S}of){S}the{S}$")


def offset(match: re.Match[str]) -> int:
    """How many spans away "last", "this" or "next" is."""
    return RELATIVE[plain(match["relation"])]


def read_year_word(scene: Scene, match: re.Match[str]) -> Reading:
    """Торік: the year before, in one word."""
    return Reading(match.end(), spans.years(scene.day.year + YEARS[match["word"]]))


def read_related_month(scene: Scene, match: re.Match[str]) -> Reading:
    """Last June is the latest that is over, this June this year's, next June the first ahead."""
    way, month = offset(match), month_number(match["month"])
    year = scene.day.year
    if way < 0:
        year -= month >= scene.day.month
    elif way > 0:
        year += month <= scene.day.month
    return Reading(match.end(), When.months(year, month))


def seasons_around(scene: Scene, month: int) -> list[When]:
    """The season that begins in this month, of the years around the article's."""
    return [spans.season(scene.day.year + step, month) for step in (-2, -1, 0, 1, 2)]


def read_related_season(scene: Scene, match: re.Match[str]) -> Reading:
    """Last spring is the latest that is over, next spring the first not begun, this one this year's."""
    way, month = offset(match), SEASONS[match["season"]]
    choices = seasons_around(scene, month)
    if way < 0:
        when = [when for when in choices if when.last < scene.day][-1]
    elif way > 0:
        when = next(when for when in choices if when.first > scene.day)
    elif month != WINTER:
        when = spans.season(scene.day.year, month)
    else:
        when = min(choices, key=lambda when: abs(when.first - scene.day) + abs(when.last - scene.day))
    return Reading(match.end(), when)


def read_season(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Summer 2025; with no year only where "in the" or a case ending says that it is a time."""
    month = SEASONS[match["season"]]
    if match["year"]:
        return Reading(match.end(), spans.season(int(match["year"]), month))
    if match["season"][0].isascii() and not scene.led_by(SEASON_BEFORE, match.start()):
        return None
    choices = seasons_around(scene, month)
    if direction(scene, match.start(), match.end()) > 0:
        return Reading(match.end(), next(when for when in choices if when.last >= scene.day))
    return Reading(match.end(), [when for when in choices if when.first <= scene.day][-1])


def read_related_unit(scene: Scene, match: re.Match[str]) -> Reading:
    """Last week, this month, next year: the whole calendar span."""
    anchor = scene.anchor(match.start()) if match["relation"] in COUNTED_FROM_BEFORE else None
    unit, counted_from = UNITS[match["unit"]], anchor or When.day(scene.day)
    return Reading(match.end(), spans.around(spans.shifted(counted_from.first, unit, offset(match)), unit))


def read_rolling(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The past three months up to today; the next hundred days from today."""
    way, unit, count = offset(match), UNITS[match["unit"]], whole_number(match["count"])
    if not way or count is None or count > MOST or match["relation"] in COUNTED_FROM_BEFORE:
        return None
    other = spans.shifted(scene.day, unit, way * count)
    return Reading(match.end(), When(min(other, scene.day), max(other, scene.day)))


def read_weekend(scene: Scene, match: re.Match[str]) -> Reading:
    """The weekend: the last one begun, or where the sentence looks ahead this week's."""
    when = spans.around(scene.day, "weekend")
    if when.first > scene.day and direction(scene, match.start(), match.end()) <= 0:
        when = spans.around(spans.shifted(scene.day, "week", -1), "weekend")
    return Reading(match.end(), when)


def read_year_ago(scene: Scene, match: re.Match[str]) -> Reading:
    """The year-ago period, year-earlier results."""
    return Reading(match.end(), spans.years(scene.day.year - 1), aside=True)


def read_the_year(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The full year, the rest of the year: this one."""
    if match["kind"] or scene.led_by(WHOLE_YEAR_BEFORE, match.start()):
        return Reading(match.end(), spans.around(scene.day, "year"), aside=True)
    return None


def read_year_end(scene: Scene, match: re.Match[str]) -> Reading:
    """Year-end: the last day of this year."""
    return Reading(match.end(), When.day(spans.around(scene.day, "year").last))


# "The next day" is told from the date before it, not from the article's.
ONE_OF_A_UNIT = {
    word for word, unit in UNITS.items() if unit not in ("hour", "day") and not word.endswith("s")
}
RULES = (
    Rule(YEARS, rf"(?P<word>{either(YEARS)}){YEAR_WORD}?", read_year_word),
    Rule(RELATIVE, rf"{RELATION}{S}{MONTH}", read_related_month),
    Rule(RELATIVE, rf"{RELATION}{S}(?P<season>{either(SEASONS)})", read_related_season),
    Rule(
        RELATIVE,
        rf"{RELATION}{S}(?!an?\b)(?P<count>\d{{1,3}}|{either(NUMBERS)}){S}(?P<unit>{either(UNITS)})",
        read_rolling,
    ),
    Rule(
        RELATIVE,
        rf"{RELATION}{S}(?:(?:fiscal|financial|calendar){S})?(?P<unit>{either(ONE_OF_A_UNIT - PLURALS)})"
        # "the last week of May" is told from May
        rf"(?!-|{S}(?:of|in){S}(?:\d|{either(MONTHS)}))",
        read_related_unit,
    ),
    Rule(
        SEASONS,
        rf"(?P<season>{either(SEASONS)})(?:,?{S}(?:of{S})?(?P<year>[12]\d{{3}})(?!\d){YEAR_WORD}?)?",
        read_season,
    ),
    Rule(("weekend",), r"(?<=the )weekend(?![\w-])", read_weekend),
    Rule(("year",), rf"year(?:-|{S})(?:ago|earlier)(?={S}\w)(?<!a year ago)", read_year_ago),
    Rule(("year",), rf"year(?:-|'s{S}|{S})end\b", read_year_end),
    Rule(
        ("full", "fiscal", "whole", "entire", "year"),
        rf"(?<=the )(?P<kind>(?:full|fiscal|whole|entire){S})?year"
        rf"(?![\w-]|{S}(?:before|after|of|that|when|in{S}which|\d))",
        read_the_year,
    ),
)
