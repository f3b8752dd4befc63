"""Dates that name a day, month or year: "January 20", "5-7 мая 2025 года", "20.01.2025", "since 1994"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimtrack.articles.datewords import spans
from claimtrack.articles.datewords.english import SHORT_MONTHS
from claimtrack.articles.datewords.russian import NAMES
from claimtrack.articles.datewords.scene import Reading, Rule, Scene
from claimtrack.articles.datewords.spoken import ORDINAL_DAYS, SPOKEN_YEAR, SPOKEN_YEAR_WORDS, spoken_year
from claimtrack.articles.datewords.tense import direction
from claimtrack.articles.datewords.vocabulary import (
    COUNTED,
    DOUBTFUL_MONTHS,
    MONTH,
    MONTHS,
    PREPOSITIONS,
    RELATIVE,
    YEAR_WORD,
    YEAR_WORDS,
    S,
    either,
    month_number,
    plain,
)
from claimtrack.model import When

NUMERIC_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th|-?го|-?е|-?те)?(?![^\W\d_]|[.,:]\d|\s?%)"
DAY = rf"(?P<day>{NUMERIC_DAY}|{either(ORDINAL_DAYS)})"
FOUR_DIGITS = r"(?P<year>[12]\d{3})(?!\d|[.,]\d)"
THIS_YEAR = rf"(?P<near>{either(RELATIVE)}){S}{either(('year', *YEAR_WORDS))}"
YEAR_TAIL = (
    rf"(?:(?:(?:{S}?,)?{S}?|-)(?:of{S}|in{S})?{FOUR_DIGITS}{YEAR_WORD}?"
    rf"|{S}(?:of{S})?{THIS_YEAR}|,?{S}?{SPOKEN_YEAR})"
)
TO = rf"{S}?(?:[-–—/]|(?:to|and|through|or|по|и|до|та|і|й|до)(?=\s)){S}?"
RIGHT_YEAR = re.compile(
    rf"{S}?(?:[-–—]|to|through|and|or|until|по|до|и|та|і){S}?"
    rf"(?:{either(MONTHS)}\.?(?:{S}{NUMERIC_DAY})?|{NUMERIC_DAY}{S}{either(MONTHS)}),?{S}(?P<year>[12]\d{{3}})(?!\d)"
)
BEHIND, SOON = 60, 60
MONTHS_SOON = 2
LEAP_YEARS = 8
CENTURY = 100
YOUNG = 70
OLDEST, EARLIEST, LATEST = 1400, 1900, 2060
PREPOSITION_BEFORE = re.compile(
    rf"(?<!\w){either(PREPOSITIONS)}(?:{S}(?:the|this|last|next|late|early))?{S}?-?$"
)
YEAR_BEFORE = re.compile(
    rf"(?<!\w)(?:in|since|by|until|till|from|of|before|after|circa|early|late|year|fiscal|в|с|до|к|от|у|з|від){S}$"
)
NO_YEAR_BEFORE = re.compile(
    r"(?:[$£€¥#№/=_@:]|\d[.,:]|[^\W\d_]-(?<!mid-)(?<!early-)(?<!late-)(?<!pre-)(?<!post-)"
    r"|\b(?:no\.|flight|room|highway|route|page|article|section|number) )$"
)
NO_YEAR_AFTER = re.compile(rf"[.,:]\d|[%°$€£_/]|-(?!\d|era\b|[^a-zа-я])|\s?%|{S}{either(COUNTED)}")


def on_day(year: int, month: int, day: int, last: int | None = None) -> When:
    """One day, or the days of a month from it to `last`; raises ValueError for one that is not there."""
    return When(date(year, month, day), date(year, month, last or day))


def day_number(words: str) -> int:
    """The day of the month in "20th", "5-го" or "twenty-first"."""
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else ORDINAL_DAYS[words]


def given_year(scene: Scene, match: re.Match[str]) -> int | None:
    """The year that stands with the date, before or after it, if any does."""
    found = match.groupdict()
    if found.get("year"):
        return int(found["year"])
    if found.get("spoken"):
        return spoken_year(found["spoken"])
    if found.get("near"):
        return scene.day.year + RELATIVE[plain(found["near"])]
    right = RIGHT_YEAR.match(scene.low, match.end())
    return int(right["year"]) if right else None


def of_some_year(scene: Scene, match: re.Match[str], month: int, day: int, last: int | None) -> When:
    """The day in the nearest year that the sentence looks to; 60 days on the other side are allowed."""
    published, choices = scene.day, []
    for year in range(published.year - LEAP_YEARS, published.year + LEAP_YEARS + 1):
        try:
            choices.append(on_day(year, month, day, last))
        except ValueError:
            continue
    way = direction(scene, match.start(), match.end())
    if way > 0:
        choices = [when for when in choices if when.last >= published - timedelta(days=BEHIND)]
    elif way < 0:
        choices = [when for when in choices if when.first <= published + timedelta(days=SOON)]
    return min(choices, key=lambda when: abs((when.first - published).days))


def read_day(scene: Scene, match: re.Match[str]) -> Reading | None:
    """A day of a month, or some days of one, with or without a year."""
    month, day = month_number(match["month"]), day_number(match["day"])
    last = day_number(match["to"]) if match["to"] else None
    if not is_month_word(scene, match, followed=True):
        return None
    year = given_year(scene, match)
    when = on_day(year, month, day, last) if year else of_some_year(scene, match, month, day, last)
    return Reading(match.end(), when)


def is_month_word(scene: Scene, match: re.Match[str], *, followed: bool) -> bool:
    """Whether the word is a month here: English ones have a capital; short and doubtful ones need more."""
    word, start = match["month"].rstrip("."), match.start("month")
    capital = scene.text[start].isupper()
    if word[0].isascii() and not capital and (not followed or word in DOUBTFUL_MONTHS):
        return False
    if followed:
        return True
    if scene.depth:
        return True
    if capital and word in NAMES:
        return False
    if word in SHORT_MONTHS or word in DOUBTFUL_MONTHS:
        return scene.led_by(PREPOSITION_BEFORE, start) is not None
    return True


def read_month(scene: Scene, match: re.Match[str]) -> Reading | None:
    """A month, with or without a year."""
    month, year = month_number(match["month"]), given_year(scene, match)
    if not is_month_word(scene, match, followed=year is not None):
        return None
    if year:
        return Reading(match.end(), When.months(year, month))
    published = scene.day
    way = direction(scene, match.start(), match.end())
    ahead = (month - published.month) % 12
    years = published.year + (month < published.month)
    looks_ahead = way > 0 or ahead <= MONTHS_SOON
    return Reading(match.end(), When.months(years if looks_ahead else years - 1, month))


def read_iso(_scene: Scene, match: re.Match[str]) -> Reading | None:
    """2025-01-20 or 2025-01."""
    year, month = int(match["year"]), int(match["m"])
    when = on_day(year, month, int(match["d"])) if match["d"] else When.months(year, month)
    return Reading(match.end(), when)


def read_numeric(scene: Scene, match: re.Match[str]) -> Reading | None:
    """20.01.2025 is day first; 01/20/2025 as its figures allow, of two readings the nearer to the article."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if len(match["year"]) == len("25"):
        year += (CENTURY * 20) if year < YOUNG else CENTURY * 19
    orders = [(two, one)] if match["dot"] == "." else [(two, one), (one, two)]
    choices = []
    for month, day in orders:
        try:
            choices.append(on_day(year, month, day))
        except ValueError:
            continue
    near = scene.published or date.min
    return (
        Reading(match.end(), min(choices, key=lambda when: abs((when.first - near).days)))
        if choices
        else None
    )


def read_year(scene: Scene, match: re.Match[str]) -> Reading | None:
    """A year, or some years in a row, where it is no amount, address or count of things."""
    start, first = match.start(), int(match["year"])
    sure = bool(match["suffix"]) or scene.led_by(YEAR_BEFORE, start) is not None
    if scene.led_by(NO_YEAR_BEFORE, start) or NO_YEAR_AFTER.match(scene.low, match.end()):
        return None
    if not (EARLIEST <= first <= LATEST or (sure and first >= OLDEST)):
        return None
    last = int(match["to"] or first)
    last += first // CENTURY * CENTURY if last < CENTURY else 0
    return Reading(match.end(), spans.years(first, last - first + 1)) if first <= last else None


def read_decade(_scene: Scene, match: re.Match[str]) -> Reading | None:
    """The 1990s."""
    return Reading(match.end(), spans.years(int(match["year"]), 10))


def read_spoken_year(_scene: Scene, match: re.Match[str]) -> Reading | None:
    """Nineteen ninety-four."""
    year = spoken_year(match["spoken"])
    return Reading(match.end(), spans.years(year))


RANGE = rf"(?:{TO}(?P<to>{NUMERIC_DAY}))?"
RULES = (
    Rule(
        ("#4",),
        r"(?P<year>[12]\d{3})[-/](?P<m>1[0-2]|0?[1-9])(?:[-/](?P<d>3[01]|[12]\d|0?[1-9]))?(?!\d|[-/]\d)",
        read_iso,
    ),
    Rule(
        ("#1", "#2"),
        r"(?P<one>\d\d?)(?P<dot>[./-])(?P<two>\d\d?)(?P=dot)(?P<year>[12]\d{3}|\d\d)(?!\d|[./-]\d)",
        read_numeric,
    ),
    Rule(
        ("#1", "#2", *ORDINAL_DAYS),
        rf"{DAY}{RANGE}(?:{S}?|-)(?:(?:day{S})?of{S})?{MONTH}{YEAR_WORD}?{YEAR_TAIL}?",
        read_day,
    ),
    Rule(
        MONTHS,
        rf"{MONTH}(?:(?:{S}?,)?{S}?|-)(?:the{S})?{DAY}(?:{RANGE}(?!{S}{either(MONTHS)}))?{YEAR_TAIL}?",
        read_day,
    ),
    Rule(MONTHS, rf"{MONTH}{YEAR_TAIL}?", read_month),
    Rule(("#4",), r"(?P<year>[12]\d\d0)(?:'?s\b|-(?:х|ых|і|их|е|ті)(?!\w))", read_decade),
    Rule(
        ("#4",),
        r"(?P<year>[12]\d{3})(?:[-–—/](?P<to>[12]\d{3}|\d\d)(?!\d|-))?(?!\w)"
        rf"(?P<suffix>{YEAR_WORD})?",
        read_year,
    ),
    Rule(SPOKEN_YEAR_WORDS, SPOKEN_YEAR, read_spoken_year),
)
