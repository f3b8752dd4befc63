"""How text is written, in every column of text of every table: what is not a paragraph is one line.

A column that a later migration adds is held to the rule of a line by the file itself, without a word here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.record import FIELDS, LINK, SOURCE_FACTS, TEXT
from claimtrack.store.schema.derived import FOLLOWS
from claimtrack.store.schema.guards import refuse

if TYPE_CHECKING:
    import sqlite3

TABLES = (
    "speaker", "alias", "source", "claim", "claim_tag", "appearance", "verdict", "evidence", "article", "candidate",
    "change",
)  # fmt: skip  # a list of names
PARAGRAPHS = tuple(field.name for field in FIELDS if field.form == TEXT)
LINKS = tuple(field.name for field in SOURCE_FACTS if field.form == LINK)
# Columns with a form of their own, which the table checks, and those that triggers keep.
_FORMED = ("uid", "kind", "act", "stance", "answer", "added", "judged", "at", "body", "sha256", *FOLLOWS)
_FORMED_ENDS = ("_first", "_last", "_at", "_spans")
# What Python's `str.strip` takes for space, but for control characters, which no text holds.
_SPACES = "char(9, 10, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)"  # noqa: E501  # one list
# No control character but newline and tab; NUL ends `length` and GLOB, so it has a check of its own.
_CLEAN = (
    "cell NOT GLOB '*['||char(1)||'-'||char(8)||char(11)||'-'||char(31)||char(127)||'-'||char(159)||']*'"
    " AND instr(cell, char(0)) = 0"
)
# Something is left without spaces and line ends.
_PARAGRAPH = f"trim(cell, {_SPACES}) <> '' AND {_CLEAN}"
_LINE = (
    f"trim(cell, {_SPACES}) = cell AND cell <> '' AND {_CLEAN}"
    " AND instr(cell, char(9)) = 0 AND instr(cell, char(10)) = 0"
)


def columns(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns of a table as it stands, each with its type."""
    return {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()}


def statements(connection: sqlite3.Connection) -> list[str]:
    """The triggers that hold the rules, for the tables as they stand."""
    return [trigger for table in TABLES for trigger in _of_table(table, columns(connection, table))]


def _of_table(table: str, types: dict[str, str]) -> list[str]:
    texts = [column for column, kind in types.items() if kind == "TEXT" and not _formed(column)]
    links = [column for column in texts if column in LINKS]
    paragraphs = [column for column in texts if column in PARAGRAPHS]
    lines = [column for column in texts if column not in paragraphs]
    cases = [
        _unless(lines, _LINE, "not one line without control characters and space at its ends"),
        _unless(paragraphs, _PARAGRAPH, "empty, or with control characters"),
        _unless(links, "instr(cell, ' ') = 0", "an address with a space"),
    ]
    # what is left of a claim deleted for ever has no text
    when = "NEW.deleted <> 2" if table == "claim" else ""
    return [
        refuse(f"text_of_new_{table}", f"INSERT ON {table}", *filter(None, cases), when=when),
        refuse(
            f"text_of_{table}", f"UPDATE OF {', '.join(texts)} ON {table}", *filter(None, cases), when=when
        ),
    ]


def _formed(column: str) -> bool:
    return column in _FORMED or column.endswith(_FORMED_ENDS)


def _unless(columns: list[str], rule: str, fault: str) -> tuple[str, str] | None:
    """The case of a guard that a column is not written by the rule, which is said of a `cell`."""
    if not columns:
        return None
    values = ", ".join(f"(NEW.{column})" for column in columns)
    found = f"EXISTS (WITH written(cell) AS (VALUES {values}) SELECT 1 FROM written WHERE NOT ({rule}))"
    return f"{' or '.join(columns)} is {fault}", found
