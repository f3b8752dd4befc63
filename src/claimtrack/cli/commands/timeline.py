"""`timeline`: the dates of claims, drawn."""

from __future__ import annotations

import locale

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import AsOf, example, filters
from claimtrack.cli.terminal import terminal_of
from claimtrack.model import Filters

app = typer.Typer()


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
