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
FEW = 5  # claims of each sort, or as many as the screen has room for


def overview(
    path: str,
    screen: Screen,
    *,
    today: date,
    count: int,
    unresolved: int,
    overdue: int,
    fell_due: Sequence[Claim] = (),
    due: Sequence[Claim] = (),
    added: Sequence[Claim] = (),
) -> Iterator[str]:
    """One screen: the file at `path`, how many claims, the few that `fell_due`, come `due` and were `added` last.

    Without claims it shows three commands to try.
    """
    if not count:
        yield from _start(path, screen)
        return
    counts = [counted(count, "claim"), f"{unresolved} unresolved", f"{overdue} overdue"]
    head = [*paragraph(path, screen, "strong"), *paragraph(", ".join(counts), screen, "strong")]
    steps = "claimtrack due: what to judge" if overdue else "claimtrack list: all of them"
    foot = list(paragraph(f"{steps}; claimtrack --help: every command", screen, "faint"))
    parts = [("Overdue", fell_due), ("Due next", due), ("Added last", added)]
    yield from head
    for (title, several), few in zip(parts, _few(parts, screen, len(head) + len(foot)), strict=True):
        if few:
            yield ""
            yield screen.paint(title, "faint")
            yield from claims(several[:few], screen, today=today)
    yield ""
    yield from foot


def _few(parts: Sequence[tuple[str, Sequence[Claim]]], screen: Screen, taken: int) -> list[int]:
    """How many claims of each part there is room for, where other lines have `taken` some of the screen."""
    few = [min(len(several), 1) for _, several in parts]
    each = 2 if screen.width is not None and screen.width < ONE_LINE_FROM else 1
    # but for a title and a blank line to each, a blank line at the end, and the line that is typed next
    room = screen.height - taken - 2 * sum(few) - 2
    for _ in range(FEW - 1):
        for at, (_, several) in enumerate(parts):
            if len(several) > few[at] and (screen.width is None or each * (sum(few) + 1) <= room):
                few[at] += 1
    return few


def _start(path: str, screen: Screen) -> Iterator[str]:
    """What to do with no claims yet."""
    yield from paragraph(f"No claims yet in {path}. To try:", screen, "strong")
    for command, does in TO_TRY:
        yield ""
        yield from paragraph(does, screen, "faint", indent=2)
        yield from paragraph(command, screen, indent=2)
