"""Relative clauses about who speaks: `a builder, who asked not to be named, said …` is said by the builder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.english import Range, is_adverb, phrase_ending, word_set
from claimtrack.articles.english.speech_verbs import ALSO_NOUNS, CLAUSE, VERBS
from claimtrack.articles.english.word_classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    ENDS,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from claimtrack.articles.english import Token

RELATIVE = word_set("who which")
# How many words a relative clause may have, that no comma ends, before the verb of the main clause.
REACH = 15


def antecedent(tokens: list[Token], subject: Range) -> Range:
    """Whom a relative pronoun stands for: `a builder` for `a builder, who`; the words themselves without one."""
    first, end = subject
    if tokens[end - 1].low not in RELATIVE or end - 1 == first:
        return subject
    end -= 1
    return first, end - (tokens[end - 1].text == ",")


def relative_end(tokens: list[Token], subject: Range, begin: int, end: int) -> int:
    """Where a relative clause, with `subject` up to its pronoun, ends between `begin` and `end`: at the main verb."""
    if tokens[subject[1] - 1].low not in RELATIVE:
        return end
    if subject[1] - subject[0] > 1 and tokens[subject[1] - 2].text == ",":
        return _at_comma(tokens, begin, end)
    return _at_verb(tokens, begin, end) if tokens[begin].low == "to" else end


def subject_past_relative(tokens: list[Token], last: int, floor: int) -> Range | None:
    """`an official` for a main verb after `an official who spoke in private`; null where no such clause ends there."""
    for i in range(last - 1, max(floor, last - REACH), -1):
        token = tokens[i]
        if token.low == "who":
            acts = is_finite(tokens[i + 1]) or (is_adverb(tokens[i + 1]) and is_finite(tokens[i + 2]))
            acts = acts or _are_acting(tokens[i - 1], tokens[i + 1])
            found = phrase_ending(tokens, i, floor) if acts else None
            return antecedent(tokens, found) if found else None
        if token.text == "," or token.text in ENDS or token.low in CONJUNCTIONS or token.low in SUBORDINATORS:
            return None
    return None


def _are_acting(several: Token, act: Token) -> bool:
    """Whether a bare verb may follow `who`: `voters who back Lind`."""
    many = several.low.endswith("s") or several.low in ("people", "staff", "those", "police")
    return many and act.text.islower() and act.low not in PREPOSITIONS and act.low not in DETERMINERS


def is_finite(token: Token) -> bool:
    """Whether the word is, by its look, a verb in the present or past: `spoke`, `has`, `worked`."""
    low = token.low
    verb = VERBS.get(low)
    told = verb is not None and verb.form in ("past", "third")
    return (
        told or low in AUXILIARIES or low in IRREGULAR_PASTS or (token.text.islower() and low.endswith("ed"))
    )


def _at_comma(tokens: list[Token], begin: int, end: int) -> int:
    """The comma that the main verb follows; past a first comma, which may open an aside, only a verb of speech."""
    commas = 0
    whole = (
        tokens[begin].low == "to"
    )  # `who says the bridge, built in May, is old`: no clause before the comma
    for j in range(begin + 1, end - 1):
        whole = whole or is_finite(tokens[j])
        if tokens[j].text != ",":
            continue
        after = j + 2 if is_adverb(tokens[j + 1]) and j + 2 < end else j + 1
        verb = VERBS.get(tokens[after].low)
        if (is_finite(tokens[after]) and whole and not commas) or (verb and verb.form in ("past", "third")):
            return j
        commas += 1
    return end


def _at_verb(tokens: list[Token], begin: int, end: int) -> int:
    """The verb of speech after `who declined to be named`, which no comma ends."""
    for j in range(begin + 2, min(end, begin + REACH)):
        low = tokens[j].low
        if tokens[j].text == "," or low in SUBORDINATORS or low in CONJUNCTIONS:
            return end
        verb = VERBS.get(low)
        if verb and verb.form in ("past", "third") and verb.lemma in CLAUSE and _is_main(tokens, j):
            return j
    return end


def _is_main(tokens: list[Token], j: int) -> bool:
    """Whether the word is no passive and no noun: `to be told`, `to hear claims`."""
    noun = VERBS[tokens[j].low].form == "third" and VERBS[tokens[j].low].lemma in ALSO_NOUNS
    return tokens[j - 1].low not in AUXILIARIES and not noun
