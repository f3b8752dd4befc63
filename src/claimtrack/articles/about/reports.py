"""Sentences of an article that report what came about, or did not, whoever tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.about.gist import Gist, gist_of
from claimtrack.articles.english import read_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is to come, asked, or only supposed is no report.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|plans? to|expect\w*|hop(?:e|es|ed|ing)|if|whether|ask(?:s|ed)?|"
    r"promis\w+|vow\w*|predict\w*|forecast\w*|want(?:s|ed)? to|is to|are to|going to|"
    r"due to (?:open|start|begin))\b|['’]ll\b|\?",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!…]['\"”’)\]]*$")
_FEWEST = 2


class Report(NamedTuple):
    """A sentence, where it stands, and what it is about."""

    start: int
    end: int
    gist: Gist


def reports(text: str) -> Iterator[Report]:
    """The sentences that tell that something came about, or did not; headlines are none."""
    for sentence in read_sentences(text):
        words = text[sentence.start : sentence.end].rstrip()
        if not _ENDED.search(words) or _AHEAD.search(words):
            continue
        gist = gist_of(words)
        if len(gist.words) >= _FEWEST and (gist.past or gist.off or gist.delayed or gist.negated):
            yield Report(sentence.start, sentence.start + len(words), gist)
