"""Article text to what stands in it: pure rules, with no library and no state; only `getting` reads files and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

# Loaded later, the room would stand in its function's place.
from claimtrack.articles.candidates import THRESHOLD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.articles.candidates import Candidate
    from claimtrack.articles.speech import Attribution
    from claimtrack.dates.prose import Dated

__all__ = ["THRESHOLD", "attributions", "candidates", "dates", "is_english"]


def attributions(text: str, *, known: Mapping[str, str] | None = None) -> list[Attribution]:
    """What each source of an English article said, in its order; nothing for another language.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles import speech  # noqa: PLC0415 - its word lists are made when it loads

    return speech.attributions(text, known=known or {})


def candidates(text: str, published: date, *, known: Mapping[str, str] | None = None) -> list[Candidate]:
    """What in an English article published on that day can be tracked, in its order; nothing for another language.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles.candidates import candidates as found_in  # noqa: PLC0415 - the same

    return found_in(text, published, known=known or {})


def dates(text: str, published: date | None = None) -> list[Dated]:
    """Every calendar date in the text, in order, none overlapping another.

    Without the day of publication only dates that name their year are found.
    """
    from claimtrack.dates import prose  # noqa: PLC0415 - its patterns are made when it loads

    return prose.dates(text, published)


def is_english(text: str) -> bool:
    """Whether most of the words are English; speakers are looked for only then."""
    from claimtrack.articles import english  # noqa: PLC0415 - as the others

    return english.is_english(text)
