"""The saved text of sources, and the candidate claims found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.proposal import Proposal
from claimtrack.store.rows import when

if TYPE_CHECKING:
    import sqlite3


class SavedText(NamedTuple):
    """The text of an article as it was read, from where, and when."""

    text: str
    sha256: str
    read_at: str
    read_from: str | None


def saved_text(connection: sqlite3.Connection, source: int) -> SavedText | None:
    """The newest text that was saved for the source."""
    row = connection.execute(
        "SELECT text, sha256, read_at, read_from FROM article WHERE source_id = ? AND deleted = 0"
        " ORDER BY id DESC LIMIT 1",
        (source,),
    ).fetchone()
    return SavedText(*row) if row else None


def source_of_text(connection: sqlite3.Connection, sha256: str) -> int | None:
    """The id of the source that has the text with this digest."""
    row = connection.execute(
        "SELECT source_id FROM article WHERE sha256 = ? AND deleted = 0 ORDER BY id LIMIT 1", (sha256,)
    ).fetchone()
    return int(row[0]) if row else None


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
            due=when(row, "due"), due_words=row["due_words"], answer=row["answer"], claim=row["claim_id"],
        )
        for row in rows.fetchall()
    ]  # fmt: skip  # the proposal's order, not a column of 20 lines


def newest_waiting(connection: sqlite3.Connection) -> int | None:
    """The id of the source whose candidates were found last, among those that wait for answers."""
    row = connection.execute(
        "SELECT source_id FROM candidate WHERE answer IS NULL AND deleted = 0 ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return int(row[0]) if row else None


def quoted(connection: sqlite3.Connection, source: int | None = None) -> list[sqlite3.Row]:
    """Claims whose quotation was found in a saved text: id, quote, quote_spans and source_id; by source."""
    where = "" if source is None else "AND source_id = :source"
    rows = connection.execute(
        f"SELECT id, quote, quote_spans, source_id FROM claim WHERE quote_spans IS NOT NULL AND deleted = 0 {where}"
        " ORDER BY source_id, id",
        {"source": source},
    )
    return rows.fetchall()
