"""What a scorecard holds: counts, shares and scores as plain values, which docs/scores.md explains."""

from __future__ import annotations

from dataclasses import dataclass

# Below this many decided claims a share says next to nothing: 5 of 9 is anything from 27% to 81%.
ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`, and their ratio from 0 to 1, which is null where `of` is none."""

    count: int
    of: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """The share that held, with partly as a half, and its 95% interval; null without a decided claim."""

    count: float
    of: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many claims of one kind came out so; `label` is the outcome in the words of that kind."""

    outcome: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How the claims of one kind stand; `no_outcome` are those resolved with no outcome recorded."""

    kind: str
    claims: int
    unresolved: int
    overdue: int
    no_outcome: int
    outcomes: tuple[OutcomeCount, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """The forecasts stated between two probabilities: how many, their mean, and the share that came about."""

    low: float
    high: float
    forecasts: int
    stated: float
    came_about: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How stated probabilities fared: smaller Brier and log scores are better, greater skill is better.

    `log_score` is in nats, and null where `contradicted` forecasts gave no chance at all to what happened.
    `skill` is null where every outcome was the same.
    """

    forecasts: int
    partly: int
    base_rate: float
    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    log_score: float | None
    contradicted: int
    skill: float | None
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How a set of chains came out, each counted once by its newest claim.

    `decided` is held, partly and failed; `left_out` is resolved otherwise or with no outcome. `slip_days` is
    the median over the chains whose deadline changed, null where there are none.
    """

    claims: int
    kinds: tuple[KindCount, ...]
    decided: int
    partly: int
    left_out: int
    held: Estimate
    undecided: Share
    overdue: int
    late: Share
    no_deadline: Share
    moves: int
    slip_days: float | None
    calibration: Calibration | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What one speaker claimed and what others relayed, apart; of all speakers together where null.

    `comparable` tells whether enough claims of their own are decided; `rank` is null for those that are not,
    and where there is nobody to compare with.
    """

    speaker: str | None
    comparable: bool
    rank: int | None
    own: Tally
    second_hand: Tally | None


@dataclass(frozen=True, slots=True)
class Scores:
    """A scorecard for each speaker, one for all of them, and how many unnamed claims have none."""

    speakers: tuple[Scorecard, ...]
    overall: Scorecard
    unnamed: int
    enough: int = ENOUGH
