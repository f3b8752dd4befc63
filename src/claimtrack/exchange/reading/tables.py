"""Claims read from CSV, as we write it or as a spreadsheet saved it: other delimiters, encodings, cases and orders."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from claimtrack.exchange.columns import CSV_COLUMNS, FORMS, OF_A_SOURCE
from claimtrack.exchange.csv_file import OF_A_SPEAKER
from claimtrack.exchange.foreign.cells import delimiter_of, read_table
from claimtrack.exchange.foreign.mapped import without_hint
from claimtrack.exchange.incoming import Fault, Row
from claimtrack.model.formula import unguarded
from claimtrack.model.record import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.exchange.foreign.raw import Raw
    from claimtrack.exchange.foreign.texts import Given

_SOURCE = {f"source_{column.name}": column.name for column in OF_A_SOURCE}
_KNOWN = frozenset((*CSV_COLUMNS, *OF_A_SPEAKER))
_JSON = frozenset(("appearances", "evidence", "verdicts", "aliases"))
_FREE = frozenset(name for name, form in FORMS.items() if form.free)
_TYPED = {name: form.read for name, form in FORMS.items() if form.read is not str and name not in _JSON}
_LISTS = frozenset(name for name, form in FORMS.items() if form.many) | {"aliases"}


def plain_name(header: str) -> str:
    """The name of the record that a header means, whatever its case and whether its words are parted by spaces."""
    name = re.sub(r"[\s_-]+", "_", header.strip()).casefold()
    return name if name in _KNOWN else header.strip()


def read(given: Given, *, raw: bool = False) -> Iterator[Row]:
    """The rows of a file, one at a time; `raw` reads text that was written as it is, with no guard to take off."""
    lines = without_hint(given.lines())
    header = next(lines, "")
    yield from read_rows(read_table(_from(header, lines), delimiter_of(header)), raw=raw)


def _from(header: str, lines: Iterable[str]) -> Iterator[str]:
    if header:
        yield header
    yield from lines


def read_rows(rows: Iterable[Raw], *, raw: bool = False) -> Iterator[Row]:
    """The rows of a table, whose cells are text, as records."""
    names: dict[str, str] = {}
    for one in rows:
        for header in one.values:
            if header not in names:
                names[header] = plain_name(header)
        yield _row(one, names, raw=raw)


def _row(one: Raw, names: dict[str, str], *, raw: bool) -> Row:
    record: dict[str, Any] = {}
    source: dict[str, Any] = {}
    rest: dict[str, str] = {}
    faults = [one.fault] if one.fault else []
    for header, cell in one.values.items():
        name = names[header]
        if name not in _KNOWN:
            if cell.strip():
                rest[name] = cell
            continue
        if not cell:
            value: Any = [] if name in _LISTS else None
        else:
            value = _value(name, cell if raw or name not in _FREE else unguarded(cell), faults)
        if name in _SOURCE:
            source[_SOURCE[name]] = value
        else:
            record[name] = value
    if source:
        record["source"] = source if any(source.values()) else None
    for name in PRIVATE:
        if not record.get(name):
            record.pop(name, None)  # withheld, or never there
    return Row(one.line, record, rest, tuple(faults))


def _value(name: str, cell: str, faults: list[Fault]) -> Any:
    """What a cell holds, as JSON has it; as it stands there where that is for whoever takes the row to judge."""
    if not (cell if name in _FREE else cell.strip()):
        return [] if name in _LISTS else None
    if name in _JSON:
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            faults.append(Fault(name, f"{cell[:60]!r} is not JSON"))
            return []
    if name in _TYPED:
        try:
            return _TYPED[name](cell)
        except (ValueError, KeyError):
            return cell
    return cell
