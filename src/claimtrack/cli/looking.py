"""Looking: the overview, `list`, `search` and `show`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import AsJson, example, filters, takes
from claimtrack.cli.references import one_reference
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.model import Filters

app = typer.Typer()
_ON_A_TERMINAL = 50

Ids = Annotated[bool, typer.Option("--ids", help="Print ids alone.")]


def overview(terminal: Terminal) -> None:
    """Shows how the whole file stands."""
    with terminal.database() as db:
        seen = tracker.overview(db)
        path = db.path
    terminal.emit(
        render.overview(
            str(path), terminal.screen, today=db.today, count=seen.claims, unresolved=seen.unresolved,
            overdue=seen.overdue, due=seen.next_due, added=seen.last_added,
        )
    )  # fmt: skip  # as short as the call


@app.command(
    "list", epilog=example("list --speaker putin --overdue", "list --tag budget --due 2025-Q1 --json")
)
@takes(filters, "which")
def list_(ctx: typer.Context, *, which: Filters, ids: Ids = False, as_json: AsJson = False) -> None:
    """List claims, newest said first."""
    _list(terminal_of(ctx), which, ids=ids, as_json=as_json)


@app.command("search", epilog=example("search kursk", 'search "security guarantees" --speaker blinken'))
@takes(filters, "which")
def search(
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str], typer.Argument(help='Words, "a phrase", or the beginn* of one.', metavar="WORDS")
    ],
    which: Filters,
    ids: Ids = False,
    as_json: AsJson = False,
) -> None:
    """Find claims by their words, best match first."""
    wanted = replace(which, search=" ".join(filter(None, [*words, which.search])), sort=which.sort or "match")
    _list(terminal_of(ctx), wanted, ids=ids, as_json=as_json)


def _list(terminal: Terminal, which: Filters, *, ids: bool, as_json: bool) -> None:
    screen = terminal.screen
    if which.limit is None and screen.terminal and not (ids or as_json):
        which = replace(which, limit=_ON_A_TERMINAL)
    with terminal.database() as db:
        page = tracker.list_claims(db, which)
        today = db.today
    if ids:
        terminal.emit(str(claim.id) for claim in page.claims)
    elif as_json:
        terminal.emit(render.many(page.claims))
    elif page.claims:
        marks: Iterable[str] = which.search.replace('"', " ").split() if which.search else ()
        terminal.emit(render.claims(page.claims, screen, today=today, more=page.more, marks=marks))
    else:
        terminal.say(render.nothing_found())


@app.command("show", epilog=example("show 3", "show last --json"))
def show(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="ID", help="An id, a uid or `last`.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show one claim whole: source, verdicts, evidence, moves and history."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        whole = tracker.show(db, one_reference(claim))
        today = db.today
    if as_json:
        terminal.emit(render.one(whole.claim))
        return
    terminal.emit(
        render.claim_whole(
            whole.claim, terminal.screen, today=today, verdicts=whole.verdicts, chain=whole.chain,
            entries=whole.history,
        )
    )  # fmt: skip  # as short as the call
