"""Deadlines and how far they moved, as the places of marks in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.render.layout.axis import axis
from claimtrack.render.timeline import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from claimtrack.model import Claim, When
    from claimtrack.model.chain import Chain
    from claimtrack.render.layout.axis import Axis

AT_MOST = 60  # rows: more are no picture any more
LABELS, DRAWN = 300, 640  # units of width
A_ROW, HEAD = 24, 30  # units of height
A_COLUMN = 7  # units: about a letter of the axis
LEAST = 5  # units: a day in a picture of years is still seen


class Mark(NamedTuple):
    """One date: from `x` on, `width` wide, named by how the claim stands."""

    x: float
    width: float
    standing: str
    words: str


class Lane(NamedTuple):
    """A chain: its newest claim, the marks of its dates, oldest first, and the line that joins them."""

    claim: Claim
    y: int
    marks: tuple[Mark, ...]
    start: float
    end: float


class Picture(NamedTuple):
    """The lanes, the names along the axis, where the day of the page is, and how many chains are not drawn."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    today: float
    height: int
    left_out: int
    width: int = LABELS + DRAWN
    labels: int = LABELS


def picture(chains: Iterable[Chain], day: date) -> Picture | None:
    """The deadlines of the chains: those that slipped most first, then those nearest to `day`; null without any."""
    dated = sorted((chain for chain in chains if chain[-1].due), key=lambda chain: _far(chain[-1], day))
    shown = sorted(dated[:AT_MOST], key=lambda chain: _last(chain[-1]))
    if not shown:
        return None
    days = [
        end for chain in shown for claim in chain if claim.due for end in (claim.due.first, claim.due.last)
    ]
    scale = axis([*days, day], DRAWN // A_COLUMN)
    lanes = tuple(_lane(chain, HEAD + A_ROW * at, scale) for at, chain in enumerate(shown))
    ticks = tuple((LABELS + at * A_COLUMN, name) for at, name in scale.labels())
    height = HEAD + A_ROW * len(shown) + A_ROW // 2
    return Picture(lanes, ticks, _x(day, scale), height, len(dated) - len(shown))


def _far(claim: Claim, day: date) -> tuple[int, int]:
    return -abs(claim.slip_days or 0), abs(_last(claim).toordinal() - day.toordinal())


def _last(claim: Claim) -> date:
    assert claim.due  # noqa: S101 - for mypy: only claims with a date come here
    return claim.due.last


def _lane(chain: Chain, y: int, scale: Axis) -> Lane:
    marks = tuple(_marks(chain, scale))
    return Lane(chain[-1], y, marks, marks[0].x, marks[-1].x)


def _marks(chain: Chain, scale: Axis) -> Iterator[Mark]:
    for claim in chain:
        if claim.due:
            newest = claim is chain[-1]
            yield _mark(claim.due, shape_of(claim) if newest else "moved", scale)


def _mark(due: When, standing: str, scale: Axis) -> Mark:
    start = _x(due.first, scale)
    return Mark(start, max(LEAST, _x(due.last, scale) - start), standing, f"{standing}: {due}")


def _x(day: date, scale: Axis) -> float:
    """Where a day begins, in units; days keep their own places, finer than the columns of the axis."""
    return round(LABELS + (day.toordinal() - scale.first) * DRAWN / scale.days, 1)
