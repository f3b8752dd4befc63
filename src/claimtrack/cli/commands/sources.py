"""Sources: the list, and `add`, `show`, `edit`, `merge`, `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import Limit, example, options_of
from claimtrack.cli.terminal import terminal_of
from claimtrack.errors import NeedsAttentionError, UnreadableError
from claimtrack.model.record import SOURCE_FACTS
from claimtrack.model.text import is_address

app = typer.Typer()
sources = typer.Typer()
Named = Annotated[str, typer.Argument(metavar="SOURCE", help="An id, an address or a title.")]


@sources.callback(invoke_without_command=True, epilog=example("sources", "sources show 1"))
def list_sources(ctx: typer.Context, *, limit: Limit = None) -> None:
    """List sources, or add one, show it and put its facts right."""
    if ctx.invoked_subcommand is not None:
        return
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.list_sources(db)[:limit]
    none = "No sources yet; give one with a claim (-S) or `claimtrack sources add TITLE`."
    terminal.result(found, render.sources(found, terminal.screen, fit=limit is None), none=none)


@sources.command(
    "add",
    epilog=example(
        'sources add "The Kursk card" --published 2025-02-05',
        "sources add article.html --published 2025-02-05",
    ),
)
@takes(options_of(SOURCE_FACTS), "facts")
def add(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL|TITLE", help="What to read and keep, - for standard input; or a title."
        ),
    ],
    *,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Its title, where the page says none.")
    ] = None,
    by_hand: Annotated[
        bool, typer.Option("--by-hand", help="Read nothing, even where it is an address.")
    ] = False,
    facts: dict[str, Any],
) -> None:
    """Read an article and keep its text as a source, or record a source by hand."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        if by_hand or not (source == "-" or is_address(source) or Path(source).is_file()):
            added = tracker.add_source(db, title or source, **facts)
        else:
            typed = terminal.read_bytes() if source == "-" else None
            added = tracker.add_article(db, source, typed=typed, title=title, **facts)
    lines = render.sources([added], terminal.screen) if terminal.screen.terminal else [str(added.id)]
    terminal.result(added, lines)


@sources.command("show", epilog=example("sources show 1", "sources show https://example.org/1"))
def show(ctx: typer.Context, source: Named) -> None:
    """Show a source with all claims reported in it."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found, page = tracker.show_source(db, source)
        saved = tracker.saved_text(db, found.id)
        waiting = len(tracker.review(db, found.id).waiting) if saved else 0
        today = db.today
    kept = saved and {
        "characters": len(saved.text), "read_at": saved.read_at, "read_from": saved.read_from,
        "sha256": saved.sha256, "waiting": waiting,
    }  # fmt: skip  # a list of names
    lines = map(
        terminal.at_home,
        render.source_whole(found, page.claims, terminal.screen, today=today, more=page.more, saved=kept),
    )
    terminal.result({"source": found, "text": kept, "claims": page.claims}, lines)


@sources.command(
    "edit", epilog=example("sources edit 1 --published 2025-02-05", 'sources edit 1 --title "Kursk"')
)
@takes(options_of(SOURCE_FACTS), "facts")
def edit(
    ctx: typer.Context,
    source: Named,
    *,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")] = None,
    facts: dict[str, Any],
) -> None:
    """Correct the facts of a source, for all its claims."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.edit_source(db, source, title=title, **facts)
    terminal.result(found, render.sources([found], terminal.screen))


@sources.command("merge", epilog=example("sources merge 4 1", "sources merge https://m.example.org/1 1"))
def merge(
    ctx: typer.Context,
    source: Named,
    into: Annotated[
        str, typer.Argument(metavar="INTO", help="The source that stays, with the claims and texts of both.")
    ],
) -> None:
    """Join two sources that are one; `undo` parts them again."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        kept = tracker.merge_sources(db, source, into)
    terminal.result(kept, render.sources([kept], terminal.screen))


@sources.command("verify", epilog=example("sources verify 1", "sources verify --all"))
def verify(
    ctx: typer.Context,
    source: Annotated[
        str | None, typer.Argument(metavar="[SOURCE]", help="An id, an address or a title.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Every source that was read from somewhere.")] = False,
) -> None:
    """Read sources again, and say of each quotation whether it still stands there."""
    if (source is None) is not every:
        raise UnreadableError("Name one source, or --all.")
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.verify(db, source)
    told = [(one.fate, one.source, one.claim, one.quote or one.why) for one in found]
    terminal.result(found, render.verifications(told, terminal.screen))
    changed = sum(one.needs_a_person for one in found)
    if changed:
        raise NeedsAttentionError(
            f"{changed} of {len(found)} are not as they were read; nothing was changed here."
        )
    terminal.say(
        f"{len(found)} still there as read" if found else "No source has a text that was read from anywhere."
    )


app.add_typer(sources, name="sources")
