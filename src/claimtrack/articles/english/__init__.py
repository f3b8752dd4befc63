"""English text as sentences, words and names: what the rules of reading share."""

from __future__ import annotations

__all__ = ["is_english"]


def is_english(text: str) -> bool:
    """Whether most of the words are English; speakers are looked for only then."""
    from claimtrack.articles.english import common_words  # noqa: PLC0415 - its word list is made when it loads

    return common_words.is_english(text)
