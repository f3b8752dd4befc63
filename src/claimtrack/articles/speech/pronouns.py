"""Who `he`, `she`, `it` and `they` are: the nearest subject or source before that fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.english import capital_runs, clause_subject
from claimtrack.articles.english.name_lists import COLLECTIVES, WRITINGS
from claimtrack.articles.speech.full_names import PEOPLE, PREPOSITION, in_sentence, named
from claimtrack.articles.speech.who import NOBODY, Memory, Who

if TYPE_CHECKING:
    from claimtrack.articles.english import Names, Span

GENDERS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
THINGS = ("it", "its", "they", "their", "who", "which", "that")
OTHERS = ("i", "you", "we", "one", "both", "them")
# How many sentences back a pronoun for a person, and for a body, may point.
NEAR_PERSON = 7
NEAR_BODY = 5
APPOSITION = 60
# `the head of the union, Gov. Marta Lind of Arlen,`.
TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\b")
TITLED = re.compile(r"(?:[A-Z][a-z]{1,4}\. )+")
RECENT = 40
SPOKEN = 12


def plain(words: str) -> str:
    """Without brackets and a trailing relative pronoun: `Lind (Arlen), who` -> `Lind`."""
    words = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", words)
    words = re.sub(r"[,\s]+(?:who|which|that)$", "", words)
    return re.sub(r"\s+", " ", words).strip(" ,")


def he_or_she(source: Span, number: int, memory: Memory, wanted: str) -> Who:
    """The nearest person who was the subject or source of a sentence before, and whose gender does not forbid it."""
    told: dict[int, list[Who]] = {}
    for sentence, _, who in memory.spoken(number, RECENT):
        if who.person and who.named:
            told.setdefault(sentence, []).append(who)
    for back in range(number, max(-1, number - NEAR_PERSON), -1):
        options = told.get(back, [])[::-1]
        subject = _subject_person(memory, back, source[0])
        if subject:
            options = [subject, *options] if back == number else [*options, subject]
        for who in options:
            if _fits(who, wanted, memory.names):
                return who
    return NOBODY._replace(name=memory.text[slice(*source)])


def _fits(who: Who, wanted: str, names: Names) -> bool:
    """Whether the person may be `he` (`m`) or `she` (`f`); a name that only a group bears may not."""
    name = (who.name or "").lower()
    if not name or (may_be_body(who, names) and name.endswith("s")):
        return False
    return names.genders.get(name, names.genders.get(name.split()[-1], wanted)) == wanted


def _subject_person(memory: Memory, number: int, before: int) -> Who | None:
    """The person in full name who is the subject of a sentence, if that stands before the pronoun."""
    who = _subject(memory, number, before)
    titled = TITLE.match(memory.text, memory.sentences[number].start) is not None
    return who if who and who.person and (titled or " " in (who.name or "")) else None


def subject_person(memory: Memory, number: int) -> Who | None:
    """The person in full name who is the subject of a sentence."""
    return _subject_person(memory, number, memory.sentences[number].end)


def _subject(memory: Memory, number: int, before: int) -> Who | None:
    tokens = memory.sentences[number].tokens
    found = clause_subject(tokens, 0, len(tokens))
    if not found or tokens[found[1] - 1].end > before:
        return None
    span = tokens[found[0]].start, tokens[found[1] - 1].end
    who = named(memory.text, span, plain(memory.text[slice(*span)]), memory.names)
    return who or in_apposition(span, memory)


def in_apposition(source: Span, memory: Memory) -> Who | None:
    """The name after a description: `the team's coach, Marta Lind,`."""
    text, begin = memory.text, source[1] + 2
    if text[source[1] : begin] != ", " or (text[source[0]].isupper() and " " not in text[slice(*source)]):
        return None
    title = TITLED.match(text, begin)
    begin = title.end() if title else begin
    found = capital_runs(text, begin, min(len(text), begin + APPOSITION))
    if not found or found[0][0] != begin:
        return None
    who = named(text, found[0], text[slice(*found[0])], memory.names)
    if who is None or (who.person and " " in (who.name or "")):
        return who
    head = PREPOSITION.split(plain(text[slice(*source)]), maxsplit=1)[0].lower().rsplit(maxsplit=1)[-1:]
    is_body = text.startswith(",", found[0][1]) and bool(head) and head[0].removesuffix("s") not in PEOPLE
    return who._replace(person=False) if is_body and who.named else None  # `the maker, Helvion,`


def they_or_it(low: str, number: int, memory: Memory, at: int = 0) -> Who:
    """The nearest body, or people without a name, for `they` and `it`; nobody for `I` and `you`."""
    if low not in THINGS:
        return NOBODY._replace(name=low if low in ("we", "i") else None)
    own = _subject(memory, number, at) if low == "it" and at else None
    if own and (not own.person or may_be_body(own, memory.names)):
        return own  # `The council will close it, it said`
    found = (_people(number, memory) if low in ("they", "their") else None) or nearest_body(number, memory)
    if found:
        return found
    for sentence, _, who in reversed(memory.spoken(number, SPOKEN)):
        if number - sentence < NEAR_BODY and who.name and not who.person and _is_described(who.name):
            return who
    return NOBODY._replace(name=None if low in ("it", "its") else low)


def _people(number: int, memory: Memory) -> Who | None:
    """The people without a name who are the subject of the sentence before: `Analysts at the bank`."""
    tokens = memory.sentences[number - 1].tokens if number else []
    found = clause_subject(tokens, 0, len(tokens))
    if not found or memory.sentences[number - 1].paragraph != memory.sentences[number].paragraph:
        return None
    words = plain(memory.text[tokens[found[0]].start : tokens[found[1] - 1].end])
    head = PREPOSITION.split(words, maxsplit=1)[0].lower().rsplit(maxsplit=1)[-1:]
    is_people = bool(head) and head[0].endswith("s") and head[0].removesuffix("s") in PEOPLE | COLLECTIVES
    return Who(in_sentence(words), named=False, person=False) if is_people else None


def _is_described(name: str) -> bool:
    low = name.lower()
    return (
        name[0].isalpha()
        and low not in THINGS
        and low not in OTHERS
        and low.rsplit(maxsplit=1)[-1] not in WRITINGS
    )


def nearest_body(number: int, memory: Memory) -> Who | None:
    """The body that was the subject or source of a sentence before."""
    told = {
        sentence: who for sentence, _, who in memory.spoken(number, SPOKEN) if who.named and not who.person
    }
    for back in range(number - 1, max(-1, number - NEAR_BODY), -1):
        who = told.get(back) or _subject(memory, back, memory.sentences[back].end)
        if who and (not who.person or may_be_body(who, memory.names)):
            return who
    return None


def may_be_body(who: Who, names: Names) -> bool:
    """Whether a name of one word is nobody's last or first name in the article."""
    low = (who.name or "").lower()
    return " " not in low and low not in names.by_last and low not in names.genders
