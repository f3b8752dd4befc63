"""The history of changes: reading it, deleting claims, and taking the last step back."""

from __future__ import annotations

from glob import escape
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.store import claims
from claimtrack.store.log.echoes import echoes
from claimtrack.store.log.entries import (
    NOT_STEPS,
    claims_touched,
    entries,
    entry_numbered,
    newest_merge,
    newest_step,
)
from claimtrack.store.log.forget import forget as wipe
from claimtrack.store.log.forget import held
from claimtrack.store.log.undo import take_back
from claimtrack.store.log.words import in_words
from claimtrack.tracker.input.claim_ids import Reference, claim_uid, claim_uids, read_claim

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimtrack.model import Claim
    from claimtrack.model.change import Entry, Held
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database


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


def to_forget(db: Database, ids: Iterable[Reference]) -> tuple[Held, ...]:
    """What `forget` would wipe: each of the claims, deleted ones too, with what hangs on it.

    Raises:
        RefusedError: where a claim is not there.
    """
    with db.reading() as connection:
        uids = dict.fromkeys(claim_uid(connection, claim, deleted=True) for claim in ids)
        return tuple(held(connection, uid) for uid in uids)


def still_held(db: Database, ids: Iterable[Reference]) -> tuple[str, ...]:
    """Each place in the file that would hold words of these claims still, once `forget` has wiped them.

    Raises:
        RefusedError: where a claim is not there.
    """
    with db.reading() as connection:
        uids = dict.fromkeys(claim_uid(connection, claim, deleted=True) for claim in ids)
        return tuple(echoes(connection, [claims.id_of(connection, uid) for uid in uids]))


def older_copies(db: Database) -> list[Path]:
    """The copies beside the file that were made before it was migrated or merged; they hold what it held then."""
    return sorted(db.path.parent.glob(f"{escape(db.path.name)}.before-*"))


def forget(db: Database, ids: Iterable[Reference]) -> list[str]:
    """Deletes the claims for ever, deleted ones too, their words in the log included; their uids.

    Raises:
        RefusedError: where a claim is not there.
    """
    with db.step("forget") as step:
        uids = list(dict.fromkeys(claim_uid(step.connection, claim, deleted=True) for claim in ids))
        wipe(step, uids)
    if not db.settle():
        db.tell(
            f"{db.path}-wal still holds the words, since another program has the database open; close it, and what it"
            " opens next takes them away."
        )
    return uids


def history(
    db: Database, claim: Reference | None = None, *, limit: int | None = None, whole: bool = True
) -> list[Entry]:
    """What was done, newest first, to everything or to one claim (a deleted one too).

    Of a step of thousands of changes the entry has, for one claim, what it did to that one; else all of them, or where
    they are not to be `whole` the first thousand.

    Raises:
        RefusedError: where the claim is not there.
    """
    with db.reading() as connection:
        uid = None if claim is None else claim_uid(connection, claim, deleted=True)
        identity = None if uid is None else claims.id_of(connection, uid)
        found = entries(connection, claim=identity, limit=limit, whole=whole)
        return [in_words(connection, entry) for entry in found]


def claims_of(db: Database, entry: Entry) -> tuple[Claim, ...]:
    """The claims that a step touched, as they are now; those that are gone are left out."""
    with db.reading() as connection:
        return tuple(claims.records(connection, claims_touched(connection, entry.seq), today=db.today))


def last_step(db: Database, *, step: int | None = None, by: str | None = None) -> Entry | None:
    """What `undo` would take back, asked for the same way; null where there is nothing.

    A step of thousands has its first changes.

    Raises:
        RefusedError: where it can't be taken back.
    """
    with db.reading() as connection:
        entry = _to_take_back(db, connection, step=step, by=by)
        return entry and in_words(connection, entry)


def _to_take_back(db: Database, connection: Connection, *, step: int | None, by: str | None) -> Entry | None:
    """The step that is meant, and can be taken back as far as it is seen by itself."""
    if step is None:
        entry = newest_step(connection, by=by)
    elif (entry := entry_numbered(connection, step)) is None:
        raise RefusedError(f"There is no step {step}; `claimtrack history` shows those that there are.")
    elif entry.undone or entry.verb in NOT_STEPS or not entry.changes:
        how = (
            "was taken back already" if entry.undone else f"is no step that can be taken back ({entry.verb})"
        )
        raise RefusedError(f"Step {entry.seq} {how}.")
    _refuse_merge(db, connection, entry)
    return entry


def _refuse_merge(db: Database, connection: Connection, entry: Entry | None) -> None:
    """Refuses to go back beyond a merge: what the other file's people did since is theirs, and hangs together."""
    merge = newest_merge(connection)
    if merge is None or (entry and entry.uid > merge.uid):
        return
    copy = db.path.with_name(f"{db.path.name}.before-{merge.seq}")
    kept = f", or go back to {copy}, the file as it was before" if copy.exists() else ""
    raise RefusedError(
        f"Step {merge.seq} took in another file, which can't be taken back; put right what is wrong with `edit`,"
        f" `delete` or `unresolve`{kept}."
    )


def undo(
    db: Database, expected: str | None = None, *, step: int | None = None, by: str | None = None
) -> Entry:
    """Takes back a step, and returns what it was: the newest that stands, or the newest of the person `by` names.

    `step` is the number of another one, which does not have to be the newest, so that it does not matter who writes
    meanwhile; `expected` is the uid of the newest: where another command came between, it is refused.

    Raises:
        RefusedError: where there is nothing to take back, something newer depends on it, or a file was taken in since.
    """
    with db.step("undo") as taking:
        entry = _to_take_back(db, taking.connection, step=step, by=by)
        if entry is None:
            whose = f" of what {by} did" if by else ""
            raise RefusedError(f"There is nothing to take back{whose}.")
        if expected not in (None, entry.uid):
            raise RefusedError(
                "Something else was written in the meantime; look at it again with `claimtrack undo`."
            )
        told = in_words(taking.connection, entry)
        take_back(taking, entry)
        return told
