"""Correcting claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import HELD, Claim, came_too_late, outcome_label
from claimtrack.store import entities
from claimtrack.tracker.add import published_of, read_claim
from claimtrack.tracker.input.attribution import source_uid, speaker_fields
from claimtrack.tracker.input.claim_ids import Reference, claim_uid, claim_uids, reference
from claimtrack.tracker.input.fields import claim_fields, when_of
from claimtrack.tracker.input.links import contradict, reconcile, replaced_uid, same_speaker
from claimtrack.tracker.input.quotation import proof

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.fields import Given


def edit(
    db: Database, ids: Iterable[Reference] | Reference, *, text: str | None = None, speaker: str | None = None,
    untag: Sequence[str] | str = (), **given: Unpack[Given],
) -> tuple[Claim, ...]:  # fmt: skip  # as short as the call
    """Corrects fields of the claims and returns the claims; null leaves a field, an empty value empties it.

    Raises:
        UnreadableError: where a value can't be read or a field that every claim has would be emptied.
        RefusedError: where a claim is not there, or the record does not allow it.
    """
    wanted: Fields = {**given, "text": text, "speaker": speaker, "untag": untag}
    with db.step("edit") as step:
        uids = claim_uids(step.connection, ids)
        for uid in uids:
            _edit(step, uid, wanted)
        if speaker is not None or given.get("unnamed") is not None:
            for uid in uids:
                _refuse_other_speakers(step, uid)
        return tuple(read_claim(step, uid) for uid in uids)


def _edit(step: Step, uid: str, given: Fields) -> None:
    state = entities.state(step.connection, "claim", uid)
    fields: Fields = {}
    if given.get("source") == "":
        fields["source"] = None
    elif source := source_uid(step, given):
        fields["source"] = source
    fields |= _speaker(step, state, given)
    published = published_of(step, {**state, **fields}.get("source"))
    fields |= claim_fields(step, given, base=state, published=published)
    if "text" in fields and not fields["text"]:
        raise UnreadableError("A claim needs a text; to remove the claim, use `claimtrack delete`.")
    if "quote" in fields or "source" in fields:
        fields |= proof(step, {**state, **fields})
    _refuse_too_late(step, uid, {**state, **fields})
    _relink(step, uid, {**state, **fields}, given)
    if step.update("claim", uid, fields) and "due" in fields and state.get("due"):
        step.tell("this corrects the record; where the speaker named another date, use `claimtrack move`")


def _relink(step: Step, uid: str, state: Fields, given: Fields) -> None:
    """Puts the claim in the place of another one, or takes it out; the same for what it contradicts."""
    replaces, contradicts = given.get("replaces"), given.get("contradicts")
    if replaces is not None:
        older = replaced_uid(step, reference(replaces), state, by=uid) if replaces else None
        step.update("claim", uid, {"replaces": older})
    if contradicts is not None:
        named = [one for one in contradicts if one] if isinstance(contradicts, (list, tuple)) else []
        contradict(step, uid, named) if named else reconcile(step, uid)


def _speaker(step: Step, state: Fields, given: Fields) -> Fields:
    """Fields for another speaker, or for the same words named or unnamed."""
    name, unnamed = given.get("speaker"), given.get("unnamed")
    if name is None and unnamed is None:
        return {}
    if name is None:
        current = (
            state.get("unnamed") or entities.state(step.connection, "speaker", str(state["speaker"]))["name"]
        )
        name = str(current)
    return speaker_fields(step, str(name), unnamed=bool(unnamed))


def _refuse_other_speakers(step: Step, uid: str) -> None:
    """Refuses a claim that is linked to another speaker's, as where only one of two was corrected."""
    claim, state = read_claim(step, uid), entities.state(step.connection, "claim", uid)
    for other in filter(None, (claim.replaces, claim.replaced_by, *claim.contradicts)):
        linked = entities.state(step.connection, "claim", claim_uid(step.connection, other))
        if not same_speaker(step, state, linked):
            raise RefusedError(
                f"Claim {claim.id} is linked to claim {other}, which would be another speaker's; edit both at once."
            )


def _refuse_too_late(step: Step, uid: str, state: Fields) -> None:
    claim = read_claim(step, uid)
    kind, due = str(state["kind"]), when_of(state.get("due"))
    if claim.outcome == HELD and came_too_late(kind, due, claim.happened):
        raise RefusedError(
            f"Claim {claim.id} stands as {outcome_label(kind, HELD)} on {claim.happened}, which would come after"
            f" {due}; judge it again first, with `claimtrack resolve {claim.id}`."
        )
