"""The clauses that a sentence is joined of: where one begins and ends, and which of them could claim something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.articles.english import Span

JOINT = re.compile(
    r"(?:[,;—–:]|\s-)\s+(?:and|but|so|while|whereas|though|although|yet|because|since|as)\s+|;\s+|:\s+|"
    r"\s+(?:and|but) (?=(?:he|she|it|they|we|i|there|that)(?:['’]ll\b| (?:will|would|could|may|might|expects?|"
    r"plans?)\b))|"
    r"\s+and that\s+(?=\w)|\s+(?:and|but) (?=(?:ha(?:s|ve|d) no (?:plans?|intention)|expects?|plans?|intends?|aims?|"
    r"is (?:to|due|scheduled|expected)|has (?:undertaken|"
    r"committed|promised|pledged|vowed))\b)|\s+but (?=(?:will|would)\b)"
)
# A clause of its own goes on with a subject or a finite verb: `…, and it will`, not `…, and finally`.
STARTS = re.compile(
    r"(?:he|she|it|they|we|i|you|the|an?|this|that|these|those|there|his|her|its|their|our|my|if|when|no|nobody|most|"
    r"some|any|every|each|another|expects?|plans?|intends?|aims?|"
    r"many|all|will|would|could|may|might|is|are|was|were|has|have|had|can|not|never)\b|[^\Wa-z]|[\"“]|"
    r"(?:[a-z]+ ){1,3}(?:will|would|could|may|might|won['’]t)\b"
)
# A part that holds none of these is no clause: `…, and Belmopan in Belize`.
FINITE = re.compile(
    r"\b(?:is|are|am|was|were|will|would|can|could|may|might|shall|should|must|has|have|had|do|does|did|\w+n['’]t|not|"
    r"never|"
    r"said|says|\w{3,}ed|expects?|plans?|means?|makes?|remains?|hopes?|aims?|intends?|predicts?|forecasts?|sees?|"
    r"wants?|needs?|begins|starts|opens|closes|runs|goes|comes|takes|gets|makes|keeps|stays"
    r"|warns?|thinks?|believes?)\b|['’](?:s|re|ll|m|ve|d)\b"
)
# `While it is late, I expect …`: the claim begins after what it is said in spite of.
CONCEDED = re.compile(
    r"\W*(?:while|whilst|although|though|despite|in spite of|even though|as|since|because)\b", re.IGNORECASE
)
SPEAKS = re.compile(
    r",\s+(?=(?:i|we) (?:\w+ )?(?:expect|think|believe|hope|predict|anticipate|forecast|plan|intend|will)\b)",
    re.IGNORECASE,
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
            and words_in(text, begin, joint.start()) >= SHORTEST
            and words_in(text, joint.end(), end) >= SHORTEST
            and FINITE.search(text, joint.end(), end)
            and FINITE.search(text, begin, joint.start())
        ):
            parts.append((begin, joint.start()))
            begin = joint.end()
    parts.append((begin, end))
    return [(_after_concession(text, first, last), last) for first, last in parts]


def _after_concession(text: str, start: int, end: int) -> int:
    """Where `I expect` begins after `While it is late,`; else the start."""
    speaks = SPEAKS.search(text, start, end) if CONCEDED.match(text, start, end) else None
    return speaks.end() if speaks else start


def words_in(text: str, start: int, end: int) -> int:
    """How many words a stretch has, as far as that matters for a clause."""
    return len(text[start : min(end, start + ENOUGH)].split())
