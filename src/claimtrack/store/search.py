"""Which claims: conditions over the table of claims, and the order they come in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from claimtrack.store.schema import derived

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

Window = tuple[date | None, date | None]
Spellings = Sequence[str]  # of one tag or relay, as the record has them
Clause = tuple[str, tuple[object, ...]]

# Newest said first, unknown dates last; within one day the newest entered first.
_NAME = (
    "(SELECT fold(coalesce(r.name, s.name)) FROM speaker s LEFT JOIN speaker r ON r.id = s.same_as_id"
    " WHERE s.id = claim.speaker_id)"
)
_SLIP = "(SELECT slip_days FROM claim_record r WHERE r.id = claim.id)"
_JUDGED = "(SELECT judged FROM verdict v WHERE v.id = claim.verdict_id)"
ORDERS = {
    "said": ("day DESC", "id DESC"),
    "due": ("due_last IS NULL", "due_last", "id"),
    "added": ("id DESC",),
    "updated": ("updated_at DESC", "id DESC"),
    "judged": (f"{_JUDGED} IS NULL", f"{_JUDGED} DESC", "id DESC"),
    "speaker": (f"{_NAME} IS NULL", _NAME, "day DESC", "id DESC"),
    "slip": (f"{_SLIP} IS NULL", f"{_SLIP} DESC", "id DESC"),
    "remind": ("remind IS NULL", "remind", "id"),
    "probability": ("probability IS NULL", "probability DESC", "id"),
}
BEST_MATCH = "match"
SORTS = (*ORDERS, BEST_MATCH)


class Conditions:
    """A conjunction of SQL conditions on `claim`, with the values bound in it."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.clauses = ["deleted = 0"]
        self.values: list[object] = []
        self.words: str | None = None

    def add(self, clause: str, *values: object) -> None:
        """Narrows to what meets `clause`."""
        self.clauses.append(f"({clause})")
        self.values.extend(values)

    def either(self, clauses: Iterable[Clause]) -> None:
        """Narrows to what meets one of `clauses`, where there are any."""
        chosen = list(clauses)
        if chosen:
            self.add(
                " OR ".join(clause for clause, _ in chosen),
                *(value for _, values in chosen for value in values),
            )

    def one_of(self, column: str, allowed: Iterable[object]) -> None:
        """Narrows to rows whose column holds one of `allowed`; null among them means an empty one."""
        self.either((f"{column} IS ?", (value,)) for value in allowed)

    def speakers(self, ids: list[int], *, unnamed: bool) -> None:
        """Narrows to speakers, or to the unnamed ones, or to either."""
        chosen: list[Clause] = []
        if ids:
            places = ", ".join("?" * len(ids))
            chosen.append((f"speaker_id IN ({places})" if len(ids) > 1 else "speaker_id = ?", tuple(ids)))
        if unnamed:
            chosen.append(("unnamed IS NOT NULL", ()))
        self.either(chosen)

    def status(self, statuses: Iterable[str]) -> None:
        """Narrows to resolved or unresolved claims."""
        self.either((f"verdict_id IS {'NOT ' * (status == 'resolved')}NULL", ()) for status in statuses)

    def overdue(self) -> None:
        """Narrows to claims that are overdue today."""
        self.add("verdict_id IS NULL AND replaced_by_id IS NULL AND due_last < ?", self.today.isoformat())

    def fell_due(self, since: date) -> None:
        """Narrows to what fell due from that day on and is overdue, but for what is to be looked at on a later day."""
        self.overdue()
        self.add("due_last >= ? AND (remind IS NULL OR remind <= ?)", str(since), str(self.today))

    def long_overdue(self, since: date) -> None:
        """Narrows to what fell due before that day and is overdue, but for what is to be looked at from it on."""
        self.overdue()
        self.add("due_last < ? AND (remind IS NULL OR remind < ?)", str(since), str(since))

    def reminded(self, since: date, until: date) -> None:
        """Narrows to unresolved claims to be looked at again by `until`, but for those that fell due otherwise."""
        self.add("verdict_id IS NULL AND replaced_by_id IS NULL AND remind <= ?", str(until))
        today = str(self.today)
        self.add(
            "due_last IS NULL OR due_last >= ? OR remind > ? OR (due_last < ? AND remind >= ?)",
            today, today, str(since), str(since),
        )  # fmt: skip  # the values in their order

    def comes_due(self, until: date | None = None) -> None:
        """Narrows to unresolved claims whose last possible day is today or later, and not after `until`."""
        self.add("verdict_id IS NULL AND replaced_by_id IS NULL AND due_last >= ?", self.today.isoformat())
        if until:
            self.add("due_last <= ? AND remind IS NULL", until.isoformat())

    def slipped(self) -> None:
        """Narrows to the newest claim of each chain whose date slipped."""
        self.add(f"replaces_id IS NOT NULL AND replaced_by_id IS NULL AND {_SLIP} > 0")

    def contradicted(self) -> None:
        """Narrows to claims that can't hold together with another."""
        self.add(
            "EXISTS (SELECT 1 FROM contradiction x JOIN claim o ON o.id IN (x.claim_id, x.other_id)"
            " AND o.id <> claim.id WHERE claim.id IN (x.claim_id, x.other_id) AND o.deleted = 0)"
        )

    def disputed(self) -> None:
        """Narrows to claims of which two judges think differently, and nobody overruled one of them."""
        self.add(
            "id IN (SELECT claim_id FROM verdict GROUP BY claim_id HAVING count(*) > 1)"
            f" AND {derived.disputed('claim')}"
        )

    def tags(self, wanted: Iterable[Iterable[Spellings | None]]) -> None:
        """Narrows to claims with all the tags of one of several groups; null among them means without any."""
        self.either(_every(map(_tagged, group)) for group in wanted)

    def without(self, tags: Iterable[Spellings | None]) -> None:
        """Narrows to claims with none of the tags; null among them means not without any."""
        for clause, values in map(_tagged, tags):
            self.add(f"NOT ({clause})", *values)

    def via(self, relays: Iterable[Spellings | None]) -> None:
        """Narrows to claims relayed by one of several, each in any of its spellings; null means first-hand."""
        self.either(
            ("via IS NULL", ()) if spellings is None else _one_of("via", spellings) for spellings in relays
        )

    def sources(self, ids: Iterable[int | None]) -> None:
        """Narrows to claims reported in one of the sources, first or elsewhere; null means no source."""
        elsewhere = "id IN (SELECT claim_id FROM appearance WHERE source_id = ? AND deleted = 0)"
        self.either(
            ("source_id IS NULL", ())
            if source is None
            else (f"source_id = ? OR {elsewhere}", (source, source))
            for source in ids
        )

    def evidence(self, stances: Iterable[str | None]) -> None:
        """Narrows by the evidence of the verdict that stands, or collected before one; null means none."""
        has = "EXISTS (SELECT 1 FROM evidence e WHERE e.claim_id = claim.id AND e.deleted = 0"
        has += " AND e.verdict_id IS claim.verdict_id"
        self.either(
            (f"NOT {has})", ()) if stance is None else
            (f"{has})", ()) if stance == "any" else (f"{has} AND e.stance = ?)", (stance,))
            for stance in stances
        )  # fmt: skip  # the three cases one below the other

    def falls_in(self, name: str, windows: Iterable[Window | None]) -> None:
        """Narrows to claims whose date `name` may fall in one of the windows; null means no date."""
        self.either(_overlap(name, window) for window in windows)

    def judged(self, windows: Iterable[Window | None]) -> None:
        """Narrows to claims whose standing verdict was given in one of the windows; null means not judged."""
        for_day = "EXISTS (SELECT 1 FROM verdict v WHERE v.id = claim.verdict_id AND {})"
        chosen: list[Clause] = []
        for window in windows:
            if window is None:
                chosen.append((f"NOT {for_day.format('v.judged IS NOT NULL')}", ()))
            else:
                bounds, values = _bounds("v.judged", "v.judged", window)
                chosen.append((for_day.format(bounds), values))
        self.either(chosen)

    def search(self, words: str) -> None:
        """Narrows to claims in which all the words are found; no words narrow to nothing at all."""
        from claimtrack.store.search_words import asked_for  # noqa: PLC0415  # most lists are of all words

        asked = asked_for(words)
        self.words = asked.expression
        for clause, values in asked.conditions():
            self.add(clause, *values)

    def where(self) -> str:
        """The conditions as one SQL expression."""
        return " AND ".join(self.clauses)


def _one_of(column: str, values: Spellings) -> Clause:
    return f"{column} IN ({', '.join('?' * len(values))})", tuple(values)


def _tagged(tag: Spellings | None) -> Clause:
    """The condition that a claim has the tag, or for null that it has none at all."""
    if tag is None:
        return "NOT EXISTS (SELECT 1 FROM claim_tag t WHERE t.claim_id = claim.id)", ()
    clause, values = _one_of("tag", tag)
    return f"id IN (SELECT claim_id FROM claim_tag WHERE {clause})", values


def _every(clauses: Iterable[Clause]) -> Clause:
    """All of the conditions as one."""
    chosen = list(clauses)
    return " AND ".join(clause for clause, _ in chosen), tuple(v for _, values in chosen for v in values)


def _bounds(first: str, last: str, window: Window) -> Clause:
    start, end = window
    parts = [f"{last} >= ?"] * (start is not None) + [f"{first} <= ?"] * (end is not None)
    values = tuple(day.isoformat() for day in window if day is not None)
    return " AND ".join(parts) or f"{last} IS NOT NULL", values


def _overlap(name: str, window: Window | None) -> Clause:
    if window is None:
        return f"{name}_last IS NULL", ()
    return _bounds(f"{name}_first", f"{name}_last", window)


def ids_of(
    connection: sqlite3.Connection,
    conditions: Conditions,
    *,
    sort: str,
    reverse: bool = False,
    limit: int | None = None,
) -> list[int]:
    """The ids of the claims that meet the conditions, in order, `limit` of them at most."""
    if sort == BEST_MATCH and conditions.words:
        query = (
            "SELECT claim.id FROM claim JOIN claim_fts ON claim_fts.rowid = claim.id"
            f" WHERE claim_fts MATCH ? AND {conditions.where()} ORDER BY rank{' DESC' * reverse}, claim.id DESC LIMIT ?"
        )
        values = [conditions.words, *conditions.values]
    else:
        order = ORDERS.get(sort, ORDERS["said"])
        terms = ", ".join(map(_opposite, order) if reverse else order)
        query = f"SELECT id FROM claim WHERE {conditions.where()} ORDER BY {terms} LIMIT ?"
        values = conditions.values
    rows = connection.execute(query, (*values, -1 if limit is None else limit))
    return [row[0] for row in rows.fetchall()]


def _opposite(term: str) -> str:
    """The opposite order; what has no value still comes last."""
    if term.endswith("IS NULL"):
        return term
    return term.removesuffix(" DESC") if term.endswith(" DESC") else f"{term} DESC"


def any_of(connection: sqlite3.Connection, conditions: Conditions) -> bool:
    """Whether a claim meets the conditions."""
    query = f"SELECT EXISTS (SELECT 1 FROM claim WHERE {conditions.where()})"
    return bool(connection.execute(query, conditions.values).fetchone()[0])


def count_of(connection: sqlite3.Connection, conditions: Conditions) -> int:
    """How many claims meet the conditions."""
    query = f"SELECT count(*) FROM claim WHERE {conditions.where()}"
    found: int = connection.execute(query, conditions.values).fetchone()[0]
    return found


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


def relays(connection: sqlite3.Connection) -> list[str]:
    """Everybody who relayed a claim, in the words of the record."""
    rows = connection.execute("SELECT DISTINCT via FROM claim WHERE deleted = 0 AND via IS NOT NULL")
    return [row[0] for row in rows.fetchall()]
