"""Answering candidate claims at the terminal, one key each; every answer is saved at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from claimtrack import render, tracker
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from claimtrack.cli.terminal import Terminal
    from claimtrack.proposal import Proposal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Reviewed

KEYS = "a accept  e edit  r reject  s skip  b back  q quit"
_FIELDS = ("text", "speaker", "via", "kind", "quote", "said", "due")


@dataclass
class Session:
    """One sitting: the candidates in the order they are shown, and the step that answered each."""

    terminal: Terminal
    db: Database
    found: Reviewed
    order: tuple[Proposal, ...]
    steps: dict[int, str] = field(default_factory=dict)

    def accept(self, proposal: Proposal, changes: dict[str, str]) -> None:
        """Records the candidate as a claim."""
        given: dict[str, str] = {
            name: value for name, value in changes.items() if name not in ("text", "speaker")
        }
        claim = tracker.accept(
            self.db, proposal.source, proposal.number, text=changes.get("text"), speaker=changes.get("speaker"),
            **given,  # type: ignore[arg-type]  # the names are those of _FIELDS
        )  # fmt: skip  # as short as the call
        self._answered(proposal)
        self.terminal.emit(render.claims([claim], self.terminal.screen, today=self.db.today))

    def reject(self, proposal: Proposal) -> None:
        """Notes that the candidate is no claim to track."""
        tracker.reject(self.db, proposal.source, proposal.number)
        self._answered(proposal)

    def _answered(self, proposal: Proposal) -> None:
        step = tracker.last_step(self.db)
        if step:
            self.steps[proposal.number] = step.uid

    def take_back(self, proposal: Proposal) -> None:
        """Takes back the answer that was given in this sitting, where there is one."""
        step = self.steps.pop(proposal.number, None)
        if step:
            tracker.undo(self.db, expected=step)


def answer_each(terminal: Terminal, db: Database, found: Reviewed) -> None:
    """Shows each waiting candidate in its context and does what the person's key says."""
    session = Session(terminal, db, found, found.waiting)
    if not session.order:
        terminal.say(f"No candidate claims wait in source {found.source.id}.")
    place = 0
    while 0 <= place < len(session.order):
        proposal = session.order[place]
        terminal.emit(
            render.proposal_in_context(
                proposal,
                found.text,
                terminal.screen,
                place=place + 1,
                of=len(session.order),
                title=found.source.label,
            )
        )
        terminal.say(KEYS)
        move = _answered(session, proposal, typer.getchar())
        if move is None:
            break
        place = max(place + move, 0)
        if move < 0:
            session.take_back(session.order[place])
    left = len(tracker.review(db, found.source.id).waiting)
    terminal.say(f"{left} left" + (f"; go on with `claimtrack review {found.source.id}`" if left else ""))


def _answered(session: Session, proposal: Proposal, key: str) -> int | None:
    """How far to go on after the key: 1 to the next, -1 back, 0 to stay; null to quit."""
    try:
        match key.casefold():
            case "a":
                session.accept(proposal, {})
            case "e":
                session.accept(proposal, _edited(session.terminal, proposal))
            case "r":
                session.reject(proposal)
            case "s":
                pass
            case "b":
                return -1
            case "q" | "\x03" | "\x04" | "\x1b":
                return None
            case _:
                return 0
    except ClaimtrackError as error:
        session.terminal.say(f"not saved: {error}")
        return 0
    return 1


def _edited(terminal: Terminal, proposal: Proposal) -> dict[str, str]:
    """The fields that the person changed, each offered as it was found; an empty answer leaves it."""
    changed = {}
    for name in _FIELDS:
        value = getattr(proposal, name)
        answer = terminal.ask(f"  {name} [{'' if value is None else value}]:")
        if answer:
            changed[name] = "" if answer == "-" else answer
    return changed
