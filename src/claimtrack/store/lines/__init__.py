"""Records as lines of text that SQLite makes, one of CSV or JSON for each claim, for what writes many of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.store.claim_row import NEVER_NULL, lacking
from claimtrack.store.lines.cells import csv_line
from claimtrack.store.lines.members import json_line
from claimtrack.store.lines.record import FORMS, ONE, Line
from claimtrack.store.row_values import listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import date

__all__ = ["Line", "csv_line", "json_line", "lines_of", "private_in"]

_AT_ONCE = 500
_OVERDUE = "(due_last < :today AND status = 'unresolved' AND replaced_by IS NULL) IS TRUE"


def lines_of(
    connection: sqlite3.Connection, ids: Sequence[int], line: Line, *, today: date, private: bool
) -> Iterator[str]:
    """The lines of the claims with these ids, in the same order; what is private is empty unless asked for.

    Raises:
        UnusableError: where a record lacks what each has, as of a damaged view.
    """
    connection.create_function("shortest", 1, repr, deterministic=True)
    own = {"overdue": _OVERDUE, **line.own}
    own |= {} if private else dict.fromkeys(ONE.private, "NULL")
    named = ", ".join(f"{own[name]} AS {name}" if name in own else name for name in FORMS)
    whole = " AND ".join(f"{name} IS NOT NULL" for name in NEVER_NULL)
    # OFFSET has each value worked out once, however often the line looks at it
    query = (
        f"SELECT id, CASE WHEN {whole} THEN {line.text} END FROM (SELECT {named} FROM {ONE.rows}"
        " WHERE id IN (SELECT value FROM json_each(:ids)) LIMIT -1 OFFSET 0)"
    )
    remaining, day = iter(ids), today.isoformat()
    while some := list(islice(remaining, _AT_ONCE)):
        found = dict(connection.execute(query, {"ids": listed(some), "today": day}).fetchall())
        if None in found.values():
            raise lacking()
        yield from (found[identity] for identity in some if identity in found)


def private_in(connection: sqlite3.Connection, ids: Sequence[int]) -> int:
    """How many of the claims with these ids have something private."""
    has = " OR ".join(f"{name} IS NOT NULL" for name in ONE.private)
    query = f"SELECT count(*) FROM claim WHERE ({has}) AND id IN (SELECT value FROM json_each(?))"
    found: int = connection.execute(query, (listed(ids),)).fetchone()[0]
    return found
