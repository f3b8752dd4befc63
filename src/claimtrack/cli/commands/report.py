"""`report`: a page of claims that can be published as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import AsOf, example, filters
from claimtrack.cli.publication import publication
from claimtrack.cli.terminal import terminal_of
from claimtrack.model import Filters
from claimtrack.model.report import Publication
from claimtrack.model.text import counted

app = typer.Typer()


@app.command(
    "report",
    epilog=example("report claims.html", 'report putin.html --speaker Putin --title "Putin\'s claims"'),
)
@takes(filters, "which")
@takes(publication, "said_of_it")
def report(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The page, such as claims.html.")],
    *,
    said_of_it: Publication,
    as_of: AsOf = None,
    which: Filters,
) -> None:
    """Write one page that needs nothing else: scoreboard, deadlines, and every claim with its verdicts."""
    terminal = terminal_of(ctx)
    with terminal.database(as_of) as db:
        page = tracker.report(db, which, publication=said_of_it)
    with tracker.replaced_whole(file) as out:
        out.writelines(render.report(page))
    terminal.result(page.claims, ())
    terminal.say(f"wrote {counted(len(page.claims), 'claim')} to {file}")
