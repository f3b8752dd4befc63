"""Speakers: the list, and `show`, `add`, `alias`, `rename`, `merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import Limit, example
from claimtrack.cli.terminal import terminal_of
from claimtrack.cli.whose import settled, whole_name

app = typer.Typer()
speakers = typer.Typer()
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, an alias or a part of one.")]
Whole = Annotated[str, typer.Argument(metavar="NAME", help="The whole name, or an alias.")]


@speakers.callback(invoke_without_command=True, epilog=example("speakers", "speakers show putin"))
def list_speakers(ctx: typer.Context, *, limit: Limit = None) -> None:
    """List speakers, or show one and put its names right."""
    if ctx.invoked_subcommand is not None:
        return
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.list_speakers(db)[:limit]
    none = "No speakers yet; the first claim of `claimtrack add` brings one."
    terminal.result(found, render.speakers(found, terminal.screen, fit=limit is None), none=none)


@speakers.command("show", epilog=example("speakers show putin", "speakers show Путін"))
def show(ctx: typer.Context, name: Name) -> None:
    """Show a speaker with all claims."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        speaker, page = tracker.show_speaker(db, name)
        today = db.today
    lines = render.speaker_whole(speaker, page.claims, terminal.screen, today=today, more=page.more)
    terminal.result({"speaker": speaker, "claims": page.claims}, lines)


@speakers.command(
    "add", epilog=example('speakers add "Vladimir Putin"', 'speakers add "Vladimir Putin" Путін Путин')
)
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name.")],
    aliases: Annotated[
        list[str] | None, typer.Argument(metavar="[ALIAS…]", help="Other names, in any script.")
    ] = None,
    *,
    new_speaker: Annotated[
        bool, typer.Option("--new-speaker", help="NAME is somebody new, however like another name it is.")
    ] = False,
) -> None:
    """Record a speaker before there is a claim."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        given = settled(terminal, db, {"speaker": name, "new_speaker": new_speaker, "unnamed": False})
        others = [*(aliases or ()), *filter(None, [given.get("alias")])]
        if given["speaker"] == name:
            speaker = tracker.add_speaker(db, name, others, new_speaker=given["new_speaker"])
        elif others:
            speaker = tracker.alias_speaker(db, given["speaker"], others)
        else:
            speaker, _ = tracker.show_speaker(db, given["speaker"])
    terminal.result(speaker, render.speakers([speaker], terminal.screen))


@speakers.command(
    "alias",
    epilog=example(
        'speakers alias "Vladimir Putin" Путін Путин', 'speakers alias "Vladimir Putin" Putler --remove'
    ),
)
def alias(
    ctx: typer.Context,
    name: Whole,
    aliases: Annotated[list[str], typer.Argument(metavar="ALIAS…", help="Other names, in any script.")],
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take them off.")] = False,
) -> None:
    """Give a speaker other names, so that each finds it."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        speaker = tracker.alias_speaker(db, whole_name(terminal, db, name), aliases, remove=remove)
    terminal.result(speaker, render.speakers([speaker], terminal.screen))


@speakers.command(
    "rename",
    epilog=example('speakers rename "A. Blinken" "Antony Blinken"', 'speakers rename 3M "3M Company"'),
)
def rename(
    ctx: typer.Context,
    name: Whole,
    new: Annotated[str, typer.Argument(metavar="NEW", help="The right name.")],
) -> None:
    """Correct a speaker's name, for all claims."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        speaker = tracker.rename_speaker(db, whole_name(terminal, db, name), new)
    terminal.result(speaker, render.speakers([speaker], terminal.screen))


@speakers.command(
    "merge", epilog=example('speakers merge "V. Putin" "Vladimir Putin"', "speakers merge MoD Ministry")
)
def merge(
    ctx: typer.Context,
    name: Whole,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The speaker under whose name both go on.")],
) -> None:
    """Make two speakers one; `undo` parts them again."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        gone, kept = (whole_name(terminal, db, one) for one in (name, into))
        speaker = tracker.merge_speakers(db, gone, kept)
    terminal.result(speaker, render.speakers([speaker], terminal.screen))


app.add_typer(speakers, name="speakers")
