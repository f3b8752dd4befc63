"""`doctor` and `backup`: keep the file whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack import tracker
from claimtrack.cli.options import example
from claimtrack.cli.terminal import terminal_of
from claimtrack.errors import NeedsAttentionError, UnusableError
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from claimtrack.tracker import Repaired

app = typer.Typer()


@app.command("doctor", epilog=example("doctor", "doctor --head 3f9a…"))
def doctor(
    ctx: typer.Context,
    *,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="Is this earlier head still in the chain?")
    ] = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make triggers, views, indexes and full text again.")
    ] = False,
    adopt: Annotated[
        bool, typer.Option("--adopt", help="Log what another program wrote, as from outside.")
    ] = False,
) -> None:
    """Examine the database: damage, its schema, the log's chain, and the records against the log."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        if repair:
            terminal.say(_repaired(tracker.repair(db)))
        if adopt:
            terminal.say(f"logged {counted(tracker.adopt(db), 'difference')} as from outside")
        found = tracker.examine_database(db, head=head)
        whole = f"{db.path}: {found.entries} steps, head {found.head or 'none'}"
        lines = map(terminal.at_home, [*found.faults, whole])
        terminal.result({"file": str(db.path), **vars(found)}, lines)
    if found.head_found_at:
        terminal.say(f"{head} was the head after step {found.head_found_at}")
    if found.stopped:
        raise UnusableError(f"{db.path} is damaged; go back to a copy of it.")
    if found.faults:
        raise NeedsAttentionError(f"{counted(len(found.faults), 'fault')} found; see above.")
    terminal.say("nothing wrong was found")


def _repaired(repaired: Repaired) -> str:
    """What was made again, in a sentence for the person."""
    told = [("made again", repaired.made), ("took off", repaired.taken_off)]
    said = "; ".join(f"{what}: {', '.join(parts)}" for what, parts in told if parts)
    return f"{said or 'nothing in the schema differed'}; indexes and full text are new"


@app.command("backup", epilog=example("backup claims-2025-02-05.db", "--db work.db backup copy.db"))
def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
) -> None:
    """Copy the database safely, even while others write to it."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        tracker.backup(db, file)
    terminal.result({"file": str(file)}, ())
    terminal.say(f"copied to {file}, with private notes, deleted claims, saved texts and the log")
