"""A long article in parts that a model reads one at a time, each with the end of the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Characters: some 1,400 tokens of English, which with the prompt leaves room for the answer in a window of 4,000; what
# is longer than their window some servers cut off in silence.
LONGEST = 6_000
OVERLAP = 0.1  # of the longest
# Where a part may end or begin, the best first.
_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))


class Part(NamedTuple):
    """A stretch of an article, by its offsets."""

    start: int
    end: int


def parts(text: str, whole: Part | None = None, *, longest: int = LONGEST) -> Iterator[Part]:
    """The stretches that cover the text, or a part of it, in order, each beginning before the end of the one before.

    They end and begin between paragraphs where they can, else between lines, sentences or words.
    """
    start, stop = whole or (0, len(text))
    while stop - start > longest:
        end = _last_break(text, start + longest // 2, start + longest)
        yield Part(start, end)
        start = _first_break(text, max(end - int(longest * OVERLAP), start + 1), end)
    yield Part(start, stop)


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
