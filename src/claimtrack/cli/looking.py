"""Looking: the overview, `list`, `search`, `show` and `due`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import AsJson, AsOf, example, filters, takes
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.errors import NeedsAttentionError
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
def list_(
    ctx: typer.Context, *, which: Filters, as_of: AsOf = None, ids: Ids = False, as_json: AsJson = False
) -> None:
    """List claims, newest said first."""
    _list(terminal_of(ctx), which, as_of=as_of, ids=ids, as_json=as_json)


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


def _list(terminal: Terminal, which: Filters, *, as_of: str | None = None, ids: bool, as_json: bool) -> None:
    screen = terminal.screen
    if which.limit is None and screen.terminal and not (ids or as_json):
        which = replace(which, limit=_ON_A_TERMINAL)
    with terminal.database(as_of) as db:
        page = tracker.list_claims(db, which)
        chained = tracker.chains_of(db, page.claims) if which.slipped else ()
        today = db.today
    if ids:
        terminal.emit(str(claim.id) for claim in page.claims)
    elif as_json:
        terminal.emit(render.many(page.claims))
    elif which.slipped and chained:
        terminal.emit(render.slipped(chained, screen, today=today, more=page.more))
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
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Show one claim whole: source, verdicts, evidence, moves and history."""
    terminal = terminal_of(ctx)
    with terminal.database(as_of) as db:
        whole = tracker.show(db, tracker.reference(claim))
        today = db.today
    if as_json:
        terminal.emit(render.one(whole.claim))
        return
    terminal.emit(
        render.claim_whole(
            whole.claim, terminal.screen, today=today, verdicts=whole.verdicts, chain=whole.chain,
            entries=whole.history, sentence=whole.passage and whole.passage.text,
            quoted=whole.passage.parts if whole.passage else (),
        )
    )  # fmt: skip  # as short as the call


@app.command("due", epilog=example("due --within 2w", "due --exit-code --speaker putin"))
@takes(filters, "which")
def due(
    ctx: typer.Context,
    *,
    within: Annotated[
        str, typer.Option(metavar="TIME", help="How far ahead to look: 30d, 2w, 3m or a day.")
    ] = "30d",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 3 where something is overdue, and print only then.")
    ] = False,
    which: Filters,
    as_of: AsOf = None,
    ids: Ids = False,
    as_json: AsJson = False,
) -> None:
    """Show what to judge: overdue, then due soon, then verdicts without evidence."""
    terminal = terminal_of(ctx)
    if which.limit is None and terminal.screen.terminal and not (ids or as_json):
        which = replace(which, limit=_ON_A_TERMINAL)
    with terminal.database(as_of) as db:
        agenda = tracker.due(db, which, within=within)
        today = db.today
    if exit_code and not agenda.overdue.claims:
        return
    to_judge = [*agenda.overdue.claims, *agenda.soon.claims]
    if ids:
        terminal.emit(str(claim.id) for claim in to_judge)
    elif as_json:
        terminal.emit(render.many(to_judge))
    else:
        groups = {
            "Overdue": agenda.overdue,
            f"Due by {agenda.until}": agenda.soon,
            "Resolved without evidence": agenda.without_evidence,
        }
        shown = [(title, page.claims, page.more) for title, page in groups.items()]
        terminal.emit(render.agenda(shown, terminal.screen, today=today))
        if not any(page.claims for page in groups.values()):
            terminal.say(f"Nothing is overdue or due by {agenda.until}, and every verdict has evidence.")
    if exit_code:
        raise typer.Exit(NeedsAttentionError.status)
