"""What the log says that everything holds: replayed into a table on the disk, so that memory does not grow."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from claimtrack.store.connection import unnamed
from claimtrack.store.log.entries import changes_in_order

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from claimtrack.store.entities import Fields

# what a later operation says of a field is what it is, and null empties it
_FOLD = """INSERT INTO logged VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET fields = json_patch(fields, excluded.fields)"""


class Replayed:
    """The whole log, replayed; of things deleted for ever nothing."""

    def __init__(self, table: sqlite3.Connection, forgotten: set[str]) -> None:
        self._table, self._forgotten = table, forgotten

    def of(self, entity: str) -> Iterator[tuple[str, Fields]]:
        """The uid of each thing of a kind, in order, and the fields that are set."""
        rows = self._table.execute("SELECT uid, fields FROM logged WHERE entity = ? ORDER BY uid", (entity,))
        return ((uid, self._set(json.loads(fields))) for uid, fields in rows if uid not in self._forgotten)

    def _set(self, fields: Fields) -> Fields:
        return {
            name: value
            for name, value in fields.items()
            if value is not None and not (":" in name and name.partition(":")[2] in self._forgotten)
        }


@contextmanager
def replayed(connection: sqlite3.Connection) -> Iterator[Replayed]:
    """The log of the file, replayed."""
    with closing(unnamed()) as table:
        table.execute(
            "CREATE TABLE logged (entity TEXT, uid TEXT, fields TEXT, PRIMARY KEY (entity, uid)) WITHOUT ROWID"
        )
        forgotten: set[str] = set()
        table.execute("BEGIN")
        table.executemany(_FOLD, _said(connection, forgotten))
        table.execute("COMMIT")
        yield Replayed(table, forgotten)


def _said(connection: sqlite3.Connection, forgotten: set[str]) -> Iterator[tuple[str, str, str]]:
    """What each operation says of a thing; the uids of what was deleted for ever are noted."""
    for change in changes_in_order(connection):
        after = change.after or {}
        if "forgotten" in after:
            forgotten.add(change.uid)
        else:
            yield change.entity, change.uid, json.dumps(after)
