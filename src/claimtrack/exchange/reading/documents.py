"""Claims read from JSON Lines, or from one JSON list, in the shape in which we write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.exchange.columns import JSON_COLUMNS
from claimtrack.exchange.foreign.documents import items, read_json, read_json_lines
from claimtrack.exchange.foreign.values import text_of
from claimtrack.exchange.incoming import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.exchange.foreign.raw import Raw
    from claimtrack.exchange.foreign.texts import Given

_KNOWN = frozenset((*JSON_COLUMNS, "record", "aliases"))


def read_lines(given: Given) -> Iterator[Row]:
    """The rows of a file with an object on each line; empty lines are passed over."""
    return map(_row, read_json_lines(given.lines()))


def read_list(given: Given) -> Iterator[Row]:
    """The rows of a file that is held in memory whole; a single object is a list of one.

    Raises:
        UnreadableError: It is not JSON, or not a list of objects.
    """
    return map(_row, items(read_json(given.text()), None))


def _row(raw: Raw) -> Row:
    record = {name: value for name, value in raw.values.items() if name in _KNOWN}
    left = {name: text_of(value) for name, value in raw.values.items() if name not in _KNOWN}
    rest = {name: words for name, words in left.items() if words}
    return Row(raw.line, record, rest, (raw.fault,) if raw.fault else ())
