"""When a claim was made and when it comes due, by the dates that stand with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimtrack.model import When

if TYPE_CHECKING:
    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.articles.datewords import Dated
    from claimtrack.articles.english import Span

# What a claim is compared with or depends on: `less than forecast in July`, `if she wins in May`.
ASIDE = re.compile(r"\b(?:than|since|as of|if|unless)\b[^,;]*$")
ASIDE_REACH = 40
# `tomorrow he plans to …`: how far before its subject a date may stand.
BEFORE_SUBJECT = 25
SAID_REACH = 80
RANGE = re.compile(r"\s*(?:to|through|until|till|-|–)\s*")
# A date with a year, or one said to be past, is never moved.
PAST = re.compile(r"\d{4}|\b(?:last|past|previous|ago|earlier|yesterday)\b", re.IGNORECASE)
PAST_REACH = 8
# An article tells of dates just past; one further back, without a year, is that of the next year.
JUST_PAST = timedelta(days=60)


class Calendar:
    """The dates of an article, to be asked for those of a stretch."""

    def __init__(self, dated: list[Dated], published: date) -> None:
        self.published = published
        self._dated = dated
        self._starts = [item.start for item in dated]

    def between(self, start: int, end: int) -> list[Dated]:
        """The dates that begin from `start` on and before `end`."""
        return self._dated[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def due_in(self, text: str, passage: Passage) -> list[Dated]:
        """The dates by which the claim of a passage may come due: none past, of a comparison or of a condition."""
        told = passage.told
        first = passage.start
        if told.frame == "to" and told.source:
            first = min(first, told.source[0] - BEFORE_SUBJECT)
        here = _joined(text, [ahead(text, item, self.published) for item in self.between(first, passage.end)])
        if told.frame == "aim":
            return here
        return [
            item
            for item in here
            if not ASIDE.search(text, max(first, item.start - ASIDE_REACH), item.start)
            and (
                item.due.last > self.published
                or (item.due.last == self.published and item.start >= passage.start)
            )
        ]

    def said(self, passage: Passage, sentence: Span) -> When | None:
        """The day of speaking: the date nearest to the verb outside what was said, not after publication."""
        at = passage.told.cue[0]
        near = self.between(max(sentence[0], at - SAID_REACH), min(sentence[1], at + SAID_REACH))
        spans = passage.told.spans
        own = [
            item
            for item in near
            if item.when.last <= self.published and not any(a <= item.start < b for a, b in spans)
        ]
        return min(own, key=lambda item: abs(item.start - at)).when if own else None


def _joined(text: str, dated: list[Dated]) -> list[Dated]:
    """Two dates as one where they bound a period: `from 20 May to 3 June`."""
    joined: list[Dated] = []
    for item in dated:
        last = joined[-1] if joined else None
        if last and RANGE.fullmatch(text, last.end, item.start) and last.due.first <= item.due.last:
            span = When(last.due.first, item.due.last)
            words = text[last.start : item.end]
            joined[-1] = replace(last, end=item.end, words=words, when=span, due=span)
        else:
            joined.append(item)
    return joined


def ahead(text: str, item: Dated, published: date) -> Dated:
    """The date read as one to come: with no year of its own, never more than 60 days before publication."""
    before = text[max(0, item.start - PAST_REACH) : item.start]
    if item.due.last >= published - JUST_PAST or PAST.search(before + item.words):
        return item
    return replace(item, when=_next_year(item.when), due=_next_year(item.due))


def _next_year(when: When) -> When:
    return When(_later(when.first), _later(when.last))


def _later(day: date) -> date:
    """The same day a year on; 28 February for 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28) if day.year < date.max.year else day
