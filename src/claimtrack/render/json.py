"""What `--json` prints: the record, a list of many claims or one object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.exchange import json_list
from claimtrack.exchange.columns import record
from claimtrack.render.layout.plain import UNSAFE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from claimtrack.model import Claim


def many(claims: Iterable[Claim]) -> Iterator[str]:
    """The lines of a JSON list, one claim on each."""
    for line in json_list.lines(claims):
        yield safe(line)


def one(claim: Claim) -> Iterator[str]:
    """The lines of one JSON object."""
    yield from safe(json.dumps(record(claim), ensure_ascii=False, indent=2)).split("\n")


def safe(text: str) -> str:
    """The same JSON, with escapes for what could steer a terminal; line feeds only part the lines."""
    return UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
