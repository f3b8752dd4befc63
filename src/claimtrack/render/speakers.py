"""Speakers: a line for each, or one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.text import counted
from claimtrack.render.layout.page import first_screen
from claimtrack.render.layout.table import Cell, columns, paragraph
from claimtrack.render.list import claims as claim_lines
from claimtrack.render.show import section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim, Speaker
    from claimtrack.render.layout.screen import Screen


def speakers(speakers: Sequence[Speaker], screen: Screen, *, fit: bool = False) -> Iterator[str]:
    """A line for each speaker: name, how many claims and how they stand, aliases; with `fit` at most a screen."""
    rows = [
        (
            Cell(speaker.name, loose=24),
            Cell(counted(speaker.claims, "claim")),
            Cell(f"{speaker.unresolved} unresolved"),
            Cell(f"{speaker.overdue} overdue", "alarm" if speaker.overdue else "faint"),
            Cell(f"also {', '.join(speaker.aliases)}" if speaker.aliases else "", "faint"),
        )
        for speaker in speakers
    ]
    lines = columns(rows, screen, one_line=True)
    if not fit:
        return lines
    return first_screen(([line] for line in lines), screen, total=len(rows), left_out=_others)


def _others(shown: int, left: int) -> str:
    return f"{counted(left, 'more speaker')}; --limit {shown + left} shows all"


def speaker_whole(
    speaker: Speaker, claims: Sequence[Claim], screen: Screen, *, today: date, more: int = 0
) -> Iterator[str]:
    """The lines of `speakers show`: names, counts and `claims`; there are `more` that are not given."""
    counts = f"{counted(speaker.claims, 'claim')}, {speaker.unresolved} unresolved, {speaker.overdue} overdue"
    yield from paragraph(f"{speaker.name}: {counts}", screen, "strong")
    yield from paragraph(f"also {', '.join(speaker.aliases)}" if speaker.aliases else "no aliases", screen)
    yield from section(screen, "Claims", claim_lines(claims, screen, today=today, more=more))
