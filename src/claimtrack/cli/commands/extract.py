"""`extract`: candidate claims from an article."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import AsJson, example, options_of, takes
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.model.proposal import plain
from claimtrack.model.record import SOURCE_FACTS
from claimtrack.tracker import Reviewed

app = typer.Typer()


@app.command(
    "extract", epilog=example("extract article.html", "extract https://example.org/1 --published 2025-02-05")
)
@takes(options_of(SOURCE_FACTS), "facts")
def extract(
    ctx: typer.Context,
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="A file, an address, or - for standard input.")
    ],
    *,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")] = None,
    facts: dict[str, Any],
    as_json: AsJson = False,
) -> None:
    """Read an article and find candidate claims in it, to be reviewed."""
    terminal = terminal_of(ctx)
    typed = terminal.read_bytes() if article == "-" else None
    with terminal.database() as db:
        found = tracker.extract(db, article, typed=typed, title=title, **facts)
    if as_json:
        terminal.emit([json.dumps([plain(one) for one in found.waiting], ensure_ascii=False, indent=2)])
        return
    print_waiting(terminal, found)
    if found.waiting:
        terminal.say(
            f"{len(found.waiting)} wait; none counts as a claim until accepted: `claimtrack review {found.source.id}`"
        )


def print_waiting(terminal: Terminal, found: Reviewed) -> None:
    """Writes the candidates that wait, or says that none does."""
    if found.waiting:
        terminal.emit(render.proposals(found.waiting, terminal.screen))
    else:
        terminal.say(f"No candidate claims wait in source {found.source.id}, {found.source.label}.")
