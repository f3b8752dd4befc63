"""A long article in parts that a model reads one at a time, each with the end of the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Characters: some 3,000 tokens of English, which leaves room for the answer in a window of 8,000.
LONGEST = 12_000
OVERLAP = 1_200
# Where a part may end or begin, the best first.
_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))


class Part(NamedTuple):
    """A stretch of an article, by its offsets."""

    start: int
    end: int


def parts(text: str, *, longest: int = LONGEST, overlap: int = OVERLAP) -> Iterator[Part]:
    """The stretches that cover the text in order, each beginning before the end of the one before.

    They end and begin between paragraphs where they can, else between lines, sentences or words.
    """
    start = 0
    while len(text) - start > longest:
        end = _last_break(text, start + longest // 2, start + longest)
        yield Part(start, end)
        start = _first_break(text, max(end - overlap, start + 1), end)
    yield Part(start, len(text))


def _last_break(text: str, first: int, last: int) -> int:
    """The end of the last break between the two, at the best kind of break that is there."""
    for kind in _BREAKS:
        ends = [match.end() for match in kind.finditer(text, first, last)]
        if ends:
            return ends[-1]
    return last


def _first_break(text: str, first: int, last: int) -> int:
    """The end of the first break between the two; a break of a paragraph may take most of what is shared."""
    for kind in _BREAKS[1:]:
        match = kind.search(text, first, last)
        if match and match.end() < last:
            return match.end()
    return first
