"""Who said what in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.speech.attribution import Attribution

__all__ = ["attributions"]


def attributions(text: str, *, known: Mapping[str, str] | None = None) -> list[Attribution]:
    """What each source of an English article said, in its order; nothing for another language.

    `known` has names by alias, as the database has them.
    """
    from claimtrack.articles.speech import attribution  # noqa: PLC0415 - its word lists are made when it loads

    return attribution.attributions(text, known=known or {})
