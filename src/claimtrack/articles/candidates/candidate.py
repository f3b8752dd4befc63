"""The claims of an article that are worth tracking: predictions, promises, deadlines and statements."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import TYPE_CHECKING

from claimtrack.articles.candidates.deadlines import SetDate, dates_set
from claimtrack.articles.candidates.dues import Calendar
from claimtrack.articles.candidates.forward import Outlook, outlook
from claimtrack.articles.candidates.kinds import is_statement, kind_of
from claimtrack.articles.candidates.narrator import told_by_narrator
from claimtrack.articles.candidates.passages import Passage, denials, is_loose, passages
from claimtrack.articles.english import Stretches
from claimtrack.articles.speech import read_speech
from claimtrack.dates.prose import dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from claimtrack.articles.speech import Reading
    from claimtrack.model import When

AIM = Outlook("goal", "", "", 0.6)
REFUSAL = Outlook("planned", "", "", 0.6)
REFUSING = ("refuse", "decline", "rule", "exclude")
STATEMENT_SCORE = 0.2
SET_DATE_SCORE = 1.0
# A date ahead, and a name, make a claim likelier to be worth tracking.
DATED_BONUS = 0.1
NAMED_BONUS = 0.05
SAME_WORDS = 4
# What is no part of a claim at its ends: `that the road will close,`.
THAT = re.compile(r"that\s+", re.IGNORECASE)
EDGE = " \t,;:\u00a0"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim found in an article, with offsets into it; `score` sorts, higher is surer.

    All words have single spaces but `quote`, which is the passage as printed, where it stands in quotation marks; null
    where there are none. `named` is false where `speaker` only describes somebody; `via` relays it. `said` is the
    day of speaking, null where the article does not tell it. `due` comes with the words it was read from,
    which come alone where people read them differently.
    """

    start: int
    end: int
    kind: str
    speaker: str | None
    named: bool
    via: str | None
    text: str
    quote: str | None
    said: When | None
    due: When | None
    due_words: str | None
    score: float


def candidates(text: str, published: date, *, known: Mapping[str, str]) -> list[Candidate]:
    """What in an English article published on that day can be tracked, in its order."""
    reading = read_speech(text, known=known)
    if not reading.memory.sentences:
        return []
    calendar = Calendar(dates(text, published), published)
    deadlines = list(dates_set(reading, calendar, known))
    found = [_of_set_date(text, item) for item in deadlines]
    fixed = Stretches(
        [(item.start, item.end) for item in deadlines] + [item.what for item in deadlines if item.what]
    )
    spoken = chain(passages(text, reading.told), told_by_narrator(text, reading, known))
    for (whole, _), parts in groupby(spoken, key=lambda passage: (passage.whole, passage.told)):
        left = [part for part in parts if not fixed.covered(part.start, part.end)]
        ahead = [item for part in left if (item := _forward(text, part, reading, calendar))]
        found += ahead
        if left and not ahead and not fixed.covered(*whole):
            found += _statement(text, left[0], reading, calendar)
    found += [_denial(text, part, reading, calendar) for part in denials(text, reading.told)]
    return _once(text, found)


def _of_set_date(text: str, item: SetDate) -> Candidate:
    """The deadline that somebody set; its text begins with what the date is for, where that stands before."""
    that = THAT.match(text, item.start, item.end)
    start = that.end() if that else item.start
    words = text[start : item.end]
    return Candidate(
        start=start,
        end=item.end,
        kind="deadline",
        speaker=_line(item.setter.name),
        named=item.setter.named,
        via=_line(item.via),
        text=_line(f"{text[slice(*item.what)] if item.what else ''} {words}") or "",
        quote=words if item.quoted else None,
        said=None,
        due=item.date.due,
        due_words=_line(item.date.words),
        score=SET_DATE_SCORE,
    )


def _denial(text: str, part: Passage, reading: Reading, calendar: Calendar) -> Candidate:
    item = _candidate(
        text, part, kind="statement", weight=STATEMENT_SCORE, reading=reading, calendar=calendar
    )
    return replace(item, text=f"denies: {item.text}")


def _statement(text: str, part: Passage, reading: Reading, calendar: Calendar) -> Iterator[Candidate]:
    """The whole sentence of a passage, where it says something to check."""
    whole = part._replace(start=part.whole[0], end=part.whole[1])
    if is_statement(text[slice(*part.whole)], whole):
        yield _candidate(
            text, whole, kind="statement", weight=STATEMENT_SCORE, reading=reading, calendar=calendar
        )


def _forward(text: str, passage: Passage, reading: Reading, calendar: Calendar) -> Candidate | None:
    words = text[passage.start : passage.end]
    aims = passage.told.frame == "aim"
    refuses = passage.told.polarity == "negated" and passage.told.lemma in REFUSING
    look = outlook(words, quoted=passage.quoted) or (AIM if aims else REFUSAL if refuses else None)
    if look is None:
        return None
    due = calendar.due_in(text, passage)
    loose = is_loose(text, passage.told) or look is REFUSAL or (look.sort == "goal" and not aims)
    if not due and loose:
        return None
    kind = kind_of(words, passage, look, [item for item in due if item.due])
    return _candidate(text, passage, kind=kind, weight=look.weight, reading=reading, calendar=calendar)


def _candidate(
    text: str, passage: Passage, *, kind: str, weight: float, reading: Reading, calendar: Calendar
) -> Candidate:
    that = THAT.match(text, passage.start, passage.end)
    start = that.end() if that else passage.start
    end = passage.start + len(text[passage.start : passage.end].rstrip(EDGE))
    words = text[start:end]
    told = passage.told
    sentence = reading.memory.sentences[told.sentence]
    dated = calendar.due_in(text, passage) if kind != "statement" else []
    due = [item for item in dated if item.due][:1] or dated[:1]
    return Candidate(
        start=start,
        end=end,
        kind=kind,
        speaker=_line(told.speaker),
        named=told.named,
        via=_line(told.via),
        text=_line(words) or "",
        quote=words if passage.quoted else None,
        said=calendar.said(passage, (sentence.start, sentence.end)),
        due=due[0].due if due else None,
        due_words=_line(due[0].words) if due else None,
        score=round(weight + DATED_BONUS * bool(due) + NAMED_BONUS * told.named, 2),
    )


def _line(words: str | None) -> str | None:
    """The words on one line with single spaces; null where there are none."""
    return " ".join((words or "").split()) or None


def _once(text: str, found: list[Candidate]) -> list[Candidate]:
    """Each claim once, at its longest: the same speaker and the same first four words are one claim."""
    longest: dict[tuple[str | None, tuple[str, ...]], Candidate] = {}
    for item in found:
        key = item.speaker, tuple(re.findall(r"\w+", text[item.start : item.end].lower())[:SAME_WORDS])
        if key not in longest or len(longest[key].text) < len(item.text):
            longest[key] = item
    return sorted(longest.values(), key=lambda item: (item.start, item.end))
