"""What people call the things that the log knows by their uids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import ANNUL, JUDGE, TAKE_BACK
from claimtrack.store.entities import ENTITIES

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model.change import Change, Entry
    from claimtrack.store.entities import Entity, Fields

# what the label says already, and what is for programs
_SAID_BY_LABEL = ("claim", "verdict", "annuls", "quote_spans", "overrules", "start", "stop", "score")
_OF_ITS_LABEL = {"candidate": ("number", "source"), "article": ("source",)}
_ACTS = {JUDGE: None, TAKE_BACK: "taken back", ANNUL: "undone"}


def label(connection: sqlite3.Connection, entity: str, uid: str) -> str:
    """What people call a thing: `claim 3`, `verdict on claim 3`, `speaker Ada North`, `source 2`."""
    if entity == "speaker":
        name = connection.execute("SELECT name FROM speaker WHERE uid = ?", (uid,)).fetchone()
        return f"speaker {name[0]}" if name else "speaker"
    if entity in ("claim", "source"):
        identity = connection.execute(f"SELECT id FROM {entity} WHERE uid = ?", (uid,)).fetchone()
        return f"{entity} {identity[0]}" if identity else entity
    if entity == "article":
        source = connection.execute("SELECT source_id FROM article WHERE uid = ?", (uid,)).fetchone()
        return f"text of source {source[0]}" if source else "text"
    if entity == "candidate":
        found = connection.execute("SELECT number, source_id FROM candidate WHERE uid = ?", (uid,)).fetchone()
        return f"candidate {found[0]} of source {found[1]}" if found else entity
    claim = connection.execute(
        f"SELECT claim_id FROM {ENTITIES[entity].table} WHERE uid = ?", (uid,)
    ).fetchone()
    return f"{entity} on claim {claim[0]}" if claim else entity


def in_words(connection: sqlite3.Connection, entry: Entry) -> Entry:
    """The entry with every reference in its changes as people call what it points at."""
    return entry._replace(changes=tuple(_change_in_words(connection, change) for change in entry.changes))


def _change_in_words(connection: sqlite3.Connection, change: Change) -> Change:
    before, after = (
        _fields_in_words(connection, change.entity, held) for held in (change.before, change.after)
    )
    return change._replace(before=before, after=after)


def _fields_in_words(connection: sqlite3.Connection, entity: str, fields: Fields | None) -> Fields | None:
    if fields is None:
        return None
    shown = {
        name: value
        for name, value in fields.items()
        if name not in (*_SAID_BY_LABEL, *_OF_ITS_LABEL.get(entity, ()))
    }
    if entity == "article" and shown.get("text"):
        shown["text"] = f"{len(str(shown['text']))} characters"  # all of it is in the file, for programs
    return dict(_field_in_words(connection, ENTITIES[entity], name, value) for name, value in shown.items())


def _field_in_words(
    connection: sqlite3.Connection, known: Entity, name: str, value: object
) -> tuple[str, object]:
    kind, colon, member = name.partition(":")
    members, target = known.members.get(kind), known.references.get(name)
    if colon and members and members.reference:
        return f"{kind}:{label(connection, members.reference, member)}", value
    if target and value:
        return name, label(connection, target, str(value)).removeprefix(f"{target} ")
    return name, _ACTS.get(str(value), value) if name == "act" else value
