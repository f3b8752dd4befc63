"""A long sentence in the clauses that can be claims of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.articles.english.quotation_marks import Span

JOINT = re.compile(
    r"(?:[,;—–:]|\s-)\s+(?:and|but|so|while|whereas|though|although|yet|because|since|as|which|with)\s+|;\s+|:\s+"
)
# A clause of its own goes on with a subject or a finite verb: `…, and it will`, not `…, and finally`.
STARTS = re.compile(
    r"(?:he|she|it|they|we|i|you|the|an?|this|that|these|those|there|his|her|its|their|our|my|if|when|no|nobody|most|some|"
    r"many|all|will|would|could|may|might|is|are|was|were|has|have|had|can|not|never)\b|[^\Wa-z]|[\"“]"
)
SHORTEST = 4
# So many characters hold the shortest clause.
ENOUGH = 80


def clauses(text: str, start: int, end: int) -> list[Span]:
    """Offsets of the parts of a sentence that commas and conjunctions join, each of four words at least."""
    parts: list[Span] = []
    begin = start
    for joint in JOINT.finditer(text, start, end):
        if (
            STARTS.match(text, joint.end())
            and _words(text, begin, joint.start()) >= SHORTEST
            and _words(text, joint.end(), end) >= SHORTEST
        ):
            parts.append((begin, joint.start()))
            begin = joint.end()
    parts.append((begin, end))
    return parts


def _words(text: str, start: int, end: int) -> int:
    return len(text[start : min(end, start + ENOUGH)].split())
