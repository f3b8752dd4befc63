"""Article text to what stands in it: pure rules, with no library and no state."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.articles.datewords import Dated
    from claimtrack.articles.trackable import Candidate
    from claimtrack.articles.who_said_what import Attribution

__all__ = ["attributions", "candidates", "dates", "is_english"]


def attributions(text: str, *, known: Mapping[str, str] | None = None) -> list[Attribution]:
    """What each source of an English article said, in its order; nothing for another language.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles import who_said_what  # noqa: PLC0415 - its word lists are made when it loads

    return who_said_what.attributions(text, known=known)


def candidates(text: str, published: date, *, known: Mapping[str, str] | None = None) -> list[Candidate]:
    """What in an English article published on that day can be tracked, in its order; nothing for another language.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles import trackable  # noqa: PLC0415 - its patterns are made when it loads

    return trackable.candidates(text, published, known=known)


def dates(text: str, published: date | None = None) -> list[Dated]:
    """Every calendar date in the text, in order, none overlapping another.

    Without the day of publication only dates that name their year are found.
    """
    from claimtrack.articles import datewords  # noqa: PLC0415 - its patterns are made when it loads

    return datewords.dates(text, published)


def is_english(text: str) -> bool:
    """Whether most of the words are English; speakers are looked for only then."""
    from claimtrack.articles import language  # noqa: PLC0415 - as the others

    return language.is_english(text)
