"""The words that the rules go by, Ukrainian and Russian in one table: hardly one means another thing in the other.

said: tells speech or thought (`заявив`, `считает`); order: sets somebody a task; denied, doubted: takes it back;
according: `за словами`; citing: `з посиланням на`; named: what somebody calls something; that, so that: begin what was
said. certain: says itself that it is to come; planned, meant, ready: one's own doing; promised: a word given; hoped,
expected, forecast, hedged, possible, odds, aim, must: what else looks ahead; gave, time: `дав час до 1 березня`;
perfective: the beginnings of verbs whose present form is a future, for want of a dictionary. if, relative, clause,
whether: begin a part of a sentence that does not stand alone; moreover: begins a paragraph that goes on with the one
before. source, other: words for somebody who is not known; body, generic: for many.
"""

from __future__ import annotations

from functools import lru_cache

from claimtrack.articles.slavic.words import russian, ukrainian
from claimtrack.dates.words.listed import written_out

TABLES = (ukrainian.WORDS, russian.WORDS)


@lru_cache(maxsize=1)
def classes() -> dict[str, frozenset[str]]:
    """The classes of each word; the words of a phrase stand in it with spaces."""
    found: dict[str, set[str]] = {}
    for table in TABLES:
        for name, listed in table.items():
            for word in written_out(" ".join(listed.split())):
                found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1)
def of_one_language() -> tuple[frozenset[str], frozenset[str]]:
    """The words of the tables that are Ukrainian alone, and those that are Russian alone."""
    ours, theirs = (
        {word for listed in table.values() for word in written_out(" ".join(listed.split()))}
        for table in TABLES
    )
    return frozenset(ours - theirs), frozenset(theirs - ours)


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """By the first word of each phrase of several words: all its words, the longest phrase first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in classes():
        if " " in phrase:
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(there, key=len, reverse=True)) for first, there in found.items()}


@lru_cache(maxsize=1)
def perfective() -> tuple[str, ...]:
    """Beginnings of verbs whose present form is a future."""
    return tuple(word for word, names in classes().items() if "perfective" in names)


NO_CLASS: frozenset[str] = frozenset()
