"""Going through a text once, and reading each date where a word that can begin one stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.dates.grammar import as_limit, is_of_the_end, line_of
from claimtrack.dates.line import NoMeaningError, Occurrences, nameless
from claimtrack.dates.pick import Side, pick
from claimtrack.dates.prose.strict import allowed, kind_in
from claimtrack.dates.prose.telling import RULES
from claimtrack.dates.prose.tense import direction
from claimtrack.dates.tokens import folded
from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from claimtrack.dates.line import Line, Phrase

# How far back, in characters, the date may be that "a year later" counts from.
NEAR = 400
# Where some rule may read something, without the names of their groups.
STARTS = re.compile("(?=" + "|".join(nameless(rule.pattern) for rule in RULES) + ")")
# "by the end", "until about Friday": what may stand between a limit and its date.
BOUND_BEFORE = re.compile("(?P<bound>[Bw])[evi]{0,3}$")

# "after 1 March", "not before 2027": the day that it names is none by which something comes about.
NOT_BEFORE = re.compile("[>b][evi]{0,3}$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in prose: where it stands, its words, the days it can mean, and those it can mean as a deadline.

    `when` is the calendar span named: "early 2026" is 2026. `due` is what the same words mean when typed: its first
    quarter, and of "before 20 January" the 19th; None where people read them differently, and of "after 20 January".
    `ahead` is `due` as a date to come, whatever the tense; None where the words leave nothing open. `bound` is "by",
    "before", "until" or "within" where the text sets a limit.
    """

    start: int
    end: int
    words: str
    when: When
    due: When | None
    ahead: When | None = None
    bound: str | None = None

    @property
    def by(self) -> bool:
        """Whether the text sets the date as a limit."""
        return self.bound is not None


def dates(text: str, published: date | None = None) -> list[Dated]:
    """Every calendar date in the text, in order, none overlapping another.

    Without the day of publication only dates that name their year are found.
    """
    low = folded(text)
    return list(_found(text, line_of(low, published, lambda *word: kind_in(text, *word), RULES)))


def _found(text: str, line: Line) -> Iterator[Dated]:
    """The dates of a line from its beginning; each is known to those after it."""
    end, counting, previous_end = 0, line, 0
    for match in STARTS.finditer(line.shape):
        at = match.start()
        start = line.tokens[at].start
        if at < end or _is_tail(line.low, start):
            continue
        near = counting is not line and _near(line.low, previous_end, start)
        here = counting if near else line
        try:
            phrase = here.reader(here, at)
        except NoMeaningError as no_meaning:  # 30 February is no February
            end = no_meaning.end
            continue
        if phrase is None or not allowed(text, here, at, phrase):
            continue
        there = list(_dated(text, here, at, phrase))
        if not there:
            continue
        end = phrase.end
        if not phrase.aside:
            counting, previous_end = replace(line, previous=there[-1].when), there[-1].end
        yield from there


def _near(low: str, end: int, start: int) -> bool:
    """Whether a date that ends there may be the one that another counts from."""
    return start - end < NEAR and low.find("\n\n", end, start) < 0


def _is_tail(low: str, start: int) -> bool:
    """Whether a word hangs on a number or underscore, and begins nothing."""
    return start > 0 and (low[start - 1] == "_" or low[start - 1].isalnum())


def _dated(text: str, line: Line, at: int, phrase: Phrase) -> Iterator[Dated]:
    """What was read, with its words and the limit that they set; two whole dates of a range one by one."""
    start, end = line.tokens[at].start, line.tokens[phrase.end - 1].end
    found = phrase.found
    place = _place(text, line, found, (start, end))
    if place is None:
        return
    when = (found.named or found.whens)[place]
    sure = _is_sure(line, at, found, found.whens[place])
    bound = _bound(line, at)
    limited = as_limit(found, bound, of_the_end=is_of_the_end(line, at, phrase)) if bound else found
    due = limited.whens[place] if sure else None
    ahead = _ahead(line, found, limited) if sure else None
    dated = Dated(start, end, text[start:end], when, due, ahead, bound)
    if phrase.sides is None:
        yield dated
        return
    left, right = phrase.sides
    at += line.shape[at] == "f"
    for first, last in ((at, left), (right, phrase.end)):
        own = line.reader(replace(line, shape=line.shape[:last]), first)
        whens = (
            [one for one in own.found.whens if when.first <= one.first and one.last <= when.last]
            if own
            else []
        )
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        yield replace(dated, start=start, end=end, words=text[start:end], when=whens[0] if whens else when)


def _is_sure(line: Line, at: int, found: Occurrences, when: When) -> bool:
    """Whether all read it so: no second reading, its own weekday, no "end" before it that may be a verb, no "after"."""
    verb = line.shape[at - 1 : at] == "P" and when.first != when.last
    other = verb or NOT_BEFORE.search(line.shape, max(0, at - 4), at)
    return found.doubt is None and found.weekday in (None, when.first.weekday()) and not other


def _place(text: str, line: Line, found: Occurrences, span: tuple[int, int]) -> int | None:
    """Which occurrence is meant: tense and preposition tell the side; a weekday that nothing tells of lies behind."""
    if len(found.whens) == 1:
        return 0
    way = 0 if found.doubt else direction(text, line.low, *span)
    if found.often:
        side = Side.AHEAD if way > 0 else Side.BACK
    else:
        side = {1: Side.AHEAD_OF_ARTICLE, 0: Side.NEAREST, -1: Side.BACK_FROM_ARTICLE}[way]
    return 0 if line.against is None else pick(found, When.day(line.day), side)


def _ahead(line: Line, found: Occurrences, limited: Occurrences) -> When | None:
    """The one to come, for words that name no year, other than weekdays."""
    if len(found.whens) == 1 or found.often:
        return None
    place = pick(found, When.day(line.day), Side.AHEAD_OF_ARTICLE)
    return None if place is None else limited.whens[place]


def _bound(line: Line, at: int) -> str | None:
    """The limit set by the words before a date, or by its own first word; None where there is none."""
    if line.shape[at] == "w":
        return "within"
    match = BOUND_BEFORE.search(line.shape, max(0, at - 4), at)
    return str(line.tokens[match.start()].value) if match else None
