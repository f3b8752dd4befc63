"""Reckoning: `stats` and `timeline`."""

from __future__ import annotations

import json
import locale
from dataclasses import replace

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import AsJson, AsOf, example, filters, takes
from claimtrack.cli.terminal import terminal_of
from claimtrack.model import Filters

app = typer.Typer()


@app.command(
    "stats", epilog=example("stats --speaker putin", "stats --kind prediction --as-of 2025-12-31 --json")
)
@takes(filters, "which")
def stats(ctx: typer.Context, *, which: Filters, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Show how each speaker's claims turned out, and how well stated probabilities did."""
    terminal = terminal_of(ctx)
    with terminal.database(as_of) as db:
        scores = tracker.stats(db, which)
    if as_json:
        from claimtrack.scoring import plain  # noqa: PLC0415  # only --json needs it

        terminal.emit([json.dumps(plain(scores), ensure_ascii=False, indent=2)])
        return
    terminal.emit(render.scorecards(scores, terminal.screen, glyphs=render.glyphs_for(locale.getencoding())))


@app.command("timeline", epilog=example("timeline --speaker putin", "timeline --tag kursk --due 2025"))
@takes(filters, "which")
def timeline(ctx: typer.Context, *, which: Filters, as_of: AsOf = None) -> None:
    """Draw the dates of claims: ranges as bars, moves as arrows, today marked."""
    terminal = terminal_of(ctx)
    with terminal.database(as_of) as db:
        page = tracker.list_claims(db, replace(which, sort=which.sort or "due"))
        today = db.today
    if not page.claims:
        terminal.say(render.nothing_found())
        return
    glyphs = render.glyphs_for(locale.getencoding())
    terminal.emit(render.timeline(page.claims, terminal.screen, today=today, glyphs=glyphs))
