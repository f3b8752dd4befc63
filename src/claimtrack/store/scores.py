"""What scores are made of, grouped by the database: claims that are alike in all that scores ask of a claim."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.chain import chains
from claimtrack.model.scorecard import Alike
from claimtrack.store.schema.record_view import FOLLOWS, overdue
from claimtrack.store.search import chosen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.store.search import Conditions

_SPEAKERS = "LEFT JOIN speaker s ON s.id = c.speaker_id LEFT JOIN speaker r ON r.id = s.same_as_id"
_SOURCES = "LEFT JOIN source p ON p.id = c.source_id"
# For each group that claims can be in: what tells it from others, what it is called, and the tables that know.
_GROUPS = {
    "": ("NULL", "NULL", ""),
    "speaker": ("coalesce(r.id, s.id)", "coalesce(r.name, s.name)", _SPEAKERS),
    "tag": ("t.tag", "t.tag", "LEFT JOIN claim_tag t ON t.claim_id = c.id"),
    "kind": ("c.kind", "c.kind", ""),
    "role": ("c.role", "c.role", ""),
    "source": ("p.id", "coalesce(p.title, p.url)", _SOURCES),
    "judge": ("v.judge", "v.judge", ""),
    "year": (
        "CAST(substr(coalesce(c.due_last, c.said_last, p.published_last), 1, 4) AS INTEGER)",
        "CAST(CAST(substr(coalesce(c.due_last, c.said_last, p.published_last), 1, 4) AS INTEGER) AS TEXT)",
        _SOURCES,
    ),
}
# By the attributes of Alike, without the group.
_ALIKE = {
    "second_hand": "c.via IS NOT NULL",
    "unnamed": "c.unnamed IS NOT NULL",
    "kind": "c.kind",
    "resolved": "c.verdict_id IS NOT NULL",
    "outcome": "c.outcome",
    "probability": "c.probability",
    "happened": "coalesce(v.happened_last < c.said_first, 0)",
    "late": FOLLOWS["late"],
    "overdue": overdue("?"),
    "dated": "c.due_last IS NOT NULL",
}
# What only scorecards ask for; without it more claims are alike.
_FOR_SCORECARDS = {"kind": "''", "dated": "0"}
_MOVES = "SELECT {} FROM claim WHERE replaces_id IS NOT NULL"
# The claims that replaced another or were replaced, deleted ones too.
_MOVED = f"{_MOVES.format('id')} UNION ALL {_MOVES.format('replaces_id')}"
_IN_CHAIN = f"c.id IN ({_MOVED}) AND (c.replaces_id IS NOT NULL OR c.replaced_by_id IS NOT NULL)"
_LINKS = f"c.id, {FOLLOWS['replaces']}, c.replaced_by_id, {FOLLOWS['slip_days']}, c.due_first, c.due_last"


class _Member(NamedTuple):
    """A claim that replaced another or was replaced, as far as its chain asks, in each of its groups."""

    id: int
    replaces: int | None
    replaced_by: int | None
    slip_days: int | None
    due: tuple[str | None, str | None]
    alike: list[Alike]


def alike(
    connection: sqlite3.Connection, conditions: Conditions, by: str = "", *, detailed: bool = False
) -> Iterator[Alike]:
    """The claims that meet the conditions, in the groups of `by`, each chain by its newest; some in several groups.

    Without `by` they are in one group, each once. What only scorecards ask for is left out unless it is `detailed`.
    """
    key, name, tables = _GROUPS[by]
    columns = _ALIKE if detailed else _ALIKE | _FOR_SCORECARDS
    selected = ", ".join((key, f"{name} AS name", *columns.values()))
    among, values = _among(connection, conditions)
    source = f"FROM claim c LEFT JOIN verdict v ON v.id = c.verdict_id {tables} WHERE {among}"
    bound = (conditions.today.isoformat(), *values)
    grouped = ", ".join(str(at) for at in range(1, 3 + len(columns)) if at != 2)  # noqa: PLR2004  # the name
    rows = connection.execute(
        f"SELECT {selected}, count(*) {source} AND c.replaces_id IS NULL AND c.replaced_by_id IS NULL"
        f" GROUP BY {grouped}",
        bound,
    )
    yield from starmap(Alike, rows)
    moved = connection.execute(f"SELECT {_LINKS}, {selected} {source} AND {_IN_CHAIN}", bound)
    yield from _newest(moved)


def _among(connection: sqlite3.Connection, conditions: Conditions) -> tuple[str, Sequence[object]]:
    """The condition on the claim `c` that it meets all the others."""
    if len(conditions.clauses) == 1 and not conditions.words:
        return "c.deleted = 0", ()  # all of the table is read faster than looked up one by one
    query, values = chosen(connection, conditions)
    return f"c.id IN ({query})", values


def _newest(rows: Iterable[sqlite3.Row]) -> Iterator[Alike]:
    """The newest claim of each chain that is in the rows, with the moves of the chain."""
    members: dict[int, _Member] = {}
    for identity, replaces, replaced_by, slip, first, last, *attributes in rows:
        member = members.setdefault(
            identity, _Member(identity, replaces, replaced_by, slip, (first, last), [])
        )
        member.alike.append(Alike(*attributes))
    for chain in chains(members.values()):
        newest = chain[-1]
        moves = sum(member.replaces is not None for member in chain)
        changed = bool(newest.slip_days) or len({member.due for member in chain}) > 1
        for one in newest.alike:
            yield one._replace(moves=moves, slip=newest.slip_days if changed else None)
