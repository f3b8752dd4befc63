"""Two dates as one span: "from 5 to 7 May", "28 December to 3 January", "March or April", "today or tomorrow"."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from claimtrack.dates import calendar
from claimtrack.dates.absolute import read_figures
from claimtrack.dates.line import Line, NoMeaningError, Occurrences, Phrase, Rule, nameless
from claimtrack.dates.refusals import backwards, no_such_date, two_readings
from claimtrack.model import When

A_DAY = timedelta(days=1)
LEAP_YEAR = 2000
OR = "|"


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
    left = _side(line, match.end()) if line.depth == 0 else None  # no part of a longer phrase
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
        words = [line.words(match.end(), left.end), line.words(joint.end(), right.end)]
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


def read_either(line: Line, at: int, left: Phrase) -> Phrase | None:
    """The span of two dates with "or" between, in doubt where something lies between them; None where there is one."""
    if left.sides or OR in line.shape[at : left.end] or line.shape[left.end : left.end + 1] != OR:
        return None
    start = left.end + 1 + (line.shape[left.end + 1 : left.end + 2] in ("e", "i", "I"))
    right = line.read(start)
    if right is None:
        return None
    gaps = [
        ((other.first - one.last).days, When(one.first, other.last))
        for one in left.found.whens
        for other in right.found.whens
        if other.first > one.last
    ]
    if not gaps:
        return None
    least = min(gap for gap, _ in gaps)
    whens = tuple(when for gap, when in gaps if gap == least)
    doubt = left.found.doubt or right.found.doubt
    if least > 1:
        doubt = partial(two_readings, readings=[line.words(at, left.end), line.words(start, right.end)])
    often = left.found.often and right.found.often
    return Phrase(right.end, Occurrences(whens, often=often, doubt=doubt), sides=(left.end, start))


RULES = (
    Rule("fNOMmUKSDcY", f"f?(?={nameless(SIDE.pattern)}{nameless(JOINT.pattern)}e?[NOMmUKSDcY])", read_range),
)
