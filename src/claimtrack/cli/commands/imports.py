"""`import`: records from elsewhere."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import example
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.cli.waiting import take_candidates
from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.exchange.incoming import Fate, Imported

app = typer.Typer()


@app.command("import", epilog=example("import claims.csv --dry-run", "import colleague.jsonl"))
def import_(
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A file, or - for standard input.")
    ] = None,
    *,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="Its format, else told by what is in it.")
    ] = None,
    map_: Annotated[
        str | None, typer.Option("--map", metavar="FILE.toml", help="Which column is which field.")
    ] = None,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats that can be read.")] = False,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Whose the claims are that name nobody.")
    ] = None,
    zone: Annotated[
        str, typer.Option("--zone", metavar="ZONE", help="Of times without one: Europe/Kyiv, +02:00.")
    ] = "UTC",
    keep_rest: Annotated[
        bool, typer.Option("--keep-rest", help="Keep what has no field in the note.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take all rows or none.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Take a row that looks like a claim as a new one.")
    ] = False,
) -> None:
    """Take in claims from a file; what is there already is changed or left alone, never doubled."""
    terminal = terminal_of(ctx)
    if formats:
        terminal.result(*_formats())
        return
    if file is None:
        raise UnreadableError("Name a file to import, or - for standard input.")
    with terminal.database() as db, ExitStack() as files:
        path = files.enter_context(_file(terminal, file))
        if tracker.holds_candidates(path, format_):
            if map_ or speaker or keep_rest or strict or force:
                raise UnreadableError(
                    "Candidates are taken in as they are: of the options only --dry-run is for them."
                )
            take_candidates(terminal, db, path, dry_run=dry_run)
            return
        opened = tracker.rows_of(
            db, path, file_format=format_, map_file=map_, speaker=speaker,
            zone=zone,
        )  # fmt: skip  # as short as the call
        if not (format_ or map_):
            terminal.say(f"{opened.name} is read as {opened.format} ({opened.title}); --format names another")
        for column in opened.absent:
            terminal.say(f"the map asks for {column}, which the file does not have")
        done = tracker.import_(
            db, opened.rows, dry_run=dry_run, strict=strict, force=force, keep_rest=keep_rest,
            refused=lambda one: None if dry_run else _say_of(terminal, one), expected=opened.lines,
            progress=lambda line: terminal.draw(render.bar(line, opened.lines)),
        )  # fmt: skip  # as short as the call
        terminal.draw("")
    if opened.days.guessed:
        terminal.say(f"times that tell no zone are days in {zone}; --zone names another")
    terminal.result(done, render.imported(done, terminal.screen, rows=dry_run, kept=keep_rest))
    _say_how(terminal, done, dry_run=dry_run)
    if done.kept_out:
        raise typer.Exit(1)


def _formats() -> tuple[list[dict[str, str]], list[str]]:
    """Every format that can be read, for programs and for people."""
    known = tracker.formats()
    wide = max(len(name) for name, _ in known)
    return [{"name": name, "title": title} for name, title in known], [
        f"{name:{wide}}  {title}" for name, title in known
    ]


@contextmanager
def _file(terminal: Terminal, file: str) -> Iterator[Path]:
    """The file that was named; standard input as one that goes with the command."""
    if file != "-":
        yield Path(file)
        return
    from claimtrack.whole_file import room  # noqa: PLC0415  # --help loads this too

    with room() as folder:
        path = folder / "standard input"
        path.write_bytes(terminal.read_bytes())
        yield path


def _say_of(terminal: Terminal, one: Fate) -> None:
    """Says what was wrong with a row."""
    terminal.draw("")
    terminal.say(render.fate(one))


def _say_how(terminal: Terminal, done: Imported, *, dry_run: bool) -> None:
    """Says what was written, and how to go on."""
    if done.counts["looks like"]:
        terminal.say(
            "a row that looks like a claim has no uid: give it that of the claim to change it, or add it with --force"
        )
    if dry_run:
        terminal.say("nothing was written")
    elif not done.written:
        terminal.say("nothing was written: --strict takes all rows or none")
    elif not done.changed:
        terminal.say("nothing changed")
