"""`list` and `search`, and the overview that `claimtrack` alone shows."""

from typing import Annotated

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import ON_A_TERMINAL, AsOf, Fields, OnlyIds, example, field_names, filters
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.errors import UnreadableError
from claimtrack.model import Filters

app = typer.Typer()


def overview(terminal: Terminal) -> None:
    """Shows how the whole file stands."""
    with terminal.database() as db:
        seen = tracker.overview(db)
        path = db.path.resolve()
    terminal.result(
        {"file": str(path), **seen._asdict()},
        render.overview(
            terminal.at_home(str(path)), terminal.screen, today=db.today, count=seen.claims, unresolved=seen.unresolved,
            overdue=seen.overdue, fell_due=seen.fell_due, due=seen.next_due, added=seen.last_added,
        ),
    )  # fmt: skip  # as short as the call


@app.command(
    "list", epilog=example("list --speaker putin --overdue", "list --tag budget --due 2025-Q1 --json")
)
@takes(filters, "which")
def list_(
    ctx: typer.Context, *, which: Filters, as_of: AsOf = None, ids: OnlyIds = False, fields: Fields = None
) -> None:
    """List claims, newest said first."""
    _list(terminal_of(ctx), which, as_of=as_of, ids=ids, fields=fields)


@app.command("search", epilog=example("search kursk", 'search "security guarantees" --speaker blinken'))
@takes(filters, "which")
def search(
    ctx: typer.Context,
    *,
    words: Annotated[
        list[str], typer.Argument(help='Words, "a phrase", or the beginn* of one.', metavar="WORDS")
    ],
    which: Filters,
    ids: OnlyIds = False,
    fields: Fields = None,
) -> None:
    """Find claims by their words, best match first."""
    wanted = which._replace(search=" ".join(filter(None, [*words, which.search])), sort=which.sort or "match")
    _list(terminal_of(ctx), wanted, ids=ids, fields=fields)


def _list(
    terminal: Terminal, which: Filters, *, as_of: str | None = None, ids: bool, fields: str | None
) -> None:
    names = field_names(fields)
    if names and ids:
        raise UnreadableError("--ids prints ids and no other fields; leave out --ids or --fields.")
    screen = terminal.screen
    if which.limit is None and terminal.read_by_a_person and not ids:
        which = which._replace(limit=ON_A_TERMINAL)
    with terminal.database(as_of) as db:
        page = tracker.list_claims(db, which, count=terminal.read_by_a_person)
        chained = tracker.chains_of(db, page.claims) if which.slipped else ()
        words = page.searched if screen.terminal else None
        marks = tracker.found_words(db, words, page.claims) if words else ()
        today = db.today
    if ids:
        terminal.result([claim.id for claim in page.claims], (str(claim.id) for claim in page.claims))
    elif names and page.claims:
        picked = render.picked(page.claims, names) if terminal.as_json else ()
        terminal.result(picked, render.fields(page.claims, names, screen, more=page.more))
    elif which.slipped and chained:
        terminal.result(page.claims, render.slipped(chained, screen, today=today, more=page.more))
    else:
        lines = render.claims(page.claims, screen, today=today, more=page.more, marks=marks)
        terminal.result(page.claims, lines, none=render.nothing_found())
