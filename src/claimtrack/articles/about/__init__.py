"""What a passage of an article may be of the claims that are recorded already."""

from __future__ import annotations

from claimtrack.articles.about.acts import akin
from claimtrack.articles.about.gist import Gist, gist_of
from claimtrack.articles.about.relations import Passage, Recorded, names_of, relations
from claimtrack.articles.about.reports import Report, reports
from claimtrack.articles.about.telling import DENIES, looks_ahead
from claimtrack.articles.about.words import words_of

__all__ = [
    "DENIES",
    "Gist",
    "Passage",
    "Recorded",
    "Report",
    "akin",
    "gist_of",
    "looks_ahead",
    "names_of",
    "relations",
    "reports",
    "words_of",
]
