"""One command's writing: every operation applied and logged in the same transaction."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimtrack.errors import ClaimtrackError
from claimtrack.store import entities, log
from claimtrack.store.log.writing import Head, Writing
from claimtrack.store.uids import UidSequence

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from claimtrack.store.entities import Fields


class Step:
    """Collects what one command does; `Database.step` begins and ends it."""

    def __init__(
        self, connection: sqlite3.Connection, verb: str, *, who: str | None, now: datetime, place: Path,
        today: date, entropy: Callable[[int], bytes],
    ) -> None:  # fmt: skip  # as short as the call
        self.connection = connection
        self.today = today
        self.place = place  # the folder of the database
        self.at = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.undoes: str | None = None
        self.seq: int | None = None  # the number of its entry in the log, once there is one
        self.notes: list[str] = []
        self._verb, self._who, self._now, self._entropy = verb, who, now, entropy
        self._uids = UidSequence(after=log.newest_uid(connection), now=now, entropy=entropy)
        self._writing = Writing(connection, self.at)

    def tell(self, note: str | None) -> None:
        """Keeps a sentence for the person, said once and only when the change is written."""
        if note and note not in self.notes:
            self.notes.append(note)

    def create(
        self, entity: str, fields: Mapping[str, object], *, uid: str | None = None,
        kept: Mapping[str, object] = MappingProxyType({}),
    ) -> str:  # fmt: skip  # as short as the call
        """Writes a new row, its empty fields left out, and returns its uid.

        What comes from elsewhere keeps the `uid` that it has there, and the columns `kept` that no log knows.
        """
        if uid is None:
            uid = self._uids.next()
        else:
            self._uids.follow(uid)
        given = {name: entities.logged(value) for name, value in fields.items()}
        after = {name: value for name, value in given.items() if value is not None}
        entities.insert(self.connection, entity, uid, after, at=self.at, kept=kept)
        self._record(entity, uid, None, after)
        return uid

    def update(self, entity: str, uid: str, fields: Mapping[str, object]) -> bool:
        """Writes the fields that differ from what is there; null empties one. Whether anything differed."""
        now = entities.state(self.connection, entity, uid)
        given = {name: entities.logged(value) for name, value in fields.items()}
        after = {name: value for name, value in given.items() if value != now.get(name)}
        if not after:
            return False
        entities.update(self.connection, entity, uid, after)
        self._record(entity, uid, {name: now.get(name) for name in after}, after)
        return True

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the step that is written whole or, where it is refused, not at all, while the rest goes on."""
        writing, notes = self._writing.copied(), len(self.notes)
        self.connection.execute("SAVEPOINT part")
        try:
            yield
        except ClaimtrackError:
            self.connection.execute("ROLLBACK TO part")
            del self.notes[notes:]
            self._writing = writing
            raise
        finally:
            if self.connection.in_transaction:
                self.connection.execute("RELEASE part")

    def forget(self, uid: str) -> None:
        """Records that a claim was deleted for ever, without a word of it."""
        self._record("claim", uid, {"forgotten": None}, {"forgotten": True})

    def adopt(self, entity: str, uid: str, before: Fields | None, after: Fields) -> None:
        """Records what another program wrote already."""
        self._record(entity, uid, before, after)

    def _record(self, entity: str, uid: str, before: Fields | None, after: Fields) -> None:
        touched = claims_touched(self.connection, entity, uid, before, after)
        self._writing.add([self._entropy(16).hex(), entity, uid, before, after], touched)

    def name_head(self, uid: str, hashed: bytes, *, prev: bytes) -> None:
        """Records which entry of another log was the newest that was taken in; ours continues from `prev`.

        What such an entry touches is not changed by it: people changed it, in the entries that it joins.
        """
        self._uids = UidSequence(after=log.newest_uid(self.connection), now=self._now, entropy=self._entropy)
        self._writing.prev = prev
        self._writing.add([self._entropy(16).hex(), "merge", uid, None, {"head": hashed.hex()}], ())

    def name_repair(self, parts: Iterable[str]) -> None:
        """Records which parts of the schema were made again."""
        told = {"repaired": sorted(parts)}
        self._writing.add([self._entropy(16).hex(), "schema", self._uids.next(), None, told], ())

    def finish(self) -> None:
        """Writes the entry of the log, where anything changed."""
        if self._writing:
            head = Head(self._uids.next(), self.at, self._who, self._verb, self.undoes)
            self.seq = self._writing.write(head)
            self._writing = Writing(self.connection, self.at)


def claims_touched(
    connection: sqlite3.Connection, entity: str, uid: str, before: Fields | None, after: Fields
) -> set[str]:
    """The uids of the claims that an operation changes."""
    if entity == "claim":
        touched = {uid}
        for fields in (before or {}, after):
            touched |= {name.partition(":")[2] for name in fields if name.startswith("contradicts:")}
            if fields.get("replaces"):
                touched.add(str(fields["replaces"]))
        return touched
    if "claim" not in entities.ENTITIES[entity].references:
        return set()
    told = {str(fields["claim"]) for fields in (before or {}, after) if fields.get("claim")}
    if told or before is None:
        return told
    claim = entities.state(connection, entity, uid).get("claim")
    return {str(claim)} if claim else set()
