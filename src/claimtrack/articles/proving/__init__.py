"""Whether a quotation stands in a text, where, and what became of it."""

from __future__ import annotations

from claimtrack.articles.proving.matching import Fate, Offsets, compare, find, nearest_passage
from claimtrack.articles.proving.sentence_around import in_sentence

__all__ = ["Fate", "Offsets", "compare", "find", "in_sentence", "nearest_passage"]
