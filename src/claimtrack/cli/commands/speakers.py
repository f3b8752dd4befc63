"""Speakers: the list, and `show`, `alias`, `rename`, `merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import example
from claimtrack.cli.terminal import terminal_of

app = typer.Typer()
speakers = typer.Typer()
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, an alias or a part of one.")]


@speakers.callback(invoke_without_command=True, epilog=example("speakers", "speakers show putin"))
def list_speakers(ctx: typer.Context) -> None:
    """List speakers, or show one and put its names right."""
    if ctx.invoked_subcommand is not None:
        return
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.list_speakers(db)
    terminal.emit(render.speakers(found, terminal.screen))
    if not found:
        terminal.say("No speakers yet; the first claim of `claimtrack add` brings one.")


@speakers.command("show", epilog=example("speakers show putin", "speakers show Путін"))
def show(ctx: typer.Context, name: Name) -> None:
    """Show a speaker with all claims."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        speaker, page = tracker.show_speaker(db, name)
        today = db.today
    terminal.emit(render.speaker_whole(speaker, page.claims, terminal.screen, today=today, more=page.more))


@speakers.command(
    "alias", epilog=example("speakers alias Putin Путін Путин", "speakers alias Putin Putler --remove")
)
def alias(
    ctx: typer.Context,
    name: Name,
    aliases: Annotated[list[str], typer.Argument(metavar="ALIAS…", help="Other names, in any script.")],
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take them off.")] = False,
) -> None:
    """Give a speaker other names, so that each finds it."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        speaker = tracker.alias_speaker(db, name, aliases, remove=remove)
    terminal.emit(render.speakers([speaker], terminal.screen))


@speakers.command(
    "rename", epilog=example('speakers rename Blinken "Antony Blinken"', 'speakers rename 3M "3M Company"')
)
def rename(
    ctx: typer.Context, name: Name, new: Annotated[str, typer.Argument(metavar="NEW", help="The right name.")]
) -> None:
    """Correct a speaker's name, for all claims."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        speaker = tracker.rename_speaker(db, name, new)
    terminal.emit(render.speakers([speaker], terminal.screen))


@speakers.command(
    "merge", epilog=example('speakers merge "V. Putin" "Vladimir Putin"', "speakers merge MoD Ministry")
)
def merge(
    ctx: typer.Context,
    name: Name,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The speaker under whose name both go on.")],
) -> None:
    """Make two speakers one; `undo` parts them again."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        speaker = tracker.merge_speakers(db, name, into)
    terminal.emit(render.speakers([speaker], terminal.screen))


app.add_typer(speakers, name="speakers")
