"""What the program takes for granted of typer, though typer does not promise it: a later typer is tried here first."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import Annotated, ClassVar

import pytest
import typer

from claimtrack.cli.option_groups import takes
from claimtrack.cli.typer_internals import (
    LazyCommands,
    SectionedCommand,
    Wrong,
    place_at_the_end,
    run,
    what_was_wrong,
)
from tests.cli.running import SOURCES

COMMANDS = """
import typer
app, below = typer.Typer(), typer.Typer()
@app.command("sing")
def sing(ctx: typer.Context, song: str, *, twice: bool = False, key: str = "c"):
    '''Sing a song.

    All of it.
    '''
    ctx.obj.append((song, twice, key))
@app.command("hum")
def hum(): pass
@below.callback(invoke_without_command=True)
def dance(ctx: typer.Context):
    '''Dance a dance.'''
    ctx.obj.append(ctx.invoked_subcommand)
@below.command("waltz")
def waltz(ctx: typer.Context): ctx.obj.append("waltz")
app.add_typer(below, name="dance")
"""


class Evening(LazyCommands):
    """The commands of an evening."""

    groups: ClassVar = {"Art": {"sing": "music", "hum": "music", "dance": "music"}}
    package = "evening"
    everywhere: ClassVar = {"--hall": "Where, once more."}


def note(ctx: typer.Context, value: str | None) -> None:
    """Notes the hall where there is one."""
    if value:
        ctx.obj.append(value)


def evening(
    *,
    _hall: Annotated[
        str | None, typer.Option("--hall", callback=note, expose_value=False, is_eager=True, help="Where.")
    ] = None,
) -> None:
    """Spends an evening."""


@pytest.fixture
def done():
    """What the commands did, in order."""
    return []


@pytest.fixture
def app(tmp_path, monkeypatch):
    """A program with `sing` and `hum`, and `waltz` below `dance`, that all take --hall from the whole program."""
    (tmp_path / "evening").mkdir()
    (tmp_path / "evening" / "music.py").write_text(COMMANDS)
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("evening", "evening.music"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    made = typer.Typer(cls=Evening, add_completion=False, rich_markup_mode=None)
    made.callback(invoke_without_command=True)(evening)
    return made


def test_one_command_can_be_made_without_the_others(app, done):
    """Out of those that an app has registered, by its name."""
    run(app, "evening", ["sing", "Summertime", "--twice"], done)
    assert done == [("Summertime", True, "c")]


def test_a_group_below_can_be_made_alone(app, done):
    """With its own callback, which knows whether a command follows."""
    run(app, "evening", ["dance", "waltz"], done)
    run(app, "evening", ["dance"], done)
    assert done == ["waltz", "waltz", None]


def test_a_command_can_be_given_an_option_of_the_whole_program(app, done, capsys):
    """With a help of its own there; its callback takes the value, and the command never sees it."""
    run(app, "evening", ["--hall", "north", "hum"], done)
    run(app, "evening", ["hum", "--hall", "south"], done)
    run(app, "evening", ["dance", "waltz", "--hall", "west"], done)
    assert done == ["north", "south", "waltz", "west", "waltz"]
    with pytest.raises(typer.Exit):
        run(app, "evening", ["hum", "--help"], done)
    assert re.search(r"^  --hall .* Where, once more\.$", capsys.readouterr().out, re.MULTILINE)


def test_the_help_has_the_first_line_on_each_command_in_groups(app, done, capsys):
    """Typer keeps the functions of commands and of groups, so that nothing need be made for it."""
    with pytest.raises(typer.Exit):
        run(app, "evening", ["--help"], done)
    assert "\nArt:\n  sing   Sing a song.\n  hum\n  dance  Dance a dance.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["hum", "loudly", "twice"], ("words", "loudly twice", "evening hum")),
        (["sing", "a", "b"], ("words", "b", "evening sing")),
        (["sing"], ("", "", "evening sing")),
        (["sin"], ("command", "sin", "evening")),
        (["dance", "wal"], ("command", "wal", "evening dance")),
        (["--so"], ("option", "--so", "evening")),
        (["sing", "a", "--kye=d"], ("option", "--kye", "evening sing")),
        (["sing", "-5 times"], ("option", "-5", "evening sing")),
    ],
)
def test_wrong_usage_is_raised_and_knows_what_was_not_understood(app, done, words, told):
    """It is a public error with a status; typer neither prints it nor ends the process."""
    with pytest.raises(typer.TyperException) as wrong:
        run(app, "evening", words, done)
    assert wrong.value.exit_code == 2
    assert wrong.value.format_message()
    assert what_was_wrong(wrong.value)[:3] == told


def test_what_is_known_in_the_place_of_what_is_not_is_told(app, done):
    """The commands where it was a command, the options where it was an option or a word too many."""
    known = {}
    for words in (["sin"], ["sing", "a", "--kye"], ["sing", "a", "b"], ["hum", "b"]):
        with pytest.raises(typer.TyperException) as wrong:
            run(app, "evening", words, done)
        known[" ".join(words)] = what_was_wrong(wrong.value)
    assert known["sin"].known == ("sing", "hum", "dance")
    assert {"--key", "--twice", "--no-twice", "--hall", "--help"} <= set(known["sing a --kye"].known)
    assert (known["sing a b"].takes_words, known["hum b"].takes_words) == (True, False)


def test_an_error_without_a_context_is_of_no_command():
    """As typer raises some."""
    assert what_was_wrong(typer.BadParameter("no")) == Wrong("", "", "")


class Programme(SectionedCommand):
    """A command whose options stand in two sections and the rest."""

    sections = ("Music", "Place")


def test_options_stand_in_the_sections_they_were_given(done, capsys):
    """In the order of the sections, not of the options; without one, last."""
    made = typer.Typer(add_completion=False, rich_markup_mode=None)

    @made.command(cls=Programme)
    def play(
        song: Annotated[str, typer.Argument(help="What.")],
        *,
        loud: Annotated[bool, typer.Option("--loud", help="Or not.")] = False,
        hall: Annotated[str, typer.Option(help="Where.", rich_help_panel="Place")] = "",
        key: Annotated[str, typer.Option(help="In C.", rich_help_panel="Music")] = "c",
    ):
        done.append(song + hall + key + str(loud))

    with pytest.raises(typer.Exit):
        run(made, "play", ["--help"], done)
    shown = capsys.readouterr().out
    heads = ["Arguments:", "Music:", "Place:", "Options:"]
    assert [line for line in shown.splitlines() if line in heads] == heads
    assert shown.index("Music:") < shown.index("--key") < shown.index("Place:") < shown.index("--hall")
    assert shown.index("Options:") < shown.index("--loud")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("evening sing Summ", ("Summ", "sing", "song")),
        ("evening sing 'Summer t", ("Summer t", "sing", "song")),
        ("evening sing Summertime --key ", ("", "sing", "key")),
        ("evening sing Summertime --key=a", ("a", "sing", "key")),
        ("evening dance --hall n", ("n", "dance", "_hall")),
        ("evening --hall n", ("n", "evening", "_hall")),
        ("evening si", ("si", "evening", None)),
        ("evening dance w", ("w", "dance", None)),
        ("evening sing --k", ("--k", "sing", None)),
    ],
)
def test_typer_knows_what_is_typed_at_the_end_of_a_line(app, done, line, place):
    """The value of an option or an argument, or the name of a command or an option; and nothing is run."""
    found = place_at_the_end(app, "evening", line, done)
    assert (found.begun, found.command, found.parameter) == place
    assert done == []


def test_typer_knows_the_names_and_the_other_values_of_a_line(app, done):
    """Commands and options with their help, and what stands before a value in its word."""
    assert ("sing", "Sing a song.") in place_at_the_end(app, "evening", "evening s", done).names
    assert [name for name, _ in place_at_the_end(app, "evening", "evening sing --t", done).names] == [
        "--twice"
    ]
    place = place_at_the_end(app, "evening", "evening sing Summertime --key=a", done)
    assert (place.before, place.values["song"], place.metavar) == ("--key=", "Summertime", "")


@pytest.mark.skipif(not shutil.which("bash"), reason="it is told of bash")
def test_the_shell_above_is_known():
    """Whatever $SHELL says."""
    script = "from claimtrack.cli.typer_internals import shell_above; print(shell_above())"
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -c '{script}'; true"], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": SOURCES, "SHELL": "/bin/zsh", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip  # the call on few lines
    assert done.stdout == "bash\n"


def test_typer_reads_the_parameters_of_a_command_where_inspect_finds_them(done):
    """In the signature and the annotations that were put on the function."""

    def colours(*, sky: Annotated[str, typer.Option(help="Of the sky.")] = "blue", tree: str = "green"):
        return sky + tree

    app = typer.Typer()

    @app.command()
    @takes(colours, "seen")
    def look(ctx: typer.Context, *, seen: str, far: bool = False):
        ctx.obj.append((seen, far))

    run(app, "look", ["--sky", "grey", "--far"], done)
    assert done == [("greygreen", True)]
