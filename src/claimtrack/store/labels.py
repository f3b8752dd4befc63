"""What people call the things that the log knows by their uids."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.store.entities import ENTITIES

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model import Change, Entry
    from claimtrack.store.entities import Fields

_ACTS = {"judge": None, "take-back": "taken back", "annul": "undone"}


def label(connection: sqlite3.Connection, entity: str, uid: str) -> str:
    """What people call a thing: `claim 3`, `verdict on claim 3`, `speaker Ada North`, `source 2`."""
    if entity == "speaker":
        name = connection.execute("SELECT name FROM speaker WHERE uid = ?", (uid,)).fetchone()
        return f"speaker {name[0]}" if name else "speaker"
    if entity in ("claim", "source"):
        identity = connection.execute(f"SELECT id FROM {entity} WHERE uid = ?", (uid,)).fetchone()
        return f"{entity} {identity[0]}" if identity else entity
    claim = connection.execute(
        f"SELECT claim_id FROM {ENTITIES[entity].table} WHERE uid = ?", (uid,)
    ).fetchone()
    return f"{entity} on claim {claim[0]}" if claim else entity


def in_words(connection: sqlite3.Connection, entry: Entry) -> Entry:
    """The entry with every reference in its changes as people call what it points at."""
    return replace(entry, changes=tuple(_change_in_words(connection, change) for change in entry.changes))


def _change_in_words(connection: sqlite3.Connection, change: Change) -> Change:
    before, after = (
        _fields_in_words(connection, change.entity, held) for held in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def _fields_in_words(connection: sqlite3.Connection, entity: str, fields: Fields | None) -> Fields | None:
    if fields is None:
        return None
    known = ENTITIES[entity]
    worded: Fields = {}
    for name, value in fields.items():
        kind, colon, member = name.partition(":")
        members = known.members.get(kind) if colon else None
        target = members.reference if members else None
        if name in ("claim", "verdict", "annuls"):
            continue  # its label says of which claim it is
        if name in known.references and value:
            worded[name] = label(connection, known.references[name], str(value)).removeprefix(f"{name} ")
        elif target:
            worded[f"{kind}:{label(connection, target, member)}"] = value
        elif name == "act":
            worded[name] = _ACTS.get(str(value), value)
        else:
            worded[name] = value
    return worded
