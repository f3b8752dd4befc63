"""Tables of other programs: cells with or without quotation marks, whose rows may be broken."""

from __future__ import annotations

import csv
from itertools import chain
from typing import TYPE_CHECKING, Literal

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.raw import Raw
from claimtrack.exchange.incoming import Fault
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DELIMITERS = ",;\t|"
# A quotation may be longer than the 131,072 characters that csv takes; a C long is 32 bits on Windows.
_LONGEST = 2**31 - 1


class _Lines:
    """Lines one at a time, with their number; those of a broken row can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.number = 0
        self.taken: list[str] = []  # since the last mark

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self.taken.append(line)
        return line

    def put_back_all_but_one(self) -> None:
        """Goes back to the line after the first that was taken since the last mark."""
        back = self.taken[1:]
        self._lines = chain(back, self._lines)
        self.number -= len(back)


def read_cells(
    lines: Iterable[str], delimiter: str, *, quoting: bool = True
) -> Iterator[tuple[int, list[str] | str]]:
    """The cells of each row with the line it starts on, or what is wrong in the place of the cells.

    A quotation mark that is never closed costs its own line only: reading goes on with the next.
    """
    csv.field_size_limit(_LONGEST)
    marks: Literal[0, 3] = csv.QUOTE_MINIMAL if quoting else csv.QUOTE_NONE
    source = _Lines(lines)
    reader = csv.reader(source, delimiter=delimiter, strict=True, quoting=marks)
    while True:
        source.taken.clear()
        start = source.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            open_ended = "unexpected end" in str(error)
            yield start, "has a quotation mark that is never closed" if open_ended else f"is not CSV: {error}"
            source.put_back_all_but_one()
            reader = csv.reader(
                source, delimiter=delimiter, strict=True, quoting=marks
            )  # one that forgot the row
            continue
        if any(cell.strip() for cell in cells):
            yield start, cells


def read_table(
    lines: Iterable[str],
    delimiter: str,
    *,
    columns: Sequence[str] = (),
    quoting: bool = True,
    ragged: bool = False,
) -> Iterator[Raw]:
    """The rows of a table under the names of its header, or under `columns` where it has none.

    A row that is longer or shorter than the header is a fault, unless `ragged`.
    """
    names = list(columns)
    for line, cells in read_cells(lines, delimiter, quoting=quoting):
        if isinstance(cells, str):
            if not names:
                raise UnreadableError(f"Line {line}, the header, can't be read: it {cells}.")
            yield Raw(line, {}, Fault("", cells))
        elif not names or (line == 1 and columns and _same(cells, columns)):
            names = _names(cells)
        elif len(cells) != len(names) and not ragged and not _only_empty_beyond(cells, names):
            yield Raw(line, dict(zip(names, cells, strict=False)), Fault("", _ragged(cells, names)))
        else:
            yield Raw(line, dict(zip(names, cells, strict=False)))


def _names(cells: Sequence[str]) -> list[str]:
    """The names of a header; one that stands there again is told apart by its number."""
    names: list[str] = []
    for place, cell in enumerate(cells, 1):
        name = cell.strip() or f"column {place}"
        names.append(f"{name} ({place})" if name in names else name)
    return names


def _same(cells: Sequence[str], names: Sequence[str]) -> bool:
    return [cell.strip().casefold() for cell in cells] == [name.casefold() for name in names]


def _only_empty_beyond(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row is only longer by empty cells, as spreadsheets leave them."""
    return len(cells) > len(names) and not any(cell.strip() for cell in cells[len(names) :])


def _ragged(cells: Sequence[str], names: Sequence[str]) -> str:
    return f"has {counted(len(cells), 'cell')} where the header has {counted(len(names), 'name')}"


def delimiter_of(header: str) -> str:
    """What parts the names of a header: what stands most often in it, outside quotation marks."""
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count)
