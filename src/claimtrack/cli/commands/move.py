"""What happens to a claim after it was recorded: `move` and `repeat`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.commands.add import print_added
from claimtrack.cli.options import AsJson, claim_fields, example, from_input, takes
from claimtrack.cli.terminal import terminal_of

app = typer.Typer()
Claim = Annotated[str, typer.Argument(metavar="ID", help="An id, a uid or `last`.")]


@app.command(
    "move", epilog=example("move 9 --due 2025-01-20", 'move 4 --probability 40% -S "A second interview"')
)
@takes(claim_fields, "given")
def move(
    ctx: typer.Context,
    claim: Claim,
    *,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="The claim as it is now.")] = None,
    speaker: Annotated[
        str | None, typer.Option("-s", "--speaker", metavar="NAME", help="Whose claim it is.")
    ] = None,
    given: dict[str, Any],
    as_json: AsJson = False,
) -> None:
    """Record that the speaker now names another date, or probability.

    That is a new claim, which replaces this one; this one stays as it is.
    """
    terminal = terminal_of(ctx)
    wanted = from_input(terminal, {**given, "text": text, "speaker": speaker})
    with terminal.database() as db:
        moved = tracker.move(db, tracker.reference(claim), **wanted)
        print_added(terminal, moved, db, as_json=as_json)


@app.command(
    "repeat",
    epilog=example('repeat 9 -S "Another paper"', "repeat 9 --said 2025-01-15"),
)
def repeat(
    ctx: typer.Context,
    claim: Claim,
    *,
    said: Annotated[str | None, typer.Option(metavar="DATE", help="The day it was said again.")] = None,
    source: Annotated[
        str | None,
        typer.Option("-S", "--source", metavar="TEXT", help="Where: a source's id, address or title."),
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the source.")] = None,
    archive_url: Annotated[
        str | None, typer.Option(metavar="URL", help="An archived copy of the source.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="TEXT", help="Who published the source.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the source was published.")
    ] = None,
) -> None:
    """Record that the same claim was made again or reported elsewhere; it stays one claim."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.repeat(
            db, tracker.reference(claim), said=said, source=source, url=url, archive_url=archive_url,
            publisher=publisher, published=published,
        )  # fmt: skip  # as short as the call
        terminal.emit(render.claims([found], terminal.screen, today=db.today))
        count = len(found.appearances)
    terminal.say(
        f"{count} other appearance{'s' * (count != 1)} of claim {found.id}; `claimtrack show {found.id}` lists them"
    )
