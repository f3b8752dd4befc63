"""The ids of the claims that meet conditions, in order, and how many there are.

A list that ends after a screen walks an index in its order and looks at each claim in turn, unless another index
knows that only a few can meet one of the conditions. What has nothing to be ordered by comes last, in a second walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.text import folded
from claimtrack.store.search.conditions import OPEN, SLIP, Conditions, Ids

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

FEW = 4_000  # fetched one by one and sorted in the time in which a walk finds fifty where there are more
BEST_MATCH = "match"


# Some of the claims, by what they have in common and the table they come from, in the order of its terms.
Walk = tuple[str, str, tuple[str, ...]]
_Query = tuple[str, list[object]]  # what comes after SELECT and before ORDER BY, with its values


def _walk(*terms: str, some: str = "1", table: str = "claim") -> Walk:
    return some, table, terms


def _by(column: str, *terms: str) -> tuple[Walk, ...]:
    """By a column that may be empty."""
    known = _walk(*(terms or (column,)), "id", some=f"{column} IS NOT NULL")
    return known, _walk("id", some=f"{column} IS NULL")


_NAME = (
    "(SELECT fold(coalesce(r.name, s.name)) FROM speaker s LEFT JOIN speaker r ON r.id = s.same_as_id"
    " WHERE s.id = claim.speaker_id)"
)
_JUDGED = "EXISTS (SELECT 1 FROM verdict v WHERE v.id = claim.verdict_id AND v.judged IS NOT NULL)"
_BY_VERDICT = (
    "(SELECT id AS given, claim_id AS of_claim, judged AS on_day FROM verdict WHERE judged IS NOT NULL)"
    " CROSS JOIN claim ON claim.id = of_claim AND claim.verdict_id = given"
)
_BY_SLIP = (
    "(SELECT id AS of_claim, slip_days AS slip FROM claim_record WHERE id IN ("
    "SELECT id FROM claim WHERE replaces_id IS NOT NULL"
    " UNION ALL SELECT replaces_id FROM claim WHERE replaces_id IS NOT NULL) LIMIT -1)"
    " CROSS JOIN claim ON claim.id = of_claim"
)
_BY_ID = "claim NOT INDEXED"  # the table itself
_BY_MATCH = "claim_fts CROSS JOIN claim ON claim.id = claim_fts.rowid"
# Newest said first, unknown dates last; within one day the newest entered first.
_ORDERS = {
    "said": (_walk("day DESC", "id DESC"),),
    "due": _by("due_last"),
    "added": (_walk("id DESC", table=_BY_ID),),
    "updated": (_walk("updated_at DESC", "id DESC"),),
    "judged": (_walk("on_day DESC", "id DESC", table=_BY_VERDICT), _walk("id DESC", some=f"NOT {_JUDGED}")),
    "speaker": (
        _walk(_NAME, "day DESC", "id DESC", some="speaker_id IS NOT NULL"),
        _walk("day DESC", "id DESC", some="speaker_id IS NULL"),
    ),
    "slip": (
        _walk("slip DESC", "id DESC", some="slip IS NOT NULL", table=_BY_SLIP),
        _walk("id DESC", some=f"((replaces_id IS NULL AND replaced_by_id IS NULL) OR {SLIP} IS NULL)"),
    ),
    "remind": _by("remind"),
    "probability": _by("probability", "probability DESC"),
}
_MATCHES = (_walk("rank", "claim.id DESC", table=_BY_MATCH),)
SORTS = (*_ORDERS, BEST_MATCH)


def ids_of(
    connection: sqlite3.Connection,
    conditions: Conditions,
    *,
    sort: str,
    reverse: bool = False,
    limit: int | None = None,
) -> list[int]:
    """The ids of the claims that meet the conditions, in order, `limit` of them at most."""
    matched = bool(sort == BEST_MATCH and conditions.words)
    sought = (*conditions.found, *conditions.listed)
    few = None if matched else _fewest(connection, conditions, sought, at_most=None if limit is None else FEW)
    found: list[int] = []
    for walk in _MATCHES if matched else _ORDERS.get(sort, _ORDERS["said"]):
        left = -1 if limit is None else limit - len(found)
        text, values = _among(conditions, walk, few)
        *_, by = walk
        terms = ", ".join(map(_opposite, by) if reverse else by)
        rows = connection.execute(f"SELECT claim.id {text} ORDER BY {terms} LIMIT ?", (*values, left))
        found += [row[0] for row in rows.fetchall()]
        if len(found) == limit:
            break
    return found


def _fewest(
    connection: sqlite3.Connection, conditions: Conditions, sought: Sequence[Ids], *, at_most: int | None
) -> Ids | None:
    """The ids of those sought by which the claims are best looked up; null where they had better be walked through."""
    if conditions.words:
        return "SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?", (conditions.words,)
    counts = [
        connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM ({query}) LIMIT ?)", (*values, FEW + 1)
        ).fetchone()[0]
        for query, values in sought
    ]
    least = min(counts, default=FEW + 1)
    if at_most is not None and least > at_most:
        return None
    return sought[counts.index(least)] if counts else None


def _among(conditions: Conditions, walk: Walk, few: Ids | None) -> _Query:
    """The claims of a walk that meet the conditions."""
    some, table, _ = walk
    where, values = f"{some} AND {conditions.where()}", conditions.values
    if table is _BY_MATCH:
        return f"FROM {table} WHERE claim_fts MATCH ? AND {where}", [conditions.words, *values]
    if few is None:
        return f"FROM {table} WHERE {where}", values
    query, sought = few
    looked_up = _BY_ID if table == "claim" else table
    return f"FROM {looked_up} WHERE claim.id IN ({query}) AND {where}", [*sought, *values]


def _opposite(term: str) -> str:
    """The opposite order."""
    return term.removesuffix(" DESC") if term.endswith(" DESC") else f"{term} DESC"


def any_of(connection: sqlite3.Connection, conditions: Conditions) -> bool:
    """Whether a claim meets the conditions."""
    text, values = _unordered(connection, conditions)
    return bool(connection.execute(f"SELECT EXISTS (SELECT 1 {text})", values).fetchone()[0])


def count_of(connection: sqlite3.Connection, conditions: Conditions) -> int:
    """How many claims meet the conditions."""
    if len(conditions.clauses) == 1 and not conditions.words:
        return _all(connection)
    text, values = _unordered(connection, conditions)
    found: int = connection.execute(f"SELECT count(*) {text}", values).fetchone()[0]
    return found


def chosen(connection: sqlite3.Connection, conditions: Conditions) -> Ids:
    """The query of the ids of the claims that meet the conditions, in no order."""
    text, values = _unordered(connection, conditions)
    return f"SELECT claim.id {text}", tuple(values)


def _unordered(connection: sqlite3.Connection, conditions: Conditions) -> _Query:
    if conditions.words:
        return _among(conditions, *_MATCHES, None)
    return _among(conditions, _walk(), _fewest(connection, conditions, conditions.found, at_most=None))


def _all(connection: sqlite3.Connection) -> int:
    """How many claims there are; to count all rows of a table takes no look at any of them."""
    every, deleted = connection.execute(
        "SELECT (SELECT count(*) FROM claim), (SELECT count(*) FROM claim WHERE deleted <> 0)"
    ).fetchone()
    return int(every - deleted)


def standing(connection: sqlite3.Connection, today: date) -> tuple[int, int, int]:
    """How many claims there are, how many of them are unresolved, and how many overdue."""
    resolved, overdue = connection.execute(
        "SELECT (SELECT count(*) FROM claim WHERE verdict_id IS NOT NULL AND deleted = 0),"
        f" (SELECT count(*) FROM claim WHERE {OPEN} AND deleted = 0 AND due_last < ?)",
        (today.isoformat(),),
    ).fetchone()
    every = _all(connection)
    return every, every - resolved, overdue


def tags(connection: sqlite3.Connection) -> list[str]:
    """Every tag that a claim has."""
    # from each tag to the next one in the index: there are few, and a hundred thousand rows
    rows = connection.execute(
        """WITH RECURSIVE each_tag(name) AS (SELECT min(tag) FROM claim_tag UNION ALL
          SELECT (SELECT min(tag) FROM claim_tag WHERE tag > name) FROM each_tag WHERE name IS NOT NULL)
        SELECT name FROM each_tag WHERE EXISTS (
          SELECT 1 FROM claim_tag t JOIN claim c ON c.id = t.claim_id WHERE t.tag = name AND c.deleted = 0)"""
    )
    return [row[0] for row in rows.fetchall()]


def tag_as_spelled(connection: sqlite3.Connection, tag: str) -> str:
    """The tag as a claim has it already, case and accents aside; as it is where none does."""
    if connection.execute("SELECT 1 FROM claim_tag WHERE tag = ?", (tag,)).fetchone():
        return tag
    return next((there for there in tags(connection) if folded(there) == folded(tag)), tag)


def relays(connection: sqlite3.Connection) -> list[str]:
    """Everybody who relayed a claim, in the words of the record."""
    rows = connection.execute(
        """WITH RECURSIVE relay(name) AS (SELECT min(via) FROM claim WHERE via IS NOT NULL AND deleted = 0 UNION ALL
          SELECT (SELECT min(via) FROM claim WHERE via > name AND deleted = 0) FROM relay WHERE name IS NOT NULL)
        SELECT name FROM relay WHERE name IS NOT NULL"""
    )
    return [row[0] for row in rows.fetchall()]
