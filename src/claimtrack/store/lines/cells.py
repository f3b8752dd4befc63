"""A record as a line of CSV, as csv.writer has it: what a spreadsheet would run is guarded, what must be is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import record
from claimtrack.model.formula import RUNS
from claimtrack.store.lines.record import FORMS, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def _literals(characters: Iterable[str]) -> str:
    """The characters in SQL; spelled out, since a call of char() would be made for every cell."""
    return ", ".join("'" + one.replace("'", "''") + "'" for one in characters)


_FREE = (record.LINE, record.TEXT, record.LINK, record.SPEAKER, record.TAGS)
_STARTS = _literals(RUNS)
# what runs starts with a character before the letters, as nearly no text does
_RUNS = (
    "({0} < 'A' AND (substr({0}, 1, 1) IN (" + _STARTS + ")"
    " OR (substr({0}, 1, 1) = '''' AND substr({0}, 2, 1) IN ('''', " + _STARTS + "))))"
)
_NESTED = "CASE {0} WHEN '[]' THEN '' ELSE printf('\"%w\"', {0}) END"
_JOINED = "replace(replace(trim({0}, '[]'), '\"', ''), ', ', '; ')"
# SQL for a cell by its form, where it is neither free text nor ids nor what it is in the view.
_CELLS = {
    record.TRUTH: "CASE {0} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END",
    record.SHARE: "CASE WHEN {0} IS NOT NULL THEN shortest({0}) END",
    **dict.fromkeys((record.APPEARANCES, record.EVIDENCE, record.VERDICTS), _NESTED),
}
_OWN = {
    "tags": "(SELECT group_concat(tag, '; ') FROM ("
    "SELECT tag FROM claim_tag WHERE claim_id = claim_record.id ORDER BY tag))",
}


def csv_line(columns: Sequence[str], *, raw: bool = False, delimiter: str = ",") -> Line:
    """The cells of these columns; `raw` leaves out the guard against formulas."""
    cells = [_cell(column, raw=raw, delimiter=delimiter) for column in columns]
    if len(cells) == 1:  # an empty line would be no row
        return Line(f"coalesce(nullif({cells[0]}, ''), '\"\"')", _OWN)
    return Line(f"printf('{delimiter.join(['%s'] * len(cells))}', {', '.join(cells)})", _OWN)


def _cell(column: str, *, raw: bool, delimiter: str) -> str:
    """SQL for the cell of a column."""
    form = FORMS[column]
    if form in _FREE:
        guard = "" if raw else f"WHEN {_RUNS.format(column)} THEN {_quoted(column, delimiter, guard=True)} "
        return f"CASE WHEN {column} IS NULL THEN '' {guard}ELSE {_quoted(column, delimiter)} END"
    if form in (record.CLAIMS, record.UIDS):
        return f"CASE {column} WHEN '[]' THEN '' ELSE {_quoted(_JOINED.format(column), delimiter)} END"
    return _CELLS.get(form, "{0}").format(column)


def _quoted(text: str, delimiter: str, *, guard: bool = False) -> str:
    """SQL for the text, in quotes where it has what ends a cell, and with the guard of formulas."""
    before = "''" if guard else ""
    ends = " OR ".join(f"instr({text}, {_literals(end)})" for end in (delimiter, '"', "\n"))
    whole = f"'{before}' || {text}" if guard else text
    return f"CASE WHEN {ends} THEN printf('\"{before}%w\"', {text}) ELSE {whole} END"
