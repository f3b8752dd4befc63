"""Dates that somebody sets without a verb of speech: `Lind set 20 May`, `The latest date was 7 June`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.noun_phrases import phrase_ending, skip_to_subject
from claimtrack.articles.word_classes import BE
from claimtrack.articles.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.datewords import Dated
    from claimtrack.articles.quotation_marks import Span
    from claimtrack.articles.sentences import Sentence, Token

SETTING = word_set(
    """set sets setting named names mentioned mentions fixed announced gave gives declared imposed scheduled postponed
    moved extended ordered instructed demanded chose picked promised"""
)
DATE_WORD = re.compile(
    r"\b(?:dates?|deadlines?|timelines?|time ?frames?|ultimatums?|target|due date|cut-?off)\b", re.IGNORECASE
)
# The latest date was … / The new deadline is …
ONE_OF_THEM = re.compile(
    r"^\W*(?:and |but )?(?:the|his|her|its|their|a|another)? ?(?:very )?(?:latest|last|first|next|new|previous|original|final|"
    r"second|third|earlier|other|most recent|current)? ?(?:one |date|deadline|target|ultimatum)s? (?:was|is|were|became|came|fell|expires?d?|"
    r"will be|would be|runs?|ran)\b",
    re.IGNORECASE,
)
# Next, he will have … / Then came …
NEXT_ONE = re.compile(r"^\W*(?:next|then|now|after that|later|before that|the next one)\b[, ]", re.IGNORECASE)
REACH = 60
MEMORY = 4


class SetDate(NamedTuple):
    """A clause that sets a date: its offsets, the words that name who set it, the date, and what it is for."""

    start: int
    end: int
    setter: Span | None
    date: Dated
    what: Span | None


def set_dates(text: str, sentences: list[Sentence], dated: list[Dated]) -> Iterator[SetDate]:
    """The dates that the sentences say somebody set; a setter stays in mind for the sentences that follow."""
    setter: Span | None = None
    what: Span | None = None
    since = MEMORY
    for sentence in sentences:
        since += 1
        here = [d for d in dated if sentence.start <= d.start < sentence.end]
        words = text[sentence.start : sentence.end]
        found = _setter(text, sentence, here)
        if found:
            setter, what, since = found, (sentence.start, sentence.end), 0
        if not here:
            continue
        follows = (
            setter is not None
            and since <= MEMORY
            and (ONE_OF_THEM.search(words) or (NEXT_ONE.search(words) and since > 0))
        )
        if follows or (found and _close(text, found, here[0])):
            yield SetDate(
                sentence.start, _end(text, sentence, here[0]), setter, here[0], None if found else what
            )
            since = 0


def _setter(text: str, sentence: Sentence, here: list[Dated]) -> Span | None:
    """Who sets a date in the sentence: the subject of a verb of setting with a date, or a word for one, close after it."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.low not in SETTING or i == 0 or after(tokens, i) == "to":
            continue
        near = any(token.end <= d.start < token.end + REACH for d in here)
        word = DATE_WORD.search(text, token.end, min(sentence.end, token.end + REACH))
        if not word and not (near and token.low in ("set", "sets", "named", "fixed")):
            continue
        last = skip_to_subject(tokens, i)
        passive = any(token.low in BE for token in tokens[last + 1 : i])
        subject = phrase_ending(tokens, last) if last >= 0 and not passive else None
        if subject:
            return tokens[subject[0]].start, tokens[subject[1] - 1].end
    return None


def after(tokens: list[Token], i: int) -> str:
    """The word after token `i`, lower case."""
    return tokens[i + 1].low if i + 1 < len(tokens) else ""


def _close(text: str, setter: Span, date: Dated) -> bool:
    """Whether the date stands in the clause of who set it."""
    between = text[setter[1] : date.start]
    return 0 < len(between) < 2 * REACH and not re.search(r"[.;:]", between)


def _end(text: str, sentence: Sentence, date: Dated) -> int:
    """The end of the clause that holds the date: at `, but` and the like after it."""
    cut = re.compile(r",? (?:but|and|while|though|although|which)\b|;").search(text, date.end, sentence.end)
    end = cut.start() if cut else sentence.end
    while end > date.end and text[end - 1] in ".,;!? ":
        end -= 1
    return end
