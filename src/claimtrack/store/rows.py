"""Values of the model, read from the columns of a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claimtrack.model import Source, When

if TYPE_CHECKING:
    import sqlite3


def day(cell: str | None) -> date | None:
    """The calendar date in a cell."""
    return date.fromisoformat(cell) if cell else None


def when(row: sqlite3.Row, name: str) -> When | None:
    """The date whose first and last day are columns of `row`."""
    first, last = row[f"{name}_first"], row[f"{name}_last"]
    return When(date.fromisoformat(first), date.fromisoformat(last)) if first else None


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
