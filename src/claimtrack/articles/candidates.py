"""The claims of an article that are worth tracking: predictions, promises, deadlines and statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from claimtrack.articles.attributions import Attribution, Reading, read
from claimtrack.articles.datewords import Dated, dates
from claimtrack.articles.deadlines import SetDate, set_dates
from claimtrack.articles.forward import TARGET, Outlook, outlook
from claimtrack.articles.narrator import told_by_narrator
from claimtrack.articles.passages import Passage, bare, is_loose, is_quotation, passages
from claimtrack.articles.sentences import within
from claimtrack.articles.speakers import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from claimtrack.model import When

# A sentence whose subject is the speaker's own side promises where it says `will`.
OWN_SIDE = re.compile(
    r"\b(?:government|administration|campaign|ministry|council|company|party|united states|country|team|city|members|officials|"
    r"policy|plan|department|agency|state|nation|bank|board)\b"
)
UNABLE = re.compile(r"\b(?:be (?:un)?able to|have to|need to|have (?:a|one|no|the)|get)\b")
# What a claim is compared with or depends on: `less than forecast in July`, `if she wins in May`.
ASIDE = re.compile(r"\b(?:than|since|as of|if|unless)\b[^,;]*$")
BEFORE_SUBJECT = 25
# Bodies that act, and do not only forecast.
ACTING = re.compile(
    r"\b(?:government|administration|campaign|ministry|council|company|party|team|office|city|white house|parliament|"
    r"officials?|(?:north|south) korea|russia|china|iran|ukraine|kremlin|army|union|project)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim found in an article, with offsets into it; `score` sorts, higher is surer.

    `text` is the passage with single spaces, `quote` the same as printed where it stands in quotation marks. `named` is
    false where `speaker` only describes somebody. `due` comes with the words it was read from.
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


def candidates(text: str, published: date, *, known: Mapping[str, str] | None = None) -> list[Candidate]:
    """What in an English article published on that day can be tracked, in its order."""
    dated = dates(text, published)
    reading = read(text, known=known)
    fixed = list(_deadlines(text, reading, dated, known or {}))
    found = [
        candidate
        for passage in chain(passages(text, reading.told), told_by_narrator(text, reading))
        if not any(passage.start < item.end and item.start < passage.end for item in fixed)
        and (candidate := _judged(text, passage, dated, published))
    ]
    return _once(text, sorted(fixed + found, key=lambda item: (item.start, item.end)))


def _once(text: str, found: list[Candidate]) -> list[Candidate]:
    """Each claim once, at its longest: the same speaker and the same first four words are one claim."""
    longest: dict[tuple[str | None, tuple[str, ...]], Candidate] = {}
    for item in found:
        key = (item.speaker, tuple(re.findall(r"\w+", text[item.start : item.end].lower())[:4]))
        if key not in longest or len(longest[key].text) < len(item.text):
            longest[key] = item
    return sorted(longest.values(), key=lambda item: (item.start, item.end))


def _deadlines(
    text: str, reading: Reading, dated: list[Dated], known: Mapping[str, str]
) -> Iterator[Candidate]:
    """The dates that an article, or somebody quoted in it, says that somebody set."""
    if not dated:
        return
    told = [item for item in reading.told if item.via is None and item.frame != "aim"]
    spoken = [span for item in told for span in item.spans]
    outside = [s for s in reading.memory.sentences if not any(a < s.end and s.start < b for a, b in spoken)]
    for set_date in set_dates(text, outside, dated):
        yield from _deadline(text, set_date, None, reading, known)
    for item in told:
        for start, end in item.spans:
            first, last = bare(text, start, end) if is_quotation(text, start) else (start, end)
            for set_date in set_dates(text, within(text, first, last), dated):
                yield from _deadline(text, set_date, item, reading, known)


def _deadline(
    text: str, found: SetDate, teller: Attribution | None, reading: Reading, known: Mapping[str, str]
) -> Iterator[Candidate]:
    number = (
        teller.sentence
        if teller
        else next((n for n, s in enumerate(reading.memory.sentences) if s.start <= found.start < s.end), 0)
    )
    who = resolve(text, found.setter, number, reading.memory, known)
    if not who.name or who.name.lower() in ("it", "we", "i", "they"):
        return
    via = teller.speaker if teller and teller.speaker != who.name else None
    what = text[slice(*found.what)] + " " if found.what else ""
    words = text[found.start : found.end]
    quoted = teller is not None and any(
        is_quotation(text, a) and a <= found.start < b for a, b in teller.spans
    )
    yield Candidate(
        start=found.start,
        end=found.end,
        kind="deadline",
        speaker=who.name,
        named=who.named,
        via=via,
        text=" ".join((what + words).split()),
        quote=words if quoted else None,
        said=None,
        due=found.date.due,
        due_words=found.date.words,
        score=1.0,
    )


def _judged(text: str, passage: Passage, dated: list[Dated], published: date) -> Candidate | None:
    words = text[passage.start : passage.end]
    look = outlook(words, quoted=passage.quoted)
    aim = passage.told.frame == "aim"
    if look is None and not aim:
        return None
    if is_loose(text, passage.told) and not any(passage.start <= d.start < passage.end for d in dated):
        return None
    look = look or Outlook("goal", "", "", 0.6)
    ahead = _due_in(text, passage, dated, published)
    if look.sort == "goal" and not ahead and not aim:
        return None
    due = ahead[0] if ahead else None
    return Candidate(
        start=passage.start,
        end=passage.end,
        kind=_kind(words, passage, look, ahead),
        speaker=passage.told.speaker,
        named=passage.told.named,
        via=passage.told.via,
        text=" ".join(words.split()),
        quote=words if passage.quoted else None,
        said=None,
        due=due.due if due else None,
        due_words=due.words if due else None,
        score=look.weight,
    )


def _due_in(text: str, passage: Passage, dated: list[Dated], published: date) -> list[Dated]:
    """The dates of a passage by which its claim may come due: none past, of a comparison or of a condition."""
    first = passage.start
    if passage.told.frame in ("to", "narrator") and passage.told.source:
        first = min(first, passage.told.source[0] - BEFORE_SUBJECT)
    here = [d for d in dated if first <= d.start < passage.end]
    if passage.told.frame == "aim":
        return here
    kept = [
        d
        for d in here
        if d.due.last >= published and not ASIDE.search(text, max(first, d.start - 40), d.start)
    ]
    return [d for d in kept if d.start >= passage.start or d.due.last > published]


def _kind(words: str, passage: Passage, look: Outlook, ahead: list[Dated]) -> str:
    """Deadline where a date is set as a target, promise where the speaker's own side is to act, else prediction."""
    bound = any(d.bound for d in ahead)
    acts = look.sort in ("certain", "planned", "reported")
    if ahead and (
        look.sort == "goal"
        or passage.told.frame == "aim"
        or (bound and (acts or TARGET.search(words.lower())))
    ):
        return "deadline"
    own = look.pronoun in (
        ("i", "we") if passage.quoted else ("he", "she", "it", "they")
    ) and not UNABLE.search(words)
    if (passage.told.frame == "narrator" and passage.told.source is None and look.pronoun) or (
        look.sort == "hedged" and not passage.quoted
    ):
        own = False
    if own or look.sort == "planned" or passage.told.frame == "aim":
        return "promise"
    if acts and (OWN_SIDE.search(look.subject[-50:]) or ACTING.search(passage.told.speaker or "")):
        return "promise"
    return "prediction"
