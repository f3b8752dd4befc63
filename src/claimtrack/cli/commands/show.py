"""`show`: one claim whole."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import AsJson, AsOf, example
from claimtrack.cli.terminal import terminal_of

app = typer.Typer()


@app.command("show", epilog=example("show 3", "show last --json"))
def show(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="ID", help="An id, a uid or `last`.")],
    *,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Show one claim whole: source, verdicts, evidence, moves and history."""
    terminal = terminal_of(ctx)
    with terminal.database(as_of) as db:
        whole = tracker.show(db, tracker.reference(claim))
        today = db.today
    if as_json:
        terminal.emit(render.one(whole.claim))
        return
    terminal.emit(
        render.claim_whole(
            whole.claim, terminal.screen, today=today, verdicts=whole.verdicts, chain=whole.chain,
            entries=whole.history, sentence=whole.passage and whole.passage.text,
            quoted=whole.passage.parts if whole.passage else (),
        )
    )  # fmt: skip  # as short as the call
