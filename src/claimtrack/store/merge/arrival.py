"""The other file's entries of the log, taken into ours as they are: each keeps its place in its own chain."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.errors import UnusableError
from claimtrack.store import log
from claimtrack.store.entities import ENTITIES
from claimtrack.store.log import packed
from claimtrack.store.log.forget import wipe_claim
from claimtrack.store.schema.guards import OF_A_CLAIM

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def look(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> int:
    """Notes in `temp.arriving` which entries are new to us; how many of them are what people did.

    Raises:
        UnusableError: where both know an entry, and it is not the same.
    """
    ours.execute("DROP TABLE IF EXISTS temp.arriving")
    ours.execute("CREATE TEMP TABLE arriving (seq INTEGER PRIMARY KEY, uid TEXT UNIQUE)")
    done = 0
    for seq, uid, hashed, verb in theirs.execute("SELECT seq, uid, hash, verb FROM change ORDER BY seq"):
        there = ours.execute("SELECT hash FROM change WHERE uid = ?", (uid,)).fetchone()
        if there is None:
            ours.execute("INSERT INTO temp.arriving VALUES (?, ?)", (seq, uid))
            done += verb != "merge"
        elif there[0] != hashed:
            raise UnusableError(
                f"Step {seq} of the other log is not what it is in ours, where it has the same identity; one of the"
                " two was changed since it was written."
            )
    return done


def take(ours: sqlite3.Connection, theirs: sqlite3.Connection, gone: set[str]) -> None:
    """Writes the entries that are new, in the order of their file, but for the words of what is gone for ever."""
    (last,) = ours.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
    arriving = ours.execute("SELECT seq FROM temp.arriving ORDER BY seq")
    for seq, (number,) in enumerate(arriving, last + 1):
        for table in ("change", "packed"):
            for row in theirs.execute(f"SELECT * FROM {table} WHERE seq = ?", (number,)):
                columns = {**row, "seq": seq}
                ours.execute(
                    f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
                    tuple(columns.values()),
                )
        if gone:
            _wipe_entry(ours, seq, gone)


def _wipe_entry(ours: sqlite3.Connection, seq: int, gone: set[str]) -> None:
    """Puts its digest in the place of each operation on what is gone; that it was deleted for ever stays."""
    for chunk in packed.chunks_of(ours, seq):
        packed.rewrite(ours, seq, chunk, lambda text: log.wiped(text) if _tells_of(text, gone) else text)


def touch(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> None:
    """Notes which claims the new entries touched, and when those were last changed."""
    rows = theirs.execute(
        "SELECT c.uid, e.uid, t.chunk FROM touched t JOIN claim c ON c.id = t.claim_id JOIN change e USING (seq)"
    )
    ours.executemany(
        "INSERT OR IGNORE INTO touched (claim_id, seq, chunk) SELECT c.id, e.seq, :chunk FROM temp.arriving a"
        " JOIN change e ON e.uid = a.uid JOIN claim c ON c.uid = :claim WHERE a.uid = :entry",
        ({"claim": claim, "entry": entry, "chunk": chunk} for claim, entry, chunk in rows),
    )
    for uid, created, updated in theirs.execute("SELECT uid, created_at, updated_at FROM claim"):
        ours.execute(
            """UPDATE claim SET created_at = min(created_at, :created), updated_at = max(updated_at, :updated)
            WHERE uid = :uid AND (created_at > :created OR updated_at < :updated)""",
            {"uid": uid, "created": created, "updated": updated},
        )


def gone_for_ever(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> set[str]:
    """The uids of what one of the two sides wiped, and of all that hangs on it on the other."""
    stubs = {
        row[0] for side in (ours, theirs) for row in side.execute("SELECT uid FROM claim WHERE deleted = 2")
    }
    hanging = " UNION ALL ".join(f"SELECT uid, claim_id FROM {table}" for table in OF_A_CLAIM)
    gone = set(stubs)
    for uid in stubs:
        for side in (ours, theirs):
            rows = side.execute(
                f"SELECT h.uid FROM ({hanging}) h JOIN claim c ON c.id = h.claim_id WHERE c.uid = ?", (uid,)
            )
            gone |= {row[0] for row in rows.fetchall()}
    return gone | set(_wiped_on_one_side(ours, theirs)) if stubs else gone


def _wiped_on_one_side(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> Iterator[str]:
    """The uids of what only one of the two logs has words of, where both have the entry."""
    for uid, number in theirs.execute("SELECT uid, seq FROM change"):
        known = ours.execute("SELECT seq FROM change WHERE uid = ?", (uid,)).fetchone()
        if known is None:
            continue
        sides = (packed.texts_of(ours, known[0]), packed.texts_of(theirs, number))
        for one, other in zip(*sides, strict=True):
            if one != other and (told := packed.uid_in(one) or packed.uid_in(other)):
                yield told


def wipe(ours: sqlite3.Connection, theirs: sqlite3.Connection, gone: set[str]) -> None:
    """Wipes in our records and log what the other side deleted for ever."""
    if not gone:
        return
    for (seq,) in ours.execute("SELECT seq FROM change").fetchall():
        _wipe_entry(ours, seq, gone)
    for row in theirs.execute("SELECT uid, created_at, updated_at FROM claim WHERE deleted = 2"):
        found = ours.execute("SELECT id, deleted FROM claim WHERE uid = ?", (row["uid"],)).fetchone()
        if found and found["deleted"] != 2:  # noqa: PLR2004  # deleted for ever
            wipe_claim(ours, found["id"])
    for uid in gone:
        for table in OF_A_CLAIM:
            ours.execute(f"DELETE FROM {table} WHERE uid = ?", (uid,))
    ours.execute("INSERT INTO claim_fts(claim_fts) VALUES ('optimize')")


def _tells_of(text: str, gone: set[str]) -> bool:
    """Whether an operation has words of what is gone; that it was deleted for ever stays."""
    operation = json.loads(text)
    return not isinstance(operation, str) and operation[2] in gone and "forgotten" not in operation[4]


def spread(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> None:
    """Lays out in `temp.operation` all that was done to the things that the new entries, or merges, touched.

    Of speakers and sources all is laid out where one was touched: which of them are one is asked of all.
    """
    ours.execute("DROP TABLE IF EXISTS temp.operation")
    ours.execute(
        "CREATE TEMP TABLE operation (entity TEXT, uid TEXT, change TEXT, number INTEGER, verb TEXT, side TEXT,"
        " before TEXT, after TEXT, PRIMARY KEY (entity, uid, change, number)) WITHOUT ROWID"
    )
    rows = ours.execute(
        "SELECT uid, verb, seq FROM change WHERE uid IN (SELECT uid FROM temp.arriving) OR verb = 'merge'"
    )
    judged: set[str] = set()
    for uid, verb, seq in rows:
        for number, operation in _of_things(ours, seq):
            _lay(ours, (uid, number, verb, "theirs"), operation)
            if operation[1] == "verdict" and operation[4].get("claim"):
                judged.add(str(operation[4]["claim"]))
    wanted, kinds = judged | _there_already(ours), _kinds(ours)
    rows = ours.execute(
        "SELECT uid, verb, seq FROM change WHERE uid NOT IN (SELECT uid FROM temp.arriving) AND verb <> 'merge'"
    )
    for uid, verb, seq in rows:
        for number, operation in _of_things(ours, seq):
            if operation[2] in wanted or operation[1] in kinds:
                known = theirs.execute("SELECT 1 FROM change WHERE uid = ?", (uid,)).fetchone()
                _lay(ours, (uid, number, verb, "both" if known else "ours"), operation)


def _of_things(ours: sqlite3.Connection, seq: int) -> Iterator[tuple[int, list[Any]]]:
    for number, operation in enumerate(packed.operations_of(ours, seq)):
        if not isinstance(operation, str) and operation[1] in ENTITIES and "forgotten" not in operation[4]:
            yield number, operation


def _lay(ours: sqlite3.Connection, place: tuple[str, int, str, str], operation: list[Any]) -> None:
    """Lays out one operation; its place is the entry, the number in it, the verb, and on which side it was known."""
    _, entity, uid, before, after = operation
    change, number, verb, side = place
    ours.execute(
        "INSERT INTO temp.operation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entity, uid, change, number, verb, side,
            None if before is None else json.dumps(before), json.dumps(after),
        ),
    )  # fmt: skip  # in the order of the columns


def _there_already(ours: sqlite3.Connection) -> set[str]:
    """The uids of those things that were touched and are in our records."""
    return {
        row[0]
        for name, entity in ENTITIES.items()
        for row in ours.execute(
            f"SELECT DISTINCT o.uid FROM temp.operation o JOIN {entity.table} t ON t.uid = o.uid WHERE o.entity = ?",
            (name,),
        )
    }


def _kinds(ours: sqlite3.Connection) -> set[str]:
    """Those of the kinds of which all is asked that were touched."""
    rows = ours.execute("SELECT DISTINCT entity FROM temp.operation WHERE entity IN ('speaker', 'source')")
    return {row[0] for row in rows.fetchall()}
