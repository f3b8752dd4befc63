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

__all__ = ["THRESHOLD", "attributions", "candidates", "dates", "is_english", "is_read", "is_slavic"]


def attributions(text: str, *, known: Mapping[str, str] | None = None) -> list[Attribution]:
    """What each source of an article said, in its order: English, or the lines in Ukrainian and Russian.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles import speech  # noqa: PLC0415 - its word lists are made when it loads

    english = speech.attributions(text, known=known or {})
    if not is_slavic(text):
        return english
    from claimtrack.articles import slavic  # noqa: PLC0415 - the same, and rarely needed

    return sorted([*english, *slavic.attributions(text, known=known or {})], key=lambda one: one.spans[0])


def candidates(text: str, published: date, *, known: Mapping[str, str] | None = None) -> list[Candidate]:
    """What in an article published on that day can be tracked, in its order: English, Ukrainian, Russian.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles.candidates import candidates as found_in  # noqa: PLC0415 - the same

    english = found_in(text, published, known=known or {})
    if not is_slavic(text):
        return english
    from claimtrack.articles import slavic  # noqa: PLC0415 - the same

    found = slavic.candidates(text, published, known=known or {})
    return sorted([*english, *found], key=lambda one: (one.start, one.end))


def dates(text: str, published: date | None = None) -> list[Dated]:
    """Every calendar date in the text, in order, none overlapping another.

    Without the day of publication only dates that name their year are found.
    """
    from claimtrack.dates import prose  # noqa: PLC0415 - its patterns are made when it loads

    return prose.dates(text, published)


def is_english(text: str) -> bool:
    """Whether most of the words are English."""
    from claimtrack.articles import english  # noqa: PLC0415 - as the others

    return english.is_english(text)


def is_slavic(text: str) -> bool:
    """Whether the text has lines in Ukrainian or Russian."""
    from claimtrack.articles.slavic import stretches  # noqa: PLC0415 - as the others

    return bool(stretches(text))


def is_read(text: str) -> bool:
    """Whether the text is in a language in which speakers are looked for."""
    return is_english(text) or is_slavic(text)
