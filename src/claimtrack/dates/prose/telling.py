"""Dates that only prose tells: from the date before, by the year of the article, or with no more than a number."""

from __future__ import annotations

import re
from datetime import date

from claimtrack.dates import calendar, grammar
from claimtrack.dates.calendar import around, shifted
from claimtrack.dates.line import Line, Occurrences, Phrase, Rule, step_of
from claimtrack.dates.relative import COUNTED, EXACT
from claimtrack.model import When

MOST = 400
SET_BEFORE = re.compile(r"\b(?:by|on|before|until|till|from|since|to)\s+the\s+$")
THE_BEFORE = re.compile(r"\bthe\s+$")
WHOLE_YEAR_BEFORE = re.compile(r"\b(?:for|(?:rest|remainder|months|weeks|much|most|course)\s+of)\s+the\s+$")
END_OF_CLAUSE = re.compile(r"\s?(?:[.,;:)!?]|\Z)")
WHICH_YEAR = re.compile(r"[\w-]|\s+(?:before|after|of|that|when|in\s+which|\d)")
A_VERB = re.compile(r"\s?[,.;]|\s+[a-z]+ed\b")
LOOK_BACK = 40


def after(line: Line, at: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What the pattern finds right after a token."""
    return pattern.match(line.low, line.tokens[at].end)


def before(line: Line, at: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What the pattern, which ends in `$`, finds right before a token."""
    start = line.tokens[at].start
    return pattern.search(line.low, max(0, start - LOOK_BACK), start)


def read_nth(line: Line, match: re.Match[str]) -> Phrase | None:
    """By the 20th: of this month, or of the one before or after."""
    at = match.start()
    if not before(line, at, SET_BEFORE) or not after(line, at, END_OF_CLAUSE):
        return None
    months = [calendar.shift(line.day.replace(day=1), months=step) for step in (-1, 0, 1)]
    whens = (
        calendar.calendar_period(there.year, {"M": there.month, "N": line.number(match, "d")})
        for there in months
    )
    return Phrase(match.end(), Occurrences(tuple(when for when in whens if when), often=True))


def read_same(line: Line, match: re.Match[str]) -> Phrase | None:
    """That year, the same day, the next day: told from the date before in the text."""
    relation, unit = line.number(match, "T"), str(line.value(match, "u"))
    there = line.previous
    if (
        there is None
        or (unit == "day" and there.first != there.last)
        or (match["T"] == "T" and unit != "day")
    ):
        return None
    return Phrase(match.end(), Occurrences((around(shifted(there.first, unit, step_of(relation)), unit),)))


def read_the_day_before(line: Line, match: re.Match[str]) -> Phrase | None:
    """The day before, the year after."""
    unit, there = str(line.value(match, "u")), line.previous
    if (
        there is None
        or not before(line, match.start(), THE_BEFORE)
        or not after(line, match.end() - 1, A_VERB)
    ):
        return None
    if unit not in ("day", "week", "month", "year") or (unit == "day" and there.first != there.last):
        return None
    step = -1 if line.value(match, "way") == "before" else 1
    return Phrase(match.end(), Occurrences((around(shifted(there.first, unit, step), unit),)))


def read_later(line: Line, match: re.Match[str]) -> Phrase | None:
    """Two years later, three days earlier: from the date before, else from the article's."""
    way, unit, count = str(line.value(match, "way")), str(line.value(match, "u")), line.number(match, "c")
    if (
        unit == "hour"
        or count > MOST
        or (match["way"] in "Bb" and not after(line, match.end() - 1, END_OF_CLAUSE))
    ):
        return None
    unit = "working day" if match["k"] else unit
    back = way in ("earlier", "before")
    there = shifted(line.previous.first if line.previous else line.day, unit, -count if back else count)
    when = When.day(there) if unit in EXACT else around(there, "month" if unit == "halfyear" else unit)
    return Phrase(match.end(), Occurrences((when,)), aside=way == "earlier")


def read_year_ago(line: Line, match: re.Match[str]) -> Phrase | None:
    """The year-ago period, year-earlier results."""
    if line.value(match, "u") != "year" or not after(line, match.end() - 1, re.compile(r"\s\w")):
        return None
    if before(line, match.start(), re.compile(r"\ba\s$")):
        return None
    return Phrase(match.end(), Occurrences((calendar.years(line.day.year - 1),)), aside=True)


def read_the_year(line: Line, match: re.Match[str]) -> Phrase | None:
    """The full year, the rest of the year: this one."""
    at, last = match.start(), match.end() - 1
    if line.word(last) != "year" or after(line, last, WHICH_YEAR):
        return None
    if not before(line, at, WHOLE_YEAR_BEFORE if at == last else THE_BEFORE):
        return None
    return Phrase(match.end(), Occurrences((around(line.day, "year"),)), aside=True)


def read_attacks(line: Line, match: re.Match[str]) -> Phrase | None:
    """9/11 names a day by itself."""
    return (
        Phrase(match.end(), Occurrences((When.day(date(2001, 9, 11)),)))
        if line.word(match.start()) == "9/11"
        else None
    )


RULES = (
    Rule("?", r"\?", read_attacks),
    *grammar.RULES,
    Rule("O", "(?P<d>O)", read_nth),
    Rule("=T", "(?P<T>[=T])(?P<u>[sy])", read_same),
    Rule("sy", "(?P<u>[sy])(?P<way>[Bb])", read_the_day_before),
    Rule("Nna", f"{COUNTED}(?P<way>[lBb])", read_later),
    Rule("y", "(?P<u>y)-?[Al]", read_year_ago),
    Rule("yFq", "[Fq]?y", read_the_year),
)
