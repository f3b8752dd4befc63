"""Ways to run a command in a pipe: in this process, or as a process of its own."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import claimtrack
from claimtrack.cli import main

SOURCES = str(Path(claimtrack.__file__).parents[1])
ENDLESS = ("serve",)  # goes on until it is ended, and has a test of its own
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
