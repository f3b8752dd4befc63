"""Claims as CSV (RFC 4180): UTF-8, lines that end in LF, a header always."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from claimtrack.exchange.columns import CSV_COLUMNS, columns_of, speaker_record
from claimtrack.model.formula import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import IO


class _UnixLines:
    """Ends rows in LF; csv itself quotes CR and LF inside cells only where rows end in both."""

    def __init__(self, out: IO[str]) -> None:
        self._write = out.write

    def write(self, line: str) -> int:
        return self._write(line.removesuffix("\r\n") + "\n")


# Where speakers have rows of their own, two more columns tell these from claims.


OF_A_SPEAKER = ("record", "aliases")


def write(
    lines: Iterable[str], out: IO[str], *, raw: bool = False, fields: Sequence[str] = CSV_COLUMNS,
    speakers: Iterable[tuple[str, Sequence[str]]] | None = None, delimiter: str = ",", marked: bool = False,
) -> None:  # fmt: skip  # as short as the call
    """Writes a header and the line of each claim; `raw` leaves out the guard of speakers' names.

    Where `speakers` are given, each has a row after the claims, with its other names. A `marked` file begins with
    a byte order mark, by which spreadsheets know UTF-8.
    """
    if marked:
        out.write("\ufeff")
    writer = csv.writer(_UnixLines(out), delimiter=delimiter)
    names = columns_of(fields)
    writer.writerow(names if speakers is None else (*names, *OF_A_SPEAKER))
    end = "\n" if speakers is None else f"{delimiter * len(OF_A_SPEAKER)}\n"
    for line in lines:  # a spool looks at its size only between writes
        out.write(line + end)
    writer.writerows(speaker_row(speaker_record(*one), raw=raw) for one in speakers or ())


def speaker_row(record: Mapping[str, object], *, raw: bool) -> list[object]:
    """The cells of a speaker: most of them are those of claims, and empty."""
    name = str(record["speaker"])
    cells = {
        **record,
        "speaker": name if raw else guarded(name),
        "aliases": json.dumps(record["aliases"], ensure_ascii=False),
    }
    return [cells.get(column) for column in (*CSV_COLUMNS, *OF_A_SPEAKER)]
