"""From what a model says to candidates: each passage proven, each field taken as far as article and record bear it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates import THRESHOLD, Candidate, odds_in
from claimtrack.articles.models.places import FIGURE, Place, Searched
from claimtrack.articles.proving import placed_words, stem
from claimtrack.model import KINDS, default_kind
from claimtrack.model.text import counted, name_key, text_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from claimtrack.articles.models.answer import Said, Told
    from claimtrack.articles.models.parts import Part
    from claimtrack.model import When

NOBODY = "somebody not named"
AUTHOR = "author"  # of a text that speaks for itself and names nobody
RUNG = "model"
# As for rules: what nobody stands behind is not shown unasked.
NOBODYS = 0.6
LONGEST_PASSAGE = 1_000
LONGEST_TEXT = 500  # characters that one sentence may have
SHORT_WORD = 3
MOST = 0.5
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(?:%|per ?cent|prozent|процент|відсотк)", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|cannot|without|не|ні|нет|ни|ніколи|никогда|ніхто|никто|без|"
    r"nicht|keine?[nmrs]?|nie|ohne|pas|jamais|sans|non|mai|nunca|sin|nie|bez)\b|n['’]t\b",
    re.IGNORECASE,
)
_ARTICLE = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "el", "il"})
_QUOTES = '"“”„«» '
_LINE_END = ".,;: \t\u00a0"
HUNDRED = 100
MANY = 2  # commas that no figure of a probability has

# What is said of the claims that are dropped, by why; and of what was taken away from others.
GONE = {
    "unfound": "with a passage that is not in the article word for word",
    "joined": "with a passage joined from several places",
    "long": "with a passage too long to be one claim",
    "twice": "given twice",
    "many": "more than one part of an article holds",
}
LESS = {
    "speaker": "with a speaker that the article does not name, who became unnamed",
    "text": "reworded beyond the article, for which its own words stand",
    "date": "with words of a date that are not there or can't be read",
}


class Proven(NamedTuple):
    """The candidates of one model, in the order of the article, and how many claims were dropped or cut, by why."""

    candidates: tuple[Candidate, ...]
    faults: Mapping[str, int]


def told_of(found: int, faults: Mapping[str, int]) -> str:
    """What to say of claims that models gave: how many were proven, and by why how many were dropped or cut."""
    dropped = [f"{faults[why]} {words}" for why, words in GONE.items() if faults.get(why)]
    cut = [f"{faults[why]} {words}" for why, words in LESS.items() if faults.get(why)]
    parts = [f"{counted(found, 'claim')} with a passage that stands in the article"]
    parts += [f"dropped: {', '.join(dropped)}"] if dropped else []
    return "; ".join([*parts, *([f"put right: {', '.join(cut)}"] if cut else [])])


def proven(
    text: str, published: date, answers: Iterable[tuple[Part, Told]], *, found_by: str,
    known: Mapping[str, str],
) -> Proven:  # fmt: skip  # as short as the call
    """What the answers about the parts of an article hold that stands in it; `known` has names by alias."""
    article = Searched(text, published, known)
    faults: Counter[str] = Counter()
    kept: list[Candidate] = []
    for part, told in answers:
        faults["many"] += told.too_many
        before = tuple(kept)  # what two parts share is told of twice, and no fault
        for said in told.claims:
            place = _place(article, said, part, faults)
            if place is None or any(_is_same(place, one) for one in before):
                continue
            if any(_is_same(place, one) for one in kept):
                faults["twice"] += 1
                continue
            kept.append(_candidate(article, said, place, faults, found_by))
    kept.sort(key=lambda one: (one.start, one.end))
    return Proven(tuple(kept), +faults)


def _place(article: Searched, said: Said, part: Part, faults: Counter[str]) -> Place | None:
    """Where the passage stands, in one stretch."""
    places = article.find(said.passage, part.start)
    fault = (
        "unfound" if not places else "joined" if len(places) > 1
        else "long" if places[0].end - places[0].start > LONGEST_PASSAGE else None
    )  # fmt: skip  # a table
    if fault:
        faults[fault] += 1
        return None
    ((start, end),) = places
    return Place(start, start + len(_stripped(article.text[start:end])))


def _stripped(words: str) -> str:
    """The words without what ends a sentence or clause, but for the stop that a last word has in it too."""
    bare = words.rstrip(_LINE_END)
    abbreviated = "." in bare.rpartition(" ")[2] and words[len(bare) :].startswith(".")
    return bare + "." if abbreviated else bare or words


def _is_same(place: Place, other: Candidate) -> bool:
    shared = min(place.end, other.end) - max(place.start, other.start)
    return shared * 2 > max(place.end - place.start, other.end - other.start)


def _candidate(article: Searched, said: Said, place: Place, faults: Counter[str], found_by: str) -> Candidate:
    words = article.text[place.start : place.end]
    line = " ".join(words.split())
    speaker, named = _whose(article, said, faults)
    due, spoken = _days(article, said, place, faults)
    text = _stripped(said.text.strip(_QUOTES))
    if not _follows(text, line, article):
        faults["text"] += bool(text)
        text = line
    return Candidate(
        start=place.start, end=place.end, kind=_kind(said.kind, due), speaker=speaker, named=named,
        via=_via(article, said, place, speaker), rung=RUNG if speaker else "none", text=text,
        quote=words if article.is_quoted(place) else None, said=spoken, due=due,
        due_words=said.due if due else None, was=None, probability=_probability(said, line),
        score=THRESHOLD if speaker else round(THRESHOLD * NOBODYS, 3), found_by=(found_by,),
        translation=_translation(said, text, article),
    )  # fmt: skip  # the candidate's order, not a column of 18 lines


def _whose(article: Searched, said: Said, faults: Counter[str]) -> tuple[str | None, bool]:
    """The speaker, and whether that is a name: one that the article has or the record knows."""
    if _is_name(said.speaker):
        name = article.name_of(said.speaker.removeprefix("the "))
        if name:
            return name, True
        faults["speaker"] += 1
    described = [words for words in (said.unnamed, said.speaker) if words]
    if any(words.casefold().removeprefix("the ") == AUTHOR for words in described):
        return AUTHOR, False
    there = next((words for words in described if not _is_name(words) and article.describes(words)), None)
    return (there or NOBODY, False) if described else (None, False)


def _is_name(words: str) -> bool:
    """Whether the words are a name and no description: some word has a capital, or its script has none."""
    bare = [word for word in words.split() if word.casefold() not in _ARTICLE]
    return any(
        word[0].isdigit() or word[0] != word[0].lower() or word[0].upper() == word[0].lower() for word in bare
    )


def _via(article: Searched, said: Said, place: Place, speaker: str | None) -> str | None:
    """Who relays it, where the article has those words and they are somebody else's."""
    if (
        not said.via
        or name_key(said.via) == name_key(speaker or "")
        or not article.has(said.via, place.start)
    ):
        return None
    return said.via


def _days(
    article: Searched, said: Said, place: Place, faults: Counter[str]
) -> tuple[When | None, When | None]:
    """When it comes due and when it was said, by our own reading of the words, as far as the record allows both."""
    due = article.date_of(said.due, place.start, "due") if said.due else None
    spoken = article.date_of(said.said, place.start, "said") if said.said else None
    faults["date"] += bool(said.due and not due) + bool(said.said and not spoken)
    if spoken and (spoken.last > article.day_at(place.start) or (due and due.last < spoken.first)):
        spoken = None
    return due, spoken


def _kind(kind: str, due: When | None) -> str:
    """The kind that was given, where there is such a one and the record allows it; else as for one typed without."""
    kind = kind.casefold()
    return kind if kind in KINDS and (due or kind != "deadline") else default_kind(due=due is not None)


def _probability(said: Said, passage: str) -> float | None:
    """The share of one that the passage states, where the model says that it states one and means no other."""
    if not said.probability:
        return None
    figure = _PERCENT.search(passage)
    share = odds_in(passage) or (float(figure[1].replace(",", ".")) / HUNDRED if figure else None)
    given = {
        float(one.replace(",", ".")) for one in FIGURE.findall(said.probability) if one.count(",") < MANY
    }
    if share is None or share > 1 or (given and figure and not given & {share, round(share * HUNDRED, 4)}):
        return None
    return round(share, 4)


def _follows(text: str, passage: str, article: Searched) -> bool:
    """Whether a wording says what the passage does, with no figure, name or denial that is not there.

    Of its longer words most stand in the article, and most of the passage's stand in it.
    """
    if not text or len(text) > LONGEST_TEXT or bool(_DENIES.search(text)) != bool(_DENIES.search(passage)):
        return False
    if not set(FIGURE.findall(text)) <= article.figures:
        return False
    words = [placed.word for placed in placed_words(text) if placed.is_word]
    if any(word[0].isupper() and stem(word) not in article.stems for word in words[1:]):
        return False
    mine, theirs = set(_long(words)), set(_long(p.word for p in placed_words(passage) if p.is_word))
    return len(mine & article.stems) >= MOST * len(mine) and len(mine & theirs) >= MOST * len(theirs)


def _long(words: Iterable[str]) -> Iterator[str]:
    return (stem(word) for word in words if len(word) > SHORT_WORD)


def _translation(said: Said, text: str, article: Searched) -> str | None:
    """The translation, where it is another text and has no figure that the article lacks."""
    same = text_key(said.translation) in (text_key(text), text_key(said.text))
    figures = set(FIGURE.findall(said.translation))
    return (
        None if same or not figures <= article.figures else _stripped(said.translation.strip(_QUOTES)) or None
    )
