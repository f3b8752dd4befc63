"""Forecasts of one question by one forecaster: a chain in which each changed probability or date replaces the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimtrack.exchange.foreign.spec import VERDICT_FIELDS
from claimtrack.exchange.incoming import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.exchange.incoming import Row

# Only the newest of a chain came out one way or the other.
_NO_VERDICT: dict[str, Any] = {
    **dict.fromkeys(("outcome", "rating", *VERDICT_FIELDS)),
    "status": "unresolved",
    "evidence": [],
}


def moment(value: Any) -> tuple[int, ...]:
    """A time as what orders it: its numbers, whose seconds may lack their zero."""
    return tuple(map(int, re.findall(r"\d+", str(value))))


def chained(forecasts: Iterable[Row], number: Iterator[int]) -> Iterator[Row]:
    """The rows of one forecaster on one question, oldest first, as a chain whose newest has the verdict.

    What was said again unchanged is another appearance. A forecast after the last day, or after the verdict, is
    refused: nothing could be told from it.
    """
    chain: list[Row] = []
    for row in forecasts:
        faults = (*row.faults, *_too_late(row.record)) if not row.faults else row.faults
        if faults:
            yield row._replace(faults=faults)
        elif chain and _unchanged(chain[-1].record, row.record):
            _said_again(chain[-1].record, row.record)
        else:
            chain.append(row)
    older = None
    for row in chain:
        record = row.record | {"id": next(number), "replaces": older}
        older = record["id"]
        yield row._replace(record=record if row is chain[-1] else record | _NO_VERDICT)


def _too_late(record: dict[str, Any]) -> tuple[Fault, ...]:
    said, due, judged = (record.get(name) for name in ("said", "due", "judged"))
    if said and due and said > due:
        return (Fault("said", f"{said} is after the last day, {due}"),)
    if said and judged and said > judged:
        return (Fault("said", f"{said} is after the verdict of {judged}"),)
    return ()


def _unchanged(older: dict[str, Any], newer: dict[str, Any]) -> bool:
    return (older["probability"], older["due"]) == (newer["probability"], newer["due"])


def _said_again(record: dict[str, Any], again: dict[str, Any]) -> None:
    said = [record["said"], *(one["said"] for one in record.get("appearances", []))]
    if again["said"] and again["said"] not in said:
        record["appearances"] = [*record.get("appearances", []), {"said": again["said"], "source": None}]
