"""What stops at a screen on a terminal, and is whole in a pipe."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from tests.builders import a_database

HEIGHT = 24  # lines of the terminals of these tests
MANY = 60


@pytest.fixture(autouse=True)
def many(folder):
    """Sixty claims of sixty speakers from sixty sources, each a step of its own."""
    with a_database(folder / "claims.db") as db:
        for number in range(MANY):
            name = f"{'ABCDEFGHIJKLMNOPQRST'[number % 20]}{'aeiou'[number // 20]}m Okafor"
            tracker.add(db, f"Road {number} opens", name, source=f"Paper {number}", tags="road")


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("history", "older steps; --limit 60 shows all"),
        ("speakers", "more speakers; --limit 60 shows all"),
        ("sources", "more sources; --limit 60 shows all"),
        ("edit 1-60 --tag works", "more claims"),
        ("resolve 1-60 held", "more claims"),
    ],
)
def test_a_terminal_gets_one_screen(terminal, run, line, hint, columns):
    """With the line on which the shell waits; the last line says how many more there are, and how to see them."""
    lines = terminal(line, columns=columns).plain.splitlines()
    assert HEIGHT - 4 <= len(lines) < HEIGHT
    assert hint in lines[-1]
    assert len(run(line.replace("works", "street").replace("held", "failed --overrule")).lines) >= MANY


def test_what_is_asked_for_is_shown(terminal):
    """With --limit all of that many, however many lines it takes."""
    for line in ("speakers", "history"):
        shown = terminal(f"{line} --limit 40", columns=140).plain
        assert len(shown.splitlines()) >= 40
        assert "shows all" not in shown
    assert len(terminal("sources --limit 3", columns=140).lines) == 3


@pytest.mark.parametrize("columns", [80, 140])
def test_a_step_longer_than_the_screen_is_begun(terminal, run, columns):
    """Where it is to be taken back as well; all of it stands in a pipe, and where so many steps are asked for."""
    terminal("edit 1-60 --tag works")
    lines = terminal("history", columns=columns).plain.splitlines()
    assert len(lines) < HEIGHT
    assert lines[-2:] == ["    and 41 more changes", "60 older steps; --limit 61 shows all"]
    asked = terminal("undo", typed="n\n", columns=columns).plain.splitlines()
    assert len(asked) < HEIGHT
    assert asked[-2].strip() == "and 41 more changes"
    assert asked[-1].startswith("Take this back?")
    assert len(terminal("history --limit 1").plain.splitlines()) > MANY
    assert len(run("history").lines) > MANY * 2


def test_what_just_fits_is_not_cut(terminal, run):
    """No line is wasted on saying that one is missing."""
    run("history --limit 1")
    lines = terminal("history 1").plain.splitlines()
    assert "shows all" not in lines[-1]
    assert "more claim" not in terminal("edit 1-11 --tag works").plain
    assert "more claim" in terminal("edit 1-12 --tag street").plain


def test_the_question_before_deleting_many_is_on_the_screen(terminal, run):
    """What is deleted, as much of it as there is room for, with the question below."""
    shown = terminal("delete 1-60", typed="n\n").plain
    assert "more claims" in shown
    assert "Delete 60 claims? [y/N]" in shown
    assert len(shown.splitlines()) <= HEIGHT + 1
    assert len(run("list --ids").lines) == MANY


def test_json_is_whole_on_a_terminal_too(terminal):
    """It is for programs, whoever looks on."""
    for line in ("history", "speakers", "sources", "edit 1-60 --tag works", "list"):
        assert len(terminal(f"{line} --json").json) == MANY
