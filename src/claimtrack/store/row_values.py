"""Values of the model, read from the columns of a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from claimtrack.errors import UnusableError
from claimtrack.model import Source, When

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


def damaged(how: str) -> UnusableError:
    """The error for what the file would never have let in."""
    return UnusableError(f"The database is damaged: {how}; run `claimtrack doctor`, and go back to a copy.")


def day(cell: str | None) -> date | None:
    """The calendar date in a cell.

    Raises:
        UnusableError: where the cell was damaged, since the file lets no other text in.
    """
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise damaged(f"{cell!r} is no day") from None


def items(cell: str | None) -> list[Any]:
    """What is in the JSON list in a cell.

    Raises:
        UnusableError: where it is no such list, as of a damaged view.
    """
    if cell in (None, "[]"):
        return []
    from json import loads  # noqa: PLC0415  # many claims have no tags and no evidence

    try:
        found: list[Any] = loads(cell)
    except ValueError:
        raise damaged(f"{cell!r:.60} is no list") from None
    return found


def listed(ids: Iterable[int]) -> str:
    """The ids as a JSON list, which is how Python prints them."""
    return str([*ids])


def when(row: sqlite3.Row, name: str) -> When | None:
    """The date whose first and last day are columns of `row`."""
    first, last = day(row[f"{name}_first"]), day(row[f"{name}_last"])
    if not (first and last):
        return None
    if last < first:
        raise damaged(f"{last} is before {first}")
    return When(first, last)


def one_of(allowed: tuple[str, ...], cell: str) -> str:
    """The code in a cell, one of `allowed`."""
    if cell not in allowed:
        raise damaged(f"{cell!r} is none of {', '.join(allowed)}")
    return cell


def source(row: sqlite3.Row, prefix: str = "") -> Source | None:
    """The source whose columns in `row` start with `prefix`; null where the row has none."""
    if row[f"{prefix}id"] is None:
        return None
    return Source(
        id=row[f"{prefix}id"],
        uid=row[f"{prefix}uid"],
        title=row[f"{prefix}title"],
        publisher=row[f"{prefix}publisher"],
        url=row[f"{prefix}url"],
        archive_url=row[f"{prefix}archive_url"],
        published=when(row, f"{prefix}published"),
        published_words=row[f"{prefix}published_words"],
    )


def row_id(connection: sqlite3.Connection, table: str, uid: object) -> int:
    """The local id of what has `uid`.

    Raises:
        UnusableError: where nothing has it.
    """
    row = connection.execute(f"SELECT id FROM {table} WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise damaged(f"no {table} has the uid {uid}")
    found: int = row[0]
    return found
