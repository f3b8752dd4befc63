"""What several finders found in one article: a claim that two of them found is one candidate, and a surer one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.articles.models.proven import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.articles.candidates import Candidate
    from claimtrack.model import When


def joined(text: str, rules: Iterable[Candidate], models: Iterable[Candidate]) -> list[Candidate]:
    """The candidates of both in the order of the article `text`; what both found is told once, by `both`.

    Each is joined with the one that it shares most with, and with no more than one.
    """
    by_rules, by_models = list(rules), list(models)
    pairs = sorted(
        (
            (-shared((one.start, one.end), (other.start, other.end)), n, m)
            for n, one in enumerate(by_rules)
            for m, other in enumerate(by_models)
            if is_one((one.start, one.end), one.due, (other.start, other.end), other.due)
        ),
    )
    taken: dict[int, int] = {}
    for _, n, m in pairs:
        if n not in taken and m not in taken.values():
            taken[n] = m
    left = [other for m, other in enumerate(by_models) if m not in taken.values()]
    found = [both(text, one, by_models[taken[n]]) if n in taken else one for n, one in enumerate(by_rules)]
    return sorted([*found, *left], key=lambda one: (one.start, one.end))


def is_one(
    stretch: tuple[int, int], due: When | None, other: tuple[int, int], other_due: When | None
) -> bool:
    """Whether two finders mean one claim: most of the shorter passage is in the longer, and no dates exclude it.

    Rules take the clause and models the sentence, or the other way round.
    """
    if due and other_due and not due.overlaps(other_due):
        return False
    return shared(stretch, other) * 2 > min(stretch[1] - stretch[0], other[1] - other[0])


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters are in both stretches."""
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


def surer(score: float, other: float) -> float:
    """The score of what two found who do not know of each other: wrong only where both are."""
    return round(1 - (1 - score) * (1 - other), 3)


def both(text: str, one: Candidate, other: Candidate) -> Candidate:
    """What rules read, with what a model adds: words that stand alone, a translation, and what the rules left open."""
    reworded = other.text not in " ".join(text[other.start : other.end].split())
    by = other if other.named and not one.named else one
    if by is one and not one.speaker and other.speaker != NOBODY:
        by = other
    return replace(
        one,
        speaker=by.speaker,
        named=by.named,
        rung=by.rung,
        text=other.text if reworded else one.text,
        said=one.said or other.said,
        due=one.due or other.due,
        due_words=one.due_words if one.due or one.due_words else other.due_words,
        via=one.via or other.via,
        probability=other.probability if one.probability is None else one.probability,
        score=surer(one.score, other.score),
        found_by=tuple(dict.fromkeys((*one.found_by, *other.found_by))),
        translation=one.translation or other.translation,
    )
