"""What happens to a claim after it was recorded: `move` and `repeat`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.commands.add import print_added
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import claim_fields, example, from_input, options_of
from claimtrack.cli.terminal import terminal_of
from claimtrack.cli.whose import settled
from claimtrack.model.record import BY_NAME, SOURCE_FACTS
from claimtrack.model.text import counted

app = typer.Typer()
Claim = Annotated[str, typer.Argument(metavar="ID", help="An id, a uid or `last`.")]


@app.command(
    "move", epilog=example("move 9 --due 2025-01-20", 'move 4 --probability 40% -S "A second interview"')
)
@takes(claim_fields(), "given")
def move(
    ctx: typer.Context,
    claim: Claim,
    *,
    given: dict[str, Any],
) -> None:
    """Record that the speaker now names another date, or probability.

    That is a new claim, which replaces this one; this one stays as it is.
    """
    terminal = terminal_of(ctx)
    wanted = from_input(terminal, given)
    with terminal.database() as db:
        moved = tracker.move(db, tracker.reference(claim), **settled(terminal, db, wanted))
        print_added(terminal, moved, db)


@app.command(
    "repeat",
    epilog=example('repeat 9 -S "Another paper"', "repeat 9 --said 2025-01-15"),
)
@takes(options_of((BY_NAME["said"], BY_NAME["source"], *SOURCE_FACTS)), "given")
def repeat(
    ctx: typer.Context,
    claim: Claim,
    *,
    given: dict[str, Any],
) -> None:
    """Record that the same claim was made again or reported elsewhere; it stays one claim."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.repeat(db, tracker.reference(claim), **given)
        terminal.result(found, render.claims([found], terminal.screen, today=db.today))
        count = len(found.appearances)
    terminal.say(
        f"{counted(count, 'other appearance')} of claim {found.id}; `claimtrack show {found.id}` lists them"
    )
