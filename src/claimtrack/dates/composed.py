"""Dates made of others: "early 2026", "Tuesday, 7 January", "the first week of May", "from 5 to 7 May"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from claimtrack.dates import calendar
from claimtrack.dates.calendar import WEEK, around, share
from claimtrack.dates.line import COUNT, UNIT, YEAR, Line, NoMeaningError, Occurrences, Phrase, Rule
from claimtrack.dates.refusals import no_such_date
from claimtrack.model import When

if TYPE_CHECKING:
    import re

A_DAY = timedelta(days=1)
MONTHS_IN_YEAR, YEAR_DAYS = 12, 365
LAST = -1
LEAP_YEAR = 2000
SHARES = {"quarter": 4, "halfyear": 2, "half": 2}


def read_dated_weekday(line: Line, match: re.Match[str]) -> Phrase | None:
    """Tuesday, 7 January: the date decides, and must fit its weekday."""
    inner = line.read(match.end())
    if inner is None or inner.found.often or any(when.first != when.last for when in inner.found.whens):
        return None
    return inner._replace(found=inner.found._replace(weekday=line.number(match, "w")))


def read_part(line: Line, match: re.Match[str]) -> Phrase | None:
    """Early 2026, the end of March, later this week: a part of the whole span."""
    inner = _inner(line, match)
    part = str(line.value(match, "p"))
    if inner is None or inner.found.often or (part in ("earlier", "later") and len(inner.found.whens) > 1):
        return None
    if any((when.last - when.first).days < WEEK - 1 for when in inner.found.whens):
        return inner._replace(found=inner.found._replace(doubt=None)) if not part else None
    return inner._replace(found=inner.found.each(lambda when: _part(when, part, line)))


def _part(when: When, part: str, line: Line) -> When:
    """A third of a period, but for the beginning and the end of a year a quarter."""
    if part in ("earlier", "later"):
        if not when.first <= line.day <= when.last:
            return when
        return When(when.first, line.day) if part == "earlier" else When(line.day, when.last)
    parts = 4 if part != "mid" and (when.last - when.first).days >= YEAR_DAYS - 1 else 3
    which = {"early": 0, "mid": 1}.get(part, parts - 1)
    return share(when, which, parts) if part else when


def _inner(line: Line, match: re.Match[str]) -> Phrase | None:
    """The date that follows, or the week, month or year of the day for "the year"."""
    if match.groupdict().get("u"):
        unit = str(line.value(match, "u"))
        return (
            None if unit in ("day", "hour") else Phrase(match.end(), Occurrences((around(line.day, unit),)))
        )
    return line.read(match.end())


def read_end_of_this(line: Line, match: re.Match[str]) -> Phrase | None:
    """Year-end, the quarter's end: the last day of this one, or of the year that follows."""
    unit, year = str(line.value(match, "u")), line.year(match)
    if line.value(match, "p") != "end" or unit in ("day", "hour") or (year and unit != "year"):
        return None
    span = calendar.years(year) if year else around(line.day, unit)
    return Phrase(match.end(), Occurrences((When.day(span.last),)))


def read_share(line: Line, match: re.Match[str]) -> Phrase | None:
    """The first half of 2025, the third quarter of next year, the second half of March; a quarter of any year."""
    number, unit = line.number(match, "n"), str(line.value(match, "q"))
    parts = SHARES.get(unit, 0)
    if match["n"] == "T":  # the last quarter of 2026
        number = parts if number == LAST else 0
    inner = _inner(line, match)
    if (
        inner is not None
        and unit != "half"
        and any(_months(when) != MONTHS_IN_YEAR for when in inner.found.whens)
    ):
        inner = None
    if inner is None:
        if unit == "half" or match["n"] == "T" or match.groupdict().get("u"):
            return None
        return Phrase(match.end("q"), line.in_years({"Q" if unit == "quarter" else "H": number}, None))
    if not 1 <= number <= parts:
        raise NoMeaningError(no_such_date) if match["n"] != "T" else ValueError(number)
    if any(_months(when) != 1 and (not _months(when) or _months(when) % parts) for when in inner.found.whens):
        return None
    return inner._replace(
        found=inner.found.each(lambda when: share(when, number - 1, parts))._replace(named=())
    )


def _months(when: When) -> int:
    """How many whole months some days are; 0 for anything else."""
    whole = when.first.day == 1 and (when.last + A_DAY).day == 1
    return (when.last.year - when.first.year) * 12 + when.last.month - when.first.month + 1 if whole else 0


def read_first_of(line: Line, match: re.Match[str]) -> Phrase | None:
    """The first Monday in May, the last day of 2025, the second week of March."""
    ordinal = line.number(match, "n")
    joined = match["of"] or not line.word(match.start("what")).isascii()
    if not joined or (match["n"] == "T" and ordinal != LAST):
        return None
    inner = _inner(line, match)
    if inner is None or inner.found.often:
        return None
    weekday = line.number(match, "what") if match["what"] == "W" else None
    unit = None if match["what"] == "W" else str(line.value(match, "what"))
    if unit not in (None, "day", "week", "weekend"):
        return None
    found = [_nth(when, ordinal, unit, weekday) for when in inner.found.whens]
    there = tuple(when for when in found if when)
    return inner._replace(found=Occurrences(there, doubt=inner.found.doubt)) if there else None


def _nth(when: When, number: int, unit: str | None, weekday: int | None) -> When | None:
    """That day, week or weekday of some days: of a year its ISO week, of a month seven of its days."""
    if unit in (None, "weekend"):
        day = calendar.nth_weekday(when, 5 if weekday is None else weekday, number)
        return When(day, day + A_DAY if unit else day) if day else None
    step = WEEK if unit == "week" else 1
    first, last = when.first, when.last
    if unit == "week" and (last - first).days >= YEAR_DAYS - 1:
        # ISO 8601: the first week of a year is the one with its 4th of January, the last with its 28th of December
        first, last = around(first.replace(day=4), "week").first, around(last.replace(day=28), "week").last
    begin = last - timedelta(days=step - 1) if number < 0 else first + timedelta(days=step * (number - 1))
    return When(begin, begin + timedelta(days=step - 1)) if begin <= last else None


def read_some_of(line: Line, match: re.Match[str]) -> Phrase | None:
    """The first two weeks of March, the last three months of 2026."""
    inner, unit, count = line.read(match.end()), str(line.value(match, "u")), line.number(match, "c")
    ordinal = line.number(match, "n")
    if inner is None or inner.found.often or ordinal not in (1, LAST) or unit == "hour":
        return None

    def some(when: When) -> When:
        if ordinal == LAST:
            return When(max(when.first, calendar.shifted(when.last + A_DAY, unit, -count)), when.last)
        return When(when.first, min(when.last, calendar.shifted(when.first, unit, count) - A_DAY))

    return inner._replace(found=inner.found.each(some))


def read_from_date(line: Line, match: re.Match[str]) -> Phrase | None:
    """Two weeks before Christmas, 60 days after 20 January, the day before Easter: so long from that day or month."""
    inner, unit = line.read(match.end()), str(line.value(match, "u"))
    count = line.number(match, "c") if match["c"] else 1
    bound = line.value(match, "way")
    back = bound == "before" or (bound == "until" and match["C"])
    if inner is None or unit == "hour" or (match["way"] == "B" and not back):
        return None
    if inner.found.often:  # a week from Friday: from the one to come
        coming = tuple(when for when in inner.found.whens if when.first >= line.day)[:1]
        inner = inner._replace(found=Occurrences(coming))

    def there(when: When) -> When:
        day = calendar.shifted(when.first if back else when.last, unit, -count if back else count)
        return When.day(day) if when.first == when.last and (match["c"] or match["C"]) else around(day, unit)

    return inner._replace(found=inner.found.moved(there))


def read_within_of(line: Line, match: re.Match[str]) -> Phrase | None:
    """Within 30 days of 1 March: the last of them."""
    inner, unit, count = line.read(match.end()), str(line.value(match, "u")), line.number(match, "c")
    if inner is None or inner.found.often or unit == "hour":
        return None
    return inner._replace(
        found=inner.found.moved(lambda when: When.day(calendar.shifted(when.last, unit, count)))
    )


def read_weekday_from_date(line: Line, match: re.Match[str]) -> Phrase | None:
    """The Friday before Easter, the first Monday after 20 January."""
    inner, weekday = line.read(match.end()), line.number(match, "w")
    back = line.value(match, "way") == "before"
    if inner is None or inner.found.often or (match["way"] == "B" and not back):
        return None

    def there(when: When) -> When:
        day = when.first if back else when.last
        away = (day.weekday() - weekday - 1) % WEEK + 1 if back else (weekday - day.weekday() - 1) % WEEK + 1
        return When.day(day - timedelta(days=away) if back else day + timedelta(days=away))

    return inner._replace(found=inner.found.moved(there))


THIS = "(?P<u>[suygQh])(?![-']|I?Y)"
RULES = (
    Rule("WJ", "(?P<w>[WJ])d?[,(]?e?(?=[NODcMm])", read_dated_weekday),
    Rule("pl", f"(?P<p>[pl])[-]?o?[Ii]?e?[Fq]?(?:{THIS})?", read_part),
    Rule("P", f"(?P<p>P)(?:-|oe?I?)[Fq]?(?:{THIS})?", read_part),
    Rule("P", f"(?<![^B])(?P<p>P)[Fq]?(?:{THIS})?", read_part),
    Rule("ysQE", f"(?P<u>[ysQE])(?:-|')?(?P<p>P)(?!o)(?:,?[oI]?{YEAR})?", read_end_of_this),
    Rule("NOU&T", f"(?P<n>[NOU&T])-?q?(?P<q>[QhL]),?o?e?[Fq]?(?:{THIS})?", read_share),
    Rule("OT", f"(?P<n>[OT])(?P<what>[suE]|W)(?P<of>[oIi]e?)?[Fq]?(?:{THIS})?", read_first_of),
    Rule("OT", f"(?P<n>[OT])(?P<c>[Nn])(?P<u>{UNIT})oe?", read_some_of),
    Rule("CNna", f"(?P<C>C)?(?P<c>{COUNT})-?(?P<u>{UNIT})(?P<way>[Bbf])e?", read_from_date),
    Rule("w", f"wv?v?(?P<c>{COUNT})-?(?P<u>{UNIT})oe?", read_within_of),
    Rule("Csy", "(?P<C>C)?(?P<c>(?!))?(?P<u>[sy])(?P<way>[Bb])e?", read_from_date),
    Rule("WO", "O?(?P<w>W)(?P<way>[Bb])e?(?=[^.])", read_weekday_from_date),
)
