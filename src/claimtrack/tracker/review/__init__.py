"""Candidate claims that wait, what they may be of the claims that are recorded, and what a person answers."""

from __future__ import annotations

from claimtrack.tracker.review.answers import accept, answer, reject
from claimtrack.tracker.review.desk import Card, Desk, card, desk
from claimtrack.tracker.review.waiting import Reviewed, anything_waits, review, reviewed

__all__ = [
    "Card",
    "Desk",
    "Reviewed",
    "accept",
    "answer",
    "anything_waits",
    "card",
    "desk",
    "reject",
    "review",
    "reviewed",
]
