"""A clean SQLite file for publishing: claims with what hangs on them, full text, and nothing that is private.

https://sqlite-utils.datasette.io/en/stable/python-api.html is what makes it, Datasette is what it is made for.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.model import JUDGE, TAKE_BACK, ended, outcome_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sqlite_utils import Database

    from claimtrack.model import Appearance, Claim, Evidence, Source, Speaker, Verdict
    from claimtrack.model.report import Judged

APPLICATION_ID = 0x636C7374  # "clst": a file that may be replaced by a newer one
_ID_AT = 68  # where SQLite keeps it in a file's header
Row = dict[str, object]


CLAIMS = {
    "id": int, "uid": str, "kind": str, "speaker": str, "speaker_id": int, "unnamed": int, "role": str, "text": str,
    "quote": str, "translation": str, "said": str, "said_first": str, "said_last": str, "due": str, "due_first": str,
    "due_last": str, "due_words": str, "criterion": str, "via": str, "second_hand": int, "source_id": int,
    "appearances": str, "tags": str, "probability": float, "status": str, "overdue": int, "outcome": str,
    "outcome_label": str, "rating": str, "happened": str, "judged": str, "judge": str, "reason": str, "late": int,
    "disputed": int, "replaces": int, "replaced_by": int, "slip_days": int, "contradicts": str, "created_at": str,
    "updated_at": str,
}  # fmt: skip  # a row a column would be a page
TABLES: dict[str, dict[str, type]] = {
    "speakers": {"id": int, "uid": str, "name": str, "aliases": str, "claims": int},
    "sources": {
        "id": int, "uid": str, "title": str, "publisher": str, "url": str, "archive_url": str, "published": str,
    },
    "claims": CLAIMS,
    "verdicts": {
        "id": int, "claim_id": int, "outcome": str, "outcome_label": str, "rating": str, "happened": str,
        "judged": str, "judge": str, "reason": str, "stands": int, "taken_back": int,
        "disputes": int,
    },
    "evidence": {
        "id": int, "claim_id": int, "verdict_id": int, "stance": str, "url": str, "archive_url": str, "quote": str,
        "added": str,
    },
    "moves": {
        "id": int, "claim_id": int, "from_claim_id": int, "due": str, "from_due": str, "days": int, "said": str,
    },
}  # fmt: skip  # a table
# Each table's references, and the column by which a row is named.
REFERENCES: dict[str, list[tuple[str, str]]] = {
    "claims": [
        ("speaker_id", "speakers"),
        ("source_id", "sources"),
        ("replaces", "claims"),
        ("replaced_by", "claims"),
    ],
    "verdicts": [("claim_id", "claims")],
    "evidence": [("claim_id", "claims"), ("verdict_id", "verdicts")],
    "moves": [("claim_id", "claims"), ("from_claim_id", "claims")],
}
LABELS = {"claims": "text", "speakers": "name", "sources": "title", "verdicts": "outcome_label"}
SEARCHED = ("text", "quote", "translation", "speaker", "reason")
_MOVES = """INSERT INTO moves (claim_id, from_claim_id, due, from_due, days, said)
SELECT newer.id, older.id, newer.due, older.due,
  CAST(julianday(newer.due_last) - julianday(older.due_last) AS INTEGER), newer.said
FROM claims newer JOIN claims older ON older.id = newer.replaces ORDER BY newer.id"""
_INSIDE = "UPDATE claims SET {0} = NULL WHERE {0} NOT IN (SELECT id FROM claims)"
_COUNTED = "UPDATE speakers SET claims = (SELECT count(*) FROM claims WHERE speaker_id = speakers.id)"


def write(judged: Iterable[Judged], path: Path, *, speakers: Mapping[str, Speaker]) -> int:
    """Makes the database at `path`, where there is nothing yet, and returns how many claims it holds.

    `speakers` are those of the claims, by uid. No note, of a claim or of a piece of evidence, gets into it.
    """
    from sqlite_utils import Database  # noqa: PLC0415  # takes longer to load than a whole command

    made = Database(str(path))
    try:
        for name, columns in TABLES.items():
            made.create_table(
                name, columns, pk="id", foreign_keys=[(*pair, "id") for pair in REFERENCES.get(name, ())]
            )
        with made.conn:
            count = _fill(made, judged, speakers)
        made.table("claims").enable_fts(SEARCHED, tokenize="porter unicode61")
        for column in ("speaker_id", "due_last", "status"):
            made.table("claims").create_index([column])
        made.index_foreign_keys()
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        made.vacuum()
    finally:
        made.close()
    return count


def is_one(path: Path) -> bool:
    """Whether the file was made here, so that a newer one may take its place."""
    with path.open("rb") as file:
        file.seek(_ID_AT)
        return file.read(4) == APPLICATION_ID.to_bytes(4)


def copy_into(new: Path, old: Path) -> None:
    """Puts all that is in one published database into another that is being read, at once."""
    from sqlite_utils import Database  # noqa: PLC0415  # as above

    source, target = Database(str(new)), Database(str(old))
    try:
        source.conn.backup(target.conn)
    finally:
        source.close()
        target.close()


def _fill(made: Database, judged: Iterable[Judged], speakers: Mapping[str, Speaker]) -> int:
    """Every row of every table; whatever refers to a claim that is not published refers to none."""
    sources: dict[int, Source] = {}
    met: set[str] = set()
    count = acts = 0
    for some in _batches(judged):
        count += len(some)
        made.table("claims").insert_all([_claim(one.claim, speakers) for one in some])
        for one in some:
            acts = _add_acts(made, one, acts)
            met.add(one.claim.speaker_uid or "")
            sources |= {one.claim.source.id: one.claim.source} if one.claim.source else {}
    made.table("speakers").insert_all([_speaker(speakers[uid]) for uid in sorted(met - {""})])
    made.table("sources").insert_all([_source(source) for source in sources.values()])
    for statement in (*map(_INSIDE.format, ("replaces", "replaced_by")), _MOVES, _COUNTED):
        made.execute(statement)
    return count


def _batches(judged: Iterable[Judged]) -> Iterator[list[Judged]]:
    """A thousand at a time, so that memory does not grow with the file."""
    left = iter(judged)
    while some := list(islice(left, 1000)):
        yield some


def _claim(claim: Claim, speakers: Mapping[str, Speaker]) -> Row:
    row: Row = {name: getattr(claim, name) for name in CLAIMS if hasattr(claim, name)}
    row |= {
        name: None if row[name] is None else str(row[name]) for name in ("said", "due", "happened", "judged")
    }
    for name, when in (("said", claim.said), ("due", claim.due)):
        row |= {
            f"{name}_first": when and when.first.isoformat(),
            f"{name}_last": when and when.last.isoformat(),
        }
    known = speakers.get(claim.speaker_uid or "")
    return row | {
        "speaker_id": known and known.id,
        "source_id": claim.source and claim.source.id,
        "second_hand": claim.via is not None,
        "appearances": _json([_appearance(one) for one in claim.appearances]),
        "tags": _json(list(claim.tags)),
        "contradicts": _json(list(claim.contradicts)),
    }


def _json(value: list[object] | list[str] | list[int]) -> str:
    """As Datasette shows it, and makes facets of it."""
    return json.dumps(value, ensure_ascii=False)


def _appearance(one: Appearance) -> object:
    source = one.source
    told = source and {"title": source.title, "publisher": source.publisher, "url": source.url}
    return {"said": one.said and str(one.said), "source": told}


def _speaker(speaker: Speaker) -> Row:
    return {
        "id": speaker.id,
        "uid": speaker.uid,
        "name": speaker.name,
        "aliases": _json(list(speaker.aliases)),
    }


def _source(source: Source) -> Row:
    row = {name: getattr(source, name) for name in TABLES["sources"]}
    return row | {"title": source.label, "published": source.published and str(source.published)}


def _add_acts(made: Database, one: Judged, before: int) -> int:
    """The verdicts on a claim that were meant, and the evidence; `before` verdicts are there already."""
    claim, number = one.claim, before
    collected = claim.evidence if claim.status != "resolved" else ()
    pieces: list[tuple[int | None, Evidence]] = [(None, piece) for piece in collected]
    taken_back = {verdict.uid for verdict, newer in ended(one.verdicts) if newer.act == TAKE_BACK}
    rows: list[Row] = []
    for verdict in one.verdicts:
        if not verdict.annulled and verdict.act == JUDGE:
            number += 1
            rows.append(_verdict(claim, verdict, taken_back=verdict.uid in taken_back) | {"id": number})
            pieces += [(number, piece) for piece in verdict.evidence]
    made.table("verdicts").insert_all(rows)
    made.table("evidence").insert_all([_evidence(claim, piece, act) for act, piece in pieces])
    return number


def _verdict(claim: Claim, verdict: Verdict, *, taken_back: bool) -> Row:
    row: Row = {
        name: getattr(verdict, name)
        for name in ("outcome", "rating", "judge", "reason", "stands", "disputes")
    }
    return row | {
        "claim_id": claim.id,
        "outcome_label": outcome_label(claim.kind, verdict.outcome),
        "happened": verdict.happened and str(verdict.happened),
        "judged": verdict.judged and verdict.judged.isoformat(),
        "taken_back": taken_back,
    }


def _evidence(claim: Claim, piece: Evidence, verdict: int | None) -> Row:
    row: Row = {name: getattr(piece, name) for name in ("stance", "url", "archive_url", "quote", "added")}
    return row | {"claim_id": claim.id, "verdict_id": verdict}
