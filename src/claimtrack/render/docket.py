"""What there is to judge, group by group, and the chains whose dates slipped."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.chains import chains, moved_after_due
from claimtrack.render.lists import claims as claim_lines
from claimtrack.render.standing import counted, days
from claimtrack.render.table import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.chains import Chain
    from claimtrack.model import Claim
    from claimtrack.render.screen import Screen

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


def slipped(claims: Iterable[Claim], screen: Screen, *, today: date) -> Iterator[str]:
    """The lines of `list --slipped`: each chain by its newest claim, and below it every move."""
    for chain in chains(claims):
        yield from claim_lines([chain[-1]], screen, today=today)
        for line in _moves(chain):
            yield from paragraph(line, screen, "faint", indent=4)


def _moves(chain: Chain) -> Iterator[str]:
    """Each move of the chain: from which date to which, how far, and whether the old one had passed."""
    for older, newer in pairwise(chain):
        if older.due is None or newer.due is None:
            continue
        count = (newer.due.last - older.due.last).days
        way = "later" if count >= 0 else "earlier"
        yield f"{older.due} → {newer.due}: {days(abs(count))} {way}, {named(older, newer)}"


def named(older: Claim, newer: Claim) -> str:
    """Whether the older date had passed when the newer one was named, or only reported, in words."""
    how = "said" if newer.said else "reported"
    match moved_after_due(older, newer):
        case True:
            return f"{how} after the old date had passed"
        case False:
            return f"{how} before the old date had passed"
        case _:
            return "said on a day not known"
