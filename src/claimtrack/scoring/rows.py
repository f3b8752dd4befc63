"""The table of figures: which chains go into which row, what follows from their counts, ranks, and the order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimtrack.model.claim import BY_SPEAKER
from claimtrack.model.scorecard import ENOUGH, Counts, Row, Table
from claimtrack.scoring.counts import Sums
from claimtrack.scoring.interval import wilson

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from claimtrack.model.scorecard import Alike

# What all groups come to together, each chain once: own claims, and second-hand ones.
Pools = dict[bool, Counts]
EVEN = 0.5
# Where the least is the best or the first; of all others the most comes first.
LEAST_FIRST = ("by", "name", "rank", "brier")


def table(
    found: Iterable[Alike],
    by: str = BY_SPEAKER,
    *,
    once: Iterable[Alike] | None = None,
    sort: str = "decided",
    reverse: bool = False,
    limit: int | None = None,
) -> Table:
    """A row for each group of claims, most decided first, then by name, unless `sort` names another column.

    `once` has each claim once, where one may be in several groups.
    """
    groups, unnamed = grouped(found)
    pools = pools_of(groups)
    if once is not None:
        alone, unnamed = grouped(once)
        pools = pools_of(alone)
    rows = [
        row(by, sums.name, sums.counts(), pools[second_hand], second_hand=second_hand)
        for (_, second_hand), sums in groups.items()
    ]
    ordered = in_order(ranked(rows), sort, reverse=reverse)
    shown = ordered if limit is None else ordered[:limit]
    totals = [row(by, None, pool, pool, second_hand=apart) for apart, pool in pools.items() if pool.claims]
    return Table(by, tuple(shown), tuple(totals), sort, unnamed, len(ordered) - len(shown))


def grouped(found: Iterable[Alike]) -> tuple[dict[tuple[Hashable, bool], Sums], int]:
    """What each group comes to, own and second-hand claims apart; and how many are of the unnamed, in no group."""
    groups: dict[tuple[Hashable, bool], Sums] = {}
    unnamed = 0
    for alike in found:
        if alike.unnamed:
            unnamed += alike.claims
            continue
        group = alike.key, bool(alike.second_hand)  # a database has 0 and 1
        sums = groups.get(group)
        if sums is None:
            sums = groups[group] = Sums(alike.name)
        sums.add(alike)
    return groups, unnamed


def pools_of(groups: dict[tuple[Hashable, bool], Sums]) -> Pools:
    """What all groups come to together: own claims, and second-hand ones."""
    pools = {False: Sums(), True: Sums()}
    for (_, second_hand), sums in groups.items():
        pools[second_hand] += sums
    return {second_hand: sums.counts() for second_hand, sums in pools.items()}


def row(by: str, name: str | None, of: Counts, pool: Counts, *, second_hand: bool) -> Row:
    """The figures that follow from counts, not ranked yet; `pool` is what all groups come to together."""
    decided = of.held + of.partly + of.failed
    compared = decided - of.scored
    low, high = wilson(of.worth, compared) if compared else (None, None)
    brier = of.squared_error / of.scored if of.scored else None
    return Row(
        by=by,
        name=name,
        claims=of.claims,
        decided=decided,
        undecided=of.undecided,
        void=of.void,
        held=of.worth / compared if compared else None,
        held_low=low,
        held_high=high,
        partly=of.partly,
        failed=of.failed,
        late=of.late,
        overdue=of.overdue,
        moves=of.moves,
        median_slip_days=of.median_slip_days,
        scored=of.scored,
        brier=brier,
        brier_skill=None if brier is None else 1 - brier / reference_of(pool),
        rank=None,
        second_hand=second_hand,
        worth=of.worth,
        compared=compared,
        late_known=of.late_known,
    )


def reference_of(pool: Counts) -> float:
    """The Brier score that skill is against, the same for every row: that of stating the base rate of all each time.

    Where all came out alike that would be a certainty that nobody had: it is then that of an even chance.
    """
    if pool.squared_outcomes * pool.scored == pool.outcomes**2:  # exact: outcomes are 1, a half or 0
        return EVEN**2
    return pool.squared_outcomes / pool.scored - (pool.outcomes / pool.scored) ** 2


def ranked(rows: Sequence[Row]) -> list[Row]:
    """`rows` with a rank where two or more speakers have enough of the same: claims that held or not, or forecasts.

    By the low end of the interval; those without enough for that, by skill. Equals rank alike.
    """
    by_held = _ranks(rows, lambda row: row.held_low if row.compared >= ENOUGH else None)
    by_skill = _ranks(rows, lambda row: row.brier_skill if row.scored >= ENOUGH else None)
    return [
        replace(row, rank=held or skilled, held_rank=held, skill_rank=skilled)
        for row, held, skilled in zip(rows, by_held, by_skill, strict=True)
    ]


def _ranks(rows: Sequence[Row], score: Callable[[Row], float | None]) -> list[int | None]:
    """The rank of each row by its score, most first; null without one, and where there is nobody to compare."""
    scores = [score(row) if row.by == BY_SPEAKER and not row.second_hand else None for row in rows]
    known = sorted(value for value in scores if value is not None)
    if len(known) < 2:  # noqa: PLR2004 - it takes two to compare
        return [None] * len(rows)
    return [None if value is None else 1 + len(known) - bisect_right(known, value) for value in scores]


def in_order(rows: Sequence[Row], sort: str, *, reverse: bool) -> list[Row]:
    """`rows` by one of NAMES, most first where more is more; equals by most decided, then by name; no value last."""
    by_default = sorted(
        rows, key=lambda row: (-row.decided, row.name is None, (row.name or "").casefold(), row.second_hand)
    )
    there = [row for row in by_default if getattr(row, sort) is not None]
    there.sort(
        key=lambda row: _comparable(getattr(row, sort)),
        reverse=reverse if sort in LEAST_FIRST else not reverse,
    )
    return [*there, *(row for row in by_default if getattr(row, sort) is None)]


def _comparable(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
