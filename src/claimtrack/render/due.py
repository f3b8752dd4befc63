"""What there is to judge, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.text import counted
from claimtrack.render.list import claims as claim_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.render.layout.screen import Screen

Group = tuple[str, "Sequence[Claim]", int]


def agenda(groups: Iterable[Group], screen: Screen, *, today: date) -> Iterator[str]:
    """The lines of `due`: each group with its title, its claims, and how many more there are."""
    written = False
    for title, claims, more in groups:
        if not claims:
            continue
        if written:
            yield ""
        written = True
        yield screen.paint(f"{title}: {counted(len(claims) + more, 'claim')}", "strong")
        yield from claim_lines(claims, screen, today=today, more=more)
