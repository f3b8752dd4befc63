"""The question how a claim turned out, with all that one needs to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import OUTCOMES
from claimtrack.model.verdict_words import verdict_words
from claimtrack.render.layout.table import Cell, labelled, paragraph
from claimtrack.render.show import dated, filled, parts
from claimtrack.render.status import standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.render.layout.screen import Screen


def outcome_question(
    claim: Claim, screen: Screen, *, today: date, place: int = 1, of: int = 1
) -> Iterator[str]:
    """The claim, the verdict that stands and the outcomes to choose from, numbered; an empty line first.

    `place` is which of the claims asked about it is.
    """
    counted = f" ({place} of {of})" if of > 1 else ""
    yield ""
    yield from paragraph(
        f"Claim {claim.id}{counted}, {claim.kind}: {standing(claim, today)[0]}", screen, "strong"
    )
    yield from paragraph(f"{claim.said_by}: {claim.text}", screen)
    yield from labelled(_facts(claim), screen)
    for number, outcome in enumerate(OUTCOMES, 1):
        yield f"  {number}  {outcome.label(claim.kind)}"


def _facts(claim: Claim) -> Iterator[tuple[str, list[Cell]]]:
    """What the outcome hangs on, how it was judged already, and the evidence there is."""
    yield "said", filled(dated(claim.said, claim.said_words))
    yield "due", filled(dated(claim.due, claim.due_words) or "no day was set")
    yield "criterion", filled(claim.criterion)
    if claim.status == "resolved":
        yield "stands as", filled(verdict_words(claim), claim.reason)
    for one in claim.evidence:
        yield "contrary" if one.stance == "contrary" else "evidence", filled(*parts(one))
