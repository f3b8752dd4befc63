"""Keeping the record: exporting it, copying it, and proving that it is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from claimtrack.errors import RefusedError, UnusableError
from claimtrack.exchange import FORMATS
from claimtrack.model import Filters
from claimtrack.store import claims, examine, find
from claimtrack.tracker import filtering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.store.database import Database

_IN_MEMORY_AT_MOST = 10_000_000
_SQLITE_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True)
class Examination:
    """What `doctor` found: faults, the head of the log's chain, and where an earlier head stands in it."""

    faults: tuple[str, ...]
    head: str
    entries: int
    differences: int = 0
    head_found_at: int | None = None


def export(
    db: Database, out: IO[str], filters: Filters | None = None, *, file_format: str = "csv", raw: bool = False
) -> int:
    """Writes the claims that meet the filters to `out`, and returns how many.

    All is written to a spool first: while a reader waits for a pipe, no other program may have to wait for it.
    """
    written = FORMATS[file_format]
    filters = filters or Filters()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY_AT_MOST, mode="w+", encoding="utf-8", newline="") as spool:
        with db.reading() as connection:
            conditions = filtering.conditions(connection, filters, today=db.today)
            order = filtering.order(filters)
            ids = find.ids(connection, conditions, sort=order, reverse=filters.reverse, limit=filters.limit)
            count = written.write(claims.records(connection, ids, today=db.today), spool, raw=raw)
        spool.seek(0)
        shutil.copyfileobj(spool, out)
    return count


@contextmanager
def replaced_whole(path: Path) -> Iterator[IO[str]]:
    """A file to write that takes the place of `path` only once it is whole; a pipe or device is written to.

    Raises:
        RefusedError: where `path` is a database.
        UnusableError: where it can't be written.
    """
    if is_database(path):
        raise RefusedError(f"{path} is a database; name another file to export to.")
    path = path.resolve()  # what a link points at is replaced, and the link stays
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as there:
                yield there
            return
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            newline="",
            dir=path.parent,
            prefix=f".{path.name}.",
            delete=False,
        ) as new:
            try:
                yield new
            except BaseException:
                Path(new.name).unlink()
                raise
        Path(new.name).chmod(path.stat().st_mode if path.exists() else _mode_of_a_new_file())
        Path(new.name).replace(path)
    except OSError as error:
        raise UnusableError(f"{path} can't be written: {(error.strerror or str(error)).lower()}.") from error


def _mode_of_a_new_file() -> int:
    """The permissions that the user's mask leaves; a temporary file has its owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def is_database(path: Path) -> bool:
    """Whether the file is an SQLite database."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE_HEADER)) == _SQLITE_HEADER


def backup(db: Database, path: Path) -> None:
    """Copies the database while others may write to it.

    Raises:
        RefusedError: where `path` is there already, or there is nothing to copy.
        UnusableError: where the copy can't be written.
    """
    if path.exists():
        raise RefusedError(f"{path} is there already; name a new file.")
    if not db.exists():
        raise RefusedError("There are no claims yet, so there is nothing to copy.")
    db.copy_to(path)


def examine_database(db: Database, *, head: str | None = None) -> Examination:
    """Looks for damage, a broken chain, and records that differ from the log; changes nothing.

    `head` is the hash of an earlier head of the log: one that is no longer in the chain is a fault.
    """
    with db.reading() as connection:
        faults = [*examine.file_faults(connection)]
        hashes = []
        for seq, hashed, follows in examine.heads(connection):
            hashes.append(hashed)
            if not follows:
                faults.append(f"Step {seq} of the log was changed since it was written.")
        faults += examine.derived_faults(connection)
        different = list(examine.differences(connection))
        faults += [
            f"The record of {found.label} is not what the log says; `claimtrack doctor --adopt` logs it as it is."
            for found in different
        ]
    faults += _full_text_faults(db)
    place = _place_of(head, hashes)
    if head and place is None:
        faults.append(f"{head} is no head that this log ever had.")
    return Examination(tuple(faults), hashes[-1] if hashes else "", len(hashes), len(different), place)


def _place_of(head: str | None, hashes: list[str]) -> int | None:
    if not head:
        return None
    return next((seq for seq, hashed in enumerate(hashes, 1) if hashed.startswith(head.casefold())), None)


def _full_text_faults(db: Database) -> list[str]:
    if not db.exists():
        return []
    fault = None
    with (
        suppress(UnusableError),
        db.step("examine") as step,
    ):  # a file that can't be written is still examined
        fault = examine.full_text_fault(step.connection)
    return [fault] if fault else []


def adopt(db: Database) -> int:
    """Logs what another program wrote to the file, as from outside; how many things differed.

    Raises:
        RefusedError: where things that the log knows are gone.
    """
    with db.step("adopt") as step:
        return examine.adopt(step)
