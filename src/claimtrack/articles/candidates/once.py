"""Each claim of an article once, however often it is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimtrack.articles.candidates.draft import Candidate, Draft
    from claimtrack.model import When

WORD = re.compile(r"[^\W\d_]+")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
NEGATED = re.compile(r"\b(?:not|never|no|none|nobody|cannot|without)\b|n['’]t\b")
SMALL = 3
ALIKE = 0.8
RECENT = 20


def once(text: str, found: list[Draft]) -> list[Draft]:
    """Each claim once, at its longest: two are one only where their dates, figures and negation agree."""
    kept: list[Draft] = []
    near: dict[tuple[str | None, str], list[int]] = {}
    for draft in sorted(found, key=lambda draft: (draft.candidate.start, -draft.candidate.end)):
        item = draft.candidate
        said = _said(text, item)
        # Two of the same words share the rarest of them, which is mostly the longest.
        key = item.speaker, max(sorted(said.words), key=len, default="")
        twin = next(
            (n for n in near.get(key, [])[-RECENT:] if _said(text, kept[n].candidate).is_same(said)), None
        )
        if twin is None:
            near.setdefault(key, []).append(len(kept))
            kept.append(draft)
        elif len(kept[twin].candidate.text) < len(item.text):
            kept[twin] = draft
    return sorted(kept, key=lambda draft: (draft.candidate.start, draft.candidate.end))


class _Said(NamedTuple):
    """What two candidates must share to be one claim."""

    words: frozenset[str]
    figures: frozenset[str]
    denied: bool
    due: When | None

    def is_same(self, other: _Said) -> bool:
        """Whether they say the same: most of the words of the shorter, and all that could come out differently."""
        fewer = min(len(self.words), len(other.words))
        return (
            self.denied == other.denied
            and (self.figures == other.figures)
            and (self.due == other.due or None in (self.due, other.due))
            and len(self.words & other.words) >= ALIKE * fewer
        )


def _said(text: str, item: Candidate) -> _Said:
    words = text[item.start : item.end].lower()
    return _Said(
        frozenset(word for word in WORD.findall(words) if len(word) > SMALL),
        frozenset(FIGURE.findall(words)),
        NEGATED.search(words) is not None,
        item.due,
    )
