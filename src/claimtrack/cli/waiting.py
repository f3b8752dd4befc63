"""What is said of candidates that wait, by whatever command has found or lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from claimtrack import render, tracker
from claimtrack.errors import RefusedError
from claimtrack.model.proposal import plain
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimtrack.cli.terminal import Terminal
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Desk, Reviewed


def print_waiting(terminal: Terminal, found: Reviewed, *, every: bool) -> None:
    """Writes the candidates that wait, or says that none does; and how many less sure ones there are."""
    shown = found.shown(every=every)
    none = f"No candidate claims wait in source {found.source.id}, {found.source.label}."
    terminal.result(shown, render.proposals(shown, terminal.screen), none=none)
    if known := known_about(shown):
        terminal.say(known)
    tell_more(terminal, found, every=every)


def take_candidates(terminal: Terminal, db: Database, path: Path, *, dry_run: bool) -> None:
    """Takes in candidates that were found elsewhere, and says in which articles they wait and what was refused."""
    done = tracker.import_candidates(db, path, dry_run=dry_run)
    waiting = [
        {"source": source.id, "title": source.label, "waiting": count} for source, count in done.waiting
    ]
    terminal.result(waiting, render.waiting(done.waiting, terminal.screen))
    for where, why in done.failed:
        terminal.say(f"{where}: {why}")
    count = sum(count for _, count in done.waiting)
    how = "nothing was written" if dry_run else "`claimtrack review` goes through them"
    articles = counted(done.articles, "article")
    terminal.say(
        f"took in {articles}: {counted(count, 'candidate')} wait in {len(done.waiting)} of them; {how}"
    )
    if done.failed:
        raise typer.Exit(RefusedError.status)


def print_desk(terminal: Terminal, desk: Desk) -> None:
    """Writes the candidates of many articles, each with the id of its source, or says that none waits."""
    lines = render.proposals(desk.order, terminal.screen, sources=True)
    records = [{"source": one.source, **plain(one)} for one in desk.order]
    terminal.result(records, lines, none=none_on(desk))
    if known := known_about(desk.order):
        terminal.say(known)


def none_on(desk: Desk) -> str:
    """That nothing is on the desk, and what was left out."""
    less = (
        f"; {counted(desk.less_sure, 'less sure one')}: `claimtrack review --all`" if desk.less_sure else ""
    )
    return f"No candidate claims wait{less}."


def known_about(shown: Sequence[Proposal]) -> str:
    """How many candidates may be about claims that are recorded, and which; empty where none is."""
    known = sorted({about.claim for one in shown for about in one.about})
    related = sum(bool(one.about) for one in shown)
    return f"{related} may be about claims you have: {', '.join(map(str, known))}" if known else ""


def tell_more(terminal: Terminal, found: Reviewed, *, every: bool) -> None:
    """Says how many less sure candidates were not shown, if any."""
    if not every and (more := len(found.waiting) - len(found.likely)):
        are = "is" if more == 1 else "are"
        terminal.say(f"{more} more {are} less sure: `claimtrack review {found.source.id} --all`")
