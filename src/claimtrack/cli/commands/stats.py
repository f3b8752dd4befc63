"""`stats`: a scorecard for each speaker."""

from __future__ import annotations

import json
import locale

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
