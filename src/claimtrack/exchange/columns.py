"""The columns that the fields of the record make, and the two shapes it takes: a JSON object and a row of CSV."""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from claimtrack.errors import UnreadableError
from claimtrack.model.formula import guarded
from claimtrack.model.record import (
    APPEARANCES,
    CLAIM,
    CLAIMS,
    CODE,
    DAY,
    EVIDENCE,
    EVIDENCE_FACTS,
    FIELDS,
    KIND,
    LINE,
    LINK,
    NUMBER,
    PERIOD,
    SHARE,
    SOURCE,
    SOURCE_FACTS,
    SPEAKER,
    STAMP,
    TAGS,
    TEXT,
    TRUTH,
    UIDS,
    VAGUE,
    VERDICT_FACTS,
    VERDICTS,
)  # fmt: skip  # a list of names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.model import Appearance, Claim, Evidence, Source, Verdict, When
    from claimtrack.model.record import Field


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
    return None if source is None else _nested(OF_A_SOURCE, source)


def _appearances(appearances: tuple[Appearance, ...]) -> list[dict[str, object]]:
    return [
        {"said": str(one.said) if one.said else None, "source": _source(one.source)} for one in appearances
    ]


def _evidence(evidence: tuple[Evidence, ...]) -> list[dict[str, object]]:
    return [_nested(OF_EVIDENCE, one) for one in evidence]


def _verdicts(verdicts: tuple[Verdict, ...]) -> list[dict[str, object]]:
    return [_nested(OF_A_VERDICT, one) for one in verdicts]


def _or_null(text: str) -> str | None:
    return text or None


# How each form of the record is written.
WRITTEN = {
    CODE: Form(),
    KIND: Form(),
    LINE: Form(free=True),
    TEXT: Form(free=True),
    LINK: Form(free=True),
    SPEAKER: Form(free=True),
    NUMBER: Form(read=int),
    CLAIM: Form(read=int),
    SHARE: Form(read=float),
    TRUTH: Form(cell=lambda true: "true" if true else "false", read=_truth),
    STAMP: Form(plain=_or_null),
    DAY: Form(plain=lambda day: day.isoformat()),
    VAGUE: Form(plain=str),
    PERIOD: Form(plain=str),
    TAGS: Form(plain=list, cell="; ".join, read=_split, free=True, many=True),
    CLAIMS: Form(
        plain=list,
        cell=lambda ids: "; ".join(map(str, ids)),
        read=lambda cell: [int(part) for part in _split(cell)],
        many=True,
    ),
    UIDS: Form(plain=list, cell="; ".join, read=_split, many=True),
    SOURCE: Form(plain=_source),
    APPEARANCES: Form(plain=_appearances, cell=_dumped, read=_listed, many=True),
    EVIDENCE: Form(plain=_evidence, cell=_dumped, read=_listed, many=True),
    VERDICTS: Form(plain=_verdicts, cell=_dumped, read=_listed, many=True),
}
FREE_TEXT = WRITTEN[TEXT]


@dataclass(frozen=True, slots=True)
class Column:
    """A name of the record, how it is written, and the attribute of the claim where that is another."""

    name: str
    form: Form
    attribute: str = ""


def _columns(field: Field) -> Iterator[Column]:
    """The columns of one field: a date that may be vague has its ends besides, and the words that were typed."""
    yield Column(field.name, WRITTEN[field.form])
    if field.form in (VAGUE, PERIOD):
        yield Column(f"{field.name}_first", Form(plain=_first), field.name)
        yield Column(f"{field.name}_last", Form(plain=_last), field.name)
    if field.form == VAGUE:
        yield Column(f"{field.name}_words", FREE_TEXT)


COLUMNS = tuple(column for field in FIELDS for column in _columns(field))
# In JSON one object; in CSV a column each, with the name `source_` in front.
OF_A_SOURCE = tuple(Column(field.name, WRITTEN[field.form]) for field in SOURCE_FACTS)
OF_EVIDENCE = tuple(Column(field.name, WRITTEN[field.form]) for field in EVIDENCE_FACTS)
OF_A_VERDICT = tuple(column for field in VERDICT_FACTS for column in _columns(field))

JSON_COLUMNS: tuple[str, ...] = tuple(column.name for column in COLUMNS)
_OF = "source_"
_AT = JSON_COLUMNS.index("source")
_FLAT = (
    *COLUMNS[:_AT],
    *(Column(f"{_OF}{column.name}", column.form) for column in OF_A_SOURCE),
    *COLUMNS[_AT + 1 :],
)
CSV_COLUMNS: tuple[str, ...] = tuple(column.name for column in _FLAT)
_SOURCE_COLUMNS = CSV_COLUMNS[_AT : _AT + len(OF_A_SOURCE)]
FORMS: dict[str, Form] = {column.name: column.form for column in _FLAT}

_values_of = attrgetter(*(column.attribute or column.name for column in COLUMNS))
# Places and functions, so that writing 100,000 claims touches only the cells that change.
_PLAIN = tuple((at, column.form.plain) for at, column in enumerate(COLUMNS) if column.form.plain)
_CELLS = tuple((at, column.form.cell) for at, column in enumerate(_FLAT) if column.form.cell)
_FREE = tuple(at for at, column in enumerate(_FLAT) if column.form.free)


def record(claim: Claim, fields: Sequence[str] | None = None) -> dict[str, object]:
    """The JSON object of `claim`: every name in order, or only `fields`; dates as ISO strings, null where empty."""
    whole: dict[str, Any] = dict(zip(JSON_COLUMNS, _values(claim), strict=True))
    if fields is None:
        return whole
    source = whole["source"] or {}
    return {name: whole[name] if name in whole else source.get(name.removeprefix(_OF)) for name in fields}


def speaker_record(name: str, aliases: Sequence[str]) -> dict[str, object]:
    """The JSON object of a speaker, on a line of its own after the claims."""
    return {"record": "speaker", "speaker": name, "aliases": list(aliases)}


def field_names(words: str) -> tuple[str, ...]:
    """The names of the record that the words list, such as `id,speaker,due`, each once.

    Raises:
        UnreadableError: One of them is no name of the record.
    """
    names = dict.fromkeys(name for word in words.replace(",", " ").split() if (name := word.casefold()))
    known = dict.fromkeys((*JSON_COLUMNS, *CSV_COLUMNS))
    for name in names:
        if name not in known:
            from difflib import get_close_matches  # noqa: PLC0415  # only for what is wrong

            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
            raise UnreadableError(f"The record has no field {name!r}; {hint}")
    if not names:
        raise UnreadableError("--fields needs names of the record, such as id,speaker,due.")
    return tuple(names)


def texts(claim: Claim, fields: Sequence[str]) -> list[str]:
    """These fields as CSV would write them, of a source its title or address; empty where there is nothing."""
    cells = dict(zip(CSV_COLUMNS, row(claim, raw=True), strict=True))
    cells["source"] = claim.source.label if claim.source else None
    return ["" if cells[name] is None else str(cells[name]) for name in fields]


def columns_of(fields: Sequence[str]) -> tuple[str, ...]:
    """The columns of CSV that hold these fields: a source takes six."""
    flat = (name for field in fields for name in (_SOURCE_COLUMNS if field == "source" else (field,)))
    return tuple(dict.fromkeys(flat))


def row(claim: Claim, *, raw: bool = False) -> list[object]:
    """The cells of `claim` in the order of `CSV_COLUMNS`; `raw` leaves out the guard against formulas."""
    cells = _values(claim)
    source = cells[_AT]
    cells[_AT : _AT + 1] = source.values() if source else (None,) * len(OF_A_SOURCE)
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


def _nested(columns: tuple[Column, ...], thing: Source | Evidence | Verdict) -> dict[str, object]:
    """The JSON object of a source, a verdict or a piece of evidence."""
    plain: dict[str, object] = {}
    for column in columns:
        value = getattr(thing, column.attribute or column.name)
        plain[column.name] = column.form.plain(value) if column.form.plain and value is not None else value
    return plain
