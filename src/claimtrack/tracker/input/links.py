"""How claims hang together: one that replaces another, and ones that can't both hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.store import claims, duplicates, entities
from claimtrack.tracker.input.claim_ids import claim_uid, claim_uids, reference
from claimtrack.tracker.input.fields import when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference


def replaced_uid(step: Step, named: Reference, fields: Mapping[str, object], *, by: str | None = None) -> str:
    """The uid of the claim that one with `fields` may replace; `by` is its own uid where it is there already.

    Raises:
        RefusedError: where that claim is not there, was replaced already, is another speaker's, said later or the
            same in date and probability, or where claims would replace each other in a ring.
    """
    uid = claim_uid(step.connection, named)
    identity = claims.id_of(step.connection, uid)
    if uid == by:
        raise RefusedError(f"Claim {identity} can't replace itself.")
    older = entities.state(step.connection, "claim", uid)
    newer = claims.replacement_of(step.connection, identity)
    if newer is not None and claims.id_of(step.connection, by or uid) != newer:
        raise RefusedError(f"Claim {identity} was moved to claim {newer} already; move that one instead.")
    if by and identity in claims.replacing(step.connection, claims.id_of(step.connection, by)):
        raise RefusedError(
            f"Claim {identity} replaces this one already; claims can't replace each other in a ring."
        )
    if not same_speaker(step, older, fields):
        raise RefusedError(f"Claim {identity} is another speaker's; only its own speaker can move it.")
    before, said = when_of(older.get("said")), when_of(fields.get("said"))
    if before and said and said.last < before.first:
        raise RefusedError(
            f"Claim {identity} was said on {before}, later than {said}; what is replaced is older."
        )
    if all(_date_of(older, name) == _date_of(fields, name) for name in ("due", "probability")):
        raise RefusedError(
            f"Claim {identity} has that date already; give the new one with --due, or --probability."
        )
    return uid


def _date_of(fields: Mapping[str, object], name: str) -> object:
    value = fields.get(name)
    return value[:2] if isinstance(value, list) else value


def same_speaker(step: Step, one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether two claims are of one speaker, or of someone unnamed in the same words."""
    a, b = one.get("speaker"), other.get("speaker")
    if a and b:
        return duplicates.root_of(step.connection, str(a)) == duplicates.root_of(step.connection, str(b))
    return a == b and one.get("unnamed") == other.get("unnamed")


def contradict(step: Step, uid: str, named: Iterable[object]) -> None:
    """Notes that the claim and each of the others can't both hold; kept once, with the older of the two.

    Raises:
        UnreadableError: where one is no id.
        RefusedError: where one is not there, is the claim itself, or another speaker's.
    """
    state = entities.state(step.connection, "claim", uid)
    for other in claim_uids(step.connection, map(reference, named)):
        identity = claims.id_of(step.connection, other)
        if other == uid:
            raise RefusedError(f"Claim {identity} can't contradict itself.")
        if not same_speaker(step, state, entities.state(step.connection, "claim", other)):
            raise RefusedError(
                f"Claim {identity} is another speaker's; what a speaker contradicts is a claim of their own."
            )
        _note(step, uid, other, holds=True)


def reconcile(step: Step, uid: str) -> None:
    """Takes back every contradiction of the claim."""
    for other in claims.contradicted_uids(step.connection, claims.id_of(step.connection, uid)):
        _note(step, uid, other, holds=False)


def _note(step: Step, one: str, other: str, *, holds: bool) -> None:
    first, second = sorted((one, other), key=lambda uid: claims.id_of(step.connection, uid))
    step.update("claim", first, {f"contradicts:{second}": holds or None})
