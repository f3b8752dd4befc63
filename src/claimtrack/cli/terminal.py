"""What the command line reads from and writes to: results on standard output, all else on standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from claimtrack.errors import UnusableError
    from claimtrack.render import Screen
    from claimtrack.store.database import Database

_HELD = "\ue000"  # a space that is not broken at; nobody writes this character


class Terminal:
    """The streams, the environment, the database that was named, and whether results are JSON."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = env
        self.named: str | None = None
        self.as_json = False
        self._input_was_read = False

    @cached_property
    def screen(self) -> Screen:
        """How wide standard output is, and whether it has colour; chosen once."""
        from claimtrack.render import chosen  # noqa: PLC0415  # --help draws nothing

        return chosen(sys.stdout, self.env)

    @cached_property
    def _screen_of_errors(self) -> Screen:
        from claimtrack.render import chosen  # noqa: PLC0415  # only for a person

        return chosen(sys.stderr, self.env)

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked."""
        return sys.stdin.isatty()

    def database(self, as_of: str | None = None) -> Database:
        """The database, or the record as it stood at the end of a day; to be used in a `with` statement."""
        from claimtrack import tracker  # noqa: PLC0415  # --help opens nothing

        path, named = tracker.locate(self.env, self.named)
        db = tracker.open_database(
            path,
            named=named,
            today=tracker.today_of(self.env),
            who=self.env.get("CLAIMTRACK_USER"),
            tell=self.say,
        )
        return db if as_of is None else tracker.as_of(db, as_of)

    def damage(self) -> UnusableError | None:
        """What to say of the database where it is damaged; null where it is whole."""
        from claimtrack import tracker  # noqa: PLC0415  # only where something is wrong
        from claimtrack.store.connection import damage  # noqa: PLC0415  # as above

        return damage(tracker.locate(self.env, self.named)[0])

    @property
    def read_by_a_person(self) -> bool:
        """Whether results go to a terminal as text, where too much of it is left out."""
        return self.screen.terminal and not self.as_json

    def result(self, records: object, lines: Iterable[str], *, none: str = "") -> None:
        """Writes what a command found or made: the records as JSON where that was asked for, else the lines.

        `none` is what to say where there are no records.
        """
        if self.as_json:
            from claimtrack.render import as_json  # noqa: PLC0415  # most results are text

            lines = as_json(records)
        self.emit(lines)
        if none and not records and not self.as_json:
            self.say(none)

    def preview(self, lines: Iterable[str]) -> None:
        """Shows what a question is about; where the result is JSON, beside it."""
        if not self.as_json:
            self.emit(lines)
            return
        for line in lines:
            self.say(line)

    def emit(self, lines: Iterable[str]) -> None:
        """Writes lines of text as they are; a command whose result are records uses `result`."""
        sys.stdout.writelines(f"{line if line.isprintable() else self._harmless(line)}\n" for line in lines)

    def _harmless(self, line: str) -> str:
        from claimtrack.render.layout.plain import harmless  # noqa: PLC0415  # most lines are

        return harmless(line, painted=self.screen.colour)

    def write(self, text: str) -> None:
        """Writes a part of a file that is made on standard output, as `emit` does where a person reads it."""
        from claimtrack.render.layout.plain import data  # noqa: PLC0415  # most results are lines

        sys.stdout.write(text if text.isprintable() else data(text, shown=sys.stdout.isatty()))

    def at_home(self, text: str) -> str:
        """`text` with the paths in it as people write them, and the home folder as ~."""
        home = self.env.get("HOME", "").rstrip("/")
        return (
            re.sub(rf"(?<![\w./~-]){re.escape(home)}(?![\w.-])", "~", text) if home and home in text else text
        )

    def say(self, sentence: str) -> None:
        """Says a sentence to the person, on standard error, as data: no control character reaches the terminal.

        On a terminal it is broken between words, and a command in it stays on one line, to be copied.
        """
        from claimtrack.render.layout.plain import clean  # noqa: PLC0415  # most commands say nothing

        with suppress(
            OSError
        ):  # what can't be written is told at the end, and nobody hears what can't be said
            sys.stdout.flush()
        with suppress(OSError):
            if not sys.stderr.isatty():
                print(clean(sentence), file=sys.stderr, flush=True)
                return
            from claimtrack.render.layout.table import paragraph  # noqa: PLC0415  # only for a person

            whole = re.sub("`[^`]*`", lambda command: command[0].replace(" ", _HELD), sentence)
            lines = [line.replace(_HELD, " ") for line in paragraph(whole, self._screen_of_errors)]
            print(*lines, sep="\n", file=sys.stderr, flush=True)

    def draw(self, line: str) -> None:
        """Draws a line of a few letters over the one before, on a terminal only; nothing takes the last one off."""
        if sys.stderr.isatty():
            with suppress(OSError):
                print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def ask(self, question: str) -> str:
        """Asks the person for a line; ends the command quietly where there is none."""
        from claimtrack.render.layout.plain import clean  # noqa: PLC0415  # most commands ask nothing

        sys.stdout.flush()
        print(f"{clean(question)} ", end="", file=sys.stderr, flush=True)
        return input().strip()

    @property
    def can_ask(self) -> bool:
        """Whether a person can be asked, and standard input was not read for something else."""
        return self.interactive and not self._input_was_read

    def chooses(self, question: str, answers: Sequence[str]) -> str:
        """The one of the answers that the person gives; asked again until it is one of them."""
        while (answer := self.ask(question).casefold()) not in answers:
            self.say(f"please answer {' or '.join((', '.join(answers[:-1]), answers[-1]))}")
        return answer

    def decides(self, question: str) -> bool:
        """Whether the person says yes or no; asked again until it is one of the two."""
        while (answer := self.ask(f"{question} [y/n]").casefold()) not in ("y", "yes", "n", "no"):
            self.say("please answer y or n")
        return answer.startswith("y")

    def agrees(self, question: str) -> bool:
        """Whether the person says yes; no is what an empty answer means."""
        return self.ask(f"{question} [y/N]").casefold() in ("y", "yes")

    def read_input(self) -> str:
        """All of standard input.

        Raises:
            UnreadableError: where it is not text, or was read already.
        """
        try:
            return self.read_bytes().decode()
        except UnicodeDecodeError:
            raise UnreadableError("Standard input is not UTF-8 text.") from None

    def read_bytes(self) -> bytes:
        """All of standard input, in whatever encoding it is.

        Raises:
            UnreadableError: where it was read already.
        """
        if self._input_was_read:
            raise UnreadableError("Standard input can be read only once; give one of the two as text.")
        self._input_was_read = True
        return sys.stdin.buffer.read()


def terminal_of(ctx: object) -> Terminal:
    """The terminal that a command was run on."""
    found: Terminal = ctx.obj  # type: ignore[attr-defined]  # typer's context, whose type costs an import
    return found
