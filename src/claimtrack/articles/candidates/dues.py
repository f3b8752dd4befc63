"""When a claim was made and when it comes due, by the dates that stand with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.articles.english import Span
    from claimtrack.dates.prose import Dated
    from claimtrack.model import When

# What a claim is compared with or depends on: `less than forecast in July`, `if she wins in May`.
ASIDE = re.compile(r"\b(?:than|since|as of|if|unless)\b[^,;]*$")
ASIDE_REACH = 40
# `tomorrow he plans to …`: how far before its subject a date may stand.
BEFORE_SUBJECT = 25
SAID_REACH = 80
# What joins two dates that were read as one span.
JOINT = re.compile(r"\s*(?:to|through|until|till|and|or|-|–)\s*")


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
        here = _joined(text, [ahead(item) for item in self.between(first, passage.end)])
        if told.frame == "aim":
            return here
        return [
            item
            for item in here
            if not ASIDE.search(text, max(first, item.start - ASIDE_REACH), item.start)
            and self._may_come(item, passage)
        ]

    def _may_come(self, item: Dated, passage: Passage) -> bool:
        """Whether the date is not past; the day of the article itself counts within the passage alone."""
        last = (item.due or item.when).last
        return last > self.published or (last == self.published and item.start >= passage.start)

    def said(self, passage: Passage, sentence: Span) -> When | None:
        """The day of speaking: the date nearest to the verb outside what was said, not after publication."""
        at = passage.told.cue[0]
        near = self.between(max(sentence[0], at - SAID_REACH), min(sentence[1], at + SAID_REACH))
        spans = passage.told.spans
        own = [
            item
            for item in near
            if item.due
            and not item.by
            and item.due.last <= self.published
            and not any(a <= item.start < b for a, b in spans)
        ]
        return min(own, key=lambda item: abs(item.start - at)).due if own else None


def _joined(text: str, dated: list[Dated]) -> list[Dated]:
    """The two ends of one span as one date: `from 20 May to 3 June`."""
    joined: list[Dated] = []
    for item in dated:
        last = joined[-1] if joined else None
        if last and last.due and last.due == item.due and JOINT.fullmatch(text, last.end, item.start):
            words = text[last.start : item.end]
            joined[-1] = replace(last, end=item.end, words=words, when=last.due)
        else:
            joined.append(item)
    return joined


def ahead(item: Dated) -> Dated:
    """The date as one to come, whatever the tense beside it, where its words leave the year open."""
    return replace(item, due=item.ahead) if item.ahead else item
