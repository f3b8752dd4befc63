"""The screen of `review`: each candidate in its context, answered with one key and saved at once."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from select import select
from typing import TYPE_CHECKING, Any

from claimtrack import render, tracker
from claimtrack.cli.waiting import none_on
from claimtrack.cli.whose import settled
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.proposal import NEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.cli.terminal import Terminal
    from claimtrack.model.proposal import About, Proposal
    from claimtrack.store.database import Database
    from claimtrack.tracker import Desk

KEYS = "[e]dit  [r]eject  [s]kip  [b]ack  [u]ndo  [q]uit"
# What `edit` asks for, in the order of the card.
FIELDS = ("text", "speaker", "unnamed", "via", "kind", "said", "due", "quote", "criterion", "tags")
SEQUENCE_WAIT = 0.05  # seconds within which the rest of what an arrow key sends arrives
ESCAPE = b"\x1b"
_QUIT = ("q", "\x03", "\x04", "\x1b")


@dataclass
class Sitting:
    """The candidates in their order, at which place one is and what it holds now, what was answered, refused edits.

    `answered` has the place of each candidate that was answered in this sitting, and the step that did it.
    """

    terminal: Terminal
    db: Database
    desk: Desk
    place: int = 0
    proposal: Proposal = field(init=False)
    answered: list[tuple[int, int]] = field(default_factory=list)
    drafts: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """How many were not answered in this sitting."""
        return len(self.desk.order) - len(self.answered)

    def show(self) -> None:
        """Draws the candidate at this place as it stands by now, with the claims that it may be about."""
        card = tracker.card(self.db, self.desk.order[self.place])
        self.proposal = card.proposal
        known = {one.claim: tracker.show(self.db, one.claim).claim for one in card.proposal.about}
        self.terminal.emit(
            render.card(
                card.proposal, card.source, card.text, self.terminal.screen, place=self.place + 1,
                of=len(self.desk.order), left=self.left, today=self.db.today, claims=known,
            )
        )  # fmt: skip  # as short as the call

    def take_as(self, about: About) -> None:
        """Takes the candidate for what it may be of a recorded claim."""
        proposal = self.proposal
        claim = tracker.accept(
            self.db, proposal.source, proposal.number, as_=about.relation, claim=about.claim
        )
        self._note()
        self.terminal.emit(render.claims([claim], self.terminal.screen, today=self.db.today))
        self.terminal.say(f"kept as {about.words}")

    def accept(self, edited: dict[str, str] | None = None) -> None:
        """Records the candidate as a claim of its own, as it was found or as it was edited."""
        proposal = self.proposal
        given: dict[str, Any] = {"speaker": proposal.speaker, "unnamed": proposal.unnamed}
        given |= self._missing() if edited is None else {n: _given(n, value) for n, value in edited.items()}
        given = settled(self.terminal, self.db, given)
        claim = tracker.accept(self.db, proposal.source, proposal.number, as_=NEW, **given)
        self._note()
        self.terminal.emit(render.claims([claim], self.terminal.screen, today=self.db.today))

    def _missing(self) -> dict[str, str | None]:
        """What a claim must have and the article does not say, as the person answers.

        Raises:
            RefusedError: where they don't.
        """
        wanted = {
            "speaker": not self.proposal.speaker,
            "due": self.proposal.kind == "deadline" and not self.proposal.due,
        }
        given: dict[str, str | None] = {}
        for name in (name for name, missing in wanted.items() if missing):
            given[name] = self.terminal.ask(f"  {name}:")
            if not given[name]:
                raise RefusedError(f"it has no {name}.")
        return {**given, "unnamed": None} if "speaker" in given else given

    def edit(self) -> None:
        """Asks for every field, each offered as it was found or last typed, and accepts what comes of it."""
        self.terminal.say("Enter keeps what stands in brackets, - empties it.")
        offered = self.drafts.get(self.proposal.uid) or _offered(self.proposal)
        edited: dict[str, str] = {}
        for name in FIELDS:
            # a speaker that was typed in is a name
            renamed = name == "unnamed" and edited["speaker"] != offered["speaker"]
            edited[name] = self._asked(name, "no" if renamed else offered[name])
        self.drafts[self.proposal.uid] = edited
        same = _offered(self.proposal)
        self.accept(
            {name: value for name, value in edited.items() if name == "unnamed" or value != same[name]}
        )

    def _asked(self, name: str, offered: str) -> str:
        answer = self.terminal.ask(f"  {name}{f' [{offered}]' if offered else ''}:")
        return "" if answer == "-" else answer or offered

    def reject(self) -> None:
        """Notes that the candidate is no claim to track."""
        tracker.reject(self.db, self.proposal.source, self.proposal.number)
        self._note()
        self.terminal.say("rejected")

    def _note(self) -> None:
        if self.db.wrote:
            self.answered.append((self.place, self.db.wrote))

    def go_back(self) -> bool:
        """Goes to the one before and takes back what was answered to it in this sitting; whether there is one."""
        if self.place == 0:
            self.terminal.say("this is the first one")
            return False
        if self.answered and self.answered[-1][0] == self.place - 1:
            return self.take_back()
        self.place -= 1
        return True

    def take_back(self) -> bool:
        """Takes the last answer of this sitting back and goes to its candidate; whether there is one."""
        if not self.answered:
            self.terminal.say(
                "nothing was answered in this sitting; `claimtrack undo` takes back what was done before"
            )
            return False
        place, step = self.answered[-1]
        tracker.undo(self.db, step=step)
        self.answered.pop()
        self.place = place
        self.terminal.say("taken back; it waits again")
        return True


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


def answer_each(terminal: Terminal, db: Database, desk: Desk, *, again: str) -> None:
    """Shows each candidate of the desk in its context and does what the person's key says.

    `again` is the command that goes on with what is left.
    """
    if not desk.order:
        terminal.say(none_on(desk))
        return
    sitting = Sitting(terminal, db, desk)
    while sitting.place < len(desk.order):
        try:
            sitting.show()
        except RefusedError as error:  # another program took it off meanwhile
            terminal.say(str(error))
            sitting.place += 1
            continue
        if not _answered(sitting):
            break
    more = f"; go on with `{again}`" if sitting.left else ""
    undo = "; `claimtrack undo` takes the last answer back" if sitting.answered else ""
    terminal.say(f"{sitting.left} left{more}{undo}")


def _answered(sitting: Sitting) -> bool:
    """Waits for a key that moves on, forwards or back; whether it was not the one that ends the sitting."""
    while True:
        key = pressed(lambda: sitting.terminal.say(_keys(sitting.proposal))).casefold()
        if key in _QUIT:
            return False
        try:
            if _does(sitting, key):
                return True
        except (RefusedError, UnreadableError) as error:
            sitting.terminal.say(f"not saved: {error}")


def _keys(proposal: Proposal) -> str:
    """The keys, those first that take the candidate for something of a recorded claim."""
    known = "".join(f"[{key}] {about.short}  " for key, about in enumerate(proposal.about, 1))
    return f"{known}[a]ccept{' as new' if known else ''}  {KEYS}"


def _does(sitting: Sitting, key: str) -> bool:
    """Does what the key says; whether another candidate is to be shown."""
    match key:
        case "b":
            return sitting.go_back()
        case "u":
            return sitting.take_back()
        case "a":
            sitting.accept()
        case "e":
            sitting.edit()
        case "r":
            sitting.reject()
        case "s":
            pass
        case _ if about := _chosen(sitting.proposal, key):
            sitting.take_as(about)
        case _:
            return False
    sitting.place += 1
    return True


def _chosen(proposal: Proposal, key: str) -> About | None:
    """What the candidate may be that has this key."""
    return next(iter(proposal.about[int(key) - 1 : int(key)]), None) if key in "123456789" else None


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
