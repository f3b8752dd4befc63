"""Many claims, speakers or sources: a line or two for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.render.standing import counted, standing
from claimtrack.render.table import Cell, columns, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim, Source, Speaker, When
    from claimtrack.render.screen import Screen


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
    if more:
        hint = f"{counted(more, 'more claim')}; --limit {len(claims) + more} shows all"
        yield from paragraph(hint, screen, "faint")


def nothing_found() -> str:
    """What to say, on standard error, when no claim fits."""
    return "No claims found; `claimtrack list` with no filter shows all there are."


def speakers(speakers: Sequence[Speaker], screen: Screen) -> Iterator[str]:
    """A line for each speaker: name, how many claims and how they stand, aliases."""
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
    return columns(rows, screen, one_line=True)


def sources(sources: Sequence[Source], screen: Screen) -> Iterator[str]:
    """A line or two for each source: id, published, publisher, claims, title; in a pipe its address too."""
    rows = [
        (
            Cell(str(source.id), "strong"),
            Cell(_date(source.published, screen)),
            Cell(source.publisher or _absent(screen), loose=20),
            Cell(counted(source.claims, "claim")),
            *(() if screen.terminal else (Cell(source.url or _absent(screen)),)),
            Cell(source.label or _absent(screen)),
        )
        for source in sources
    ]
    return columns(rows, screen)


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
        Cell(_date(claim.due, screen)),
        Cell(stands, style, loose=14),
        Cell(claim.text),
    )


def _date(when: When | None, screen: Screen) -> str:
    return str(when) if when else _absent(screen)


def _absent(screen: Screen) -> str:
    """Nothing to see on a terminal; in a pipe a hyphen, so that every line has the same columns."""
    return "" if screen.terminal else "-"
