"""The screen of `review`: each candidate in its context, answered with one key and saved at once."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from select import select
from typing import TYPE_CHECKING, Any

from claimtrack import render, tracker
from claimtrack.cli.whose import settled
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.proposal import NEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.cli.terminal import Terminal
    from claimtrack.model.proposal import About, Proposal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Reviewed

KEYS = "[e]dit  [r]eject  [s]kip  [b]ack  [q]uit"
# What `edit` asks for, in the order of the card.
FIELDS = ("text", "speaker", "unnamed", "via", "kind", "said", "due", "quote", "criterion", "tags")
SEQUENCE_WAIT = 0.05  # seconds within which the rest of what an arrow key sends arrives
ESCAPE = b"\x1b"
_QUIT = ("q", "\x03", "\x04", "\x1b")


@dataclass
class Sitting:
    """The candidates in the order they are shown, the step that answered each, and edits that were refused."""

    terminal: Terminal
    db: Database
    found: Reviewed
    order: tuple[Proposal, ...]
    steps: dict[int, str] = field(default_factory=dict)
    drafts: dict[int, dict[str, str]] = field(default_factory=dict)

    def show(self, place: int) -> None:
        """Draws the candidate at that place, in its context, with the claims that it may be about."""
        proposal = self.order[place]
        known = {one.claim: tracker.show(self.db, one.claim).claim for one in proposal.about}
        self.terminal.emit(
            render.proposal_in_context(
                proposal, self.found.text, self.terminal.screen, place=place + 1, of=len(self.order),
                title=self.found.source.label, today=self.db.today, claims=known,
            )
        )  # fmt: skip  # as short as the call

    def take_as(self, proposal: Proposal, about: About) -> None:
        """Takes the candidate for what it may be of a recorded claim."""
        claim = tracker.accept(
            self.db, proposal.source, proposal.number, as_=about.relation, claim=about.claim
        )
        self._note(proposal)
        self.terminal.emit(render.claims([claim], self.terminal.screen, today=self.db.today))
        self.terminal.say(f"kept as {about.words}")

    def accept(self, proposal: Proposal, edited: dict[str, str] | None = None) -> None:
        """Records the candidate as a claim of its own, as it was found or as it was edited."""
        given: dict[str, Any] = {"speaker": proposal.speaker, "unnamed": proposal.unnamed}
        given |= {name: _given(name, value) for name, value in (edited or {}).items()}
        given = settled(self.terminal, self.db, given)
        claim = tracker.accept(self.db, proposal.source, proposal.number, as_=NEW, **given)
        self._note(proposal)
        self.terminal.emit(render.claims([claim], self.terminal.screen, today=self.db.today))

    def edit(self, proposal: Proposal) -> None:
        """Asks for every field, each offered as it was found or last typed, and accepts what comes of it."""
        self.terminal.say("Enter keeps what stands in brackets, - empties it.")
        offered = self.drafts.get(proposal.number) or _offered(proposal)
        edited: dict[str, str] = {}
        for name in FIELDS:
            # a speaker that was typed in is a name
            renamed = name == "unnamed" and edited["speaker"] != offered["speaker"]
            edited[name] = self._asked(name, "no" if renamed else offered[name])
        self.drafts[proposal.number] = edited
        same = _offered(proposal)
        self.accept(
            proposal,
            {name: value for name, value in edited.items() if name == "unnamed" or value != same[name]},
        )

    def _asked(self, name: str, offered: str) -> str:
        answer = self.terminal.ask(f"  {name}{f' [{offered}]' if offered else ''}:")
        return "" if answer == "-" else answer or offered

    def reject(self, proposal: Proposal) -> None:
        """Notes that the candidate is no claim to track."""
        tracker.reject(self.db, proposal.source, proposal.number)
        self._note(proposal)
        self.terminal.say("rejected")

    def _note(self, proposal: Proposal) -> None:
        step = tracker.last_step(self.db)
        if step:
            self.steps[proposal.number] = step.uid

    def take_back(self, proposal: Proposal) -> None:
        """Takes back the answer that was given in this sitting, where there is one."""
        step = self.steps.get(proposal.number)
        if step:
            tracker.undo(self.db, expected=step)
            del self.steps[proposal.number]
            self.terminal.say("taken back; it waits again")


def _offered(proposal: Proposal) -> dict[str, str]:
    """What was found, as `edit` offers it."""
    values = {name: getattr(proposal, name, None) for name in FIELDS}
    return {name: "" if value is None else str(value) for name, value in values.items()} | {
        "unnamed": "yes" if proposal.unnamed else "no"
    }


def _given(name: str, value: str) -> str | bool:
    """The answer as the tracker takes it.

    Raises:
        UnreadableError: where it should be yes or no and is neither.
    """
    if name != "unnamed":
        return value
    if value.casefold() not in ("y", "yes", "n", "no", ""):
        raise UnreadableError(f"unnamed is {value!r}; say yes or no.")
    return value.casefold().startswith("y")


def answer_each(terminal: Terminal, db: Database, found: Reviewed, *, every: bool) -> None:
    """Shows each candidate that is likely, or every one, in its context and does what the person's key says."""
    sitting = Sitting(terminal, db, found, found.shown(every=every))
    if not sitting.order:
        terminal.say(f"No candidate claims wait in source {found.source.id}.")
        return
    place: int | None = 0
    while place is not None and place < len(sitting.order):
        sitting.show(place)
        place = _next(sitting, place)
    left = len(tracker.review(db, found.source.id).shown(every=every))
    more = f"; go on with `claimtrack review {found.source.id}`" if left else ""
    undo = "; `claimtrack undo` takes the last answer back" if sitting.steps else ""
    terminal.say(f"{left} left{more}{undo}")


def _next(sitting: Sitting, place: int) -> int | None:
    """Where to go on once the candidate at `place` was answered or left; null to quit."""
    while True:
        key = pressed(lambda: sitting.terminal.say(_keys(sitting.order[place]))).casefold()
        if key in _QUIT:
            return None
        try:
            moved = _does(sitting, place, key)
        except (RefusedError, UnreadableError) as error:
            sitting.terminal.say(f"not saved: {error}")
            continue
        if moved is not None:
            return place + moved


def _keys(proposal: Proposal) -> str:
    """The keys, those first that take the candidate for something of a recorded claim."""
    known = "".join(f"[{key}] {about.short}  " for key, about in enumerate(proposal.about, 1))
    return f"{known}[a]ccept{' as new' if known else ''}  {KEYS}"


def _does(sitting: Sitting, place: int, key: str) -> int | None:
    """Does what the key says; how far to go on, null where it is no key."""
    proposal = sitting.order[place]
    match key:
        case "a":
            sitting.accept(proposal)
        case "e":
            sitting.edit(proposal)
        case "r":
            sitting.reject(proposal)
        case "s":
            pass
        case "b":
            if place == 0:
                sitting.terminal.say("this is the first one")
                return None
            sitting.take_back(sitting.order[place - 1])
            return -1
        case _ if about := proposal.about[int(key) - 1 : int(key)] if key in "123456789" else ():
            sitting.take_as(proposal, about[0])
        case _:
            return None
    return 1


def pressed(ask: Callable[[], None]) -> str:
    """The key that is pressed once `ask` has asked for it; of a key such as an arrow, all that it sends.

    Raises:
        EOFError: where the terminal is gone.
    """
    try:
        import termios  # noqa: PLC0415  # Unix has it
        import tty  # noqa: PLC0415  # the same
    except ImportError:
        import typer  # noqa: PLC0415  # only elsewhere: it throws away what was pressed before it looked

        ask()
        return typer.getchar()
    source = sys.stdin.fileno()
    before = termios.tcgetattr(source)
    tty.setcbreak(source, termios.TCSANOW)
    try:
        ask()
        return _read(source)
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)


def _read(source: int) -> str:
    key = os.read(source, 1)
    if not key:
        raise EOFError
    if key == ESCAPE and select([source], [], [], SEQUENCE_WAIT)[0]:
        key += os.read(source, 16)
    return key.decode(errors="replace")
