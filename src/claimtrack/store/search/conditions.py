"""Which claims: conditions over the table of claims, and what an index finds of those that meet one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Window = tuple[date | None, date | None]
Spellings = Sequence[str]  # of one tag or relay, as the record has them
Values = tuple[object, ...]
Ids = tuple[str, Values]  # a query of the ids of claims, which an index answers

OPEN = "verdict_id IS NULL AND replaced_by_id IS NULL"


class Clause(NamedTuple):
    """A condition on one claim; and where an index knows which claims may meet it, those."""

    holds: str
    values: Values = ()
    found: Ids | None = None


class Conditions:
    """A conjunction of SQL conditions on `claim`, with the values bound in it.

    `found` has ids among which those of all claims are that meet the conditions, and so has `listed`, where claims
    are only to be listed: an index has all that counting them takes. `words` are matched by full text.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.clauses = ["deleted = 0"]
        self.values: list[object] = []
        self.found: list[Ids] = []
        self.listed: list[Ids] = []
        self.words: str | None = None

    def add(self, clause: str, *values: object) -> None:
        """Narrows to what meets `clause`."""
        self.clauses.append(f"({clause})")
        self.values.extend(values)

    def either(self, clauses: Iterable[Clause]) -> None:
        """Narrows to what meets one of `clauses`, where there are any."""
        chosen = list(clauses)
        if not chosen:
            return
        self.add(" OR ".join(one.holds for one in chosen), *(value for one in chosen for value in one.values))
        found = [one.found for one in chosen if one.found]
        if len(found) == len(chosen):
            query = " UNION ALL ".join(query for query, _ in found)
            self.found.append((query, tuple(value for _, values in found for value in values)))

    def one_of(self, column: str, allowed: Iterable[object]) -> None:
        """Narrows to rows whose column holds one of `allowed`; null among them means an empty one."""
        self.either(Clause(f"{column} IS ?", (value,)) for value in allowed)

    def speakers(self, ids: list[int], *, unnamed: bool) -> None:
        """Narrows to speakers, or to the unnamed ones, or to either."""
        chosen = []
        if ids:
            places = ", ".join("?" * len(ids))
            # with one, the index has their claims in the order of a list
            chosen.append(
                Clause(f"speaker_id IN ({places})" if len(ids) > 1 else "speaker_id = ?", tuple(ids))
            )
        if unnamed:
            named = ("SELECT id FROM claim WHERE unnamed IS NOT NULL AND deleted = 0", ())
            chosen.append(Clause("unnamed IS NOT NULL", found=named))
        self.either(chosen)

    def status(self, statuses: Iterable[str]) -> None:
        """Narrows to resolved or unresolved claims."""
        self.either(Clause(f"verdict_id IS {'NOT ' * (status == 'resolved')}NULL") for status in statuses)

    def overdue(self) -> None:
        """Narrows to claims that are overdue today."""
        self.add(f"{OPEN} AND {_likely('due_last < ?')}", self.today.isoformat())

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
        self.add(f"{OPEN} AND remind <= ?", str(until))
        today = str(self.today)
        self.add(
            "due_last IS NULL OR due_last >= ? OR remind > ? OR (due_last < ? AND remind >= ?)",
            today, today, str(since), str(since),
        )  # fmt: skip  # the values in their order

    def comes_due(self, until: date | None = None) -> None:
        """Narrows to unresolved claims whose last possible day is today or later, and not after `until`."""
        self.add(f"{OPEN} AND due_last >= ?", self.today.isoformat())
        if until:
            self.add("due_last <= ? AND remind IS NULL", until.isoformat())

    def slipped(self) -> None:
        """Narrows to the newest claim of each chain whose date slipped."""
        moved = ("SELECT id FROM claim WHERE replaces_id IS NOT NULL", ())
        self.either(
            [Clause(f"replaces_id IS NOT NULL AND replaced_by_id IS NULL AND {SLIP} > 0", found=moved)]
        )

    def contradicted(self) -> None:
        """Narrows to claims that can't hold together with another."""
        others = "SELECT x.{0} FROM contradiction x CROSS JOIN claim o ON o.id = x.{1} WHERE o.deleted = 0"
        query = f"{others.format('claim_id', 'other_id')} UNION ALL {others.format('other_id', 'claim_id')}"
        self.either([Clause(f"id IN ({query})", found=(query, ()))])

    def disputed(self) -> None:
        """Narrows to claims of which two judges think differently, and nobody overruled one of them."""
        marked = ("SELECT id FROM claim WHERE disputed = 1 AND deleted = 0", ())
        self.either([Clause("disputed = 1", found=marked)])

    def unproven(self) -> None:
        """Narrows to resolved claims without evidence of their verdict."""
        self.add("unproven = 1")
        self.listed.append(("SELECT id FROM claim WHERE unproven = 1 AND deleted = 0", ()))

    def tags(self, wanted: Iterable[Iterable[Spellings | None]]) -> None:
        """Narrows to claims with all the tags of one of several groups; null among them means without any."""
        self.either(_every(map(_tagged, group)) for group in wanted)

    def without(self, tags: Iterable[Spellings | None]) -> None:
        """Narrows to claims with none of the tags; null among them means not without any."""
        for tag in map(_tagged, tags):
            self.add(f"NOT ({tag.holds})", *tag.values)

    def via(self, relays: Iterable[Spellings | None]) -> None:
        """Narrows to claims relayed by one of several, each in any of its spellings; null means first-hand."""
        self.either(
            Clause("via IS NULL") if spellings is None else _in_column("via", spellings)
            for spellings in relays
        )

    def sources(self, ids: Iterable[int | None]) -> None:
        """Narrows to claims reported in one of the sources, first or elsewhere; null means no source."""
        self.either(Clause("source_id IS NULL") if source is None else _reported(source) for source in ids)

    def evidence(self, stances: Iterable[str | None]) -> None:
        """Narrows by the evidence of the verdict that stands, or collected before one; null means none."""
        has = "EXISTS (SELECT 1 FROM evidence e WHERE e.claim_id = claim.id AND e.deleted = 0"
        has += " AND e.verdict_id IS claim.verdict_id"
        self.either(
            Clause(f"NOT {has})") if stance is None else
            Clause(f"{has})") if stance == "any" else Clause(f"{has} AND e.stance = ?)", (stance,))
            for stance in stances
        )  # fmt: skip  # the three cases one below the other

    def falls_in(self, name: str, windows: Iterable[Window | None]) -> None:
        """Narrows to claims whose date `name` may fall in one of the windows; null means no date."""
        self.either(_overlap(name, window) for window in windows)

    def judged(self, windows: Iterable[Window | None]) -> None:
        """Narrows to claims whose standing verdict was given in one of the windows; null means not judged."""
        self.either(map(_judged, windows))

    def search(self, words: str) -> None:
        """Narrows to claims in which all the words are found; no words narrow to nothing at all."""
        from claimtrack.store.search.words import asked_for  # noqa: PLC0415  # most lists are of all words

        asked = asked_for(words)
        self.words = asked.expression
        for clause, values in asked.conditions():
            self.add(clause, *values)

    def where(self) -> str:
        """The conditions as one SQL expression."""
        return " AND ".join(self.clauses)


# asked of one claim at a time: the record has it worked out through the whole chain
SLIP = "(SELECT slip_days FROM claim_record r WHERE r.id = claim.id)"


def _likely(condition: str) -> str:
    """The condition, known to most that could meet it, so that no order is given up for it."""
    return f"likelihood({condition}, 0.9)"


def _in_column(column: str, values: Spellings) -> Clause:
    places = ", ".join("?" * len(values))
    found = (f"SELECT id FROM claim WHERE {column} IN ({places}) AND deleted = 0", tuple(values))
    return Clause(f"+{column} IN ({places})", tuple(values), found)


def _reported(source: int) -> Clause:
    """The condition that a claim was reported in the source, first or elsewhere."""
    elsewhere = "FROM appearance a WHERE a.source_id = ? AND a.deleted = 0"
    found = (
        f"SELECT id FROM claim WHERE source_id = ? UNION ALL SELECT a.claim_id {elsewhere}",
        (source, source),
    )
    return Clause(
        f"+source_id = ? OR EXISTS (SELECT 1 {elsewhere} AND a.claim_id = claim.id)", (source, source), found
    )


def _tagged(tag: Spellings | None) -> Clause:
    """The condition that a claim has the tag, or for null that it has none at all."""
    has = "EXISTS (SELECT 1 FROM claim_tag t WHERE t.claim_id = claim.id"
    if tag is None:
        return Clause(f"NOT {has})")
    places, values = ", ".join("?" * len(tag)), tuple(tag)
    found = (f"SELECT claim_id FROM claim_tag WHERE tag IN ({places})", values)
    return Clause(f"{has} AND t.tag IN ({places}))", values, found)


def _every(clauses: Iterable[Clause]) -> Clause:
    """All of the conditions as one."""
    chosen = list(clauses)
    values = tuple(value for one in chosen for value in one.values)
    found = next((one.found for one in chosen if one.found), None)
    return Clause(" AND ".join(one.holds for one in chosen), values, found)


def _bounds(first: str, last: str, window: Window) -> tuple[str, Values]:
    start, end = window
    parts = [f"{last} >= ?"] * (start is not None) + [f"{first} <= ?"] * (end is not None)
    values = tuple(day.isoformat() for day in window if day is not None)
    return " AND ".join(parts) or f"{last} IS NOT NULL", values


def _overlap(name: str, window: Window | None) -> Clause:
    """The condition that a date may fall in the window."""
    if window is None:
        return Clause(f"{name}_last IS NULL")
    bounds, values = _bounds(f"{name}_first", f"{name}_last", window)
    holds, _ = _bounds(f"+{name}_first", f"+{name}_last", window)
    return Clause(holds, values, (f"SELECT id FROM claim WHERE {bounds} AND deleted = 0", values))


def _judged(window: Window | None) -> Clause:
    """The condition that the verdict that stands was given in the window."""
    of_claim = "SELECT 1 FROM verdict v WHERE v.id = claim.verdict_id"
    if window is None:
        return Clause(f"NOT EXISTS ({of_claim} AND v.judged IS NOT NULL)")
    bounds, values = _bounds("v.judged", "v.judged", window)
    found = (f"SELECT v.claim_id FROM verdict v WHERE {bounds}", values)
    return Clause(f"EXISTS ({of_claim} AND {bounds})", values, found)
