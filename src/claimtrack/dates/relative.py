"""Dates told from the day they are read against: weekdays, "next month", "three weeks ago", "within 100 days"."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.dates import calendar
from claimtrack.dates.calendar import WEEK, WINTER, around, shifted
from claimtrack.dates.line import COUNT, UNIT, Line, Occurrences, Phrase, Rule, step_of
from claimtrack.dates.refusals import two_readings
from claimtrack.dates.words.listed import words
from claimtrack.model import When

if TYPE_CHECKING:
    import re
    from datetime import date

COMING = 2
# following, previous: told from the date before in a text, if any
FROM_BEFORE = 3
MARCH = 3
MOST = 9999
# "in ten days" is that day; "in two years" any day of that year
EXACT = ("hour", "day", "working day", "week", "fortnight")
# "за" counts ahead in Ukrainian; in Russian it counts back from what follows, so it needs one of these
UKRAINIAN_UNITS = words(
    "день днів дні добу тиждень тижні тижнів місяць місяці місяців квартали рік роки років півроку"
)


def read_day_word(line: Line, match: re.Match[str]) -> Phrase:
    """Today, yesterday, the day after tomorrow."""
    return Phrase(match.end(), _one(When.day(line.day + timedelta(days=line.number(match, "r")))))


def read_year_word(line: Line, match: re.Match[str]) -> Phrase:
    """Торік: the year before, in one word."""
    return Phrase(match.end(), line.in_years({}, line.day.year + line.number(match, "z")))


def read_weekday(line: Line, match: re.Match[str]) -> Phrase:
    """That weekday in the weeks around the day."""
    days = _weekly(line.day, line.number(match, "w"))
    return Phrase(match.end(), Occurrences(tuple(map(When.day, days)), often=True))


def read_weekend(line: Line, match: re.Match[str]) -> Phrase:
    """The weekends around the day."""
    whens = tuple(around(day, "weekend") for day in _weekly(line.day, 0))
    return Phrase(match.end(), Occurrences(whens, often=True))


def _weekly(day: date, weekday: int) -> list[date]:
    """That weekday of the week before, of this one and of the next."""
    monday = around(day, "week").first
    return [monday + timedelta(days=weekday + WEEK * week) for week in (-1, 0, 1)]


def read_related_weekday(line: Line, match: re.Match[str]) -> Phrase:
    """Next Friday, last weekend: people differ on those of this week."""
    relation = line.number(match, "T")
    if match["w"] == "E":
        whens = [around(day, "weekend") for day in _weekly(line.day, 0)]
    else:
        whens = [When.day(day) for day in _weekly(line.day, line.number(match, "w"))]
    if relation == COMING:
        return Phrase(match.end(), _one(next(when for when in whens if when.first > line.day)))
    found = _of_three(whens, step_of(relation), line.day)
    if step_of(relation) >= 0:  # where people differ, most mean that of the week named
        found = found._replace(whens=(whens[1 + step_of(relation)],))
    return Phrase(match.end(), found)


def read_weekday_of_week(line: Line, match: re.Match[str]) -> Phrase | None:
    """Tuesday of next week, next week on Friday."""
    if line.value(match, "u") != "week":
        return None
    day = _weekly(line.day, line.number(match, "w"))[1 + step_of(line.number(match, "T"))]
    return Phrase(match.end(), _one(When.day(day)))


def read_day_of_month(line: Line, match: re.Match[str]) -> Phrase | None:
    """The 20th of next month."""
    if line.value(match, "u") != "month" or (match["day"] and line.value(match, "day") != "day"):
        return None
    there = calendar.shift(line.day, months=step_of(line.number(match, "T")))
    parts = {"M": there.month, "N": line.number(match, "d")}
    return Phrase(match.end(), line.in_years(parts, there.year))


def read_related_date(line: Line, match: re.Match[str]) -> Phrase | None:
    """Last March, next summer, this Christmas: that of last year and the last one there was must be the same."""
    inner = line.read(match.end())
    if inner is None or len(inner.found.whens) < COMING:
        return None
    relation, day = step_of(line.number(match, "T")), line.day
    # in January a winter is still last year's
    winter = line.shape[match.end()] == "S" and line.tokens[match.end()].value == WINTER and day.month < MARCH
    years = [day.year + year - winter for year in (-1, 0, 1)]
    whens = [when for when in inner.found.whens if when.first.year in years]
    if len(whens) != len(years):
        return None
    found = _of_three(whens, relation, day)
    return inner._replace(found=found._replace(doubt=found.doubt or inner.found.doubt))


def _of_three(whens: list[When], step: int, day: date) -> Occurrences:
    """The nearest on that side, in doubt where that is not the one of the last, this or next span."""
    named = whens[1 + step]
    past = [when for when in whens if when.last < day] or [named]
    ahead = [when for when in whens if when.first > day] or [named]
    nearest = {-1: past[-1], 0: named, 1: ahead[0]}[step]
    if step == 0 and named.first == named.last < day:
        nearest = ahead[0]
    if nearest == named:
        return _one(named)
    readings = [str(when) for when in sorted((nearest, named))]
    return Occurrences((nearest if step else named,), doubt=partial(two_readings, readings=readings))


def read_related_unit(line: Line, match: re.Match[str]) -> Phrase | None:
    """Last week, this month, next year: the whole calendar span."""
    unit = str(line.value(match, "u"))
    relation = line.number(match, "T")
    if unit in ("day", "hour"):
        return None
    if unit == "fortnight":  # it has no place in the calendar
        first, last = sorted((line.day, shifted(line.day, unit, step_of(relation))))
        return Phrase(match.end(), _one(When(first, last))) if first < last else None
    anchor = line.previous.first if line.previous and abs(relation) == FROM_BEFORE else line.day
    there = shifted(anchor, unit, step_of(relation))
    return Phrase(match.end(), _one(around(there, unit)))


def read_rolling(line: Line, match: re.Match[str]) -> Phrase | None:
    """The past three months up to today; the next hundred days from today; as a limit the last of them."""
    step = step_of(line.number(match, "T"))
    if not step:
        return None
    other = shifted(line.day, _unit(line, match), step * line.number(match, "c"))
    first, last = sorted((other, line.day))
    return Phrase(match.end(), _one(When(last if match.groupdict().get("w") else first, last)))


def read_count(line: Line, match: re.Match[str]) -> Phrase | None:
    """Three weeks ago, in ten days, через месяц, within 100 days: months and years are as vague as they are."""
    found = match.groupdict()
    count = line.number(match, "c") if found.get("c") else 1
    unit = _unit(line, match)
    if count > MOST or (match.groupdict().get("c") == "Y" and unit != "day"):
        return None
    if unit == "quarter" and found.get("c") == "N" and count == 1:
        return None  # "1 квартал" is the first
    if (unit == "hour" and found.get("C")) or (found.get("one") and unit != "halfyear"):
        return None
    if found.get("C") and line.value(match, "C") and line.word(match.start("u")) not in UKRAINIAN_UNITS:
        return None
    step = line.number(match, "A") if found.get("A") else 1
    there = shifted(line.day, unit, step * count)
    if found.get("w") or unit in EXACT:
        return Phrase(match.end(), _one(When.day(there)))
    return Phrase(match.end(), _one(around(there, "month" if unit == "halfyear" else unit)))


def _unit(line: Line, match: re.Match[str]) -> str:
    """The unit of time counted; of days also those on which people work."""
    working = match.groupdict().get("k")
    return "working day" if working else str(line.value(match, "u"))


def _one(when: When) -> Occurrences:
    """One occurrence alone."""
    return Occurrences((when,))


COUNTED = f"(?P<c>{COUNT})-?(?P<k>k)?F?(?P<u>{UNIT})"
# "three weeks before Christmas" is told from another day.
NO_MORE = "(?![Bbfo]|&aL)"
RULES = (
    Rule("Rr", "(?P<r>[Rr])d?", read_day_word),
    Rule("Z", "(?P<z>Z)[gy]?", read_year_word),
    Rule("W", "(?P<w>W)d?", read_weekday),
    Rule("E", "E", read_weekend),
    Rule("T", "(?P<T>T)(?P<w>[WE])d?", read_related_weekday),
    Rule("W", "(?P<w>W)o?(?P<T>T)(?P<u>[su])", read_weekday_of_week),
    Rule("T", "(?P<T>T)(?P<u>[su]),?[iI]?(?P<w>W)", read_weekday_of_week),
    Rule("NO", "(?P<d>[NO])(?:(?P<day>s)?o)?(?P<T>T)(?P<u>[su])", read_day_of_month),
    Rule("T", "(?P<T>T)(?=[MmSHNO])(?![NO][^Mmo-])", read_related_date),
    Rule("T", "(?P<T>T)[Fq]?(?P<u>[suygQh])(?!-|[oI]e?[NMmYTy])", read_related_unit),
    Rule("wT", f"(?P<w>w)?v?e?(?P<T>T){COUNTED.replace('na', 'n')}(?!o)", read_rolling),
    Rule("Nna", f"{COUNTED}(?P<A>A)", read_count),
    Rule("sy", "(?P<u>[sy])(?P<A>A)", read_count),
    Rule("IC", f"(?:I|(?P<C>C))v?v?{COUNTED}(?:'?z)?{NO_MORE}", read_count),
    Rule("C", f"(?P<C>C)(?P<u>[sy]){NO_MORE}", read_count),
    Rule("I", "(?P<one>I)(?P<u>s)", read_count),
    Rule("I", "I(?P<c>Y)(?P<u>V)", read_count),
    Rule("w", f"(?P<w>w)v?v?{COUNTED}{NO_MORE}", read_count),
    Rule("w", "(?P<w>w)(?P<c>Y)(?P<u>V)", read_count),
)
