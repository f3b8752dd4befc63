"""Frozen values and pure rules: claims and their dates, outcomes, chains, candidates, scorecards."""

from __future__ import annotations

from claimtrack.model.claim import (
    ANNUL,
    JUDGE,
    STATUSES,
    TAKE_BACK,
    TIED_TO_DUE,
    Appearance,
    Claim,
    Evidence,
    Filters,
    Source,
    Speaker,
    Verdict,
    already_happened,
    came_too_late,
    days_late,
    default_kind,
    ended,
    is_overdue,
    late,
)
from claimtrack.model.outcome import (
    FAILED,
    HELD,
    KINDS,
    OUTCOME_CODES,
    OUTCOMES,
    Outcome,
    outcome_label,
    outcome_of,
)  # fmt: skip  # a list of names
from claimtrack.model.when import When

__all__ = [
    "ANNUL", "FAILED", "HELD", "JUDGE", "KINDS", "OUTCOMES", "OUTCOME_CODES", "STATUSES", "TAKE_BACK", "TIED_TO_DUE",
    "Appearance", "Claim",
    "Evidence", "Filters", "Outcome", "Source", "Speaker", "Verdict", "When", "already_happened",
    "came_too_late", "days_late", "default_kind", "ended", "is_overdue", "late", "outcome_label", "outcome_of",
]  # fmt: skip  # a list of names
