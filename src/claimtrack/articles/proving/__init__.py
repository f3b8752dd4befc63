"""Whether a quotation stands in a text, where, and what became of it."""

from __future__ import annotations

from claimtrack.articles.proving.matching import Fate, Offsets, compare, find, find_among, nearest_passage
from claimtrack.articles.proving.placed_words import Placed, placed_words, stem
from claimtrack.articles.proving.sentence_around import in_sentence

__all__ = [
    "Fate",
    "Offsets",
    "Placed",
    "compare",
    "find",
    "find_among",
    "in_sentence",
    "nearest_passage",
    "placed_words",
    "stem",
]
