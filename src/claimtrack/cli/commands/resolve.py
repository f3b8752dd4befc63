"""Judging: `resolve`, `unresolve` and `evidence`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import IDS_HELP, Ids, example, from_input, only_references, references_and_rest
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.model import Claim
from claimtrack.store.database import Database

app = typer.Typer()

Links = Annotated[
    list[str] | None, typer.Option("-e", "--evidence", metavar="URL", help="A link for it; may repeat.")
]
Reason = Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")]


def _print(terminal: Terminal, claims: Sequence[Claim], db: Database) -> None:
    terminal.result(claims, render.changed(claims, terminal.screen, today=db.today))


def judgement(
    *,
    rating: Annotated[str | None, typer.Option(metavar="WORDS", help="The house's own rating.")] = None,
    happened: Annotated[str | None, typer.Option(metavar="DATE", help="The day it came about.")] = None,
    judged: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the verdict; else today.")
    ] = None,
    reason: Reason = None,
    judge: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who judged; else $CLAIMTRACK_USER.")
    ] = None,
) -> dict[str, Any]:
    """What a verdict says besides its outcome and evidence."""
    return dict(locals())


@app.command(
    "resolve", epilog=example("resolve 3 missed --happened 2025-04-26", "resolve 3 5-7 did not happen")
)
@takes(judgement, "given")
def resolve(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="IDS [OUTCOME]", help=f"{IDS_HELP} Then the outcome.")
    ],
    *,
    given: dict[str, Any],
    evidence: Links = None,
    contrary: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="A link against it; may repeat.")
    ] = None,
    no_outcome: Annotated[
        bool, typer.Option("--no-outcome", help="Resolved, with no outcome; left out of scores.")
    ] = False,
    overrule: Annotated[
        bool, typer.Option("--overrule", help="Judge again what has a verdict; it no longer stands.")
    ] = False,
) -> None:
    """Record how claims turned out; the verdict is appended, and can be taken back."""
    terminal = terminal_of(ctx)
    with terminal.database() as db:
        ids, outcome = references_and_rest(words, terminal)
        outcomes = dict.fromkeys(ids, outcome.strip())
        if terminal.interactive and words[0] != "-":
            from claimtrack.cli.outcomes import ask_outcomes, leave_standing  # noqa: PLC0415  # only where one can be asked

            if not (outcome.strip() or no_outcome):
                outcomes = ask_outcomes(terminal, db, ids)
            elif not overrule:
                outcomes = leave_standing(terminal, db, outcomes, again=outcome.strip())
            overrule = True  # the person has seen what stands
        claims = () if not outcomes else tracker.resolve(
            db, outcomes, evidence=evidence or (), contrary=contrary or (), no_outcome=no_outcome,
            overrule=overrule, **from_input(terminal, given),
        )  # fmt: skip  # as short as the call
        _print(terminal, claims, db)


@app.command(
    "unresolve", epilog=example("unresolve 3", 'unresolve 5-7 --reason "the source corrected itself"')
)
def unresolve(ctx: typer.Context, ids: Ids, *, reason: Reason = None) -> None:
    """Take verdicts back; they stay in the history."""
    terminal = terminal_of(ctx)
    named = only_references(ids, terminal)
    with terminal.database() as db:
        _print(terminal, tracker.unresolve(db, named, **from_input(terminal, {"reason": reason})), db)


@app.command(
    "evidence",
    epilog=example("evidence 3 https://example.org/map", 'evidence 3 --quote "it fell" --contrary'),
)
def evidence(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="ID", help="An id, a uid or `last`.")],
    urls: Annotated[list[str] | None, typer.Argument(metavar="URL…", help="Links.")] = None,
    *,
    contrary: Annotated[bool, typer.Option("--contrary", help="It speaks against the verdict.")] = False,
    quote: Annotated[str | None, typer.Option(metavar="TEXT", help="A quotation.")] = None,
    archive_url: Annotated[
        str | None, typer.Option(metavar="URL", help="An archived copy of the link.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What it shows.")] = None,
) -> None:
    """Add evidence to the verdict that stands, or before there is one."""
    terminal = terminal_of(ctx)
    given = from_input(terminal, {"quote": quote, "archive_url": archive_url, "note": note})
    with terminal.database() as db:
        found = tracker.add_evidence(db, tracker.reference(claim), urls or (), contrary=contrary, **given)
        terminal.result(found, render.claims([found], terminal.screen, today=db.today))
