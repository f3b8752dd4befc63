"""Arithmetic of the calendar: periods by their numbers, parts of them, and shifts by months and days."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS_IN_YEAR = 12
WEEK = 7
DAYS_TO_SHARE = 30


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
    if season < 4:  # noqa: PLR2004 - winter is the fourth
        return _whole_months(year, 3 * season, 3)
    december, february = _whole_months(year, 12, 1), _whole_months(year + 1, 2, 1)
    return When(december.first, february.last) if december and february else None


def week_of(day: date) -> When:
    """The week that `day` is in, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return When(monday, monday + timedelta(days=WEEK - 1))


def month_after(day: date, count: int) -> tuple[int, int]:
    """Year and month `count` months after that of `day`, or before it where `count` is negative."""
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + count, MONTHS_IN_YEAR)
    return year, month + 1


def shift(day: date, *, months: int, days: int) -> date:
    """`day` moved by months, then days; 31 January and one month is the last of February.

    Raises:
        ValueError, OverflowError: the calendar ends before.
    """
    year, month = month_after(day, months)
    if not 1 <= year <= MAXYEAR:
        raise OverflowError(year)
    return date(year, month, min(day.day, days_in(year, month))) + timedelta(days=days)


def share(when: When, part: int, parts: int) -> When:
    """The `part`-th (from 0) of `parts` equal shares of a period, in whole months where it has enough.

    A month counts as 30 days: its thirds are 1 to 10, 11 to 20 and 21 to the last, its halves 1 to 15 and 16
    to the last. A week's thirds are Monday and Tuesday, Wednesday and Thursday, Friday to Sunday.
    """
    months = _count_months(when)
    last_share = part == parts - 1
    if months >= parts:
        step = months // parts
        first = shift(when.first, months=part * step, days=0)
        end = shift(when.first, months=(part + 1) * step - 1, days=0)
        return When(first, when.last if last_share else end.replace(day=days_in(end.year, end.month)))
    step = (DAYS_TO_SHARE if months else WEEK) // parts
    first = when.first + timedelta(days=part * step)
    return When(first, when.last if last_share else first + timedelta(days=step - 1))


def _count_months(when: When) -> int:
    """How many whole months `when` is; 0 for a week."""
    if when.first.day != 1 or when.last.day != days_in(when.last.year, when.last.month):
        return 0
    return (when.last.year - when.first.year) * MONTHS_IN_YEAR + when.last.month - when.first.month + 1
