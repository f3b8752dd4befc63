"""Who and what came with the other file, and is nobody and nothing that was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.sources import by_uid

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model import Source

_CAME = """SELECT t.{column} FROM temp.operation o JOIN {entity} t ON t.uid = o.uid
WHERE o.entity = '{entity}' AND o.before IS NULL AND o.change IN (SELECT uid FROM temp.arriving)
  AND t.same_as_id IS NULL AND t.deleted = 0 ORDER BY t.id"""


def new_speakers(connection: sqlite3.Connection) -> list[str]:
    """The names of the speakers that came."""
    return [row[0] for row in connection.execute(_CAME.format(column="name", entity="speaker")).fetchall()]


def new_sources(connection: sqlite3.Connection) -> list[Source]:
    """The sources that came."""
    rows = connection.execute(_CAME.format(column="uid", entity="source")).fetchall()
    return [by_uid(connection, row[0]) for row in rows]
