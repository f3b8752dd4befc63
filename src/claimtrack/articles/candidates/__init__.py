"""What in an article can be tracked: its claims, each with kind, speaker and due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.articles.candidates.candidate import Candidate, candidates

_HOMES = {
    "candidate": (
        "Candidate",
        "candidates",
    ),
}
__all__ = ["Candidate", "candidates"]

__getattr__ = loader(__name__, _HOMES)
