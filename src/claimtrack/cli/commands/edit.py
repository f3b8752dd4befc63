"""`edit`: correct claims."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import Ids, claim_fields, example, from_input, only_references
from claimtrack.cli.terminal import terminal_of
from claimtrack.cli.whose import settled
from claimtrack.errors import UnreadableError

app = typer.Typer()


@app.command("edit", epilog=example('edit 3 --due "20 January 2025"', "edit 3-7 --tag kursk --untag draft"))
@takes(claim_fields(), "given")
def edit(
    ctx: typer.Context,
    ids: Ids,
    *,
    given: dict[str, Any],
    untag: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="A tag to take off.")] = None,
) -> None:
    """Correct claims; an empty value empties a field, and with no option $EDITOR opens."""
    terminal = terminal_of(ctx)
    named = only_references(ids, terminal)
    wanted = from_input(terminal, {**given, "untag": untag})
    if given["text"] and len(set(named)) > 1:
        raise UnreadableError("A text is one claim's own; edit the claims one at a time.")
    with terminal.database() as db:
        if all(value is None for value in wanted.values()):
            from claimtrack.cli.editor import edit_by_hand  # noqa: PLC0415  # only where nothing is given

            edited = edit_by_hand(terminal, db, named)
        else:
            wanted = settled(terminal, db, {**wanted, "untag": untag or ()})
            edited = tracker.edit(db, named, **wanted)
        terminal.result(edited, render.changed(edited, terminal.screen, today=db.today))
