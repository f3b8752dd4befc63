"""Claims as one JSON list, one record on each line, so that two exports can be compared line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.exchange.columns import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from claimtrack.model import Claim


def write(claims: Iterable[Claim], out: IO[str], *, fields: Sequence[str] | None = None) -> None:
    """Writes one claim at a time."""
    for line in _lines(claims, fields):  # a spool looks at its size only between writes
        out.write(f"{line}\n")


def _lines(claims: Iterable[Claim], fields: Sequence[str] | None) -> Iterator[str]:
    """The lines of the list without their ends: a bracket, a claim on each, a bracket."""
    encode = json.JSONEncoder(ensure_ascii=False).encode  # one for all, which json.dumps makes for each
    yield "["
    last = None
    for claim in claims:
        if last is not None:
            yield last + ","
        last = encode(record(claim, fields))
    if last is not None:
        yield last
    yield "]"
