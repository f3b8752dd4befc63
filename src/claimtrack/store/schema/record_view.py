"""The view `claim_record`: the record of docs/record.md, for datasette, sqlite-utils and any SQL user.

What is private is not in it: a view is the first thing that anybody publishes.

Its rules are those of `claimtrack.model` in SQL, and a test compares the two over generated records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import KINDS, OUTCOMES
from claimtrack.model.record import EVIDENCE_FACTS, FIELDS, JUDGED, PERIOD, SOURCE, VAGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.record import Field


def vague_form(table: str, name: str) -> str:
    """SQL for the shortest form of the date whose first and last day are columns of `table`."""
    first, last = f"{table}.{name}_first", f"{table}.{name}_last"
    month, months = f"substr({first}, 6, 2)", f"substr({last}, 6, 2) - substr({first}, 6, 2) + 1"
    whole = (
        f"substr({first}, 1, 4) = substr({last}, 1, 4) AND substr({first}, 9) = '01'"
        f" AND substr(date({last}, '+1 day'), 9) = '01'"
    )
    return f"""CASE WHEN {first} IS NULL THEN NULL WHEN {first} = {last} THEN {first} WHEN {whole} THEN
    CASE WHEN {months} = 12 THEN substr({first}, 1, 4)
      WHEN {months} = 6 AND {month} IN ('01', '07') THEN substr({first}, 1, 4) || '-H' || (1 + {month} / 7)
      WHEN {months} = 3 AND {month} % 3 = 1 THEN substr({first}, 1, 4) || '-Q' || (1 + {month} / 3)
      WHEN {months} = 1 THEN substr({first}, 1, 7) ELSE {first} || '/' || {last} END
    ELSE {first} || '/' || {last} END"""


def _label() -> str:
    own = "".join(
        f" WHEN c.kind = '{kind}' AND c.outcome = '{outcome.code}' THEN '{outcome.label(kind)}'"
        for kind in KINDS
        for outcome in OUTCOMES
        if outcome.by_kind
    )
    same = "".join(
        f" WHEN c.outcome = '{outcome.code}' THEN '{outcome.words[0]}'"
        for outcome in OUTCOMES
        if not outcome.by_kind
    )
    return f"CASE{own}{same} END"


def _object(**values: str) -> str:
    """SQL for the text of a JSON object whose values are texts, by their names.

    Spelled as the exports spell it, so that they take it as it is.
    """
    members = ", ".join(f'"{name}": %s' for name in values)
    return f"printf('{{{members}}}', {', '.join(values.values())})"


def _quoted(table: str, *columns: str) -> dict[str, str]:
    """Columns of a table as JSON has them."""
    return {column: f"json_quote({table}.{column})" for column in columns}


def _list(item: str, rows: str) -> str:
    """SQL for the text of a JSON list of what the rows have as `item`."""
    return f"(SELECT printf('[%s]', group_concat(item, ', ')) FROM (SELECT {item} AS item {rows}))"


def _where_any(looked_up: Sequence[str], found: str) -> str:
    """`found` where a row is to be found at all: to look that up costs less than to gather nothing."""
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {rows})" for rows in looked_up)
    return f"CASE WHEN {there} THEN {found} ELSE '[]' END"


_LIVE = "id = c.{0} AND deleted = 0"
_REPLACES = f"FROM claim WHERE {_LIVE.format('replaces_id')}"

_TAGS = _list("json_quote(tag)", "FROM claim_tag WHERE claim_id = c.id ORDER BY tag")

_SOURCE_OBJECT = _object(
    **_quoted("p", "id", "title", "publisher", "url", "archive_url"),
    published=f"json_quote({vague_form('p', 'published')})",
)
_APPEARANCES = _list(
    _object(
        said=f"json_quote({vague_form('a', 'said')})",
        source=f"CASE WHEN p.id IS NULL THEN 'null' ELSE {_SOURCE_OBJECT} END",
    ),
    "FROM appearance a LEFT JOIN source p ON p.id = a.source_id"
    " WHERE a.claim_id = c.id AND a.deleted = 0 ORDER BY a.uid",
)


# Of the verdict that stands, or collected while there is none.
def _evidence(verdict: str) -> str:
    return _list(
        _object(**_quoted("e", *(fact.name for fact in EVIDENCE_FACTS))),
        f"FROM evidence e WHERE e.claim_id = c.id AND e.verdict_id IS {verdict} AND e.deleted = 0 ORDER BY e.uid",
    )


# Oldest first, without those that were undone.
_VERDICTS = _where_any(
    ["verdict WHERE claim_id = c.id"],
    _list(
        _object(
            **_quoted("w", "uid", "act", "outcome", "rating"),
            happened=f"json_quote({vague_form('w', 'happened')})",
            **_quoted("w", "happened_first", "happened_last", "happened_words", "judged", "judge", "reason"),
            overrules="coalesce(replace(json(w.overrules), ',', ', '), 'null')",
            evidence=_evidence("w.id"),
        ),
        "FROM verdict w WHERE w.claim_id = c.id AND w.act <> 'annul'"
        " AND NOT EXISTS (SELECT 1 FROM verdict a WHERE a.annuls_id = w.id) ORDER BY w.uid",
    ),
)


def _others(column: str) -> str:
    return _where_any(
        ["contradiction WHERE claim_id = c.id", "contradiction WHERE other_id = c.id"],
        _list(
            f"json_quote(o.{column})",
            """FROM claim o WHERE o.deleted = 0 AND o.id IN (
      SELECT other_id FROM contradiction WHERE claim_id = c.id
      UNION ALL SELECT claim_id FROM contradiction WHERE other_id = c.id) ORDER BY o.uid""",
        ),
    )


# From the chain's first deadline to its newest, by last possible day, the same on each member. A member is as many
# steps from this one as its number is from the middle, so that the first and the newest are the least and the greatest.
_MIDDLE = 5_000_000
_SLIP = f"""CASE WHEN c.replaced_by_id IS NOT NULL OR c.replaces_id IS NOT NULL THEN (
    WITH RECURSIVE
      older(step, due, next) AS (SELECT {_MIDDLE}, c.due_last, c.replaces_id UNION ALL
        SELECT step - 1, m.due_last, m.replaces_id FROM older JOIN claim m ON m.id = next AND m.deleted = 0),
      newer(step, due, next) AS (SELECT {_MIDDLE}, NULL, c.replaced_by_id UNION ALL
        SELECT step + 1, m.due_last, m.replaced_by_id FROM newer JOIN claim m ON m.id = next)
    SELECT CASE WHEN count(due) > 1
      THEN CAST(julianday(substr(max(step || due), 8)) - julianday(substr(min(step || due), 8)) AS INTEGER) END
    FROM (SELECT step, due FROM older UNION ALL SELECT step, due FROM newer)) END"""

_SOURCE = (
    "p.id AS source_id, p.title AS source_title, p.publisher AS source_publisher, p.url AS source_url,"
    f" p.archive_url AS source_archive_url, {vague_form('p', 'published')} AS source_published"
)


def overdue(today: str) -> str:
    """SQL for whether the claim is overdue on a day."""
    return (
        "c.verdict_id IS NULL AND c.replaced_by_id IS NULL AND c.due_last IS NOT NULL"
        f" AND c.due_last < {today}"
    )


# What is no column of the claim or its verdict by that name.
FOLLOWS = {
    "speaker": "coalesce(r.name, s.name, c.unnamed)",
    "unnamed": "c.unnamed IS NOT NULL",
    "appearances": _APPEARANCES,
    "tags": _TAGS,
    "status": "CASE WHEN c.verdict_id IS NULL THEN 'unresolved' ELSE 'resolved' END",
    "overdue": overdue("date('now', 'localtime')"),
    "outcome_label": _label(),
    "late": "CASE WHEN v.happened_first > c.due_last THEN 1 WHEN v.happened_last <= c.due_last THEN 0 END",
    "disputed": "c.disputed IS NOT NULL",
    "evidence": _evidence("c.verdict_id"),
    "verdicts": _VERDICTS,
    "replaces": f"(SELECT id {_REPLACES})",
    "replaces_uid": f"(SELECT uid {_REPLACES})",
    "replaced_by": "c.replaced_by_id",
    "slip_days": _SLIP,
    "contradicts": _others("id"),
    "contradicts_uids": _others("uid"),
}
# What a `Claim` holds besides the record.
_BESIDES = (
    "p.uid AS source_uid, p.published_first AS source_published_first, p.published_last AS source_published_last,"
    " p.published_words AS source_published_words, v.happened_words, coalesce(r.uid, s.uid) AS speaker_uid,"
    " c.quote_spans"
)


def _columns(field: Field) -> str:
    """The columns of one field of the record."""
    if field.form == SOURCE:
        return _SOURCE
    if field.name in FOLLOWS:
        return f"{FOLLOWS[field.name]} AS {field.name}"
    table = "v" if field.of == JUDGED else "c"
    if field.form not in (VAGUE, PERIOD):
        return f"{table}.{field.name}"
    ends = f"{vague_form(table, field.name)} AS {field.name}, {table}.{field.name}_first, {table}.{field.name}_last"
    return ends if field.form == PERIOD else f"{ends}, {table}.{field.name}_words"


RECORD = f"""CREATE VIEW claim_record AS SELECT
  {", ".join(_columns(field) for field in FIELDS if not field.private)},
  {_BESIDES}
FROM claim c
  LEFT JOIN speaker s ON s.id = c.speaker_id LEFT JOIN speaker r ON r.id = s.same_as_id
  LEFT JOIN source p ON p.id = c.source_id LEFT JOIN verdict v ON v.id = c.verdict_id
WHERE +c.deleted = 0"""  # the table itself, in its order: an index would only have it looked up row by row

STATEMENTS = (RECORD,)
