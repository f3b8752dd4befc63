"""Claims as a workbook of Excel: every text as text, so that nothing in it runs and no date is rewritten."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimtrack.errors import RefusedError
from claimtrack.exchange.columns import CSV_COLUMNS, row, speaker_record
from claimtrack.exchange.csv_file import OF_A_SPEAKER, speaker_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import IO

    from claimtrack.exchange.foreign.raw import Raw
    from claimtrack.model import Claim

LONGEST = 32_767  # characters that a cell of Excel holds


def library() -> Any:
    """Openpyxl.

    Raises:
        RefusedError: where it is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415  # an extra, and it takes long to load
    except ModuleNotFoundError as error:
        raise RefusedError(
            "A workbook needs openpyxl; install it with `pip install 'claimtrack[excel]'`."
        ) from error
    return openpyxl


def write(
    claims: Iterable[Claim], path: Path, *, speakers: Iterable[tuple[str, Sequence[str]]] | None = None
) -> None:
    """Writes a workbook with a sheet of claims, one at a time, in the columns of CSV.

    Where `speakers` are given, each has a row after the claims, with its other names.

    Raises:
        RefusedError: where openpyxl is not installed, or a text is longer than a cell may be.
    """
    book = library().Workbook(write_only=True)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # see `library`

    with _temporary_files_beside(path):
        sheet = book.create_sheet("claims")
        sheet.freeze_panes = "A2"
        names = CSV_COLUMNS if speakers is None else (*CSV_COLUMNS, *OF_A_SPEAKER)
        sheet.append(names)

        def append(what: str, values: Sequence[Any]) -> None:
            cells = []
            for name, value in zip(names, values, strict=False):
                if isinstance(value, str) and len(value) > LONGEST:
                    raise RefusedError(
                        f"{name} of {what} is longer than a cell of Excel may be; export to CSV."
                    )
                cell = WriteOnlyCell(sheet, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # no formula, whatever it starts with
                cells.append(cell)
            sheet.append(cells)

        for claim in claims:
            append(f"claim {claim.id}", row(claim, raw=True))
        for one in speakers or ():
            append(f"speaker {one[0]}", speaker_row(speaker_record(*one), raw=True))
        book.save(path)


@contextmanager
def _temporary_files_beside(path: Path) -> Iterator[None]:
    """Has openpyxl begin its files where they go with the workbook; it leaves those that it can't end.

    Raises:
        OSError: where they can't be written, which lxml says in its own way.
    """
    before, tempfile.tempdir = tempfile.tempdir, str(path.parent)
    try:
        yield
    except Exception as error:
        if not (said := str(error)).startswith("IO_"):
            raise
        number = getattr(errno, said.removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error
    finally:
        tempfile.tempdir = before


def read(file: IO[bytes]) -> Iterator[Raw]:
    """The rows of the first sheet of a workbook, each value as the text of a cell of CSV.

    Raises:
        RefusedError: where openpyxl is not installed.
    """
    from claimtrack.exchange.foreign.raw import Raw  # noqa: PLC0415  # writing needs no reader

    book = library().load_workbook(file, read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    names = [_text(cell).strip() for cell in next(rows, ())]
    for line, cells in enumerate(rows, 2):
        values = {name: _text(cell) for name, cell in zip(names, cells, strict=False) if name}
        if any(values.values()):
            yield Raw(line, values)


def is_one(file: IO[bytes]) -> bool:
    """Whether a zip is a workbook of Excel."""
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415  # few files are one

    try:
        with file, ZipFile(file) as zipped:
            return "xl/workbook.xml" in zipped.namelist()
    except BadZipFile:
        return False


def _text(value: Any) -> str:
    """What a cell holds, as text: a day without a time is its date."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)  # a date and midnight too, which readers take for the day
