"""Where the output goes: how wide it is and whether it has colour, chosen once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

# What each style means to a terminal (SGR codes of ECMA-48); colours are the reader's own sixteen.
STYLES = {
    "strong": "1",
    "faint": "2",
    "unnamed": "3",
    "mark": "7",
    "bad": "31",
    "good": "32",
    "soon": "33",
    "alarm": "1;31",
    "claimed": "1",
    "speaker": "1;36",
    "date": "1;33",
}
USUAL_WIDTH, USUAL_HEIGHT = 80, 24


class Screen(NamedTuple):
    """A terminal of `width` columns and `height` lines; a pipe or file where `width` is null: nothing is ever cut."""

    width: int | None = None
    colour: bool = False
    height: int = USUAL_HEIGHT

    @property
    def terminal(self) -> bool:
        """Whether a person looks at it now."""
        return self.width is not None

    def paint(self, text: str, style: str | None) -> str:
        """`text` in `style` where the screen has colour, else as it is."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if style and text and self.colour else text


def chosen(out: TextIO, env: Mapping[str, str]) -> Screen:
    """The screen behind `out`, as `NO_COLOR`, `TERM`, `COLUMNS` and `LINES` in `env` would have it."""
    if not out.isatty():
        return Screen()
    colour = not env.get("NO_COLOR") and env.get("TERM") != "dumb"
    try:
        columns, lines = os.get_terminal_size(out.fileno())
    except (OSError, ValueError):
        columns = lines = 0
    width, height = _told(env, "COLUMNS") or columns, _told(env, "LINES") or lines
    return Screen(width or USUAL_WIDTH, colour, height or USUAL_HEIGHT)


def _told(env: Mapping[str, str], name: str) -> int:
    """The number that the variable holds; 0 where it holds none."""
    told = env.get(name, "")
    return int(told) if told.isdecimal() else 0
