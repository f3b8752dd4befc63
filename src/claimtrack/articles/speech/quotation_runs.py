"""Quotations that no verb stands by: the second half of a speech, the next paragraph of it, the line after a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.english import (
    QUOTED,
    Sentence,
    Stretches,
    Token,
    clause_subject,
    is_word,
    phrase_ending,
    skip_to_subject,
)
from claimtrack.articles.english.speech_verbs import SPEAKING, VERBS
from claimtrack.articles.speech.attribution_parts import Found
from claimtrack.articles.speech.clauses import is_long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.english import Span

# `LIND:`, also with the mark that opens a quotation.
LABEL = re.compile(r"[\"“]?([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2}):\s")
# `Marta Lind:`, which only turns that come again tell from a heading.
MIXED_LABEL = re.compile(r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}):\s")
SPEAKERS = 2
TURN = 12
SHORTEST_SIGNATURE = 2
LONGEST_SIGNATURE = 7
# `"…," Lind said on Monday.` has few words beside its quotation.
SHORT_TAG = 12


def with_runs(text: str, read: list[Sentence], found: list[Found]) -> list[Found]:
    """What was found, and each quotation left over that the sentences around it give to somebody; in order."""
    labelled = list(_labelled(text, read))
    turns = {item.sentence for item in labelled}
    told: list[list[Found]] = [[] for _ in read]
    for item in labelled + [item for item in found if item.sentence not in turns]:
        told[item.sentence].append(item)
    for number, sentence in enumerate(read):
        taken = Stretches(span for item in told[number] for span in item.spans)
        for quote in sentence.quotes:
            source = _source_of(read, told, number, quote) if not taken.covered(*quote) else None
            if source:
                told[number].append(Found((quote,), source, "", quote, "run", number))
        told[number].sort(key=lambda item: (item.spans[0][0], -item.spans[0][1]))
    return [item for here in told for item in here]


def _labelled(text: str, read: list[Sentence]) -> Iterator[Found]:
    """The turns of a transcript: `LIND: We will see.` with the paragraphs up to the next label."""
    labels = _labels(text, read, LABEL)
    if len({match.group(1) for _, match in labels}) < SPEAKERS:
        labels = _labels(text, read, MIXED_LABEL)
        if not SPEAKERS <= len({match.group(1) for _, match in labels}) < len(labels):
            return
    for (number, match), after in zip(labels, [*(n for n, _ in labels[1:]), len(read)], strict=True):
        for other in range(number, min(after, number + TURN)):
            start = match.end() if other == number else read[other].start
            if start < read[other].end and (other == number or text[start] in '"“'):
                yield Found(((start, read[other].end),), match.span(1), "", match.span(1), "label", other)


def _labels(text: str, read: list[Sentence], label: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    """The sentences that begin with a speaker's label, each with its number."""
    return [(number, match) for number, s in enumerate(read) if (match := label.match(text, s.start, s.end))]


def _source_of(read: list[Sentence], told: list[list[Found]], number: int, quote: Span) -> Span | None:
    """Who a quotation without a verb of speech belongs to; null where nothing tells."""
    tokens = read[number].tokens
    at = next(i for i, token in enumerate(tokens) if token.start == quote[0])
    signed = _signature(tokens[at + 1 : at + 1 + LONGEST_SIGNATURE + 1])
    if signed:
        return signed
    if not any(is_word(token) for token in tokens if token.text != QUOTED):
        return _from_before(read, told, number)
    if not is_long(tokens[at]):
        return None
    here = told[number]
    if at and tokens[at - 1].text == ":":
        return here[-1].source if here else _subject(tokens, at)
    return here[-1].source if here and at == 0 else None


def _signature(rest: list[Token]) -> Span | None:
    """The name in `"It is late." — Marta Lind`."""
    if not SHORTEST_SIGNATURE <= len(rest) <= LONGEST_SIGNATURE:
        return None
    signed = rest[0].text in ("—", "–", "-") and rest[1].text[0].isupper()
    return (rest[1].start, rest[-1].end) if signed else None


def _subject(tokens: list[Token], ceiling: int) -> Span | None:
    found = clause_subject(tokens, 0, ceiling)
    return (tokens[found[0]].start, tokens[found[1] - 1].end) if found else None


def _from_before(read: list[Sentence], told: list[list[Found]], number: int) -> Span | None:
    """The speaker before: of this paragraph, or of one that a colon or its last quotation leads on from."""
    if number == 0:
        return None
    last = read[number - 1]
    same = last.paragraph == read[number].paragraph
    items = told[number - 1]
    if last.tokens[-1].text == ":":
        return items[-1].source if items else _leading(last)
    if items and (same or _leads_on(last, items[-1])):
        return items[-1].source
    earlier = told[number - 2] if same and number > 1 and read[number - 2].paragraph == last.paragraph else []
    return earlier[-1].source if earlier else None


def _leading(sentence: Sentence) -> Span | None:
    """The subject of a sentence that ends with a verb and a colon: `The Star reports:`."""
    tokens = sentence.tokens
    for i in range(len(tokens) - 1, 0, -1):
        verb = VERBS.get(tokens[i].low)
        if verb and verb.lemma in SPEAKING:
            last = skip_to_subject(tokens, i)
            found = phrase_ending(tokens, last) if last >= 0 else None
            if found:
                return tokens[found[0]].start, tokens[found[1] - 1].end
    return _subject(tokens, len(tokens))


def _leads_on(last: Sentence, item: Found) -> bool:
    """Whether a paragraph ended in somebody's quotation, so that a paragraph of quotation alone goes on with it."""
    token = last.tokens[-1]
    if item.frame == "quote-before" and token.text != QUOTED:
        return len(last.tokens) < SHORT_TAG
    return token.text == QUOTED and is_long(token) and item.frame in ("run", "quote-after", "quote-before")
