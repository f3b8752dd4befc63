"""Every clause of an article, each with what was said that it stands in, if it stands in any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates.clause_parts import SHORTEST, clauses, words_in
from claimtrack.articles.english import Sentence, Span, Stretches, Token, bare, is_quotation, within, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.articles.speech import Attribution, Reading

# What is asked, declined or wished for promises nothing.
NO_CLAIM = word_set("decline ask seek hope wish prefer demand offer claim")
# `proposes a tax`, `promised a veto`: of the verbs that take a thing, those that look ahead.
OF_THINGS = word_set("propose promise pledge announce reveal predict outline")
# `told the operator to present a plan by May`: a date that somebody sets for somebody else.
ORDERS = word_set("order tell instruct")
FORESEEING = word_set("expect anticipate forecast predict project foresee envisage")
MODAL = re.compile(r"\b(?:will|would|could|may|might|won['’]t|can|is|are|was|were|has|had)\b|['’]ll\b")
# In `what Lind says it would do` nothing is said.
NO_CONTENT_AFTER = ("what", "than", "how")
MOSTLY = 0.6
FIRST_PERSON = ("i", "we", "i've", "we've", "i’ve", "we’ve", "we're", "we’re", "i'm", "i’m", "i'd", "i’d")
# What follows `…, Lind said` may be a quotation, and what stands before it is hers too.
TAGGED = ("quote-after", "colon", "run", "before", "quote-before")
FAR = 60
CLAIM = re.compile(
    r"\b(?:claim|report|allegation|accusation|suggestion|rumou?r|charge|idea|notion|assertion|story|stories|criticism|"
    r"speculation|"
    r"talk|any|that|having|being|\w+ing)",
    re.IGNORECASE,
)
# How far from its subject a verb of planning may stand to be told with it.
NEAR = 20


class Passage(NamedTuple):
    """A clause from `start` to `end` with its sentence (`whole`), in quotation or not, and who says it, if anybody.

    `number` is that of the article's sentence; `words` are those of the sentence or of the quotation's.
    """

    start: int
    end: int
    whole: Span
    quoted: bool
    told: Attribution | None
    number: int
    words: list[Token]


def passages(reading: Reading) -> Iterator[Passage]:
    """The clauses of everything that was said, then those of the rest; what is relayed goes to whose words it is."""
    text = reading.memory.text
    told = reading.told
    deeper = [
        Stretches(_whole(item) for item in told if item.depth > depth and _is_not_the_tellers(item))
        for depth in range(max((item.depth for item in told), default=0) + 1)
    ]
    for item in told:
        if _is_no_claim(text, item) or _is_own_voice(item) or (item.depth and item.via is None):
            continue
        others = deeper[item.depth]
        for sentence, start, end, quoted in _sentences_of(reading, item):
            for first, last in clauses(text, start, end):
                fewest = SHORTEST - (item.frame == "to")  # `vowed to appeal`
                long = len(text[first:last].split()) >= fewest
                if long and others.covered(first, last) < MOSTLY * (last - first):
                    yield Passage(first, last, (start, end), quoted, item, item.sentence, sentence.tokens)
    yield from _narrated(reading)


def _narrated(reading: Reading) -> Iterator[Passage]:
    """The clauses of what no attribution covers, quotations that nobody is named for included."""
    text = reading.memory.text
    others = [item for item in reading.told if not _is_own_voice(item) and not _reads_on(text, item)]
    taken = _taken(others)
    tags: dict[int, list[Attribution]] = {}
    for item in others:
        tags.setdefault(item.sentence, []).append(item)
    for number, sentence in enumerate(reading.memory.sentences):
        here = taken.get(number, [])
        loose = [q for q in sentence.quotes if not any(a < q[1] and q[0] < b for a, b in here)]
        long = [q for q in loose if len(text[slice(*q)].split()) > SHORTEST + 1]
        for start, end in _left(sentence, here + long):
            teller, stop = _told_after(text, tags.get(number, ()), start, end)
            yield from _clauses_in(
                text,
                Passage(
                    start,
                    stop,
                    (start, stop),
                    quoted=False,
                    told=teller,
                    number=number,
                    words=sentence.tokens,
                ),
            )
        for quote in long:
            for inner in within(text, *bare(text, *quote)):
                whole = inner.start, inner.end
                yield from _clauses_in(
                    text, Passage(*whole, whole, quoted=True, told=None, number=number, words=inner.tokens)
                )


def _clauses_in(text: str, whole: Passage) -> Iterator[Passage]:
    for first, last in clauses(text, *whole.whole):
        if words_in(text, first, last) >= SHORTEST:
            yield whole._replace(start=first, end=last)


def _told_after(
    text: str, tags: Iterable[Attribution], start: int, end: int
) -> tuple[Attribution | None, int]:
    """Who a tag after the words names, and where they end: `The road will close, Lind said: "…"`; else nobody."""
    for item in tags:
        if item.source and start < item.source[0] and item.cue[1] <= end and item.frame in TAGGED:
            before = text[start : item.source[0]].rstrip()
            if before.endswith(",") and before.strip(" ,") and abs(item.cue[0] - item.source[1]) < NEAR:
                return item, start + len(before) - 1
    return None, end


def _is_own_voice(item: Attribution) -> bool:
    """`I think`, `we expect`: no source, but words of whoever speaks here."""
    own = item.speaker is not None and item.speaker.lower() in FIRST_PERSON
    return own and item.factual and item.polarity == "affirmed"


def _reads_on(text: str, item: Attribution) -> bool:
    """Whether the words after the verb are a thing, and its sentence is read as any other."""
    said = item.factual and item.polarity == "affirmed"
    return said and item.frame == "noun" and _is_no_claim(text, item)


def denials(reading: Reading) -> Iterator[Passage]:
    """What sources deny, each as one passage."""
    for item in reading.told:
        if item.polarity == "denied" and item.factual:
            start, end = item.spans[0]
            if item.frame == "noun" and not CLAIM.search(reading.memory.text, start, end):
                continue  # `rejected his plea`
            quoted = is_quotation(reading.memory.text, start, end)
            words = reading.memory.sentences[item.sentence].tokens
            yield Passage(start, end, (start, end), quoted, item, item.sentence, words)


def _whole(item: Attribution) -> Span:
    """From the source or verb of an attribution to the end of what was said."""
    edges = [*item.spans]
    far = (
        item.source is not None and item.cue[0] - item.source[1] > FAR
    )  # `Lind opened it in May, denying that …`
    if far:
        edges.append(item.cue)
    elif item.frame not in ("aim", "noun-that") or not item.factual:
        edges += [item.cue, item.source or item.cue]
    return min(start for start, _ in edges), max(end for _, end in edges)


def _is_not_the_tellers(item: Attribution) -> bool:
    """Whether the words are not those of whoever relays them: somebody else's, denied, or never said."""
    return item.via is not None or item.polarity == "denied" or not item.factual


def _taken(told: list[Attribution]) -> dict[int, list[Span]]:
    """By number of sentence, what its attributions cover, verb and subject of a plan included."""
    taken: dict[int, list[Span]] = {}
    for item in told:
        spans = (
            [_whole(item)] if _is_not_the_tellers(item) or item.polarity == "negated" else list(item.spans)
        )
        first = item.source[0] if item.source and item.cue[0] - item.source[1] <= FAR else None
        acts = item.frame in ("to", "aim", "noun", "urged")
        if acts and first is not None and first < item.spans[-1][1]:
            spans = [(first, item.spans[-1][1])]
        taken.setdefault(item.sentence, []).extend(spans)
    return taken


def _left(sentence: Sentence, taken: list[Span]) -> Iterator[Span]:
    at = sentence.start
    for start, end in sorted(taken):
        if start > at:
            yield at, min(start, sentence.end)
        at = max(at, end)
    if at < sentence.end:
        yield at, sentence.end


def _is_no_claim(text: str, item: Attribution) -> bool:
    """Whether nothing is claimed: `urged her to go`, `declined to comment`, `what Lind says it would do`."""
    if not item.factual or item.polarity != "affirmed":
        return item.polarity != "negated"
    if item.frame == "urged":
        return item.lemma not in ORDERS
    if item.frame == "wh" or (item.frame == "noun" and item.lemma not in OF_THINGS):
        return True
    if item.source is None or (item.frame == "to" and item.lemma in NO_CLAIM):
        return item.source is not None
    if item.lemma == "want" and (item.via or "no longer" in text[item.source[1] : item.cue[0]]):
        return True
    before = text[max(0, item.source[0] - 12) : item.source[0]].split()
    return bool(before) and before[-1].lower() in NO_CONTENT_AFTER and item.frame == "bare"


def _sentences_of(reading: Reading, item: Attribution) -> Iterator[tuple[Sentence, int, int, bool]]:
    """Each sentence said with its start and end, and whether it stands in quotation marks."""
    text = reading.memory.text
    own = reading.memory.sentences[item.sentence]
    spans = ((item.spans[0][0], item.spans[-1][1]),) if item.frame == "around" else item.spans
    for start, end in spans:
        quoted = is_quotation(text, start, end)
        if quoted or item.frame == "label":
            for sentence in within(text, *(bare(text, start, end) if quoted else (start, end))):
                yield sentence, sentence.start, sentence.end, True
        elif item.polarity == "negated" and item.source and item.source[1] < item.cue[0]:
            yield own, item.source[1] + 1, end, False  # `ruled out that …`, with its negation
        elif (
            (item.frame in ("aim", "to", "noun", "urged") or _foresees(text, item))
            and item.source
            and 0 <= item.cue[0] - item.source[1] < NEAR
        ):
            yield own, item.source[0], end, False
        elif item.frame in ("to", "noun", "urged"):
            yield own, item.cue[0], end, False
        else:
            yield own, start, end, False


def _foresees(text: str, item: Attribution) -> bool:
    """Whether the verb itself looks ahead: `Lind expects the ferry to sail`, but not `Lind expects it will sail`."""
    return item.frame == "bare" and item.lemma in FORESEEING and not MODAL.search(text, *item.spans[0])
