"""Answering candidates by number: `review --accept`, `--reject` and `--as`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack import render, tracker
from claimtrack.cli.whose import settled
from claimtrack.errors import UnreadableError
from claimtrack.model.proposal import NEW, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.terminal import Terminal
    from claimtrack.model import Claim
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Reviewed

ALL = "all"  # in the place of numbers: every candidate that is shown


def answer_by_number(
    terminal: Terminal, db: Database, found: Reviewed, *, accept: str | None, reject: str | None,
    given: dict[str, Any], every: bool,
) -> None:  # fmt: skip  # as short as the call
    """Accepts and rejects by number, in one step: where one is refused, none is answered.

    Of all that wait, those go on waiting that may be about claims that are there, or whose speaker may be somebody
    who is: a person says which.
    """
    shown = found.shown(every=every)
    accepted, rejected = _numbers(accept, shown), _numbers(reject, shown)
    if both := sorted(set(accepted) & set(rejected)):
        raise UnreadableError(f"Candidate {both[0]} can't be both accepted and rejected.")
    every_one = (accept or "").strip() == ALL and not any(given.values())
    left = _left_waiting(db, shown) if every_one else {}
    said = _Said(terminal, db, found)
    answers = {number: said.of(number, given) for number in accepted if number not in left}
    claims: Sequence[Claim] = ()
    if answers or rejected:
        claims, _ = tracker.answer(db, found.source.id, accept=answers, reject=rejected)
    terminal.result(claims, render.changed(claims, terminal.screen, today=db.today))
    waiting = len(tracker.review(db, found.source.id).shown(every=every))
    terminal.say(f"accepted {len(claims)}, rejected {len(rejected)}, {waiting} left")
    _tell_left(terminal, found, left)


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


class _Said:
    """What is said of each candidate that is accepted; where a person can be asked what it is and whose, they are."""

    def __init__(self, terminal: Terminal, db: Database, found: Reviewed) -> None:
        self._terminal, self._db = terminal, db
        self._proposals = {one.number: one for one in found.proposals}
        self._whose: dict[tuple[str, bool | None], dict[str, Any]] = {}

    def of(self, number: int, given: dict[str, Any]) -> dict[str, Any]:
        """What `accept` takes of the candidate."""
        proposal = self._proposals.get(number)
        if proposal and proposal.about and not given["as_"] and not given["claim"] and self._terminal.can_ask:
            given = {**given, **_which(self._terminal, proposal)}
        if given["as_"] in RELATIONS:
            return given
        if not given["speaker"] and proposal and proposal.speaker:
            given = {**given, "speaker": proposal.speaker, "unnamed": proposal.unnamed}
        return {**given, **self._settled(given)}

    def _settled(self, given: dict[str, Any]) -> dict[str, Any]:
        """Whose it is; asked once for a name, however many candidates have it."""
        whose = {name: given.get(name) for name in ("speaker", "unnamed", "new_speaker")}
        key = (whose["speaker"] or "", whose["unnamed"])
        if key not in self._whose:
            self._whose[key] = settled(self._terminal, self._db, whose)
        return self._whose[key]


def _which(terminal: Terminal, proposal: Proposal) -> dict[str, Any]:
    """What a person says the candidate is."""
    terminal.say(f"Candidate {proposal.number} may be about claims you have: {proposal.text}")
    numbered = {str(number): about for number, about in enumerate(proposal.about, 1)}
    for number, about in numbered.items():
        terminal.say(f"  {number}  {about.words}")
    chosen = numbered.get(terminal.chooses("What is it? A number, or n for a new claim:", [*numbered, "n"]))
    return {"as_": chosen.relation, "claim": chosen.claim} if chosen else {"as_": NEW}


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
