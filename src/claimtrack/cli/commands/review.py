"""`review`: accept or reject candidate claims, at the terminal or by number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from claimtrack import render, tracker
from claimtrack.cli.commands.extract import print_waiting
from claimtrack.cli.options import example
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.cli.whose import settled
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Claim

if TYPE_CHECKING:
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Reviewed

app = typer.Typer()
Answer = TypeVar("Answer")
ALL = "all"  # in the place of numbers: every candidate that is shown


@app.command("review", epilog=example("review", "review 2 --accept 1,3-5 --reject 2"))
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
    with terminal.database() as db:
        found = tracker.review(db, source)
        if accept or reject:
            given = {"speaker": speaker, "new_speaker": new_speaker or None}
            _answer(terminal, db, found, accept=accept, reject=reject, given=given, every=every)
        elif terminal.interactive and terminal.read_by_a_person:
            from claimtrack.cli.review_screen import answer_each  # noqa: PLC0415  # only on a terminal

            answer_each(terminal, db, found, every=every)
        else:
            print_waiting(terminal, found, every=every)


def _answer(
    terminal: Terminal, db: Database, found: Reviewed, *, accept: str | None, reject: str | None,
    given: dict[str, Any], every: bool,
) -> None:  # fmt: skip  # as short as the call
    """Accepts and rejects by number; what is refused is said, and the others are answered all the same.

    Of all that wait, those whose speaker may be somebody who is there already go on waiting: a person says who.
    """
    shown = found.shown(every=every)
    accepted, rejected = _numbers(accept, shown), _numbers(reject, shown)
    if both := sorted(set(accepted) & set(rejected)):
        raise UnreadableError(f"Candidate {both[0]} can't be both accepted and rejected.")
    every_one = (accept or "").strip() == ALL and not any(given.values())
    claims, unclear = [], []
    for number in accepted:
        whose = _whose(found, number, given)
        if every_one and _unclear(db, whose):
            unclear.append(f"{number} ({whose['speaker']})")
        elif claim := _done(terminal, number, partial(_accept, terminal, whose=whose), db, found.source.id):
            claims.append(claim)
    terminal.result(claims, render.changed(claims, terminal.screen, today=db.today))
    gone = [number for number in rejected if _done(terminal, number, tracker.reject, db, found.source.id)]
    left = len(tracker.review(db, found.source.id).shown(every=every))
    terminal.say(f"accepted {len(claims)}, rejected {len(gone)}, {left} left")
    if unclear:
        terminal.say(
            f"{len(unclear)} wait, since their speaker may be somebody who is there: {', '.join(unclear)};"
            f" say who with `claimtrack review {found.source.id} --accept NUMBER -s NAME`, or --new-speaker"
        )
    if failed := len(accepted) + len(rejected) - len(claims) - len(gone) - len(unclear):
        raise RefusedError(f"{failed} could not be answered, as said above.")


def _whose(found: Reviewed, number: int, given: dict[str, Any]) -> dict[str, Any]:
    """What is said of the speaker of a candidate: as given, else as it was found."""
    proposal = next((one for one in found.proposals if one.number == number), None)
    if given["speaker"] or proposal is None or not proposal.speaker:
        return given
    return {**given, "speaker": proposal.speaker, "unnamed": proposal.unnamed}


def _unclear(db: Database, whose: dict[str, Any]) -> bool:
    """Whether the name is part of another that is there, or has one as its part."""
    name = whose["speaker"]
    return bool(name and not whose.get("unnamed") and tracker.likely_speaker(db, name).near)


def _accept(terminal: Terminal, db: Database, source: int, number: int, *, whose: dict[str, Any]) -> Claim:
    return tracker.accept(db, source, number, **settled(terminal, db, whose))


def _done(
    terminal: Terminal, number: int, answer: Callable[[Database, int, int], Answer], db: Database, source: int
) -> Answer | None:
    """What the answer gives; null where it is refused, which is said."""
    try:
        return answer(db, source, number)
    except (RefusedError, UnreadableError) as error:
        terminal.say(f"candidate {number}: {error}")
        return None


def _numbers(words: str | None, shown: Sequence[Proposal]) -> list[int]:
    """The numbers that are meant, in order.

    Raises:
        UnreadableError: where the words are no numbers.
    """
    if not words:
        return []
    if words.strip() == ALL:
        return sorted(proposal.number for proposal in shown)
    named, rest = tracker.leading_references(words.split())
    numbers = [number for number in named if isinstance(number, int)]
    if rest or len(numbers) < len(named):
        raise UnreadableError(f"{words!r} are no numbers of candidates; give some such as 1,3-5, or all.")
    return numbers
