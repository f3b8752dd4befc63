"""Opening the one SQLite file: only ours, never a newer one, and never created by a read."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from claimtrack.errors import ClaimtrackError, RefusedError, UnreadableError, UnusableError, why
from claimtrack.model.text import begins
from claimtrack.store.schema import tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x434C4D54  # "CLMT"
OLDEST_SQLITE = (3, 37, 0)  # STRICT tables came with it
BUSY_SECONDS = 30.0
GLANCE_SECONDS = 0.2  # a person waits for the answer to a key
Connection = sqlite3.Connection
_DAMAGED = sqlite3.DatabaseError("malformed")
# What comes of reading a record that no program of ours wrote.
ASTRAY = (TypeError, ValueError, AttributeError, LookupError, AssertionError)

_ADVICE = {
    "locked": "another program is writing to it; try again in a moment",
    "readonly": "it can't be written to; copy it to a folder of your own",
    "read-only": "it can't be written to; copy it to a folder of your own",
    "unable to open": "the file or its folder can't be opened; check the path and its permissions",
    "not a database": "it is not an SQLite file; name another with --db",
    "malformed": "it is damaged; run `claimtrack doctor`, and go back to a copy",
    "full": "the disk is full; make room and try again",
}


def unusable(path: Path | None, error: sqlite3.Error) -> UnusableError:
    """SQLite's complaint in one sentence, with what to do where that is known."""
    said = str(error).rstrip(".")
    advice = next((advice for words, advice in _ADVICE.items() if words in said), said)
    return UnusableError(f"{path or 'the database'} can't be used: {advice}.")


@contextmanager
def sqlite_errors(path: Path | None) -> Iterator[None]:
    """Turns what SQLite raises into errors of ours: a broken rule is refused, the rest is unusable."""
    try:
        yield
    except (
        UnicodeEncodeError
    ) as error:  # bytes of the command line that are no UTF-8 arrive as lone surrogates
        raise UnreadableError("What was given holds bytes that are no text; type it again.") from error
    except UnicodeDecodeError as error:  # SQLite's message quotes a schema that was damaged
        raise unusable(path, _DAMAGED) from error
    except OverflowError as error:
        raise UnreadableError("What was given holds a number that is too large.") from error
    except sqlite3.IntegrityError as error:
        raise RefusedError(f"The record does not allow this: {error}.") from error
    except sqlite3.Error as error:
        raise unusable(path, error) from error


@contextmanager
def damage_errors(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Where something is read that no record can hold, such as a null, says that the file is damaged, if it is."""
    try:
        yield
    except ASTRAY as error:
        if is_damaged(connection):
            raise unusable(path, _DAMAGED) from error
        raise


def damage(path: Path) -> UnusableError | None:
    """What to say of the file where it is damaged; null where it is whole, or can't be looked at."""
    try:
        with closing(connect(path)) as connection:
            return unusable(path, _DAMAGED) if is_damaged(connection) else None
    except UnusableError:
        return None


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds something in the file that its own rules forbid; it reads all of it."""
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.Error:
        return True


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turns what the operating system raises into an error of ours."""
    try:
        yield
    except OSError as error:
        raise UnusableError(f"{path} can't be used: {why(error)}.") from error


def connect(path: Path, *, create: bool = False, unstamped: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode to a file of ours; with `unstamped` also to one that lost its stamp.

    `mode=rw` even for reading, so that what a killed write left is rolled back; a file that can only be read
    is opened for reading by SQLite itself.

    Raises:
        UnusableError: where the file can't be opened, is not ours, or was made by a newer version.
    """
    check_sqlite(sqlite3.sqlite_version_info)
    if create:
        _make_private(path)
    with sqlite_errors(path):
        connection = _opened(_uri(path, "rw"), timeout=BUSY_SECONDS)
        try:
            check_ours(connection, path, unstamped=unstamped)
        except (sqlite3.Error, ClaimtrackError):
            connection.close()
            raise
    return connection


def _make_private(path: Path) -> None:
    """Makes an empty file, where there is none, for its owner alone, whatever the umask."""
    from claimtrack.whole_file import PRIVATE  # noqa: PLC0415  # a file is made once

    with file_errors(path), suppress(FileExistsError):
        there = path.resolve()  # where a link points
        there.touch(mode=PRIVATE, exist_ok=False)
        there.chmod(PRIVATE)


def glance(path: Path) -> sqlite3.Connection:
    """A connection that only reads, waits for nobody, and changes nothing on the disk.

    Raises:
        UnusableError: where the file can't be read so, is not ours, or is not of this version.
    """
    with sqlite_errors(path):
        connection = _opened(_uri(path, "ro"), timeout=GLANCE_SECONDS)
        try:
            if (schema_version(connection), _application(connection)) != (tables.version(), APPLICATION_ID):
                raise UnusableError(f"{path} is not a database of this version.")
        except (sqlite3.Error, ClaimtrackError):
            connection.close()
            raise
    return connection


def _uri(path: Path, mode: str) -> str:
    """The address by which SQLite opens the file, whatever signs are in its name."""
    return f"{path.absolute().as_uri()}?mode={mode}"


def in_memory() -> sqlite3.Connection:
    """An empty connection that no file stands behind."""
    return _opened(":memory:", timeout=0)


def unnamed() -> sqlite3.Connection:
    """An empty connection to a file without a name, which goes with it; what fits in a small cache stays in memory."""
    connection = _opened("", timeout=0)
    connection.execute("PRAGMA journal_mode = OFF")  # where it fails half-way it goes
    return connection


def check_sqlite(version: tuple[int, int, int]) -> None:
    """Sees that SQLite can hold the record.

    Raises:
        UnusableError: where it knows no STRICT tables, as the one of RHEL 9.
    """
    if version < OLDEST_SQLITE:
        here, needed = (".".join(map(str, one)) for one in (version, OLDEST_SQLITE[:2]))
        raise UnusableError(
            f"This Python comes with SQLite {here}; claimtrack needs {needed}: run it with a newer Python."
        )


def _opened(uri: str, *, timeout: float) -> sqlite3.Connection:
    check_sqlite(sqlite3.sqlite_version_info)
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout)
    try:
        _prepare(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.create_function("fold", 1, lambda text: text and text.casefold(), deterministic=True)
    connection.create_function("begins", 2, begins, deterministic=True)


def check_ours(connection: sqlite3.Connection, path: Path, *, unstamped: bool = False) -> None:
    """Sees that a file is one of ours, of no newer version, or empty.

    Raises:
        UnusableError: where it is not.
    """
    application_id = _application(connection)
    version = schema_version(connection)
    if application_id in (0, APPLICATION_ID) and not stamped(connection):
        there = version or connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        if there and not (unstamped and made_to_version(connection)):
            raise UnusableError(_unstamped(connection, path))
    elif application_id != APPLICATION_ID:
        raise UnusableError(f"{path} is another program's database; name another file with --db.")
    elif version > tables.version():
        raise UnusableError(f"{path} was made by a newer claimtrack; update this one to open it.")


def stamped(connection: sqlite3.Connection) -> bool:
    """Whether the file says that it is one of ours, and of which version; a dump that was read in again does not."""
    return _application(connection) == APPLICATION_ID and schema_version(connection) > 0


def made_to_version(connection: sqlite3.Connection) -> int:
    """The number of the newest migration that was run on the file, by the account of them; 0 where there is none."""
    try:
        found = connection.execute(
            "SELECT max(CAST(name AS INTEGER)) FROM _sqlite_migrations WHERE migration_set = 'claimtrack'"
        ).fetchone()
        connection.execute("SELECT 1 FROM claim, change LIMIT 1")
    except sqlite3.OperationalError:  # no such table
        return 0
    return int(found[0] or 0)


def _unstamped(connection: sqlite3.Connection, path: Path) -> str:
    if not made_to_version(connection):
        return f"{path} holds another program's tables; name another file with --db."
    return (
        f"{path} is a claimtrack database without its stamp, as a dump that was read in again leaves it;"
        " `claimtrack doctor --repair` stamps it."
    )


def _application(connection: sqlite3.Connection) -> int:
    application_id: int = connection.execute("PRAGMA application_id").fetchone()[0]
    return application_id


def schema_version(connection: sqlite3.Connection) -> int:
    """The number of the newest migration that the file has had; 0 for one that is new."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
