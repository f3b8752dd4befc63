"""The numbered migrations, run by sqlite-utils; append to them, never change one that was released."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import sqlite_utils
from sqlite_utils.migrations import Migrations

from claimtrack.store.connection import APPLICATION_ID, SCHEMA_VERSION, schema_version
from claimtrack.store.schema import STATEMENTS

if TYPE_CHECKING:
    from pathlib import Path

migrations = Migrations("claimtrack")


@migrations(name="1-the-record")
def the_record(db: sqlite_utils.Database) -> None:
    """Claims, speakers, sources, verdicts, evidence, the log of changes and full text."""
    for statement in STATEMENTS:
        db.conn.execute(statement)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings a file of an earlier version to the present one, after a copy."""
    _copy(connection, path)
    connection.execute("BEGIN IMMEDIATE")
    try:
        apply(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def apply(connection: sqlite3.Connection) -> None:
    """Runs the migrations that the file lacks, within a transaction that holds the write lock.

    Two programs may start on a new file at once, and `Migrations.apply` alone races.
    """
    if schema_version(connection) < SCHEMA_VERSION:
        migrations.apply(sqlite_utils.Database(connection, execute_plugins=False))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path.with_name(f"{path.name}.before-{SCHEMA_VERSION}"))) as copy:
        connection.backup(copy)
