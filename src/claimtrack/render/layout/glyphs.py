"""The characters that pictures are drawn with, and others for terminals that have no more than ASCII."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimtrack.model import OUTCOMES


@dataclass(frozen=True, slots=True)
class Shape:
    """How one standing is drawn: a mark on the last possible day, and a bar on those before it."""

    mark: str
    bar: str
    style: str | None
    words: str


OUTCOME_SHAPES = {
    outcome.code: Shape(outcome.marks[0], "═", outcome.style, outcome.code)
    for outcome in OUTCOMES
    if outcome.marks
}
# Each standing has a mark of its own, so that it reads without colour; in the order of the legend.
SHAPES = {
    "due": Shape("○", "░", None, "due"),
    "overdue": Shape("▲", "▒", "alarm", "overdue"),
    **OUTCOME_SHAPES,
    "otherwise": Shape("◇", "═", "faint", "otherwise resolved"),
    "said": Shape("∙", "┈", None, "said"),
    "moved": Shape("◌", "┄", "faint", "moved"),
    "happened": Shape("★", "☆", "strong", "happened"),
}
IN_ASCII = {
    "due": ("o", "~"), "overdue": ("!", ":"), "otherwise": ("?", "="), "said": ("'", ","), "moved": (".", "-"),
    "happened": ("*", "_"),
    **{outcome.code: (outcome.marks[1], "=") for outcome in OUTCOMES if outcome.marks},
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
    {name: replace(shape, mark=IN_ASCII[name][0], bar=IN_ASCII[name][1]) for name, shape in SHAPES.items()},
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
