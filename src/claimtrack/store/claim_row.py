"""A claim made of a row of the view `claim_record` and of what is private, by the table of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.model import KINDS, OUTCOME_CODES, Claim, Evidence, Verdict, When, is_overdue
from claimtrack.model.record import (
    CLAIMS,
    DAY,
    EVIDENCE,
    FIELDS,
    KIND,
    PERIOD,
    PRIVATE,
    SOURCE,
    TAGS,
    TRUTH,
    UIDS,
    VAGUE,
    VERDICTS,
)
from claimtrack.store.row_values import damaged, day, items, one_of, source, when

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import date

    from claimtrack.errors import UnusableError
    from claimtrack.model import Appearance


def _items(row: sqlite3.Row, name: str) -> tuple[Any, ...]:
    return tuple(items(row[name]))


def _verdict(item: dict[str, Any]) -> Verdict:
    first, last = day(item["happened_first"]), day(item["happened_last"])
    return Verdict(
        uid=item["uid"], act=item["act"], outcome=item["outcome"], rating=item["rating"],
        happened=When(first, last) if first and last else None, happened_words=item["happened_words"],
        judged=day(item["judged"]), judge=item["judge"], reason=item["reason"],
        evidence=tuple(Evidence(**piece) for piece in item["evidence"]),
        overrules=None if item["overrules"] is None else tuple(item["overrules"]),
    )  # fmt: skip  # the record's order


# How a value is made of its cells, by its form; those of other forms are the cell itself.
_READERS: dict[str, Callable[[sqlite3.Row, str], object]] = {
    KIND: lambda row, name: one_of(KINDS, row[name]),
    TRUTH: lambda row, name: bool(row[name]),
    DAY: lambda row, name: day(row[name]),
    VAGUE: when,
    PERIOD: when,
    SOURCE: lambda row, _: source(row, "source_"),
    EVIDENCE: lambda row, name: tuple(Evidence(**item) for item in _items(row, name)),
    TAGS: _items,
    CLAIMS: _items,
    VERDICTS: lambda row, name: tuple(_verdict(item) for item in _items(row, name)),
    UIDS: _items,
}
# The first of several cells; the others are read beside it.
_FIRST = {VAGUE: "{}_first", PERIOD: "{}_first", SOURCE: "{}_id"}
_BESIDES = (
    *(f"{field.name}_last" for field in FIELDS if field.form in (VAGUE, PERIOD)),
    "source_uid", "source_title", "source_publisher", "source_url", "source_archive_url", "source_published_first",
    "source_published_last", "source_published_words",
)  # fmt: skip  # a list of names
_FORMS = {field.name: field.form for field in FIELDS}
_ATTRIBUTES = Claim._fields
# `overdue` is compared with the day that is asked for, not with today
_CELLS = [
    "status" if name == "overdue" else _FIRST.get(_FORMS.get(name, ""), "{}").format(name)
    for name in _ATTRIBUTES
]
COLUMNS = ", ".join((*_CELLS, *_BESIDES))
# The view is for everybody, so what is private comes of the claim itself.
RECORD = f"claim_record JOIN (SELECT id AS its_id, {', '.join(PRIVATE)} FROM claim) ON its_id = id"
_READ = tuple(
    (at, name, _READERS[_FORMS[name]])
    for at, name in enumerate(_ATTRIBUTES)
    if _FORMS.get(name) in _READERS and name != "overdue"
)
_AT = {name: at for at, name in enumerate(_ATTRIBUTES)}
NEVER_NULL = ("uid", "kind", "speaker", "text", "status", "created_at")
_EACH_CLAIM = tuple(_AT[name] for name in NEVER_NULL)


def lacking() -> UnusableError:
    """The error for a record without what each has."""
    return damaged("a claim lacks what every claim has")


def claim_of(row: sqlite3.Row, today: date, appearances: tuple[Appearance, ...]) -> Claim:
    """The claim in a row of COLUMNS; its appearances hang on rows of their own.

    Raises:
        UnusableError: where a cell or the view was damaged.
    """
    values = list(row)[: len(_ATTRIBUTES)]
    if any(values[at] is None for at in _EACH_CLAIM):
        raise lacking()
    try:
        for at, name, read in _READ:
            values[at] = read(row, name)
    except (KeyError, TypeError) as error:  # of its JSON, whose names stand in the text of the view
        raise damaged(f"the view claim_record is not as it was made ({error})") from None
    outcome, due = values[_AT["outcome"]], values[_AT["due"]]
    if outcome:
        one_of(OUTCOME_CODES, outcome)
    resolved, replaced = values[_AT["status"]] == "resolved", values[_AT["replaced_by"]] is not None
    values[_AT["overdue"]] = is_overdue(due, resolved=resolved, replaced=replaced, today=today)
    values[_AT["appearances"]] = appearances
    if spans := values[_AT["quote_spans"]]:
        values[_AT["quote_spans"]] = tuple((start, stop) for start, stop in items(spans))
    return Claim(*values)
