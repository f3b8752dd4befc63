"""Opening the file to be joined: a copy of it, of the present version, so that the file itself is never written to."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, UnusableError
from claimtrack.store.connection import check_ours, connect, file_errors, schema_version, sqlite_errors
from claimtrack.store.log import doctor
from claimtrack.store.schema.migrations import migrate
from claimtrack.whole_file import room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BESIDE = ("", "-journal", "-wal")  # the file, and what a program that was killed may have left beside it


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """What the file at `path` holds, proven whole, to be read.

    Raises:
        UnusableError: where it is not there, is not ours, is damaged, or was made by a newer version.
        RefusedError: where it holds nothing, or something that its log does not know.
    """
    if not path.is_file():
        raise UnusableError(f"There is no file {path}; name the database whose claims are to be taken in.")
    with room() as folder:
        copy = folder / path.name
        try:
            _copy(path, copy)
        except UnusableError as error:
            raise UnusableError(str(error).replace(" with --db", "")) from error
        with closing(connect(copy)) as connection, sqlite_errors(path):
            if not schema_version(connection):
                raise RefusedError(f"{path} holds nothing yet; there is nothing to take in.")
            if migrate(connection, copy) is None:
                connection.execute("PRAGMA query_only = ON")
            refuse_faults(connection, path)
            yield connection


def _copy(path: Path, copy: Path) -> None:
    """Copies the file as a reader sees it; one that needs a writer to be put right first, as it lies there."""
    with file_errors(path), sqlite_errors(path):
        try:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as there:
                check_ours(there, path)
                with closing(sqlite3.connect(copy)) as target:
                    there.backup(target)
        except sqlite3.OperationalError:
            for end in _BESIDE:
                if (part := path.with_name(path.name + end)).exists():
                    shutil.copy(part, copy.with_name(copy.name + end))


def refuse_faults(connection: sqlite3.Connection, path: Path) -> None:
    """Sees that a file is whole, and that its log tells all that it holds.

    Raises:
        UnusableError: where it is damaged, or its log was changed.
        RefusedError: where another program wrote to it what the log does not know.
    """
    faults = [*doctor.file_faults(connection), *doctor.log_faults(connection)]
    if faults:
        raise UnusableError(
            f"{path} is damaged: {faults[0].rstrip('.')}; see `claimtrack --db {path} doctor`."
        )
    for found in doctor.differences(connection):
        raise RefusedError(
            f"The record of {found.label} in {path} is not what its log says; `claimtrack --db {path} doctor"
            " --adopt` logs it as it is."
        )
