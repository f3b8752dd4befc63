"""Many claims: a line or two for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.exchange.columns import texts
from claimtrack.model.text import counted
from claimtrack.render.layout.table import Cell, columns, paragraph
from claimtrack.render.status import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim, When
    from claimtrack.render.layout.screen import Screen


def claims(
    claims: Sequence[Claim],
    screen: Screen,
    *,
    today: date,
    more: int = 0,
    marks: Iterable[str] = (),
) -> Iterator[str]:
    """The lines of `list`: id, speaker, due, how it stands and, last so that it can be long, the text.

    Args:
        claims: In the order in which they are shown.
        screen: Where they are shown.
        today: The day to which they are compared.
        more: How many there are that are not shown; the last line says so.
        marks: The words that a search found; a pipe gets the text as it is.
    """
    rows = [_row(claim, screen, today) for claim in claims]
    yield from columns(rows, screen, marks=marks)
    yield from _and_more(len(claims), more, screen)


def fields(claims: Sequence[Claim], names: Sequence[str], screen: Screen, *, more: int = 0) -> Iterator[str]:
    """The lines of `list --fields`: a column for each of the names, without a heading."""
    rows = [[Cell(cell or absent(screen)) for cell in texts(claim, names)] for claim in claims]
    yield from columns(rows, screen, one_line=True)
    yield from _and_more(len(claims), more, screen)


def _and_more(shown: int, more: int, screen: Screen) -> Iterator[str]:
    """How many claims were left out, and how to see them; a pipe has the lines of claims alone."""
    if more and screen.terminal:
        hint = f"{counted(more, 'more claim')}; --limit {shown + more} shows all"
        yield from paragraph(hint, screen, "faint")


def nothing_found() -> str:
    """What to say, on standard error, when no claim fits."""
    return "No claims found; `claimtrack list` with no filter shows all there are."


def _row(claim: Claim, screen: Screen, today: date) -> tuple[Cell, ...]:
    """The cells of one claim."""
    stands, style = standing(claim, today)
    return (
        Cell(str(claim.id), "strong"),
        Cell(
            claim.speaker,
            "unnamed" if claim.unnamed else None,
            loose=20,
            aside=f"says {claim.via}" if claim.via else "",
        ),
        Cell(date_cell(claim.due, screen)),
        Cell(stands, style, loose=14),
        Cell(claim.text),
    )


def date_cell(when: When | None, screen: Screen) -> str:
    """A date, or what stands for none."""
    return str(when) if when else absent(screen)


def absent(screen: Screen) -> str:
    """Nothing to see on a terminal; in a pipe a hyphen, so that every line has the same columns."""
    return "" if screen.terminal else "-"
