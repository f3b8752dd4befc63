"""First help: what was probably meant, where a command, an option or a word is not understood."""

from __future__ import annotations

import pytest

from claimtrack.cli import FAMILIES, app, first_help
from claimtrack.cli.typer_internals import command_names

pytestmark = pytest.mark.usefixtures("record")
COMMANDS = {
    "resovle 1": "did you mean `claimtrack resolve`?",
    "lsit": "did you mean `claimtrack list`?",
    "serach x": "did you mean `claimtrack search`?",
    "ls": "did you mean `claimtrack list`?",
    "rm 3": "did you mean `claimtrack delete`?",
    "check": "did you mean `claimtrack due` or `claimtrack doctor`?",
    "LS": "did you mean `claimtrack list`?",
    "grep kursk": "did you mean `claimtrack search`?",
    "scorecrad": "did you mean `claimtrack stats`?",
    "3": "did you mean `claimtrack show 3`?",
    "Putin": "for a speaker say `claimtrack list --speaker Putin`.",
    "speakers Putin": "did you mean `claimtrack speakers show Putin`?",
    "speakers mrege a b": "did you mean `claimtrack speakers merge`?",
    "speakers rm Putin": "did you mean `claimtrack speakers merge`?",
    "speakers list": "did you mean `claimtrack speakers`?",
    "sources ls": "did you mean `claimtrack sources`?",
    "help list": "did you mean `claimtrack --help`?",
    "version": "did you mean `claimtrack --version`?",
    "sources 1": "did you mean `claimtrack sources show 1`?",
    "sources 'The Kursk card'": "did you mean `claimtrack sources show 'The Kursk card'`?",
}
OPTIONS = {
    "list --deadline 2025": "did you mean --due?",
    "list --deadlin 2025": "did you mean --due?",
    "add x -s Okafor --by 2025": "did you mean --due?",
    "resolve 1 missed --source https://example.org": "did you mean --evidence?",
    "resolve 1 missed --link=https://example.org": "did you mean --evidence?",
    "resolve 1 missed --comment no": "did you mean --reason?",
    "add x --author Okafor": "did you mean --speaker?",
    "edit 3 --comment no": "did you mean --note?",
    "list --speker putin": "did you mean --speaker?",
    "list -n 5": "did you mean --limit?",
    "list --format json": "did you mean --json?",
    "delete 3 --force": "did you mean --yes?",
    "move 1 --to 2026": "did you mean --due?",
    "stats --group tag": "did you mean --by?",
    "history --last 3": "did you mean --limit?",
    "show 1 --all": "did you mean --history?",
    "edit 1 --description x": "did you mean --text?",
    "list --csv": "`claimtrack export FILE.csv` writes a table.",
    "export --output x.csv": "that stands by itself, as in `claimtrack export FILE`.",
    "evidence 1 --link https://example.org": "that stands by itself, as in `claimtrack evidence ID URL`.",
    "resolve 1 --outcome missed": "that stands by itself, as in `claimtrack resolve IDS OUTCOME`.",
    "add --text x -s Okafor": "that stands by itself, as in `claimtrack add TEXT`.",
    "list --speaker": "requires an argument; see `claimtrack list --help`.",
    "sources show --db": "requires an argument; see `claimtrack sources show --help`.",
    "--database x list": "did you mean --db?",
}
WORDS = {
    "list Okafor": "for a speaker say `claimtrack list --speaker Okafor`, for words `claimtrack search Okafor`.",
    "due Ada North": "for a speaker say `claimtrack due --speaker 'Ada North'`",
    "stats putin": "for a speaker say `claimtrack stats --speaker putin`",
    "timeline Путін": "--speaker 'Путін'`",
    "list overdue": "did you mean --overdue?",
    "list 3": "did you mean `claimtrack show 3`?",
    "list 2025-03": "did you mean --due 2025-03?",
    "move 3 2025-06-30": "did you mean --due 2025-06-30?",
    "add one two -s Okafor": "a text of several words stands in quotation marks.",
    "show Putin": "which `claimtrack search Putin` finds.",
    "edit Ada North": "which `claimtrack search 'Ada North'` finds.",
}
HYPHENS = {
    "add '-5% by June' -s Okafor": "as in `claimtrack add … -- '-5% by June'`.",
    "add -s Okafor '-.5 degrees'": "-- '-.5 degrees'`.",
    "add '-Well, he said' -s Okafor": "-- '-Well, he said'`.",
    "add -- '-5% by June' -s Okafor": "what follows -- is text; put the options before it.",
    "search -20": "as in `claimtrack search … -- -20`.",
}
CASES = {**COMMANDS, **OPTIONS, **WORDS, **HYPHENS}


@pytest.mark.parametrize("line", CASES)
def test_what_was_meant_is_named(run, line):
    """As the end of the one sentence that says what was wrong, with the status of wrong usage."""
    done = run(line)
    assert (done.status, done.out) == (2, "")
    assert CASES[line] in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    "line", ["frobnicate", "list --xyzzy", "list -x", "history 3 4", "export a.csv b.csv", "show -q"]
)
def test_where_there_is_no_telling_the_help_is_named(run, line):
    """No guess is better than a wild one."""
    done = run(line)
    assert done.status == 2
    assert "--help`." in done.err


def test_the_way_that_is_named_for_a_hyphen_works(run):
    """What the sentence says can be typed."""
    assert run("add -s Okafor -- '-5% by June'").status == 0
    assert run("show last --json").json["text"] == "-5% by June"


def test_every_command_and_option_that_is_meant_exists(run):
    """The tables of meanings name nothing that was renamed since."""
    names = {name for command in command_names(app) for name in command.split()}
    assert set(first_help.COMMANDS) <= names
    helped = " ".join(run(f"{command} --help").out for command in command_names(app))
    assert [option for option in first_help.OPTIONS if f"{option} " not in helped] == []


@pytest.mark.parametrize("command", ["add", "edit", "list", "export", "move"])
def test_options_stand_in_groups_that_can_be_scanned(run, command):
    """Who, when and where; then filters, and what comes out."""
    lines = run(f"{command} --help").lines
    heads = [line.rstrip(":") for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert [head for head in heads if head in ("Who", "When", "Where", "Options")] == [
        "Who",
        "When",
        "Where",
        "Options",
    ]
    assert ("Filters" in heads) is (command in ("list", "export"))
    longest = max(len(part.splitlines()) for part in "\n".join(lines).split("\n\n"))
    assert longest <= 12


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_an_error_is_broken_between_words_on_a_terminal(terminal, columns):
    """And a command in it stays on one line where it fits, so that it can be copied."""
    done = terminal("add 'The bridge opens' -s 'Ada North' -k deadline", columns=columns)
    assert max(map(len, done.lines)) <= columns
    assert " ".join(done.plain.split()) == (
        "claimtrack: A deadline is a date that the speaker sets; give it with --due, or another --kind."
    )
    lines = terminal("list Okafor", columns=columns).lines
    assert any("`claimtrack search Okafor`" in line for line in lines)


def test_the_families_have_all_commands():
    """So that a command that is new can be meant."""
    assert {command for family in FAMILIES.values() for command in family} <= set(command_names(app))
