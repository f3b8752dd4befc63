"""Ten texts of our own, five in each language, with all that is said and claimed in them marked by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from claimtrack.articles import THRESHOLD, attributions, candidates

TEXTS = sorted((Path(__file__).parent / "marked").glob("*.txt"))
FORWARD = ("prediction", "promise", "deadline")
HALF = 0.5


class Mark(NamedTuple):
    """A passage that somebody says: whose it is, of what kinds it may be, and which days it may be due."""

    start: int
    end: int
    kinds: tuple[str, ...]
    speaker: str
    due: tuple[str, ...]


def read(path):
    """The day, text and marks of a file: `kind/kind | speaker | due/due | passage`, or `said | speaker | passage`."""
    head, _, marks = path.read_text(encoding="utf-8").partition("\n---\n")
    day, _, text = head.partition("\n\n")
    found = []
    for line in marks.splitlines():
        kinds, speaker, *due, passage = line.split(" | ")
        start = text.index(passage)
        found.append(
            Mark(
                start,
                start + len(passage),
                tuple(kinds.split("/")),
                speaker,
                tuple(due[0].split("/")) if due else (),
            )
        )
    return date.fromisoformat(day), text, found


def covers(mark, start, end):
    """Whether a passage that was found is the marked one: most of both is shared."""
    both = min(mark.end, end) - max(mark.start, start)
    return both > HALF * (max(mark.end, end) - min(mark.start, start))


def same(one, other):
    """Whether two names are one, by their last word."""
    return (one or "-").casefold().split()[-1] == (other or "-").casefold().split()[-1]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_said_is_found_with_its_speaker_in_the_nominative(path):
    """Every passage that somebody says, in whatever turn of phrase, and whose it is."""
    _, text, marks = read(path)
    found = [(span, one.speaker) for one in attributions(text) for span in one.spans]
    for mark in (mark for mark in marks if mark.kinds == ("said",)):
        whose = [speaker for span, speaker in found if covers(mark, *span)]
        assert whose, text[mark.start : mark.end]
        assert same(whose[0], mark.speaker), (whose[0], mark.speaker)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nearly_all_that_looks_ahead_is_shown_and_nearly_nothing_else(path):
    """At most one is missed, and at most one shown that is none; those found have their kind, speaker and date."""
    day, text, marks = read(path)
    shown = [one for one in candidates(text, day) if one.kind in FORWARD and one.score >= THRESHOLD]
    claims = [mark for mark in marks if mark.kinds != ("said",)]
    right = [(mark, one) for mark in claims for one in shown if covers(mark, one.start, one.end)]
    assert len({mark for mark, _ in right}) >= len(claims) - 1
    assert len(shown) <= len(right) + 1
    assert sum(one.kind in mark.kinds for mark, one in right) >= len(right) - 1
    assert sum(same(one.speaker, mark.speaker) for mark, one in right) >= len(right) - 1
    for mark, one in right:
        last = one.due.last.isoformat() if one.due else "none"
        assert mark.due == ("any",) or last in mark.due, (last, mark)
