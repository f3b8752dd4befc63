"""`merge`: another person's database joined with this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import example
from claimtrack.cli.terminal import terminal_of

app = typer.Typer()


@app.command("merge", epilog=example("merge bo.db --dry-run", "merge bo.db"))
def merge(
    ctx: typer.Context,
    other: Annotated[Path, typer.Argument(metavar="OTHER.db", help="The other database; it stays as it is.")],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come of it, and write nothing.")
    ] = False,
) -> None:
    """Take in all that is new in another database: its claims, verdicts, evidence, sources and history.

    What both have is known by its identity, whatever its id. Where both changed a field, the newer change stands;
    where two judges differ, both verdicts stay and the claim is disputed.
    """
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.merge(db, other, dry_run=dry_run)
    terminal.result(found, render.merged(found, terminal.screen))
    terminal.say(render.came(found, dry_run=dry_run))
    if found.disputed:
        terminal.say(
            f"two judges differ on claim {found.disputed[0]}: `claimtrack show {found.disputed[0]}` has both"
            f" verdicts, `claimtrack resolve {found.disputed[0]} OUTCOME --overrule` settles it"
        )
