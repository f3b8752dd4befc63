"""What the rules of one sentence hand on: which stretch was said, and the words that name who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimtrack.articles.quotation_marks import Span


class Found(NamedTuple):
    """Stretches said (`spans`), who said it in the article's words, and the verb with its offsets."""

    spans: tuple[Span, ...]
    source: Span | None
    lemma: str
    cue: Span
    frame: str
    sentence: int = -1
