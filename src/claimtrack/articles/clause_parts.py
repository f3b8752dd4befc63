"""A long sentence in the clauses that can be claims of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.articles.quotation_marks import Span

JOINT = re.compile(
    r"(?:[,;—–:]|\s-)\s+(?:and|but|so|while|whereas|though|although|yet|because|since|as|which|with)\s+|;\s+|:\s+"
)
SHORTEST = 4
# So many characters hold the shortest clause.
ENOUGH = 80


def clauses(text: str, start: int, end: int) -> list[Span]:
    """Offsets of the parts of a sentence that commas and conjunctions join, each of four words at least."""
    parts: list[Span] = []
    begin = start
    for joint in JOINT.finditer(text, start, end):
        if _words(text, begin, joint.start()) >= SHORTEST and _words(text, joint.end(), end) >= SHORTEST:
            parts.append((begin, joint.start()))
            begin = joint.end()
    parts.append((begin, end))
    return parts


def _words(text: str, start: int, end: int) -> int:
    return len(text[start : min(end, start + ENOUGH)].split())
