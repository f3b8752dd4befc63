"""Writes the tables of docs/record.md: the fields of the record, and the outcomes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.model import KINDS, OUTCOMES
from claimtrack.model.record import FIELDS, PERIOD, VAGUE

if TYPE_CHECKING:
    from claimtrack.model import Outcome
    from claimtrack.model.record import Field


def _names(field: Field) -> list[str]:
    """The names that a field has in CSV and JSON."""
    ends = (
        ("first", "last", "words")
        if field.form == VAGUE
        else ("first", "last")
        if field.form == PERIOD
        else ()
    )
    return [field.name, *(f"{field.name}_{end}" for end in ends)]


def _fields() -> list[list[str]]:
    rows: list[tuple[list[str], str]] = []
    for field in FIELDS:
        if field.about:
            rows.append((_names(field), field.about + " (private)" * field.private))
        else:
            rows[-1][0].extend(_names(field))
    return [[", ".join(f"`{name}`" for name in names), about] for names, about in rows]


def _outcomes() -> list[list[str]]:
    return [
        [f"`{one.code}`", *_words(one), "" if one.worth is None else f"{one.worth:g}"] for one in OUTCOMES
    ]


def _words(outcome: Outcome) -> list[str]:
    """What it is called for each kind."""
    return list(outcome.words) if outcome.by_kind else [outcome.words[0], *["same"] * (len(KINDS) - 1)]


def _table(*rows: list[str]) -> str:
    head, *rest = rows
    lines = [head, ["---"] * len(head), *rest]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


TABLES = {
    "fields": _table(["field", "what it holds"], *_fields()),
    "outcomes": _table(["stored", *KINDS, "worth"], *_outcomes()),
}


def with_tables(page: str) -> str:
    """The page with each table between its marks as it is now."""
    for name, table in TABLES.items():
        pattern = rf"(<!-- {name}: made by `make docs` -->\n\n).*?(\n<!-- end -->)"
        page, count = re.subn(
            pattern, lambda marks, table=table: marks[1] + table + marks[2], page, flags=re.DOTALL
        )
        if not count:
            raise ValueError(f"the page has no place for the table of {name}")
    return page


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")
