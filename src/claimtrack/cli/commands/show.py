"""`show`: claims whole."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import AsOf, Ids, example, only_references
from claimtrack.cli.terminal import terminal_of

app = typer.Typer()


@app.command("show", epilog=example("show 3", "show 12 13 --history"))
def show(
    ctx: typer.Context,
    ids: Ids,
    *,
    history: Annotated[bool, typer.Option("--history", help="And every change that was made to it.")] = False,
    as_of: AsOf = None,
) -> None:
    """Show claims whole: dates, verdict and evidence, then source, earlier verdicts and moves."""
    terminal = terminal_of(ctx)
    named = only_references(ids, terminal)
    with terminal.database(as_of) as db:
        wholes = [tracker.show(db, claim) for claim in named]
        steps = [tracker.history(db, claim) if history else () for claim in named]
        today = db.today
    lines = (
        line
        for number, (whole, entries) in enumerate(zip(wholes, steps, strict=True))
        for line in (
            *([""] if number else []),
            *render.claim_whole(
                whole.claim, terminal.screen, today=today, verdicts=whole.verdicts, chain=whole.chain,
                entries=entries, sentence=whole.passage and whole.passage.text,
                quoted=whole.passage.parts if whole.passage else (),
            ),
        )
    )  # fmt: skip  # as short as the call
    claims = [whole.claim for whole in wholes]
    only_one = len(claims) == 1 and ids != ["-"]
    terminal.result(claims[0] if only_one else claims, lines)
