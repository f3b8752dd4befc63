"""Whether a claim is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.text import claim_key
from claimtrack.store.entities import text_digest

if TYPE_CHECKING:
    import sqlite3


def same_text(connection: sqlite3.Connection, text: str) -> list[str]:
    """The uids of the claims with this text, spaces, case and punctuation aside, oldest first."""
    rows = connection.execute(
        "SELECT uid, text FROM claim WHERE text_key = ? AND deleted = 0 ORDER BY id", (text_digest(text),)
    )
    return [row["uid"] for row in rows.fetchall() if claim_key(row["text"]) == claim_key(text)]
