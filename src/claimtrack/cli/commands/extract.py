"""`extract`: candidate claims from articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.feeds import Feeds, from_feeds, read_feeds
from claimtrack.cli.model_options import asked_of, model_options, show_prompts
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import example, options_of
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.cli.waiting import print_waiting
from claimtrack.errors import UnreadableError
from claimtrack.model.record import SOURCE_FACTS
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model import Source
    from claimtrack.tracker import Extracted

app = typer.Typer()


@app.command(
    "extract",
    epilog=example(
        "extract articles/ https://example.org/1 --jobs 4", "extract --feed feeds.opml --exit-code"
    ),
)
@takes(options_of(SOURCE_FACTS), "facts")
@takes(from_feeds, "feeds")
@takes(model_options, "given")
def extract(
    ctx: typer.Context,
    article: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE…]",
            help="Files, folders, addresses, a file of addresses, or - for standard input.",
        ),
    ] = None,
    *,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")] = None,
    facts: dict[str, Any],
    feeds: Feeds,
    every: Annotated[bool, typer.Option("--all", help="Show the less sure ones too.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Read so many at a time.")] = 1,
    given: dict[str, Any],
) -> None:
    """Read articles and find candidate claims in them, to be reviewed."""
    terminal = terminal_of(ctx)
    asked = asked_of(terminal, given)
    if feeds.named:
        if article or jobs > 1:
            raise UnreadableError("With --feed no ARTICLE is named, and one page is read after the other.")
        _refuse_of_several({"title": title, **facts})
        if given["dry_run"]:
            raise UnreadableError("--dry-run is for articles that are named, not for --feed.")
        read_feeds(terminal, feeds, {**facts, **asked}, every=every)
        return
    articles = tracker.articles_of(article or feeds.none_named())
    if given["dry_run"]:
        show_prompts(terminal, articles, asked)
    elif len(articles) > 1:
        _many(terminal, articles, {"title": title, **facts, **asked}, every=every, jobs=jobs)
    else:
        _one(terminal, articles[0], {"title": title, **facts, **asked}, every=every)


def _one(terminal: Terminal, article: str, facts: dict[str, Any], *, every: bool) -> None:
    """Reads an article and lists the candidates that wait."""
    typed = terminal.read_bytes() if article == "-" else None
    with terminal.database() as db:
        found = tracker.extract(db, article, typed=typed, **facts)
    print_waiting(terminal, found, every=every)
    shown = found.shown(every=every)
    if shown:
        terminal.say(
            f"{len(shown)} wait; none counts as a claim until accepted: `claimtrack review {found.source.id}`"
        )
    if found.unanswered:
        raise typer.Exit(1)


ONE_ARTICLE = ("title", "url", "archive_url")  # what can't be so of several


def _many(
    terminal: Terminal, articles: Sequence[str], facts: dict[str, Any], *, every: bool, jobs: int
) -> None:
    """Reads several articles: a line for each that something waits in, what could not be read, and the sum."""
    if "-" in articles:
        raise UnreadableError("Standard input is one article; leave out -, or the others.")
    _refuse_of_several(facts)
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
    if done.failed or any(one.unanswered for one in done.found):
        raise typer.Exit(1)


def _refuse_of_several(facts: dict[str, Any]) -> None:
    if wrong := [name for name in ONE_ARTICLE if facts.get(name)]:
        raise UnreadableError(f"--{wrong[0].replace('_', '-')} is of one article; leave it out with several.")


def _sum(done: Extracted, waiting: Sequence[tuple[Source, int]]) -> str:
    """What came of several articles, and the next step."""
    failed = f"; {len(done.failed)} could not be read" if done.failed else ""
    read = f"read {counted(len(done.found), 'article')}{failed}"
    if not waiting:
        return f"{read}: no candidate claims wait"
    count = sum(count for _, count in waiting)
    return f"{read}: {count} candidates wait in {len(waiting)} of them; `claimtrack review` goes through them"
