"""`due`: what there is to judge."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import AsOf, OnlyIds, example, filters, typed
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.errors import NeedsAttentionError
from claimtrack.model import Filters

if TYPE_CHECKING:
    from claimtrack.render import Group
    from claimtrack.tracker import Agenda, Page

app = typer.Typer()
WITHIN = "30d"


@app.command("due", epilog=example("due --within 2w", "due --exit-code --speaker putin"))
@takes(filters, "which")
def due(
    ctx: typer.Context,
    *,
    within: Annotated[
        str, typer.Option(metavar="TIME", help="How far ahead to look: 30d, 2w, 3m or a day.")
    ] = WITHIN,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 3 where something is overdue, and print only then.")
    ] = False,
    which: Filters,
    as_of: AsOf = None,
    ids: OnlyIds = False,
) -> None:
    """Show what to judge: fell due lately, comes due, overdue for longer, verdicts without evidence."""
    terminal = terminal_of(ctx)
    fits = terminal.read_by_a_person and which.limit is None and not ids
    asked = _Asked(terminal, which, within, as_of)
    with terminal.database(as_of) as db:
        agenda = tracker.due(
            db, which._replace(limit=terminal.screen.height) if fits else which, within=within
        )
        today = db.today
    if exit_code and not agenda.overdue:
        return
    if ids:
        terminal.result([claim.id for claim in agenda.to_judge], (str(claim.id) for claim in agenda.to_judge))
    else:
        found = bool(agenda.to_judge or agenda.without_evidence.claims)
        step = asked.step(agenda) if fits and found else ""
        nothing = f"Nothing is overdue or due by {agenda.until}, and every verdict has evidence."
        lines = render.agenda(asked.groups(agenda), terminal.screen, today=today, step=step)
        terminal.result(agenda.to_judge, lines, none="" if found else nothing)
    if exit_code:
        raise typer.Exit(NeedsAttentionError.status)


class _Asked(NamedTuple):
    """What was typed, of which the commands are made that lead on from here."""

    terminal: Terminal
    which: Filters
    within: str
    as_of: str | None

    def groups(self, agenda: Agenda) -> list[Group]:
        """The groups of the agenda, what matters first."""
        unproven = self.which._replace(status=("resolved",), evidence=("none",), limit=None)

        def group(title: str, page: Page, command: str = "", *, first: bool = False) -> Group:
            whole = f"due {typed(self.which._replace(limit=page.total))}"
            whole += "" if self.within == WITHIN else f" --within {quote(self.within)}"
            return render.Group(title, page.claims, page.total, self._command(command or whole), first)

        older = self.which._replace(overdue=True, sort="due", reverse=False, limit=agenda.older.total)
        return [
            group(f"Fell due since {agenda.since}", agenda.lately, first=True),
            group(f"Due by {agenda.until}", agenda.soon, first=True),
            group(f"To look at again by {agenda.until}", agenda.reminded, first=True),
            group("Overdue for longer", agenda.older, f"list {typed(older)}"),
            group("Resolved without evidence", agenda.without_evidence, f"list {typed(unproven)}"),
        ]

    def step(self, agenda: Agenda) -> str:
        """The next thing to do: the newest overdue claim is judged, or what comes is looked at, or proven."""
        if agenda.overdue:
            verb, claim = ("show" if self.as_of else "resolve"), agenda.overdue[0]
        elif agenda.to_judge:
            verb, claim = "show", agenda.to_judge[0]
        else:
            verb, claim = "evidence", agenda.without_evidence.claims[0]
        return f"next: {self._command(f'{verb} {claim.id}', as_of=verb == 'show')}"

    def _command(self, words: str, *, as_of: bool = True) -> str:
        named = f" --db {quote(self.terminal.named)}" if self.terminal.named else ""
        day = f" --as-of {quote(self.as_of)}" if self.as_of and as_of else ""
        return f"claimtrack{named} {words}{day}"
