"""A file of another program as it is opened: in which format it is, how that is known, and the rows in it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.days import Days, zone_named
from claimtrack.exchange.foreign.files import absent_columns, given_file, is_empty, known, told
from claimtrack.exchange.foreign.mapped import read_by
from claimtrack.exchange.foreign.spec import read_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from claimtrack.exchange.incoming import Row

UTC = "UTC"


class Foreign(NamedTuple):
    """An opened file: the name of its format, what that is, its rows, and what is to be told of it."""

    name: str
    title: str
    rows: Iterator[Row]
    days: Days
    absent: tuple[str, ...] = ()  # columns that the map asks for and the file does not have

    @property
    def zone_was_needed(self) -> bool:
        """Whether a time without an offset was among the rows, once these have been read."""
        return self.days.guessed


def opened(
    path: Path, *, today: date, zone: str = UTC, speaker: str | None = None, format_: str | None = None,
    map_file: Path | None = None,
) -> Foreign | None:  # fmt: skip  # as short as the call
    """The file at `path` in the format `format_`, by a map, or as its content tells; null where that tells nothing.

    `speaker` is whose the claims are that name nobody.

    Raises:
        UnreadableError: The file or the map can't be read, there is no such format or zone, the file is broken as a
            whole, or it names no speaker and none was said.
    """
    days = Days(zone_named(zone), today)
    given = given_file(path)
    if is_empty(given):
        return Foreign("nothing", "an empty file", iter(()), days)
    if map_file is not None and format_ is not None:
        raise UnreadableError("A map says the format; leave out --format or --map.")
    if map_file is not None:
        by = read_map(map_file)
        absent = tuple(absent_columns(by, given))
        return Foreign(
            by.name, by.title or f"the map {map_file.name}", read_by(by, given, days, speaker), days, absent
        )
    one = told(given) if format_ is None else known().get(format_)
    return one and Foreign(one.name, one.title, one.read(given, days, speaker), days)


def formats() -> list[tuple[str, str]]:
    """The name of every format of another program, and what it is."""
    return [(one.name, one.title) for one in known().values()]


def no_such_format(name: str, others: Iterable[str] = ()) -> UnreadableError:
    """That there is no format of that name, with the nearest."""
    near = get_close_matches(name.casefold(), [*others, *known()], 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else "see `claimtrack import --formats`."
    return UnreadableError(f"There is no format {name!r}; {hint}")
