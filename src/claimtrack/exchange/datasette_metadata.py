"""What Datasette is told of a published database: titles, units, facets, the licence, and queries to start with."""

from __future__ import annotations

import json

from claimtrack.exchange.site_db import LABELS

OPEN = "status = 'unresolved' AND replaced_by IS NULL"
_SHOWN = "id, speaker, text, due"
QUERIES = {
    "due": (
        "Comes due",
        f"SELECT {_SHOWN} FROM claims WHERE {OPEN} AND due_last >= date('now') ORDER BY due_last",
    ),
    "overdue": (
        "Overdue: the last possible day has passed, and nobody judged",
        (
            f"SELECT {_SHOWN}, CAST(julianday(date('now')) - julianday(due_last) AS INTEGER) AS days_overdue"
            f" FROM claims WHERE {OPEN} AND due_last < date('now') ORDER BY due_last"
        ),
    ),
    "slipped": (
        "Dates that moved, the most days first",
        (
            f"SELECT {_SHOWN}, slip_days FROM claims WHERE slip_days IS NOT NULL AND replaced_by IS NULL"
            " ORDER BY abs(slip_days) DESC"
        ),
    ),
    "by_speaker": (
        "How claims came out, by speaker; what others relayed counts apart",
        (
            "SELECT speaker, second_hand, count(*) AS claims,"
            " count(*) FILTER (WHERE outcome = 'held') AS held,"
            " count(*) FILTER (WHERE outcome = 'partly') AS partly,"
            " count(*) FILTER (WHERE outcome = 'failed') AS failed,"
            f" count(*) FILTER (WHERE {OPEN} AND due_last < date('now')) AS overdue FROM claims"
            " WHERE NOT unnamed AND replaced_by IS NULL GROUP BY speaker, second_hand ORDER BY claims DESC, speaker"
        ),
    ),
    "without_evidence": (
        "Resolved without evidence",
        (
            f"SELECT {_SHOWN}, outcome_label, judged FROM claims WHERE status = 'resolved' AND id NOT IN"
            " (SELECT e.claim_id FROM evidence e JOIN verdicts v ON v.id = e.verdict_id WHERE v.stands) ORDER BY judged"
        ),
    ),
    "calendar": (
        "What comes due, for datasette-ics: add .ics to the address",
        (
            "SELECT uid AS event_uid, speaker || ': ' || text AS event_name, due_last AS event_dtstart,"
            f" coalesce(criterion, '') AS event_description FROM claims WHERE {OPEN} AND due_last IS NOT NULL"
            " ORDER BY due_last"
        ),
    ),
}
TITLES = {
    "claims": "What was claimed, and how it stands",
    "verdicts": "Every verdict, also those that no longer stand",
    "evidence": "Links and quotations for and against",
    "sources": "Where claims were reported",
    "speakers": "Whose claims they are",
    "moves": "Dates that were put off or brought forward",
}
FACETS = {
    "claims": ["speaker", "kind", "outcome", "status", "overdue", "second_hand", {"array": "tags"}],
    "verdicts": ["outcome", "judge", "stands"],
    "evidence": ["stance"],
    "sources": ["publisher"],
}
SORTED = {"claims": "id", "moves": "days", "verdicts": "judged", "speakers": "claims", "sources": "published"}
UNITS = {"claims": {"slip_days": "d"}, "moves": {"days": "d"}}


def metadata(name: str, *, title: str, as_of: str, licence: str | None = None) -> str:
    """The text of metadata.yaml for the database that is called `name`: JSON, which YAML takes as it is."""
    tables = {
        table: {
            "description": TITLES[table],
            **({"label_column": LABELS[table]} if table in LABELS else {}),
            **({"facets": FACETS[table]} if table in FACETS else {}),
            **({"sort_desc": SORTED[table]} if table in SORTED else {}),
            **({"units": UNITS[table]} if table in UNITS else {}),
        }
        for table in TITLES
    }
    queries = {query: {"title": words, "sql": sql} for query, (words, sql) in QUERIES.items()}
    told = {
        "title": title,
        "description": f"As of {as_of}. A claim that somebody else relayed is second-hand; notes are not published.",
        **({"license": licence} if licence else {}),
        "databases": {name: {"tables": tables, "queries": queries}},
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
