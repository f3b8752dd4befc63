"""The passages of an article that may be claims: each a clause that somebody said, with whose it is and who relays it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.clause_parts import SHORTEST, clauses
from claimtrack.articles.quotation_marks import MARKS, Span, width
from claimtrack.articles.sentences import within
from claimtrack.articles.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.attributions import Attribution

# What is asked, declined or wished for promises nothing.
NO_CLAIM = word_set("refuse decline ask seek hope wish prefer demand expect offer agree decide claim")
# `proposes a tax`, `promised a veto`: of the verbs that take a thing, those that look ahead.
# `his plans to …` says little; `his plan is to …` is a promise.
LOOSE = word_set("plan plans effort efforts bid intention ambition threat priority task")
FIRM = re.compile(r"\s(?:is|was|are|were) ")
OF_THINGS = word_set("propose promise pledge")


def is_loose(text: str, item: Attribution) -> bool:
    """Whether it is a plan in passing: `his plans to …`, not `his plan is to …`."""
    return (
        item.frame == "aim" and item.lemma in LOOSE and not FIRM.search(text, item.cue[1], item.cue[1] + 12)
    )


class Passage(NamedTuple):
    """A clause from `start` to `end` with its sentence (`whole`), in quotation or not, and who says it."""

    start: int
    end: int
    whole: Span
    quoted: bool
    told: Attribution


def passages(text: str, told: list[Attribution]) -> Iterator[Passage]:
    """The clauses of everything that was said, in order."""
    inner = [span for item in told if item.via and not _asked(text, item) for span in item.spans]
    for item in told:
        if _asked(text, item):
            continue
        for start, end, quoted in _sentences_of(text, item):
            for first, last in clauses(text, start, end):
                taken = max((min(b, last) - max(a, first) for a, b in inner), default=0)
                if len(text[first:last].split()) >= SHORTEST and (item.via or taken < 0.6 * (last - first)):
                    yield Passage(first, last, (start, end), quoted, item)


def _asked(text: str, item: Attribution) -> bool:
    """Whether it is no claim: `urged her to go`, `declined to comment`, `what Lind says it would do`."""
    if item.frame == "urged" or (item.frame == "noun" and item.lemma not in OF_THINGS):
        return True
    if item.frame == "to" and item.lemma in NO_CLAIM:
        return True
    if item.lemma == "want" and (
        item.via or (item.source and "no longer" in text[item.source[1] : item.cue[0]])
    ):
        return True
    before = text[max(0, item.source[0] - 12) : item.source[0]].split() if item.source else []
    return bool(before) and before[-1].lower() in ("what", "than", "how") and item.frame == "bare"


def _sentences_of(text: str, item: Attribution) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each sentence said, and whether it stands in quotation marks."""
    spans = [(item.spans[0][0], item.spans[-1][1])] if item.frame in ("around",) else item.spans
    for start, end in spans:
        if is_quotation(text, start) or item.frame == "label":
            begin, close = bare(text, start, end) if is_quotation(text, start) else (start, end)
            for sentence in within(text, begin, close):
                yield sentence.start, sentence.end, True
        elif item.frame == "aim" and item.source:
            yield item.source[0], end, False
        elif item.frame in ("to", "noun", "aim"):
            yield item.cue[0], end, False
        else:
            yield start, end, False


def is_quotation(text: str, start: int) -> bool:
    """Whether a quotation opens at `start`."""
    return bool(MARKS.match(text, start))


def bare(text: str, start: int, end: int) -> Span:
    """A quotation's offsets without its marks."""
    start += width(text, start)
    while end > start and (text[end - 1] in "\"“”„«»'`" or text[end - 1].isspace()):
        end -= 1
    return start, end
