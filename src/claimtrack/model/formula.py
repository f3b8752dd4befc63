"""Text that a spreadsheet would run as a formula, and the guard against it."""

from __future__ import annotations

# A spreadsheet runs a cell that starts with one of these, and takes off a leading apostrophe.
RUNS = ("=", "+", "-", "@", "\t", "\r")
GUARDED = tuple("'" + start for start in (*RUNS, "'"))


def guarded(text: str) -> str:
    """`text`, with an apostrophe in front where a spreadsheet would run it or it would read as guarded."""
    return "'" + text if text.startswith((*RUNS, *GUARDED)) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell[1:] if cell.startswith(GUARDED) else cell
