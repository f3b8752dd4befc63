"""What `--json` prints: the record, or whatever else a command found or made."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from claimtrack.exchange.columns import record
from claimtrack.model import Claim, When
from claimtrack.model.proposal import Proposal
from claimtrack.model.proposal import plain as proposed
from claimtrack.render.layout.plain import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


def as_json(records: object) -> Iterator[str]:
    """The lines of one JSON object, or of a JSON list with one thing on each line."""
    if type(records) not in (list, tuple):  # a record is a named tuple
        yield from safe(json.dumps(plain(records), ensure_ascii=False, indent=2)).split("\n")
        return
    records = cast("Sequence[object]", records)
    yield "["
    for number, one in enumerate(records, 1):
        comma = "," if number < len(records) else ""
        yield safe(json.dumps(plain(one), ensure_ascii=False)) + comma
    yield "]"


def picked(claims: Iterable[Claim], names: Sequence[str]) -> list[dict[str, object]]:
    """These fields of each claim, to be printed in the place of the whole record."""
    return [record(claim, names) for claim in claims]


def plain(value: Any) -> object:
    """A claim as the record of docs/record.md, other values by the names of their attributes, dates as ISO forms."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if known := _PLAIN.get(type(value)):
        return known(value)
    names: Iterable[str] = getattr(value, "_fields", None) or (one.name for one in fields(value))
    return {name: plain(getattr(value, name)) for name in names}


def _each(values: Iterable[object]) -> list[object]:
    return [plain(value) for value in values]


_PLAIN: dict[type, Callable[[Any], object]] = {
    Claim: record,
    Proposal: proposed,
    When: str,
    date: date.isoformat,
    dict: lambda values: {name: plain(value) for name, value in values.items()},
    list: _each,
    tuple: _each,
}


def safe(text: str) -> str:
    """The same JSON, with escapes for what could steer a terminal; line feeds only part the lines."""
    return re.sub(UNSAFE, _escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
