"""Claims as JSON Lines: one record on each line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.exchange.columns import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from claimtrack.model import Claim


def write(claims: Iterable[Claim], out: IO[str], *, fields: Sequence[str] | None = None) -> None:
    """Writes one claim at a time."""
    out.writelines(json.dumps(record(claim, fields), ensure_ascii=False) + "\n" for claim in claims)
