"""Claims as one JSON list, one record on each line, so that two exports can be compared line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError
from claimtrack.exchange.columns import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from claimtrack.model import Claim


def write(claims: Iterable[Claim], out: IO[str], *, fields: Sequence[str] | None = None) -> None:
    """Writes one claim at a time."""
    out.writelines(line + "\n" for line in _lines(claims, fields))


def _lines(claims: Iterable[Claim], fields: Sequence[str] | None) -> Iterator[str]:
    """The lines of the list without their ends: a bracket, a claim on each, a bracket."""
    yield "["
    last = None
    for claim in claims:
        if last is not None:
            yield last + ","
        last = json.dumps(record(claim, fields), ensure_ascii=False)
    if last is not None:
        yield last
    yield "]"


def read(given: Iterable[str]) -> Iterator[dict[str, object]]:
    """The records in `given`, which are held in memory whole; a single object is a list of one.

    Raises:
        UnreadableError: It is not JSON, or not a list of objects.
    """
    try:
        values = json.loads("".join(given).removeprefix("\ufeff"))
    except ValueError as error:
        raise UnreadableError(f"this is not JSON: {error}") from error
    records = values if isinstance(values, list) else [values]
    for number, one in enumerate(records, start=1):
        if not isinstance(one, dict):
            raise UnreadableError(f"item {number} of the JSON list is not an object")
        yield one
