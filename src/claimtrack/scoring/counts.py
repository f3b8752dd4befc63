"""What a group of chains comes to in numbers, each chain counted once by its newest claim."""

from __future__ import annotations

from math import fsum
from statistics import median
from typing import TYPE_CHECKING, Self

from claimtrack.model import OUTCOMES
from claimtrack.model.scorecard import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model.scorecard import Alike

# What each outcome that decides a claim counts; a claim with any other one is left out of scores.
WORTH = {outcome.code: outcome.worth for outcome in OUTCOMES if outcome.worth is not None}


def retrodicted(alike: Alike) -> bool:
    """Whether a probability was stated of what had certainly happened before it was said."""
    return alike.probability is not None and alike.happened


def compared(found: Iterable[Alike]) -> list[Alike]:
    """The decided claims without a probability, of which a share held."""
    return [alike for alike in found if alike.outcome in WORTH and alike.probability is None]


def forecasts(found: Iterable[Alike]) -> list[tuple[float, float]]:
    """What was stated of each decided claim with a probability, and what it was worth."""
    return [
        (alike.probability, WORTH[alike.outcome or ""])
        for alike in found
        if alike.probability is not None and alike.outcome in WORTH and not alike.happened
        for _ in range(alike.claims)
    ]


_COUNTED = (
    "claims", "undecided", "late", "late_known", "overdue", "moves", "worth", "outcomes", "squared_outcomes",
)  # fmt: skip  # a list of names


class Sums:
    """What claims come to so far."""

    __slots__ = (*_COUNTED, "errors", "name", "settled", "slips")

    def __init__(self, name: str | None = None) -> None:
        self.name = name
        self.claims = self.undecided = self.late = self.late_known = self.overdue = self.moves = 0
        self.worth = self.outcomes = self.squared_outcomes = 0.0
        self.settled = dict.fromkeys(WORTH, 0)
        self.errors: list[float] = []  # summed once and exactly, whatever their order
        self.slips: list[int] = []

    def add(self, alike: Alike) -> None:
        """Counts claims that are alike."""
        count = alike.claims
        self.claims += count
        self.moves += alike.moves
        if not alike.resolved:
            self.undecided += count
        if alike.overdue:
            self.overdue += count
        if alike.late is not None:
            self.late_known += count
            self.late += alike.late * count
        if alike.slip is not None:
            self.slips.append(alike.slip)
        if alike.outcome in WORTH and not retrodicted(alike):
            self._settle(alike.outcome, alike.probability, count)

    def _settle(self, outcome: str, probability: float | None, count: int) -> None:
        self.settled[outcome] += count
        worth = WORTH[outcome]
        if probability is None:
            self.worth += worth * count
            return
        self.outcomes += worth * count
        self.squared_outcomes += worth**2 * count
        self.errors += [(probability - worth) ** 2] * count

    def __iadd__(self, other: Sums) -> Self:
        for name in _COUNTED:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.errors += other.errors
        self.slips += other.slips
        for code, count in other.settled.items():
            self.settled[code] += count
        return self

    def counts(self) -> Counts:
        """What they come to in all."""
        settled = sum(self.settled.values())
        return Counts(
            claims=self.claims,
            undecided=self.undecided,
            void=self.claims - self.undecided - settled,
            **self.settled,
            worth=self.worth,
            late=self.late,
            late_known=self.late_known,
            overdue=self.overdue,
            moves=self.moves,
            median_slip_days=float(median(self.slips)) if self.slips else None,
            scored=len(self.errors),
            squared_error=fsum(self.errors),
            outcomes=self.outcomes,
            squared_outcomes=self.squared_outcomes,
        )
