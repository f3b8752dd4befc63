"""The date that a new one replaces, where another sentence about the same thing gives it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.about import akin, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.candidates.draft import Draft
    from claimtrack.articles.candidates.dues import Calendar
    from claimtrack.articles.speech import Reading
    from claimtrack.model import When

_PLANNED = r"(?:due|scheduled|planned|expected|supposed|meant|intended|promised|slated|set|timetabled|booked)"
# `The dam, promised for March,`; `The dam was due in March`; `The first date was 1 March`.
ONCE = re.compile(
    rf"\b(?:was|were|had been)\b(?<!goal was)(?<!aim was)(?<!plan was)(?<!goals was)(?<!target was) "
    rf"(?:originally |first |once |previously |initially |long )?(?:{_PLANNED}\b|to [a-z]+\b)|"
    rf", (?:once |first |originally |long |initially )?{_PLANNED} (?:for|in|on|by|to)\b|"
    r"\b(?:originally|initially|previously|had (?:planned|hoped|aimed|spoken of)|used to be)\b|"
    r"\b(?:original|previous|first|earlier|old|initial) (?:date|deadline|target|opening|plan|goal|estimate)\b",
    re.IGNORECASE,
)
# That something was moved has to be said: in one of the two sentences, between them, or on top.
MOVED = re.compile(
    r"\b(?:now|new (?:date|deadline|target)|delay\w*|postpon\w+|push\w* back|put (?:off|back)|slip\w*|instead|"
    r"(?:weeks?|months?|years?|days?) (?:late|later|earlier)|no longer|not (?:\w+ ){0,4}(?:before|until)|earlier than|"
    r"behind schedule|brought forward|moved|reschedul\w+|deferr\w+|set back|missed|extend\w*|originally|previously|"
    r"initially|(?:had been|was|were) (?:planned|supposed|meant|intended)|(?:is|are|was|were|running) late|"
    r"(?:promised|first expected))\b",
    re.IGNORECASE,
)
# The mark of what was to come once: `was due to open`.
PAST = "past"
# So far, in characters, after such words the old date may stand, and before it what it is for.
REACH = 90
LED_BY = 120
# So many sentences around, the thing may be spoken of; and right before, without its name: `It will now open in May`.
BEFORE, AFTER, NEAR = 6, 2, 2
LEANS = re.compile(r"\W*(?:it|this|that|they|these)\b", re.IGNORECASE)
HALF = 0.5
JOINT = re.compile(r"[;:]|, (?:and|but|while|although) ")


class _Old(NamedTuple):
    """A date that was once set: where, for what, and by whom, if the article tells that."""

    number: int
    start: int
    gist: _Gist
    when: When
    speaker: str | None


class _Gist(NamedTuple):
    """The things and the acts that some words name."""

    things: frozenset[str]
    acts: frozenset[str]
    figures: bool
    leans: bool

    def is_of(self, old: _Gist, after: int) -> bool:
        """Whether both may tell of one event, the old one `after` sentences after; near each other if unnamed."""
        acts = bool(self.acts & old.acts) or akin(self.acts, old.acts)
        if self.figures and old.figures:
            return False  # a forecast for another year is no move
        open_ = acts or not (self.acts and old.acts)
        fewer = min(len(self.things), len(old.things))
        if fewer and len(self.things & old.things) >= HALF * fewer:
            return open_
        if self.leans or not (old.things or old.acts):
            return open_ and abs(after) <= 1  # `The first date was 1 March.` `It will now open in May.`
        return acts and not fewer and abs(after) <= NEAR


def with_replaced(found: list[Draft], reading: Reading, calendar: Calendar) -> list[Draft]:
    """The drafts, each with the date that its own replaces; what was promised for that date is left out."""
    sentences = reading.memory.sentences
    starts = [sentence.start for sentence in sentences]
    old = [*_narrated(reading, calendar, starts), *_told(found, calendar, starts)]
    if not old:
        return found
    old.sort(key=lambda item: item.start)
    numbers = [item.number for item in old]
    kept: list[Draft] = []
    gone: set[int] = set()
    for draft in found:
        number = _number(starts, draft.candidate.start)
        near = old[bisect_left(numbers, number - BEFORE) : bisect_right(numbers, number + AFTER)]
        match = _replaced(draft, number, near, reading) if near else None
        gone |= {match.start} if match else set()
        kept.append(draft._replace(candidate=replace(draft.candidate, was=match.when)) if match else draft)
    taken = [one for one in old if one.start in gone]
    return [draft for draft in kept if not _is_told_by(draft, taken)]


def _is_told_by(draft: Draft, taken: list[_Old]) -> bool:
    """Whether the draft only tells of an old date that another one replaces."""
    item = draft.candidate
    if not draft.is_old and PAST not in draft.marks:
        return False
    place = bisect_left(taken, item.start, key=lambda one: one.start)
    one = taken[place] if place < len(taken) and taken[place].start < item.end else None
    return one is not None and (draft.is_old or item.due in (None, one.when))


def _narrated(reading: Reading, calendar: Calendar, starts: list[int]) -> Iterator[_Old]:
    """The dates that the text itself tells were once set."""
    text, last = reading.memory.text, 0
    for item in calendar.between(0, len(reading.memory.text)):
        number = _number(starts, item.start)
        begin = max(reading.memory.sentences[number].start, last, item.start - LED_BY)
        if ONCE.search(text, max(begin, item.start - REACH), item.start):
            words = JOINT.split(text[begin : item.start])[-1]
            yield _Old(number, item.start, _gist(words), item.due or item.when, None)
        last = item.end


def _told(found: list[Draft], calendar: Calendar, starts: list[int]) -> Iterator[_Old]:
    """The dates that somebody had named before."""
    for draft in found:
        item = draft.candidate
        here = calendar.between(item.start, item.end) if draft.is_old else []
        when = item.due or (here[0].when if here else None)
        if draft.is_old and when:
            yield _Old(_number(starts, item.start), item.start, _gist(item.text), when, item.speaker)


def _replaced(draft: Draft, number: int, near: list[_Old], reading: Reading) -> _Old | None:
    """The old date that the draft's own replaces, the nearest before it, else after it."""
    item = draft.candidate
    if not item.due or item.was or item.kind == "statement" or draft.is_old:
        return None
    gist = _gist(item.text)
    fits = [
        old
        for old in near
        if not (old.when.first <= item.due.last and item.due.first <= old.when.last)
        and (old.speaker in (None, item.speaker) or not item.named)
        and gist.is_of(old.gist, _distance(reading, number, old.number))
        and _is_moved(reading, number, old.number)
    ]
    return min(fits, key=lambda old: (old.number > number, abs(old.number - number)), default=None)


def _distance(reading: Reading, one: int, other: int) -> int:
    """By how many sentences one stands after the other in a paragraph; far where it is another one's."""
    sentences = reading.memory.sentences
    return other - one if sentences[one].paragraph == sentences[other].paragraph else BEFORE


def _is_moved(reading: Reading, one: int, other: int) -> bool:
    """Whether the headline, or the text from one sentence to the other, tells that something was moved."""
    text, sentences = reading.memory.text, reading.memory.sentences
    start, end = sentences[min(one, other)].start, sentences[max(one, other)].end
    return MOVED.search(text, start, end) is not None or MOVED.search(text, 0, sentences[0].end) is not None


def _gist(words: str) -> _Gist:
    told = list(words_of(MOVED.sub(" ", ONCE.sub(" ", words))))
    return _Gist(
        frozenset(word.key for word in told if not word.act and not word.figure),
        frozenset(word.act for word in told if word.act),
        any(word.figure for word in told),
        LEANS.match(words) is not None,
    )


def _number(starts: list[int], place: int) -> int:
    """The number of the sentence that holds the place."""
    return max(0, bisect_right(starts, place) - 1)
