"""Arithmetic of the calendar: periods by their numbers, parts of them, shifts, and feasts that move."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS_IN_YEAR = 12
WEEK = 7
WORKING_DAYS = 5
HOURS = 24
DAYS_TO_SHARE = 30
WINTER = 4
MONTHS_IN = {"month": 1, "quarter": 3, "halfyear": 6, "year": 12, "decade": 120}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def calendar_period(year: int, parts: Mapping[str, int]) -> When | None:
    """The days of a day (M and N), month (M), quarter (Q), half (H), season (S) or, with no parts, year.

    None where there is no such period: a 30 February, a month 13, a quarter 5. Seasons are counted from
    spring (1) to winter (4) in whole months of the northern year; a winter ends in February of the next one.
    """
    match parts:
        case {"M": month, "N": day}:
            return When.day(date(year, month, day)) if _exists(year, month, day) else None
        case {"M": month}:
            return _whole_months(year, month, 1)
        case {"Q": quarter}:
            return _whole_months(year, 3 * quarter - 2, 3)
        case {"H": half}:
            return _whole_months(year, 6 * half - 5, 6)
        case {"S": season}:
            return _season(year, season)
    return _whole_months(year, 1, MONTHS_IN_YEAR)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= MAXYEAR and 1 <= month <= MONTHS_IN_YEAR and 1 <= day <= days_in(year, month)


def days_in(year: int, month: int) -> int:
    """The number of days in a month."""
    return calendar.monthrange(year, month)[1]


def _whole_months(year: int, month: int, count: int) -> When | None:
    fits = 1 <= year <= MAXYEAR and 1 <= month <= MONTHS_IN_YEAR + 1 - count
    return When.months(year, month, count) if fits else None


def _season(year: int, season: int) -> When | None:
    if season < WINTER:
        return _whole_months(year, 3 * season, 3)
    december, february = _whole_months(year, 12, 1), _whole_months(year + 1, 2, 1)
    return When(december.first, february.last) if december and february else None


def years(first: int, count: int = 1) -> When:
    """`count` whole years."""
    return When(date(first, 1, 1), date(first + count - 1, 12, 31))


def around(day: date, unit: str) -> When:
    """The calendar span that holds the day; a week is Monday to Sunday, a weekend its last two days."""
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return When(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=WEEK - 1))
    if unit == "decade":
        return years(day.year // 10 * 10, 10)
    if unit in MONTHS_IN:
        count = MONTHS_IN[unit]
        return When.months(day.year, (day.month - 1) // count * count + 1, count)
    return When.day(day)


def iso_week(year: int, week: int) -> When | None:
    """The week of that number by ISO 8601; None where the year has no such week."""
    try:
        return around(date.fromisocalendar(year, week, 1), "week")
    except ValueError:
        return None


def shift(day: date, *, months: int, days: int = 0) -> date:
    """`day` moved by months, then days; 31 January and one month is the last of February.

    Raises:
        ValueError, OverflowError: the calendar ends before.
    """
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    if not 1 <= year <= MAXYEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, days_in(year, month + 1))) + timedelta(days=days)


def shifted(day: date, unit: str, count: int) -> date:
    """The day `count` units away; hours ahead in whole days begun, hours back in those that are over."""
    if unit == "hour":
        return day + timedelta(days=-(-count // HOURS))
    if unit == "working day":
        return _working_days(day, count)
    if unit in DAYS_IN:
        return day + timedelta(days=count * DAYS_IN[unit])
    return shift(day, months=count * MONTHS_IN[unit])


def _working_days(day: date, count: int) -> date:
    """The day by which so many working days have passed, five of them to a week."""
    weeks, rest = divmod(count, WORKING_DAYS)
    end = day + timedelta(days=weeks * WEEK)
    while rest:
        end += timedelta(days=1)
        rest -= end.weekday() < WORKING_DAYS
    return end


def share(when: When, part: int, parts: int) -> When:
    """The `part`-th (from 0) of `parts` equal shares of a period, in whole months where it has enough.

    A month counts as 30 days: its thirds are 1 to 10, 11 to 20 and 21 to the last, its halves 1 to 15 and 16
    to the last. A week's thirds are Monday and Tuesday, Wednesday and Thursday, Friday to Sunday.
    """
    months = _count_months(when)
    last_share = part == parts - 1
    if months >= parts:
        step = months // parts
        first = shift(when.first, months=part * step)
        end = shift(when.first, months=(part + 1) * step - 1)
        return When(first, when.last if last_share else end.replace(day=days_in(end.year, end.month)))
    step = (DAYS_TO_SHARE if months else WEEK) // parts
    first = when.first + timedelta(days=part * step)
    return When(first, when.last if last_share else first + timedelta(days=step - 1))


def _count_months(when: When) -> int:
    """How many whole months `when` is; 0 for a week."""
    if when.first.day != 1 or when.last.day != days_in(when.last.year, when.last.month):
        return 0
    return (when.last.year - when.first.year) * MONTHS_IN_YEAR + when.last.month - when.first.month + 1


def nth_weekday(when: When, weekday: int, number: int) -> date | None:
    """The `number`th such weekday in some days, or the last of them for -1; None where it has none."""
    first = when.first + timedelta(days=(weekday - when.first.weekday()) % WEEK)
    last = when.last - timedelta(days=(when.last.weekday() - weekday) % WEEK)
    day = last if number < 0 else first + timedelta(days=WEEK * (number - 1))
    return day if when.first <= day <= when.last else None


def western_easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian rule (Meeus, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches: the Julian rule (Meeus, chapter 8), in the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
