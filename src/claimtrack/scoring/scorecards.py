"""A scorecard for each speaker: how their claims came out, and how late, vague and movable they were."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.model import KINDS, OUTCOMES
from claimtrack.model.chain import chains
from claimtrack.model.claim import BY_SPEAKER
from claimtrack.model.scorecard import KindCount, OutcomeCount, Scorecard, Scores, Share, Tally
from claimtrack.scoring.calibration import calibration
from claimtrack.scoring.counts import compared, forecasts, retrodicted
from claimtrack.scoring.rows import figures_of, in_order, pools_of, ranked, reference_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.model import Claim
    from claimtrack.model.chain import Chain
    from claimtrack.model.scorecard import Row


def scorecards(
    claims: Iterable[Claim], *, sort: str = "decided", reverse: bool = False, limit: int | None = None
) -> Scores:
    """The scorecards of the speakers of `claims`, in the order of the rows of the table, `limit` of them at most."""
    found = chains(claims)
    pools = pools_of(found)
    groups = list(figures_of(found, BY_SPEAKER, pools))
    chains_of = {(row.name, row.second_hand): theirs for row, theirs in groups}
    ordered = in_order(ranked([row for row, _ in groups]), sort, reverse=reverse)
    rows = {(row.name, row.second_hand): row for row in ordered}
    names = list(dict.fromkeys(str(row.name) for row in ordered))

    def tally(name: str, *, second_hand: bool) -> Tally | None:
        key = (name, second_hand)
        return _tally(rows[key], chains_of[key]) if key in rows else None

    cards = [
        Scorecard(name, tally(name, second_hand=False), tally(name, second_hand=True))
        for name in names[:limit]
    ]
    unnamed = sum(chain[-1].unnamed for chain in found)
    return Scores(tuple(cards), reference_of(pools[False]), unnamed, len(names) - len(cards))


def _tally(row: Row, found: Sequence[Chain]) -> Tally:
    """What a scorecard has besides the row."""
    newest = [chain[-1] for chain in found]
    ahead = [claim for claim in newest if claim.kind != "statement"]
    return Tally(
        row=row,
        kinds=_kinds(newest),
        partly=sum(claim.outcome == "partly" for claim in compared(newest)),
        undecided=share(row.undecided, row.claims),
        late=share(row.late, row.late_known),
        no_due_date=share(sum(claim.due is None for claim in ahead), len(ahead)),
        retrodictions=sum(retrodicted(claim) for claim in newest),
        calibration=calibration(forecasts(newest)),
    )


def _kinds(newest: Sequence[Claim]) -> tuple[KindCount, ...]:
    """The claims of each kind that there is, in the order of the kinds."""
    by_kind = [[claim for claim in newest if claim.kind == kind] for kind in KINDS]
    return tuple(_kind(kind, of_kind) for kind, of_kind in zip(KINDS, by_kind, strict=True) if of_kind)


def _kind(kind: str, claims: Sequence[Claim]) -> KindCount:
    """How the claims of one kind stand."""
    counts = Counter(claim.outcome for claim in claims)
    unresolved = sum(claim.status == "unresolved" for claim in claims)
    return KindCount(
        kind=kind,
        claims=len(claims),
        unresolved=unresolved,
        overdue=sum(claim.overdue for claim in claims),
        no_outcome=counts[None] - unresolved,
        outcomes=tuple(
            OutcomeCount(outcome.code, outcome.label(kind), counts[outcome.code]) for outcome in OUTCOMES
        ),
    )


def share(count: int, of: int) -> Share:
    """`count` of `of` as a share."""
    return Share(count, of, count / of if of else None)
