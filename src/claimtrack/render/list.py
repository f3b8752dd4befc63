"""Many claims: a line or two for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.text import counted
from claimtrack.render.layout.page import first_screen, parted
from claimtrack.render.layout.table import WIDE, Cell, columns, paragraph
from claimtrack.render.status import rating_beside, standing

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


def changed(claims: Sequence[Claim], screen: Screen, *, today: date) -> Iterator[str]:
    """The lines of what a command did to claims, or asks about: as in `list`, at most a screen of them."""
    lines = columns([_row(claim, screen, today) for claim in claims], screen)
    each = parted(list(lines), len(claims))
    return first_screen(each, screen, total=len(claims), left_out=_as_well)


def _as_well(_: int, left: int) -> str:
    return f"and {counted(left, 'more claim')}"


def fields(claims: Sequence[Claim], names: Sequence[str], screen: Screen, *, more: int = 0) -> Iterator[str]:
    """The lines of `list --fields`: a column for each of the names, without a heading."""
    from claimtrack.exchange.columns import texts  # noqa: PLC0415  # most lists choose no fields

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
        *(
            (Cell(f"said {claim.said}" if claim.said else "", loose=15, extra=True),)
            if _roomy(screen)
            else ()
        ),
        Cell(date_cell(claim.due, screen)),
        Cell(stands, style, loose=14, aside=rating_beside(claim)),
        Cell(claim.text),
    )


def _roomy(screen: Screen) -> bool:
    """Whether there is room for the day it was said; in a pipe every line has the columns it always had."""
    return screen.width is not None and screen.width >= WIDE


def date_cell(when: When | None, screen: Screen) -> str:
    """A date, or what stands for none."""
    return str(when) if when else absent(screen)


def absent(screen: Screen) -> str:
    """Nothing to see on a terminal; in a pipe a hyphen, so that every line has the same columns."""
    return "" if screen.terminal else "-"
