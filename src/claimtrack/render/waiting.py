"""Candidate claims: a list of them, and one in the context of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.render.plain import one_line
from claimtrack.render.table import Cell, columns, labelled, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model import Source
    from claimtrack.proposal import Proposal
    from claimtrack.render.screen import Screen

_FATES = {"found": "good", "changed": "bad", "gone": "bad", "not read": "alarm"}
_CONTEXT = 240  # characters before and after the passage


def proposals(waiting: Sequence[Proposal], screen: Screen) -> Iterator[str]:
    """The lines of `extract`: number, kind, speaker, due and text of each candidate."""
    absent = "" if screen.terminal else "-"
    rows = [
        (
            Cell(str(one.number), "strong"),
            Cell(one.kind),
            Cell(one.said_by, "unnamed" if one.unnamed else None, loose=24),
            Cell(str(one.due) if one.due else absent),
            Cell(one.text),
        )
        for one in waiting
    ]
    return columns(rows, screen)


def proposal_in_context(
    proposal: Proposal, text: str, screen: Screen, *, place: int, of: int, title: str
) -> Iterator[str]:
    """The lines of one candidate in `review`: its passage marked in what stands around it, and what was read."""
    yield ""
    yield from paragraph(f"{title}: {place} of {of}", screen, "faint")
    yield from paragraph(_marked(text, proposal), screen)
    due = f"{proposal.due} (“{proposal.due_words}”)" if proposal.due_words else str(proposal.due or "")
    facts = {
        "speaker": proposal.said_by + (" (unnamed)" if proposal.unnamed else ""),
        "kind": proposal.kind,
        "said": str(proposal.said or ""),
        "due": due,
        "quote": proposal.quote or "",
        "text": proposal.text,
    }
    yield from labelled([(name, [Cell(value)]) for name, value in facts.items() if value], screen)


def verifications(
    found: Sequence[tuple[str, Source, int | None, str | None]], screen: Screen
) -> Iterator[str]:
    """The lines of `sources verify`: fate, source, claim, and the quotation or why it could not be compared."""
    rows = [
        (
            Cell(fate, _FATES.get(fate)),
            Cell(f"source {source.id}"),
            Cell(f"claim {claim}" if claim else source.label, loose=24),
            Cell(words or ""),
        )
        for fate, source, claim, words in found
    ]
    return columns(rows, screen)


def _marked(text: str, proposal: Proposal) -> str:
    """The passage between brackets, with some of the text before and after it."""
    before = one_line(text[max(proposal.start - _CONTEXT, 0) : proposal.start])
    after = one_line(text[proposal.stop : proposal.stop + _CONTEXT])
    passage = one_line(text[proposal.start : proposal.stop])
    start = "…" if proposal.start > _CONTEXT else ""
    end = "…" if proposal.stop + _CONTEXT < len(text) else ""
    return f"{start}{before} ⟦{passage}⟧ {after}{end}".strip()
