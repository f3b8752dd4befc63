"""Quotations that no verb stands by: the second half of a speech, the next paragraph of it, the line after a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.clauses import is_long
from claimtrack.articles.found import Found
from claimtrack.articles.noun_phrases import clause_subject, phrase_ending, skip_to_subject
from claimtrack.articles.sentences import QUOTED, Sentence, Token
from claimtrack.articles.speech_verbs import CLAUSE, QUOTING, VERBS
from claimtrack.articles.word_classes import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.quotation_marks import Span

# `LIND:`, also with the mark that opens a quotation.
LABEL = re.compile(r"[\"“]?([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2}):\s")
TURN = 12
# `"…," Lind said on Monday.` has few words beside its quotation.
SHORT_TAG = 12


def with_runs(text: str, read: list[Sentence], found: list[Found]) -> list[Found]:
    """What was found, and each long quotation left over that the sentences around it give to somebody; in order."""
    found = _without(found, labelled := list(_labelled(text, read))) + labelled
    by_sentence: dict[int, list[Found]] = {}
    for item in found:
        by_sentence.setdefault(item.sentence, []).append(item)
    out: list[Found] = []
    for number, sentence in enumerate(read):
        here = by_sentence.get(number, [])
        taken = [span for item in here for span in item.spans]
        loose = [q for q in sentence.quotes if not any(a < q[1] and q[0] < b for a, b in taken)]
        for quote in loose:
            source = _source_of(text, read, number, quote, here, by_sentence)
            if source:
                item = Found((quote,), source, "", quote, "run", number)
                here = [*here, item]
        by_sentence[number] = here
        out += sorted(here, key=lambda item: item.spans[0])
    return out


def _labelled(text: str, read: list[Sentence]) -> Iterator[Found]:
    """The turns of a transcript: `LIND: We will see.` with the paragraphs up to the next label."""
    labels = [
        (number, match) for number, s in enumerate(read) if (match := LABEL.match(text, s.start, s.end))
    ]
    if len({match.group(1) for _, match in labels}) < 2:
        return
    for (number, match), after in zip(labels, [*(n for n, _ in labels[1:]), len(read)], strict=True):
        for other in range(number, min(after, number + TURN)):
            start = match.end() if other == number else read[other].start
            if start < read[other].end and (other == number or text[start] in '"“'):
                yield Found(((start, read[other].end),), match.span(1), "", match.span(1), "label", other)


def _without(found: list[Found], labelled: list[Found]) -> list[Found]:
    """What was found outside the turns of a transcript."""
    turns = {item.sentence for item in labelled}
    return [item for item in found if item.sentence not in turns]


def _source_of(
    text: str,
    read: list[Sentence],
    number: int,
    quote: Span,
    here: list[Found],
    known: dict[int, list[Found]],
) -> Span | None:
    """Who a quotation without a verb of speech belongs to; null where nothing tells."""
    sentence = read[number]
    at = next(i for i, token in enumerate(sentence.tokens) if token.start == quote[0])
    before = sentence.tokens[at - 1] if at else None
    alone = not any(is_word(token) for token in sentence.tokens if token.text != QUOTED)
    if alone:
        dash = _dash(sentence, at)
        return dash or _from_before(text, read, number, known)
    dash = _dash(sentence, at)
    if dash:
        return dash
    if before is None and here and quote[1] - quote[0] > 25:
        return here[-1].source
    if before is not None and before.text == ":" and quote[1] - quote[0] > 25:
        return here[-1].source if here else _subject(sentence.tokens, at)
    return None


def _dash(sentence: Sentence, at: int) -> Span | None:
    """The name in `"It is late." — Marta Lind`."""
    rest = sentence.tokens[at + 1 :]
    if 2 <= len(rest) <= 7 and rest[0].text in ("—", "–", "-") and rest[1].text[0].isupper():
        return rest[1].start, rest[-1].end
    return None


def _subject(tokens: list[Token], ceiling: int) -> Span | None:
    found = clause_subject(tokens, 0, ceiling)
    return (tokens[found[0]].start, tokens[found[1] - 1].end) if found else None


def _from_before(text: str, read: list[Sentence], number: int, known: dict[int, list[Found]]) -> Span | None:
    """The speaker of the sentence before: of the same paragraph, or one that leads into this with a colon or an open quotation."""
    if number == 0:
        return None
    last = read[number - 1]
    same = last.paragraph == read[number].paragraph
    items = known.get(number - 1, [])
    if last.tokens[-1].text == ":":
        return items[-1].source if items else _leading(last)
    if items and (same or _goes_on(text, last, items)):
        return items[-1].source
    if same and number > 1 and read[number - 2].paragraph == last.paragraph and known.get(number - 2):
        return known[number - 2][-1].source
    return None


def _leading(sentence: Sentence) -> Span | None:
    """The subject of a sentence that ends with a verb and a colon: `The Star reports:`."""
    tokens = sentence.tokens
    for i in range(len(tokens) - 1, 0, -1):
        verb = VERBS.get(tokens[i].low)
        if verb and (verb.lemma in CLAUSE or verb.lemma in QUOTING):
            last = skip_to_subject(tokens, i)
            found = phrase_ending(tokens, last) if last >= 0 else None
            if found:
                return tokens[found[0]].start, tokens[found[1] - 1].end
    return _subject(tokens, len(tokens))


def _goes_on(text: str, last: Sentence, items: list[Found]) -> bool:
    """Whether a paragraph ended in somebody's quotation, so that a paragraph of quotation alone goes on with it."""
    token = last.tokens[-1]
    if items[-1].frame == "quote-before" and token.text != QUOTED:
        return len(last.tokens) < SHORT_TAG
    return (
        token.text == QUOTED and is_long(token) and items[-1].frame in ("run", "quote-after", "quote-before")
    )
