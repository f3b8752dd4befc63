"""All that a command prints arrives, however it ends, though in a pipe it waits in a buffer until the end."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.cli import FAMILIES, shells
from tests.cli.running import ENDLESS, SOURCES, in_a_process

COMMANDS = [command for family in FAMILIES.values() for command in family]
SAMPLE = Path(__file__).parents[2] / "claims.db"
FULL = Path("/dev/full")
NO_SPACE = "claimtrack: The result can't be written: no space left on device.\n"

on_a_full_disk = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


def first_example(command, run):
    """The first of the two examples that the command's help ends with."""
    return re.search(r"^ +claimtrack (.+)$", run(f"{command} --help").out, re.MULTILINE)[1].split("  (")[0]


def onto_a_full_disk(*words):
    """The exit status and the complaint of the command whose standard output is a disk that is full."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimtrack", *words], stdout=full, stderr=subprocess.PIPE, text=True,
            stdin=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": SOURCES}, check=False, timeout=60,
        )  # fmt: skip  # the call on few lines
    return done.returncode, done.stderr


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ENDLESS])
def test_what_a_command_prints_is_the_same_with_and_without_a_buffer(command, run, folder, monkeypatch):
    """Its own first example, refused or not, each time in a new folder with a copy of the sample."""
    line = first_example(command, run)
    done = []
    for name, env in {"buffered": {}, "unbuffered": {"PYTHONUNBUFFERED": "1"}}.items():
        monkeypatch.chdir(folder)
        Path(name).mkdir()
        monkeypatch.chdir(name)
        shutil.copy(SAMPLE, "claims.db")
        done.append(in_a_process(line, **env))
    assert done[0] == done[1]
    assert done[0].out + done[0].err


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_arrives_whole(command, run):
    """It ends the command early, which once lost it."""
    here = run(f"{command} --help")
    assert here.lines[0].startswith("Usage: claimtrack")
    assert in_a_process(f"{command} --help") == here


@pytest.mark.parametrize("line", ["--version", "--help", "list --ids", "nonsense", "show 99", ""])
@pytest.mark.usefixtures("record")
def test_a_process_prints_what_the_same_command_prints_here(line, run):
    """The version and the help, a result, a wrong word, a refusal, the overview."""
    assert in_a_process(line) == run(line)


@pytest.mark.usefixtures("record")
def test_a_mail_of_what_is_due_is_not_empty(run):
    """`due --exit-code` from cron: the exit status says that there is something, the text what."""
    there = in_a_process("due --exit-code")
    assert there == run("due --exit-code")
    assert there.status == 3
    assert "Overdue" in there.out


@pytest.mark.parametrize("shell", shells.SCRIPTS)
def test_a_shell_gets_the_script_and_the_candidates_it_asks_for(shell):
    """Completion ends the program before any command."""
    script = in_a_process("", _CLAIMTRACK_COMPLETE=f"source_{shell}")
    assert script.out == shells.SCRIPTS[shell]
    found = in_a_process("", _CLAIMTRACK_COMPLETE=f"complete_{shell}", _TYPER_COMPLETE_ARGS="claimtrack li")
    assert found.out.split()[0] == "list"


@on_a_full_disk
@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("line", ["--version", "list --ids", "show 2", "export", "add --help", "due"])
def test_a_full_disk_is_told_however_short_the_output(line):
    """Also where all of it waited in the buffer until the end."""
    assert onto_a_full_disk(*line.split()) == (1, NO_SPACE)


@on_a_full_disk
@pytest.mark.usefixtures("record")
def test_a_full_disk_hides_neither_a_refusal_nor_its_status():
    """What was refused is told, and that something is due is still status 3."""
    assert onto_a_full_disk("show", "99")[0] == 1
    assert onto_a_full_disk("due", "--exit-code") == (3, NO_SPACE)


@on_a_full_disk
def test_what_can_not_be_said_on_standard_error_undoes_nothing(run):
    """The claim is recorded, and its id printed."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimtrack", "add", "It opens", "-s", "Ada", "--due", "in May"],
            stdout=subprocess.PIPE, stderr=full, text=True, env={**os.environ, "PYTHONPATH": SOURCES},
            check=False, timeout=60,
        )  # fmt: skip  # the call on few lines
    assert (done.returncode, done.stdout) == (0, "1\n")
    assert run("list --ids").ids == [1]


@pytest.mark.usefixtures("record")
def test_a_closed_pipe_is_quiet_and_keeps_the_status():
    """`due --exit-code | head -0` in a script that looks at the status of each."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "claimtrack", "due", "--exit-code"], stdout=writer, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": SOURCES}, check=False, timeout=60,
    )  # fmt: skip  # the call on few lines
    os.close(writer)
    assert (done.returncode, done.stderr) == (3, b"")
