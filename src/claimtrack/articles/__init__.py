"""Article text to what stands in it: pure rules, with no library and no state; only `getting` reads files and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

# a function of the name of its room: it stands for it here once both are loaded
from claimtrack.articles.candidates import candidates
from claimtrack.articles.english import is_english
from claimtrack.articles.speech import attributions

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.articles.datewords import Dated

__all__ = ["attributions", "candidates", "dates", "is_english"]


def dates(text: str, published: date | None = None) -> list[Dated]:
    """Every calendar date in the text, in order, none overlapping another.

    Without the day of publication only dates that name their year are found.
    """
    from claimtrack.articles import datewords  # noqa: PLC0415 - its patterns are made when it loads

    return datewords.dates(text, published)
