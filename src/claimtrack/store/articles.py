"""The saved text of sources, the quotations that were found in it, and what models answered about it.

Answers are kept by all that was asked, so that reading again costs nothing. They are no part of the record.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3


class SavedText(NamedTuple):
    """The text of an article as it was read, from where, and when."""

    text: str
    sha256: str
    read_at: str
    read_from: str | None


def any_saved(connection: sqlite3.Connection) -> bool:
    """Whether the text of any source was saved."""
    return connection.execute("SELECT 1 FROM article LIMIT 1").fetchone() is not None


def saved_text(connection: sqlite3.Connection, source: int) -> SavedText | None:
    """The newest text that was saved for the source."""
    return next(iter(saved_texts(connection, source)), None)


def saved_texts(connection: sqlite3.Connection, source: int) -> list[SavedText]:
    """Every text that was saved for the source, newest first."""
    rows = connection.execute(
        "SELECT text, sha256, read_at, read_from FROM article WHERE source_id = ? AND deleted = 0"
        " ORDER BY uid DESC",
        (source,),
    )
    return [SavedText(*row) for row in rows.fetchall()]


def source_of_text(connection: sqlite3.Connection, sha256: str) -> int | None:
    """The id of the source that has the text with this digest."""
    row = connection.execute(
        "SELECT source_id FROM article WHERE sha256 = ? AND deleted = 0 ORDER BY uid LIMIT 1", (sha256,)
    ).fetchone()
    return int(row[0]) if row else None


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


def answers(connection: sqlite3.Connection, model: str, article: str) -> dict[str, str]:
    """What the model answered about the article with that digest, by the digest of what it was asked."""
    rows = connection.execute(
        "SELECT asked, answer FROM model_answer WHERE model = ? AND article = ?", (model, article)
    )
    return {row["asked"]: row["answer"] for row in rows.fetchall()}


def has_answered(connection: sqlite3.Connection, model: str) -> bool:
    """Whether the model ever answered anything."""
    found = connection.execute("SELECT 1 FROM model_answer WHERE model = ? LIMIT 1", (model,)).fetchone()
    return found is not None


def keep_answer(
    connection: sqlite3.Connection, model: str, asked: str, *, article: str, answer: str, at: str
) -> None:
    """Keeps what the model answered, in the place of what it answered to the same before."""
    connection.execute(
        "INSERT OR REPLACE INTO model_answer (model, asked, article, answer, at) VALUES (?, ?, ?, ?, ?)",
        (model, asked, article, answer, at),
    )


def wipe_answers(connection: sqlite3.Connection, claim: int) -> None:
    """Takes away what models answered about the articles that the claim was reported in."""
    connection.execute(
        """DELETE FROM model_answer WHERE article IN (
          SELECT sha256 FROM article WHERE source_id IN (
            SELECT source_id FROM claim WHERE id = :claim
            UNION SELECT source_id FROM appearance WHERE claim_id = :claim
            UNION SELECT source_id FROM candidate WHERE claim_id = :claim))""",
        {"claim": claim},
    )
