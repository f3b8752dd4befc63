"""What there is room for on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.render.layout.table import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimtrack.render.layout.screen import Screen

PROMPT = 1  # line, that the shell takes


def first_screen(
    things: Iterable[Sequence[str]], screen: Screen, *, total: int, left_out: Callable[[int, int], str]
) -> Iterator[str]:
    """The lines of as many of the things as the screen has room for, at least of one, and a last line on the others.

    There are `total` of them, of which no more need be given than a screen holds; `left_out` says in words that so many
    are shown and so many are not. In a pipe nothing is left out.
    """
    written = 0
    for shown, thing in enumerate(things):
        hint = list(paragraph(left_out(shown, total - shown), screen, "faint"))
        last = 0 if shown + 1 == total else len(hint)
        if screen.terminal and shown and written + len(thing) + last + PROMPT > screen.height:
            yield from hint
            return
        yield from thing
        written += len(thing)


def parted(lines: Sequence[str], count: int) -> Iterator[Sequence[str]]:
    """The lines of each of `count` things that take equally many."""
    each = len(lines) // max(count, 1)
    return (lines[number * each : (number + 1) * each] for number in range(count))
