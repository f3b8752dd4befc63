"""Stretches of a text, to ask quickly how much of another stretch they cover."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


# The first character and the one after the last.
Span = tuple[int, int]


class Stretches:
    """Spans joined where they overlap; each question takes logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def covered(self, start: int, end: int) -> int:
        """How many characters from `start` to `end` lie in the spans."""
        place = max(0, bisect_right(self._starts, start) - 1)
        total = 0
        while place < len(self._starts) and self._starts[place] < end:
            total += max(0, min(end, self._ends[place]) - max(start, self._starts[place]))
            place += 1
        return total
