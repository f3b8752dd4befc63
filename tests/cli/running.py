"""Ways to run a command: in a pipe, as a process, on a terminal."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
import threading
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import claimtrack
from claimtrack.cli import main

SOURCES = str(Path(claimtrack.__file__).parents[1])
PAINT = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote; on a terminal both streams are one."""

    status: int
    out: str
    err: str = ""

    @property
    def lines(self):
        """What was written to standard output, line by line."""
        return self.out.splitlines()

    @property
    def plain(self):
        """The same as one text without colour."""
        return PAINT.sub("", self.out)

    @property
    def ids(self):
        """The ids that were printed, one a line."""
        return [int(line) for line in self.lines]

    @property
    def json(self):
        """The JSON that was printed."""
        return json.loads(self.out)


def in_a_pipe(line, typed, monkeypatch, capsys):
    """The command in this process, with `typed` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
    capsys.readouterr()
    status = main(shlex.split(line))
    return Done(status, *capsys.readouterr())


def in_a_process(line, typed=b"", **env):
    """The command as a process of its own, with `typed` bytes on standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "claimtrack", *shlex.split(line)],
        input=typed,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": SOURCES, **env},
        check=False,
        timeout=60,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def on_a_terminal(line, typed, columns, monkeypatch):
    """The command in this process on a terminal of its own, where `typed` was typed ahead.

    What the terminal shows has the echo of what was typed; its line ends are LF.
    """
    ours, theirs = _a_terminal(columns)
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
    ours, theirs = _a_terminal(80)
    command = subprocess.Popen(
        [sys.executable, "-m", "claimtrack", *shlex.split(line)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": SOURCES, **env},
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # so that Ctrl-C is a signal
    )
    os.close(theirs)
    seen = _Seen(ours)
    for prompt, typed in turns:
        seen.wait_for(prompt)
        os.write(ours, typed.encode())
    return Done(command.wait(timeout=60), seen.whole())


def _a_terminal(columns):
    """Our end and the command's end of a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
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
