"""A little of `make torture`, so that it is known to run, and what it finds at once is found with every change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import SOURCES

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")


def tortured(name, *numbers, place):
    """What a module of this folder says in a process of its own, since this one has threads."""
    return subprocess.run(
        [sys.executable, "-m", f"tests.torture.{name}", *map(str, numbers)], capture_output=True, text=True,
        check=False, timeout=120, cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": SOURCES, "TMPDIR": str(place)},
    )  # fmt: skip  # the call on few lines


def test_a_killed_command_is_whole_or_never_was(tmp_path):
    """Whichever it is, and at whatever moment; the database is proven afterwards."""
    done = tortured("kills", 7, 3, place=tmp_path)
    assert "3 kills, all whole or absent" in done.stdout, done.stdout + done.stderr


def test_nothing_that_a_writer_was_told_is_lost(tmp_path):
    """While others write, read, copy, export and merge."""
    done = tortured("writers", 7, 3, 5, place=tmp_path)
    assert "nothing lost" in done.stdout, done.stdout + done.stderr
