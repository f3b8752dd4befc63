"""Names with columns of figures under headings, of which those that there is no room for are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.render.layout.plain import one_line
from claimtrack.render.layout.table import GAP, Cell, cells, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.render.layout.screen import Screen

LEAST_FOR_NAMES = 12  # columns; below that, figures make way
NOT_KNOWN = "-"


@dataclass(frozen=True, slots=True)
class Figures:
    """A column: its heading, and a cell for each row; the ones with the greatest `spared` are the first to go."""

    heading: str
    values: Sequence[Cell]
    spared: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing in it is known: it makes way for whole names."""
        return all(value.text == NOT_KNOWN for value in self.values)


def figures(heading: str, names: Sequence[Cell], columns: Sequence[Figures], screen: Screen) -> Iterator[str]:
    """A line of headings, and one for each name with its figures to the right, never wider than the screen."""
    names = [Cell(one_line(name.text), name.style) for name in names]
    widths = [
        max(cells(each, screen) for each in (of.heading, *(v.text for v in of.values))) for of in columns
    ]
    longest = max(cells(text, screen) for text in (heading, *(name.text for name in names)))
    kept = _kept(columns, widths, longest, screen)
    room = longest if screen.width is None else min(longest, screen.width - _taken(kept, widths))
    headings = [Cell(column.heading, "faint") for column in columns]
    yield _line(Cell(heading, "faint"), room, [(headings[at], widths[at]) for at in kept], screen)
    for place, name in enumerate(names):
        yield _line(name, room, [(columns[at].values[place], widths[at]) for at in kept], screen)


def _kept(columns: Sequence[Figures], widths: Sequence[int], longest: int, screen: Screen) -> list[int]:
    """The places of the columns that there is room for beside the names."""
    kept = list(range(len(columns)))
    if screen.width is None:
        return kept
    by_worth = sorted(kept, key=lambda at: (columns[at].empty, columns[at].spared))
    while by_worth:
        least = longest if columns[by_worth[-1]].empty else min(longest, LEAST_FOR_NAMES)
        if screen.width - _taken(kept, widths) >= least:
            break
        kept.remove(by_worth.pop())
    return kept


def _taken(kept: Sequence[int], widths: Sequence[int]) -> int:
    return sum(widths[at] + len(GAP) for at in kept)


def _line(name: Cell, room: int, values: Sequence[tuple[Cell, int]], screen: Screen) -> str:
    """The name cut or padded to `room`, and each value set to the right of its width."""
    text = cut(name.text, room, screen)
    parts = [screen.paint(text, name.style) + " " * (room - cells(text, screen))]
    for value, width in values:
        padding = " " * (width - cells(value.text, screen))
        parts.append(padding + screen.paint(value.text, value.style))
    return GAP.join(parts).rstrip()
