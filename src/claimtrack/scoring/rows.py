"""The table of figures: which chains go into which row, what follows from their counts, ranks, and the order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimtrack.model.chain import chains
from claimtrack.model.claim import BY_SPEAKER
from claimtrack.model.scorecard import ENOUGH, Counts, Row, Table
from claimtrack.scoring.counts import counts
from claimtrack.scoring.interval import wilson

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from claimtrack.model import Claim
    from claimtrack.model.chain import Chain

# What tells a group from others, and what it is called; null for the claims that have none.
Group = tuple["Hashable", str | None]
# All own claims together, and all second-hand ones.
Pools = dict[bool, Counts]
EVEN = 0.5
# Where the least is the best or the first; of all others the most comes first.
LEAST_FIRST = ("by", "name", "rank", "brier")


def table(
    claims: Iterable[Claim],
    by: str = BY_SPEAKER,
    *,
    sort: str = "decided",
    reverse: bool = False,
    limit: int | None = None,
) -> Table:
    """A row for each group of `claims`, most decided first, then by name, unless `sort` names another column."""
    found = chains(claims)
    pools = pools_of(found)
    ordered = in_order(
        ranked([figures for figures, _ in figures_of(found, by, pools)]), sort, reverse=reverse
    )
    shown = ordered if limit is None else ordered[:limit]
    totals = [row(by, None, pool, pool, second_hand=apart) for apart, pool in pools.items() if pool.claims]
    unnamed = sum(chain[-1].unnamed for chain in found)
    return Table(by, tuple(shown), tuple(totals), sort, unnamed, len(ordered) - len(shown))


def pools_of(found: Iterable[Chain]) -> Pools:
    """What all groups come to together, each chain once: own claims, and second-hand ones."""
    named = _named(found)
    return {
        apart: counts([chain for chain in named if bool(chain[-1].via) is apart]) for apart in (False, True)
    }


def figures_of(found: Iterable[Chain], by: str, pools: Pools) -> Iterator[tuple[Row, list[Chain]]]:
    """The row of each group, not ranked yet, and the chains in it; a chain of several tags is in several.

    Own and second-hand claims are groups apart, and those of the unnamed are in none.
    """
    grouped: defaultdict[tuple[Hashable, bool], list[Chain]] = defaultdict(list)
    names: dict[Hashable, str | None] = {}
    for chain in _named(found):
        for key, name in GROUPS[by](chain[-1]):
            names[key] = name
            grouped[key, bool(chain[-1].via)].append(chain)
    for (key, second_hand), theirs in grouped.items():
        yield row(by, names[key], counts(theirs), pools[second_hand], second_hand=second_hand), theirs


def _named(found: Iterable[Chain]) -> list[Chain]:
    return [chain for chain in found if not chain[-1].unnamed]


def _word(value: str | None) -> list[Group]:
    return [(value, value)]


def _source(claim: Claim) -> list[Group]:
    """The source, which may share its title with another."""
    return [(claim.source.id, claim.source.label)] if claim.source else [(None, None)]


def _year(claim: Claim) -> list[Group]:
    """The year of the last possible day of `due`, else of what was said, else of the report."""
    published = claim.source.published if claim.source else None
    when = claim.due or claim.said or published
    return _word(str(when.last.year) if when else None)


GROUPS: dict[str, Callable[[Claim], list[Group]]] = {
    BY_SPEAKER: lambda claim: _word(claim.speaker),
    "tag": lambda claim: [(tag, tag) for tag in claim.tags] or [(None, None)],
    "kind": lambda claim: _word(claim.kind),
    "role": lambda claim: _word(claim.role),
    "source": _source,
    "judge": lambda claim: _word(claim.judge),
    "year": _year,
}


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
