"""Tables and scorecards of claims, and how well stated probabilities fared; docs/scores.md has the formulas."""

from __future__ import annotations

from claimtrack.scoring.calibration import calibration
from claimtrack.scoring.interval import wilson
from claimtrack.scoring.rows import table
from claimtrack.scoring.scorecards import scorecards

__all__ = ["calibration", "scorecards", "table", "wilson"]
