"""Dates made of others: "early 2026", "Tuesday, 7 January", "the first week of May", "from 5 to 7 May"."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from claimtrack.dates import calendar
from claimtrack.dates.absolute import read_figures
from claimtrack.dates.calendar import WEEK, around, share
from claimtrack.dates.line import COUNT, UNIT, Line, NoMeaningError, Occurrences, Phrase, Rule, nameless
from claimtrack.dates.refusals import backwards, no_such_date, two_readings
from claimtrack.model import When

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
    """Year-end, the quarter's end: the last day of this one."""
    unit = str(line.value(match, "u"))
    if line.value(match, "p") != "end" or unit in ("day", "hour"):
        return None
    return Phrase(match.end(), Occurrences((When.day(around(line.day, unit).last),)))


def read_share(line: Line, match: re.Match[str]) -> Phrase | None:
    """The first half of 2025, the third quarter of next year, the second half of March; a quarter of any year."""
    number, unit = line.number(match, "n"), str(line.value(match, "q"))
    parts = SHARES.get(unit, 0)
    inner = _inner(line, match)
    if (
        inner is not None
        and unit != "half"
        and any(_months(when) != MONTHS_IN_YEAR for when in inner.found.whens)
    ):
        inner = None
    if inner is None:
        if unit == "half" or match.groupdict().get("u"):
            return None
        return Phrase(match.end("q"), line.in_years({"Q" if unit == "quarter" else "H": number}, None))
    if not 1 <= number <= parts:
        raise NoMeaningError(no_such_date)
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


def read_from_date(line: Line, match: re.Match[str]) -> Phrase | None:
    """Two weeks before Christmas, 60 days after 20 January: so long from that day, month or year."""
    inner, count, unit = line.read(match.end()), line.number(match, "c"), str(line.value(match, "u"))
    way = -1 if line.value(match, "way") == "before" else 1
    if inner is None or (match["way"] == "B" and way > 0) or unit == "hour":
        return None

    def there(when: When) -> When:
        day = calendar.shifted(when.last if way > 0 else when.first, unit, way * count)
        return When.day(day) if when.first == when.last else around(day, unit)

    return inner._replace(found=inner.found.moved(there))


class _Side(NamedTuple):
    """One side of a range: where it ends, its day, month or other period, and its year."""

    end: int
    parts: dict[str, int]
    year: int | None


SIDE = re.compile(
    r"(?:e?(?:(?P<n>[NO])(?:-?o?(?P<m>[Mm]))?|(?P<m2>[Mm])(?:-?e?(?P<n2>[NO])(?![Mm]))?|(?P<q>[NOU])-?Q|(?P<k>K)|(?P<s>S)"
    r"|(?P<D>[Dc]))(?:,?[oI]?(?P<Y>Y)[gyx]?|(?P<j>j))?|(?P<Y2>Y)[gyxG]?)"
)
FIGURES = re.compile("(?P<d>[Dc])")
JOINT = re.compile(r"(?:(?P<to>[-~t/])|(?P<until>B)|(?P<and>[&|]))")


def read_range(line: Line, match: re.Match[str]) -> Phrase | None:
    """Two dates as the span of both: from 5 to 7 May, 28 December to 3 January, March or April."""
    left = _side(line, match.end())
    joint = JOINT.match(line.shape, left.end) if left else None
    right = _side(line, joint.end()) if joint else None
    if left is None or joint is None or right is None or (joint["until"] and not match.group()):
        return None
    if line.shape[joint.start()] == "B" and line.tokens[joint.start()].value == "before":
        return None
    whens = _spans(left, right, line)
    if not whens:
        return None
    found = Occurrences(tuple(span for span, _ in whens))
    if joint["and"] and not match.group() and any(apart for _, apart in whens):
        if line.shape[joint.start()] == "&":
            return None
        sides = ((match.end(), left.end), (joint.end(), right.end))
        words = [
            line.low[line.tokens[start].start : line.tokens[end - 1].end].title() for start, end in sides
        ]
        found = found._replace(doubt=partial(two_readings, readings=words))
    whole = set(left.parts) == set(right.parts) and not (
        joint["to"] and joint["to"] in "-~/" and not left.parts
    )
    return Phrase(right.end, found, sides=(left.end, joint.end()) if whole else None)


def _side(line: Line, at: int) -> _Side | None:
    """What one side of a range has; None for anything that can be none."""
    match = SIDE.match(line.shape, at)
    if match is None or match.end() == at:
        return None
    found = {group: place for group in match.groupdict() if (place := match.start(group)) >= 0}
    parts: dict[str, int] = {}
    year: int | None = None
    for group, place in found.items():
        value = line.tokens[place].value
        if group == "D":
            return _in_figures(line, place, match.end())
        if isinstance(value, tuple):  # q3, 2025q3
            parts[str(value[0])] = int(str(value[1]))
            year = int(str(value[2])) if len(value) > 2 else year  # noqa: PLR2004 - with its year
        elif group in ("Y", "Y2", "j"):
            year = int(str(value))
        else:
            parts[group[0].upper()] = int(str(value))
    return _Side(match.end(), parts, year)


def _in_figures(line: Line, place: int, end: int) -> _Side | None:
    """A side such as 7.05 or 2025-05-07."""
    match = FIGURES.match(line.shape, place)
    phrase = read_figures(line, match) if match else None
    if phrase is None or phrase.found.doubt or phrase.end != end:
        return None
    when, year = phrase.found.whens[0], phrase.found.whens[0].first.year
    parts = {"M": when.first.month} | ({"N": when.first.day} if when.first == when.last else {})
    return _Side(end, parts, year if len(phrase.found.whens) == 1 else None)


def _spans(left: _Side, right: _Side, line: Line) -> list[tuple[When, bool]]:
    """Each span of the two sides, and whether something lies between them.

    One takes from the other the month or year that it leaves out.

    Raises:
        NoMeaningError: it runs backwards, or there is no such date.
    """
    start, end = dict(left.parts), dict(right.parts)
    if "N" in start and "N" in end:
        start, end = (
            ({"M": end["M"]} if "M" in end else {}) | start,
            ({"M": start["M"]} if "M" in start else {}) | end,
        )
    if set(start) != set(end) or set(start) == {"N"} or (left.year and not right.year):
        return []
    if not start and (left.year is None or right.year is None):
        return []
    over = left.year is None and _starts_later(start, end)
    years = [right.year] if right.year else [when.first.year for when in line.in_years({}, None).whens]
    found = []
    for year in years:
        first = calendar.calendar_period(left.year or year - over, start)
        last = calendar.calendar_period(year, end)
        if first and last:
            if last.last < first.first:
                raise NoMeaningError(backwards)
            found.append((When(first.first, last.last), first.last + A_DAY != last.first))
    if not found:
        raise NoMeaningError(no_such_date)
    return found


def _starts_later(left: dict[str, int], right: dict[str, int]) -> bool:
    """Whether the left side comes later in a year than the right one, as in 28 December to 3 January."""
    start, end = (calendar.calendar_period(LEAP_YEAR, parts) for parts in (left, right))
    if start is None or end is None:
        raise NoMeaningError(no_such_date)
    if start.first > end.first and start.first.month == end.first.month:
        raise NoMeaningError(backwards)
    return start.first > end.first


THIS = "(?P<u>[suygQh])(?![-']|I?Y)"
RULES = (
    Rule("WJ", "(?P<w>[WJ])d?[,(]?e?(?=[NODcMm])", read_dated_weekday),
    Rule("pl", f"(?P<p>[pl])[-]?o?[Ii]?e?[Fq]?(?:{THIS})?", read_part),
    Rule("P", f"(?P<p>P)(?:-|oe?I?)[Fq]?(?:{THIS})?", read_part),
    Rule("P", f"(?<![^B])(?P<p>P)[Fq]?(?:{THIS})?", read_part),
    Rule("ysQE", "(?P<u>[ysQE])(?:-|')?(?P<p>P)(?!o)", read_end_of_this),
    Rule("NOU&", f"(?P<n>[NOU&])-?q?(?P<q>[QhL]),?o?e?[Fq]?(?:{THIS})?", read_share),
    Rule("OT", f"(?P<n>[OT])(?P<what>[suE]|W)(?P<of>[oIi]e?)?[Fq]?(?:{THIS})?", read_first_of),
    Rule("Nna", f"(?P<c>{COUNT})-?(?P<u>{UNIT})(?P<way>[Bbf])e?", read_from_date),
    Rule("fNOMmUKSDcY", f"f?(?={nameless(SIDE.pattern)}{nameless(JOINT.pattern)}e?[NOMmUKSDcY])", read_range),
)
