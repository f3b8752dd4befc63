"""What is left of a claim deleted for ever: its place in the file, and no word of what it said.

Whatever column is not named here is wiped, so one that a later migration adds is wiped without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.schema.guards import refuse
from claimtrack.store.schema.text_rules import columns

if TYPE_CHECKING:
    import sqlite3

# `text` and `kind`, which no claim is without, are an empty text and a statement.
_LEFT = (
    "id",
    "uid",
    "kind",
    "text",
    "text_key",
    "created_at",
    "updated_at",
    "deleted",
    "day",
    "replaced_by_id",
)


def wiped(connection: sqlite3.Connection) -> list[str]:
    """The columns of `claim` that a claim deleted for ever has nothing in."""
    return [column for column in columns(connection, "claim") if column not in _LEFT]


def statements(connection: sqlite3.Connection) -> list[str]:
    """The triggers that let a claim be deleted for ever only with all of its words."""
    held = f"NEW.text <> '' OR coalesce({', '.join(f'NEW.{column}' for column in wiped(connection))}) IS NOT NULL"
    return [
        refuse(
            name,
            f"{event} ON claim",
            ("of a claim deleted for ever no word is left", held),
            when="NEW.deleted = 2",
        )
        for name, event in (("stub_is_empty", "UPDATE"), ("new_stub_is_empty", "INSERT"))
    ]
