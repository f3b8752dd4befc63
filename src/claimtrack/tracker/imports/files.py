"""A file to be imported: in which format it is, and its rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.exchange import found_articles
from claimtrack.exchange.foreign import opening
from claimtrack.exchange.foreign.days import Days, zone_named
from claimtrack.exchange.foreign.files import given_file, is_empty
from claimtrack.exchange.reading import OWN, own_reader, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.exchange.incoming import Row
    from claimtrack.store.database import Database


class Opened(NamedTuple):
    """A file whose format is known, and its rows, which are read as they are taken."""

    name: str
    format: str
    title: str
    rows: Iterator[Row]
    days: Days
    lines: int
    absent: tuple[str, ...] = ()  # columns that the map asks for and the file does not have


def rows_of(
    db: Database, file: str | Path, *, file_format: str | None = None, map_file: str | Path | None = None,
    speaker: str | None = None, zone: str = "UTC",
) -> Opened:  # fmt: skip  # as short as the call
    """The rows of a file, in the format that is named, else told by what is in it.

    `map_file` says which column is which field. `speaker` is whose the claims are that name nobody, `zone` where
    times are that tell no offset.

    Raises:
        UnreadableError: where the file is not there, or in no format that is known.
    """
    given, days = given_file(Path(file)), Days(zone_named(zone), db.today)
    own = None if map_file or is_empty(given) else own_reader(given, file_format)
    if own:
        return Opened(
            given.name, own.name, own.title, own.read(given, days, speaker), days, given.count_lines()
        )
    foreign = opening.opened(
        Path(file), today=db.today, zone=zone, speaker=speaker, format_=file_format,
        map_file=Path(map_file) if map_file else None,
    )  # fmt: skip  # as short as the call
    if foreign is None:
        raise opening.no_such_format(file_format, OWN) if file_format else unknown(given)
    return Opened(
        given.name,
        foreign.name,
        foreign.title,
        foreign.rows,
        foreign.days,
        given.count_lines(),
        foreign.absent,
    )


def formats() -> list[tuple[str, str]]:
    """Every format that can be read: its name, and what it is."""
    own = [(one.name, one.title) for one in OWN.values()]
    return [*own, (found_articles.NAME, found_articles.TITLE), *opening.formats()]


def holds_candidates(file: Path, file_format: str | None = None) -> bool:
    """Whether the file, or folder, is one for `import_candidates`: told by what is in it, or by the format's name."""
    return found_articles.is_parquet(file) if file_format is None else file_format == found_articles.NAME
