"""Lists whose lead says what their items are: `The company expects:`, `My predictions for 2026`, items with odds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates.cue_families import DATED_ONLY
from claimtrack.articles.candidates.cues import Cue
from claimtrack.articles.candidates.draft import Finding
from claimtrack.articles.candidates.odds import odds_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.candidates.dues import Calendar
    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.articles.candidates.whose import Ladder
    from claimtrack.articles.english import Sentence

ITEM = re.compile(r"[ \t]*(?:(?:[-*•–][ \t]+|\d{1,3}[.)][ \t]+)\S|\*\*\w[^*\n]{8,}\*\*)")
MARK = re.compile(r"[\s*_•–-]*(?:\d{1,3}[.)])?[\s*_]*")
# What a list of claims is called, on top of the text or right before its items.
FORESEEN = re.compile(
    r"\b(?:predictions?|forecasts?|bets|outlook|prophecies|will\b[^.\n]{0,20}\bhappen|will bring|to expect|to come|"
    r"see coming|"
    r"expect to|(?:think|expect|see) (?:will|for|in|happen\w*)|(?:\w+ )?calls for (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# `How my predictions did`, `What we got wrong last year`.
RETOLD = re.compile(
    r"\b(?:last year['’]?s?|got (?:right|wrong)|was wrong|were wrong|how (?:did|they|my|our)|looking back|review of|"
    r"did|scored?|turned out|results|made in)\b",
    re.IGNORECASE,
)
# An item that tells what was, or only names a thing, foretells nothing.
FINITE = re.compile(
    r"\b(?:is|are|does|do|has|have|no|not|nobody|never|at least|more|fewer|\w{2,}s|"
    r"\w+ (?:win|lose|rise|fall|keep|stay|hold|remain|take|overtake|go|come|leave|reach|pass))\b"
)
WAS = re.compile(
    r"\b(?:was|were|did|had|been|said)\b|^\W*(?:see|read|click|how|what|why|where|who)\b", re.IGNORECASE
)
ENDED = re.compile(r"[.!?…:][*_\s]*$")
FEWEST_ODDS = 2
FEWEST_WORDS = 4
ON_TOP = 3


class _Item(NamedTuple):
    """Of an item's main sentence: the sentence that leads its list, whether it foretells, and the odds after it."""

    lead: int | None
    foretold: bool
    odds: float | None


class Lists:
    """The lists of an article, to be asked what the clause of an item says that has no words ahead of its own."""

    def __init__(self, text: str, sentences: list[Sentence], calendar: Calendar, ladder: Ladder) -> None:
        self._text, self._calendar, self._ladder = text, calendar, ladder
        self._items: dict[int, _Item] = {}
        self._odds: set[int] = set()
        self._leads: dict[int, Finding | None] = {}
        self._heads: set[int] = set()
        for block, lead in _blocks(text, sentences):
            self._read(sentences, block, lead)

    def _read(self, sentences: list[Sentence], block: list[range], lead: int | None) -> None:
        text = self._text
        words = text[sentences[lead].start : sentences[lead].end] if lead is not None else ""
        heads = [words, *(text[s.start : s.end] for s in sentences[: min(ON_TOP, block[0].start)])]
        odds = [_odds_of(text, sentences, item) for item in block]
        foretold = sum(value is not None for value in odds) >= FEWEST_ODDS or _is_foretelling(heads)
        if foretold:  # the title says nothing itself
            self._heads |= {
                n for n in range(min(ON_TOP, block[0].start)) if ENDED.search(heads[n + 1]) is None
            }
        if lead is not None and words.rstrip(" *_").endswith(":"):
            self._leads[lead] = None
        for item, value in zip(block, odds, strict=True):
            main = next((n for n in item if _words(text, sentences[n]) >= FEWEST_WORDS), None)
            if main is not None:
                self._items[main] = _Item(lead if lead in self._leads else None, foretold, value)
                self._odds |= {
                    n for n in item if n != main and odds_alone(_said(text, sentences[n])) is not None
                }

    def odds(self, number: int) -> float | None:
        """The odds that an item gives its main sentence in words of their own: `The bank cuts twice. 65%.`."""
        item = self._items.get(number)
        return item.odds if item else None

    def read(self, passage: Passage, found: Finding | None) -> Finding | None:
        """What was found in a clause, or else what its list makes of it; what only leads a list says nothing itself."""
        number = passage.number
        if number in self._odds or (number in self._heads and FORESEEN.search(_said_at(self._text, passage))):
            return None
        if number in self._leads and self._text.startswith(":", passage.end - 1):
            self._leads[number] = found
            return None
        item = self._items.get(number)
        if found or item is None or passage.told or passage.quoted:
            return found
        return self._of_item(passage._replace(start=passage.whole[0], end=passage.whole[1]), item)

    def _of_item(self, passage: Passage, item: _Item) -> Finding | None:
        mark = MARK.match(self._text, passage.start, passage.end)
        start = mark.end() if mark else passage.start
        passage = passage._replace(start=start)
        lead = self._leads.get(item.lead) if item.lead is not None else None
        words = self._text[start : passage.end]
        foretells = (
            item.foretold and FINITE.search(words) and not WAS.search(words) and not words.endswith("?")
        )
        if lead is None and not foretells:
            return None
        cue = Cue(lead.cue.family if lead else "listed", start, start, "", "", relative=False)
        term = self._calendar.term(self._text, passage, cue)
        if lead is None:
            whose = self._ladder.whose(passage, cue)
            return Finding(passage, cue, whose, term) if whose.rung != "none" else None
        term = term if term.due else lead.term
        return Finding(passage, cue, lead.whose, term) if term.due or cue.family not in DATED_ONLY else None


def _blocks(text: str, sentences: list[Sentence]) -> Iterator[tuple[list[range], int | None]]:
    """Each run of items as the numbers of their sentences, and the last sentence before it."""
    block: list[range] = []
    first = 0
    for number, sentence in enumerate([*sentences, None]):
        if sentence and number and sentence.paragraph == sentences[number - 1].paragraph:
            continue
        if block and block[-1].stop < 0:
            block[-1] = range(block[-1].start, number)
        begins = sentence and ITEM.match(text, text.rfind("\n", 0, sentence.start) + 1)
        if begins:
            first = first if block else number
            block.append(range(number, -1))
        elif block:
            if len(block) > 1:
                yield block, first - 1 if first else None
            block = []


def _is_foretelling(heads: list[str]) -> bool:
    """Whether the line before the items, or one on top of the text, says that they are predictions."""
    before, *top = heads
    if RETOLD.search(before):
        return False
    return FORESEEN.search(before) is not None or any(
        FORESEEN.search(line) and not RETOLD.search(line) for line in top
    )


def _odds_of(text: str, sentences: list[Sentence], item: range) -> float | None:
    """The odds that a sentence of the item gives by itself."""
    told = (odds_alone(_said(text, sentences[n])) for n in item)
    return next((value for value in told if value is not None), None)


def _said(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end]


def _said_at(text: str, passage: Passage) -> str:
    return text[slice(*passage.whole)]


def _words(text: str, sentence: Sentence) -> int:
    return len(MARK.sub("", _said(text, sentence), count=1).split())
