"""The database as the application sees it: a place to read from, and to change one command at a time."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from copy import copy
from typing import TYPE_CHECKING, Self

from claimtrack.errors import RefusedError, UnusableError
from claimtrack.store.connection import (
    BUSY_SECONDS,
    connect,
    damage_errors,
    file_errors,
    glance,
    in_memory,
    schema_version,
    sqlite_errors,
    stamped,
)
from claimtrack.store.schema import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from claimtrack.store.step import Step


_TO_SETTLE = 1000  # milliseconds: whoever reads for longer is told of


class Database:
    """One file, with the clock, the randomness and the person that its changes are made with.

    `today` is the date that deadlines are compared with; `clock` stamps the log. `named` says that the user
    asked for this very file, so that reading one that is not there is an error; `past`, that this is how the
    record stood on an earlier day.
    """

    def __init__(
        self, path: Path, today: date, clock: Callable[[], datetime], entropy: Callable[[int], bytes], *,
        who: str | None, named: bool, tell: Callable[[str], None],
    ) -> None:  # fmt: skip  # as short as the call
        self.path = path
        self.today = today
        self.clock = clock
        self.entropy = entropy
        self.who = who
        self.named = named
        self.tell = tell
        self.past = False
        self.wrote: int | None = None  # the number of the last step, where it changed anything
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def exists(self) -> bool:
        """Whether there is anything to read: an empty file is new.

        Raises:
            UnusableError: where that can't be seen, or is a pipe, a device or a socket.
        """
        with file_errors(self.path):
            if not self.path.exists():
                return False
            if not (self.path.is_file() or self.path.is_dir()):
                raise UnusableError(
                    f"{self.path} is no file, but a pipe or a device; name another with --db."
                )
            return self.path.stat().st_size > 0

    @contextmanager
    def reading(self, *, to_write: bool = False) -> Iterator[sqlite3.Connection]:
        """One consistent view of the file; of nothing, where none is there and none was named, or it is `to_write`.

        Raises:
            UnusableError: where the file can't be opened.
        """
        if self._connection is None and not self.exists():
            if self.named and not to_write and not self.path.exists():
                raise UnusableError(
                    f"There is no file {self.path}; check --db, or create it with `claimtrack add`."
                )
            with sqlite_errors(self.path), self._nothing() as connection:
                yield connection
            return
        connection = self._connection or self._open_to_read()
        with sqlite_errors(self.path), damage_errors(connection, self.path):
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("COMMIT")

    @contextmanager
    def glancing(self) -> Iterator[sqlite3.Connection]:
        """The file as it is, where it can be read at once and as it is; nothing is written, migrated or waited for.

        Raises:
            UnusableError: where it can't.
        """
        with closing(glance(self.path)) as connection, sqlite_errors(self.path):
            yield connection

    def _open_to_read(self) -> sqlite3.Connection:
        self._connection = connect(self.path)
        with sqlite_errors(self.path):
            self._migrate_if_due(self._connection)
            self._connection.execute("PRAGMA query_only = ON")
        return self._connection

    @contextmanager
    def _nothing(self) -> Iterator[sqlite3.Connection]:
        """What there is to read where nothing is there."""
        from claimtrack.store.schema import second_half  # noqa: PLC0415  # only where there is no file

        with closing(in_memory()) as connection:
            second_half.make_all(connection)
            yield connection

    def _migrate_if_due(self, connection: sqlite3.Connection) -> None:
        if schema_version(connection) in (
            0,
            tables.version(),
        ):  # a new file gets its schema with its first step
            return
        from claimtrack.store.schema.migrations import migrate  # noqa: PLC0415  # sqlite-utils takes 70 ms to import

        if copy := migrate(connection, self.path):
            self.tell(f"Brought {self.path} to version {tables.version()}; {copy} is the file as it was.")

    def _open_to_write(self, *, create: bool, as_it_is: bool = False) -> sqlite3.Connection:
        if self._connection is None:
            new = not self.exists()
            if new and not create:
                raise RefusedError("There are no claims yet; record one with `claimtrack add`.")
            if new:
                with file_errors(self.path):
                    self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = connect(self.path, create=create, unstamped=as_it_is)
            with sqlite_errors(self.path):
                if as_it_is and not new:
                    self._stamp_if_lost(self._connection)
                self._migrate_if_due(self._connection)
        self._connection.execute("PRAGMA query_only = OFF")
        return self._connection

    def _stamp_if_lost(self, connection: sqlite3.Connection) -> None:
        if stamped(connection):
            return
        from claimtrack.store.schema.migrations import stamp  # noqa: PLC0415  # sqlite-utils takes 70 ms to import

        stamp(connection)
        self.tell(f"Stamped {self.path} as claimtrack's, of version {schema_version(connection)}.")

    def settle(self) -> bool:
        """Puts into the file what waits beside it in WAL mode, and empties that; whether nobody is in the way."""
        if self._connection is None:
            return True
        with sqlite_errors(self.path):
            self._connection.execute(f"PRAGMA busy_timeout = {_TO_SETTLE}")
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        return not busy

    def copy_to(self, path: Path) -> None:
        """Copies the file while others may write to it.

        Raises:
            UnusableError: where the copy can't be written.
        """
        from claimtrack.whole_file import taking_the_place_of  # noqa: PLC0415  # most commands copy nothing

        with (
            self.reading() as connection, taking_the_place_of(path, at_most=self.path.stat().st_mode) as new,
            sqlite_errors(path), closing(sqlite3.connect(new)) as copy,
        ):  # fmt: skip  # as short as what it says
            connection.backup(copy)

    def as_of(self, day: date) -> Database:
        """The record as it stood at the end of `day`, and compared with that day; to be read only."""
        from claimtrack.store.log.as_of import rewound  # noqa: PLC0415  # few commands look back

        try:
            with self.reading() as connection:
                then = rewound(connection, day)
        finally:
            self.close()
        past = copy(self)
        past.today, past.past, past._connection = day, True, then  # noqa: SLF001  # its own
        return past

    @contextmanager
    def step(self, verb: str, *, create: bool = False, as_it_is: bool = False) -> Iterator[Step]:
        """One command's writing, under the write lock from the start: all of it is kept, or nothing.

        With `as_it_is` also to a file whose schema another program changed, without its foreign keys.

        Raises:
            RefusedError: where the record does not allow it, or there is no file and `create` is not set.
            UnusableError: where the file can't be written, or its schema is not what this version makes.
        """
        from claimtrack.store.schema import intact  # noqa: PLC0415  # what only reads checks no rules
        from claimtrack.store.step import Step  # noqa: PLC0415  # reading writes no log

        if self.past:
            raise RefusedError("An earlier day can be read, not written to.")
        connection = self._open_to_write(create=create, as_it_is=as_it_is)
        with sqlite_errors(self.path), damage_errors(connection, self.path):
            connection.execute(f"PRAGMA foreign_keys = {'OFF' if as_it_is else 'ON'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                new = self._begin_if_new(connection)
                if not as_it_is:
                    intact.check(connection, self.path)
                step = Step(
                    connection, verb, who=self.who, now=self.clock(), place=self.path.parent, today=self.today,
                    entropy=self.entropy,
                )  # fmt: skip  # as short as the call
                yield step
                step.finish()
                connection.execute("COMMIT")
                self.wrote = step.seq
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if not schema_version(connection):
                    self.close()  # a file that stayed new is looked at afresh
                raise
        for note in ([f"Created {self.path}"] if new else []) + step.notes:
            self.tell(note)

    def _begin_if_new(self, connection: sqlite3.Connection) -> bool:
        """Writes the schema to a new file, in the transaction of its first step; whether the file was new."""
        if schema_version(connection):
            return False
        from claimtrack.store.schema.migrations import apply  # noqa: PLC0415  # sqlite-utils takes 70 ms to import

        apply(connection)
        return True
