"""`extract`: candidate claims from an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import example, options_of
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.model.record import SOURCE_FACTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.proposal import Proposal
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
    every: Annotated[bool, typer.Option("--all", help="Show the less sure ones too.")] = False,
) -> None:
    """Read an article and find candidate claims in it, to be reviewed."""
    terminal = terminal_of(ctx)
    typed = terminal.read_bytes() if article == "-" else None
    with terminal.database() as db:
        found = tracker.extract(db, article, typed=typed, title=title, **facts)
    print_waiting(terminal, found, every=every)
    shown = found.shown(every=every)
    if shown:
        terminal.say(
            f"{len(shown)} wait; none counts as a claim until accepted: `claimtrack review {found.source.id}`"
        )


def print_waiting(terminal: Terminal, found: Reviewed, *, every: bool) -> None:
    """Writes the candidates that wait, or says that none does; and how many less sure ones there are."""
    shown = found.shown(every=every)
    none = f"No candidate claims wait in source {found.source.id}, {found.source.label}."
    terminal.result(shown, render.proposals(shown, terminal.screen), none=none)
    tell_known(terminal, shown)
    tell_more(terminal, found, every=every)


def tell_known(terminal: Terminal, shown: Sequence[Proposal]) -> None:
    """Says how many candidates may be about claims that are recorded, and which."""
    known = sorted({about.claim for one in shown for about in one.about})
    if known:
        related = sum(bool(one.about) for one in shown)
        terminal.say(f"{related} may be about claims you have: {', '.join(map(str, known))}")


def tell_more(terminal: Terminal, found: Reviewed, *, every: bool) -> None:
    """Says how many less sure candidates were not shown, if any."""
    if not every and (more := len(found.waiting) - len(found.likely)):
        are = "is" if more == 1 else "are"
        terminal.say(f"{more} more {are} less sure: `claimtrack review {found.source.id} --all`")
