"""A scorecard for each speaker: how their claims came out, and how late, vague and movable they were."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import asdict, replace
from math import sqrt
from statistics import median
from typing import TYPE_CHECKING

from claimtrack.model import KINDS, OUTCOMES
from claimtrack.model.chain import chains
from claimtrack.model.scorecard import (
    ENOUGH,
    Estimate,
    KindCount,
    OutcomeCount,
    Scorecard,
    Scores,
    Share,
    Tally,
)
from claimtrack.scoring.calibration import calibration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.model import Claim
    from claimtrack.model.chain import Chain

# What each outcome that decides a claim counts; a claim with any other one is left out of scores.
WORTH = {outcome.code: outcome.worth for outcome in OUTCOMES if outcome.worth is not None}
# The normal quantile that leaves 2.5% on either side.
Z95 = 1.959963984540054


def scores(claims: Iterable[Claim]) -> Scores:
    """The scorecards of `claims`: those that can be compared first, by rank, then all others by name."""
    found = chains(claims)
    named = [chain for chain in found if not chain[-1].unnamed]
    by_speaker: defaultdict[str, list[Chain]] = defaultdict(list)
    for chain in named:
        by_speaker[chain[-1].speaker].append(chain)
    cards = _ranked([_scorecard(speaker, theirs) for speaker, theirs in by_speaker.items()])
    order = sorted(cards, key=lambda card: (card.rank or len(cards) + 1, (card.speaker or "").casefold()))
    return Scores(tuple(order), _scorecard(None, named), unnamed=len(found) - len(named))


def plain(scored: Scores) -> dict[str, object]:
    """`scored` as JSON has it: the same names, every number in full."""
    return asdict(scored)


def _scorecard(speaker: str | None, found: Sequence[Chain]) -> Scorecard:
    """The scorecard of one speaker, or of all where null, not ranked yet."""
    relayed = [chain for chain in found if chain[-1].via]
    own = _tally([chain for chain in found if not chain[-1].via])
    return Scorecard(speaker, own.decided >= ENOUGH, None, own, _tally(relayed) if relayed else None)


def _ranked(cards: list[Scorecard]) -> list[Scorecard]:
    """`cards` with a rank where two or more can be compared: by the low end of the interval, equals alike."""
    lows = sorted(_low(card) for card in cards if card.comparable)
    if len(lows) < 2:  # noqa: PLR2004 - it takes two to compare
        return cards
    return [
        replace(card, rank=1 + len(lows) - bisect_right(lows, _low(card))) if card.comparable else card
        for card in cards
    ]


def _low(card: Scorecard) -> float:
    """The low end of the interval of a speaker's own claims."""
    return card.own.held.low or 0.0


def _tally(found: Sequence[Chain]) -> Tally:
    """How `found` came out, each chain counted by its newest claim."""
    newest = [chain[-1] for chain in found]
    decided = [claim for claim in newest if claim.outcome in WORTH]
    unresolved = [claim for claim in newest if claim.status == "unresolved"]
    ahead = [claim for claim in newest if claim.kind != "statement"]
    known_late = [claim.late for claim in newest if claim.late is not None]
    return Tally(
        claims=len(newest),
        kinds=_kinds(newest),
        decided=len(decided),
        partly=sum(claim.outcome == "partly" for claim in decided),
        left_out=len(newest) - len(decided) - len(unresolved),
        held=estimate(sum(_worth(claim) for claim in decided), len(decided)),
        undecided=share(len(unresolved), len(newest)),
        overdue=sum(claim.overdue for claim in unresolved),
        late=share(sum(known_late), len(known_late)),
        no_deadline=share(sum(claim.due is None for claim in ahead), len(ahead)),
        moves=sum(claim.replaces is not None for chain in found for claim in chain),
        slip_days=_median_slip(found),
        calibration=calibration(
            [(claim.probability, _worth(claim)) for claim in decided if claim.probability is not None]
        ),
    )


def _worth(claim: Claim) -> float:
    """What a decided claim counts: 1, a half or nothing."""
    return WORTH[claim.outcome or ""]


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


def _median_slip(found: Sequence[Chain]) -> float | None:
    """The median slip in days of the chains whose deadline changed; null where none did."""
    slips = [
        slip
        for chain in found
        if (slip := chain[-1].slip_days) is not None and (slip or len({claim.due for claim in chain}) > 1)
    ]
    return float(median(slips)) if slips else None


def share(count: int, of: int) -> Share:
    """`count` of `of` as a share."""
    return Share(count, of, count / of if of else None)


def estimate(count: float, of: int) -> Estimate:
    """`count` of `of` as a share with its 95% interval."""
    if not of:
        return Estimate(count, of, None, None, None)
    return Estimate(count, of, count / of, *wilson(count, of))


def wilson(count: float, of: int) -> tuple[float, float]:
    """The ends of the 95% score interval of the share `count` / `of`, both from 0 to 1.

    From E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    Counted halves make it wider than it need be, never narrower: among all values from 0 to 1 with one mean,
    zeros and ones vary most.
    """
    ratio, spread = count / of, Z95**2 / of
    centre = (ratio + spread / 2) / (1 + spread)
    reach = sqrt(spread * (ratio * (1 - ratio) + spread / 4)) / (1 + spread)
    return max(0.0, min(centre - reach, ratio)), min(1.0, max(centre + reach, ratio))
