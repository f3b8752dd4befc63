"""What can go wrong, in one sentence each, with the exit status it ends the command with."""

from __future__ import annotations

INTERRUPTED = 130  # the exit status of a program that Ctrl-C ended: 128, and the number of the signal


class ClaimtrackError(Exception):
    """Something the user can put right; its text is one sentence that says what was wrong and what to do."""

    status = 1


class RefusedError(ClaimtrackError):
    """The request was understood and is refused: no such claim, a duplicate, a rule of the record."""

    status = 1


class UnreadableError(ClaimtrackError):
    """A value or date could not be read, or the command was used wrongly."""

    status = 2


class NeedsAttentionError(ClaimtrackError):
    """The command was asked to look, and what it found needs a person."""

    status = 3


class UnusableError(ClaimtrackError):
    """The database can't be used: locked too long, read-only, damaged, not ours, or made by a newer version."""

    status = 4


def why(error: OSError) -> str:
    """What the system says was wrong, as the end of a sentence."""
    return (error.strerror or str(error)).lower()
