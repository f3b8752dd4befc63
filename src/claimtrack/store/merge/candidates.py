"""Candidate claims that both sides found in the text of what is one source now: each is asked about once."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from claimtrack.store.merge.records import Joined

_OF_JOINED = """SELECT c.uid, c.answer, c.start, c.stop, c.text, s.uid AS own, kept.uid AS source, k.uid AS claim
FROM candidate c JOIN source s ON s.id = c.source_id JOIN source kept ON kept.id = coalesce(s.same_as_id, s.id)
LEFT JOIN claim k ON k.id = c.claim_id
WHERE c.deleted = 0 AND kept.id IN (SELECT same_as_id FROM source) ORDER BY kept.uid, c.uid"""


def answer_once(joined: Joined) -> None:
    """Keeps the candidates of one reading of each text, with the answers that were given to the same ones elsewhere."""
    rows = joined.ours.execute(_OF_JOINED).fetchall()
    for source, found in groupby(rows, key=itemgetter("source")):
        _of_one_source(joined, source, list(found))


def _of_one_source(joined: Joined, source: str, found: Sequence[sqlite3.Row]) -> None:
    read = {row["own"] for row in found}
    kept = source if source in read else min(read)
    same: dict[tuple[object, ...], list[sqlite3.Row]] = {}
    for row in sorted(found, key=lambda row: (row["own"] != kept, row["uid"])):
        same.setdefault((row["start"], row["stop"], row["text"]), []).append(row)
    for first, *others in same.values():
        if first["own"] == kept:
            _keep(joined, source, (first, *others))
        for row in (first, *others):
            if row["own"] != kept and (first["own"] == kept or row["answer"] is None):
                joined.repair("candidate", row["uid"], {"deleted": True})


def _keep(joined: Joined, source: str, rows: Sequence[sqlite3.Row]) -> None:
    """Keeps the first with what any was answered; that it was accepted before that it was rejected."""
    told = max(rows, key=lambda row: (row["answer"] is not None, row["claim"] is not None))
    fields = {"source": source, "answer": told["answer"], "claim": told["claim"]}
    joined.repair("candidate", rows[0]["uid"], fields)
