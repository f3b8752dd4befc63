"""The operations of an entry as they are kept: those of a small one in its body, of a big one packed apart.

A chunk of `packed` holds a thousand operations in their canonical form, one a line, compressed; `touched` tells which
claims stand in which. The hash of an entry is over its operations, wherever they are kept.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from claimtrack.store import log

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

A_CHUNK = 1_000  # operations; a step with no more of them is kept whole in the body of its entry
IN_THE_BODY = 0  # the number that stands for it where chunks are numbered
_FAST = 1  # random salts and uids are half of it, and no effort packs those


def pack(texts: list[str]) -> bytes:
    """The operations of one chunk as they are kept."""
    return zlib.compress("\n".join(texts).encode(), _FAST)


def unpack(chunk: bytes) -> list[str]:
    """The operations of one chunk, each in its canonical form.

    Raises:
        ValueError: where it was tampered with.
    """
    try:
        return zlib.decompress(chunk).decode().split("\n")
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error


def chunks_of(connection: sqlite3.Connection, seq: int) -> list[int]:
    """The numbers of the chunks of an entry, in order; of one that is not packed only that of its body."""
    rows = connection.execute("SELECT chunk FROM packed WHERE seq = ? ORDER BY chunk", (seq,))
    return [IN_THE_BODY, *(row[0] for row in rows.fetchall())]


def count_after(connection: sqlite3.Connection, seq: int, chunk: int) -> int:
    """How many operations of an entry are packed in later chunks than this one."""
    query = "SELECT coalesce(sum(count), 0) FROM packed WHERE seq = ? AND chunk > ?"
    return int(connection.execute(query, (seq, chunk)).fetchone()[0])


def texts_in(connection: sqlite3.Connection, seq: int, chunk: int) -> list[str]:
    """The operations of one chunk, or of the body, each in its canonical form.

    Raises:
        ValueError, KeyError, TypeError: where it was tampered with.
    """
    if chunk == IN_THE_BODY:
        (body,) = connection.execute("SELECT body FROM change WHERE seq = ?", (seq,)).fetchone()
        return [log.canonical(operation) for operation in json.loads(body)["ops"]]
    (ops,) = connection.execute("SELECT ops FROM packed WHERE (seq, chunk) = (?, ?)", (seq, chunk)).fetchone()
    return unpack(ops)


def texts_of(connection: sqlite3.Connection, seq: int) -> Iterator[str]:
    """All operations of an entry in order, each in its canonical form, of which a thousand are held at once.

    Raises:
        ValueError, KeyError, TypeError: where it was tampered with.
    """
    for chunk in chunks_of(connection, seq):
        yield from texts_in(connection, seq, chunk)


def operations_of(connection: sqlite3.Connection, seq: int) -> Iterator[Any]:
    """All operations of an entry in order; of one that was wiped its digest."""
    return map(json.loads, texts_of(connection, seq))


def rewrite(connection: sqlite3.Connection, seq: int, chunk: int, told: Callable[[str], str]) -> None:
    """Writes each operation of a chunk, or of the body, as `told` gives it, where that is another."""
    before = texts_in(connection, seq, chunk)
    after = [told(text) for text in before]
    if after == before:
        return
    if chunk == IN_THE_BODY:
        connection.execute("UPDATE change SET body = ? WHERE seq = ?", (log.body_of(after), seq))
    else:
        connection.execute("UPDATE packed SET ops = ? WHERE (seq, chunk) = (?, ?)", (pack(after), seq, chunk))


def uid_in(text: str) -> str | None:
    """The uid of the thing that an operation is about; null of one that was wiped."""
    operation = json.loads(text)
    return None if isinstance(operation, str) else str(operation[2])


def mentioning(
    connection: sqlite3.Connection, uids: Sequence[str], *, after: int = 0
) -> Iterator[tuple[int, int]]:
    """The entries with a number above `after`, and which chunk of each, that have one of the uids."""
    listed = json.dumps([*uids])
    rows = connection.execute(
        "SELECT seq FROM change WHERE seq > ? AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(body, value))",
        (after, listed),
    )
    yield from ((row[0], IN_THE_BODY) for row in rows.fetchall())
    for seq, chunk in connection.execute("SELECT seq, chunk FROM packed WHERE seq > ?", (after,)).fetchall():
        if any(uid in text for text in readable(connection, seq, chunk) for uid in uids):
            yield seq, chunk


def readable(connection: sqlite3.Connection, seq: int, chunk: int) -> list[str]:
    """`texts_in`; of a chunk that was tampered with none."""
    try:
        return texts_in(connection, seq, chunk)
    except (ValueError, KeyError, TypeError):
        return []
