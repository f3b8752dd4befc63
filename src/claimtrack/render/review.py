"""Candidate claims: a list of them, and one in the context of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.render.layout.passage import Part, passage
from claimtrack.render.layout.table import Cell, columns, labelled, paragraph
from claimtrack.render.status import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from claimtrack.model import Claim, Source
    from claimtrack.model.proposal import Proposal
    from claimtrack.render.layout.screen import Screen

_RULE = 60  # columns
_CONTEXTS = (240, 120, 60, 0)  # characters before and after the passage, less where the screen is low
_KEYS = 4  # lines that the keys and the end of the answer before take at most


def proposals(found: Sequence[Proposal], screen: Screen, *, sources: bool = False) -> Iterator[str]:
    """The lines of `extract`: number, kind, speaker, due and text of each candidate; of several `sources`, their ids.

    On a terminal also what it may be of which claim, where that is anything; a pipe has the same columns always.
    """
    absent = "" if screen.terminal else "-"
    related = screen.terminal and any(one.about for one in found)
    rows = [
        (
            *((Cell(str(one.source), "strong"),) if sources else ()),
            Cell(str(one.number), "strong"),
            Cell(one.kind),
            Cell(
                one.speaker or "nobody named",
                "unnamed" if one.unnamed or not one.speaker else None,
                loose=24,
                aside=f"says {one.via}" if one.via else "",
            ),
            Cell(str(one.due) if one.due else absent),
            *((Cell(", ".join(about.short for about in one.about), "claimed", loose=18),) if related else ()),
            Cell(one.text),
        )
        for one in found
    ]
    return columns(rows, screen)


def waiting(sources: Sequence[tuple[Source, int]], screen: Screen) -> Iterator[str]:
    """The lines of `extract` with several articles: each source that candidates wait in, and how many."""
    rows = [
        (
            Cell(str(source.id), "strong"),
            Cell(f"{count} wait"),
            Cell(str(source.published) if source.published else "" if screen.terminal else "-"),
            Cell(source.label),
        )
        for source, count in sources
    ]
    return columns(rows, screen)


def card(
    proposal: Proposal, source: Source, text: str, screen: Screen, *, place: int, of: int, left: int, today: date,
    claims: Mapping[int, Claim],
) -> list[str]:  # fmt: skip  # as short as the call
    """The lines of one candidate in `review`: its passage marked in what stands around it, and what was read.

    Below, the `claims` that it may be about by id, each with the key that says so. As much of the text stands around
    the passage as leaves all of that on one screen, and the keys below it.
    """
    where = ", ".join(filter(None, (source.label, source.publisher, str(source.published or ""))))
    heading = f"{place} of {of} in {where}; {left} left"
    head = [
        screen.paint("\u2500" * min(screen.width or 0, _RULE), "faint"),
        *paragraph(heading, screen, "faint"),
        "",
    ]
    facts = [(name, [Cell(value)]) for name, value in _facts(proposal).items() if value]
    known = [
        Cell(f"[{key}] {about.words}: {_known(claims[about.claim], today)}")
        for key, about in enumerate(proposal.about, 1)
    ]
    read = ["", *labelled([*facts, ("may be", known)], screen)]
    room = screen.height - len(head) - len(read) - _KEYS
    for context in _CONTEXTS:
        passage_lines = [*_in_context(proposal, text, screen, context)]
        if len(passage_lines) <= room:
            break
    return [*head, *passage_lines, *read]


def _known(claim: Claim, today: date) -> str:
    """A recorded claim on one line."""
    due = f"due {claim.due}" if claim.due else ""
    return f"{claim.text} ({', '.join(filter(None, (claim.said_by, due, standing(claim, today)[0])))})"


def _facts(proposal: Proposal) -> dict[str, str]:
    """What was read, by the names that `edit` asks for, and who read it."""
    due = f"{proposal.due} (“{proposal.due_words}”)" if proposal.due_words else str(proposal.due or "")
    if proposal.was:
        due = f"{due}, moved from {proposal.was}"
    quote = proposal.quote or ""
    return {
        "text": proposal.text,
        "speaker": (proposal.speaker or "nobody named") + (" (unnamed)" if proposal.unnamed else ""),
        "via": proposal.via or "",
        "kind": proposal.kind,
        "said": str(proposal.said or ""),
        "due": due,
        "probability": "" if proposal.probability is None else f"{proposal.probability:.0%}",
        "quote": "the same words" if quote == proposal.text else quote,
        "translation": proposal.translation or "",
        "found by": "; ".join(proposal.found_by),
    }


def _in_context(proposal: Proposal, text: str, screen: Screen, context: int) -> Iterator[str]:
    """The passage with some of the text before and after it; its speaker and its date are marked too."""
    first, last = _window(text, proposal.start, proposal.stop, context)
    start, stop = proposal.start - first, proposal.stop - first
    around = text[first:last]
    parts = [
        Part(start, stop, "claimed"),
        *_nearest(around, proposal.due_words, start, "date"),
        *_nearest(around, proposal.speaker, start, "speaker"),
        *_nearest(around, proposal.via, start, "speaker"),
    ]
    return passage(around, parts, screen, room=screen.width)


def _window(text: str, start: int, stop: int, context: int) -> tuple[int, int]:
    """The stretch around the passage, from a whole word to a whole word or the end of the paragraph."""
    first, last = max(start - context, 0), min(stop + context, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or start
    ends = text.find("\n", stop, last)
    if ends < 0 and last < len(text):
        ends = max(text.rfind(" ", stop, last), stop)
    return first, last if ends < 0 else ends


def _nearest(text: str, words: str | None, at: int, style: str) -> Iterator[Part]:
    """Where the words stand nearest to `at`; of a name that is not there in full, its last word."""
    for form in (words, words.rpartition(" ")[2]) if words else ():
        places = [match.span() for match in re.finditer(rf"\b{re.escape(form)}\b", text, re.IGNORECASE)]
        if places:
            start, stop = min(places, key=lambda place: abs(place[0] - at))
            yield Part(start, stop, style)
            return
