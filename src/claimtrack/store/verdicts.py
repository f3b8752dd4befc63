"""The verdicts of one claim, and the evidence given for and against them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.model import Evidence, Verdict
from claimtrack.model.when import Worded
from claimtrack.store.row_values import day, when
from claimtrack.store.schema.derived import disputes

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.store.step import Step


def verdicts(connection: sqlite3.Connection, claim: int) -> tuple[Verdict, ...]:
    """Every act of judging of one claim, newest first, annulments themselves left out."""
    rows = connection.execute(
        "SELECT v.*, v.id IS s.id AS stands, EXISTS (SELECT 1 FROM verdict a WHERE a.annuls_id = v.id) AS annulled,"
        f" s.id IS NOT NULL AND {disputes('v', 's')} AS disputes"
        " FROM verdict v JOIN claim c ON c.id = v.claim_id LEFT JOIN verdict s ON s.id = c.verdict_id"
        " WHERE v.claim_id = ? AND v.act <> 'annul' ORDER BY v.uid DESC",
        (claim,),
    ).fetchall()
    return tuple(
        Verdict(
            uid=row["uid"], act=row["act"], outcome=row["outcome"], rating=row["rating"],
            happened=when(row, "happened"), happened_words=row["happened_words"], judged=day(row["judged"]),
            judge=row["judge"], reason=row["reason"], evidence=_evidence(connection, claim, row["id"]),
            annulled=bool(row["annulled"]), stands=bool(row["stands"]), disputes=bool(row["disputes"]),
            overrules=None if row["overrules"] is None else tuple(json.loads(row["overrules"])),
        )
        for row in rows
    )  # fmt: skip  # the record's order, not a column of 40 lines


def _evidence(connection: sqlite3.Connection, claim: int, verdict: int) -> tuple[Evidence, ...]:
    rows = connection.execute(
        "SELECT url, archive_url, quote, stance, note, added FROM evidence"
        " WHERE claim_id = ? AND verdict_id = ? AND deleted = 0 ORDER BY uid",
        (claim, verdict),
    )
    return tuple(Evidence(*row) for row in rows.fetchall())


def standing_verdict(connection: sqlite3.Connection, claim: str) -> str | None:
    """The uid of the verdict that stands for the claim with this uid."""
    row = connection.execute(
        "SELECT v.uid FROM claim c JOIN verdict v ON v.id = c.verdict_id WHERE c.uid = ?", (claim,)
    ).fetchone()
    return str(row[0]) if row else None


def collected_evidence(connection: sqlite3.Connection, claim: str) -> list[tuple[str, str | None]]:
    """The uid and address of each piece of evidence that waits for a verdict."""
    rows = connection.execute(
        "SELECT e.uid, e.url FROM evidence e JOIN claim c ON c.id = e.claim_id"
        " WHERE c.uid = ? AND e.verdict_id IS NULL AND e.deleted = 0 ORDER BY e.uid",
        (claim,),
    )
    return [(row["uid"], row["url"]) for row in rows.fetchall()]


def append(step: Step, claim: str, verdict: Verdict) -> str:
    """Appends a verdict to the claim with this uid, and returns the uid of the verdict.

    It overrules all that are there, unless it says which.
    """
    happened = verdict.happened and Worded(verdict.happened, verdict.happened_words)
    plain = {
        name: getattr(verdict, name) for name in ("act", "outcome", "rating", "judged", "judge", "reason")
    }
    known = _given(step.connection, claim) if verdict.overrules is None else verdict.overrules
    overrules = json.dumps(known, separators=(",", ":"))
    return step.create("verdict", {"claim": claim, **plain, "happened": happened, "overrules": overrules})


def _given(connection: sqlite3.Connection, claim: str) -> list[str]:
    """The uids of all acts of judging the claim, oldest first."""
    rows = connection.execute(
        "SELECT v.uid FROM verdict v JOIN claim c ON c.id = v.claim_id WHERE c.uid = ? AND v.act <> 'annul'"
        " ORDER BY v.uid",
        (claim,),
    )
    return [row[0] for row in rows.fetchall()]


def add_evidence(step: Step, claim: str, evidence: Evidence, *, verdict: str | None) -> None:
    """Adds evidence to a verdict on the claim, or collects it where there is none; as of today, unless it says when."""
    names = ("stance", "url", "archive_url", "quote", "note")
    plain = {name: getattr(evidence, name) for name in names}
    added = evidence.added or step.today
    step.create("evidence", {"claim": claim, "verdict": verdict, **plain, "added": added})


def join(step: Step, evidence: str, verdict: str, stance: str) -> None:
    """Makes collected evidence that of a verdict."""
    step.update("evidence", evidence, {"verdict": verdict, "stance": stance})
