"""`stats`: how speakers' claims turned out, as a table or as full scorecards; `timeline`: their dates, drawn."""

from __future__ import annotations

import locale
from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import ON_A_TERMINAL, AsOf, example, filters
from claimtrack.cli.terminal import terminal_of
from claimtrack.errors import UnreadableError
from claimtrack.model import Filters
from claimtrack.model.claim import BY, BY_SPEAKER

app = typer.Typer()
By = Annotated[
    str | None, typer.Option(metavar="GROUP", help=f"A line for each {', '.join(BY[:-1])} or {BY[-1]}.")
]
SortedBy = Annotated[
    str | None,
    typer.Option(
        "--sort", metavar="COLUMN", help="name, held, late, overdue, slip, brier, rank or another column."
    ),
]
Rows = Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="At most so many rows.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")]


@app.command("stats", epilog=example("stats --by tag --sort overdue", "stats --speaker putin"))
@takes(filters, "which", sort=SortedBy, limit=Rows)
def stats(
    ctx: typer.Context, *, which: Filters, by: By = None, as_of: AsOf = None, as_csv: AsCsv = False
) -> None:  # fmt: skip  # as short as the call
    """Show how claims turned out: a line for each speaker, or all that is known of one."""
    terminal = terminal_of(ctx)
    if as_csv and terminal.as_json:
        raise UnreadableError("The rows are either JSON or CSV; leave out --json or --csv.")
    screen = terminal.screen
    if which.limit is None and terminal.read_by_a_person and not as_csv:
        which = which._replace(limit=ON_A_TERMINAL)
    with terminal.database(as_of) as db:
        if which.speaker and by is None and not (as_csv or terminal.as_json):
            scores = tracker.scorecards(db, which)
            glyphs = render.glyphs_for(locale.getencoding())
            terminal.emit(render.scorecards(scores, screen, glyphs=glyphs))
        else:
            table = tracker.stats(db, which, by=BY_SPEAKER if by is None else by)
            lines = render.stats_csv(table) if as_csv else render.stats(table, screen)
            terminal.result(render.stats_rows(table), lines)


@app.command("timeline", epilog=example("timeline --speaker putin", "timeline --tag kursk --due 2025"))
@takes(filters, "which")
def timeline(ctx: typer.Context, *, which: Filters, as_of: AsOf = None) -> None:
    """Draw the dates of claims: ranges as bars, moves as arrows, today marked."""
    terminal = terminal_of(ctx)
    with terminal.database(as_of) as db:
        page = tracker.list_claims(db, which._replace(sort=which.sort or "due"))
        today = db.today
    glyphs = render.glyphs_for(locale.getencoding())
    lines = render.timeline(page.claims, terminal.screen, today=today, glyphs=glyphs) if page.claims else ()
    terminal.result(page.claims, lines, none=render.nothing_found())
