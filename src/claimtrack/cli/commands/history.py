"""`history`, and what changes it: `undo` and `delete`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import Ids, example, only_references
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from claimtrack.model.change import Entry
    from claimtrack.store.database import Database
    from claimtrack.tracker import Reference

app = typer.Typer()


@app.command("history", epilog=example("history 3", "history --limit 10"))
def history(
    ctx: typer.Context,
    claim: Annotated[str | None, typer.Argument(metavar="ID", help="Of one claim only.")] = None,
    *,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="At most so many.", show_default=False)
    ] = None,
) -> None:
    """Show every change, newest first."""
    terminal = terminal_of(ctx)
    fits = terminal.read_by_a_person and limit is None
    most = terminal.screen.height if fits and not claim else limit
    with terminal.database() as db:
        one = tracker.reference(claim) if claim else None
        entries = tracker.history(db, one, limit=most, whole=not fits)
    total = (len(entries) if claim else entries[0].seq) if fits and entries else None
    lines = map(terminal.at_home, render.history(entries, terminal.screen, total=total))
    terminal.result(entries, lines, none="Nothing was recorded yet.")


@app.command("undo", epilog=example("undo", "undo --step 41 --yes"))
def undo(
    ctx: typer.Context,
    *,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask; of $CLAIMTRACK_USER where that is set, the last step.")
    ] = False,
    step: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Step N, as `history` numbers it.", show_default=False),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="The last step of this person.")] = None,
) -> None:
    """Take the last step back, whoever's it was; done again, the step before."""
    terminal = terminal_of(ctx)
    if step is not None and by is not None:
        raise UnreadableError("--step names one step, whoever's it was; leave out --by.")
    with terminal.database() as db:
        if yes:
            undone = tracker.undo(db, step=step, by=by if step or by else db.who)
            _show_step(terminal, undone)
        else:
            shown = _agreed(terminal, tracker.last_step(db, step=step, by=by))
            if shown is None:
                return
            undone = tracker.undo(db, step=shown.seq)
        terminal.result({"step": undone, "claims": tracker.claims_of(db, undone)}, ())
    terminal.say(f"took back step {undone.seq}, {undone.verb}")


def _show_step(terminal: Terminal, step: Entry) -> None:
    terminal.preview(map(terminal.at_home, render.history([step], terminal.screen, total=1)))


def _agreed(terminal: Terminal, step: Entry | None) -> Entry | None:
    """The step, once a person has seen it and agrees; null where they do not."""
    if step is None:
        raise RefusedError("There is nothing to take back.")
    _show_step(terminal, step)
    if not terminal.interactive:
        raise UnreadableError("Undoing asks first, and nobody can be asked here; add --yes.")
    return step if terminal.agrees("Take this back?") else None


@app.command("delete", epilog=example("delete 3", "delete 5-7 --yes"))
def delete(
    ctx: typer.Context,
    ids: Ids,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    forever: Annotated[
        bool, typer.Option("--forever", help="Wipe the words, in the log too; this can't be undone.")
    ] = False,
) -> None:
    """Delete claims; `undo` brings them back."""
    terminal = terminal_of(ctx)
    named = only_references(ids, terminal)
    with terminal.database() as db:
        if not yes and not terminal.interactive:
            raise UnreadableError("Deleting asks first, and nobody can be asked here; add --yes.")
        if forever:
            _forget(terminal, db, named, yes=yes)
        else:
            _delete(terminal, db, named, yes=yes)


def _delete(terminal: Terminal, db: Database, named: Sequence[Reference], *, yes: bool) -> None:
    if not yes:
        claims = [tracker.show(db, claim).claim for claim in named]
        terminal.preview(render.changed(claims, terminal.screen, today=db.today))
        if not terminal.agrees(f"Delete {counted(len(claims), 'claim')}?"):
            return
    gone = tracker.delete(db, named)
    terminal.result(gone, ())
    what = (
        f"claim {gone[0].id} ({gone[0].speaker}: {gone[0].text})" if len(gone) == 1 else f"{len(gone)} claims"
    )
    terminal.say(f"deleted {what}; `claimtrack undo` brings back what was deleted last")


def _forget(terminal: Terminal, db: Database, named: Sequence[Reference], *, yes: bool) -> None:
    """Wipes the claims; asks first, with all that goes and what keeps it all the same."""
    kept = ", ".join(path.name for path in tracker.older_copies(db))
    copies = f"{f'{kept}, and any' if kept else 'any'} backup or export made elsewhere"
    if not yes:
        terminal.preview(render.to_forget(tracker.to_forget(db, named), terminal.screen))
        terminal.say(f"Their words go from the log too, and can't be brought back; they stay in {copies}.")
        if here := tracker.still_held(db, named):
            terminal.say(
                f"But words of them stay in this file: in {'; '.join(here)}; and where the log tells of that."
            )
        if not terminal.agrees(f"Delete {counted(len(named), 'claim')} for ever?"):
            return
    uids = tracker.forget(db, named)
    terminal.result([{"uid": uid} for uid in uids], ())
    terminal.say(f"deleted {len(uids)} for ever; the words are still in {copies}")
