"""The entries of the log as they are read: who did what when, to things by the names that people know."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from claimtrack.model.change import Change, Entry
from claimtrack.store.entities import ENTITIES
from claimtrack.store.log import packed
from claimtrack.store.log.words import label
from claimtrack.store.schema.guards import OF_A_CLAIM

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import date

# Not steps of `undo`: an undo itself, what can't be undone, and what came from another program.
NOT_STEPS = ("undo", "forget", "adopt", "merge", "repair")
_AFTER_ALL = "~"  # in the order of uids
_ENTRY = "SELECT c.*, EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.uid) AS undone FROM change c"


def _is_operation(*parts: object) -> bool:
    match parts:
        case (str(), str() as entity, str(), dict() | None, dict()):
            return entity in ENTITIES
    return False


def _changes(texts: Iterable[str]) -> Iterator[Change]:
    """What operations did, without a label: neither those that were wiped nor those that were tampered with."""
    for text in texts:
        with suppress(ValueError):
            operation = json.loads(text)
            if isinstance(operation, list) and _is_operation(*operation):
                _, entity, uid, before, after = operation
                yield Change(entity, uid, f"{entity} {uid}", before, after)


def _changes_in(connection: sqlite3.Connection, seq: int, chunk: int) -> list[Change]:
    return [*_changes(packed.readable(connection, seq, chunk))]


def changes_of(connection: sqlite3.Connection, seq: int, *, newest_first: bool = False) -> Iterator[Change]:
    """What an entry did, a thousand changes held at once."""
    chunks = packed.chunks_of(connection, seq)
    for chunk in reversed(chunks) if newest_first else chunks:
        changes = _changes_in(connection, seq, chunk)
        yield from reversed(changes) if newest_first else changes


def _labelled(connection: sqlite3.Connection, changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(one._replace(label=label(connection, one.entity, one.uid)) for one in changes)


def _entry(row: sqlite3.Row, changes: tuple[Change, ...] = (), more: int = 0) -> Entry:
    return Entry(
        row["seq"], row["uid"], row["at"], row["who"], row["verb"], bool(row["undone"]), row["undoes"], changes, more
    )  # fmt: skip  # an entry's columns in their order


def _begun(connection: sqlite3.Connection, row: sqlite3.Row) -> Entry:
    """The entry with what it did, but for what was wiped since; of a big step with its first thousand changes."""
    seq, changes, last = row["seq"], [], packed.IN_THE_BODY
    for last in packed.chunks_of(connection, seq):
        if changes := _changes_in(connection, seq, last):
            break
    return _entry(row, _labelled(connection, changes), packed.count_after(connection, seq, last))


def _of_claim(connection: sqlite3.Connection, row: sqlite3.Row, claim: int) -> Entry:
    """The entry with what it did, of a big step what it did to one claim; no other chunk of it is unpacked."""
    seq = row["seq"]
    chunks = connection.execute(
        "SELECT chunk FROM touched WHERE (claim_id, seq) = (?, ?) ORDER BY chunk", (claim, seq)
    ).fetchall()
    if [chunk for (chunk,) in chunks] == [packed.IN_THE_BODY]:
        return _begun(connection, row)
    of_it = uids_of(connection, claim)
    changes = (
        change
        for (chunk,) in chunks
        for change in _changes_in(connection, seq, chunk)
        if change.uid in of_it
        or not of_it.isdisjoint(str(one).partition(":")[2] for one in change.after or {})
    )
    return _entry(row, _labelled(connection, changes))


def uids_of(connection: sqlite3.Connection, claim: int) -> set[str]:
    """The uids of the claim with this id and of all that hangs on it."""
    hanging = " UNION ALL ".join(f"SELECT uid FROM {table} WHERE claim_id = :claim" for table in OF_A_CLAIM)
    rows = connection.execute(
        f"SELECT uid FROM claim WHERE id = :claim UNION ALL {hanging}", {"claim": claim}
    )
    return {row[0] for row in rows.fetchall()}


def entries(
    connection: sqlite3.Connection, *, claim: int | None = None, limit: int | None = None, whole: bool = True
) -> list[Entry]:
    """Entries newest first, all of them or those that touched one claim.

    Of all, those of a big step have but their first thousand changes where they are not to be `whole`.
    """
    where = "" if claim is None else "WHERE c.seq IN (SELECT seq FROM touched WHERE claim_id = :claim)"
    rows = connection.execute(
        f"{_ENTRY} {where} ORDER BY c.uid DESC LIMIT :limit",
        {"claim": claim, "limit": -1 if limit is None else limit},
    ).fetchall()
    if claim is not None:
        return [_of_claim(connection, row, claim) for row in rows]
    if not whole:
        return [_begun(connection, row) for row in rows]
    return [_entry(row, _labelled(connection, changes_of(connection, row["seq"]))) for row in rows]


def claims_touched(connection: sqlite3.Connection, seq: int) -> list[int]:
    """The ids of the claims that the entry with this number touched."""
    rows = connection.execute("SELECT DISTINCT claim_id FROM touched WHERE seq = ? ORDER BY claim_id", (seq,))
    return [row[0] for row in rows.fetchall()]


def changes_in_order(connection: sqlite3.Connection, last: str | None = None) -> Iterator[Change]:
    """Everything that was done, from the first entry on, up to the one whose uid is the `last`."""
    rows = connection.execute(
        "SELECT seq FROM change WHERE uid <= ? ORDER BY uid", (_AFTER_ALL if last is None else last,)
    )
    for (seq,) in rows:
        yield from changes_of(connection, seq)


def last_of_day(connection: sqlite3.Connection, day: date) -> str:
    """The uid of the last entry up to the end of `day`, in UTC; empty where all are later."""
    end = (day + timedelta(days=1)).isoformat()
    row = connection.execute("SELECT max(uid) FROM change WHERE at < ?", (end,)).fetchone()
    return str(row[0] or "")


def changes_after(connection: sqlite3.Connection, day: date) -> Iterator[Change]:
    """What was done later than the end of `day`, newest first."""
    rows = connection.execute(
        "SELECT seq FROM change WHERE uid > ? ORDER BY uid DESC", (last_of_day(connection, day),)
    )
    for (seq,) in rows:
        yield from changes_of(connection, seq, newest_first=True)


def newest_merge(connection: sqlite3.Connection) -> Entry | None:
    """The newest entry that took in another file, without what it did; null where none did."""
    row = connection.execute(f"{_ENTRY} WHERE c.verb = 'merge' ORDER BY c.uid DESC LIMIT 1").fetchone()
    return row and _entry(row)


def entry_numbered(connection: sqlite3.Connection, seq: int) -> Entry | None:
    """The entry with this number, a big one with its first changes; null where there is none."""
    row = connection.execute(f"{_ENTRY} WHERE c.seq = ?", (seq,)).fetchone()
    return row and _begun(connection, row)


def newest_step(connection: sqlite3.Connection, *, by: str | None = None) -> Entry | None:
    """The newest entry that `undo` can take back, a big one with its first changes; null where there is none.

    Of one person, where `by` names them.

    One whose operations were all wiped has nothing left to take back and is passed over.
    """
    places = ", ".join("?" * len(NOT_STEPS))
    query = (
        f"{_ENTRY} WHERE c.verb NOT IN ({places}) AND undone = 0 AND c.uid < ? AND coalesce(?, c.who) IS c.who"
        " ORDER BY c.uid DESC LIMIT 1"
    )
    before = _AFTER_ALL
    while row := connection.execute(query, (*NOT_STEPS, before, by)).fetchone():
        entry = _begun(connection, row)
        if entry.changes:
            return entry
        before = row["uid"]
    return None


def last_to_set(connection: sqlite3.Connection, uid: str, after: int) -> Entry | None:
    """The newest entry later than number `after` that changes or mentions `uid`; null where none does."""
    seq = max((seq for seq, _ in packed.mentioning(connection, [uid], after=after)), default=None)
    row = connection.execute(f"{_ENTRY} WHERE c.seq = ?", (seq,)).fetchone()
    return row and _entry(row)
