"""Speakers by name or alias, and how many claims each has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import Speaker
from claimtrack.model.name_parts import may_be_one
from claimtrack.model.text import name_key
from claimtrack.store.row_values import listed

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

# Every name a speaker goes by, with the speaker that others were merged into.
_NAMES = """(
  SELECT coalesce(same_as_id, id) AS root, name, key FROM speaker WHERE deleted = 0 UNION ALL
  SELECT coalesce(s.same_as_id, s.id), a.name, a.key FROM alias a JOIN speaker s ON s.id = a.speaker_id
    WHERE s.deleted = 0)"""

_SPEAKERS = """SELECT s.id, s.uid, s.name, count(c.id) AS claims,
  count(c.id) FILTER (WHERE c.verdict_id IS NULL) AS unresolved,
  count(c.id) FILTER (WHERE c.verdict_id IS NULL AND c.replaced_by_id IS NULL AND c.due_last < ?) AS overdue
FROM speaker s LEFT JOIN speaker m ON m.id = s.id OR m.same_as_id = s.id
LEFT JOIN claim c ON c.speaker_id = m.id AND c.deleted = 0
WHERE s.same_as_id IS NULL AND s.deleted = 0 {where} GROUP BY s.id ORDER BY claims DESC, s.name"""


def named(connection: sqlite3.Connection, name: str) -> list[int]:
    """Ids of the speakers whose whole name or alias `name` is."""
    rows = connection.execute(f"SELECT DISTINCT root FROM {_NAMES} WHERE key = ?", (name_key(name),))
    return [row[0] for row in rows.fetchall()]


def matching(connection: sqlite3.Connection, name: str) -> list[int]:
    """Ids of the speakers that `name` fits: whole names and aliases first, else any part of one."""
    found, key = named(connection, name), name_key(name)
    if found or not key:
        return found
    rows = connection.execute(f"SELECT DISTINCT root FROM {_NAMES} WHERE instr(key, ?)", (key,))
    return [row[0] for row in rows.fetchall()]


def near(connection: sqlite3.Connection, name: str) -> list[int]:
    """Ids of the speakers whose name or alias may be another form of `name`, as part of it or the other way."""
    rows = connection.execute(f"SELECT root, name FROM {_NAMES}")
    return list({root: None for root, known in rows.fetchall() if may_be_one(known, name)})


def everyone(connection: sqlite3.Connection, *, today: date, ids: list[int] | None = None) -> list[Speaker]:
    """Speakers with their aliases and counts, those with most claims first; with `ids`, only those."""
    where = "" if ids is None else f"AND s.id IN ({', '.join(map(str, ids))})"
    rows = connection.execute(_SPEAKERS.format(where=where), (today.isoformat(),)).fetchall()
    aliases = _aliases(connection)
    return [
        Speaker(row["id"], row["uid"], row["name"], aliases.get(row["id"], ()), *tuple(row)[3:])
        for row in rows
    ]


def _aliases(connection: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    """Other names by speaker: aliases, and the names of those merged into it."""
    rows = connection.execute(
        """SELECT coalesce(s.same_as_id, s.id) AS root, a.name FROM alias a JOIN speaker s ON s.id = a.speaker_id
        UNION SELECT same_as_id, name FROM speaker WHERE same_as_id IS NOT NULL AND deleted = 0 ORDER BY 1, 2"""
    )
    found: dict[int, tuple[str, ...]] = {}
    for row in rows.fetchall():
        found[row["root"]] = (*found.get(row["root"], ()), row["name"])
    return found


def to_be_kept(
    connection: sqlite3.Connection, ids: list[int] | None = None
) -> list[tuple[str, tuple[str, ...]]]:
    """Speakers whom a file of claims does not tell whole: name and other names of those who have some or no claims.

    With the `ids` of claims, only speakers of these; they come in the order of their names.
    """
    import json  # noqa: PLC0415  # lists do without

    of_these = (
        "s.id IN (SELECT coalesce(m.same_as_id, m.id) FROM claim c JOIN speaker m ON m.id = c.speaker_id"
    )
    rows = connection.execute(
        f"""SELECT s.id, s.name, NOT EXISTS (SELECT 1 FROM claim c WHERE c.speaker_id = s.id AND c.deleted = 0)
            AND NOT EXISTS (SELECT 1 FROM speaker m JOIN claim c ON c.speaker_id = m.id
              WHERE m.same_as_id = s.id AND c.deleted = 0) AS idle
        FROM speaker s WHERE s.same_as_id IS NULL AND s.deleted = 0
          AND (:ids IS NULL OR {of_these} WHERE c.id IN (SELECT value FROM json_each(:ids)))) ORDER BY s.name""",
        {"ids": None if ids is None else json.dumps(ids)},
    ).fetchall()
    aliases = _aliases(connection)
    found = [(row["name"], aliases.get(row["id"], ()), row["idle"]) for row in rows]
    return [(name, others) for name, others, idle in found if others or idle]


def other_names(connection: sqlite3.Connection, uid: str) -> set[str]:
    """The other names of the speaker with this uid: aliases, and the names of those merged into it."""
    rows = connection.execute(
        """SELECT a.name FROM speaker r JOIN speaker s ON r.id IN (s.id, s.same_as_id)
          JOIN alias a ON a.speaker_id = s.id WHERE r.uid = :uid
        UNION SELECT s.name FROM speaker r JOIN speaker s ON s.same_as_id = r.id
          WHERE r.uid = :uid AND s.deleted = 0""",
        {"uid": uid},
    )
    return {row[0] for row in rows.fetchall()}


def names(connection: sqlite3.Connection) -> list[str]:
    """The names of all speakers that were not merged into another."""
    rows = connection.execute(
        "SELECT name FROM speaker WHERE same_as_id IS NULL AND deleted = 0 ORDER BY name"
    )
    return [row[0] for row in rows.fetchall()]


def merged_into(connection: sqlite3.Connection, speaker: int) -> list[int]:
    """The ids under which the claims of a speaker stand: its own, and those of the ones merged into it."""
    rows = connection.execute("SELECT id FROM speaker WHERE ? IN (id, same_as_id)", (speaker,))
    return [row[0] for row in rows.fetchall()]


def names_of(connection: sqlite3.Connection, ids: list[int]) -> list[str]:
    """The names of some speakers, in order of the alphabet."""
    rows = connection.execute(
        "SELECT name FROM speaker WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name",
        (listed(ids),),
    )
    return [row[0] for row in rows.fetchall()]


def uid_and_name(connection: sqlite3.Connection, speaker: int) -> tuple[str, str]:
    """The uid and name of a speaker."""
    row = connection.execute("SELECT uid, name FROM speaker WHERE id = ?", (speaker,)).fetchone()
    return row["uid"], row["name"]


def merged_uids(connection: sqlite3.Connection, uid: str) -> list[str]:
    """The uids of the speakers that were merged into the one with this uid."""
    rows = connection.execute(
        "SELECT m.uid FROM speaker m JOIN speaker s ON s.id = m.same_as_id WHERE s.uid = ? ORDER BY m.id",
        (uid,),
    )
    return [row[0] for row in rows.fetchall()]


def by_alias(connection: sqlite3.Connection) -> dict[str, str]:
    """The name of the speaker by each alias, and by each name of one that was merged into it."""
    rows = connection.execute(
        """SELECT a.name AS alias, coalesce(r.name, s.name) AS name FROM alias a
          JOIN speaker s ON s.id = a.speaker_id LEFT JOIN speaker r ON r.id = s.same_as_id WHERE s.deleted = 0
        UNION SELECT s.name, r.name FROM speaker s JOIN speaker r ON r.id = s.same_as_id WHERE s.deleted = 0"""
    )
    return {row["alias"]: row["name"] for row in rows.fetchall()}
