"""A scorecard for each speaker: how their claims came out, and how late, vague and movable they were."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from claimtrack.model import KINDS, OUTCOMES
from claimtrack.model.claim import BY_SPEAKER
from claimtrack.model.scorecard import KindCount, OutcomeCount, Scorecard, Scores, Share, Tally
from claimtrack.scoring.calibration import calibration
from claimtrack.scoring.counts import compared, forecasts, retrodicted
from claimtrack.scoring.rows import grouped, in_order, pools_of, ranked, reference_of, row

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from claimtrack.model.scorecard import Alike, Row


def scorecards(
    found: Iterable[Alike], *, sort: str = "decided", reverse: bool = False, limit: int | None = None
) -> Scores:
    """The scorecards of the speakers of claims, in the order of the rows of the table, `limit` of them at most."""
    found = list(found)
    groups, unnamed = grouped(found)
    pools = pools_of(groups)
    theirs: defaultdict[tuple[Hashable, bool], list[Alike]] = defaultdict(list)
    for alike in found:
        if not alike.unnamed:
            theirs[alike.name, alike.second_hand].append(alike)
    rows = [
        row(BY_SPEAKER, sums.name, sums.counts(), pools[apart], second_hand=apart)
        for (_, apart), sums in groups.items()
    ]
    ordered = in_order(ranked(rows), sort, reverse=reverse)
    row_of = {(one.name, one.second_hand): one for one in ordered}
    names = list(dict.fromkeys(str(one.name) for one in ordered))

    def tally(name: str, *, second_hand: bool) -> Tally | None:
        key = (name, second_hand)
        return _tally(row_of[key], theirs[key]) if key in row_of else None

    cards = [
        Scorecard(name, tally(name, second_hand=False), tally(name, second_hand=True))
        for name in names[:limit]
    ]
    return Scores(tuple(cards), reference_of(pools[False]), unnamed, len(names) - len(cards))


def _count(found: Iterable[Alike]) -> int:
    return sum(alike.claims for alike in found)


def _tally(row: Row, found: Sequence[Alike]) -> Tally:
    """What a scorecard has besides the row."""
    ahead = [alike for alike in found if alike.kind != "statement"]
    return Tally(
        row=row,
        kinds=_kinds(found),
        partly=_count(alike for alike in compared(found) if alike.outcome == "partly"),
        undecided=share(row.undecided, row.claims),
        late=share(row.late, row.late_known),
        no_due_date=share(_count(alike for alike in ahead if not alike.dated), _count(ahead)),
        retrodictions=_count(filter(retrodicted, found)),
        calibration=calibration(forecasts(found)),
    )


def _kinds(found: Sequence[Alike]) -> tuple[KindCount, ...]:
    """The claims of each kind that there is, in the order of the kinds."""
    by_kind = [[alike for alike in found if alike.kind == kind] for kind in KINDS]
    return tuple(_kind(kind, of_kind) for kind, of_kind in zip(KINDS, by_kind, strict=True) if of_kind)


def _kind(kind: str, found: Sequence[Alike]) -> KindCount:
    """How the claims of one kind stand."""
    counts: Counter[str | None] = Counter()
    for alike in found:
        counts[alike.outcome] += alike.claims
    unresolved = _count(alike for alike in found if not alike.resolved)
    return KindCount(
        kind=kind,
        claims=_count(found),
        unresolved=unresolved,
        overdue=_count(alike for alike in found if alike.overdue),
        no_outcome=counts[None] - unresolved,
        outcomes=tuple(
            OutcomeCount(outcome.code, outcome.label(kind), counts[outcome.code]) for outcome in OUTCOMES
        ),
    )


def share(count: int, of: int) -> Share:
    """`count` of `of` as a share."""
    return Share(count, of, count / of if of else None)
