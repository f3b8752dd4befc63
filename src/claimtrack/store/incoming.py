"""What is known of the rows of a file while they come in: kept in a table of its own, so that memory does not grow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.text import claim_key
from claimtrack.store import claims, entities

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from claimtrack.model import Claim
    from claimtrack.store.step import Step

Reference = str | int  # a uid, or an id in the file
Links = dict[str, list[Reference]]  # by the name of the field

_TABLES = (
    "CREATE TEMP TABLE incoming (claim_id INTEGER PRIMARY KEY, line INTEGER NOT NULL, fate TEXT)",
    "CREATE TEMP TABLE incoming_id (file_id INTEGER PRIMARY KEY, claim_id INTEGER NOT NULL)",
    "CREATE TEMP TABLE incoming_link (line INTEGER PRIMARY KEY, claim_id INTEGER NOT NULL, links TEXT NOT NULL)",
)


class Linked(NamedTuple):
    """A claim of the file with the claims that it names."""

    line: int
    claim: int
    links: Links


def begin(connection: sqlite3.Connection) -> None:
    """Makes the tables, which go with the connection, empty."""
    for statement in _TABLES:
        name = statement.split()[3]
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
        connection.execute(statement)


def note(
    connection: sqlite3.Connection, claim: int, line: int, fate: str, *,
    file_id: int | None = None, links: Links | None = None,
) -> None:  # fmt: skip  # as short as the call
    """Notes what became of the row in `line`: which claim, and what is to be done for it once all rows are in."""
    connection.execute("INSERT INTO temp.incoming VALUES (?, ?, ?)", (claim, line, fate))
    if file_id is not None:
        connection.execute("INSERT OR IGNORE INTO temp.incoming_id VALUES (?, ?)", (file_id, claim))
    if links:
        connection.execute(
            "INSERT INTO temp.incoming_link VALUES (?, ?, ?)", (line, claim, json.dumps(links))
        )


def line_of(connection: sqlite3.Connection, claim: int) -> int | None:
    """The line of the row that is this claim; null where none was yet."""
    row = connection.execute("SELECT line FROM temp.incoming WHERE claim_id = ?", (claim,)).fetchone()
    return row and int(row[0])


def fate_of(connection: sqlite3.Connection, claim: int) -> str:
    """What became of the row that is this claim."""
    return str(
        connection.execute("SELECT fate FROM temp.incoming WHERE claim_id = ?", (claim,)).fetchone()[0]
    )


def linked(connection: sqlite3.Connection) -> Iterator[Linked]:
    """The claims that name others, in the order of the file."""
    rows = connection.execute("SELECT line, claim_id, links FROM temp.incoming_link ORDER BY line")
    return (Linked(row[0], row[1], json.loads(row[2])) for row in rows)


def claim_named(connection: sqlite3.Connection, reference: Reference) -> int | None:
    """The id of the claim with this uid or, of a row in the file, this id there; null where there is none."""
    query = (
        "SELECT id FROM claim WHERE uid = ? AND deleted = 0"
        if isinstance(reference, str)
        else "SELECT claim_id FROM temp.incoming_id WHERE file_id = ?"
    )
    row = connection.execute(query, (reference,)).fetchone()
    return row and int(row[0])


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether no claim was ever recorded, so that ids are free."""
    return connection.execute("SELECT 1 FROM claim LIMIT 1").fetchone() is None


def count(connection: sqlite3.Connection) -> int:
    """How many claims there are, deleted ones among them."""
    return int(connection.execute("SELECT count(*) FROM claim").fetchone()[0])


def found_by_uid(connection: sqlite3.Connection, uid: str) -> tuple[int, int] | None:
    """The id of the claim with this uid, and whether it is deleted (1) or deleted for ever (2); null without one."""
    row = connection.execute("SELECT id, deleted FROM claim WHERE uid = ?", (uid,)).fetchone()
    return row and (int(row[0]), int(row[1]))


def found_by_origin(connection: sqlite3.Connection, origin: str) -> list[int]:
    """The ids of the claims that came from there, oldest first."""
    rows = connection.execute("SELECT id FROM claim WHERE origin = ? AND deleted = 0 ORDER BY id", (origin,))
    return [row[0] for row in rows.fetchall()]


def of_same_text(connection: sqlite3.Connection, text: str, *, taken: bool) -> list[int]:
    """The ids of the claims with this text, oldest first; without `taken` only those that no row was yet.

    A chain of forecasts has the same text a thousand times, all of them taken.
    """
    free = "" if taken else " AND NOT EXISTS (SELECT 1 FROM temp.incoming i WHERE i.claim_id = claim.id)"
    rows = connection.execute(
        f"SELECT id, text FROM claim WHERE text_key = ? AND deleted = 0{free} ORDER BY id",
        (entities.text_digest(text),),
    )
    return [row["id"] for row in rows.fetchall() if claim_key(row["text"]) == claim_key(text)]


def like(
    connection: sqlite3.Connection, speaker_uid: str, text_key: int, said: str | None, due: str | None
) -> list[int]:
    """The ids of claims by the speaker with the same text, or with a day of speaking or due that is the same.

    `said` and `due` are last possible days.
    """
    members = (
        "SELECT m.id FROM speaker s JOIN speaker m ON s.id IN (m.id, m.same_as_id) WHERE s.uid = :speaker"
    )
    of_speaker = f"speaker_id IN ({members})"
    rows = connection.execute(
        f"""SELECT id FROM claim WHERE text_key = :text AND {of_speaker} AND deleted = 0
        UNION SELECT id FROM claim WHERE said_last = :said AND due_last IS :due AND {of_speaker} AND deleted = 0
        UNION SELECT id FROM claim WHERE due_last = :due AND said_last IS :said AND {of_speaker} AND deleted = 0
        ORDER BY id LIMIT 200""",
        {"text": text_key, "speaker": speaker_uid, "said": said, "due": due},
    )
    return [row[0] for row in rows.fetchall()]


def verdict_is_there(connection: sqlite3.Connection, uid: str) -> bool:
    """Whether a verdict has this uid."""
    return connection.execute("SELECT 1 FROM verdict WHERE uid = ?", (uid,)).fetchone() is not None


def is_free(connection: sqlite3.Connection, identity: int) -> bool:
    """Whether no claim has this id."""
    return connection.execute("SELECT 1 FROM claim WHERE id = ?", (identity,)).fetchone() is None


def bring_back(step: Step, after: Claim) -> None:
    """Writes a claim that was deleted as it is to be, and no longer deleted."""
    there = entities.state(step.connection, "claim", after.uid)
    emptied = dict.fromkeys(name for name in there if not name.startswith("contradicts:"))
    step.update("claim", after.uid, {**emptied, **claims.fields_of(after), "deleted": None})
