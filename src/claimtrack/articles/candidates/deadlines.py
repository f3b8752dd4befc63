"""Dates that somebody sets without a verb of speech: `Lind set 20 May`, `The latest date was 7 June`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates.dues import ahead
from claimtrack.articles.english import (
    Sentence,
    Span,
    Stretches,
    bare,
    is_quotation,
    phrase_ending,
    skip_to_subject,
    within,
    word_set,
)
from claimtrack.articles.english.word_classes import BE
from claimtrack.articles.speech import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.articles.candidates.dues import Calendar
    from claimtrack.articles.speech import Attribution, Reading, Who
    from claimtrack.dates.prose import Dated

SETTING = word_set(
    """set sets setting named names mentioned mentions fixed announced gave gives declared imposed scheduled postponed
    moved extended ordered instructed demanded chose picked promised"""
)
# Of these a date alone is enough; the others need a word for one: `announced a deadline of 7 June`.
SETTING_A_DATE = word_set("set sets named fixed")
DATE_WORD = re.compile(
    r"\b(?:dates?|deadlines?|timelines?|time ?frames?|ultimatums?|target|cut-?off)\b", re.IGNORECASE
)
# The latest date was … / The new deadline is …
ONE_OF_THEM = re.compile(
    r"\W*(?:and |but )?(?:the |his |her |its |their |an? )?(?:very )?(?:latest|last|first|next|new|previous|original|"
    r"final|second|third|earlier|other|most recent|current)? ?(?:one|date|deadline|target|ultimatum)s? (?:was|is|were|"
    r"became|came|fell|expires?d?|will be|would be|runs?|ran)\b",
    re.IGNORECASE,
)
# Next, he will have … / Then came …
NEXT_ONE = re.compile(r"\W*(?:next|then|now|after that|later|before that)\b[, ]", re.IGNORECASE)
# What may stand between `set` and the date itself.
BARE = re.compile(r"\s*(?:(?:it|that|this) (?:for |on |as )?)?(?:the )?")
CLAUSE_BREAK = re.compile(r",? (?:but|and|while|though|although|which)\b|;")
# How far after its verb a date may stand, how far after who sets it, and for how many sentences he is kept in mind.
REACH = 60
CLAUSE = 120
MEMORY = 4
NOBODY = word_set("it we i they")


class SetDate(NamedTuple):
    """A clause that sets a date: who set it, who says so, the date, and the sentence that tells what for."""

    start: int
    end: int
    setter: Who
    via: str | None
    date: Dated
    what: Span | None
    quoted: bool


class _Clause(NamedTuple):
    start: int
    end: int
    setter: Span
    date: Dated
    what: Span | None


def dates_set(reading: Reading, calendar: Calendar, known: Mapping[str, str]) -> Iterator[SetDate]:
    """The dates that an article, or somebody quoted in it, says that somebody set."""
    text = reading.memory.text
    told = [item for item in reading.told if not item.depth and item.frame != "aim"]
    spoken = Stretches(span for item in told for span in item.spans)
    for number, sentence in enumerate(reading.memory.sentences):
        if not spoken.covered(sentence.start, sentence.end):
            for clause in _clauses(text, [sentence], calendar):
                who = resolve(clause.setter, number, reading.memory, known)
                yield from _set_date(clause, who, None)
    for item in told:
        for start, end in item.spans:
            quoted = is_quotation(text, start, end)
            inner = within(text, *(bare(text, start, end) if quoted else (start, end)))
            for clause in _clauses(text, inner if calendar.between(start, end) else [], calendar):
                who = resolve(clause.setter, item.sentence, reading.memory, known)
                for found in _set_date(clause, who, item):
                    yield found._replace(quoted=quoted)


def _set_date(clause: _Clause, who: Who, teller: Attribution | None) -> Iterator[SetDate]:
    """The clause with who set its date, if the article tells who that is and which day is meant."""
    date = ahead(clause.date)
    if date.due and who.name and who.name.lower() not in NOBODY:
        via = teller.speaker if teller and teller.speaker != who.name else None
        yield SetDate(clause.start, clause.end, who, via, date, clause.what, quoted=False)


def _clauses(text: str, sentences: list[Sentence], calendar: Calendar) -> Iterator[_Clause]:
    """The clauses that set a date; who set one stays in mind for the sentences that follow."""
    setter: Span | None = None
    what: Span | None = None
    since = MEMORY
    for sentence in sentences:
        since += 1
        here = calendar.between(sentence.start, sentence.end)
        found = _setter(text, sentence, here)
        if found:
            setter, what, since = found, (sentence.start, sentence.end), 0
        if not here or setter is None:
            continue
        start, end = sentence.start, sentence.end
        follows = since and (ONE_OF_THEM.match(text, start, end) or NEXT_ONE.match(text, start, end))
        if (follows and since <= MEMORY) or (found and _close(text, found, here[0])):
            yield _Clause(start, _end(text, sentence, here[0]), setter, here[0], None if found else what)
            since = 0


def _setter(text: str, sentence: Sentence, here: list[Dated]) -> Span | None:
    """The subject of a verb of setting with a date, or a word for one, close after it."""
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 1):
        token = tokens[i]
        if token.low not in SETTING or tokens[i + 1].low == "to":
            continue
        dated = token.low in SETTING_A_DATE and any(
            token.end <= d.start and BARE.fullmatch(text, token.end, d.start) for d in here
        )
        if not dated and not DATE_WORD.search(text, token.end, min(sentence.end, token.end + REACH)):
            continue
        last = skip_to_subject(tokens, i)
        passive = any(token.low in BE for token in tokens[last + 1 : i])
        subject = phrase_ending(tokens, last) if last >= 0 and not passive else None
        if subject:
            return tokens[subject[0]].start, tokens[subject[1] - 1].end
    return None


def _close(text: str, setter: Span, date: Dated) -> bool:
    """Whether the date stands in the clause of who set it."""
    return 0 < date.start - setter[1] < CLAUSE and not re.search(r"[.;:]", text[setter[1] : date.start])


def _end(text: str, sentence: Sentence, date: Dated) -> int:
    """The end of the clause that holds the date: at `, but` and the like after it."""
    cut = CLAUSE_BREAK.search(text, date.end, sentence.end)
    end = cut.start() if cut else sentence.end
    while end > date.end and text[end - 1] in ".,;!? ":
        end -= 1
    return end
