"""Article text to what stands in it: pure rules, with no library and no state."""

from __future__ import annotations

from claimtrack.articles.attributions import Attribution, attributions
from claimtrack.articles.candidates import Candidate, candidates
from claimtrack.articles.datewords import Dated, dates
from claimtrack.articles.language import is_english

__all__ = ["Attribution", "Candidate", "Dated", "attributions", "candidates", "dates", "is_english"]
