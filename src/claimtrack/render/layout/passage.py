"""A passage of an article with the words in it that matter marked."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.render.layout.plain import clean
from claimtrack.render.layout.table import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.render.layout.screen import Screen

# What stands around the words where there is no colour.
SIGNS = {"claimed": (">>", "<<"), "speaker": ("*", "*"), "date": ("*", "*")}


class Part(NamedTuple):
    """Words from `start` to `stop` of a text, and what they are: a style that `SIGNS` has too."""

    start: int
    stop: int
    style: str


def passage(
    text: str, parts: Sequence[Part], screen: Screen, *, room: int | None, style: str | None = None
) -> Iterator[str]:
    """The lines of `text`, wrapped to `room` columns; where parts lie within others, the later one shows."""
    letters = list(_letters(text, parts, style=style, signs=not screen.colour))
    at = 0
    for line in wrapped("".join(letter for letter, _ in letters), room, screen):
        while at < len(letters) and letters[at][0].isspace():
            at += 1
        runs = groupby(letters[at : at + len(line)], key=lambda one: one[1])
        yield "".join(screen.paint("".join(letter for letter, _ in run), painted) for painted, run in runs)
        at += len(line)


def _letters(
    text: str, parts: Sequence[Part], *, style: str | None, signs: bool
) -> Iterator[tuple[str, str | None]]:
    """Each letter with its style, safe to print, with one space or line end for each run of them."""
    before = "\n"
    edges = sorted({0, len(text), *(edge for part in parts for edge in part[:2])})
    for start, stop in pairwise(edges):
        inside: list[str | None] = [part.style for part in parts if part.start <= start and stop <= part.stop]
        opened = "".join(SIGNS[part.style][0] for part in parts if part.start == start)
        closed = "".join(SIGNS[part.style][1] for part in reversed(parts) if part.stop == stop)
        words = clean(text[start:stop])
        for letter in f"{opened}{words}{closed}" if signs else words:
            kept = letter if letter == "\n" or not letter.isspace() else " "
            if kept.isspace() and before.isspace():
                continue
            before = kept
            yield kept, (inside or [style])[-1]
