"""Frozen values and pure rules: claims and their dates, outcomes, chains, candidates, scorecards."""

from __future__ import annotations

from claimtrack.model.claim import (
    KINDS,
    STATUSES,
    TIED_TO_DUE,
    Appearance,
    Claim,
    Evidence,
    Filters,
    Source,
    Speaker,
    Verdict,
    came_too_late,
    days_late,
    default_kind,
    is_overdue,
    late,
    slip_days,
)
from claimtrack.model.outcome import LABELS, OUTCOMES, SAME_FOR_EVERY_KIND, outcome_label
from claimtrack.model.when import When

__all__ = [
    "KINDS", "LABELS", "OUTCOMES", "SAME_FOR_EVERY_KIND", "STATUSES", "TIED_TO_DUE", "Appearance", "Claim",
    "Evidence", "Filters", "Source", "Speaker", "Verdict", "When", "came_too_late", "days_late",
    "default_kind", "is_overdue", "late", "outcome_label", "slip_days",
]  # fmt: skip  # a list of names
