"""Whether an article is English: its speakers are looked for only then."""

from __future__ import annotations

import re

from claimtrack.articles.english.word_sets import word_set

LETTERS = re.compile(r"[^\W\d_]+")
# The commonest English words that no other language of Latin script shares in numbers.
COMMON = word_set(
    """the of and to that it with his he on be at by but are from have this which they were has said will for"""
)
SAMPLE = 5_000
ENOUGH = 0.1
FEW_WORDS = 12


def is_english(text: str) -> bool:
    """Whether most of the words are English, by the share of the commonest ones among those in Latin script.

    In English prose more than a quarter of all words are of that list, in other languages hardly one in fifty.
    """
    words = [word.lower() for word in LETTERS.findall(text[:SAMPLE])]
    latin = [word for word in words if word[0] < "\u0250"]
    if not latin or len(latin) * 2 < len(words):
        return False
    share = sum(word in COMMON for word in latin) / len(latin)
    return share >= ENOUGH or (len(latin) < FEW_WORDS and share > 0)
