"""What in an article can be tracked: its claims, each with kind, speaker and due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.articles.candidates.candidate import Candidate

__all__ = ["candidates"]


def candidates(text: str, published: date, *, known: Mapping[str, str] | None = None) -> list[Candidate]:
    """What in an English article published on that day can be tracked, in its order; nothing for another language.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles.candidates import candidate  # noqa: PLC0415 - its patterns are made when it loads

    return candidate.candidates(text, published, known=known or {})
