"""The columns of which a line is made, each with its form, by the table of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.record import FIELDS, LINE, PERIOD, PRIVATE, SOURCE, SOURCE_FACTS, VAGUE
from claimtrack.store.claim_row import RECORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.model.record import Field


class Line(NamedTuple):
    """SQL for a line, of columns by the names of the record; and for those that it wants otherwise than the view."""

    text: str
    own: Mapping[str, str]


class _One(NamedTuple):
    """Where a claim with all its columns is read, and which of these are private."""

    rows: str
    private: tuple[str, ...]


ONE = _One(RECORD, PRIVATE)
# The facts of a source are columns beside one another.
SOURCE_FORMS = {f"source_{fact.name}": fact.form for fact in SOURCE_FACTS}


def _forms(field: Field) -> Iterator[tuple[str, str]]:
    """The columns of one field with their forms: a vague date has its ends besides, and the words typed."""
    if field.form == SOURCE:
        yield from SOURCE_FORMS.items()
        return
    yield field.name, field.form
    if field.form in (VAGUE, PERIOD):
        yield f"{field.name}_first", field.form
        yield f"{field.name}_last", field.form
    if field.form == VAGUE:
        yield f"{field.name}_words", LINE


FORMS = {name: form for field in FIELDS for name, form in _forms(field)}
