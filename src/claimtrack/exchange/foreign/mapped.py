"""A file read by a map: its rows, whatever holds them, and the records that the map makes of them."""

from __future__ import annotations

import re
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.cells import delimiter_of, read_table
from claimtrack.exchange.foreign.chains import chained, moment
from claimtrack.exchange.foreign.days import EPOCHS, all_whole_days
from claimtrack.exchange.foreign.documents import items, read_json, read_json_lines, read_yaml
from claimtrack.exchange.foreign.interpret import interpreted
from claimtrack.exchange.foreign.once import once
from claimtrack.exchange.foreign.raw import Taken
from claimtrack.exchange.foreign.values import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.exchange.foreign.days import Days
    from claimtrack.exchange.foreign.raw import Raw
    from claimtrack.exchange.foreign.spec import Map
    from claimtrack.exchange.foreign.texts import Given
    from claimtrack.exchange.incoming import Row

TABLES = ("csv", "tsv")


def content_of(head: str) -> str:
    """What holds the rows of a file, told by how it begins: `page`, `json`, `jsonl`, `yaml` or `table`."""
    start = head.lstrip()
    if start.startswith("<"):
        return "page"
    if start.startswith(("{", "[")):
        return "jsonl" if _is_lines(start) else "json"
    return "yaml" if _looks_like_yaml(start) else "table"


def _is_lines(start: str) -> bool:
    """Whether an object ends with its line and another begins with the next one."""
    lines = [line.strip() for line in start.split("\n")[:3] if line.strip()]
    return start.startswith("{") and lines[0].endswith("}") and len(lines) > 1 and lines[1].startswith("{")


def _looks_like_yaml(start: str) -> bool:
    lines = [line for line in start.splitlines()[:50] if line.strip() and not line.lstrip().startswith("#")]
    keyed = re.compile(r"\s*(?:- )?[\w\" -]+:(?:\s.*)?|---.*|\s*-\s*")
    return bool(lines) and bool(keyed.fullmatch(lines[0])) and (
        lines[0].startswith("---") or (len(lines) > 1 and bool(keyed.fullmatch(lines[1])))
    )  # fmt: skip  # one condition


def document_of(given: Given) -> Any:
    """What a file of JSON, JSON Lines or YAML holds, whole."""
    content = content_of(given.head)
    if content == "jsonl":
        return [
            dict(raw.values) if raw.fault is None else raw.fault.reason
            for raw in read_json_lines(given.lines())
        ]
    return read_json(given.text()) if content == "json" else read_yaml(given.text())


def rows_of(given: Given, container: str, by: Map | None = None, *, ragged: bool = False) -> Iterator[Raw]:
    """The rows of a file: of a table one at a time, of a document all that stand at the map's path."""
    if container in TABLES:
        lines = without_hint(given.lines())
        header = next(lines, "")
        delimiter = "\t" if container == "tsv" else delimiter_of(header)
        columns, quoting = (by.columns, by.quoting) if by else ((), True)
        yield from read_table(
            chain([header], lines), delimiter, columns=columns, quoting=quoting, ragged=ragged
        )
    elif container == "jsonl":
        yield from read_json_lines(given.lines())
    else:
        document = read_yaml(given.text()) if container == "yaml" else read_json(given.text())
        yield from items(document, by.rows if by else None)


def without_hint(lines: Iterator[str]) -> Iterator[str]:
    """The lines without a byte order mark, and without the one that tells a spreadsheet the delimiter."""
    first = next(lines, "").removeprefix("\ufeff")
    return (
        lines
        if re.fullmatch(r'"?sep=."?\s*', first, re.IGNORECASE)
        else chain([first] if first else [], lines)
    )


def read_by(by: Map, given: Given, days: Days, speaker: str | None) -> Iterator[Row]:
    """The claims of a file that a map reads.

    Raises:
        UnreadableError: The file is not what the map is for, or names no speaker where none was said.
    """
    if not speaker and "speaker" not in by.fields and by.nobody is None:
        raise UnreadableError(f"{given.name} names no speaker; say whose the claims are with --speaker NAME.")
    rows: Iterable[Raw] = rows_of(given, _container(by, given), by)
    epochs = [name for name, spec in by.fields.items() if set(spec.written) & EPOCHS.keys()]
    whole: dict[str, bool] = {}
    if epochs:
        rows = list(rows)
        whole = {name: _is_whole(rows, by, name) for name in epochs}
    if by.moves is None:
        yield from once(interpreted(rows, by, days, speaker=speaker, whole=whole))
    else:
        yield from once(_moved(rows, by, days, speaker, whole))


def _container(by: Map, given: Given) -> str:
    """What holds the rows: as the map says, but that one kind of document or table may stand for another."""
    content = content_of(given.head)
    if by.container in TABLES:
        if content == "json" and given.head.strip():
            raise UnreadableError(f"{given.name} is JSON, and the map {by.name} is for {by.container}.")
        return by.container
    if content == "table":
        raise UnreadableError(f"{given.name} is no {by.container}, which the map {by.name} is for.")
    return content


def _is_whole(rows: Iterable[Raw], by: Map, name: str) -> bool:
    spec = by.fields[name]
    return all_whole_days([Taken(raw.values).get(path) for raw in rows for path in spec.paths], spec.written)


def _moved(
    rows: Iterable[Raw], by: Map, days: Days, speaker: str | None, whole: dict[str, bool]
) -> Iterator[Row]:
    """The rows that agree in what the map says, each group as a chain of moves, in the order of the first rows."""
    moves, number = by.moves, count(1)
    if moves is None:
        return
    groups: dict[tuple[str, ...], list[tuple[tuple[int, ...], Row]]] = {}
    for raw in rows:
        (row,) = interpreted([raw], by, days, speaker=speaker, whole=whole)
        taken = Taken(raw.values)
        key = tuple(text_of(taken.get(name)) for name in moves.same) if not raw.fault else ("", str(raw.line))
        groups.setdefault(key, []).append((moment(taken.get(moves.order)), row))
    for theirs in groups.values():
        yield from chained([row for _, row in sorted(theirs, key=lambda one: one[0])], number)
