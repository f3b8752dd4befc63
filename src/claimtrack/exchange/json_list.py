"""Claims as one JSON list, one record on each line, so that two exports can be compared line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO


def write(lines: Iterable[str], out: IO[str]) -> None:
    """Writes a bracket, the line of each claim, and a bracket."""
    out.write("[\n")
    before = ""
    for line in lines:  # a spool looks at its size only between writes
        out.write(f"{before}{line}")
        before = ",\n"
    out.write("\n]\n" if before else "]\n")
