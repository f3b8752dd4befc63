"""Recording: `add`, with one command or claim after claim."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claimtrack import render, tracker
from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import claim_fields, example, from_input
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.cli.whose import settled
from claimtrack.errors import ClaimtrackError, RefusedError, UnreadableError
from claimtrack.model import Claim
from claimtrack.store.database import Database

app = typer.Typer()


@app.command(
    "add",
    epilog=example(
        'add "Kursk retaken" -s Putin -k deadline -d "7 January" --via "an expert"',
        "add  (asks, claim after claim)",
    ),
)
@takes(claim_fields(besides="text"), "given")
def add(
    ctx: typer.Context,
    text: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help="The claim in your own words; - reads standard input."),
    ] = None,
    *,
    given: dict[str, Any],
    like: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Take what is not given, but no text or date due, from this claim."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Add it even where it is there already.")] = False,
) -> None:
    """Record a claim; alone on a terminal, one after another."""
    terminal = terminal_of(ctx)
    given = {**given, "like": tracker.reference(like) if like else None}
    if text is None and terminal.interactive:
        _enter_claims(terminal, from_input(terminal, given), force=force)
        return
    if text is None:
        raise UnreadableError("A claim needs a text; say in your own words what was claimed.")
    given = from_input(terminal, {**given, "text": text})
    if not (given["speaker"] or like) and terminal.interactive and text != "-":
        given["speaker"] = terminal.ask("Speaker:")
    with terminal.database() as db:
        claim = tracker.add(db, **settled(terminal, db, given), force=force)
        print_added(terminal, claim, db)


def print_added(terminal: Terminal, claim: Claim, db: Database) -> None:
    """Writes what was added: the record, a line for a person, or in a pipe the id alone."""
    if terminal.screen.terminal:
        terminal.result(claim, render.claims([claim], terminal.screen, today=db.today))
    else:
        terminal.result(claim, [str(claim.id)])


# What is asked for each claim, with the question; the first four are offered again for the next one.
_QUESTIONS = {
    "speaker": "Speaker", "source": "Source (title, address or id)", "said": "Said on", "via": "Relayed by",
    "due": "Due by", "quote": "Quotation",
}  # fmt: skip  # a table
_OFFERED_AGAIN = ("speaker", "source", "said", "via")


def _enter_claims(terminal: Terminal, given: dict[str, Any], *, force: bool) -> None:
    """Asks for claim after claim until a text is empty; what was given or went before is offered in brackets.

    A claim that is refused is asked for again with all its answers offered, so that nothing is typed twice.
    """
    terminal.say("Enter claims, one after another; an empty text ends, - empties what stands in brackets.")
    offered = at_first = {name: given[name] or "" for name in _QUESTIONS}
    text = ""
    while text := _answer(terminal, "Claim", text):
        with terminal.database() as db:
            wanted, heard = _asked(terminal, db, {**given, "text": text}, offered)
            answers = {name: wanted[name] or "" for name in _QUESTIONS}
            db.tell = lambda note, heard=heard: None if note in heard else terminal.say(note)  # type: ignore[misc]  # bound now
            try:
                print_added(terminal, tracker.add(db, **wanted, force=force), db)
            except ClaimtrackError as error:
                terminal.say(f"not added: {error}")
                offered = answers
            else:
                offered = at_first | {name: answers[name] for name in _OFFERED_AGAIN}
                text = ""


def _asked(
    terminal: Terminal, db: Database, given: dict[str, Any], offered: dict[str, str]
) -> tuple[dict[str, Any], set[str]]:
    """What is given of a claim with the answer to each question, and what was told on the way.

    Every answer is read when it is typed; the question comes again after one that can't be.
    """
    wanted = given | dict.fromkeys(_QUESTIONS)
    heard: set[str] = set()
    for name, question in _QUESTIONS.items():
        while True:
            answered = wanted | {name: _answer(terminal, f"  {question}", offered[name]) or None}
            try:
                if name == "speaker":
                    answered = settled(terminal, db, answered)
                _, notes = tracker.check(db, **answered)
            except (RefusedError, UnreadableError) as error:
                terminal.say(f"  {error}")
                continue
            told = [note for note in notes if note.startswith(f"{name}:") and note not in heard]
            for note in told:
                terminal.say(f"  {note}")
            heard.update(told)
            wanted = answered
            break
    return wanted, heard


def _answer(terminal: Terminal, question: str, offered: str) -> str:
    answer = terminal.ask(f"{question}{f' [{offered}]' if offered else ''}:")
    return "" if answer == "-" else answer or offered
