"""Scorecards of speakers and how well stated probabilities fared; docs/scores.md has the formulas."""

from __future__ import annotations

from claimtrack.scoring.calibration import calibration
from claimtrack.scoring.scorecards import plain, scores, wilson

__all__ = ["calibration", "plain", "scores", "wilson"]
