"""How likely a candidate is a claim that somebody would track: a linear model over what the rules noted."""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates.draft import OLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.candidates.cues import Cue
    from claimtrack.articles.candidates.draft import Finding

CONDITION = re.compile(r"\b(?:if|unless|should|once|without|were to)\b", re.IGNORECASE)
START_CONDITION = re.compile(r"\W*(?:but |and |so )?if\b", re.IGNORECASE)
WISH = re.compile(
    r"\b(?:hop(?:e|es|ed|ing|eful)|wish(?:es|ed)?|pray|would like|want(?:s|ed)? (?:\w+ )?(?:to|us|them|you)|urg\w+|"
    r"call(?:s|ed|ing)? on)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"\b(?:you|your|one|anyone|a (?:child|person|man|woman|user)|people|users?)\W*$", re.IGNORECASE
)
JUDGING = re.compile(r"\b(?:would|could|might) (?:be|seem|make sense|mean|suggest|appear)\b", re.IGNORECASE)
CONTRARY = re.compile(r"\b(?:would|could|might|should) (?:not )?have \w+(?:ed|en|n|t)\b", re.IGNORECASE)
NEEDS = re.compile(r"\b(?:need|must|should|have to|has to|require)\b", re.IGNORECASE)
FIGURE = re.compile(r"\d")
OFFER = re.compile(
    r"\b(?:please|click|visit|contact|subscribe|for more information|will be available (?:on|at)|register)\b",
    re.IGNORECASE,
)
# `voted for it because he would not`: what a verb before in the past tense makes doubtful.
BESIDE = re.compile(r"\b(?:was|were|had|did|voted|made|said|wanted|\w+ed) (?:\w+ ){0,6}$")
# After how many words of its clause a cue comes late.
FAR = 9
LONG = 35
SHORT = 7


class Traits(NamedTuple):
    """What the rules noted of a candidate besides what was found: of the text it stands in, and of its words."""

    voice: str
    transcript: bool
    asks: bool
    past: bool
    past_date: bool
    headline: bool
    stands: bool
    old: int


def score_of(marks: tuple[str, ...]) -> float:
    """From 0 to 1: the share of such candidates that are claims to track, as far as the weights know."""
    weights = _weights()
    total = weights.get("bias", 0.0) + sum(weights.get(mark, 0.0) for mark in marks)
    return round(1 / (1 + math.exp(-total)), 3)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    found = json.loads(files("claimtrack.articles.candidates").joinpath("weights.json").read_text("utf-8"))
    return {name: float(value) for name, value in found.items()}


def marks_of(words: str, finding: Finding, traits: Traits) -> tuple[str, ...]:
    """The names of what holds of a candidate; each has a weight."""
    return tuple(dict.fromkeys([*_of_rules(finding, traits), *_of_words(words, finding.cue)]))


def _of_rules(finding: Finding, traits: Traits) -> Iterator[str]:
    passage, cue, whose, term = finding
    rung, plain = whose.rung, not passage.quoted
    yield from (
        f"cue {cue.family}",
        f"rung {rung}",
        f"voice {traits.voice}",
        f"subject {_subject_class(cue)}",
    )
    if passage.told:
        yield f"frame {passage.told.frame}"
    holds = {
        "plain": plain,
        f"{cue.family} {'plain' if plain else 'quoted'}": cue.family in ("reported", "hedged"),
        "would of one's own": cue.family == "reported" and rung != "own",
        "transcript": traits.transcript,
        "relative": cue.relative,
        "past": traits.past and (rung != "own" or not plain),
        "past date": traits.past_date,
        "asker": traits.asks and rung == "carried",
        "announced": cue.family == "certain" and rung == "subject",
        "wish": WISH.search(cue.before) is not None,
        "leans": not traits.stands,
        "headline": traits.headline,
        OLD: traits.old > 0,
        "told before": traits.old > 1,
        "dated": term.due is not None,
        "bound": term.due is not None and term.due.by,
        f"unnamed {rung}": not whose.who.named,
        "late": len(cue.before.split()) > FAR,
        "past beside": BESIDE.search(cue.before) is not None,
    }
    yield from (mark for mark, is_so in holds.items() if is_so)


def _subject_class(cue: Cue) -> str:
    if cue.pronoun in ("i", "we"):
        return cue.pronoun
    if cue.pronoun in ("he", "she", "it", "they"):
        return "third"
    if cue.pronoun == "you" or GENERIC.search(cue.before):
        return "generic"
    return cue.pronoun or ("none" if not cue.before.strip() else "noun")


def _of_words(words: str, cue: Cue) -> Iterator[str]:
    if START_CONDITION.match(words):
        yield "begins with if"
    elif CONDITION.search(words):
        yield "condition"
    if FIGURE.search(words):
        yield "figure"
    if JUDGING.search(words):
        yield f"judging {cue.family}"
    if CONTRARY.search(words):
        yield "contrary"
    if NEEDS.search(words):
        yield "needs"
    if OFFER.search(words):
        yield "offer"
    count = len(words.split())
    if count > LONG:
        yield "long"
    elif count < SHORT:
        yield "short"
