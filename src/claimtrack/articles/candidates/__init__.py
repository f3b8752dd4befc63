"""What in an article can be tracked: its claims, each with kind, speaker and due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.articles.candidates.candidate import candidates
    from claimtrack.articles.candidates.draft import Candidate
    from claimtrack.articles.candidates.odds import odds_in

_HOMES = {
    "candidate": ("candidates",),
    "draft": ("Candidate",),
    "odds": ("odds_in",),
}
__all__ = ["Candidate", "candidates", "odds_in"]

# From this score on a candidate is shown; chosen on the texts that the weights were learned from.
THRESHOLD = 0.7

__getattr__ = loader(__name__, _HOMES)
