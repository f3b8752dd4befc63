"""`review`: accept or reject candidate claims, at the terminal or by number."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claimtrack import tracker
from claimtrack.cli.options import example
from claimtrack.cli.terminal import terminal_of
from claimtrack.cli.waiting import print_waiting
from claimtrack.errors import UnreadableError
from claimtrack.model.proposal import NEW, RELATIONS, answer_named

app = typer.Typer()


@app.command("review", epilog=example("review 2 --accept 1,3-5 --reject 2", "review 2 --accept 6 --as move"))
def review(
    ctx: typer.Context,
    source: Annotated[
        str | None,
        typer.Argument(metavar="[SOURCE]", help="An id, address or title; else the one read last."),
    ] = None,
    *,
    accept: Annotated[
        str | None, typer.Option(metavar="NUMBERS", help="Accept these, such as 1,3-5, or all.")
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="|".join((*RELATIONS, NEW)),
            help="What the accepted are of a claim that is recorded, or new.",
        ),
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option("--claim", metavar="ID", help="Which claim; else the one that they may be about."),
    ] = None,
    reject: Annotated[str | None, typer.Option(metavar="NUMBERS", help="Reject these, or all.")] = None,
    speaker: Annotated[
        str | None,
        typer.Option("-s", "--speaker", metavar="NAME", help="Whose claims the accepted ones are."),
    ] = None,
    new_speaker: Annotated[
        bool, typer.Option("--new-speaker", help="The speakers accepted are new, however like others.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Go through the less sure ones too.")] = False,
) -> None:
    """Accept, edit or reject the candidate claims of an article, one key each."""
    terminal = terminal_of(ctx)
    given = {"speaker": speaker, "new_speaker": new_speaker or None, **_known(accept, as_, claim)}
    with terminal.database() as db:
        found = tracker.review(db, source)
        if accept or reject:
            from claimtrack.cli.review_numbers import answer_by_number  # noqa: PLC0415  # only where something is answered

            answer_by_number(terminal, db, found, accept=accept, reject=reject, given=given, every=every)
        elif terminal.interactive and terminal.read_by_a_person:
            from claimtrack.cli.review_screen import answer_each  # noqa: PLC0415  # only on a terminal

            answer_each(terminal, db, found, every=every)
        else:
            print_waiting(terminal, found, every=every)


def _known(accept: str | None, as_: str | None, claim: str | None) -> dict[str, Any]:
    """What the accepted ones are said to be, and of which claim.

    Raises:
        UnreadableError: where that can't be read, or there is nothing to say it of.
    """
    if as_ and not accept:
        raise UnreadableError("--as says what accepted candidates are; name them with --accept.")
    if claim and as_ in (None, NEW):
        raise UnreadableError(f"Say what it is of claim {claim}, with --as {'|'.join(RELATIONS)}.")
    return {"as_": as_ and answer_named(as_), "claim": claim and tracker.reference(claim)}
