"""What `claimtrack` alone shows: the file, the counts, what comes next, what was added last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.text import counted
from claimtrack.render.layout.table import ONE_LINE_FROM, paragraph
from claimtrack.render.list import claims

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.render.layout.screen import Screen

TO_TRY = (
    ('claimtrack add "The bridge opens" --speaker "Ada North" --due 2030-05-01', "keep a claim"),
    ("claimtrack list", "see what there is"),
    ("claimtrack --help", "see every command"),
)
FEW = (5, 3)  # claims of each sort: on lines of their own, and where each takes two


def overview(
    path: str,
    screen: Screen,
    *,
    today: date,
    count: int,
    unresolved: int,
    overdue: int,
    due: Sequence[Claim] = (),
    added: Sequence[Claim] = (),
) -> Iterator[str]:
    """One screen: the file at `path`, how many claims, the next few `due`, the last few `added`.

    Without claims it shows three commands to try.
    """
    if not count:
        yield from _start(path, screen)
        return
    counts = [counted(count, "claim"), f"{unresolved} unresolved", f"{overdue} overdue"]
    yield from paragraph(f"{path}: {', '.join(counts)}", screen, "strong")
    few = FEW[screen.width is not None and screen.width < ONE_LINE_FROM]
    for title, several in (("Due next", due), ("Added last", added)):
        if several:
            yield ""
            yield screen.paint(title, "faint")
            yield from claims(several[:few], screen, today=today)
    yield ""
    steps = "claimtrack due: what to judge" if overdue else "claimtrack list: all of them"
    yield from paragraph(f"{steps}; claimtrack --help: every command", screen, "faint")


def _start(path: str, screen: Screen) -> Iterator[str]:
    """What to do with no claims yet."""
    yield from paragraph(f"No claims yet in {path}. To try:", screen, "strong")
    for command, does in TO_TRY:
        yield ""
        yield from paragraph(does, screen, "faint", indent=2)
        yield from paragraph(command, screen, indent=2)
