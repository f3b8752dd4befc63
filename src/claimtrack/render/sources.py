"""Sources: a line or two for each, one whole, its text, and whether its quotations still stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.model.text import counted
from claimtrack.render.layout.page import first_screen, parted
from claimtrack.render.layout.table import Cell, columns, labelled, paragraph
from claimtrack.render.list import absent, date_cell
from claimtrack.render.list import claims as claim_lines
from claimtrack.render.show import dated, filled, section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from claimtrack.model import Claim, Source
    from claimtrack.render.layout.screen import Screen

_FATES = {"found": "good", "moved": "soon", "changed": "bad", "gone": "bad", "not read": "alarm"}


def sources(sources: Sequence[Source], screen: Screen, *, fit: bool = False) -> Iterator[str]:
    """A line or two for each source: id, published, publisher, claims, title; in a pipe its address too.

    With `fit` at most a screen of them.
    """
    rows = [
        (
            Cell(str(source.id), "strong"),
            Cell(date_cell(source.published, screen)),
            Cell(source.publisher or absent(screen), loose=20),
            Cell(counted(source.claims, "claim")),
            *(() if screen.terminal else (Cell(source.url or absent(screen)),)),
            Cell(source.label or absent(screen)),
        )
        for source in sources
    ]
    lines = columns(rows, screen)
    if not fit:
        return lines
    return first_screen(parted(list(lines), len(rows)), screen, total=len(rows), left_out=_others)


def _others(shown: int, left: int) -> str:
    return f"{counted(left, 'more source')}; --limit {shown + left} shows all"


def source_whole(
    source: Source, claims: Sequence[Claim], screen: Screen, *, today: date, more: int = 0,
    saved: Mapping[str, Any] | None = None,
) -> Iterator[str]:  # fmt: skip  # as short as the call
    """The lines of `sources show`: its facts and `claims`; there are `more` that are not given.

    `saved` is what `saved_text` takes, where the text was kept.
    """
    counts = counted(source.claims, "claim")
    yield from paragraph(f"Source {source.id}: {source.label} ({counts})", screen, "strong")
    facts = (
        ("publisher", filled(source.publisher)),
        ("published", filled(dated(source.published, source.published_words))),
        ("url", filled(source.url)),
        ("archive", filled(source.archive_url)),
        ("uid", filled(source.uid)),
    )
    yield from labelled(facts, screen)
    yield from section(screen, "Claims", claim_lines(claims, screen, today=today, more=more))
    if saved:
        yield ""
        yield from saved_text(screen, **saved)


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


def saved_text(
    screen: Screen, *, characters: int, read_at: str, read_from: str | None, sha256: str, waiting: int
) -> Iterator[str]:
    """The lines of `sources show` on the text that was kept, and on the candidates that wait in it."""
    where = f" from {read_from}" if read_from else ""
    yield from labelled(
        [
            (
                "text",
                [Cell(f"{characters} characters, read {read_at[:10]}{where}"), Cell(f"SHA-256 {sha256}")],
            ),
            ("waiting", [Cell(counted(waiting, "candidate claim") if waiting else "")]),
        ],
        screen,
    )
