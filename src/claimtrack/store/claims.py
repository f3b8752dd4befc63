"""Claims as they are read: rows of the view `claim_record`, and what hangs on one claim."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from claimtrack.model import Appearance, Claim, Evidence, Verdict, is_overdue
from claimtrack.store.entities import text_digest
from claimtrack.store.rows import day, source, when
from claimtrack.wording import text_key

# The columns that a claim is made of; the view's other columns follow from these.
_COLUMNS = (
    "id, uid, kind, speaker, text, unnamed, role, quote, translation, said_first, said_last, said_words,"
    " due_first, due_last, due_words, criterion, via, source_id, source_uid, source_title, source_publisher,"
    " source_url, source_archive_url, source_published_first, source_published_last, source_published_words,"
    " appearances, tags, probability, note, status, outcome, rating, happened_first, happened_last,"
    " happened_words, judged, judge, reason, evidence, replaces, replaces_uid, replaced_by, slip_days,"
    " contradicts, contradicts_uids, created_at, updated_at"
)
_AT_ONCE = 500


def records(connection: sqlite3.Connection, ids: Sequence[int], *, today: date) -> Iterator[Claim]:
    """The claims with these ids, in the same order; an id that no claim has is left out."""
    remaining = iter(ids)
    while some := list(islice(remaining, _AT_ONCE)):
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM claim_record WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(some),),
        ).fetchall()
        elsewhere = _appearances(connection, [row["id"] for row in rows if row["appearances"] != "[]"])
        found = {row["id"]: _claim(row, today, elsewhere.get(row["id"], ())) for row in rows}
        yield from (found[identity] for identity in some if identity in found)


def _claim(row: sqlite3.Row, today: date, appearances: tuple[Appearance, ...]) -> Claim:
    due, resolved = when(row, "due"), row["status"] == "resolved"
    return Claim(
        id=row["id"], uid=row["uid"], kind=row["kind"], speaker=row["speaker"], text=row["text"],
        unnamed=bool(row["unnamed"]), role=row["role"], quote=row["quote"], translation=row["translation"],
        said=when(row, "said"), said_words=row["said_words"], due=due, due_words=row["due_words"],
        criterion=row["criterion"], via=row["via"], source=source(row, "source_"), appearances=appearances,
        tags=tuple(_items(row["tags"])), probability=row["probability"], note=row["note"], status=row["status"],
        overdue=is_overdue(due, resolved=resolved, replaced=row["replaced_by"] is not None, today=today),
        outcome=row["outcome"], rating=row["rating"], happened=when(row, "happened"),
        happened_words=row["happened_words"], judged=day(row["judged"]),
        judge=row["judge"], reason=row["reason"],
        evidence=tuple(Evidence(**item) for item in _items(row["evidence"])),
        replaces=row["replaces"], replaces_uid=row["replaces_uid"], replaced_by=row["replaced_by"],
        slip_days=row["slip_days"], contradicts=tuple(_items(row["contradicts"])),
        contradicts_uids=tuple(_items(row["contradicts_uids"])),
        created_at=row["created_at"], updated_at=row["updated_at"],
    )  # fmt: skip  # the record's order, not a column of 40 lines


def _items(cell: str) -> list:  # type: ignore[type-arg]  # what a cell holds, its column says
    return [] if cell == "[]" else json.loads(cell)


def _appearances(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[Appearance, ...]]:
    """Where else the claims with these ids were made or reported, by claim."""
    rows = connection.execute(
        "SELECT a.claim_id, a.said_first, a.said_last, a.said_words, s.*"
        " FROM appearance a LEFT JOIN source s ON s.id = a.source_id"
        " WHERE a.deleted = 0 AND a.claim_id IN (SELECT value FROM json_each(?)) ORDER BY a.id",
        (json.dumps(ids),),
    ).fetchall()
    found: dict[int, tuple[Appearance, ...]] = {}
    for row in rows:
        here = Appearance(when(row, "said"), row["said_words"], source(row))
        found[row["claim_id"]] = (*found.get(row["claim_id"], ()), here)
    return found


def verdicts(connection: sqlite3.Connection, claim: int) -> tuple[Verdict, ...]:
    """Every act of judging of one claim, newest first, annulments themselves left out."""
    rows = connection.execute(
        "SELECT v.*, v.id = (SELECT verdict_id FROM claim WHERE id = v.claim_id) AS stands,"
        " EXISTS (SELECT 1 FROM verdict a WHERE a.annuls_id = v.id) AS annulled"
        " FROM verdict v WHERE v.claim_id = ? AND v.act <> 'annul' ORDER BY v.uid DESC",
        (claim,),
    ).fetchall()
    return tuple(
        Verdict(
            uid=row["uid"], act=row["act"], outcome=row["outcome"], rating=row["rating"],
            happened=when(row, "happened"), happened_words=row["happened_words"], judged=day(row["judged"]),
            judge=row["judge"], reason=row["reason"], evidence=_evidence(connection, claim, row["id"]),
            annulled=bool(row["annulled"]), stands=bool(row["stands"]),
        )
        for row in rows
    )  # fmt: skip  # the record's order, not a column of 40 lines


def _evidence(connection: sqlite3.Connection, claim: int, verdict: int) -> tuple[Evidence, ...]:
    rows = connection.execute(
        "SELECT url, archive_url, quote, stance, note, added FROM evidence"
        " WHERE claim_id = ? AND verdict_id = ? AND deleted = 0 ORDER BY id",
        (claim, verdict),
    )
    return tuple(Evidence(*row) for row in rows.fetchall())


def chain(connection: sqlite3.Connection, claim: int) -> list[int]:
    """The ids of the claim's chain of moves, oldest first; only its own where it never moved."""
    rows = connection.execute(
        """WITH RECURSIVE
          older(id, step) AS (SELECT ?1, 0 UNION ALL SELECT p.id, step - 1 FROM older
            JOIN claim m ON m.id = older.id JOIN claim p ON p.id = m.replaces_id AND p.deleted = 0),
          newer(id, step) AS (SELECT ?1, 0 UNION ALL SELECT m.replaced_by_id, step + 1
            FROM newer JOIN claim m ON m.id = newer.id WHERE m.replaced_by_id IS NOT NULL)
        SELECT id FROM (SELECT * FROM older UNION SELECT * FROM newer) ORDER BY step""",
        (claim,),
    )
    return [row[0] for row in rows.fetchall()]


def uid_of(connection: sqlite3.Connection, claim: int | str, *, deleted: bool = False) -> str | None:
    """The uid of the claim with this id, this uid or, for `last`, of the one added last; null where there is none.

    A deleted claim counts only with `deleted`; one deleted for ever never does.
    """
    most = 1 if deleted else 0
    if claim == "last":
        row = connection.execute(
            "SELECT uid FROM claim WHERE deleted = 0 ORDER BY id DESC LIMIT 1"
        ).fetchone()
    else:
        column = "id" if isinstance(claim, int) else "uid"
        row = connection.execute(
            f"SELECT uid FROM claim WHERE {column} = ? AND deleted <= ?", (claim, most)
        ).fetchone()
    return str(row[0]) if row else None


def same_text(connection: sqlite3.Connection, text: str) -> list[str]:
    """The uids of the claims with this text, spaces and case aside, oldest first."""
    rows = connection.execute(
        "SELECT uid, text FROM claim WHERE text_key = ? AND deleted = 0 ORDER BY id", (text_digest(text),)
    )
    return [row["uid"] for row in rows.fetchall() if text_key(row["text"]) == text_key(text)]


def root_of(connection: sqlite3.Connection, speaker: str) -> int:
    """The id of the speaker with this uid, or of the one it was merged into."""
    row = connection.execute("SELECT coalesce(same_as_id, id) FROM speaker WHERE uid = ?", (speaker,)).fetchone()
    return int(row[0])


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
        " WHERE c.uid = ? AND e.verdict_id IS NULL AND e.deleted = 0 ORDER BY e.id",
        (claim,),
    )
    return [(row["uid"], row["url"]) for row in rows.fetchall()]
