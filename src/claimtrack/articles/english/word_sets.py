"""Lists of words, written as running text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list with spaces between them."""
    return frozenset(words.split())
