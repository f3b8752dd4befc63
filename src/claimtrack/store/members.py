"""Sets that belong to things, such as the tags of a claim: each in a table of its own, a row for each member."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.store.row_values import row_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


@dataclass(frozen=True)
class Members:
    """A set that belongs to an entity, kept in a table of its own: a row for each member."""

    table: str
    column: str
    reference: str | None = None
    key: Callable[[str], str] | None = None


def write_member(
    connection: sqlite3.Connection, table: str, owner: int, members: Members, member: str, *, present: bool
) -> None:
    """Puts a member into the set of the thing with this id, or takes it out."""
    value = row_id(connection, members.reference, member) if members.reference else member
    if members.reference == table:  # a pair, which the table has in the order of ids
        owner, value = sorted((owner, int(value)))
    columns: dict[str, object] = {f"{table}_id": owner, members.column: value}
    if not present:
        connection.execute(
            f"DELETE FROM {members.table} WHERE {' AND '.join(f'{column} = ?' for column in columns)}",
            tuple(columns.values()),
        )
        return
    if members.key:
        columns["key"] = members.key(member)
    connection.execute(
        f"INSERT INTO {members.table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        tuple(columns.values()),
    )


def uid_of(connection: sqlite3.Connection, table: str, identity: int) -> str:
    """The uid of a row, or what is wrong where it is not there."""
    row = connection.execute(f"SELECT uid FROM {table} WHERE id = ?", (identity,)).fetchone()
    return str(row[0]) if row else f"{table} {identity}, which is not there"


def members_of(connection: sqlite3.Connection, table: str, members: Members, owner: int) -> list[str]:
    """The members of a thing's set, as the log has them."""
    if members.reference == table:
        return _paired(connection, table, members, owner)
    rows = connection.execute(
        f"SELECT {members.column} FROM {members.table} WHERE {table}_id = ?", (owner,)
    ).fetchall()
    return [uid_of(connection, members.reference, row[0]) if members.reference else row[0] for row in rows]


def _paired(connection: sqlite3.Connection, table: str, members: Members, owner: int) -> list[str]:
    """The uids of those that a thing makes a pair with; the log has the pair with the older of the two."""
    pairs, column, first = members.table, members.column, f"{table}_id"
    rows = connection.execute(
        f"""SELECT other.uid FROM (SELECT {column} AS id FROM {pairs} WHERE {first} = :owner
          UNION ALL SELECT {first} FROM {pairs} WHERE {column} = :owner) pair
        JOIN {table} other USING (id) JOIN {table} own ON own.id = :owner AND own.uid < other.uid""",
        {"owner": owner},
    )
    return [row[0] for row in rows.fetchall()]
