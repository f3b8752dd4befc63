"""The saved text of sources, and the candidate claims found in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.proposal import Proposal
from claimtrack.store.row_values import when

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model import When


class SavedText(NamedTuple):
    """The text of an article as it was read, from where, and when."""

    text: str
    sha256: str
    read_at: str
    read_from: str | None


def saved_text(connection: sqlite3.Connection, source: int) -> SavedText | None:
    """The newest text that was saved for the source."""
    return next(iter(saved_texts(connection, source)), None)


def saved_texts(connection: sqlite3.Connection, source: int) -> list[SavedText]:
    """Every text that was saved for the source, newest first."""
    rows = connection.execute(
        "SELECT text, sha256, read_at, read_from FROM article WHERE source_id = ? AND deleted = 0"
        " ORDER BY id DESC",
        (source,),
    )
    return [SavedText(*row) for row in rows.fetchall()]


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


class Quoted(NamedTuple):
    """A claim's quotation, and where its parts stand in the saved text of its source."""

    claim: int
    source: int
    quote: str
    spans: tuple[tuple[int, int], ...]


def quoted(connection: sqlite3.Connection, source: int) -> list[Quoted]:
    """The quotations of the source's claims that were found in its saved text."""
    return _quoted(connection, "source_id = ? AND deleted = 0", source)


def quotation(connection: sqlite3.Connection, claim: int) -> Quoted | None:
    """The quotation of the claim, where a saved text of its source has it."""
    return next(iter(_quoted(connection, "id = ?", claim)), None)


def _quoted(connection: sqlite3.Connection, condition: str, value: int) -> list[Quoted]:
    rows = connection.execute(
        "SELECT id, source_id, quote, quote_spans FROM claim"
        f" WHERE {condition} AND quote_spans IS NOT NULL AND source_id IS NOT NULL ORDER BY id",
        (value,),
    )
    return [
        Quoted(
            row["id"],
            row["source_id"],
            row["quote"],
            tuple((a, b) for a, b in json.loads(row["quote_spans"])),
        )
        for row in rows.fetchall()
    ]
