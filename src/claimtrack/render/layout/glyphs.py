"""The characters that pictures are drawn with, and others for terminals that have no more than ASCII."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Shape:
    """How one standing is drawn: a mark on the last possible day, and a bar on those before it."""

    mark: str
    bar: str
    style: str | None
    words: str


# Each standing has a mark of its own, so that it reads without colour; in the order of the legend.
SHAPES = {
    "due": Shape("○", "░", None, "due"),
    "overdue": Shape("▲", "▒", "alarm", "overdue"),
    "held": Shape("●", "═", "good", "held"),
    "partly": Shape("◐", "═", "soon", "partly"),
    "failed": Shape("✗", "═", "bad", "failed"),
    "otherwise": Shape("◇", "═", "faint", "otherwise resolved"),
    "said": Shape("∙", "┈", None, "said"),
    "moved": Shape("◌", "┄", "faint", "moved"),
    "happened": Shape("★", "☆", "strong", "happened"),
}
IN_ASCII = {
    "due": ("o", "~"), "overdue": ("!", ":"), "held": ("#", "="), "partly": ("%", "="), "failed": ("x", "="),
    "otherwise": ("?", "="), "said": ("'", ","), "moved": (".", "-"), "happened": ("*", "_"),
}  # fmt: skip  # a row a mark would be nine lines


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of characters, each a column wide."""

    shapes: dict[str, Shape]
    rule: str = "─"
    tick: str = "┬"
    now: str = "▼"
    wall: str = "│"
    corner: str = "└"
    line: str = "─"
    left: str = "◀"
    right: str = "▶"
    dot: str = "●"
    ring: str = "○"
    level: str = "·"
    low: str = "├"
    high: str = "┤"


UNICODE = Glyphs(SHAPES)
ASCII = Glyphs(
    {name: replace(SHAPES[name], mark=mark, bar=bar) for name, (mark, bar) in IN_ASCII.items()},
    rule="-", tick="+", now="v", wall="|", corner="+", line="-", left="<", right=">",
    dot="@", ring="o", level=".", low="[", high="]",
)  # fmt: skip  # a glyph a line would be a page


def glyphs_for(encoding: str | None) -> Glyphs:
    """The characters that `encoding` can write: the drawn ones, or else those of ASCII."""
    try:
        repr(UNICODE).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE
