"""Sources by id, address or title, and how many claims each has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.model.text import text_key
from claimtrack.store.row_values import damaged, source

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model import Source


def everything(connection: sqlite3.Connection) -> list[Source]:
    """Sources with how many claims each has, newest first."""
    rows = connection.execute(
        """SELECT s.*, (SELECT count(*) FROM claim c WHERE c.source_id = s.id AND c.deleted = 0)
          + (SELECT count(*) FROM appearance a JOIN claim c ON c.id = a.claim_id
             WHERE a.source_id = s.id AND a.deleted = 0 AND c.deleted = 0) AS claims
        FROM source s WHERE s.deleted = 0 ORDER BY s.id DESC"""
    )
    return [replace(found, claims=row["claims"]) for row in rows.fetchall() if (found := source(row))]


def by_id(connection: sqlite3.Connection, identity: int) -> Source | None:
    """The source with this id."""
    return _one(connection, "id = ?", identity)


def by_uid(connection: sqlite3.Connection, uid: str) -> Source:
    """The source with this uid.

    Raises:
        UnusableError: where nothing has it.
    """
    found = _one(connection, "uid = ?", uid)
    if found is None:
        raise damaged(f"no source has the uid {uid}")
    return found


def by_url(connection: sqlite3.Connection, url: str) -> Source | None:
    """The source at this address."""
    return _one(connection, "url = ?", url)


def by_title(connection: sqlite3.Connection, title: str) -> list[Source]:
    """The sources with this title; where there is none, those whose title differs only in case and spaces."""
    rows = connection.execute(
        "SELECT * FROM source WHERE title = ? AND deleted = 0 ORDER BY id", (title,)
    ).fetchall()
    if not rows:
        every = connection.execute("SELECT * FROM source WHERE title IS NOT NULL AND deleted = 0 ORDER BY id")
        rows = [row for row in every.fetchall() if text_key(row["title"]) == text_key(title)]
    return [found for row in rows if (found := source(row))]


def titles(connection: sqlite3.Connection) -> list[str]:
    """The titles of all sources."""
    rows = connection.execute("SELECT title FROM source WHERE title IS NOT NULL AND deleted = 0 ORDER BY id")
    return [row[0] for row in rows.fetchall()]


def _one(connection: sqlite3.Connection, condition: str, value: object) -> Source | None:
    row = connection.execute(
        f"SELECT * FROM source WHERE {condition} AND deleted = 0 ORDER BY id LIMIT 1", (value,)
    ).fetchone()
    return source(row) if row else None


def said_after(connection: sqlite3.Connection, source: int, day: str) -> list[tuple[int, str]]:
    """The claims that stand in the source as said later than `day`, with the first such day of speaking."""
    rows = connection.execute(
        """SELECT id, said_first FROM claim WHERE source_id = :source AND said_first > :day AND deleted = 0
        UNION ALL SELECT c.id, a.said_first FROM appearance a JOIN claim c ON c.id = a.claim_id
          WHERE a.source_id = :source AND a.said_first > :day AND a.deleted = 0 AND c.deleted = 0
        ORDER BY 1""",
        {"source": source, "day": day},
    )
    return [(row[0], row[1]) for row in rows.fetchall()]
