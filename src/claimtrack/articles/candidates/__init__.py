"""What in an article can be tracked: its claims, each with kind, speaker and due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.articles.candidates.candidate import candidates
    from claimtrack.articles.candidates.draft import Candidate

_HOMES = {
    "candidate": ("candidates",),
    "draft": ("Candidate",),
}
__all__ = ["Candidate", "candidates"]

# From this score on a candidate is shown; chosen on the texts that the weights were learned from.
THRESHOLD = 0.7

__getattr__ = loader(__name__, _HOMES)
