"""Writing what follows from both logs to our records: new things with their ids, and what changed of those there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.store import entities
from claimtrack.store.entities import ENTITIES
from claimtrack.store.merge import folding
from claimtrack.store.merge.folding import Operation
from claimtrack.store.merge.names import kin

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from claimtrack.store.entities import Fields
    from claimtrack.store.merge.names import Kin

# Each after what it refers to; what two of one kind say of each other is written when both are there.
_ORDER = ("speaker", "source", "claim", "verdict", "appearance", "evidence", "article", "candidate")
_LATER = ("same_as", "replaces", "contradicts")
_OF_A_SOURCE = ("claim", "appearance", "article")


@dataclass
class Joined:
    """Our records while another file's are joined with them, and what was found meanwhile."""

    ours: sqlite3.Connection
    theirs: sqlite3.Connection
    gone: set[str]
    speakers: Kin | None = None
    sources: Kin | None = None
    claims: list[tuple[int, int, str]] = field(
        default_factory=list
    )  # new ones: the id there and here, and the uid
    one: dict[str, list[str]] = field(
        default_factory=dict
    )  # uids of those that turned out to be one with another
    repairs: list[tuple[str, str, Fields, Fields]] = field(default_factory=list)
    conflicts: list[tuple[str, str]] = field(
        default_factory=list
    )  # a claim's uid, and a field that both changed

    def write(self) -> None:
        """Writes all that follows for each thing by itself."""
        kinds = {row[0] for row in self.ours.execute("SELECT DISTINCT entity FROM temp.operation")}
        self.speakers = kin(self.ours, "speaker") if "speaker" in kinds else None
        self.sources = kin(self.ours, "source") if "source" in kinds else None
        self.one = {
            entity: sorted(
                {found.root(uid) for pair in found.found for uid in pair if self._apart(entity, pair)}
            )
            if found
            else []
            for entity, found in (("speaker", self.speakers), ("source", self.sources))
        }
        self._write_stubs()
        for entity in _ORDER:
            number = _numbering(self.ours, entity)
            for uid, operations, identity in self._things(entity):
                self._write(entity, uid, operations, number(identity), identity)
        for entity in ("speaker", "source", "claim"):
            for uid, operations, _ in self._things(entity):
                self._update(entity, uid, self.final(entity, uid, operations))

    def _apart(self, entity: str, pair: tuple[str, str]) -> bool:
        """Whether two things are not one in our records yet."""
        rows = self.ours.execute(
            f"SELECT coalesce(same_as_id, id) FROM {entity} WHERE uid IN (?, ?)", pair
        ).fetchall()
        return len(rows) < len(pair) or rows[0][0] != rows[1][0]

    def _write_stubs(self) -> None:
        """Writes what is left of claims that the other side deleted for ever before we knew of them."""
        number = _numbering(self.ours, "claim")
        rows = self.theirs.execute(
            "SELECT id, uid, created_at, updated_at FROM claim WHERE deleted = 2 ORDER BY id"
        )
        for row in rows:
            if not self.ours.execute("SELECT 1 FROM claim WHERE uid = ?", (row["uid"],)).fetchone():
                self.ours.execute(
                    "INSERT INTO claim (id, uid, kind, text, created_at, updated_at, deleted)"
                    " VALUES (?, ?, 'statement', '', ?, ?, 2)",
                    (number(row["id"]), row["uid"], row["created_at"], row["updated_at"]),
                )

    def _things(self, entity: str) -> Iterator[tuple[str, list[tuple[str, Operation]], int | None]]:
        """Each thing that was touched, with what was done to it and on which side, and its id in the other file."""
        identified = self.ours.execute(
            """SELECT o.uid, o.verb, o.side, o.before, o.after, t.id FROM temp.operation o
            LEFT JOIN temp.their t ON t.entity = o.entity AND t.uid = o.uid
            WHERE o.entity = ? ORDER BY t.id, o.uid, o.change, o.number""",
            (entity,),
        )
        for (uid, identity), rows in groupby(identified, key=lambda row: (row["uid"], row["id"])):
            yield uid, [(row["side"], _operation(row)) for row in rows], identity

    def final(
        self, entity: str, uid: str, done: list[tuple[str, Operation]], *, happened: object = None
    ) -> Fields:
        """The fields of a thing by all that people did to it on both sides."""
        fields = folding.settled(entity, [operation for _, operation in done], happened=happened)
        joined = {"speaker": self.speakers, "source": self.sources}.get(entity)
        if joined:
            fields.pop("same_as", None)
            if (root := joined.root(uid)) != uid:
                fields["same_as"] = root
        if entity in _OF_A_SOURCE and fields.get("source"):
            fields["source"] = self.source_root(str(fields["source"]))
        return {name: value for name, value in fields.items() if name.partition(":")[2] not in self.gone}

    def source_root(self, uid: str) -> str:
        """The source that stands for the one with this uid."""
        if self.sources:
            return self.sources.root(uid)
        row = self.ours.execute(
            "SELECT k.uid FROM source s JOIN source k ON k.id = coalesce(s.same_as_id, s.id) WHERE s.uid = ?",
            (uid,),
        ).fetchone()
        return str(row[0])

    def _write(
        self, entity: str, uid: str, done: list[tuple[str, Operation]], identity: int, there: int | None
    ) -> None:
        fields = {
            name: value
            for name, value in self.final(entity, uid, done).items()
            if name.partition(":")[0] not in _LATER
        }
        if self.ours.execute(f"SELECT 1 FROM {ENTITIES[entity].table} WHERE uid = ?", (uid,)).fetchone():
            self._update(entity, uid, fields, besides=_LATER)
            if entity == "claim":
                self.conflicts += ((uid, name) for name in _changed_by_both(done))
            return
        kept: Fields = {} if identity is None else {"id": identity}
        if entity == "claim":
            query = "SELECT created_at, updated_at FROM claim WHERE uid = ?"
            kept |= dict(self.theirs.execute(query, (uid,)).fetchone())
            if there is not None and not fields.get("deleted"):
                self.claims.append((there, identity, uid))
        entities.insert(self.ours, entity, uid, fields, at="", kept=kept)

    def _update(self, entity: str, uid: str, fields: Fields, *, besides: tuple[str, ...] = ()) -> None:
        """Writes what differs from what stands there."""
        now = entities.state(self.ours, entity, uid)
        names = {name for name in {**now, **fields} if name.partition(":")[0] not in besides}
        changed = {name: fields.get(name) for name in names if now.get(name) != fields.get(name)}
        if changed:
            entities.update(self.ours, entity, uid, changed)

    def repair(self, entity: str, uid: str, fields: Fields) -> None:
        """Writes what follows from how several things stand together, and notes it where the thing was not touched."""
        now = entities.state(self.ours, entity, uid)
        before = {name: now.get(name) for name in fields if now.get(name) != fields[name]}
        if not before:
            return
        entities.update(self.ours, entity, uid, {name: fields[name] for name in before})
        laid_out = "SELECT 1 FROM temp.operation WHERE entity = ? AND uid = ?"
        if not self.ours.execute(laid_out, (entity, uid)).fetchone():
            self.repairs.append((entity, uid, before, {name: fields[name] for name in before}))

    def hold_in_time(self) -> None:
        """Gives claims that held a date due that they held by, where the newest of both sides is an earlier one."""
        rows = self.ours.execute(
            """SELECT c.uid, v.happened_first FROM claim c JOIN verdict v ON v.id = c.verdict_id
            JOIN temp.operation o ON o.entity = 'claim' AND o.uid = c.uid
            WHERE v.outcome = 'held' AND v.happened_first > c.due_last AND c.deleted <> 2 GROUP BY c.uid"""
        )
        happened = dict(rows.fetchall())
        for uid, done, _ in self._things("claim") if happened else ():
            if uid in happened:
                self._update("claim", uid, self.final("claim", uid, done, happened=happened[uid]))

    def differences(self) -> Iterator[tuple[str, str, Fields, Fields]]:
        """Where a thing is not what the newest operation on each of its fields says: what it says, and what it is."""
        for entity in _ORDER:
            for uid, done, _ in self._things(entity):
                logged = folding.newest(operation for _, operation in done)
                logged = {
                    name: value for name, value in logged.items() if name.partition(":")[2] not in self.gone
                }
                now = entities.state(self.ours, entity, uid)
                names = {name for name in {**logged, **now} if logged.get(name) != now.get(name)}
                if names:
                    yield (
                        entity, uid, {name: logged.get(name) for name in sorted(names)},
                        {name: now.get(name) for name in sorted(names)},
                    )  # fmt: skip  # a row
        yield from self.repairs


def _operation(row: sqlite3.Row) -> Operation:
    before = row["before"] and json.loads(row["before"])
    return Operation(row["verb"], before, json.loads(row["after"]))


def note_ids(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> None:
    """Notes in `temp.their` which id each thing has in the other file."""
    ours.execute("DROP TABLE IF EXISTS temp.their")
    ours.execute(
        "CREATE TEMP TABLE their (entity TEXT, uid TEXT, id INTEGER, PRIMARY KEY (entity, uid)) WITHOUT ROWID"
    )
    for name, entity in ENTITIES.items():
        rows = theirs.execute(f"SELECT ?, uid, id FROM {entity.table}", (name,))
        ours.executemany("INSERT INTO temp.their VALUES (?, ?, ?)", rows)


def _numbering(ours: sqlite3.Connection, entity: str) -> Callable[[int | None], int]:
    """Gives a new thing its id: where there is none of its kind, the one it has, else the next after the highest."""
    table = ENTITIES[entity].table
    (highest,) = ours.execute(f"SELECT max(id) FROM {table}").fetchone()
    if highest is None:
        return lambda identity: identity or 1

    def following(_: int | None) -> int:
        (last,) = ours.execute(f"SELECT max(id) FROM {table}").fetchone()
        return int(last) + 1

    return following


def _changed_by_both(done: list[tuple[str, Operation]]) -> list[str]:
    """The fields that each side set to something else, without knowing of the other."""
    values: dict[str, dict[str, object]] = {"ours": {}, "theirs": {}}
    for side, operation in done:
        if side in values and operation.verb != "merge":
            values[side] |= operation.after
    return sorted(
        name
        for name in values["ours"].keys() & values["theirs"].keys()
        if values["ours"][name] != values["theirs"][name]
    )
