"""Writing claims to files and pipes."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Protocol

from claimtrack.errors import RefusedError, UnreadableError, UnusableError, why
from claimtrack.exchange import CSV, FORMATS, Written
from claimtrack.exchange.columns import CSV_COLUMNS, JSON_COLUMNS, columns_of
from claimtrack.model import Filters
from claimtrack.model.record import PRIVATE
from claimtrack.store import claims, speakers
from claimtrack.store.lines import csv_line, json_line, lines_of, private_in
from claimtrack.store.search import ids_of
from claimtrack.tracker.input.filters import as_found, conditions_of, order_of
from claimtrack.whole_file import taking_the_place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database

PRIVATE_IN_IT = "Private notes are in it: it is for keeping, not for publishing."
_IN_MEMORY_AT_MOST = 10_000_000
_SQLITE_HEADER = b"SQLite format 3\0"


class Writes(Protocol):
    """Where text goes: a stream, or standard output by way of what keeps a terminal safe."""

    def write(self, text: str, /) -> object:
        """Takes the next part."""


def export(
    db: Database, out: Writes, filters: Filters | None = None, *, file_format: str = "csv", raw: bool = False,
    fields: Sequence[str] | None = None, private: bool = False, excel: bool = False, semicolons: bool = False,
) -> Written:  # fmt: skip  # as short as the call
    """Writes the claims that meet the filters to `out`; how many, and with or without how many private notes.

    What is private is written with `private`, and to JSON Lines, which are for keeping; then that is told.

    `fields` are names of the record, where not all of them are wanted. With `excel` CSV begins with the mark by which
    spreadsheets know UTF-8 and, with `semicolons`, has these for commas, as those of many countries want it.

    Raises:
        UnreadableError: where the format has no room for single fields.
    """
    form = FORMATS[file_format]
    if excel and form.line != CSV:
        raise UnreadableError("--excel is for CSV; a workbook is written by --format xlsx.")
    if fields and not form.line:
        raise UnreadableError(f"The format {form.name} has no single fields; leave out --fields.")
    open_ = private or form.keeps
    with spooled(out) as spool, db.reading() as connection:
        filters, ids = met(db, connection, filters)
        if not form.line:
            return form.write(claims.records(connection, ids, today=db.today), spool) or Written(0, 0, 0)
        if form.line == CSV:
            delimiter = ";" if semicolons else ","
            line = csv_line(columns_of(fields or CSV_COLUMNS), raw=raw, delimiter=delimiter)
            besides: dict[str, Any] = {
                "fields": fields or CSV_COLUMNS,
                "raw": raw,
                "marked": excel,
                "delimiter": delimiter,
            }
        else:
            line, besides = json_line(fields or JSON_COLUMNS), {}
        if form.whole and open_ and not fields:
            besides["speakers"] = people(connection, filters, ids)
        form.write(lines_of(connection, ids, line, today=db.today, private=open_), spool, **besides)
        told = not fields or set(fields) & set(PRIVATE)
        secret = private_in(connection, ids) if told else 0
    if secret and open_:
        db.tell(PRIVATE_IN_IT)
    return Written(len(ids), secret if open_ else 0, 0 if open_ else secret)


@contextmanager
def spooled(out: Writes) -> Iterator[IO[str]]:
    """A place to write text that goes to `out` when all of it is there.

    While a reader waits for a pipe, no other program may have to wait for it.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY_AT_MOST, mode="w+", encoding="utf-8", newline="") as spool:
        yield spool
        spool.seek(0)
        shutil.copyfileobj(spool, out)


def met(db: Database, connection: Connection, filters: Filters | None) -> tuple[Filters, list[int]]:
    """The filters as they found something, and the ids of the claims that meet them, in order and up to the limit."""
    filters = as_found(db, connection, filters or Filters())
    conditions = conditions_of(connection, filters, today=db.today)
    order = order_of(filters)
    return filters, ids_of(connection, conditions, sort=order, reverse=filters.reverse, limit=filters.limit)


def people(connection: Connection, filters: Filters, ids: list[int]) -> list[tuple[str, tuple[str, ...]]]:
    """The speakers whom the claims do not tell whole: of all, or where filters leave some out, of those claims."""
    everything = filters._replace(sort=None, reverse=False) == Filters()
    return speakers.to_be_kept(connection, None if everything else ids)


@contextmanager
def replaced_whole(path: Path) -> Iterator[IO[str]]:
    """A file to write that takes the place of `path` only once it is whole; a pipe or device is written to.

    Raises:
        RefusedError: where `path` is a database.
        UnusableError: where it can't be written.
    """
    if is_database(path):
        raise RefusedError(f"{path} is a database; name another file to export to.")
    if path.exists() and not path.is_file():
        try:
            with path.open("w", encoding="utf-8", newline="") as there:
                yield there
        except OSError as error:
            raise UnusableError(f"{path} can't be written: {why(error)}.") from error
        return
    with taking_the_place_of(path) as new, new.open("w", encoding="utf-8", newline="") as out:
        yield out


def is_database(path: Path) -> bool:
    """Whether the file is an SQLite database."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE_HEADER)) == _SQLITE_HEADER
