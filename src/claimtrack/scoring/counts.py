"""What a group of chains comes to in numbers, each chain counted once by its newest claim."""

from __future__ import annotations

from math import fsum
from statistics import median
from typing import TYPE_CHECKING

from claimtrack.model import OUTCOMES, already_happened
from claimtrack.model.scorecard import Counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model import Claim
    from claimtrack.model.chain import Chain

# What each outcome that decides a claim counts; a claim with any other one is left out of scores.
WORTH = {outcome.code: outcome.worth for outcome in OUTCOMES if outcome.worth is not None}


def retrodicted(claim: Claim) -> bool:
    """Whether a probability was stated of what had certainly happened before it was said."""
    return claim.probability is not None and already_happened(claim.said, claim.happened)


def decided(newest: Sequence[Claim]) -> list[Claim]:
    """The claims that shares or scores are made of: those that came out one way or the other."""
    return [claim for claim in newest if claim.outcome in WORTH and not retrodicted(claim)]


def compared(newest: Sequence[Claim]) -> list[Claim]:
    """The decided claims without a probability, of which a share held."""
    return [claim for claim in decided(newest) if claim.probability is None]


def forecasts(newest: Sequence[Claim]) -> list[tuple[float, float]]:
    """What was stated of each decided claim with a probability, and what it was worth."""
    return [(claim.probability, worth(claim)) for claim in decided(newest) if claim.probability is not None]


def worth(claim: Claim) -> float:
    """What a decided claim counts: 1, a half or nothing."""
    return WORTH[claim.outcome or ""]


def counts(found: Sequence[Chain]) -> Counts:
    """What `found` comes to."""
    newest = [chain[-1] for chain in found]
    settled, scored = decided(newest), forecasts(newest)
    undecided = sum(claim.status == "unresolved" for claim in newest)
    held, partly, failed = (
        sum(claim.outcome == code for claim in settled) for code in ("held", "partly", "failed")
    )
    return Counts(
        claims=len(newest),
        undecided=undecided,
        void=len(newest) - undecided - len(settled),
        held=held,
        partly=partly,
        failed=failed,
        worth=sum(worth(claim) for claim in settled if claim.probability is None),
        late=sum(claim.late is True for claim in newest),
        late_known=sum(claim.late is not None for claim in newest),
        overdue=sum(claim.overdue for claim in newest),
        moves=sum(claim.replaces is not None for chain in found for claim in chain),
        median_slip_days=_median_slip(found),
        scored=len(scored),
        squared_error=fsum((stated - outcome) ** 2 for stated, outcome in scored),
        outcomes=sum(outcome for _, outcome in scored),
        squared_outcomes=sum(outcome**2 for _, outcome in scored),
    )


def _median_slip(found: Sequence[Chain]) -> float | None:
    """The median slip in days of the chains whose due date changed; null where none did."""
    slips = [
        slip
        for chain in found
        if (slip := chain[-1].slip_days) is not None and (slip or len({claim.due for claim in chain}) > 1)
    ]
    return float(median(slips)) if slips else None
