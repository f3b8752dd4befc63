"""What scores are made of: counts of claims, a row of figures for each group, and a speaker's scorecard.

docs/scores.md explains the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable

# Below this many decided claims a share says next to nothing: 5 of 9 is anything from 27% to 81%.
ENOUGH = 10


class Alike(NamedTuple):
    """Claims of one group that are alike in all that scores ask of a claim; each is the newest of its chain.

    `key` tells the group from others, and `name` is what it is called, null for the claims that have none. `happened`
    says that it had certainly happened before it was said, `dated` that it has a due date. `moves` are those of all the
    chains; a claim that was moved stands alone, with its slip in days where its due date changed.
    """

    key: Hashable
    name: str | None
    second_hand: bool
    unnamed: bool
    kind: str
    resolved: bool
    outcome: str | None
    probability: float | None
    happened: bool
    late: bool | None
    overdue: bool
    dated: bool
    claims: int = 1
    moves: int = 0
    slip: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What one group of chains comes to, all of it sums but the median: a row that a database can fill by grouping.

    `held`, `partly` and `failed` are all the decided claims; `void` is what is resolved and has no part in shares
    and scores. `worth` is held and half of partly among the decided claims that have no probability; the others
    are `scored`, with the sums of the squared error, of the outcomes (1, a half or 0) and of their squares.
    """

    claims: int
    undecided: int
    void: int
    held: int
    partly: int
    failed: int
    worth: float
    late: int
    late_known: int
    overdue: int
    moves: int
    median_slip_days: float | None
    scored: int
    squared_error: float
    outcomes: float
    squared_outcomes: float


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one group; `name` is null for the claims that have none, and for all of them together.

    `held` is the share that held of the decided claims without a probability, with its 95% interval; `worth` and
    `compared` are the two numbers that it is made of. `late_known` claims are known to be late or not. `rank` is
    `held_rank`, or else `skill_rank`.
    """

    by: str
    name: str | None
    claims: int
    decided: int
    undecided: int
    void: int
    held: float | None
    held_low: float | None
    held_high: float | None
    partly: int
    failed: int
    late: int
    overdue: int
    moves: int
    median_slip_days: float | None
    scored: int
    brier: float | None
    brier_skill: float | None
    rank: int | None
    second_hand: bool
    worth: float
    compared: int
    late_known: int
    held_rank: int | None = None
    skill_rank: int | None = None


# The names of a row in JSON and CSV; they may be added to, never renamed.
NAMES = (
    "by", "name", "claims", "decided", "undecided", "void", "held", "held_low", "held_high", "partly", "failed", "late",
    "overdue", "moves", "median_slip_days", "scored", "brier", "brier_skill", "rank", "second_hand",
)  # fmt: skip  # a list of names


@dataclass(frozen=True, slots=True)
class Table:
    """A row for each group, own and second-hand claims apart, and one for all together, where each counts once.

    The rows are in the order of the column `sort`; `more` were left out by a limit. `unnamed` chains have a speaker
    whom the source does not name, and no part in any row.
    """

    by: str
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    sort: str
    unnamed: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`, and their ratio from 0 to 1, which is null where `of` is none."""

    count: int
    of: int
    share: float | None


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
    """How stated probabilities fared: smaller Brier and log scores are better.

    `log_score` is in nats, and null where `contradicted` forecasts gave no chance at all to what happened.
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
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A row, and what a scorecard has besides: each kind's outcomes, shares with what they are of, probabilities.

    `partly` is of the `row.compared` claims; `retrodictions` had a probability, and had happened before they were
    said.
    """

    row: Row
    kinds: tuple[KindCount, ...]
    partly: int
    undecided: Share
    late: Share
    no_due_date: Share
    retrodictions: int
    calibration: Calibration | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What one speaker claimed, and what others relayed, apart; null where there is none of it."""

    speaker: str
    own: Tally | None
    second_hand: Tally | None


@dataclass(frozen=True, slots=True)
class Scores:
    """A scorecard for each speaker, how many there are beyond a limit, and how many unnamed claims have none.

    `reference` is the Brier score that the skill of their own claims is against.
    """

    speakers: tuple[Scorecard, ...]
    reference: float
    unnamed: int
    more: int = 0
