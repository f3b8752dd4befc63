"""Claims as they are read and written: rows of the view `claim_record`, fields of the log, and what hangs on one."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.model import Appearance
from claimtrack.model.record import FIELDS, GIVEN, VAGUE
from claimtrack.model.when import Worded
from claimtrack.store.claim_row import COLUMNS, RECORD, claim_of
from claimtrack.store.row_values import listed, row_id, source, when

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.store.step import Step

_AT_ONCE = 500


def records(connection: sqlite3.Connection, ids: Sequence[int], *, today: date) -> Iterator[Claim]:
    """The claims with these ids, in the same order; an id that no claim has is left out."""
    remaining = iter(ids)
    while some := list(islice(remaining, _AT_ONCE)):
        rows = connection.execute(
            f"SELECT {COLUMNS} FROM {RECORD} WHERE id IN (SELECT value FROM json_each(?))",
            (listed(some),),
        ).fetchall()
        elsewhere = _appearances(connection, [row["id"] for row in rows if row["appearances"] != "[]"])
        found = {row["id"]: claim_of(row, today, elsewhere.get(row["id"], ())) for row in rows}
        yield from (found[identity] for identity in some if identity in found)


def _appearances(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[Appearance, ...]]:
    """Where else the claims with these ids were made or reported, by claim."""
    rows = connection.execute(
        "SELECT a.claim_id, a.said_first, a.said_last, a.said_words, s.*"
        " FROM appearance a LEFT JOIN source s ON s.id = a.source_id"
        " WHERE a.deleted = 0 AND a.claim_id IN (SELECT value FROM json_each(?)) ORDER BY a.uid",
        (listed(ids),),
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


def replacing(connection: sqlite3.Connection, claim: int) -> list[int]:
    """The ids of the claims that replaced the one with this id, one after another."""
    chained = chain(connection, claim)
    return chained[chained.index(claim) + 1 :]


def create(step: Step, claim: Claim) -> str:
    """Records a new claim and returns its uid; what contradicts it is noted apart.

    One that comes from elsewhere has its uid, and perhaps an id and the times when it was entered and changed there.
    """
    columns = ("id", "created_at", "updated_at")
    kept = {name: value for name in columns if (value := getattr(claim, name))}
    return step.create("claim", fields_of(claim), uid=claim.uid or None, kept=kept)


def update(step: Step, before: Claim, after: Claim) -> bool:
    """Writes what differs between the claim as it was and as it is to be; whether anything did."""
    was, now = fields_of(before), fields_of(after)
    changed = {name: now.get(name) for name in {**was, **now} if was.get(name) != now.get(name)}
    return step.update("claim", before.uid, changed)


def fields_of(claim: Claim) -> dict[str, object]:
    """What is given of a claim, by the names of the log."""
    vague = (field.name for field in FIELDS if field.of == GIVEN and field.form == VAGUE)
    days = {name: (getattr(claim, name), getattr(claim, f"{name}_words")) for name in vague}
    return {
        **{field.name: getattr(claim, field.name) for field in FIELDS if field.plain},
        **{name: Worded(when, words) for name, (when, words) in days.items() if when},
        "speaker": claim.speaker_uid,
        "unnamed": claim.speaker if claim.unnamed else None,
        "source": claim.source.uid if claim.source else None,
        "replaces": claim.replaces_uid,
        "quote_spans": str([[*span] for span in claim.quote_spans]) if claim.quote_spans else None,
        **{f"tag:{tag}": True for tag in claim.tags},
    }
