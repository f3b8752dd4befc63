"""Making the schema again where another program changed it: every rule and view, and tables with the rows they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.store.schema import intact, second_half

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.store.schema.intact import Difference, Part

_ORDER = ("trigger", "view", "index", "table")


def repair(connection: sqlite3.Connection) -> list[Difference]:
    """Makes the schema what this version makes, within a transaction without foreign keys; what differed.

    Raises:
        RefusedError: where a table is gone, or has other columns than ours.
    """
    wrong = intact.differences(connection)
    due = {part.name: part for part in sorted(intact.expected())}
    _take_off(connection, intact.parts(connection, due))
    for difference in wrong:
        if difference.part.name in intact.tables_made():
            _make_again(connection, due[difference.part.name])
    second_half.make(connection)
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema").fetchall()}
    for part in due.values():
        if part.sql and part.name not in there:  # an index that came with a table
            connection.execute(part.sql)
    second_half.follow_again(connection)
    return wrong


def _take_off(connection: sqlite3.Connection, parts: frozenset[Part]) -> None:
    """Drops all but the tables, triggers first, so that nothing hangs on what is gone."""
    of_a_table = intact.tables_made()
    for part in sorted(parts, key=lambda part: _ORDER.index(part.kind)):
        if part.name in of_a_table or not part.sql:
            continue
        connection.execute(f"DROP {part.kind} {_quoted(part.name)}")


def _make_again(connection: sqlite3.Connection, part: Part) -> None:
    """Makes a table by our statement, with the rows that it has."""
    there = _columns(connection, part.name)
    if not there:
        raise RefusedError(
            f"The table {part.name} is gone, and what it held can't be made again; go back to a copy."
        )
    connection.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {part.name}")
    connection.execute(f"DROP TABLE {part.name}")
    connection.execute(part.sql)
    if others := [column for column in there if column not in _columns(connection, part.name)]:
        raise RefusedError(
            f"The table {part.name} has a column {others[0]!r} that is not claimtrack's; take it off with"
            f" ALTER TABLE {part.name} DROP COLUMN {_quoted(others[0])} in the sqlite3 shell."
        )
    columns = ", ".join(there)
    connection.execute(f"INSERT INTO {part.name} ({columns}) SELECT {columns} FROM temp.kept")
    connection.execute("DROP TABLE temp.kept")


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
