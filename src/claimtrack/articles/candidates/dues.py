"""When a claim was made and comes due, by the dates that stand with it; and the date that a new one replaces."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model import When

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.articles.candidates.cues import Cue
    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.articles.english import Span
    from claimtrack.articles.entries import Entry
    from claimtrack.dates.prose import Dated

# What a claim is compared with or depends on: `less than forecast in July`, `if she wins in May`.
ASIDE = re.compile(
    r"\b(?:(?<!no later )(?<!no earlier )(?<!not later )(?<!sooner )than|since|as of|if|unless|compared (?:with|to)|"
    r"versus|vs\.?|against|after|following|instead of|"
    r"rather than)\b[^,;]*$",
    re.IGNORECASE,
)
# `not by 1 March but by 1 May`, `instead of May`, `was due in May`: the date that another takes the place of.
REPLACED = re.compile(
    r"\bnot (?:by|on|in|before|until|this) *$|\b(?:instead of|rather than|originally|previously|initially|was due|"
    r"were due|"
    r"(?:was|were|had been) (?:scheduled|supposed|meant|to have|due|planned|set|expected)|"
    r", (?:once |first |long )?(?:promised|planned|scheduled|slated|expected|meant|supposed|intended|due)|"
    r"\bhad (?:said|promised|planned|"
    r"hoped|expected|aimed|pledged))\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
GONE = re.compile(r"\b(?:last|past|ago|earlier|yesterday)\b", re.IGNORECASE)
COMING = re.compile(r"(?:next|coming|tomorrow|later)\b", re.IGNORECASE)
FROM = re.compile(r"\bfrom(?: the| early| late| mid-?)? *$", re.IGNORECASE)
BUT = re.compile(r",? but\b", re.IGNORECASE)
# `the law adopted on`, `figures published on`: the date belongs to a participle that follows a noun.
PARTICIPLE = re.compile(
    r"(?:^|[\s,(])(?P<word>\w+ed|held|made|sent|signed|set|begun|born|due|seen|taken|given|known|won|lost|built)"
    r"(?: \w+ly)?(?: (?:on|in|at|by|before|for|until|late|early|back in))? *(?:the )?$",
    re.IGNORECASE,
)
WHICH = re.compile(
    r"\b(?:which|who|that) (?:was|were|had|has|is|took|came|began|started|opened|met|ended)\b[^,;]*$"
)
# `will pay for it, which it should have by May`
RELATIVE = re.compile(r", (?:which|who|where|whose)\b [^,;]*?\b(?:should|would|could|may|might)\b[^,;]*$")
RELATIVE_REACH = 150
ASIDE_REACH = 40
# `- May 7, 2025` or `## By the end of March`, with items below.
HEADING_BEFORE = re.compile(r"[\s#*_•–-]*(?:(?:by|in|on|before|until|the end of|from|for) )*", re.IGNORECASE)
HEADING_AFTER = re.compile(r"[\s:*_.–-]*")
# A paragraph of prose that begins at the margin is no item of the list before.
OUTDENTED = re.compile(r"\n\s*\n(?=[A-Za-z])[^\n]*$|\n(?=[A-Za-z])[^\n]*\n")
LINES_BELOW = 12
# `tomorrow he plans to …`: how far before its subject a date may stand.
BEFORE_SUBJECT = 25
SAID_REACH = 80
RANGE = re.compile(r"\s*(?:to|through|until|till|-|–|(?:and|or)(?: in| for| on)?)\s*")


class Term(NamedTuple):
    """The date by which a claim comes due, and the one that it replaces; either may be missing."""

    due: Dated | None
    was: When | None


NO_TERM = Term(None, None)


class Calendar:
    """The dates of an article, to be asked for those of a stretch."""

    def __init__(self, text: str, dated: list[Dated], entries: list[Entry]) -> None:
        self._entries = entries
        self._entry_starts = [entry.start for entry in entries]
        self._dated = dated
        self._starts = [item.start for item in dated]
        self._text = text
        self._over = [item for item in dated if _is_heading(text, item)]
        self._over_starts = [item.start for item in self._over]

    def day_at(self, place: int) -> date:
        """The day on which what stands there was published."""
        return self._entries[max(0, bisect_right(self._entry_starts, place) - 1)].day

    def between(self, start: int, end: int) -> list[Dated]:
        """The dates that begin from `start` on and before `end`."""
        return self._dated[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def term(self, text: str, passage: Passage, cue: Cue) -> Term:
        """The date that the limit of the clause's main verb names, and the old one that the clause says it replaces."""
        told = passage.told
        first = passage.start
        if told and told.frame == "to" and told.source:
            first = min(first, told.source[0] - BEFORE_SUBJECT)
        every = [ahead(item) for item in self.between(first, passage.end)]
        if told and told.frame in ("to", "urged"):  # `pledged on Monday | to open it by May`
            every = [item for item in every if not told.cue[1] <= item.start < told.spans[0][0]]
        here = [_alone(item) for item in every] if cue.family == "delay" else _joined(text, every)
        aims = told is not None and told.frame == "aim"
        open_ = [item for item in here if aims or not _is_aside(text, item, first, cue)]
        old = [item for item in here if _is_replaced(text, item, first, cue)]
        left = [item for item in open_ if item not in old and (aims or self._is_ahead(item, passage))]
        clear = [item for item in left if item.due] or left
        due = next((item for item in clear if item.start >= cue.start), clear[0] if clear else None)
        was = next((item.when for item in old if due and item.when != due.when), None)
        if due is None and not here:
            due = self._from_heading(passage)
        return Term(due, was)

    def _from_heading(self, passage: Passage) -> Dated | None:
        """The date in a line of its own that the clause's item stands under."""
        place = bisect_left(self._over_starts, passage.start)
        if not place or not self._over:
            return None
        over = ahead(self._over[place - 1])
        between = self._text[over.end : passage.start]
        below = (
            between.count("\n") <= LINES_BELOW
            and "\n\n\n" not in between
            and between.strip(" :*_#\r").startswith("\n")
        )
        apart = OUTDENTED.search(between) is not None
        return over if below and not apart and self._is_ahead(over, passage) else None

    def _is_ahead(self, item: Dated, passage: Passage) -> bool:
        last = (item.due or item.when).last
        day = self.day_at(passage.start)
        return last > day or (last == day and item.start >= passage.start)

    def is_past(self, passage: Passage) -> bool:
        """Whether the clause has dates, all of them past."""
        here = self.between(passage.start, passage.end)
        day = self.day_at(passage.start)
        return bool(here) and all((ahead(item).due or item.when).last < day for item in here)

    def said(self, passage: Passage, sentence: Span) -> When | None:
        """The day of speaking: the date nearest to the verb outside what was said, not after publication."""
        if passage.told is None:
            return None
        at = passage.told.cue[0]
        near = self.between(max(sentence[0], at - SAID_REACH), min(sentence[1], at + SAID_REACH))
        spans = passage.told.spans
        own = [
            item
            for item in near
            if item.due
            and not item.by
            and item.due.last <= self.day_at(at)
            and not any(a <= item.start < b for a, b in spans)
        ]
        return min(own, key=lambda item: abs(item.start - at)).due if own else None


def _is_heading(text: str, item: Dated) -> bool:
    """Whether the date is all that its line holds."""
    first = text.rfind("\n", 0, item.start) + 1
    stop = text.find("\n", item.end)
    before, after = text[first : item.start], text[item.end : stop if stop >= 0 else len(text)]
    return HEADING_BEFORE.fullmatch(before) is not None and HEADING_AFTER.fullmatch(after) is not None


def _is_aside(text: str, item: Dated, first: int, cue: Cue) -> bool:
    """Whether the date belongs to a comparison, a condition, or a participle before or after the main verb."""
    before = text[max(first, item.start - ASIDE_REACH) : item.start]
    if GONE.search(item.words):
        return True
    if item.start > cue.end and RELATIVE.search(text, max(cue.end, item.start - RELATIVE_REACH), item.start):
        return True
    if (ASIDE.search(before) and not COMING.match(item.words)) or WHICH.search(before):
        return True
    participle = PARTICIPLE.search(before)
    return (
        participle is not None
        and not cue.start <= item.start - len(before) + participle.start("word") < cue.end + 1
        and (item.start < cue.start and participle.group("word").lower() != "set")
    )


def _is_replaced(text: str, item: Dated, first: int, cue: Cue) -> bool:
    """Whether the date is one that another takes the place of: `moved from 1 March`, `not by 1 March but by 1 May`."""
    begin = max(first, item.start - ASIDE_REACH)
    if cue.family == "delay" and FROM.search(text, begin, item.start):
        return True
    match = REPLACED.search(text, begin, item.start)
    return match is not None and (
        not match.group().startswith("not") or BUT.match(text, item.end) is not None
    )


def _joined(text: str, dated: list[Dated]) -> list[Dated]:
    """Two dates as one where they bound a period: `20 May to 3 June`, `between March and May`, `March or April`."""
    joined: list[Dated] = []
    for item in dated:
        last = joined[-1] if joined else None
        span = _span(text, last, item) if last else None
        if last and span:
            joined[-1] = replace(last, end=item.end, words=text[last.start : item.end], when=span, due=span)
        else:
            joined.append(item)
    return joined


def _span(text: str, last: Dated, item: Dated) -> When | None:
    """The days of both dates, where they are the two ends of one period."""
    if not last.due or not item.due or not RANGE.fullmatch(text, last.end, item.start):
        return None
    if last.due == item.due:
        return last.due
    return When(last.due.first, item.due.last) if last.due.first <= item.due.last else None


def _alone(item: Dated) -> Dated:
    """One end of a period as a date of its own: in `moved from 1 March to 1 May` the two are no period."""
    of_a_span = item.due and item.due != item.when and item.due.first <= item.when.first <= item.due.last
    return replace(item, due=item.when) if of_a_span else item


def ahead(item: Dated) -> Dated:
    """The date as one to come, whatever the tense beside it, where its words leave the year open."""
    return replace(item, due=item.ahead) if item.ahead else item
