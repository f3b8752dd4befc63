"""The log of changes: one entry a command, each chained by hash to the one before.

An operation is `[salt, entity, uid, before, after]`: before is null for a creation, else only the changed fields.
The hash of an entry is `sha256(prev || canonical([v, uid, at, who, verb, undoes]) || sha256(op 1) || …)`: over
digests of salted operations, so that one can be wiped and the chain still verifies. The chain has no key: who
can write the file can recompute all of it. This format is never migrated; `v` is its version.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.store.digests import sha256

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

FORMAT = 1
ROOT = bytes(32)


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def follows(row: sqlite3.Row, prev: bytes) -> bool:
    """Whether an entry is as it was written after the one whose hash is `prev`."""
    try:
        body = json.loads(row["body"])
        head = [body["v"], row["uid"], row["at"], row["who"], row["verb"], row["undoes"]]
        hashed = entry_hash(prev, head, body["ops"])
    except (ValueError, KeyError, TypeError):  # no body that was ever written
        return False
    return bool(row["prev"] == prev and row["hash"] == hashed)


def digest(operation: object) -> bytes:
    """The digest of an operation; one that was wiped is its own digest, in hexadecimal."""
    if isinstance(operation, str):
        return bytes.fromhex(operation)
    return sha256(canonical(operation).encode())


def entry_hash(prev: bytes, head: list[object], operations: Iterable[object]) -> bytes:
    """The hash of an entry whose head is `[v, uid, at, who, verb, undoes]`."""
    return sha256(prev + canonical(head).encode() + b"".join(map(digest, operations)))


def append(
    connection: sqlite3.Connection, *, uid: str, at: str, who: str | None, verb: str, undoes: str | None,
    operations: list[str], prev: bytes | None = None,
) -> int:  # fmt: skip  # an entry's columns in their order
    """Writes the next entry, whose operations are given in their canonical form, and returns its number.

    It comes after the newest where no other hash is given, and takes the operations off the list: those of a big step
    are held once.
    """
    (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
    seq, prev = last + 1, head(connection) if prev is None else prev
    digests = b"".join(sha256(operation.encode()) for operation in operations)
    hashed = sha256(prev + canonical([FORMAT, uid, at, who, verb, undoes]).encode() + digests)
    body = f'{{"ops":[{",".join(operations)}],"v":{FORMAT}}}'
    operations.clear()
    connection.execute(
        "INSERT INTO change (seq, uid, at, who, verb, undoes, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, uid, at, who, verb, undoes, body, prev, hashed),
    )
    return int(seq)


def head(connection: sqlite3.Connection) -> bytes:
    """The hash of the newest entry; that of no entry where there is none."""
    row = connection.execute("SELECT hash FROM change ORDER BY seq DESC LIMIT 1").fetchone()
    return bytes(row[0]) if row else ROOT


def newest_uid(connection: sqlite3.Connection) -> str | None:
    """The greatest uid there is: that of the newest entry, which comes after all that it created."""
    row = connection.execute("SELECT max(uid) FROM change").fetchone()
    return str(row[0]) if row[0] else None
