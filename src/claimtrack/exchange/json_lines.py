"""Claims as JSON Lines: one record on each line."""

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
    out.writelines(json.dumps(record(claim, fields), ensure_ascii=False) + "\n" for claim in claims)


def read(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """The records in `lines`, one at a time; empty lines are passed over.

    Raises:
        UnreadableError: A line is not a JSON object.
    """
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix("\ufeff").strip() if number == 1 else line.strip()
        if text:
            yield _object(text, number)


def _object(text: str, number: int) -> dict[str, object]:
    """The object that line `number` holds."""
    try:
        values = json.loads(text)
    except ValueError as error:
        raise UnreadableError(f"line {number} is not JSON: {error}") from error
    if not isinstance(values, dict):
        raise UnreadableError(f"line {number} is not a JSON object; JSON Lines has one on each line")
    return values
