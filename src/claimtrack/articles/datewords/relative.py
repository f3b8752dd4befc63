"""Dates told from the article's day, or from the date before: "on Tuesday", "last month", "три недели назад"."""

from __future__ import annotations

import re
from datetime import timedelta

from claimtrack.articles.datewords import spans
from claimtrack.articles.datewords.english import SHORT_WEEKDAYS
from claimtrack.articles.datewords.tense import direction
from claimtrack.articles.datewords.ukrainian import YEARS
from claimtrack.articles.datewords.vocabulary import (
    AGO,
    DAYS,
    MONTHS,
    NUMBERS,
    PREPOSITIONS,
    RELATIVE,
    SEASONS,
    SINGLE_UNITS,
    UNITS,
    WEEKDAYS,
    WITHIN,
    YEAR_WORDS,
    Reading,
    Rule,
    S,
    Scene,
    either,
)
from claimtrack.model import When

WEEK = 7
PLURALS = frozenset("дни дней недель месяцев лет годы дні днів тижнів місяців роки років часов годин".split())
ONE_OF_A_UNIT = {word for word in UNITS if not word.endswith("s")} - PLURALS
RELATION = rf"(?P<relation>{either(RELATIVE)})"
KIND_OF_YEAR = rf"(?:(?:fiscal|financial|calendar|academic|school){S})?"
COUNT = rf"(?P<count>\d{{1,3}}|{either(NUMBERS)})"
UNIT = rf"(?P<unit>{either(UNITS)})"
NUMBER_BEFORE = re.compile(rf"(?<![\w.,-]){COUNT}[\s-]{{1,2}}(?P<working>(?:working|business|trading|full){S})?$")
WITHIN_BEFORE = re.compile(rf"(?<!\w)(?P<within>{either(WITHIN)}){S}(?:the{S})?$")
FIRST_TIME = re.compile(rf"\btime{S}$")
SEASON_BEFORE = re.compile(rf"(?<!\w)(?:in|by|during|until|since|of|for){S}the{S}$")
EXACT_UNITS = ("hour", "day", "week", "fortnight")
WHOLE_YEAR_BEFORE = re.compile(rf"\b(?:for|during|throughout|(?:rest|remainder|months|weeks|much|most|course){S}of){S}the{S}$")
MOST = 400
LOOK_BACK = 40


def number(words: str) -> int:
    """The number that digits or words name."""
    return int(words) if words.isdecimal() else NUMBERS[re.sub(r"\s+", " ", words)]


def offset(words: str) -> int:
    """How many spans away "last", "this" or "next" is."""
    return RELATIVE[re.sub(r"\s+", " ", words)]


def read_day_word(scene: Scene, match: re.Match[str]) -> Reading:
    """Today, yesterday, the day after tomorrow."""
    words = re.sub(r"\s+", " ", match[0])
    return Reading(match.end(), When.day(scene.day + timedelta(days=DAYS[words])))


def read_year_word(scene: Scene, match: re.Match[str]) -> Reading:
    """Торік: the year before, in one word."""
    return Reading(match.end(), spans.years(scene.day.year + YEARS[match[0]]))


def read_weekday(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The last such day up to the article's, or the next one where the sentence looks ahead."""
    start = match.start("weekday")
    if match["weekday"][0].isascii() and not scene.text[start].isupper():
        return None
    behind = (scene.day.weekday() - WEEKDAYS[match["weekday"]]) % WEEK
    ahead = direction(scene, match.start(), match.end()) > 0 and behind
    return Reading(match.end(), When.day(scene.day + timedelta(days=WEEK - behind if ahead else -behind)))


def read_related_weekday(scene: Scene, match: re.Match[str]) -> Reading:
    """Last Friday is the one before today; next Friday is next week's; this Friday is this week's."""
    way, weekday = offset(match["relation"]), WEEKDAYS[match["weekday"]]
    if way < 0:
        return Reading(match.end(), When.day(scene.day - timedelta(days=(scene.day.weekday() - weekday - 1) % WEEK + 1)))
    monday = scene.day - timedelta(days=scene.day.weekday())
    coming = monday + timedelta(days=weekday + WEEK * (way > 0 and "coming" not in match["relation"]))
    if "coming" in match["relation"] and coming < scene.day:
        coming += timedelta(days=WEEK)
    return Reading(match.end(), When.day(coming))


def read_week_of_weekday(scene: Scene, match: re.Match[str]) -> Reading:
    """Tuesday of next week."""
    monday = spans.around(scene.day, "week").first + timedelta(days=WEEK * offset(match["relation"]))
    return Reading(match.end(), When.day(monday + timedelta(days=WEEKDAYS[match["weekday"]])))


def read_related_month(scene: Scene, match: re.Match[str]) -> Reading:
    """Last June is the latest one that is over; this June is this year's; next June is the first one ahead."""
    way, month = offset(match["relation"]), MONTHS[match["month"]]
    year = scene.day.year
    if way < 0:
        year -= month >= scene.day.month
    elif way > 0:
        year += month <= scene.day.month
    return Reading(match.end(), When.months(year, month))


def read_related_season(scene: Scene, match: re.Match[str]) -> Reading:
    """Last spring is the latest one that is over, next spring the first that has not begun, this one the nearest."""
    way, month = offset(match["relation"]), SEASONS[match["season"]]
    choices = [spans.season(scene.day.year + step, month) for step in (-2, -1, 0, 1, 2)]
    if way < 0:
        return Reading(match.end(), [when for when in choices if when.last < scene.day][-1])
    if way > 0:
        return Reading(match.end(), next(when for when in choices if when.first > scene.day))
    return Reading(match.end(), min(choices, key=lambda when: abs(when.first - scene.day) + abs(when.last - scene.day)))


def read_season(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Summer 2025; with no year only where a preposition or a case ending says that it is a time."""
    month = SEASONS[match["season"]]
    if match["year"]:
        return Reading(match.end(), spans.season(int(match["year"]), month))
    if match["season"][0].isascii() and not SEASON_BEFORE.search(scene.low, max(0, match.start() - 16), match.start()):
        return None
    choices = [spans.season(scene.day.year + step, month) for step in (-1, 0, 1)]
    if direction(scene, match.start(), match.end()) > 0:
        return Reading(match.end(), next(when for when in choices if when.last >= scene.day))
    return Reading(match.end(), [when for when in choices if when.first <= scene.day][-1])


def read_related_unit(scene: Scene, match: re.Match[str]) -> Reading:
    """Last week, this month, next year: the whole calendar span."""
    unit = UNITS[match["unit"]]
    step = offset(match["relation"])
    anchor = scene.anchor(match.start()) if match["relation"] in ("following", "preceding") else None
    counted_from = anchor or When.day(scene.day)
    return Reading(match.end(), spans.around(spans.shifted(counted_from.first, unit, step), unit))


def read_rolling(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The past three months up to today; the next hundred days from today."""
    way, unit, count = offset(match["relation"]), UNITS[match["unit"]], number(match["count"])
    if not way or count > MOST:
        return None
    other = spans.shifted(scene.day, unit, way * count)
    return Reading(match.end(), When(min(other, scene.day), max(other, scene.day)))


def read_same(scene: Scene, match: re.Match[str]) -> Reading | None:
    """That year, the same day, the following month, the day before: told from the date before in the text."""
    anchor = scene.anchor(match.start())
    if anchor is None:
        return None
    unit = UNITS[match["unit"]]
    is_day = anchor.first == anchor.last
    if unit == "day" and not is_day:
        return None
    words = match["same"] or match["side"]
    step = {"next": 1, "after": 1, "following": 1, "before": -1, "previous": -1}.get(words, 0)
    return Reading(match.end(), spans.around(spans.shifted(anchor.first, unit, step), unit))


def read_distance(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Three weeks ago, two years earlier, in ten days, within 100 days: a number stands before the unit."""
    unit, start = UNITS[match["unit"]], match.start()
    counted = NUMBER_BEFORE.search(scene.low, max(0, start - LOOK_BACK), start)
    if counted is None and match["unit"] not in SINGLE_UNITS:
        return None
    count = number(counted["count"]) if counted else 1
    begin = counted.start() if counted else start
    if count > MOST:
        return None
    if match["ago"]:
        return read_ago(scene, match, begin, count, unit)
    within = WITHIN_BEFORE.search(scene.low, max(0, begin - LOOK_BACK), begin)
    working = bool(counted and counted["working"])
    return read_ahead(scene, match, within, count, "working" if working else unit) if within else None


def read_ago(scene: Scene, match: re.Match[str], begin: int, count: int, unit: str) -> Reading | None:
    """A year or month ago is that calendar year or month; a week or a day ago is the day."""
    words = re.sub(r"\s+", " ", match["ago"])
    from_article = words in ("ago", "from now", "from today", "hence", "назад", "тому", "тому назад")
    if unit == "hour" and not from_article:
        return None
    anchor = None if from_article else scene.anchor(begin)
    counted_from = anchor or When.day(scene.day)
    there = spans.shifted(counted_from.first, unit, AGO[words] * count)
    when = When.day(there) if unit in EXACT_UNITS else spans.around(there, unit)
    return Reading(match.end(), when, start=begin, aside=words == "earlier")


def read_ahead(scene: Scene, match: re.Match[str], within: re.Match[str], count: int, unit: str) -> Reading | None:
    """In ten days is that day, in two years that year; within ten days is any day up to it."""
    words, start = within["within"], within.start()
    if FIRST_TIME.search(scene.low, max(0, start - 8), start):
        return None
    if words in ("in", "за") and direction(scene, start, match.end()) <= 0 and not match["time"]:
        return None
    there = spans.working_days(scene.day, count) if unit == "working" else spans.shifted(scene.day, unit, count)
    if words in ("in", "in just", "in about", "через", "за"):
        when = When.day(there) if unit in (*EXACT_UNITS, "working") else spans.around(there, unit)
    else:
        when = When(scene.day, there)
    return Reading(match.end(), when, start=begin_of(scene, start))


def begin_of(_scene: Scene, start: int) -> int:
    """Where the expression begins."""
    return start


def read_year_ago(scene: Scene, match: re.Match[str]) -> Reading:
    """The year-ago period, year-earlier results."""
    return Reading(match.end(), spans.years(scene.day.year - 1), aside=True)


def read_the_year(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The full year, the rest of the year: this one."""
    if match["kind"] or WHOLE_YEAR_BEFORE.search(scene.low, max(0, match.start() - LOOK_BACK), match.start()):
        return Reading(match.end(), spans.around(scene.day, "year"), aside=True)
    return None


def read_year_end(scene: Scene, match: re.Match[str]) -> Reading:
    """Year-end: the last day of this year."""
    return Reading(match.end(), When.day(scene.day.replace(month=12, day=31)))


TIME_OF_DAY = rf"(?:{S}(?:morning|afternoon|evening|night|noon|midday|at{S}midnight))?"
WEEKDAY = rf"(?P<weekday>{either(set(WEEKDAYS) - set(SHORT_WEEKDAYS))})"
RULES = (
    Rule(DAYS, f"(?:{either(DAYS)})", read_day_word),
    Rule(YEARS, f"(?:{either(YEARS)})(?:{S}{either(YEAR_WORDS)})?", read_year_word),
    Rule(RELATIVE, rf"{RELATION}{S}{WEEKDAY}{TIME_OF_DAY}", read_related_weekday),
    Rule(RELATIVE, rf"{RELATION}{S}(?P<month>{either(MONTHS)})\.?", read_related_month),
    Rule(RELATIVE, rf"{RELATION}{S}(?P<season>{either(SEASONS)})", read_related_season),
    Rule(RELATIVE, rf"{RELATION}{S}{COUNT}{S}{UNIT}", read_rolling),
    Rule(
        ("same", "that", "following", "next", "previous"),
        rf"(?P<same>same|that|following|next(?={S}day)|previous){S}(?P<side>)(?P<unit>day|week|month|year)(?!\w)",
        read_same,
    ),
    Rule(RELATIVE, rf"{RELATION}{S}{KIND_OF_YEAR}(?P<unit>{either(ONE_OF_A_UNIT)})(?!-)", read_related_unit),
    Rule(WEEKDAYS, rf"{WEEKDAY}(?:{S}of)?{S}{RELATION}{S}{either(('week', 'недели', 'тижня'))}", read_week_of_weekday),
    Rule(WEEKDAYS, rf"{WEEKDAY}{TIME_OF_DAY}", read_weekday),
    Rule(
        SEASONS,
        rf"(?P<season>{either(SEASONS)})(?:,?{S}(?:of{S})?(?P<year>[12]\d{{3}})(?!\d)(?:{S}?{either(YEAR_WORDS)}\.?)?)?",
        read_season,
    ),
    Rule(("year",), rf"year(?:-|{S})(?:ago|earlier)(?={S}(?:\w+{S})?(?:\w))(?<!a year ago)", read_year_ago),
    Rule(("year",), rf"year(?:-|['’]s{S}|{S})end\b", read_year_end),
    Rule(
        ("day", "week", "month", "year"),
        rf"(?<=the )(?P<unit>day|week|month|year){S}(?P<same>)(?P<side>before|after)(?={S}?[,.;]|{S}[a-z]+ed\b)",
        read_same,
    ),
    Rule(
        ("full", "fiscal", "whole", "entire", "year"),
        rf"(?<=the )(?P<kind>full{S}|fiscal{S}|whole{S}|entire{S})?year(?!\w|-|{S}(?:before|after|of|that|when|in{S}which|\d))",
        read_the_year,
    ),
    Rule(
        UNITS,
        rf"{UNIT}(?P<time>['’]{S}time)?(?:{S}(?P<ago>{either(AGO)}(?<!before)(?<!after)|(?:before|after)(?={S}?[,.;])))?(?!{S}(?:of|after|before)\b)",
        read_distance,
    ),
)
_ = PREPOSITIONS
