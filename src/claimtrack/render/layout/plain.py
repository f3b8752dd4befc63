"""Text from outside made safe to print, and how wide it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claimtrack.render.layout.screen import STYLES

# Control characters but tab and line ends, which no text of a record has.
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
# These and carriage return, marks that turn the direction of what is around them, and lone surrogates.
UNSAFE = f"[{CONTROL}\r\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
BREAKS = "\r\n|[\r\n\u0085\u2028\u2029]"


def clean(text: str) -> str:
    """`text` without anything that could steer a terminal; lines end in LF, tabs are spaces."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(UNSAFE, "", re.sub(BREAKS, "\n", text)).replace("\t", " ")


def harmless(line: str, *, painted: bool) -> str:
    """`line` as it may go to a terminal; where it is `painted`, with what `Screen.paint` puts around its words."""
    ours = rf"\x1b\[(?:0|{'|'.join(STYLES.values())})m|" if painted else ""
    return re.sub(ours + UNSAFE, lambda found: found[0] if len(found[0]) > 1 else "", line)


def data(text: str, *, shown: bool) -> str:
    """A part of a file on its way to standard output, which keeps all that a text may have but where it is `shown`."""
    return re.sub(UNSAFE.replace("\r", "") + "|\r(?!\n|$)" if shown else f"[{CONTROL}]", "", text)


def one_line(text: str) -> str:
    """`text` cleaned, with a space for each line break."""
    return clean(text).replace("\n", " ")


def width(text: str) -> int:
    """How many columns clean `text` takes: two for a wide character, none for one that joins the last."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(maxsize=4096)  # an alphabet or two: a long list in a pipe is measured in half the time
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
