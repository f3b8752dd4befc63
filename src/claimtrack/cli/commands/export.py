"""`export`: claims to a file or a pipe."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimtrack import tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import Fields, example, field_names, filters
from claimtrack.cli.terminal import terminal_of
from claimtrack.errors import UnreadableError
from claimtrack.model import Filters
from claimtrack.model.text import counted

app = typer.Typer()


@app.command(
    "export", epilog=example("export claims.csv", "export --speaker putin --format jsonl > putin.jsonl")
)
@takes(filters, "which")
def export(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="FILE", help="Its suffix tells the format.")] = None,
    *,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="csv, jsonl, json, or ics for a calendar."),
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="Text as it is, even where a spreadsheet would run it.")
    ] = False,
    private: Annotated[
        bool, typer.Option("--private", help="Private notes too; JSON Lines always has them.")
    ] = False,
    fields: Fields = None,
    which: Filters,
) -> None:
    """Write claims to a file, or as CSV to standard output."""
    terminal = terminal_of(ctx)
    target = None if file in (None, "-") else file
    if format_ and terminal.as_json:
        raise UnreadableError("--json says the format already; leave out --format.")
    from claimtrack.exchange import format_for  # noqa: PLC0415  # --help of the program writes no file

    chosen = format_for(target, "json" if terminal.as_json else format_).name
    names = field_names(fields)
    with terminal.database() as db:
        if target is None:
            tracker.export(db, sys.stdout, which, file_format=chosen, raw=raw, fields=names, private=private)
            return
        with tracker.replaced_whole(Path(target)) as out:
            done = tracker.export(db, out, which, file_format=chosen, raw=raw, fields=names, private=private)
    withheld = f", {counted(done.withheld, 'private note')} left out" if done.withheld else ""
    terminal.say(f"wrote {counted(done.claims, 'claim')} to {target}{withheld}")
