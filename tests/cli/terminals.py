"""Ways to run a command on a terminal of its own, which POSIX systems alone can make."""

from __future__ import annotations

import fcntl
import os
import pty
import shlex
import signal
import struct
import subprocess
import sys
import termios
import threading
from contextlib import ExitStack, suppress

from claimtrack.cli import main
from tests.cli.running import SOURCES, Done

INTERRUPT = "\x03"


def on_a_terminal(line, typed, columns, monkeypatch, lines=24):
    """The command in this process on a terminal of its own, where `typed` was typed ahead.

    What the terminal shows has the echo of what was typed; its line ends are LF.
    """
    ours, theirs = _a_terminal(columns, lines)
    seen = _Seen(ours)
    os.write(ours, typed.encode())
    with ExitStack() as streams, monkeypatch.context() as patch:
        for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
            patch.setattr(sys, name, streams.enter_context(open(os.dup(theirs), mode, encoding="utf-8")))  # noqa: PTH123  # a descriptor
        os.close(theirs)
        status = main(shlex.split(line))
    return Done(status, seen.whole())


def in_conversation(line, *turns, **env):
    """The command as a process on a terminal: each of `turns` is a prompt to wait for and what is then typed."""
    ours, theirs = _a_terminal(80, 24)
    command = subprocess.Popen(
        [sys.executable, "-m", "claimtrack", *shlex.split(line)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": SOURCES, **env},
        start_new_session=True,
        preexec_fn=_as_a_shell_starts_it,  # noqa: PLW1509  # so that Ctrl-C is a signal
    )
    os.close(theirs)
    seen = _Seen(ours)
    for prompt, typed in turns:
        seen.wait_for(prompt)
        os.write(ours, typed.encode())
    return Done(_ended(command, turns, ours), seen.whole())


def _ended(command, turns, ours):
    """The status that the command ends with; like a person, presses Ctrl-C again where once was a moment too soon.

    Between the prompt and the reading of the answer lie some microseconds in which Python does not heed it.
    """
    for _ in range(60):
        try:
            return command.wait(timeout=1)
        except subprocess.TimeoutExpired:
            if turns and turns[-1][1] == INTERRUPT:
                os.write(ours, INTERRUPT.encode())
    command.kill()
    return command.wait()


def _as_a_shell_starts_it():
    """The terminal is the command's own, and Ctrl-C ends it even where the tests run in the background."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _a_terminal(columns, lines):
    """Our end and the command's end of a terminal of so many columns and lines."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    return ours, theirs


class _Seen:
    """What a terminal has shown so far, read as it comes so that the command never waits."""

    def __init__(self, ours):
        self._ours = ours
        self._shown = b""
        self._asked_from = 0
        self._more = threading.Condition()
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    def _read(self):
        with suppress(OSError):  # the command has let go of its end
            while read := os.read(self._ours, 65536):
                with self._more:
                    self._shown += read
                    self._more.notify_all()
        os.close(self._ours)

    def wait_for(self, prompt):
        """Waits until the prompt is shown after the one before."""
        wanted = prompt.encode()
        with self._more:
            assert self._more.wait_for(lambda: wanted in self._shown[self._asked_from :], timeout=30), (
                self._shown
            )
            self._asked_from = self._shown.index(wanted, self._asked_from) + len(wanted)

    def whole(self):
        """All that was shown, once the command has ended."""
        self._reading.join(timeout=30)
        return self._shown.decode().replace("\r\n", "\n")
