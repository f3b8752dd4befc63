"""Each claim of a file once: what an id or an address stands for, where it stands there more than once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.exchange.incoming import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.exchange.incoming import Row


def once(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with origins that tell them apart.

    An address may be that of a review of several claims, which are numbered; an id names one claim, so that another
    claim under it is refused. The same claim again stays as it is.
    """
    seen: dict[int, int] = {}  # digests alone, since a file may be long
    for whole in rows:
        row = whole._replace(record=_told(whole.record))
        origin = row.record.get("origin")
        if row.faults or not origin:
            yield row
            continue
        said = hash(json.dumps({**row.record, "id": None, "replaces": None}, sort_keys=True, default=str))
        name, number = origin, 1
        while seen.setdefault(hash(name), said) != said and _is_address(origin):
            number += 1
            name = f"{origin} ({number})"
        if seen[hash(name)] != said:
            fault = Fault("", f"{origin!r} is the id of another claim in the file already")
            yield row._replace(faults=(fault,))
        else:
            yield row if name == origin else row._replace(record=row.record | {"origin": name})


def _told(record: dict[str, Any]) -> dict[str, Any]:
    """What the file tells of a claim: what it leaves open is left out, and leaves the claim as it is."""
    told = {name: value for name, value in record.items() if value is not None and value not in ("", [])}
    if told.get("status") == "unresolved":
        del told["status"]
    return told


def _is_address(origin: str) -> bool:
    return "://" in origin
