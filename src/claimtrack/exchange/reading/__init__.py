"""Files of claims read row by row: every format by its name, and which one a file is in, told by what is in it.

Ours have no need of what a foreign format asks besides the file: in which zone its times are, and whose its claims
are that name nobody.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.exchange import workbook
from claimtrack.exchange.foreign import files
from claimtrack.exchange.foreign.documents import read_json
from claimtrack.exchange.reading import documents, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.exchange.foreign.days import Days
    from claimtrack.exchange.foreign.texts import Given
    from claimtrack.exchange.incoming import Row

_SQLITE = b"SQLite format 3\0"


class Reader(NamedTuple):
    """One format that can be read: its name, what it is, and its rows in a file."""

    name: str
    title: str
    read: Callable[[Given, Days, str | None], Iterator[Row]]


def _own(name: str, title: str, rows: Callable[[Given], Iterator[Row]]) -> Reader:
    return Reader(name, title, lambda given, _, speaker: _of(speaker, rows(given)))


def _of(speaker: str | None, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, those that name nobody as claims of the speaker."""
    for row in rows:
        nobody = speaker and "record" not in row.record and not row.record.get("speaker")
        yield row._replace(record={**row.record, "speaker": speaker}) if nobody else row


def _workbook(given: Given) -> Iterator[Row]:
    with given.opened() as file:
        yield from tables.read_rows(workbook.read(file), raw=True)


OWN = {
    reader.name: reader
    for reader in (
        _own("csv", "claimtrack, CSV as exported or as a spreadsheet saved it", tables.read),
        _own("csv-raw", "claimtrack, CSV of export --raw", partial(tables.read, raw=True)),
        _own("xlsx", "claimtrack, a workbook of Excel", _workbook),
        _own("jsonl", "claimtrack, JSON Lines", documents.read_lines),
        _own("json", "claimtrack, JSON", documents.read_list),
    )
}


def own_reader(given: Given, named: str | None = None) -> Reader | None:
    """Our format that was named, else the one that the file is in, by what is in it; null where it is another's.

    Columns such as speaker and text make a file ours where no foreign format has it; ours is sure by the uid.
    """
    if named is not None:
        return OWN.get(named)
    if given.is_zip:
        return OWN["xlsx"] if workbook.is_one(given.opened()) else None
    content, names = files.content_and_names(given)
    ours = {tables.plain_name(name) for name in names}
    own = OWN.get({"table": "csv"}.get(content, content))
    if own is None or {"uid", "speaker", "text"} <= ours or {"record", "aliases"} <= ours:
        return own
    return own if {"speaker", "text"} <= ours and files.told(given) is None else None


def unknown(given: Given) -> UnreadableError:
    """That a file is in no format that is known, with what to do; of a database, or broken JSON, that it is one.

    Raises:
        UnreadableError: It begins as JSON, and is none.
    """
    if given.start.startswith(_SQLITE):
        return UnreadableError(
            f"{given.name} is a database; `claimtrack merge` takes in another person's, and `sqlite-utils rows"
            " --csv` makes a file of a table."
        )
    if given.head.lstrip()[:1] in ("{", "["):
        read_json(given.text())
    return UnreadableError(
        f"{given.name} is in no format that is known; it needs columns such as speaker and text. Name one with"
        " --format (`claimtrack import --formats` lists them), or say with --map which column is which field."
    )
