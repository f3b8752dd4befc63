"""Sources: the list, and `add`, `show`, `edit`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import example, takes
from claimtrack.cli.terminal import terminal_of

app = typer.Typer()
sources = typer.Typer()
Named = Annotated[str, typer.Argument(metavar="SOURCE", help="An id, an address or a title.")]


def source_facts(
    *,
    publisher: Annotated[str | None, typer.Option(metavar="TEXT", help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Its address.")] = None,
    archive_url: Annotated[str | None, typer.Option(metavar="URL", help="An archived copy.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published.")] = None,
) -> dict[str, Any]:
    """Facts of a source, as `tracker.SourceFacts` has them."""
    return dict(locals())


@sources.callback(invoke_without_command=True, epilog=example("sources", "sources show 1"))
def list_sources(ctx: typer.Context) -> None:
    """List sources, or add one, show it and put its facts right."""
    if ctx.invoked_subcommand is not None:
        return
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found = tracker.list_sources(db)
    terminal.emit(render.sources(found, terminal.screen))
    if not found:
        terminal.say("No sources yet; give one with a claim (-S) or `claimtrack sources add TITLE`.")


@sources.command(
    "add",
    epilog=example(
        'sources add "The Kursk card" --published 2025-02-05', "sources add https://example.org/1"
    ),
)
@takes(source_facts, "facts")
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE|URL", help="Its title, or its address.")],
    *,
    facts: dict[str, Any],
) -> None:
    """Record a source by hand."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        source = tracker.add_source(db, title, **facts)
    terminal.emit(render.sources([source], terminal.screen) if terminal.screen.terminal else [str(source.id)])


@sources.command("show", epilog=example("sources show 1", "sources show https://example.org/1"))
def show(ctx: typer.Context, source: Named) -> None:
    """Show a source with all claims reported in it."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        found, page = tracker.show_source(db, source)
        today = db.today
    terminal.emit(render.source_whole(found, page.claims, terminal.screen, today=today, more=page.more))


@sources.command(
    "edit", epilog=example("sources edit 1 --published 2025-02-05", 'sources edit 1 --title "Kursk"')
)
@takes(source_facts, "facts")
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
    terminal.emit(render.sources([found], terminal.screen))


app.add_typer(sources, name="sources")
