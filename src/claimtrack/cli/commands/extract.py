"""`extract`: candidate claims from articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import example, options_of
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.errors import UnreadableError
from claimtrack.model.record import SOURCE_FACTS
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model import Source
    from claimtrack.model.proposal import Proposal
    from claimtrack.tracker import Extracted, Reviewed

app = typer.Typer()


@app.command(
    "extract", epilog=example("extract article.html", "extract articles/ https://example.org/1 --jobs 4")
)
@takes(options_of(SOURCE_FACTS), "facts")
def extract(
    ctx: typer.Context,
    article: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE…",
            help="Files, folders, addresses, a file of addresses, or - for standard input.",
        ),
    ],
    *,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")] = None,
    facts: dict[str, Any],
    every: Annotated[bool, typer.Option("--all", help="Show the less sure ones too.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Read so many at a time.")] = 1,
) -> None:
    """Read articles and find candidate claims in them, to be reviewed."""
    terminal = terminal_of(ctx)
    articles = tracker.articles_of(article)
    if len(articles) > 1:
        _many(terminal, articles, {"title": title, **facts}, every=every, jobs=jobs)
        return
    (only,) = articles
    typed = terminal.read_bytes() if only == "-" else None
    with terminal.database() as db:
        found = tracker.extract(db, only, typed=typed, title=title, **facts)
    print_waiting(terminal, found, every=every)
    shown = found.shown(every=every)
    if shown:
        terminal.say(
            f"{len(shown)} wait; none counts as a claim until accepted: `claimtrack review {found.source.id}`"
        )


ONE_ARTICLE = ("title", "url", "archive_url")  # what can't be so of several


def _many(
    terminal: Terminal, articles: Sequence[str], facts: dict[str, Any], *, every: bool, jobs: int
) -> None:
    """Reads several articles: a line for each that something waits in, what could not be read, and the sum."""
    if "-" in articles:
        raise UnreadableError("Standard input is one article; leave out -, or the others.")
    if wrong := [name for name in ONE_ARTICLE if facts.get(name)]:
        raise UnreadableError(f"--{wrong[0].replace('_', '-')} is of one article; leave it out with several.")
    facts.pop("title")
    with terminal.database() as db:
        done = tracker.extract_all(
            db,
            articles,
            jobs=jobs,
            progress=lambda count: terminal.draw(render.bar(count, len(articles))),
            **facts,
        )
    terminal.draw("")
    shown = [(one, one.shown(every=every)) for one in done.found]
    waiting = [(one.source, len(some)) for one, some in shown if some]
    terminal.result(
        [proposal for _, some in shown for proposal in some], render.waiting(waiting, terminal.screen)
    )
    for where, why in done.failed:
        terminal.say(why if where in why else f"{where}: {why}")
    terminal.say(_sum(done, waiting))
    if done.failed:
        raise typer.Exit(1)


def _sum(done: Extracted, waiting: Sequence[tuple[Source, int]]) -> str:
    """What came of several articles, and the next step."""
    failed = f"; {len(done.failed)} could not be read" if done.failed else ""
    read = f"read {counted(len(done.found), 'article')}{failed}"
    if not waiting:
        return f"{read}: no candidate claims wait"
    first, _ = waiting[0]
    return (
        f"{read}: {sum(count for _, count in waiting)} candidates wait in {len(waiting)} of them;"
        f" `claimtrack review {first.id}` begins with the first"
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
