"""Whom somebody tells: the words between `told` and what was said, or after a clause that `he told` ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.english.noun_phrases import LONGEST, phrase_starting
from claimtrack.articles.english.speech_verbs import ADDRESSED
from claimtrack.articles.english.word_classes import OBJECT_PRONOUNS, PREPOSITIONS, is_capital
from claimtrack.articles.english.word_sets import word_set

if TYPE_CHECKING:
    from claimtrack.articles.english.sentences import Token

# `The road will close, Lind told reporters.`: what may tell it after the clause. `asked` and `showed` take it as well.
TELLING_LAST = ADDRESSED - {"ask", "show"}
# `told reporters | the road would close`: a new phrase begins, unless `all` or a preposition stands before.
NEW_PHRASE = word_set("the a an this these those his her its their our my your some any every no")
BEFORE_DETERMINERS = PREPOSITIONS | word_set("and all both")
# `told a joke`, `told the truth`: nobody is told.
TOLD_THINGS = word_set("story stories tale tales joke jokes truth lie lies anecdote anecdotes secret secrets")
# `told the council about it`, `told the council to hurry`: what is told follows.
MATTER = word_set("about of to")


def after_addressee(tokens: list[Token], start: int) -> int | None:
    """The index after the words from `start` on that name who is told; null where none do."""
    if start >= len(tokens):
        return None
    if tokens[start].low in OBJECT_PRONOUNS:
        return start + 1
    reach = range(start + 1, min(len(tokens), start + LONGEST))
    ceiling = next((i for i in reach if _starts_anew(tokens, i)), len(tokens))
    phrase = phrase_starting(tokens, start, ceiling)
    return phrase[1] if phrase else None


def after_listener(tokens: list[Token], start: int, lemma: str) -> int | None:
    """The index after whom a verb told what stands before it; `start` where it need not name one.

    Null where the verb takes no listener, or tells something else: `told a joke`, `told the council to hurry`.
    """
    if lemma not in TELLING_LAST:
        return start
    end = after_addressee(tokens, start)
    if end is None:
        return None
    things = any(token.low in TOLD_THINGS for token in tokens[start:end])
    matter = end < len(tokens) and tokens[end].low in MATTER
    return None if things or matter else end


def _starts_anew(tokens: list[Token], i: int) -> bool:
    """Whether another phrase starts at `i`: `reporters | the road`, `reporters | Lind`, not `all the reporters`."""
    before = tokens[i - 1]
    if tokens[i].low in NEW_PHRASE:
        return before.low not in BEFORE_DETERMINERS
    return is_capital(tokens[i]) and before.text.islower() and before.low.endswith("s")
