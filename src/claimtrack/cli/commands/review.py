"""`review`: accept or reject candidate claims, at the terminal or by number."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack import tracker
from claimtrack.cli.options import example
from claimtrack.cli.terminal import terminal_of
from claimtrack.cli.waiting import print_desk, print_waiting
from claimtrack.errors import UnreadableError
from claimtrack.model.proposal import BY_SCORE, NEW, ORDERS, RELATIONS, answer_named

if TYPE_CHECKING:
    from claimtrack.tracker import Desk

app = typer.Typer()


@app.command("review", epilog=example("review 2 --accept 1,3-5 --reject 2", "review 2 --accept 6 --as move"))
def review(
    ctx: typer.Context,
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="[SOURCE]",
            help="An id, address or title; else all on a terminal, and the one read last in a pipe.",
        ),
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
        typer.Option(
            "-s",
            "--speaker",
            metavar="NAME",
            help="Only what they said, or none; with --accept, whose claims these are.",
        ),
    ] = None,
    new_speaker: Annotated[
        bool, typer.Option("--new-speaker", help="The speakers accepted are new, however like others.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="|".join(ORDERS), help="In which order; of all articles in a pipe too."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Go through the less sure ones too.")] = False,
) -> None:
    """Accept, edit or reject candidate claims, one key each."""
    terminal = terminal_of(ctx)
    answered = accept or reject
    if by and answered:
        raise UnreadableError("--by is for looking at what waits; leave it out with --accept and --reject.")
    given = {"speaker": speaker, "new_speaker": new_speaker or None, **_known(accept, as_, claim)}
    with terminal.database() as db:
        if answered:
            from claimtrack.cli.review_numbers import answer_by_number  # noqa: PLC0415  # only where something is answered

            found = tracker.review(db, source)
            answer_by_number(terminal, db, found, accept=accept, reject=reject, given=given, every=every)
        elif terminal.interactive and terminal.read_by_a_person:
            from claimtrack.cli.review_screen import answer_each  # noqa: PLC0415  # only on a terminal

            desk = tracker.desk(db, source, by=by or BY_SCORE, speaker=speaker, every=every, about=False)
            answer_each(terminal, db, desk, again=_again(desk, source, by=by, speaker=speaker, every=every))
        elif by or speaker:
            desk = tracker.desk(db, source, by=by or BY_SCORE, speaker=speaker, every=every)
            print_desk(terminal, desk)
        else:
            print_waiting(terminal, tracker.review(db, source), every=every)


def _again(desk: Desk, source: str | None, *, by: str | None, speaker: str | None, every: bool) -> str:
    """The command that goes on with what is left on the desk."""
    where = source or (str(*desk.sources) if len(desk.sources) == 1 else None)
    options = [f"--{name} {quote(value)}" for name, value in (("by", by), ("speaker", speaker)) if value]
    return " ".join(["claimtrack review", *([quote(where)] if where else []), *options, *["--all"] * every])


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
