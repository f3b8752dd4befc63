"""Candidate claims, and the claims of the same source that they are compared with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.proposal import RULES, Proposal
from claimtrack.store.row_values import when

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model import When


def proposals(connection: sqlite3.Connection, source: int) -> list[Proposal]:
    """Every candidate claim of the source, answered or not, by number."""
    rows = connection.execute(
        "SELECT c.* FROM candidate c WHERE c.source_id = ? AND c.deleted = 0 ORDER BY c.number", (source,)
    )
    return [
        Proposal(
            uid=row["uid"], source=source, number=row["number"], start=row["start"], stop=row["stop"],
            kind=row["kind"], text=row["text"], score=row["score"], speaker=row["speaker"],
            unnamed=bool(row["unnamed"]), via=row["via"], quote=row["quote"], said=when(row, "said"),
            due=when(row, "due"), due_words=row["due_words"], rung=row["rung"],
            probability=row["probability"], was=when(row, "was"), answer=row["answer"], claim=row["claim_id"],
            found_by=tuple(json.loads(row["found_by"])) if row["found_by"] else (RULES,), passage=row["passage"],
            translation=row["translation"],
        )
        for row in rows.fetchall()
    ]  # fmt: skip  # the proposal's order, not a column of 20 lines


def newest_waiting(connection: sqlite3.Connection) -> int | None:
    """The id of the source whose candidates were found last, among those that wait for answers."""
    row = connection.execute(
        "SELECT source_id FROM candidate WHERE answer IS NULL AND deleted = 0 ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return int(row[0]) if row else None


def newest(connection: sqlite3.Connection) -> str:
    """The uid of the candidate that was found last, answered or not; empty where there is none."""
    (uid,) = connection.execute("SELECT max(uid) FROM candidate").fetchone()
    return str(uid or "")


def any_waits(connection: sqlite3.Connection, *, least: float) -> bool:
    """Whether a candidate with this score at `least` waits for an answer."""
    (waits,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM candidate WHERE answer IS NULL AND deleted = 0 AND score >= ?)",
        (least,),
    ).fetchone()
    return bool(waits)


def sources_waiting(connection: sqlite3.Connection) -> list[int]:
    """The ids of the sources whose candidates wait for answers, oldest first."""
    rows = connection.execute(
        "SELECT DISTINCT source_id FROM candidate WHERE answer IS NULL AND deleted = 0 ORDER BY source_id"
    )
    return [row[0] for row in rows.fetchall()]


class Recorded(NamedTuple):
    """What a claim of a source says, to tell whether a candidate is that claim."""

    speaker: str
    text: str
    quote: str | None
    due: When | None


def recorded(connection: sqlite3.Connection, source: int) -> list[Recorded]:
    """The claims that were reported in the source, first or again."""
    rows = connection.execute(
        """SELECT coalesce(s.name, c.unnamed) AS speaker, c.* FROM claim c LEFT JOIN speaker s ON s.id = c.speaker_id
        WHERE c.deleted = 0 AND (c.source_id = :source OR c.id IN (
          SELECT claim_id FROM appearance WHERE source_id = :source AND deleted = 0))""",
        {"source": source},
    )
    return [Recorded(row["speaker"], row["text"], row["quote"], when(row, "due")) for row in rows.fetchall()]
