"""Deleting for ever: the words go from the tables, the full text and the log; the chain still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.change import Held
from claimtrack.model.record import FIELDS, GIVEN, LINE, TEXT
from claimtrack.store import log
from claimtrack.store.articles import wipe_answers
from claimtrack.store.log import packed
from claimtrack.store.log.entries import uids_of
from claimtrack.store.row_values import row_id
from claimtrack.store.schema.guards import OF_A_CLAIM
from claimtrack.store.schema.stub import wiped

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from claimtrack.store.step import Step


# The fields of a claim that hold words, besides its text and who says it.
_WORDS = tuple(
    field.name for field in FIELDS
    if field.of == GIVEN and field.form in (LINE, TEXT) and field.name not in ("text", "via")
)  # fmt: skip  # a query
_GOES = {
    "tags": "claim_tag WHERE claim_id = ?",
    "verdicts": "verdict WHERE claim_id = ?",
    "evidence": "evidence WHERE claim_id = ?",
    "appearances": "appearance WHERE claim_id = ?",
    "candidates": "candidate WHERE claim_id = ?",
    "contradictions": "contradiction WHERE ? IN (claim_id, other_id)",
    "steps": "(SELECT DISTINCT seq FROM touched WHERE claim_id = ?)",
}


def forget(step: Step, uids: list[str]) -> None:
    """Wipes the claims; an entry of the log says that it was done, and nothing of what they said."""
    claims = [row_id(step.connection, "claim", uid) for uid in uids]
    wiped = [(claim, uids_of(step.connection, claim)) for claim in claims]
    for uid in uids:
        step.forget(uid)
    step.finish()  # the log opens for wiping only while its newest entry says so
    for claim, gone in wiped:
        _wipe_log(step.connection, claim, gone)
        wipe_claim(step.connection, claim)
    # else the words stay in the segments of the full-text index
    step.connection.execute("INSERT INTO claim_fts(claim_fts) VALUES ('optimize')")


def held(connection: sqlite3.Connection, uid: str) -> Held:
    """The claim and all that goes with it."""
    claim = connection.execute(
        """SELECT c.*, coalesce(c.unnamed, r.name, s.name) AS whose FROM claim c
        LEFT JOIN speaker s ON s.id = c.speaker_id LEFT JOIN speaker r ON r.id = s.same_as_id WHERE c.uid = ?""",
        (uid,),
    ).fetchone()
    counts = {
        name: connection.execute(f"SELECT count(*) FROM {there}", (claim["id"],)).fetchone()[0]
        for name, there in _GOES.items()
    }
    words = tuple(name for name in _WORDS if claim[name])
    return Held(
        claim["id"],
        claim["whose"],
        claim["via"],
        claim["text"],
        bool(claim["deleted"]),
        words=words,
        **counts,
    )


def _wipe_log(connection: sqlite3.Connection, claim: int, gone: set[str]) -> None:
    told = connection.execute(
        "SELECT seq, chunk FROM touched JOIN change USING (seq) WHERE claim_id = ? AND verb <> 'forget'",
        (claim,),
    ).fetchall()
    for seq, chunk in dict.fromkeys((*map(tuple, told), *_of_candidates(connection, claim))):
        packed.rewrite(
            connection, seq, chunk, lambda text: log.wiped(text) if packed.uid_in(text) in gone else text
        )


def _of_candidates(connection: sqlite3.Connection, claim: int) -> Iterator[tuple[int, int]]:
    """Where in the log the candidates that became this claim are: found, perhaps accepted and taken back before."""
    rows = connection.execute("SELECT uid FROM candidate WHERE claim_id = ?", (claim,))
    uids = [row[0] for row in rows.fetchall()]
    return packed.mentioning(connection, uids) if uids else iter(())


def wipe_claim(connection: sqlite3.Connection, claim: int) -> None:
    """Takes the words of the claim with this id, and all that hangs on it, out of the tables."""
    wipe_answers(connection, claim)
    blank = ", ".join(f"{column} = NULL" for column in wiped(connection))
    connection.execute(
        f"UPDATE claim SET deleted = 2, kind = 'statement', text = '', text_key = 0, {blank} WHERE id = ?",
        (claim,),
    )
    for table in ("claim_tag", *OF_A_CLAIM):
        connection.execute(f"DELETE FROM {table} WHERE claim_id = ?", (claim,))
    connection.execute("DELETE FROM contradiction WHERE ? IN (claim_id, other_id)", (claim,))
