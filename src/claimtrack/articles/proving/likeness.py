"""The passage of a text that is most like a quotation: for one that is misquoted, or was rewritten since."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from math import log
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.proving.placed_words import placed_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Of passages that are equally alike, so many are compared word by word.
TIES = 50
# Weights are whole numbers, which add up without drift.
FINENESS = 1000


class Passage(NamedTuple):
    """A passage by its offsets, and the share from 0 to 1 of the quotation that it has, rare words first."""

    start: int
    end: int
    share: float


def most_alike(quote: str, text: str) -> Passage | None:
    """The passage of as many words as `quote` with most of its words; None where it has none of them."""
    wanted = [stem(placed.word) for placed in placed_words(quote) if placed.is_word]
    places = [placed for placed in placed_words(text) if placed.is_word]
    there = [stem(placed.word) for placed in places]
    size = min(len(wanted), len(there))
    if not size:
        return None
    weights = _weights(wanted, there)
    shared = list(_shared(Counter(wanted), there, size, weights))
    best = max(shared)
    if best <= 0:
        return None
    ties = islice((at for at, weight in enumerate(shared) if weight == best), TIES)
    at = max(ties, key=lambda at: sum(map(str.__eq__, wanted, there[at : at + size])))
    return Passage(places[at].start, places[at + size - 1].end, best / sum(weights[word] for word in wanted))


def _weights(wanted: Sequence[str], there: Sequence[str]) -> dict[str, int]:
    """How much each wanted word tells: the rarer there, the more (inverse document frequency, Spärck Jones 1972)."""
    counts = Counter(there)
    return {word: round(FINENESS * log((len(there) + 2) / (counts[word] + 1))) for word in wanted}


def _shared(
    wanted: Mapping[str, int], there: Sequence[str], size: int, weights: Mapping[str, int]
) -> Iterator[int]:
    """The weight of the wanted words that each window of `size` words has, none counted oftener than wanted."""
    seen: Counter[str] = Counter()
    weight = 0
    for at, word in enumerate(there):
        seen[word] += 1
        if seen[word] <= wanted.get(word, 0):
            weight += weights[word]
        if at >= size:
            gone = there[at - size]
            if seen[gone] <= wanted.get(gone, 0):
                weight -= weights[gone]
            seen[gone] -= 1
        if at >= size - 1:
            yield weight
