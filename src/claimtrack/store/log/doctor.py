"""Proving that the file is whole: SQLite's own checks, the chain of the log, and the log against the records."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.store import entities, log
from claimtrack.store.entities import ENTITIES, Fields
from claimtrack.store.log import packed
from claimtrack.store.log.replay import replayed
from claimtrack.store.log.words import label
from claimtrack.store.schema import derived, second_half

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.store.step import Step


@dataclass(frozen=True)
class Difference:
    """A thing whose record is not what the log says; `logged` is null for one that the log does not know.

    Where both say the same, a column that is computed from another is not what it should be.
    """

    entity: str
    uid: str
    label: str
    logged: Fields | None
    recorded: Fields


def file_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite itself finds wrong, one sentence each."""
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(10)").fetchall()]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    yield from (f"SQLite finds damage: {said}." for said in found if said != "ok")
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} points at a {other} that is not there."


def full_text_fault(connection: sqlite3.Connection) -> str | None:
    """What is wrong with the full-text index; the check is a write to SQLite, so it needs such a connection."""
    try:
        # only rank 1 compares the index with the words
        connection.execute("INSERT INTO claim_fts(claim_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError:  # the file can't be written to, which says nothing of the index
        raise
    except sqlite3.DatabaseError:
        return "The full-text index does not match the claims; `claimtrack doctor --adopt` makes it anew."
    return None


def derived_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Claims whose standing verdict, successor or day is not what follows from the rest, one sentence each."""
    for row in connection.execute(f"SELECT id FROM claim WHERE {derived.ASTRAY} ORDER BY id"):
        yield f"How claim {row['id']} stands does not follow from its record; run `claimtrack doctor --adopt`."


def heads(connection: sqlite3.Connection) -> Iterator[tuple[int, str, bool]]:
    """Of each entry of the log: its number, its hash, and whether it follows from one before it and its words."""
    prev = log.ROOT
    for row in connection.execute("SELECT * FROM change ORDER BY seq"):
        hashed = row["hash"] if isinstance(row["hash"], bytes) else b""
        if row["prev"] != prev and _begins_a_branch(connection, row):
            prev = row["prev"]
        yield row["seq"], hashed.hex(), _follows(connection, row, prev)
        prev = hashed


def _follows(connection: sqlite3.Connection, row: sqlite3.Row, prev: bytes) -> bool:
    """Whether an entry is as it was written after the one whose hash is `prev`."""
    try:
        head = [json.loads(row["body"])["v"], *(row[name] for name in ("uid", "at", "who", "verb", "undoes"))]
        hashed = log.entry_hash(prev, head, packed.texts_of(connection, row["seq"]))
    except (ValueError, KeyError, TypeError):  # no body that was ever written
        return False
    return bool(row["prev"] == prev and row["hash"] == hashed)


def _begins_a_branch(connection: sqlite3.Connection, row: sqlite3.Row) -> bool:
    """Whether an entry continues an older one than the last, or none, as those of another file do."""
    if row["prev"] == log.ROOT:
        return True
    older = "SELECT 1 FROM change WHERE hash = ? AND seq < ?"
    return connection.execute(older, (row["prev"], row["seq"])).fetchone() is not None


def loose_ends(connection: sqlite3.Connection) -> Iterator[int]:
    """The numbers of entries that nothing continues and no merge names, but for the newest.

    So its head stands for the whole log: what was joined with it can't be exchanged or left out in silence.
    """
    ends = connection.execute(
        "SELECT c.seq, c.uid, c.hash FROM change c JOIN change n ON n.seq = c.seq + 1 WHERE n.prev <> c.hash"
    ).fetchall()
    named = _named_heads(connection) if ends else {}
    for row in ends:
        continued = connection.execute(
            "SELECT 1 FROM change WHERE prev = ? LIMIT 1", (row["hash"],)
        ).fetchone()
        if not continued and named.get(row["uid"]) != row["hash"].hex():
            yield row["seq"]


def _named_heads(connection: sqlite3.Connection) -> dict[str, str]:
    """The uid and the hash of each head of another log that a merge names."""
    return {
        uid: after["head"]
        for (seq,) in connection.execute("SELECT seq FROM change WHERE verb = 'merge'").fetchall()
        for _, entity, uid, _, after in islice(packed.operations_of(connection, seq), 1)
        if entity == "merge"
    }


def log_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Entries of the log that were changed or lost, one sentence each."""
    for seq, _, follows in heads(connection):
        if not follows:
            yield f"Step {seq} of the log was changed since it was written."
    for seq in loose_ends(connection):
        yield f"Step {seq} of the log is continued by nothing: what came after it is gone."


def differences(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Everything whose record is not what the log says."""
    with replayed(connection) as logged:
        for name, entity in ENTITIES.items():
            rows = connection.execute(f"SELECT * FROM {entity.table} ORDER BY uid")
            for uid, row, said in _side_by_side(rows, logged.of(name)):
                if row is None:
                    yield Difference(name, uid, f"{name} {uid}", said, {})
                    continue
                if said is None and name == "claim" and row["deleted"] == 2:  # noqa: PLR2004  # deleted for ever
                    continue
                recorded = entities.state_of_row(connection, entity, row)
                if said != recorded or not entities.computed_rightly(entity, row):
                    yield Difference(name, uid, label(connection, name, uid), said, recorded)


def _side_by_side(
    rows: Iterable[sqlite3.Row], logged: Iterable[tuple[str, Fields]]
) -> Iterator[tuple[str, sqlite3.Row | None, Fields | None]]:
    """Each uid with its row and what the log says of it, null where there is none; both are in the order of uids."""
    recorded = ((row["uid"], row, None) for row in rows)
    said = ((uid, None, fields) for uid, fields in logged)
    for uid, found in groupby(merge(recorded, said, key=itemgetter(0)), key=itemgetter(0)):
        sides = [*found]
        yield uid, sides[0][1], sides[-1][2]


def adopt(step: Step) -> int:
    """Logs what another program wrote, as from outside, and makes the full text anew; how many things differed.

    Raises:
        RefusedError: where things that the log knows are gone.
    """
    found = list(differences(step.connection))
    if gone := [difference.label for difference in found if not difference.recorded]:
        raise RefusedError(f"{gone[0]} is in the log but not in the file; go back to a copy made before.")
    for difference in found:
        names = {*(difference.logged or {}), *difference.recorded}
        before, after = (
            {name: held.get(name) for name in names}
            for held in (difference.logged or {}, difference.recorded)
        )
        entities.compute_again(step.connection, difference.entity, difference.uid)
        if changed := {name for name in names if before[name] != after[name]}:
            step.adopt(
                difference.entity,
                difference.uid,
                None if difference.logged is None else {name: before[name] for name in changed},
                {name: after[name] for name in changed},
            )
    second_half.follow_again(step.connection)
    return len(found)
