"""A claim found in an article, and what it was judged by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.proposal import RULES

if TYPE_CHECKING:
    from claimtrack.articles.candidates.cues import Cue
    from claimtrack.articles.candidates.dues import Term
    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.articles.candidates.whose import Whose
    from claimtrack.model import When


# The mark of what was said some time ago: `had said that`, `promised in 2022 that`.
OLD = "told long ago"


class Finding(NamedTuple):
    """A clause that looks ahead: the words by which it does, whose it is, and when it comes due."""

    passage: Passage
    cue: Cue
    whose: Whose
    term: Term


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim found in an article, with offsets into it; `score` sorts, from 0 to 1, higher is surer.

    All words have single spaces but `quote`, which is the passage as printed, where it stands in quotation marks; null
    where there are none. `named` is false where `speaker` only describes somebody; `via` relays it; `rung` is how the
    speaker is known: `own`, `subject`, `carried`, `self` or `none`. `said` is the day of speaking, null where the
    article does not tell it. `due` comes with the words it was read from, which come alone where people read
    them differently; `was` is the date that it replaces. `found_by` are the rules, or a model and what it was asked.
    """

    start: int
    end: int
    kind: str
    speaker: str | None
    named: bool
    via: str | None
    rung: str
    text: str
    quote: str | None
    said: When | None
    due: When | None
    due_words: str | None
    was: When | None
    probability: float | None
    score: float
    found_by: tuple[str, ...] = (RULES,)
    translation: str | None = None


class Draft(NamedTuple):
    """A candidate with the marks that its score was made of; none where a rule alone gave it."""

    candidate: Candidate
    marks: tuple[str, ...] = ()

    @property
    def is_old(self) -> bool:
        """Whether the article tells that it was said some time ago."""
        return OLD in self.marks
