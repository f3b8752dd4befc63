"""Claims as CSV (RFC 4180): UTF-8, lines that end in LF, a header always."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError
from claimtrack.exchange.columns import CSV_COLUMNS, FORMS, FREE_TEXT, OF_A_SOURCE, columns_of, row, unguarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import IO

    from claimtrack.model import Claim

# A quotation may be longer than the 131,072 characters that csv takes; a C long is 32 bits on Windows.
LONGEST_CELL = 2**31 - 1
SOURCE_NAMES = tuple(f"source_{column.name}" for column in OF_A_SOURCE)


class _UnixLines:
    """Ends rows in LF; csv itself quotes CR and LF inside cells only where rows end in both."""

    def __init__(self, out: IO[str]) -> None:
        self._write = out.write

    def write(self, line: str) -> int:
        return self._write(line.removesuffix("\r\n") + "\n")


def write(
    claims: Iterable[Claim], out: IO[str], *, raw: bool = False, fields: Sequence[str] = CSV_COLUMNS
) -> None:
    """Writes a header and a row for each claim, one at a time; `raw` leaves out the guard of `row`."""
    writer = csv.writer(_UnixLines(out))
    names = columns_of(fields)
    writer.writerow(names)
    rows = (row(claim, raw=raw) for claim in claims)
    if names == CSV_COLUMNS:
        writer.writerows(rows)
        return
    places = [CSV_COLUMNS.index(name) for name in names]
    writer.writerows([cells[at] for at in places] for cells in rows)


def read(lines: Iterable[str], *, raw: bool = False) -> Iterator[dict[str, object]]:
    """The records in `lines`, one at a time, as `record` gives them; `raw` reads what was written `raw`.

    The names may be fewer than those of the record, in any order; a name that is not of the record is kept
    as text. The lines come from a file opened with `newline=""`, may start with a byte order mark, and may
    have semicolons or tabs for commas, as spreadsheets of many countries save them.

    Raises:
        UnreadableError: A row is not as long as the header, or a cell can't be what its column holds.
    """
    csv.field_size_limit(LONGEST_CELL)
    lines = iter(lines)
    header = next(lines, "").removeprefix("\ufeff")
    delimiter = max(",;\t", key=header.count)
    names = next(csv.reader([header], delimiter=delimiter), [])
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        for cells in rows:
            if cells:
                yield _record(names, cells, line=rows.line_num + 1, raw=raw)
    except csv.Error as error:
        raise UnreadableError(f"line {rows.line_num + 1} is not CSV: {error}") from error


def _record(names: list[str], cells: list[str], *, line: int, raw: bool) -> dict[str, object]:
    """One row as JSON has it."""
    if len(cells) != len(names):
        raise UnreadableError(f"line {line} has {len(cells)} cells where the header has {len(names)} names")
    values: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=True):
        try:
            values[name] = _value(name, cell, raw=raw)
        except (ValueError, TypeError, KeyError) as error:
            raise UnreadableError(f"line {line}: {name} can't be {cell[:60]!r}") from error
    return _with_source(values)


def _value(name: str, cell: str, *, raw: bool) -> object:
    """The value that `cell` holds in the column `name`."""
    form = FORMS.get(name, FREE_TEXT)
    if not cell:
        return [] if form.many else None
    return form.read(unguarded(cell) if form.free and not raw else cell)


def _with_source(values: Mapping[str, object]) -> dict[str, object]:
    """`values` with one object, or null, in place of the columns of the source."""
    source = {name.removeprefix("source_"): values[name] for name in SOURCE_NAMES if name in values}
    joined: dict[str, object] = {}
    for name, value in values.items():
        if name not in SOURCE_NAMES:
            joined[name] = value
        elif "source" not in joined:
            joined["source"] = source if any(each is not None for each in source.values()) else None
    return joined
