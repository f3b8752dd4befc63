"""Scorecards of the claims that meet filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.scoring import scores
from claimtrack.tracker.list import list_claims

if TYPE_CHECKING:
    from claimtrack.model import Filters
    from claimtrack.model.scorecard import Scores
    from claimtrack.store.database import Database


def stats(db: Database, filters: Filters | None = None) -> Scores:
    """A scorecard for each speaker of the claims that meet the filters, and of stated probabilities.

    Raises:
        UnreadableError: where a filter can't be read.
        RefusedError: where it names a speaker or source that is not there.
    """
    return scores(list_claims(db, filters).claims)
