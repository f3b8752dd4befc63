"""The entry that a step will have written: its operations as they come, and at its end the entry itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.store import log
from claimtrack.store.log import packed
from claimtrack.store.row_values import row_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator


class Head(NamedTuple):
    """What an entry says besides its operations."""

    uid: str
    at: str
    who: str | None
    verb: str
    undoes: str | None


@dataclass
class Writing:
    """Holds the operations of a step up to a thousand; of a bigger one each thousand is packed as it is full."""

    connection: sqlite3.Connection
    at: str
    prev: bytes | None = None  # the hash that the entry continues where that is not the newest, in a merge
    texts: list[str] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)  # touched by these operations
    new: set[str] = field(default_factory=set)  # and created by them
    chunk: int = packed.IN_THE_BODY

    def copied(self) -> Writing:
        """The same, to go back to where what is written from here on is taken back."""
        return replace(self, texts=[*self.texts], claims={*self.claims}, new={*self.new})

    def __bool__(self) -> bool:
        """Whether anything was done."""
        return bool(self.texts)

    def add(self, operation: list[object], claims: Iterable[str]) -> None:
        """Takes an operation, and the uids of the claims that it touches."""
        if len(self.texts) >= packed.A_CHUNK:
            self._pack()
        self.texts.append(log.canonical(operation))
        self.claims.update(claims)
        _, entity, uid, before, _ = operation
        if entity == "claim" and before is None:
            self.new.add(str(uid))

    def write(self, head: Head) -> int:
        """Writes the entry, and returns its number."""
        seq, prev = self._seq(), log.head(self.connection) if self.prev is None else self.prev
        if self.chunk:
            self._pack()
        texts = self._packed(seq) if self.chunk else iter(self.texts)
        hashed = log.entry_hash(prev, [log.FORMAT, *head], texts)
        self.connection.execute(
            "INSERT INTO change (seq, uid, at, who, verb, undoes, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (seq, *head, log.body_of(self.texts), prev, hashed),
        )
        if not self.chunk:
            self._touch(seq)
        return seq

    def _seq(self) -> int:
        """The number of the entry."""
        (last,) = self.connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
        return int(last) + 1

    def _pack(self) -> None:
        seq, self.chunk = self._seq(), self.chunk + 1
        self.connection.execute(
            "INSERT INTO packed (seq, chunk, count, ops) VALUES (?, ?, ?, ?)",
            (seq, self.chunk, len(self.texts), packed.pack(self.texts)),
        )
        self._touch(seq)
        self.texts, self.claims, self.new = [], set(), set()

    def _packed(self, seq: int) -> Iterator[str]:
        for chunk in range(packed.IN_THE_BODY + 1, self.chunk + 1):
            yield from packed.texts_in(self.connection, seq, chunk)

    def _touch(self, seq: int) -> None:
        """Notes where the claims stand in the log, and that those that were there before are changed."""
        for uid in sorted(self.claims - self.new) if self.prev is None else ():
            claim = row_id(self.connection, "claim", uid)
            if not self._is_touched(claim, seq):
                self.connection.execute("UPDATE claim SET updated_at = ? WHERE id = ?", (self.at, claim))
        self.connection.executemany(
            "INSERT INTO touched (claim_id, seq, chunk) SELECT id, ?, ? FROM claim WHERE uid = ?",
            [(seq, self.chunk, uid) for uid in sorted(self.claims)],
        )

    def _is_touched(self, claim: int, seq: int) -> bool:
        """Whether an earlier chunk of the step touched the claim."""
        query = "SELECT 1 FROM touched WHERE (claim_id, seq) = (?, ?)"
        return self.connection.execute(query, (claim, seq)).fetchone() is not None
