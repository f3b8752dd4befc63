"""How claims hang together: one that replaces another, and ones that can't both hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.store import claims
from claimtrack.tracker.input.claim_ids import claim_uid, claim_uids, read_claim
from claimtrack.tracker.input.speaker import same_speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model import Claim
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference


def replaceable(step: Step, named: Reference, claim: Claim) -> Claim:
    """The claim that this one, recorded already or not, may replace.

    Raises:
        RefusedError: where that claim is not there, was replaced already, is another speaker's, said later or the
            same in date and probability, or where claims would replace each other in a ring.
    """
    older = read_claim(step, claim_uid(step.connection, named))
    if older.uid == claim.uid:
        raise RefusedError(f"Claim {older.id} can't replace itself.")
    if older.replaced_by not in (None, claim.id):
        raise RefusedError(
            f"Claim {older.id} was moved to claim {older.replaced_by} already; move that one instead."
        )
    if claim.id and older.id in claims.replacing(step.connection, claim.id):
        raise RefusedError(
            f"Claim {older.id} replaces this one already; claims can't replace each other in a ring."
        )
    if not same_speaker(older, claim):
        raise RefusedError(f"Claim {older.id} is another speaker's; only its own speaker can move it.")
    if older.said and claim.said and claim.said.last < older.said.first:
        raise RefusedError(
            f"Claim {older.id} was said on {older.said}, later than {claim.said}; what is replaced is older."
        )
    if (older.due, older.probability) == (claim.due, claim.probability):
        raise RefusedError(
            f"Claim {older.id} has that date already; give the new one with --due, or --probability."
        )
    return older


def contradict(step: Step, claim: Claim, named: Iterable[Reference]) -> None:
    """Notes that the claim and each of the others can't both hold; kept once, with the older of the two.

    Raises:
        RefusedError: where one is not there, is the claim itself, or another speaker's.
    """
    for uid in claim_uids(step.connection, named):
        other = read_claim(step, uid)
        if other.uid == claim.uid:
            raise RefusedError(f"Claim {other.id} can't contradict itself.")
        if not same_speaker(claim, other):
            raise RefusedError(
                f"Claim {other.id} is another speaker's; what a speaker contradicts is a claim of their own."
            )
        _note(step, claim, other, holds=True)


def reconcile(step: Step, claim: Claim) -> None:
    """Takes back every contradiction of the claim."""
    for other in claim.contradicts:
        _note(step, claim, read_claim(step, claim_uid(step.connection, other)), holds=False)


def _note(step: Step, one: Claim, other: Claim, *, holds: bool) -> None:
    first, second = sorted((one, other), key=lambda claim: claim.uid)
    step.update("claim", first.uid, {f"contradicts:{second.uid}": holds or None})
