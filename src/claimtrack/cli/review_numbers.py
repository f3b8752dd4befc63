"""Answering candidates by number: `review --accept`, `--reject` and `--as`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack import render, tracker
from claimtrack.cli.whose import settled
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.proposal import NEW, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.cli.terminal import Terminal
    from claimtrack.model import Claim
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Reviewed

Answer = TypeVar("Answer")
ALL = "all"  # in the place of numbers: every candidate that is shown


def answer_by_number(
    terminal: Terminal, db: Database, found: Reviewed, *, accept: str | None, reject: str | None,
    given: dict[str, Any], every: bool,
) -> None:  # fmt: skip  # as short as the call
    """Accepts and rejects by number; what is refused is said, and the others are answered all the same.

    Of all that wait, those go on waiting that may be about claims that are there, or whose speaker may be somebody
    who is: a person says which.
    """
    shown = found.shown(every=every)
    accepted, rejected = _numbers(accept, shown), _numbers(reject, shown)
    if both := sorted(set(accepted) & set(rejected)):
        raise UnreadableError(f"Candidate {both[0]} can't be both accepted and rejected.")
    every_one = (accept or "").strip() == ALL and not any(given.values())
    left = _left_waiting(db, shown) if every_one else {}
    claims = [
        claim
        for number in accepted
        if number not in left
        and (
            claim := _done(
                terminal, number, partial(_accept, terminal, found, given=given), db, found.source.id
            )
        )
    ]
    terminal.result(claims, render.changed(claims, terminal.screen, today=db.today))
    gone = [number for number in rejected if _done(terminal, number, tracker.reject, db, found.source.id)]
    waiting = len(tracker.review(db, found.source.id).shown(every=every))
    terminal.say(f"accepted {len(claims)}, rejected {len(gone)}, {waiting} left")
    _tell_left(terminal, found, left)
    if failed := len(accepted) + len(rejected) - len(claims) - len(gone) - len(left):
        raise RefusedError(f"{failed} could not be answered, as said above.")


def _left_waiting(db: Database, shown: Sequence[Proposal]) -> dict[int, str]:
    """Those that a person has to answer one by one, by number, with what they may be."""
    left = {one.number: ", ".join(about.short for about in one.about) for one in shown if one.about}
    return left | {
        one.number: one.speaker
        for one in shown
        if one.number not in left and one.speaker and not one.unnamed
        and tracker.likely_speaker(db, one.speaker).near
    }  # fmt: skip  # one condition


def _tell_left(terminal: Terminal, found: Reviewed, left: dict[int, str]) -> None:
    """Says which go on waiting, why, and how each is answered."""
    known = {one.number for one in found.proposals if one.about}
    command = f"`claimtrack review {found.source.id} --accept NUMBER"
    for reason, numbers, answer in (
        ("they may be about claims you have", known, f"{command} --as {'|'.join((*RELATIONS, NEW))}`"),
        (
            "their speaker may be somebody who is there",
            left.keys() - known,
            f"{command} -s NAME`, or --new-speaker",
        ),
    ):
        if those := [f"{number} ({left[number]})" for number in sorted(left.keys() & numbers)]:
            verb = "say what each is with" if numbers is known else "say who with"
            terminal.say(f"{len(those)} wait, since {reason}: {', '.join(those)}; {verb} {answer}")


def _accept(
    terminal: Terminal, found: Reviewed, db: Database, source: int, number: int, *, given: dict[str, Any]
) -> Claim:
    """Accepts one as it is said to be; where a person can be asked what it is and whose, they are."""
    proposal = next((one for one in found.proposals if one.number == number), None)
    if proposal and proposal.about and not given["as_"] and not given["claim"] and terminal.can_ask:
        given = {**given, **_which(terminal, proposal)}
    if given["as_"] in RELATIONS:
        return tracker.accept(db, source, number, **given)
    if not given["speaker"] and proposal and proposal.speaker:
        given = {**given, "speaker": proposal.speaker, "unnamed": proposal.unnamed}
    return tracker.accept(db, source, number, **settled(terminal, db, given))


def _which(terminal: Terminal, proposal: Proposal) -> dict[str, Any]:
    """What a person says the candidate is."""
    terminal.say(f"Candidate {proposal.number} may be about claims you have: {proposal.text}")
    numbered = {str(number): about for number, about in enumerate(proposal.about, 1)}
    for number, about in numbered.items():
        terminal.say(f"  {number}  {about.words}")
    chosen = numbered.get(terminal.chooses("What is it? A number, or n for a new claim:", [*numbered, "n"]))
    return {"as_": chosen.relation, "claim": chosen.claim} if chosen else {"as_": NEW}


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
