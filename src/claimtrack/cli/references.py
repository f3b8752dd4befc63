"""Ids on the command line: leading arguments that look like ids, or standard input."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from claimtrack import tracker
from claimtrack.cli.terminal import Terminal
from claimtrack.errors import UnreadableError
from claimtrack.tracker import Reference


def references_and_rest(words: Sequence[str], terminal: Terminal) -> tuple[tuple[Reference, ...], str]:
    """The claims that the leading words name, and the other words joined; ends the command where input names none.

    Raises:
        UnreadableError: where they name no claim.
    """
    if words and words[0] == "-":
        named, rest = tracker.leading_references(terminal.read_input().split())
        if rest:
            raise UnreadableError(f"{rest[0]!r} on standard input is no id; `list --ids` prints ids alone.")
        if not named:
            terminal.say("No ids on standard input; nothing was done.")
            raise typer.Exit
        return named, " ".join(words[1:])
    named, rest = tracker.leading_references(words)
    if not named:
        raise UnreadableError(f"{rest[0]!r} is no id; begin with ids such as 3 or 5-7.")
    return named, " ".join(rest)


def only_references(words: Sequence[str], terminal: Terminal) -> tuple[Reference, ...]:
    """The claims that the words name.

    Raises:
        UnreadableError: where one of them is no id.
    """
    named, rest = references_and_rest(words, terminal)
    if rest:
        raise UnreadableError(f"{rest!r} is no id; give ids such as 3 or 5-7.")
    return named
