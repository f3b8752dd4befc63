"""Claims as they are read: rows of the view `claim_record`, and what hangs on one claim."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.model import Appearance
from claimtrack.store.claim_row import COLUMNS, claim_of
from claimtrack.store.row_values import row_id, source, when

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim

_AT_ONCE = 500


def records(connection: sqlite3.Connection, ids: Sequence[int], *, today: date) -> Iterator[Claim]:
    """The claims with these ids, in the same order; an id that no claim has is left out."""
    remaining = iter(ids)
    while some := list(islice(remaining, _AT_ONCE)):
        rows = connection.execute(
            f"SELECT {COLUMNS} FROM claim_record WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(some),),
        ).fetchall()
        elsewhere = _appearances(connection, [row["id"] for row in rows if row["appearances"] != "[]"])
        found = {row["id"]: claim_of(row, today, elsewhere.get(row["id"], ())) for row in rows}
        yield from (found[identity] for identity in some if identity in found)


def _appearances(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[Appearance, ...]]:
    """Where else the claims with these ids were made or reported, by claim."""
    rows = connection.execute(
        "SELECT a.claim_id, a.said_first, a.said_last, a.said_words, s.*"
        " FROM appearance a LEFT JOIN source s ON s.id = a.source_id"
        " WHERE a.deleted = 0 AND a.claim_id IN (SELECT value FROM json_each(?)) ORDER BY a.id",
        (json.dumps(ids),),
    ).fetchall()
    found: dict[int, tuple[Appearance, ...]] = {}
    for row in rows:
        here = Appearance(when(row, "said"), row["said_words"], source(row))
        found[row["claim_id"]] = (*found.get(row["claim_id"], ()), here)
    return found


def chain(connection: sqlite3.Connection, claim: int) -> list[int]:
    """The ids of the claim's chain of moves, oldest first; only its own where it never moved."""
    rows = connection.execute(
        """WITH RECURSIVE
          older(id, step) AS (SELECT :claim, 0 UNION ALL SELECT p.id, step - 1 FROM older
            JOIN claim m ON m.id = older.id JOIN claim p ON p.id = m.replaces_id AND p.deleted = 0),
          newer(id, step) AS (SELECT :claim, 0 UNION ALL SELECT m.replaced_by_id, step + 1
            FROM newer JOIN claim m ON m.id = newer.id WHERE m.replaced_by_id IS NOT NULL)
        SELECT id FROM (SELECT * FROM older UNION SELECT * FROM newer) ORDER BY step""",
        {"claim": claim},
    )
    return [row[0] for row in rows.fetchall()]


def uid_of(connection: sqlite3.Connection, claim: int | str, *, deleted: bool = False) -> str | None:
    """The uid of the claim with this id, this uid or, for `last`, of the one added last; null where there is none.

    A deleted claim counts only with `deleted`; one deleted for ever never does.
    """
    most = 1 if deleted else 0
    if claim == "last":
        row = connection.execute(
            "SELECT uid FROM claim WHERE deleted = 0 ORDER BY id DESC LIMIT 1"
        ).fetchone()
    else:
        column = "id" if isinstance(claim, int) else "uid"
        row = connection.execute(
            f"SELECT uid FROM claim WHERE {column} = ? AND deleted <= ?", (claim, most)
        ).fetchone()
    return str(row[0]) if row else None


def id_of(connection: sqlite3.Connection, uid: str) -> int:
    """The id of the claim that has this uid."""
    return row_id(connection, "claim", uid)


def replacement_of(connection: sqlite3.Connection, claim: int) -> int | None:
    """The id of the claim that replaced the one with this id."""
    row = connection.execute("SELECT replaced_by_id FROM claim WHERE id = ?", (claim,)).fetchone()
    return None if row[0] is None else int(row[0])


def replacing(connection: sqlite3.Connection, claim: int) -> list[int]:
    """The ids of the claims that replaced the one with this id, one after another."""
    chained = chain(connection, claim)
    return chained[chained.index(claim) + 1 :]


def contradicted_uids(connection: sqlite3.Connection, claim: int) -> list[str]:
    """The uids of the claims that can't hold together with the one with this id."""
    rows = connection.execute(
        "SELECT o.uid FROM contradiction x JOIN claim o ON o.id IN (x.claim_id, x.other_id) AND o.id <> :claim"
        " WHERE :claim IN (x.claim_id, x.other_id) AND o.deleted = 0",
        {"claim": claim},
    )
    return [row[0] for row in rows.fetchall()]
