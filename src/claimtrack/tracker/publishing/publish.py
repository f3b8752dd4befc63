"""Claims in a format for publishing: text, a database of their own, or a folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import RefusedError
from claimtrack.exchange.private import has_private, public
from claimtrack.exchange.published import PARQUET, PUBLISHED, SITE, WORKBOOK
from claimtrack.model.report import Judged, Publication
from claimtrack.store import claims, speakers, verdicts
from claimtrack.store.connection import sqlite_errors
from claimtrack.tracker.export import PRIVATE_IN_IT, Writes, is_database, met, people, replaced_whole, spooled
from claimtrack.whole_file import room, taking_the_place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimtrack.model import Filters
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database


class Published(NamedTuple):
    """How many claims were met, how many of them have no place in the format, by why, and the notes left out."""

    claims: int
    left_out: dict[str, int]
    withheld: int = 0


def publish(
    db: Database,
    out: Writes,
    filters: Filters | None = None,
    *,
    file_format: str,
    publication: Publication,
) -> Published:
    """Writes the claims that meet the filters to `out`, in a format of text.

    Raises:
        UnreadableError: where the format needs more said of the publication.
    """
    form = PUBLISHED[file_format]
    assert form.write  # noqa: S101  # `publish_whole` makes the others
    with (
        spooled(out) as spool,
        _found(db, filters, private=publication.private, judged=form.judged) as found,
    ):
        left_out = form.write(found, spool, publication)
    return found.published(left_out)


def publish_whole(
    db: Database, path: Path, filters: Filters | None = None, *, file_format: str, publication: Publication
) -> Published:
    """Makes a database with metadata.yaml beside it, a folder of Parquet or a workbook, in the place of an older one.

    Raises:
        RefusedError: where something else is there, or what the format needs is not installed.
        UnusableError: where it can't be written.
    """
    make = {SITE: _site, PARQUET: _parquet, WORKBOOK: _workbook}[file_format]
    return make(db, path, filters, publication)


class _Found:
    """The claims that meet filters with their verdicts, one at a time, and how many there were, and private notes."""

    def __init__(
        self, connection: Connection, db: Database, ids: list[int], *, private: bool, judged: bool
    ) -> None:
        self._connection, self._db, self._ids = connection, db, ids
        self._private, self._judged = private, judged
        self.count = self._notes = 0

    def __iter__(self) -> Iterator[Judged]:
        with sqlite_errors(self._db.path):  # and not of the file that is being made
            for claim in claims.records(self._connection, self._ids, today=self._db.today):
                self.count += 1
                self._notes += has_private(claim)
                shown = claim if self._private else public(claim)
                yield Judged(shown, verdicts.verdicts(self._connection, claim.id) if self._judged else ())

    def published(self, left_out: dict[str, int]) -> Published:
        """What became of them, once all were written; what is private is told of."""
        if self._private and self._notes:
            self._db.tell(PRIVATE_IN_IT)
        return Published(self.count, left_out, 0 if self._private else self._notes)


@contextmanager
def _found(
    db: Database, filters: Filters | None, *, private: bool = False, judged: bool = False
) -> Iterator[_Found]:
    """What meets the filters, within one reading; where it is `judged`, with every act of judging."""
    with db.reading() as connection:
        _, ids = met(db, connection, filters)
        yield _Found(connection, db, ids, private=private, judged=judged)


def publish_into(db: Database, path: Path, filters: Filters | None = None) -> int:
    """Puts the present record into a published database that is being read; how many claims."""
    from claimtrack.exchange import site_db  # noqa: PLC0415  # most publishing is of text

    with room() as folder:
        new = folder / path.name
        count = _written_site(db, new, filters, named=path)
        site_db.copy_into(new, path)
    return count


def _site(db: Database, path: Path, filters: Filters | None, publication: Publication) -> Published:
    from claimtrack.exchange import datasette_metadata, site_db  # noqa: PLC0415  # most publishing is of text

    if path.exists() and not (is_database(path) and site_db.is_one(path)):
        raise RefusedError(f"{path} is there already, and was not made for publishing; name another file.")
    with taking_the_place_of(path) as new:
        count = _written_site(db, new, filters, named=path)
    words = datasette_metadata.metadata(
        path.stem,
        title=publication.title or "Claims",
        as_of=db.today.isoformat(),
        licence=publication.licence,
    )
    with replaced_whole(path.with_name("metadata.yaml")) as out:
        out.write(words)
    return Published(count, {})


def _written_site(db: Database, path: Path, filters: Filters | None, *, named: Path) -> int:
    from claimtrack.exchange import site_db  # noqa: PLC0415  # most publishing is of text

    with _found(db, filters, judged=True) as found, db.reading() as connection:
        known = {speaker.uid: speaker for speaker in speakers.everyone(connection, today=db.today)}
        with sqlite_errors(named):
            return site_db.write(found, path, speakers=known)


def _parquet(db: Database, path: Path, filters: Filters | None, publication: Publication) -> Published:
    from claimtrack.exchange import parquet_dataset  # noqa: PLC0415  # most publishing is of text

    if path.exists() and not parquet_dataset.is_one(path):
        raise RefusedError(f"{path} is there already, and is no dataset of claims; name another folder.")
    with taking_the_place_of(path) as new, _found(db, filters, private=publication.private) as found:
        parquet_dataset.write(found, new, private=publication.private)
    return found.published({})


def _workbook(db: Database, path: Path, filters: Filters | None, publication: Publication) -> Published:
    from claimtrack.exchange import workbook  # noqa: PLC0415  # most publishing is of text

    if path.is_dir() or is_database(path):
        raise RefusedError(f"{path} is there already, and is no workbook; name another file.")
    with (
        taking_the_place_of(path) as new,
        db.reading() as connection,
        _found(db, filters, private=publication.private) as found,
    ):
        told = people(connection, *met(db, connection, filters)) if publication.private else None
        workbook.write((claim for claim, _ in found), new, speakers=told)
    return found.published({})
