"""Whether a claim is there already: the same speaker in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store import entities
from claimtrack.tracker.input.claim_ids import read_claim
from claimtrack.tracker.input.speaker import same_speaker

if TYPE_CHECKING:
    from claimtrack.model import Claim
    from claimtrack.store.step import Step


def in_same_words(step: Step, claim: Claim) -> list[Claim]:
    """The other claims of the same speaker in the same words, oldest first."""
    others = (
        read_claim(step, uid) for uid in entities.same_text(step.connection, claim.text) if uid != claim.uid
    )
    return [other for other in others if same_speaker(other, claim)]


def same(one: Claim, other: Claim) -> bool:
    """Whether two claims in the same words are one: said and due on the same days."""
    return (one.said, one.due) == (other.said, other.due)


def told_alike(others: list[Claim]) -> str | None:
    """What to tell of a claim that was made before with another date or probability, as a forecast is."""
    apart = [other for other in others if not other.replaced_by]
    if not apart:
        return None
    newest = apart[-1]
    return (
        f"claim {newest.id} has the same words; said again it would be `repeat {newest.id}`, with another date or"
        f" probability `move {newest.id}`"
    )
