"""The one list of columns of the record, and the two shapes it takes: a JSON object and a row of CSV."""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.model import Appearance, Claim, Evidence, Source, When

# A spreadsheet runs a cell that starts with one of these, and takes off a leading apostrophe.
RUNS = ("=", "+", "-", "@", "\t", "\r")
GUARDED = tuple("'" + start for start in (*RUNS, "'"))


def guarded(text: str) -> str:
    """`text`, with an apostrophe in front where a spreadsheet would run it or it would read as guarded."""
    return "'" + text if text.startswith((*RUNS, *GUARDED)) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell[1:] if cell.startswith(GUARDED) else cell


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of value is written; null is never passed to any of these."""

    plain: Callable[[Any], object] | None = None  # what the claim holds -> JSON; as it is where null
    cell: Callable[[Any], object] | None = None  # JSON -> the cell of a CSV file; as it is where null
    read: Callable[[str], object] = str  # the cell -> JSON
    free: bool = False  # free text, which a spreadsheet might run
    many: bool = False  # a list: an empty cell is an empty list, not null


def _truth(cell: str) -> bool:
    return {"true": True, "false": False}[cell.casefold()]


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _dumped(values: list[object]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None


def _listed(cell: str) -> list[object]:
    values = json.loads(cell)
    if not isinstance(values, list):
        raise TypeError(cell)
    return values


def _first(when: When) -> str:
    return when.first.isoformat()


def _last(when: When) -> str:
    return when.last.isoformat()


def _source(source: Source | None) -> dict[str, object] | None:
    return None if source is None else _nested(SOURCE, source)


def _appearances(appearances: tuple[Appearance, ...]) -> list[dict[str, object]]:
    return [
        {"said": str(one.said) if one.said else None, "source": _source(one.source)} for one in appearances
    ]


def _evidence(evidence: tuple[Evidence, ...]) -> list[dict[str, object]]:
    return [_nested(EVIDENCE, one) for one in evidence]


def _or_null(text: str) -> str | None:
    return text or None


CODE = Form()
STAMP = Form(plain=_or_null)
TEXT = Form(free=True)
NUMBER = Form(read=int)
SHARE = Form(read=float)
TRUTH = Form(cell=lambda true: "true" if true else "false", read=_truth)
WHEN = Form(plain=str)
FIRST = Form(plain=_first)
LAST = Form(plain=_last)
DAY = Form(plain=lambda day: day.isoformat())
TAGS = Form(plain=list, cell="; ".join, read=_split, free=True, many=True)
IDS = Form(
    plain=list,
    cell=lambda ids: "; ".join(map(str, ids)),
    read=lambda cell: [int(part) for part in _split(cell)],
    many=True,
)
UIDS = Form(plain=list, cell="; ".join, read=_split, many=True)
NESTED = Form(plain=_source)
APPEARANCES = Form(plain=_appearances, cell=_dumped, read=_listed, many=True)
EVIDENCES = Form(plain=_evidence, cell=_dumped, read=_listed, many=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A name of the record, how it is written, and the attribute of the claim where that is another."""

    name: str
    form: Form
    attribute: str = ""


COLUMNS = (
    Column("id", NUMBER),
    Column("uid", CODE),
    Column("kind", CODE),
    Column("speaker", TEXT),
    Column("unnamed", TRUTH),
    Column("role", TEXT),
    Column("text", TEXT),
    Column("quote", TEXT),
    Column("translation", TEXT),
    Column("said", WHEN),
    Column("said_first", FIRST, "said"),
    Column("said_last", LAST, "said"),
    Column("said_words", TEXT),
    Column("due", WHEN),
    Column("due_first", FIRST, "due"),
    Column("due_last", LAST, "due"),
    Column("due_words", TEXT),
    Column("criterion", TEXT),
    Column("via", TEXT),
    Column("source", NESTED),
    Column("appearances", APPEARANCES),
    Column("tags", TAGS),
    Column("probability", SHARE),
    Column("note", TEXT),
    Column("status", CODE),
    Column("overdue", TRUTH),
    Column("outcome", CODE),
    Column("outcome_label", CODE),
    Column("rating", TEXT),
    Column("happened", WHEN),
    Column("happened_first", FIRST, "happened"),
    Column("happened_last", LAST, "happened"),
    Column("judged", DAY),
    Column("judge", TEXT),
    Column("reason", TEXT),
    Column("late", TRUTH),
    Column("evidence", EVIDENCES),
    Column("replaces", NUMBER),
    Column("replaces_uid", CODE),
    Column("replaced_by", NUMBER),
    Column("slip_days", NUMBER),
    Column("contradicts", IDS),
    Column("contradicts_uids", UIDS),
    Column("created_at", STAMP),
    Column("updated_at", STAMP),
)
# In JSON one object; in CSV a column each, with the name `source_` in front.
SOURCE = (
    Column("id", NUMBER),
    Column("title", TEXT),
    Column("publisher", TEXT),
    Column("url", TEXT),
    Column("archive_url", TEXT),
    Column("published", WHEN),
)
EVIDENCE = (
    Column("url", TEXT),
    Column("archive_url", TEXT),
    Column("quote", TEXT),
    Column("stance", CODE),
    Column("note", TEXT),
    Column("added", STAMP),
)

JSON_COLUMNS: tuple[str, ...] = tuple(column.name for column in COLUMNS)
_AT = JSON_COLUMNS.index("source")
_FLAT = (
    *COLUMNS[:_AT],
    *(Column(f"source_{column.name}", column.form) for column in SOURCE),
    *COLUMNS[_AT + 1 :],
)
CSV_COLUMNS: tuple[str, ...] = tuple(column.name for column in _FLAT)
FORMS: dict[str, Form] = {column.name: column.form for column in _FLAT}

_values_of = attrgetter(*(column.attribute or column.name for column in COLUMNS))
# Places and functions, so that writing 100,000 claims touches only the cells that change.
_PLAIN = tuple((at, column.form.plain) for at, column in enumerate(COLUMNS) if column.form.plain)
_CELLS = tuple((at, column.form.cell) for at, column in enumerate(_FLAT) if column.form.cell)
_FREE = tuple(at for at, column in enumerate(_FLAT) if column.form.free)


def record(claim: Claim) -> dict[str, object]:
    """The JSON object of `claim`: every name in order, dates as ISO strings, null where empty."""
    return dict(zip(JSON_COLUMNS, _values(claim), strict=True))


def row(claim: Claim, *, raw: bool = False) -> list[object]:
    """The cells of `claim` in the order of `CSV_COLUMNS`; `raw` leaves out the guard against formulas."""
    cells = _values(claim)
    source = cells[_AT]
    cells[_AT : _AT + 1] = source.values() if source else (None,) * len(SOURCE)
    _apply(_CELLS, cells)
    for at in () if raw else _FREE:
        if cells[at]:
            cells[at] = guarded(cells[at])
    return cells


def _values(claim: Claim) -> list[Any]:
    """The values of `COLUMNS`, as JSON has them."""
    values = list(_values_of(claim))
    _apply(_PLAIN, values)
    return values


def _apply(changes: tuple[tuple[int, Callable[[Any], object]], ...], values: list[Any]) -> None:
    """Puts each change in its place, except where there is nothing to change."""
    for at, change in changes:
        if values[at] is not None:
            values[at] = change(values[at])


def _nested(columns: tuple[Column, ...], thing: Source | Evidence) -> dict[str, object]:
    """The JSON object of a source or a piece of evidence."""
    plain: dict[str, object] = {}
    for column in columns:
        value = getattr(thing, column.name)
        plain[column.name] = column.form.plain(value) if column.form.plain and value is not None else value
    return plain
