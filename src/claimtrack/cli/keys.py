"""One key at a time from the terminal, without waiting for Enter."""

from __future__ import annotations

import os
import sys
from select import select
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SEQUENCE_WAIT = 0.05  # seconds within which the rest of what an arrow key sends arrives
ESCAPE = b"\x1b"


def pressed(ask: Callable[[], None]) -> str:
    """The key that is pressed once `ask` has asked for it; of a key such as an arrow, all that it sends.

    Raises:
        EOFError: where the terminal is gone.
    """
    try:
        import termios  # noqa: PLC0415  # Unix has it
        import tty  # noqa: PLC0415  # the same
    except ImportError:
        import typer  # noqa: PLC0415  # only elsewhere: it throws away what was pressed before it looked

        ask()
        return typer.getchar()
    source = sys.stdin.fileno()
    before = termios.tcgetattr(source)
    tty.setcbreak(source, termios.TCSANOW)
    try:
        ask()
        return _read(source)
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)


def _read(source: int) -> str:
    key = os.read(source, 1)
    if not key:
        raise EOFError
    if key == ESCAPE and select([source], [], [], SEQUENCE_WAIT)[0]:
        key += os.read(source, 16)
    return key.decode(errors="replace")
