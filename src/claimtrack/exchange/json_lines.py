"""Claims as JSON Lines: one record on each line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.exchange.columns import record, speaker_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from claimtrack.model import Claim


def write(
    claims: Iterable[Claim], out: IO[str], *, fields: Sequence[str] | None = None,
    speakers: Iterable[tuple[str, Sequence[str]]] = (),
) -> None:  # fmt: skip  # as short as the call
    """Writes one claim at a time, then a line for each of the speakers, with their other names."""
    encode = json.JSONEncoder(ensure_ascii=False).encode  # one for all, which json.dumps makes for each
    for claim in claims:  # a spool looks at its size only between writes
        out.write(f"{encode(record(claim, fields))}\n")
    for one in speakers:
        out.write(f"{encode(speaker_record(*one))}\n")
