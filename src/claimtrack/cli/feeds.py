"""`extract --feed`: its options, and what is said of the articles that feeds listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from claimtrack import render, tracker
from claimtrack.cli.options import FEEDS
from claimtrack.cli.waiting import known_about
from claimtrack.errors import NeedsAttentionError, RefusedError, UnreadableError
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from typing import NoReturn

    from claimtrack.cli.terminal import Terminal
    from claimtrack.model.proposal import Proposal
    from claimtrack.tracker import FeedsRead

LIMIT = 100  # articles, so that the first morning with a long feed ends before the second
PAUSE = 1.0  # seconds


class Feeds(NamedTuple):
    """The feeds that are named, how they are read, and whether the exit status says that something waits."""

    named: list[str]
    limit: int
    pause: float
    exit_code: bool

    def none_named(self) -> NoReturn:
        """Says that there is nothing to read."""
        raise UnreadableError("Name an ARTICLE to read, or a feed that lists them with --feed.")


def _option(help: str, name: str, **shape: Any) -> Any:  # noqa: A002  # typer's word
    return typer.Option(name, help=help, rich_help_panel=FEEDS, **shape)


def from_feeds(
    *,
    feed: Annotated[
        list[str] | None,
        _option(
            "Read what RSS or Atom lists there; or a file of feeds, OPML too.",
            "--feed",
            metavar="URL",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int, _option("At most so many articles.", "--limit", metavar="N", min=1, show_default=True)
    ] = LIMIT,
    pause: Annotated[
        float,
        _option("Seconds between two requests to a host.", "--pause", metavar="N", min=0, show_default=True),
    ] = PAUSE,
    exit_code: Annotated[
        bool, _option("Exit 3 where candidates wait, and print them only then.", "--exit-code")
    ] = False,
) -> Feeds:
    """The feeds to read.

    Raises:
        UnreadableError: where none is named, and the exit status is to say what came of them.
    """
    if exit_code and not feed:
        raise UnreadableError("--exit-code is for feeds; name one with --feed.")
    return Feeds(feed or [], limit, pause, exit_code)


def read_feeds(terminal: Terminal, feeds: Feeds, facts: dict[str, Any], *, every: bool) -> None:
    """Reads what the feeds list and tells what came of it, in the exit status too."""
    from claimtrack.articles.getting import Visits  # noqa: PLC0415  # --help reads nothing

    addresses = tracker.feeds_of(feeds.named)
    notes: list[str] = []
    with terminal.database() as db:
        if feeds.exit_code:
            db.tell = notes.append  # said only where something waits
        read = tracker.extract_feeds(
            db,
            addresses,
            limit=feeds.limit,
            visits=Visits(pause=feeds.pause),
            progress=lambda done, total: terminal.draw(render.bar(done, total)),
            **facts,
        )
        waits = feeds.exit_code and tracker.anything_waits(db, every=every)
    terminal.draw("")
    if waits or not feeds.exit_code:
        for note in notes:
            terminal.say(note)
        _print(terminal, read, addresses, every=every)
    _tell_failed(terminal, read)
    if waits:
        raise typer.Exit(NeedsAttentionError.status)
    if read.failed or any(one.unanswered for one in read.found):
        raise typer.Exit(RefusedError.status)


def _print(terminal: Terminal, read: FeedsRead, addresses: list[str], *, every: bool) -> None:
    shown = [(one.source, one.shown(every=every)) for one in read.found]
    waiting = [(source, some) for source, some in shown if some]
    found = [one for _, some in waiting for one in some]
    terminal.result(found, render.waiting([(source, len(some)) for source, some in waiting], terminal.screen))
    terminal.say(_sum(read, found, len(addresses)))
    if known := known_about(found):
        terminal.say(known)
    if waiting:
        terminal.say("`claimtrack review` goes through what waits")


def _sum(read: FeedsRead, found: list[Proposal], feeds: int) -> str:
    """What came of it: articles, new candidates, and what is left for the next time."""
    new = sum(one.uid in read.new for one in found)
    wait = "waits" if read.left == 1 else "wait"
    left = f"; {counted(read.left, 'more article')} {wait} for the next time" if read.left else ""
    read_of = f"read {counted(len(read.found), 'article')} of {counted(feeds, 'feed')}"
    return f"{read_of}: {counted(new, 'new candidate')}{left}"


def _tell_failed(terminal: Terminal, read: FeedsRead) -> None:
    """Says of each feed and page that failed why, and whether it is tried again."""
    for where, why, tries_left in read.failed:
        again = {None: "", 0: "; it is given up"}.get(tries_left, "; it is tried again the next time")
        terminal.say(f"{why if where in why else f'{where}: {why}'}".rstrip(".") + again)
