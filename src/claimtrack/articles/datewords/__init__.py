"""Calendar dates in the prose of news articles: rules in English, Russian and Ukrainian, with no library."""

from __future__ import annotations

from claimtrack.articles.datewords.find import Dated, dates

__all__ = ["Dated", "dates"]
