"""The door for running text: calendar dates in articles, found and measured, in English, Russian and Ukrainian."""

from __future__ import annotations

from claimtrack.dates.prose.find import Dated, dates

__all__ = ["Dated", "dates"]
