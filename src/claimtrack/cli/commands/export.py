"""`export`: claims to a file or a pipe."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack import tracker
from claimtrack.cli.locales import writes_decimal_commas
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import PUBLISHING, Fields, example, field_names, filters
from claimtrack.cli.publication import publication
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.errors import UnreadableError
from claimtrack.model import Filters
from claimtrack.model.report import Publication
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from claimtrack.exchange.published import Published

app = typer.Typer()


@app.command(
    "export", epilog=example("export claims.csv", "export --speaker putin --format jsonl > putin.jsonl")
)
@takes(filters, "which")
@takes(publication, "said_of_it")
def export(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="FILE", help="Its suffix tells the format.")] = None,
    *,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="csv, xlsx, jsonl, json, md, ics for a calendar, atom for a feed, claimreview, sqlite or parquet.",
        ),
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="Text as it is, even where a spreadsheet would run it.")
    ] = False,
    excel: Annotated[
        bool,
        typer.Option("--excel", help="CSV as Excel opens it: marked, and with ; where the locale has it."),
    ] = False,
    private: Annotated[
        bool, typer.Option("--private", help="Private notes too; JSON Lines always has them.")
    ] = False,
    fields: Fields = None,
    cards: Annotated[
        bool, typer.Option("--cards", help="In Markdown: a section a claim.", rich_help_panel=PUBLISHING)
    ] = False,
    said_of_it: Publication,
    which: Filters,
) -> None:
    """Write claims to a file, or as CSV to standard output."""
    terminal = terminal_of(ctx)
    target = None if file in (None, "-") else Path(str(file))
    if format_ and terminal.as_json:
        raise UnreadableError("--json says the format already; leave out --format.")
    from claimtrack.exchange import format_for  # noqa: PLC0415  # --help of the program writes no file
    from claimtrack.exchange.published import Published  # noqa: PLC0415  # nor this

    chosen = format_for(str(target) if target else None, "json" if terminal.as_json else format_)
    said_of_it = said_of_it._replace(cards=cards)
    if isinstance(chosen, Published):
        if raw or fields or excel:
            raise UnreadableError(f"{chosen.name} is for publishing; leave out --raw, --excel and --fields.")
        if private and not chosen.private:
            raise UnreadableError(f"{chosen.name} never has what is private; leave out --private.")
        _publish(terminal, target, chosen, said_of_it._replace(private=private), which)
        return
    if said_of_it != Publication():
        raise UnreadableError(
            f"{chosen.name} has no room for what is said of a publication; see `export --help`."
        )
    names = field_names(fields)
    with terminal.database() as db:
        write = partial(
            tracker.export, db, filters=which, file_format=chosen.name, raw=raw, fields=names, private=private,
            excel=excel, semicolons=excel and writes_decimal_commas(terminal.env),
        )  # fmt: skip  # as short as the call
        if target is None:
            write(terminal)
            return
        with tracker.replaced_whole(target) as out:
            done = write(out)
    terminal.say(f"wrote {counted(done.claims, 'claim')} to {target}{_withheld(done.withheld)}")


def _withheld(notes: int) -> str:
    return f", {counted(notes, 'private note')} left out" if notes else ""


def _publish(
    terminal: Terminal, target: Path | None, form: Published, said_of_it: Publication, which: Filters
) -> None:
    """Writes what is published, and says what was left out of it."""
    with terminal.database() as db:
        if form.write is None:
            if target is None:
                raise UnreadableError(f"{form.name} is no text; name a file to write it to.")
            done = tracker.publish_whole(db, target, which, file_format=form.name, publication=said_of_it)
        elif target is None:
            done = tracker.publish(db, terminal, which, file_format=form.name, publication=said_of_it)
        else:
            with tracker.replaced_whole(target) as out:
                done = tracker.publish(db, out, which, file_format=form.name, publication=said_of_it)
    left_out = sum(done.left_out.values())
    if target is not None:
        terminal.say(
            f"wrote {counted(done.claims - left_out, 'claim')} to {target}{_withheld(done.withheld)}"
        )
    if left_out:
        reasons = ", ".join(f"{count} {why}" for why, count in sorted(done.left_out.items()))
        terminal.say(f"left out {counted(left_out, 'claim')}: {reasons}")
