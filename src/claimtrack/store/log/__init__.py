"""The log of changes: one entry a command, each chained by hash to the one before.

An operation is `[salt, entity, uid, before, after]`: before is null for a creation, else only the changed fields.
The hash of an entry is `sha256(prev || canonical([v, uid, at, who, verb, undoes]) || sha256(op 1) || …)`: over
digests of salted operations, so that one can be wiped and the chain still verifies. The chain has no key: who
can write the file can recompute all of it. This format is never migrated; `v` is its version.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from claimtrack.store.digests import sha256, sha256_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

FORMAT = 1
ROOT = bytes(32)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces."""
    return _CANONICAL.encode(value)


def digest(text: str) -> bytes:
    """The digest of an operation in its canonical form; one that was wiped is its own digest, in hexadecimal."""
    return bytes.fromhex(text[1:-1]) if text.startswith('"') else sha256(text.encode())


def wiped(text: str) -> str:
    """What stands for an operation in its canonical form once it was wiped, in that form."""
    return canonical(digest(text).hex())


def entry_hash(prev: bytes, head: list[object], operations: Iterable[str]) -> bytes:
    """The hash of an entry whose head is `[v, uid, at, who, verb, undoes]`, with operations in their canonical form."""
    return sha256_of(chain((prev, canonical(head).encode()), map(digest, operations)))


def body_of(operations: Iterable[str]) -> str:
    """The body of an entry that has these operations, in their canonical form."""
    return f'{{"ops":[{",".join(operations)}],"v":{FORMAT}}}'


def head(connection: sqlite3.Connection) -> bytes:
    """The hash of the newest entry; that of no entry where there is none."""
    row = connection.execute("SELECT hash FROM change ORDER BY seq DESC LIMIT 1").fetchone()
    return bytes(row[0]) if row else ROOT


def newest_uid(connection: sqlite3.Connection) -> str | None:
    """The greatest uid there is: that of the newest entry, which comes after all that it created."""
    row = connection.execute("SELECT max(uid) FROM change").fetchone()
    return str(row[0]) if row[0] else None
