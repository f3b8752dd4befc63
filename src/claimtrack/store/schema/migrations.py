"""Bringing a file to the present version: sqlite-utils runs the migrations it lacks, then the rest is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from filecmp import cmp
from itertools import count
from typing import TYPE_CHECKING

import sqlite_utils
from sqlite_utils.migrations import Migrations

from claimtrack.store import entities
from claimtrack.store.connection import APPLICATION_ID, file_errors, made_to_version, schema_version
from claimtrack.store.schema import second_half, tables
from claimtrack.whole_file import put, room

if TYPE_CHECKING:
    from pathlib import Path


def migrate(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Brings a file of an earlier version to the present one; the copy that was made of it before.

    All of it happens under the write lock, so that of two programs that open the file at once one does it and the
    other finds it done; then there is no copy to tell of.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        copy = None
        if schema_version(connection) < tables.version():
            copy = copied(path, tables.version())
            apply(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return copy


def apply(connection: sqlite3.Connection) -> None:
    """Runs the migrations that the file lacks, within a transaction that holds the write lock.

    Two programs may start on a new file at once, and `Migrations.apply` alone races.
    """
    found = schema_version(connection)
    if found == tables.version():
        return
    second_half.drop(connection)
    _after(found).apply(sqlite_utils.Database(connection, execute_plugins=False))
    second_half.make(connection)
    if found:
        entities.compute_keys(connection)
        second_half.follow_again(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {tables.version()}")


def stamp(connection: sqlite3.Connection) -> None:
    """Marks a file of ours as such, of the version that its account of migrations tells."""
    version = made_to_version(connection)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("COMMIT")


def _after(version: int) -> Migrations:
    """The migrations that a file of this version lacks, by their numbers, of which sqlite-utils keeps account."""
    numbered = Migrations("claimtrack")
    for number, statements in enumerate(tables.MIGRATIONS[version:], version + 1):

        @numbered(name=str(number))
        def run(db: sqlite_utils.Database, statements: tuple[str, ...] = statements) -> None:
            for statement in statements:
                db.conn.execute(statement)

    return numbered


def copied(path: Path, number: int) -> Path:
    """A copy of the file while the lock is held, whole or not there, for no other eyes than the file itself.

    Under the first number from this one on that no other copy has; one that is the same, as a killed program leaves
    it, is not made again. Read by a connection of its own: SQLite copies nothing from one that holds the write lock.
    """
    with file_errors(path), room(path.resolve().parent) as beside:
        unfinished = beside / path.name
        with closing(sqlite3.connect(path)) as earlier, closing(sqlite3.connect(unfinished)) as target:
            earlier.backup(target)
        names = (path.with_name(f"{path.name}.before-{free}") for free in count(number))
        copy = next(name for name in names if not name.exists() or cmp(name, unfinished, shallow=False))
        put(unfinished, copy, at_most=path.stat().st_mode)
    return copy
