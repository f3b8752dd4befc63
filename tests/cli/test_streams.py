"""What only a process or a terminal shows: streams, pipes, signals, colour and width."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.builders import a_claim, a_database
from tests.cli.running import SOURCES, in_a_process


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A database of 120 claims of some length, to be copied."""
    path = tmp_path_factory.mktemp("crowded") / "claims.db"
    with a_database(path) as db:
        for number in range(120):
            a_claim(db, f"Claim {number}: " + "the bridge will open, it was said. " * 30)
    return path


@pytest.fixture
def many(crowded, folder):
    """`claims.db` with the 120 claims."""
    return shutil.copy(crowded, folder / "claims.db")


def in_a_shell(script):
    """What a shell prints and says when it runs `script`, where `claimtrack` is this program."""
    program = f'claimtrack() {{ PYTHONPATH="{SOURCES}" "{sys.executable}" -m claimtrack "$@"; }}\n'
    done = subprocess.run(
        ["bash", "-c", program + script], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout, done.stderr


def test_the_exit_status_of_the_process_is_that_of_the_command(process, record):
    """Done, refused, wrong usage, needs a person, unusable."""
    lines = ["list", "show 99", "show x", f"doctor --head {'0' * 64}", "--db nope.db list"]
    assert [process(line).status for line in lines] == [0, 1, 2, 3, 4]
    assert record.exists()


@pytest.mark.usefixtures("many")
def test_a_reader_that_closes_the_pipe_ends_the_command_quietly():
    """Long output or short, a list or an export."""
    out, err = in_a_shell(
        "for what in list export 'list --ids'; do claimtrack $what | head -1 | cut -c1-6; echo ${PIPESTATUS[0]}; done"
    )
    assert out.splitlines() == ["120  A", "0", "id,uid", "0", "120", "0"]
    assert err == ""


@pytest.mark.usefixtures("record")
def test_where_the_result_cannot_be_written_this_is_said_in_a_sentence():
    """A full disk is not a success, and no traceback."""
    out, err = in_a_shell("claimtrack list > /dev/full; echo $?; claimtrack list >&-; echo $?")
    assert out == "1\n0\n"
    assert err == "claimtrack: The result can't be written: no space left on device.\n"


@pytest.mark.usefixtures("record")
def test_ctrl_c_ends_a_question_quietly(process_on_terminal, run):
    """Nothing is done, and nothing but the question is printed."""
    done = process_on_terminal("delete 3", ("[y/N]", "\x03"))
    assert done.status == 130
    assert done.out.rstrip("^C\n").endswith("Delete 1 claim? [y/N] ")
    assert run("show 3").status == 0


@pytest.mark.usefixtures("record")
def test_a_cyrillic_list_prints_in_any_locale(process):
    """The streams are UTF-8, whatever the environment says."""
    done = process("list --due 2025-03", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.status == 0
    assert "Переговори" in done.out


@pytest.mark.usefixtures("record")
def test_a_terminal_that_cannot_show_a_letter_shows_a_question_mark(process_on_terminal):
    """It keeps its own encoding, and nothing ends in a traceback."""
    done = process_on_terminal("list --due 2025-03", PYTHONIOENCODING="ascii", NO_COLOR="1")
    assert done.status == 0
    assert "???????????" in done.out


def test_input_that_is_no_text_is_refused(process):
    """As an argument, too."""
    done = process("add - -s Ada", typed=b"caf\xe9")
    assert (done.status, done.err) == (2, "claimtrack: Standard input is not UTF-8 text.\n")


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("columns", [80, 120])
def test_on_a_terminal_a_list_stops_at_fifty_and_says_how_to_see_more(terminal, columns):
    """One line a claim where there are 100 columns, else two; no line is wider than the terminal."""
    shown = terminal("list", columns=columns).plain.splitlines()
    assert shown[-1] == "70 more claims; --limit 120 shows all"
    assert len(shown) - 1 == (50 if columns >= 100 else 100)
    assert max(map(len, shown)) <= columns
    assert len(terminal("list --limit 120", columns=columns).lines) == (120 if columns >= 100 else 240)


@pytest.mark.usefixtures("many")
def test_in_a_pipe_nothing_is_ever_cut_or_left_out(run, terminal):
    """Nor with --ids and --json on a terminal."""
    assert len(run("list").lines) == 120
    assert all(line.endswith("it was said.") for line in run("list").lines)
    assert len(terminal("list --ids").ids) == 120
    assert len(terminal("list --json").json) == 120


@pytest.mark.usefixtures("record")
def test_colour_is_for_terminals_and_not_where_no_color_is_set(run, terminal, monkeypatch):
    """Nor on a terminal that has none."""
    assert "\x1b[" in terminal("list").out
    assert "\x1b" not in run("list").out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in terminal("list").out
    monkeypatch.delenv("TERM")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in terminal("list").out + terminal("show 2").out + terminal("history").out


def test_no_process_is_needed_to_see_what_a_pipe_gets(run, record):
    """What the other tests see in this process is what a process writes."""
    assert record.exists()
    for line in ("list", "show 2 --json", "show 99", "export"):
        there, here = in_a_process(line), run(line)
        assert (there.status, there.out, there.err) == (here.status, here.out, here.err)
