"""Claims as CSV (RFC 4180): UTF-8, lines that end in LF, a header always."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from claimtrack.exchange.columns import CSV_COLUMNS, columns_of, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from claimtrack.model import Claim


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
