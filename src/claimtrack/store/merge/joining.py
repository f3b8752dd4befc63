"""Joining another file's records with ours, all of it in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.store import log
from claimtrack.store.merge import arrival
from claimtrack.store.merge.links import link
from claimtrack.store.merge.records import Joined, note_ids
from claimtrack.store.schema import second_half

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.store.step import Step


class Taken(NamedTuple):
    """What was new in the other file, and what came of it."""

    steps: int
    claims: tuple[tuple[int, int, str], ...]  # those that came: the id there and here, and the uid
    conflicts: tuple[tuple[str, str], ...]  # the uid of a claim, and a field of it that both sides changed
    speakers: tuple[str, ...]  # uids of those that turned out to be one with another
    sources: tuple[str, ...]


def join(step: Step, theirs: sqlite3.Connection, steps: int) -> Taken:
    """Takes in what is new to us; `arrival.look` has told that there is something, in so many steps.

    Raises:
        RefusedError: where the record does not allow what both files come to.
    """
    ours = step.connection
    prev = log.head(ours)
    gone = arrival.gone_for_ever(ours, theirs)
    ours.execute("PRAGMA defer_foreign_keys = ON")
    note_ids(ours, theirs)
    if many := second_half.pays_aside(*_claims(ours)):
        second_half.set_aside(ours)
    second_half.unguard(ours)
    arrival.take(ours, theirs, gone)
    arrival.wipe(ours, theirs, gone)
    arrival.spread(ours, theirs)
    joined = Joined(ours, theirs, gone)
    joined.write()
    joined.hold_in_time()
    link(joined)
    arrival.touch(ours, theirs)
    head = theirs.execute("SELECT uid, hash FROM change ORDER BY seq DESC LIMIT 1").fetchone()
    step.name_head(head["uid"], head["hash"], prev=prev)
    for entity, uid, before, after in joined.differences():
        step.adopt(entity, uid, before, after)
    step.finish()
    if many:
        second_half.put_back(ours)
    second_half.guard(ours)
    _prove(ours)
    return Taken(
        steps,
        tuple(sorted(joined.claims)),
        tuple(joined.conflicts),
        _standing(ours, "speaker", joined.one["speaker"]),
        _standing(ours, "source", joined.one["source"]),
    )


def _claims(ours: sqlite3.Connection) -> tuple[int, int]:
    """How many claims come that are not there, and how many are."""
    (there,) = ours.execute("SELECT count(*) FROM claim").fetchone()
    (new,) = ours.execute(
        "SELECT count(*) FROM temp.their t WHERE entity = 'claim'"
        " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.uid = t.uid)"
    ).fetchone()
    return new, there


def _standing(ours: sqlite3.Connection, entity: str, uids: list[str]) -> tuple[str, ...]:
    """Those that are not deleted."""
    query = f"SELECT 1 FROM {entity} WHERE uid = ? AND deleted = 0"
    return tuple(uid for uid in uids if ours.execute(query, (uid,)).fetchone())


def number_to_be(ours: sqlite3.Connection) -> int | None:
    """The number of the entry that names the other head, once all before it are there; null in an empty file."""
    (last,) = ours.execute("SELECT max(seq) FROM change").fetchone()
    (new,) = ours.execute("SELECT count(*) FROM temp.arriving").fetchone()
    return None if last is None else int(last + new + 1)


def _prove(ours: sqlite3.Connection) -> None:
    """Has the guards look at every claim that was touched, as it stands now."""
    ours.execute(
        """UPDATE claim SET kind = kind, due_last = due_last, replaces_id = replaces_id
        WHERE deleted <> 2 AND uid IN (SELECT uid FROM temp.operation WHERE entity = 'claim')"""
    )
    touched = "uid IN (SELECT uid FROM temp.operation WHERE entity = 'speaker')"
    ours.execute(f"UPDATE speaker SET key = key WHERE {touched}")
    # apart, since it has the full text look at all claims of each
    ours.execute(f"UPDATE speaker SET same_as_id = same_as_id WHERE same_as_id IS NOT NULL AND {touched}")
