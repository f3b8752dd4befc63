"""Where the database is, and opening it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError, UnusableError
from claimtrack.model.text import stored_line
from claimtrack.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FILE_NAME = "claims.db"


def _now() -> datetime:
    return datetime.now(UTC)


def locate(env: Mapping[str, str], named: str | None = None) -> tuple[Path, bool]:
    """The file to use, and whether it was asked for by name.

    `named`, else `$CLAIMTRACK_DB`, else `claims.db` in the current folder, else the platform's folder for a
    user's data.

    Raises:
        UnusableError: where a home folder is needed, and there is none.
    """
    if chosen := named or env.get("CLAIMTRACK_DB"):
        try:
            return Path(chosen).expanduser(), True
        except RuntimeError:
            raise UnusableError(
                f"{chosen} begins with a home folder that is not there; write the whole path."
            ) from None
    here = Path(FILE_NAME)
    if here.exists():
        return here, False
    from platformdirs import user_data_path  # noqa: PLC0415  # only where no file is here

    try:
        return user_data_path("claimtrack", appauthor=False) / FILE_NAME, False
    except RuntimeError:
        raise UnusableError("There is no home folder to keep claims in; name a file with --db.") from None


def today_of(env: Mapping[str, str]) -> date:
    """`$CLAIMTRACK_TODAY`, else the date here.

    Raises:
        UnreadableError: where the variable holds no ISO date.
    """
    given = env.get("CLAIMTRACK_TODAY")
    if not given:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UnreadableError(f"CLAIMTRACK_TODAY is {given!r}; give a day such as 2025-02-05.") from None


def open_database(
    path: str | Path, *, today: date | None = None, clock: Callable[[], datetime] = _now, who: str | None = None,
    entropy: Callable[[int], bytes] = os.urandom, named: bool = True, tell: Callable[[str], None] = lambda _: None,
) -> Database:  # fmt: skip  # as short as the call
    """The database at `path`, to be used in a `with` statement; nothing is read or created yet.

    `today` is what deadlines are compared with; `clock` and `entropy` make the stamps and uids of the log; `who`
    is noted with each change; `tell` is given each sentence that a person should read.

    Raises:
        UnreadableError: where the path is none that a file can have.
    """
    if "\0" in str(path):
        raise UnreadableError(f"{str(path)!r} is no path of a file: it has a NUL in it.")
    return Database(
        Path(path), today or clock().astimezone().date(), clock, entropy,
        who=stored_line(who or ""), named=named, tell=tell,
    )  # fmt: skip  # as short as the call
