"""The passages of an article that may be claims: clauses, each with whose it is and who relays it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english import Span, Stretches, bare, is_quotation, within, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.speech import Attribution

# What is asked, declined or wished for promises nothing.
NO_CLAIM = word_set("refuse decline ask seek hope wish prefer demand expect offer agree decide claim")
# `proposes a tax`, `promised a veto`: of the verbs that take a thing, those that look ahead.
OF_THINGS = word_set("propose promise pledge")
# `his plans to …` says little; `his plan is to …` is a promise.
LOOSE = word_set("plan plans effort efforts bid intention ambition threat priority task")
FIRM = re.compile(r"\s(?:is|was|are|were) ")
# In `what Lind says it would do` nothing is said.
NO_CONTENT_AFTER = ("what", "than", "how")
MOSTLY = 0.6
JOINT = re.compile(
    r"(?:[,;—–:]|\s-)\s+(?:and|but|so|while|whereas|though|although|yet|because|since|as|which|with)\s+|;\s+|:\s+"
)
# A clause of its own goes on with a subject or a finite verb: `…, and it will`, not `…, and finally`.
STARTS = re.compile(
    r"(?:he|she|it|they|we|i|you|the|an?|this|that|these|those|there|his|her|its|their|our|my|if|when|no|nobody|most|some|"
    r"many|all|will|would|could|may|might|is|are|was|were|has|have|had|can|not|never)\b|[^\Wa-z]|[\"“]"
)
SHORTEST = 4
# So many characters hold the shortest clause.
ENOUGH = 80


class Passage(NamedTuple):
    """A clause from `start` to `end` with its sentence (`whole`), in quotation or not, and who says it."""

    start: int
    end: int
    whole: Span
    quoted: bool
    told: Attribution


def passages(text: str, told: list[Attribution]) -> Iterator[Passage]:
    """The clauses of everything that was said, in order; what somebody relays is given to whose words it is."""
    deeper = [
        Stretches(_whole(item) for item in told if item.depth > depth and _is_not_the_tellers(item))
        for depth in range(max((item.depth for item in told), default=0) + 1)
    ]
    for item in told:
        if _is_no_claim(text, item) or (item.depth and item.via is None):
            continue
        others = deeper[item.depth]
        for start, end, quoted in _sentences_of(text, item):
            for first, last in clauses(text, start, end):
                long = len(text[first:last].split()) >= SHORTEST
                if long and others.covered(first, last) < MOSTLY * (last - first):
                    yield Passage(first, last, (start, end), quoted, item)


def denials(text: str, told: list[Attribution]) -> Iterator[Passage]:
    """What sources deny, each as one passage."""
    for item in told:
        if item.polarity == "denied" and item.factual:
            start, end = item.spans[0]
            yield Passage(start, end, (start, end), is_quotation(text, start, end), item)


def _whole(item: Attribution) -> Span:
    """From the source or verb of an attribution to the end of what was said."""
    edges = [*item.spans]
    if item.frame not in ("aim", "noun-that"):
        edges += [item.cue, item.source or item.cue]
    return min(start for start, _ in edges), max(end for _, end in edges)


def _is_not_the_tellers(item: Attribution) -> bool:
    """Whether the words are not those of whoever relays them: somebody else's, denied, or never said."""
    return item.via is not None or item.polarity == "denied" or not item.factual


def is_loose(text: str, item: Attribution) -> bool:
    """Whether it is a plan in passing: `his plans to …`, not `his plan is to …`."""
    return (
        item.frame == "aim" and item.lemma in LOOSE and not FIRM.search(text, item.cue[1], item.cue[1] + 12)
    )


def _is_no_claim(text: str, item: Attribution) -> bool:
    """Whether nothing is claimed: `urged her to go`, `declined to comment`, `what Lind says it would do`."""
    if not item.factual or item.polarity != "affirmed":
        return item.polarity != "negated"
    if item.frame == "urged" or (item.frame == "noun" and item.lemma not in OF_THINGS):
        return True
    if item.source is None or (item.frame == "to" and item.lemma in NO_CLAIM):
        return item.source is not None
    if item.lemma == "want" and (item.via or "no longer" in text[item.source[1] : item.cue[0]]):
        return True
    before = text[max(0, item.source[0] - 12) : item.source[0]].split()
    return bool(before) and before[-1].lower() in NO_CONTENT_AFTER and item.frame == "bare"


def _sentences_of(text: str, item: Attribution) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each sentence said, and whether it stands in quotation marks."""
    spans = ((item.spans[0][0], item.spans[-1][1]),) if item.frame == "around" else item.spans
    for start, end in spans:
        quoted = is_quotation(text, start, end)
        if quoted or item.frame == "label":
            for sentence in within(text, *(bare(text, start, end) if quoted else (start, end))):
                yield sentence.start, sentence.end, True
        elif item.polarity == "negated" and item.source and item.source[1] < item.cue[0]:
            yield item.source[1] + 1, end, False  # `ruled out that …`, with its negation
        elif item.frame == "aim" and item.source:
            yield item.source[0], end, False
        elif item.frame in ("to", "noun"):
            yield item.cue[0], end, False
        else:
            yield start, end, False


def clauses(text: str, start: int, end: int) -> list[Span]:
    """Offsets of the parts of a sentence that commas and conjunctions join, each of four words at least."""
    parts: list[Span] = []
    begin = start
    for joint in JOINT.finditer(text, start, end):
        if (
            STARTS.match(text, joint.end())
            and _words(text, begin, joint.start()) >= SHORTEST
            and _words(text, joint.end(), end) >= SHORTEST
        ):
            parts.append((begin, joint.start()))
            begin = joint.end()
    parts.append((begin, end))
    return parts


def _words(text: str, start: int, end: int) -> int:
    return len(text[start : min(end, start + ENOUGH)].split())
