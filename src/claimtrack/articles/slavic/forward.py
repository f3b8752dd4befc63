"""What a clause that looks ahead is: its kind, how likely somebody would track it, and the odds that it states."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.slavic import morphology

if TYPE_CHECKING:
    from claimtrack.articles.slavic.clauses import Clause, Cue
    from claimtrack.articles.slavic.tokens import Lines

DATED_ONLY = ("must", "aim", "order")
PLANNED_PASSIVE = re.compile("план|заплан")
# By rule of thumb, as logits; their order was chosen on texts of our own and on eight of the bench.
RUNGS = {"own": 1.9, "subject": 1.5, "carried": 1.0, "none": -0.9}
FAMILIES = {
    "certain": 0.0, "promised": 0.4, "planned": 0.2, "must": -0.2, "expected": -0.1, "order": 0.0, "hoped": -1.2,
    "odds": -0.3, "aim": -0.6, "hedged": -0.7, "goes on": 0.0,
    "forecast": 0.0,
}  # fmt: skip  # a table
MARKS = {
    "dated": 0.5, "relative": -1.6, "condition": -0.3, "unnamed": -0.2, "short": -0.5, "lasting": -1.0, "you": -1.0,
}  # fmt: skip  # a table
SHORT = 4
PER_CENT = r"(?P<{}>\d{{1,3}}(?:[.,]\d+)?)\s?(?:%|відсотк\w*|процент\w*)"
CHANCE = r"(?:й?імовірн\w+|вероятн\w+|шанс\w*)"
ODDS = re.compile(
    rf"{CHANCE}[^.;]{{0,60}}?{PER_CENT.format('after')}|"
    rf"{PER_CENT.format('before')}[^.;\d]{{0,20}}{CHANCE}",
    re.IGNORECASE,
)
HUNDRED = 100


class Traits(NamedTuple):
    """What else the score depends on."""

    rung: str
    named: bool
    dated: bool


def kind_of(lines: Lines, clause: Clause, cue: Cue, language: str) -> str:
    """`promise` of one's own doing, `deadline` where a date is set, else `prediction`."""
    token = lines.tokens[cue.at]
    if cue.family in DATED_ONLY:
        return "deadline"
    if cue.family in ("promised", "planned") or (
        cue.family == "expected" and PLANNED_PASSIVE.match(token.low)
    ):
        return "promise"
    if cue.family == "certain" and is_own(lines, clause, cue, language):
        return "promise"
    return "prediction"


def is_own(lines: Lines, clause: Clause, cue: Cue, language: str) -> bool:
    """Whether what is to come is the speaker's own doing: `ми закінчимо`."""
    token = lines.tokens[cue.at]
    before = lines.tokens[clause.range.first : cue.at]
    return any(one.is_a("we", "i") for one in before[-SHORT:]) or morphology.is_first_person(
        token.low, language
    )


def score_of(lines: Lines, clause: Clause, cue: Cue, language: str, traits: Traits) -> float:
    """From 0 to 1: how likely somebody would track it."""
    infinitive = _infinitive_after(lines, clause, cue, language)
    holds = {
        "dated": traits.dated,
        "relative": cue.relative,
        "condition": clause.conditional,
        "unnamed": not traits.named and traits.rung != "none",
        "short": lines.words(*clause.range) < SHORT,
        "lasting": (cue.family == "hedged" or lines.tokens[cue.at].is_a("ready"))
        and infinitive is not None
        and morphology.is_lasting(infinitive, language),
        "you": any(
            one.low in YOU or (one.is_a("generic") and cue.family == "hedged")
            for one in lines.tokens[clause.range.first : clause.range.last]
        ),
    }
    total = (
        RUNGS[traits.rung] + FAMILIES[cue.family] + sum(MARKS[mark] for mark, is_so in holds.items() if is_so)
    )
    return round(1 / (1 + math.exp(-total)), 3)


YOU = frozenset(["ви", "ти", "вы", "ты"])


def _infinitive_after(lines: Lines, clause: Clause, cue: Cue, language: str) -> str | None:
    words = (token.low for token in lines.tokens[cue.at + 1 : clause.range.last] if token.is_word)
    return next((word for word in words if morphology.is_infinitive(word, language)), None)


def odds_in(words: str) -> float | None:
    """The probability from 0 to 1 that the words state; null where they state none."""
    match = ODDS.search(words)
    if not match:
        return None
    value = float((match["after"] or match["before"]).replace(",", "."))
    return round(value / HUNDRED, 4) if value <= HUNDRED else None
