"""A reliability diagram: what was stated against what came about, tenth by tenth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.render.glyphs import UNICODE
from claimtrack.render.screen import USUAL_WIDTH
from claimtrack.render.table import paragraph
from claimtrack.scorecard import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.render.glyphs import Glyphs
    from claimtrack.render.screen import Screen
    from claimtrack.scorecard import Bin, Calibration

TENTHS = 10
MARGIN = len("claims ")
EACH = 6  # columns of a tenth where there is room; with 11 rows the picture is then about square


def reliability(calibration: Calibration, screen: Screen, *, glyphs: Glyphs = UNICODE) -> Iterator[str]:
    """The lines of the diagram: a point for each tenth of the scale, at the mean of what was stated there.

    On the dotted diagonal, claims came about as often as was stated. Below are the claims in each tenth.
    """
    each = min(EACH, ((screen.width or USUAL_WIDTH) - MARGIN - 2) // TENTHS)
    across = max(each, 1) * TENTHS + 1
    points = {
        _place(one, across): glyphs.dot if one.forecasts >= ENOUGH else glyphs.ring
        for one in calibration.bins
    }
    yield "Came about"
    for row in range(TENTHS, -1, -1):
        name = f"{row * TENTHS}%" if row % (TENTHS // 2) == 0 else ""
        yield f"{name:>{MARGIN - 1}} {glyphs.wall}{_row(row, across, points, screen, glyphs)}"
    yield " " * MARGIN + glyphs.corner + glyphs.rule * across
    yield from _below(calibration.bins, across)
    few = f"  {glyphs.ring} fewer than {ENOUGH} claims"
    hollow = any(one.forecasts < ENOUGH for one in calibration.bins)
    yield from paragraph(f"{glyphs.level} came about as stated{few if hollow else ''}", screen)


def _place(one: Bin, across: int) -> tuple[int, int]:
    """The row from below and the column of a point."""
    return round(one.came_about * TENTHS), round(one.stated * (across - 1))


def _row(row: int, across: int, points: dict[tuple[int, int], str], screen: Screen, glyphs: Glyphs) -> str:
    """One row of the picture: its points and the two dots or so of the diagonal."""
    diagonal = {round((row + part) / TENTHS * (across - 1)) for part in (-1 / 3, 0, 1 / 3)}
    line = [
        screen.paint(points[row, at], "strong")
        if (row, at) in points
        else screen.paint(glyphs.level, "faint")
        if at in diagonal
        else " "
        for at in range(across)
    ]
    return "".join(line).rstrip()


def _below(bins: Sequence[Bin], across: int) -> Iterator[str]:
    """The scale of what was stated, and how many claims stated each tenth of it."""
    scale = " " * (MARGIN + 1) + "0%".ljust(across // 2 - 1) + "50%"
    yield scale.ljust(MARGIN + across - 3) + "100%"
    each = across // TENTHS
    counts = {int(one.low * TENTHS + 0.5): str(one.forecasts) for one in bins}
    yield (
        "claims ".ljust(MARGIN + 1)
        + "".join(counts.get(at, "").center(each) for at in range(TENTHS)).rstrip()
    )
