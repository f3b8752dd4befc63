"""The questions of `resolve` on a terminal: how each claim turned out, and whether to judge it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack import render, tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import OUTCOMES, Claim
from claimtrack.model.outcome import outcome_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.cli.terminal import Terminal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Reference

STOP = "q"


def ask_outcomes(terminal: Terminal, db: Database, ids: Iterable[Reference]) -> dict[Reference, str]:
    """The outcome of each claim that the person gives one; Enter leaves a claim, and `q` all that follow."""
    claims = _claims(db, ids)
    outcomes: dict[Reference, str] = {}
    for place, claim in enumerate(claims, 1):
        screen = terminal.screen._replace(colour=False)  # what is said to the person has none
        for line in render.outcome_question(claim, screen, today=db.today, place=place, of=len(claims)):
            terminal.say(line)
        answer = _ask_outcome(terminal, claim)
        if answer == STOP:
            break
        if answer:
            outcomes[claim.id] = answer
    _tell_left(terminal, claims, outcomes)
    return outcomes


def _claims(db: Database, ids: Iterable[Reference]) -> list[Claim]:
    """The claims, each once, whether they are named by id, uid or place."""
    claims = [tracker.show(db, one).claim for one in ids]
    return list({claim.id: claim for claim in claims}.values())


def _ask_outcome(terminal: Terminal, claim: Claim) -> str:
    """What the person says of the claim, asked until it can be read; empty for nothing."""
    while True:
        try:
            answer = terminal.ask("How did it turn out? A number or words; Enter leaves it, q stops:")
        except EOFError:
            terminal.say("")
            return STOP
        if answer.casefold() in ("", STOP):
            return answer.casefold()
        if answer.isdecimal() and 1 <= int(answer) <= len(OUTCOMES):
            return OUTCOMES[int(answer) - 1].code
        try:
            outcome_code(answer, claims=str(claim.id))
        except RefusedError as error:
            terminal.say(str(error))
        except UnreadableError:
            terminal.say(f'"{answer}" is no outcome; type a number from 1 to {len(OUTCOMES)}, or its words.')
        else:
            return answer


def leave_standing(
    terminal: Terminal, db: Database, outcomes: Mapping[Reference, str], *, again: str
) -> dict[Reference, str]:
    """The outcomes without those of claims whose verdict the person lets stand, asked about each.

    `again` is how the claims would be judged; it is empty for no outcome.

    Raises:
        UnreadableError: where that is no outcome.
        RefusedError: where it is a word for work under way.
    """
    claims = _claims(db, outcomes)
    if again:
        outcome_code(again, claims=" ".join(str(claim.id) for claim in claims))
    kept: dict[Reference, str] = {}
    for claim in claims:
        if claim.status == "resolved":
            terminal.say(f"There is a verdict already: {tracker.standing_verdict(claim)}.")
            if not terminal.agrees(
                f"Judge claim {claim.id} again, {f'as {again}' if again else 'with no outcome'}?"
            ):
                continue
        kept[claim.id] = again
    _tell_left(terminal, claims, kept)
    return kept


def _tell_left(terminal: Terminal, claims: Iterable[Claim], judged: Mapping[Reference, str]) -> None:
    left = [str(claim.id) for claim in claims if claim.id not in judged]
    if left:
        terminal.say(f"left as {'they were' if len(left) > 1 else 'it was'}: {', '.join(left)}")
