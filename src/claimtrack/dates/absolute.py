"""Dates that stand in every calendar: days, months, quarters, seasons, years, feasts, and dates in figures."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.dates import calendar
from claimtrack.dates.line import OF_YEAR, YEAR, Line, NoMeaningError, Occurrences, Phrase, Rule
from claimtrack.dates.refusals import no_calendar_year, no_such_date, short_year, two_readings
from claimtrack.dates.tokens import YOUNG, full_year
from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS_IN_YEAR, LEAP_YEAR = 12, 2000
MONDAY, THURSDAY = 0, 3
# Since then the churches of Ukraine keep Christmas on 25 December; before it was 7 January.
NEW_CHRISTMAS = 2023


def read_day(line: Line, match: re.Match[str]) -> Phrase | None:
    """A day of a month, with or without a year."""
    if match.groupdict().get("day") and line.value(match, "day") != "day":
        return None
    parts = {"M": line.number(match, "m"), "N": line.number(match, "d")}
    return Phrase(match.end(), line.in_years(parts, line.year(match)))


def read_month(line: Line, match: re.Match[str]) -> Phrase:
    """A month, with or without a year."""
    return Phrase(match.end(), line.in_years({"M": line.number(match, "m")}, line.year(match)))


def read_season(line: Line, match: re.Match[str]) -> Phrase:
    """A season, with or without a year."""
    return Phrase(match.end(), line.in_years({"S": line.number(match, "s")}, line.year(match)))


def read_year(line: Line, match: re.Match[str]) -> Phrase:
    """A year."""
    return Phrase(match.end(), line.in_years({}, line.year(match)))


def read_short_quarter(line: Line, match: re.Match[str]) -> Phrase:
    """Q3 2025, 2025q3, H1."""
    value = line.value(match, "k")
    kind, number, *year = value if isinstance(value, tuple) else ("Q", 0)
    there = int(str(year[0])) if year else line.year(match)
    return Phrase(match.end(), line.in_years({str(kind): int(str(number))}, there))


def read_decade(line: Line, match: re.Match[str]) -> Phrase:
    """The 1990s."""
    return Phrase(match.end(), Occurrences((calendar.years(line.number(match, "x"), 10),)))


def read_seasonal_years(line: Line, match: re.Match[str]) -> Phrase | None:
    """2024-25 names parts of two years, and nobody knows which."""
    first = line.number(match, "Y")
    return _seasonal(match.end(), first, line.number(match, "n"))


def _seasonal(end: int, first: int, last: int) -> Phrase | None:
    """The years from the first to the last, of which two figures are given."""
    count = last - first % 100 + 1
    found = (
        Occurrences((calendar.years(first, count),), doubt=no_calendar_year) if 1 < count <= 100 else None  # noqa: PLR2004 - in one century
    )
    return Phrase(end, found) if found else None


def read_figures(line: Line, match: re.Match[str]) -> Phrase | None:
    """2025-01-20, 20.01.2025, 01/20/2025, 20.01, 01.2025, 2025-W12: day first with dots, else as the figures allow."""
    value = line.value(match, "d")
    kind, *more = value if isinstance(value, tuple) else ("",)
    if kind == "week":
        year, week = (int(str(number)) for number in more)
        when = calendar.iso_week(year, week)
        if when is None:
            raise NoMeaningError(no_such_date)
        return Phrase(match.end(), Occurrences((when,)))
    words = str(kind)
    figures = re.findall("[0-9]+", words)
    if len(figures[0]) == 4:  # noqa: PLR2004 - a year has four digits
        if len(figures) == 2 and int(figures[1]) > MONTHS_IN_YEAR:  # noqa: PLR2004 - year and month
            return _seasonal(match.end(), int(figures[0]), int(figures[1]))
        names = ("M", "N")[: len(figures) - 1]
        parts = dict(zip(names, map(int, figures[1:]), strict=True))
        return Phrase(match.end(), line.in_years(parts, int(figures[0])))
    if len(figures) == 2 and len(figures[1]) == 4:  # noqa: PLR2004 - month and year
        return Phrase(match.end(), line.in_years({"M": int(figures[0])}, int(figures[1])))
    return Phrase(match.end(), _day_and_month(line, figures, day_first="." in words))


def _day_and_month(line: Line, figures: list[str], *, day_first: bool) -> Occurrences:
    """A day, a month and maybe a year, in the one or the other order."""
    one, two = int(figures[0]), int(figures[1])
    year = full_year(figures[2]) if len(figures) > 2 else None  # noqa: PLR2004 - with a year
    orders = {(two, one)} if day_first else {(two, one), (one, two)}
    readings = sorted(
        (month, day)
        for month, day in orders
        if calendar.calendar_period(year or LEAP_YEAR, {"M": month, "N": day})
    )
    if not readings:
        raise NoMeaningError(no_such_date)
    found = [line.in_years({"M": month, "N": day}, year) for month, day in readings]
    doubt: Callable[..., object] | None = None
    if len(readings) > 1:
        start = year or "YYYY"
        doubt = partial(two_readings, readings=[f"{start}-{month:02}-{day:02}" for month, day in readings])
    elif year and len(figures[2]) < 4 and int(figures[2]) >= YOUNG:  # noqa: PLR2004 - a year of two figures
        doubt = short_year
    whens = sorted(when for one in found for when in one.whens)
    return Occurrences(tuple(whens), doubt=doubt)  # type: ignore[arg-type]  # a partial hides its type


def _fixed(month: int, day: int) -> Callable[[int], date]:
    """The same day of every year."""
    return lambda year: date(year, month, day)


def _weekday(month: int, weekday: int, number: int, days: int = 0) -> Callable[[int], date]:
    """So many days after the `number`th such weekday of a month."""

    def day(year: int) -> date:
        found = calendar.nth_weekday(When.months(year, month), weekday, number)
        return (found or date(year, month, 1)) + timedelta(days=days)

    return day


def _from_easter(days: int) -> Callable[[int], date]:
    """So many days from western Easter."""
    return lambda year: calendar.western_easter(year) + timedelta(days=days)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24), "christmas": _fixed(12, 25), "orthodox christmas": _fixed(1, 7),
    "new year's eve": _fixed(12, 31), "new year": _fixed(1, 1), "boxing day": _fixed(12, 26),
    "valentine's day": _fixed(2, 14), "halloween": _fixed(10, 31), "may day": _fixed(5, 1),
    "independence day": _fixed(7, 4), "bastille day": _fixed(7, 14), "armistice day": _fixed(11, 11),
    "inauguration day": _fixed(1, 20), "king day": _weekday(1, MONDAY, 3), "memorial day": _weekday(5, MONDAY, -1),
    "labor day": _weekday(9, MONDAY, 1), "election day": _weekday(11, MONDAY, 1, days=1),
    "thanksgiving": _weekday(11, THURSDAY, 4), "good friday": _from_easter(-2), "easter": _from_easter(0),
    "easter monday": _from_easter(1), "orthodox easter": calendar.orthodox_easter,
}  # fmt: skip  # read as a table


def read_holiday(line: Line, match: re.Match[str]) -> Phrase:
    """A feast, with or without a year."""
    name, year = str(line.value(match, "h")), line.year(match)
    doubt = None
    if name == "two christmases":
        old = year is not None and year < NEW_CHRISTMAS
        name = "orthodox christmas" if old else "christmas"
        doubt = None if old else partial(two_readings, readings=["25 December", "7 January"])
    day_in = HOLIDAYS[name]
    years = (when.first.year for when in line.in_years({}, year).whens)
    return Phrase(match.end(), Occurrences(tuple(When.day(day_in(each)) for each in years), doubt=doubt))


RULES = (
    Rule("NO", rf"(?P<d>[NO])(?:(?P<day>s)?o|-)?e?(?P<m>[Mm]){OF_YEAR}?", read_day),
    Rule("Mm", rf"(?P<m>[Mm])(?:,|-)?e?(?P<d>[NO])(?![NO]*[Mm]){OF_YEAR}?", read_day),
    Rule("Y", "(?P<Y>Y)(?P<m>[Mm])(?P<d>N)", read_day),
    Rule("M", rf"(?P<m>M){OF_YEAR}?", read_month),
    Rule("m", rf"(?P<m>m){OF_YEAR}", read_month),
    Rule("Y", "(?P<Y>Y)(?P<m>M)(?!N)", read_month),
    Rule("S", rf"(?P<s>S){OF_YEAR}?", read_season),
    Rule("qyY", f"q?y?{YEAR}", read_year),
    Rule("Y", "(?P<Y>Y)[-~/](?P<n>N)(?!M)", read_seasonal_years),
    Rule("qK", rf"q?(?P<k>K)(?:,?[oIi]?q?y?{YEAR}|(?P<j>j)|,?o?(?P<T>T)[yg])?", read_short_quarter),
    Rule("Y", f"{YEAR},?(?P<k>K)", read_short_quarter),
    Rule("X", "(?P<x>X)[Gx]?", read_decade),
    Rule("Dc", "(?P<d>[Dc])x?", read_figures),
    Rule("H", rf"(?P<h>H){OF_YEAR}?", read_holiday),
)
