"""The entries of the log as they are read: who did what when, to things by the names that people know."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from claimtrack.model.change import Change, Entry
from claimtrack.store.entities import ENTITIES
from claimtrack.store.log.words import label

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

# Not steps of `undo`: an undo itself, what can't be undone, and what came from another program.
NOT_STEPS = ("undo", "forget", "adopt", "merge")
_AFTER_ALL = "~"  # in the order of uids
_ENTRY = "SELECT c.*, EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.uid) AS undone FROM change c"


def _operations(body: str) -> list[list[Any]]:
    """The operations that can be read: neither those that were wiped nor those that were tampered with."""
    try:
        operations = json.loads(body)["ops"]
    except (ValueError, KeyError, TypeError):
        return []
    return [op for op in operations if isinstance(op, list) and _is_operation(*op)]


def _is_operation(*parts: object) -> bool:
    match parts:
        case (str(), str() as entity, str(), dict() | None, dict()):
            return entity in ENTITIES
    return False


def _entry(row: sqlite3.Row, labelled: Callable[[str, str], str]) -> Entry:
    """The entry with what it did, but for what was wiped since."""
    changes = tuple(
        Change(entity, uid, labelled(entity, uid), before, after)
        for _, entity, uid, before, after in _operations(row["body"])
    )
    return Entry(
        row["seq"],
        row["uid"],
        row["at"],
        row["who"],
        row["verb"],
        bool(row["undone"]),
        row["undoes"],
        changes,
    )


def _labelled(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> Iterator[Entry]:
    return (_entry(row, lambda entity, uid: label(connection, entity, uid)) for row in rows)


def entries(
    connection: sqlite3.Connection, *, claim: int | None = None, limit: int | None = None
) -> list[Entry]:
    """Entries newest first, all of them or those that touched one claim."""
    where = "" if claim is None else "WHERE c.seq IN (SELECT seq FROM touched WHERE claim_id = :claim)"
    rows = connection.execute(
        f"{_ENTRY} {where} ORDER BY c.uid DESC LIMIT :limit",
        {"claim": claim, "limit": -1 if limit is None else limit},
    )
    return list(_labelled(connection, rows.fetchall()))


def claims_touched(connection: sqlite3.Connection, seq: int) -> list[int]:
    """The ids of the claims that the entry with this number touched."""
    rows = connection.execute("SELECT claim_id FROM touched WHERE seq = ? ORDER BY claim_id", (seq,))
    return [row[0] for row in rows.fetchall()]


def in_order(connection: sqlite3.Connection) -> Iterator[Entry]:
    """Every entry from the first on, one at a time, its things without the labels that people read."""
    for row in connection.execute(f"{_ENTRY} ORDER BY c.uid"):
        yield _entry(row, lambda entity, uid: f"{entity} {uid}")


def last_of_day(connection: sqlite3.Connection, day: date) -> str:
    """The uid of the last entry up to the end of `day`, in UTC; empty where all are later."""
    end = (day + timedelta(days=1)).isoformat()
    row = connection.execute("SELECT max(uid) FROM change WHERE at < ?", (end,)).fetchone()
    return str(row[0] or "")


def after_day(connection: sqlite3.Connection, day: date) -> list[Entry]:
    """The entries later than the end of `day`, newest first."""
    rows = connection.execute(
        f"{_ENTRY} WHERE c.uid > ? ORDER BY c.uid DESC", (last_of_day(connection, day),)
    )
    return [_entry(row, lambda entity, uid: f"{entity} {uid}") for row in rows.fetchall()]


def newest_merge(connection: sqlite3.Connection) -> Entry | None:
    """The newest entry that took in another file; null where none did."""
    rows = connection.execute(f"{_ENTRY} WHERE c.verb = 'merge' ORDER BY c.uid DESC LIMIT 1")
    return next(_labelled(connection, rows.fetchall()), None)


def newest_step(connection: sqlite3.Connection) -> Entry | None:
    """The newest entry that `undo` can take back; null where there is none.

    One whose operations were all wiped has nothing left to take back and is passed over.
    """
    places = ", ".join("?" * len(NOT_STEPS))
    query = (
        f"{_ENTRY} WHERE c.verb NOT IN ({places}) AND undone = 0 AND c.uid < ? ORDER BY c.uid DESC LIMIT 1"
    )
    before = _AFTER_ALL
    while row := connection.execute(query, (*NOT_STEPS, before)).fetchone():
        (entry,) = _labelled(connection, [row])
        if entry.changes:
            return entry
        before = row["uid"]
    return None


def last_to_set(connection: sqlite3.Connection, uid: str, after: int) -> Entry | None:
    """The newest entry later than number `after` that changes or mentions `uid`; null where none does."""
    rows = connection.execute(
        f"{_ENTRY} WHERE c.seq > ? AND instr(c.body, ?) > 0 ORDER BY c.seq DESC LIMIT 1", (after, uid)
    )
    return next(_labelled(connection, rows.fetchall()), None)
