"""Views, triggers, indexes and full text: made from the tables as they stand, and made again for a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.schema import derived, full_text, guards, indexes, record_view, stub, tables, text_rules
from claimtrack.store.schema.intact import MARK

if TYPE_CHECKING:
    import sqlite3

MANY = 1_000  # new claims, from which on it may pay to set aside
SHARE = 4  # of the claims that are there, so many times fewer than all must be new
_CACHE = 32_000  # kilobytes of the file in memory: indexes in random order are not read again for each row
_SET_ASIDE = (*indexes.FOR_LISTS, *full_text.KEEPING)
# The triggers that keep derived columns and the full text; all others forbid.
_KEEPING = tuple(trigger.split(maxsplit=3)[2] for trigger in (*derived.KEPT, *full_text.KEEPING))


def make_all(connection: sqlite3.Connection) -> None:
    """Writes the whole schema to an empty file."""
    for migration in tables.MIGRATIONS:
        for statement in migration:
            connection.execute(statement)
    make(connection)


def make(connection: sqlite3.Connection) -> None:
    """Writes the second half over the tables."""
    for statement in statements(connection):
        connection.execute(_marked(statement))


def statements(connection: sqlite3.Connection) -> list[str]:
    """The statements that make the second half, for the tables as they stand."""
    return [
        *indexes.STATEMENTS, *derived.STATEMENTS, *full_text.STATEMENTS, *guards.STATEMENTS,
        *stub.statements(connection), *text_rules.statements(connection), *record_view.STATEMENTS,
    ]  # fmt: skip  # a list of names


def _marked(statement: str) -> str:
    name = _kind_and_name(statement)[1]
    return statement.replace(name, f"{name} {MARK}", 1)


def _kind_and_name(statement: str) -> tuple[str, str]:
    words = statement.split(maxsplit=4)
    return words[1], words[3 if words[1] == "VIRTUAL" else 2].partition("(")[0]


def pays_aside(new: int, there: int) -> bool:
    """Whether to set aside is cheaper for so many new claims to those that are there."""
    return new > MANY and new * SHARE > there


def set_aside(connection: sqlite3.Connection) -> None:
    """Takes off what costs a bulk load most and no rule rests on: indexes for lists, and the keeping of the full text.

    Within the transaction of the load, which ends with `put_back`: to make them anew is cheaper than to keep them.
    """
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    for statement in _SET_ASIDE:
        connection.execute("DROP {} {}".format(*_kind_and_name(statement)))


def put_back(connection: sqlite3.Connection) -> None:
    """Makes again what was set aside."""
    for statement in _SET_ASIDE:
        connection.execute(_marked(statement))
    connection.execute(full_text.REBUILD)


def drop(connection: sqlite3.Connection) -> None:
    """Takes off all that any version made of the second half, and nothing that anyone else made."""
    made = connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE instr(sql, name || ' ' || ?) ORDER BY type = 'table', type",
        (MARK,),
    )
    for kind, name in made.fetchall():
        connection.execute(f"DROP {kind} {name}")


def unguard(connection: sqlite3.Connection) -> None:
    """Takes off the triggers that only forbid, so that joined records can be written in any order."""
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND instr(sql, name || ' ' || ?)", (MARK,)
    )
    for (name,) in rows.fetchall():
        if name not in _KEEPING:
            connection.execute(f"DROP TRIGGER {name}")


def guard(connection: sqlite3.Connection) -> None:
    """Makes the triggers again that are not there."""
    there = {
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    }
    for statement in statements(connection):
        if statement.startswith("CREATE TRIGGER") and statement.split(maxsplit=3)[2] not in there:
            connection.execute(_marked(statement))


def follow_again(connection: sqlite3.Connection) -> None:
    """Puts right what follows from the rest: the derived columns, and the full text, which is made anew."""
    columns = ", ".join(f"{column} = {value}" for column, value in derived.FOLLOWS.items())
    connection.execute(f"UPDATE claim SET {columns} WHERE {derived.ASTRAY}")
    connection.execute(full_text.REBUILD)
