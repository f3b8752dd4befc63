"""What whole processes take, in pairs: each command in turn with the one it is compared with, the least of several.

The least is what the command needs; all above it is what else the machine was doing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Command = "Sequence[str]"
KILOBYTE = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in


class Taken(NamedTuple):
    """What a process took: seconds by the clock, seconds of processors, and bytes of memory at its peak."""

    wall: float
    cpu: float
    memory: int


class FailedError(Exception):
    """A command that was to be timed did not end well."""


def taken(command: Sequence[str], *, statuses: Sequence[int] = (0,)) -> Taken:
    """What the command takes, its output thrown away.

    Raises:
        FailedError: where it ends with a status that is not among `statuses`.
    """
    began = perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = perf_counter() - began
    if process.returncode not in statuses:
        raise FailedError(f"{' '.join(command)} ended with {process.returncode}: {said.decode()}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KILOBYTE)


def paired(
    one: Callable[[int], Sequence[str]], other: Callable[[int], Sequence[str]], *, times: int
) -> tuple[Taken, Taken]:
    """The least that each of two commands takes, run in turns; each is given the number of the turn."""
    turns = [(taken(one(turn)), taken(other(turn))) for turn in range(times)]
    ours, theirs = (_least(runs) for runs in zip(*turns, strict=True))
    return ours, theirs


def _least(runs: Sequence[Taken]) -> Taken:
    return Taken(*map(min, zip(*runs, strict=True)))
