"""Claims as JSON Lines: one record on each line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.exchange.columns import speaker_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO


def write(lines: Iterable[str], out: IO[str], *, speakers: Iterable[tuple[str, Sequence[str]]] = ()) -> None:
    """Writes the line of each claim, then a line for each of the speakers, with their other names."""
    for line in lines:  # a spool looks at its size only between writes
        out.write(f"{line}\n")
    for one in speakers:
        out.write(f"{json.dumps(speaker_record(*one), ensure_ascii=False)}\n")
