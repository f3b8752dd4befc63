"""Correcting the record: editing, deleting, the history, and taking the last step back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Claim, Entry, came_too_late, outcome_label
from claimtrack.store import claims, entities, labels, log
from claimtrack.store.forget import forget as wipe
from claimtrack.store.undo import take_back
from claimtrack.tracker.attributing import source_uid, speaker_fields
from claimtrack.tracker.claim_ids import Reference, claim_uid, claim_uids, reference
from claimtrack.tracker.linking import contradict, reconcile, replaced_uid, same_speaker
from claimtrack.tracker.quoting import proof
from claimtrack.tracker.recording import published_of, read_claim
from claimtrack.tracker.wordings import claim_fields, when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step
    from claimtrack.tracker.given import Given


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
    if claim.outcome == "held" and came_too_late(kind, due, claim.happened):
        raise RefusedError(
            f"Claim {claim.id} stands as {outcome_label(kind, 'held')} on {claim.happened}, which would come after"
            f" {due}; judge it again first, with `claimtrack resolve {claim.id}`."
        )


def delete(db: Database, ids: Iterable[Reference] | Reference) -> tuple[Claim, ...]:
    """Deletes the claims, which `undo` brings back, and returns them as they were.

    Raises:
        RefusedError: where a claim is not there.
    """
    with db.step("delete") as step:
        uids = claim_uids(step.connection, ids)
        gone = tuple(read_claim(step, uid) for uid in uids)
        for uid in uids:
            step.update("claim", uid, {"deleted": True})
        return gone


def forget(db: Database, ids: Iterable[Reference]) -> int:
    """Deletes the claims for ever, deleted ones too, their words in the log included; how many there were.

    Raises:
        RefusedError: where a claim is not there.
    """
    with db.step("forget") as step:
        uids = list(dict.fromkeys(claim_uid(step.connection, claim, deleted=True) for claim in ids))
        wipe(step, uids)
        return len(uids)


def history(db: Database, claim: Reference | None = None, *, limit: int | None = None) -> list[Entry]:
    """What was done, newest first, to everything or to one claim (a deleted one too).

    Raises:
        RefusedError: where the claim is not there.
    """
    with db.reading() as connection:
        uid = None if claim is None else claim_uid(connection, claim, deleted=True)
        identity = None if uid is None else claims.id_of(connection, uid)
        found = log.entries(connection, claim=identity, limit=limit)
        return [labels.in_words(connection, entry) for entry in found]


def last_step(db: Database) -> Entry | None:
    """What `undo` would take back; null where there is nothing."""
    with db.reading() as connection:
        entry = log.newest_step(connection)
        return entry and labels.in_words(connection, entry)


def undo(db: Database, expected: str | None = None) -> Entry:
    """Takes back the newest step that stands, and returns what it was.

    `expected` is the uid of the step the user was shown: where another command came between, it is refused.

    Raises:
        RefusedError: where there is nothing to take back, or something newer depends on it.
    """
    with db.step("undo") as step:
        entry = log.newest_step(step.connection)
        if entry is None:
            raise RefusedError("There is nothing to take back.")
        if expected not in (None, entry.uid):
            raise RefusedError(
                "Something else was written in the meantime; look at it again with `claimtrack undo`."
            )
        told = labels.in_words(step.connection, entry)
        take_back(step, entry)
        return told
