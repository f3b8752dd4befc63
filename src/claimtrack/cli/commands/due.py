"""`due`: what there is to judge."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import ON_A_TERMINAL, AsOf, OnlyIds, example, filters
from claimtrack.cli.terminal import terminal_of
from claimtrack.cli.typer_internals import takes
from claimtrack.errors import NeedsAttentionError
from claimtrack.model import Filters

app = typer.Typer()


@app.command("due", epilog=example("due --within 2w", "due --exit-code --speaker putin"))
@takes(filters, "which")
def due(
    ctx: typer.Context,
    *,
    within: Annotated[
        str, typer.Option(metavar="TIME", help="How far ahead to look: 30d, 2w, 3m or a day.")
    ] = "30d",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 3 where something is overdue, and print only then.")
    ] = False,
    which: Filters,
    as_of: AsOf = None,
    ids: OnlyIds = False,
) -> None:
    """Show what to judge: overdue, then due soon, then verdicts without evidence."""
    terminal = terminal_of(ctx)
    if which.limit is None and terminal.read_by_a_person and not ids:
        which = which._replace(limit=ON_A_TERMINAL)
    with terminal.database(as_of) as db:
        agenda = tracker.due(db, which, within=within)
        today = db.today
    if exit_code and not agenda.overdue.claims:
        return
    to_judge = [*agenda.overdue.claims, *agenda.soon.claims, *agenda.reminded.claims]
    if ids:
        terminal.emit(str(claim.id) for claim in to_judge)
    else:
        groups = {
            "Overdue": agenda.overdue,
            f"Due by {agenda.until}": agenda.soon,
            f"To look at again by {agenda.until}": agenda.reminded,
            "Resolved without evidence": agenda.without_evidence,
        }
        shown = [(title, page.claims, page.more) for title, page in groups.items()]
        terminal.result(to_judge, render.agenda(shown, terminal.screen, today=today))
        if not any(page.claims for page in groups.values()):
            terminal.say(f"Nothing is overdue or due by {agenda.until}, and every verdict has evidence.")
    if exit_code:
        raise typer.Exit(NeedsAttentionError.status)
