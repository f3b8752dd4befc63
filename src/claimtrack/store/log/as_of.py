"""The record as it stood at the end of an earlier day: a copy on the disk, with later entries taken out of it.

What was done in the last days costs little, however large the file; the first day costs as much as all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store import entities
from claimtrack.store.connection import unnamed
from claimtrack.store.log.entries import changes_after, changes_in_order, last_of_day, newest_merge
from claimtrack.store.schema import second_half

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from claimtrack.model.change import Change
    from claimtrack.store.entities import Fields


def rewound(connection: sqlite3.Connection, day: date) -> sqlite3.Connection:
    """A copy that holds only what was recorded up to the end of `day`, in UTC; to be closed, when it goes."""
    copy = unnamed()
    try:
        connection.backup(copy)
        _rewind(copy, day)
    except BaseException:
        copy.close()
        raise
    return copy


def _rewind(copy: sqlite3.Connection, day: date) -> None:
    copy.execute("PRAGMA foreign_keys = OFF")
    # what two people changed at once may not go together before a merge has put it right
    copy.execute("PRAGMA ignore_check_constraints = ON")
    second_half.unguard(copy)
    copy.execute("BEGIN")
    merged = newest_merge(copy) is not None
    edited: set[tuple[str, str]] = set()
    for change in changes_after(copy, day):
        if merged and change.before is not None:
            edited.add((change.entity, change.uid))
        else:
            _take_out(copy, change)
    _fold(copy, edited, day)
    _forget_later(copy, day)
    copy.execute("COMMIT")


def _fold(copy: sqlite3.Connection, things: set[tuple[str, str]], day: date) -> None:
    """Makes things what the entries up to the day say; where two people changed one, `before` tells of one side."""
    held: dict[tuple[str, str], Fields] = {}
    for change in changes_in_order(copy, last_of_day(copy, day)) if things else ():
        if (key := (change.entity, change.uid)) in things:
            held[key] = held.get(key, {}) | (change.after or {})
    for (entity, uid), fields in held.items():
        now = entities.state(copy, entity, uid)
        names = {name for name in {**now, **fields} if now.get(name) != fields.get(name)}
        entities.update(copy, entity, uid, {name: fields.get(name) for name in names})


def _take_out(copy: sqlite3.Connection, change: Change) -> None:
    """Makes one change undone; a thing deleted for ever since can't be brought back."""
    if change.before is not None:
        if "forgotten" not in change.before:
            entities.update(copy, change.entity, change.uid, change.before)
        return
    known = entities.ENTITIES[change.entity]
    if change.entity == "claim":
        # so that the claim it moved is open again, which deleting it does not see to
        copy.execute("UPDATE claim SET replaces_id = NULL WHERE uid = ? AND replaces_id > 0", (change.uid,))
    row = copy.execute(f"SELECT * FROM {known.table} WHERE uid = ?", (change.uid,)).fetchone()
    for members in known.members.values() if row else ():
        copy.execute(f"DELETE FROM {members.table} WHERE {known.table}_id = ?", (row["id"],))
    # the full text keeps its words, which find nothing: taking them out would cost more than all the rest
    copy.execute(f"DELETE FROM {known.table} WHERE uid = ?", (change.uid,))
    if change.entity == "verdict" and row:
        copy.execute(
            "UPDATE claim SET verdict_id = (SELECT verdict_id FROM standing WHERE claim_id = claim.id),"
            " outcome = (SELECT outcome FROM standing WHERE claim_id = claim.id) WHERE id = ?",
            (row["claim_id"],),
        )


def _forget_later(copy: sqlite3.Connection, day: date) -> None:
    """Takes the later entries themselves out of the log, and what they say of the time of change."""
    last = {"last": last_of_day(copy, day)}
    seqs = "(SELECT seq FROM change WHERE uid > :last)"
    later = copy.execute(f"SELECT DISTINCT claim_id FROM touched WHERE seq IN {seqs}", last).fetchall()
    copy.execute(f"DELETE FROM touched WHERE seq IN {seqs}", last)
    copy.execute(f"DELETE FROM packed WHERE seq IN {seqs}", last)
    copy.execute("DELETE FROM change WHERE uid > :last", last)
    copy.executemany(
        "UPDATE claim SET updated_at = coalesce((SELECT max(at) FROM change JOIN touched USING (seq)"
        " WHERE claim_id = :claim AND verb <> 'merge'), created_at) WHERE id = :claim",
        [{"claim": row[0]} for row in later],
    )
