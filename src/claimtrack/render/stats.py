"""Scores as a table, one line for each group, and the same rows as JSON and CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimtrack.model.claim import BY_SPEAKER
from claimtrack.model.formula import guarded
from claimtrack.model.scorecard import ENOUGH, NAMES
from claimtrack.model.text import counted
from claimtrack.render.layout.figures import NOT_KNOWN, Figures, figures
from claimtrack.render.layout.table import Cell, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.model.scorecard import Row, Table
    from claimtrack.render.layout.screen import Screen


def stats(table: Table, screen: Screen) -> Iterator[str]:
    """The lines of `stats`: the rows of what speakers said themselves, those of what others relayed, and notes."""
    if not table.totals:
        yield from paragraph(nothing(table.unnamed), screen)
        return
    own, second_hand = ([row for row in table.rows if row.second_hand is apart] for apart in (False, True))
    totals = {row.second_hand: row for row in table.totals}
    blocks = [(own, totals.get(False), table.by), (second_hand, totals.get(True), "second-hand")]
    for rows, total, heading in blocks:
        if total and rows:
            yield from _block(rows, total, heading, table.sort, screen)
            yield ""
    if table.more:
        every = len(table.rows) + table.more
        yield from paragraph(f"{counted(table.more, 'more row')}; --limit {every} shows all", screen, "faint")
    for note in notes(table):
        yield from paragraph(note, screen, "faint")


def _block(rows: Sequence[Row], total: Row, heading: str, sort: str, screen: Screen) -> Iterator[str]:
    """The rows, and all together where there are several."""
    shown = [*rows, total] if len(rows) > 1 else rows
    names = [Cell("all", "strong") if row is total else Cell(row.name or f"(no {row.by})") for row in shown]
    wanted = [*USUAL, *(["rank"] if any(row.rank is not None for row in rows) else [])]
    wanted += [sort] if sort in COLUMNS and sort not in wanted else []
    columns = [
        Figures(title, [cell(row) for row in shown], 0 if name == sort else spared)
        for name, (title, cell, spared) in COLUMNS.items()
        if name in wanted
    ]
    return figures(heading, names, columns, screen)


def _held(row: Row) -> str:
    """How many held of how many; partly counts half."""
    return f"{row.worth:g} of {row.compared}" if row.compared else NOT_KNOWN


def _interval(row: Row) -> str:
    if row.held_low is None or row.held_high is None:
        return NOT_KNOWN
    return f"{row.held_low * 100:.0f}-{row.held_high:.0%}"


def _slip(row: Row) -> str:
    return NOT_KNOWN if row.median_slip_days is None else f"{row.median_slip_days:g} d"


def _score(value: float | None, form: str) -> str:
    return NOT_KNOWN if value is None else format(value, form)


def _rank(row: Row) -> str:
    by_skill = f"{row.skill_rank} by skill" if row.skill_rank else ""
    return ", ".join(filter(None, [str(row.held_rank or ""), by_skill]))


def _or_faint(text: str) -> Cell:
    return Cell(text, "faint" if text in (NOT_KNOWN, "0") else None)


# By the name of the figure: its heading, how it is shown, and how soon it makes way on a narrow terminal.
COLUMNS: dict[str, tuple[str, Callable[[Row], Cell], int]] = {
    "claims": ("claims", lambda row: Cell(str(row.claims)), 1),
    "decided": ("decided", lambda row: Cell(str(row.decided)), 2),
    "undecided": ("undecided", lambda row: _or_faint(str(row.undecided)), 1),
    "void": ("left out", lambda row: _or_faint(str(row.void)), 1),
    "held": ("held", lambda row: Cell(_held(row)), 1),
    "held_low": ("95%", lambda row: _or_faint(_interval(row)), 6),
    "partly": ("partly", lambda row: _or_faint(str(row.partly)), 1),
    "failed": ("failed", lambda row: _or_faint(str(row.failed)), 1),
    "late": ("late", lambda row: _or_faint(str(row.late) if row.late_known else NOT_KNOWN), 5),
    "overdue": ("overdue", lambda row: Cell(str(row.overdue), "alarm" if row.overdue else "faint"), 3),
    "moves": ("moves", lambda row: _or_faint(str(row.moves)), 1),
    "median_slip_days": ("slip", lambda row: _or_faint(_slip(row)), 7),
    "scored": ("scored", lambda row: _or_faint(str(row.scored)), 1),
    "brier": ("Brier", lambda row: _or_faint(_score(row.brier, ".3f")), 4),
    "brier_skill": ("skill", lambda row: _or_faint(_score(row.brier_skill, "+.3f")), 1),
    "rank": ("rank", lambda row: Cell(_rank(row)), 8),
}
# Besides these, the column by which the rows are sorted, and the rank where anybody has one.
USUAL = ("claims", "decided", "held", "held_low", "late", "overdue", "median_slip_days", "brier")


def nothing(unnamed: int) -> str:
    """What to say where there is nothing to score."""
    return f"There is no claim to score{'; ' if unnamed else ''}{_unnamed(unnamed)}."


def _unnamed(count: int) -> str:
    """How many claims are in no row."""
    if not count:
        return ""
    return f"{counted(count, 'unnamed claim')} {'is' if count == 1 else 'are'} in no score"


def notes(table: Table) -> Iterator[str]:
    """What a reader has to know of the figures that are there."""
    rows = [*table.rows, *table.totals]
    if any(row.compared for row in rows):
        half = "; partly counts half" if any(row.partly for row in rows) else ""
        yield f"held: of the decided claims without a probability; 95%: where that share may lie{half}."
    if any(row.scored for row in rows):
        yield "Brier: of the decided claims with a probability; 0 is best, 0.25 is saying 50% each time."
    if any(row.median_slip_days is not None for row in rows):
        yield "slip: the median of the due dates that moved, in days; a moved claim counts once, by its newest."
    if table.by == BY_SPEAKER and len(table.rows) > 1 and not any(row.rank for row in rows):
        yield f"No ranks: it takes two speakers with {ENOUGH} decided claims."
    if table.by == "tag":
        yield "A claim of several tags counts in the row of each, and once in the last."
    if table.unnamed:
        yield f"{_unnamed(table.unnamed)}."


def stats_rows(table: Table) -> list[dict[str, object]]:
    """The rows by their names, as JSON has them."""
    return [_plain(row) for row in table.rows]


def stats_csv(table: Table) -> Iterator[str]:
    """The lines of a CSV file: a header always, then a row on each."""
    for cells in (NAMES, *(map(_cell, _plain(row).values()) for row in table.rows)):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(cells)
        yield line.getvalue()


def _plain(row: Row) -> dict[str, object]:
    """A row by its names, every number in full."""
    return {name: getattr(row, name) for name in NAMES}


def _cell(value: object) -> object:
    """The value as the files of claims have it: a word for a boolean, text that no spreadsheet runs."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value
