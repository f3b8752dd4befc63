"""Taking back the last step: every change it made, made the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.model import ANNUL
from claimtrack.store import entities
from claimtrack.store.log.entries import changes_of, last_to_set
from claimtrack.store.log.words import label
from claimtrack.store.row_values import row_id

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model.change import Change, Entry
    from claimtrack.store.step import Step

# What would be left pointing at nothing, were the row gone.
_IN_USE = {
    "speaker": "SELECT 1 FROM speaker s JOIN claim c ON c.speaker_id = s.id"
    " WHERE c.deleted = 0 AND :id IN (s.id, s.same_as_id)",
    "source": "SELECT 1 FROM claim WHERE source_id = :id AND deleted = 0"
    " UNION ALL SELECT 1 FROM appearance WHERE source_id = :id AND deleted = 0",
    "claim": "SELECT 1 FROM claim WHERE replaces_id = :id AND deleted = 0",
}

_SHARED = ("speaker", "source")


def take_back(step: Step, entry: Entry) -> None:
    """Undoes `entry` within `step`, newest operation first; a verdict is annulled, never removed.

    Raises:
        RefusedError: where something newer depends on what the entry did; it names that.
    """
    step.undoes = entry.uid
    for change in changes_of(step.connection, entry.seq, newest_first=True):
        if change.before is not None:
            _change_back(step, entry, change)
        elif change.entity == "verdict":
            claim = (change.after or {})["claim"]
            step.create("verdict", {"claim": claim, "act": ANNUL, "annuls": change.uid})
        else:
            _remove(step, entry, change)


def _change_back(step: Step, entry: Entry, change: Change) -> None:
    now = entities.state(step.connection, change.entity, change.uid)
    after, before = change.after or {}, change.before or {}
    if any(now.get(name) != value for name, value in after.items()):
        raise _depended_on(step.connection, entry, change)
    step.update(change.entity, change.uid, before)


def _remove(step: Step, entry: Entry, change: Change) -> None:
    if query := _IN_USE.get(change.entity):
        identity = row_id(step.connection, change.entity, change.uid)
        if step.connection.execute(query, {"id": identity}).fetchone():
            if _is_everybodys(step.connection, entry, change):
                return
            raise _depended_on(step.connection, entry, change)
    step.update(change.entity, change.uid, {"deleted": True})


def _is_everybodys(connection: sqlite3.Connection, entry: Entry, change: Change) -> bool:
    """Whether it came with what is taken back, as its speaker or source, and steps of others use it by now."""
    if change.entity not in _SHARED or all(other.entity in _SHARED for other in entry.changes):
        return False
    newer = last_to_set(connection, change.uid, entry.seq)
    return newer is not None and newer.verb != "adopt"


def _depended_on(connection: sqlite3.Connection, entry: Entry, change: Change) -> RefusedError:
    newer = last_to_set(connection, change.uid, entry.seq)
    by = f"step {newer.seq} ({newer.verb}, {newer.at})" if newer else "what another program wrote"
    called = label(connection, change.entity, change.uid)
    return RefusedError(
        f"Step {entry.seq} ({entry.verb}, {entry.at}) can't be taken back: {called} was used by {by} since."
    )
