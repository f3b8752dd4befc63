from __future__ import annotations

import re
import shlex

import pytest

from claimtrack.cli import FAMILIES, app, main
from claimtrack.cli.typer_internals import command_names
from tests.cli.running import ENDLESS

COMMANDS = [command for family in FAMILIES.values() for command in family]


def test_help_groups_every_command(run):
    """In the order of the work: record, look, judge, correct, keep."""
    shown = run("--help").out
    places = [shown.index(f"\n{family}:\n") for family in FAMILIES]
    assert places == sorted(places)
    assert [command for command in COMMANDS if not re.search(rf"^  {command}  ", shown, re.MULTILINE)] == []
    assert run("-h").out == shown


@pytest.mark.parametrize("command", command_names(app))
def test_the_help_of_each_command_ends_with_two_examples(run, command):
    """Both begin with the command itself."""
    done = run(f"{command} --help")
    assert done.status == 0
    *_, heading, first, second = done.lines
    assert heading.strip() == "Examples:"
    assert all(re.match(rf"\s+claimtrack (--db \S+ )?{command}\b", line) for line in (first, second))


@pytest.mark.parametrize("command", [name for name in command_names(app) if name not in ENDLESS])
def test_the_options_of_every_example_exist(run, record, command):
    """An example is never wrong usage of the command line itself."""
    assert record.exists()
    for line in run(f"{command} --help").lines[-2:]:
        words = shlex.split(line.split("  (")[0].split(" > ")[0].replace("URL", "https://example.org/x"))
        done = run(shlex.join([*words[1:]]))
        assert "--help`" not in done.err, done.err


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_not_wider_than_the_terminal(terminal, command):
    """Examples aside, which can be pasted whole."""
    lines = terminal(f"{command} --help", columns=80).lines
    prose = lines[: lines.index("  Examples:")] if command else lines
    assert max(map(len, prose)) <= 80


def test_a_command_that_is_almost_one_is_named(capsys):
    """With the status of wrong usage; where none is near, the list of them is."""
    assert main(["lst"]) == 2
    assert "did you mean `claimtrack list`?" in capsys.readouterr().err
    assert main(["frobnicate"]) == 2
    assert "`claimtrack --help`" in capsys.readouterr().err
