"""Arithmetic with calendar spans: the week that holds a day, three months before it, the early part of it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from claimtrack.model import When

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
WORKING_DAYS, ALL_DAYS = 5, 7
# Which of how many equal shares of a span is meant.
PARTS_OF_YEAR = {"early": (1, 4), "mid": (2, 3), "late": (4, 4), "end": (12, 12)}
PARTS_OF_LESS = {"early": (1, 3), "mid": (2, 3), "late": (3, 3), "end": (3, 3)}
YEAR_DAYS = 365


def shifted(day: date, unit: str, count: int) -> date:
    """The day `count` units away; the last of the month where that month is shorter; hours in whole days."""
    if unit == "hour":
        return day + timedelta(days=count // 24 if count > 0 else -(-count // 24))
    if unit == "working day":
        return working_days(day, count)
    if unit in DAYS_IN:
        return day + timedelta(days=count * DAYS_IN[unit])
    months = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def around(day: date, unit: str) -> When:
    """The calendar span that holds the day; a week is Monday to Sunday, a weekend its last two days."""
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return When(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "decade":
        return years(day.year // 10 * 10, 10)
    if unit in MONTHS_IN:
        count = MONTHS_IN[unit]
        return When.months(day.year, (day.month - 1) // count * count + 1, count)
    return When.day(day)


def years(first: int, count: int = 1) -> When:
    """`count` whole years."""
    return When(date(first, 1, 1), date(first + count - 1, 12, 31))


def season(year: int, month: int) -> When:
    """Three whole months from `month` on; the winter of a year begins in its December."""
    first = date(year, month, 1)
    return When(first, shifted(first, "month", 3) - timedelta(days=1))


def share(when: When, number: int, of: int) -> When | None:
    """The `number`th (from 1) of so many equal shares of a span, in whole months; null where it has none."""
    months = (when.last.year - when.first.year) * 12 + when.last.month - when.first.month + 1
    if when.first.day != 1 or months % of or not 1 <= number <= of:
        return None
    first = shifted(when.first, "month", months // of * (number - 1))
    return When(first, shifted(first, "month", months // of) - timedelta(days=1))


def narrowed(when: When, part: str) -> When:
    """The days that "early", "mid", "late" or "end" leaves of a span: whole months where it has them.

    A day stays itself, and so does a span whose part is not known.
    """
    length = (when.last - when.first).days + 1
    number, of = (PARTS_OF_YEAR if length >= YEAR_DAYS else PARTS_OF_LESS).get(part, (1, 1))
    if length < ALL_DAYS:
        return when
    return share(when, number, of) or When(
        shifted(when.first, "day", length * (number - 1) // of),
        shifted(when.first, "day", length * number // of - 1),
    )


def working_days(day: date, count: int) -> date:
    """The day by which so many working days have passed, five of them to a week."""
    weeks, rest = divmod(count, WORKING_DAYS)
    end = day + timedelta(days=weeks * ALL_DAYS)
    while rest:
        end += timedelta(days=1)
        rest -= end.weekday() < WORKING_DAYS
    return end


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`th such weekday of a month, or its last for -1."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[number - 1 if number > 0 else number])
