"""How far the dates of chains of claims slipped, move by move."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.model.chain import chains, day_named, moved_after_due
from claimtrack.model.text import counted, days
from claimtrack.render.layout.table import paragraph
from claimtrack.render.list import claims as claim_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.model.chain import Chain
    from claimtrack.render.layout.screen import Screen


def slipped(claims: Iterable[Claim], screen: Screen, *, today: date, more: int = 0) -> Iterator[str]:
    """The lines of `list --slipped`: each chain by its newest claim, and below it how far it slipped and when.

    There are `more` chains that are not shown; the last line says so.
    """
    found = chains(claims)
    heads = list(claim_lines([chain[-1] for chain in found], screen, today=today))
    each = len(heads) // max(len(found), 1)  # a line a claim, or two where the terminal is narrow
    for number, chain in enumerate(found):
        yield from heads[number * each : (number + 1) * each]
        for line in _moves(chain):
            yield from paragraph(line, screen, "faint", indent=4)
    if more:
        hint = f"{counted(more, 'more chain')}; --limit {len(found) + more} shows all"
        yield from paragraph(hint, screen, "faint")


def _moves(chain: Chain) -> Iterator[str]:
    """How far the chain slipped, then each move: from what to what, and whether the old date had passed."""
    if len(chain) > 2:  # noqa: PLR2004  # one move says all of it
        yield f"slipped {days(chain[-1].slip_days or 0)} in {counted(len(chain) - 1, 'move')}"
    for older, newer in pairwise(chain):
        changed = [*_of_date(older, newer), *_of_probability(older, newer)]
        yield ", ".join([*changed, named(older, newer)])


def _of_date(older: Claim, newer: Claim) -> Iterator[str]:
    if older.due and newer.due and older.due != newer.due:
        yield f"{older.due} → {newer.due}: {shift((newer.due.last - older.due.last).days)}"
    elif older.due != newer.due:
        yield f"{older.due or 'no date'} → {newer.due or 'no date'}"


def _of_probability(older: Claim, newer: Claim) -> Iterator[str]:
    if older.probability != newer.probability:
        yield f"{share(older.probability)} → {share(newer.probability)}"


def shift(count: int) -> str:
    """How much later or earlier so many days are, in words."""
    return f"{days(abs(count))} {'later' if count >= 0 else 'earlier'}"


def share(probability: float | None) -> str:
    """A probability in per cent."""
    return "no probability" if probability is None else f"{probability * 100:.10g}%"


def named(older: Claim, newer: Claim) -> str:
    """When the newer date was said, or else reported or recorded, and whether the older one had passed."""
    how, day = day_named(newer)
    when = f"{how} {day}" if day else how
    if older.due is None:
        return when
    match moved_after_due(older, newer):
        case True:
            return f"{when}, after the old date had passed"
        case False:
            return f"{when}, before the old date had passed"
        case _:
            return f"{when}, perhaps after the old date had passed"
