"""How each kind of thing stands in the log, and how that form is written to its tables and read back.

In the log a field is named as in the record; a reference is the other's uid, a date `[first, last, words]`,
and each member of a set a field of its own, such as `tag:budget`, which is true or absent. So the state of any
field is what the newest operation says of it, whatever the order in which operations arrive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimtrack.model.address import address_key
from claimtrack.model.record import FIELDS, GIVEN, JUDGED, PERIOD, PLAIN, VAGUE
from claimtrack.model.text import claim_key, name_key, text_key
from claimtrack.model.when import Worded
from claimtrack.store.digests import sha256
from claimtrack.store.members import Members, members_of, uid_of, write_member
from claimtrack.store.row_values import damaged, row_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

Fields = dict[str, object]


@dataclass(frozen=True)
class Entity:
    """A table with its plain columns, its dates, its references and what is computed from a column."""

    table: str
    plain: tuple[str, ...]
    dates: tuple[str, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict)
    computed: Mapping[str, tuple[str, Callable[[str], object]]] = field(default_factory=dict)
    members: Mapping[str, Members] = field(default_factory=dict)


@lru_cache(maxsize=64)  # of one claim it is asked for several times
def text_digest(text: str) -> int:
    """A 64-bit number, the same for texts that say the same, punctuation aside."""
    return int.from_bytes(sha256(claim_key(text).encode())[:8], "big", signed=True)


def text_sha256(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal."""
    return sha256(text.encode()).hex()


ENTITIES = {
    "speaker": Entity(
        "speaker",
        ("name", "deleted"),
        references={"same_as": "speaker"},
        computed={"key": ("name", name_key)},
        members={"alias": Members("alias", "name", key=name_key)},
    ),
    "source": Entity(
        "source",
        ("title", "publisher", "url", "archive_url", "deleted"),
        dates=("published",),
        references={"same_as": "source"},
        computed={"url_key": ("url", address_key), "title_key": ("title", text_key)},
    ),
    "claim": Entity(
        "claim",
        (*(field.name for field in FIELDS if field.plain), "unnamed", "quote_spans", "deleted"),
        dates=tuple(field.name for field in FIELDS if field.of == GIVEN and field.form == VAGUE),
        references={"speaker": "speaker", "source": "source", "replaces": "claim"},
        computed={"text_key": ("text", text_digest)},
        members={
            "tag": Members("claim_tag", "tag"),
            "contradicts": Members("contradiction", "other_id", "claim"),
        },
    ),
    "appearance": Entity("appearance", ("deleted",), ("said",), {"claim": "claim", "source": "source"}),
    "verdict": Entity(
        "verdict",
        (
            "act",
            "outcome",
            "overrules",
            *(field.name for field in FIELDS if field.of == JUDGED and field.form in PLAIN),
        ),
        tuple(field.name for field in FIELDS if field.of == JUDGED and field.form == PERIOD),
        {"claim": "claim", "annuls": "verdict"},
    ),
    "article": Entity(
        "article",
        ("text", "read_at", "read_from", "deleted"),
        references={"source": "source"},
        computed={"sha256": ("text", text_sha256)},
    ),
    "candidate": Entity(
        "candidate",
        (
            "number",
            "score",
            "start",
            "stop",
            "kind",
            "speaker",
            "unnamed",
            "via",
            "text",
            "quote",
            "rung",
            "probability",
            "found_by",
            "passage",
            "translation",
            "answer",
            "deleted",
        ),
        ("said", "due", "was"),
        {"source": "source", "claim": "claim"},
    ),
    "evidence": Entity(
        "evidence",
        ("stance", "url", "archive_url", "quote", "note", "added", "deleted"),
        references={"claim": "claim", "verdict": "verdict"},
    ),
}


def logged(value: object) -> object:
    """A value as the log has it: a date with its words as a list, a day as text, and nothing that is empty."""
    if isinstance(value, Worded):
        return [value.when.first.isoformat(), value.when.last.isoformat(), value.words]
    if isinstance(value, date):
        return value.isoformat()
    return None if value is False or value == "" else value


def _columns(connection: sqlite3.Connection, entity: Entity, fields: Mapping[str, object]) -> Fields:
    """The columns of the entity's own table that `fields` sets."""
    columns: Fields = {}
    for name, value in fields.items():
        if name == "deleted":
            columns[name] = int(bool(value))
        elif name in entity.plain:
            columns[name] = value
        elif name in entity.dates:
            first, last, words = value if isinstance(value, list) else (None, None, None)
            columns |= {f"{name}_first": first, f"{name}_last": last, f"{name}_words": words}
        elif name in entity.references:
            columns[f"{name}_id"] = value and row_id(connection, entity.references[name], value)
    for column, (origin, compute) in entity.computed.items():
        if origin in fields:
            columns[column] = _computed(compute, fields[origin])
    return columns


def insert(
    connection: sqlite3.Connection, entity: str, uid: str, fields: Mapping[str, object], *, at: str,
    kept: Mapping[str, object] = MappingProxyType({}),
) -> None:  # fmt: skip  # as short as the call
    """Writes a new row with its members; `kept` are columns that the log does not know, as they were elsewhere."""
    known = ENTITIES[entity]
    columns = {"uid": uid, **_columns(connection, known, fields)}
    if entity == "claim":
        columns |= {"created_at": at, "updated_at": at}
    columns |= kept
    # the same statement whatever is set, so that SQLite reads it, and the triggers that it sets off, once
    columns = {**_empty(entity), **columns}
    places = ", ".join("?" * len(columns))
    done = connection.execute(
        f"INSERT INTO {known.table} ({', '.join(columns)}) VALUES ({places})", tuple(columns.values())
    )
    _write_members(connection, known, done.lastrowid or 0, fields)


@lru_cache(maxsize=len(ENTITIES))
def _empty(entity: str) -> Fields:
    """The columns that may be empty, so."""
    known = ENTITIES[entity]
    dates = (f"{name}_{part}" for name in known.dates for part in ("first", "last", "words"))
    plain = (name for name in known.plain if name != "deleted")
    return dict.fromkeys((*plain, *dates, *(f"{name}_id" for name in known.references)))


def update(connection: sqlite3.Connection, entity: str, uid: str, fields: Mapping[str, object]) -> None:
    """Writes the changed fields of a row that is there."""
    known = ENTITIES[entity]
    columns = _columns(connection, known, fields)
    if columns:
        assigned = ", ".join(f"{column} = ?" for column in columns)
        connection.execute(f"UPDATE {known.table} SET {assigned} WHERE uid = ?", (*columns.values(), uid))
    if any(":" in name for name in fields):
        _write_members(connection, known, row_id(connection, known.table, uid), fields)


def _computed(compute: Callable[[str], object], origin: object) -> object:
    return None if origin is None else compute(str(origin))


def computed_rightly(entity: Entity, row: sqlite3.Row) -> bool:
    """Whether the columns that are computed from others are what they should be."""
    return all(
        row[column] == _computed(compute, row[origin])
        for column, (origin, compute) in entity.computed.items()
    )


def compute_again(connection: sqlite3.Connection, entity: str, uid: str) -> None:
    """Writes the columns that are computed from others, which other programs can't compute."""
    now = state(connection, entity, uid)
    origins = {origin for origin, _ in ENTITIES[entity].computed.values()}
    update(connection, entity, uid, {origin: now.get(origin) for origin in origins})


def compute_keys(connection: sqlite3.Connection) -> None:
    """Writes the keys under which sources and claims are the same where they are not by the present rule."""
    for entity in (ENTITIES["source"], ENTITIES["claim"]):
        origins = {origin for origin, _ in entity.computed.values()}
        rows = connection.execute(
            f"SELECT id, {', '.join((*entity.computed, *origins))} FROM {entity.table} WHERE deleted <> 2"
        )
        outdated = [
            (*(_computed(compute, row[origin]) for origin, compute in entity.computed.values()), row["id"])
            for row in rows
            if not computed_rightly(entity, row)
        ]
        assigned = ", ".join(f"{column} = ?" for column in entity.computed)
        connection.executemany(f"UPDATE {entity.table} SET {assigned} WHERE id = ?", outdated)


def _write_members(
    connection: sqlite3.Connection, entity: Entity, identity: int, fields: Mapping[str, object]
) -> None:
    for name, present in fields.items():
        kind, colon, member = name.partition(":")
        if colon:
            write_member(
                connection, entity.table, identity, entity.members[kind], member, present=bool(present)
            )


def state(connection: sqlite3.Connection, entity: str, uid: str) -> Fields:
    """The fields that are set, as the log would have them; fields that are empty are left out.

    Raises:
        UnusableError: where nothing has the uid.
    """
    known = ENTITIES[entity]
    row = connection.execute(f"SELECT * FROM {known.table} WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise damaged(f"no {entity} has the uid {uid}")
    return state_of_row(connection, known, row)


def state_of_row(connection: sqlite3.Connection, known: Entity, row: sqlite3.Row) -> Fields:
    """`state` of a row that was read already."""
    fields: Fields = {name: row[name] for name in known.plain if row[name] is not None}
    if "deleted" in fields:
        fields["deleted"] = bool(fields["deleted"])
    for name in known.dates:
        if row[f"{name}_first"] is not None:
            fields[name] = [row[f"{name}_first"], row[f"{name}_last"], row[f"{name}_words"]]
    for name, table in known.references.items():
        if row[f"{name}_id"] is not None:
            fields[name] = uid_of(connection, table, row[f"{name}_id"])
    for name, members in known.members.items():
        fields |= dict.fromkeys(
            (f"{name}:{member}" for member in members_of(connection, known.table, members, row["id"])), True
        )
    return {name: value for name, value in fields.items() if value is not False}


def same_text(connection: sqlite3.Connection, text: str) -> list[str]:
    """The uids of the claims with this text, spaces, case and punctuation aside, oldest first."""
    rows = connection.execute(
        "SELECT uid, text FROM claim WHERE text_key = ? AND deleted = 0 ORDER BY id", (text_digest(text),)
    )
    return [row["uid"] for row in rows.fetchall() if claim_key(row["text"]) == claim_key(text)]
