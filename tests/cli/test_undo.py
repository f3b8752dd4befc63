"""`undo` of one's own step, while others write."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _by_two(run, monkeypatch):
    for who in ("ada", "bo", "ada", "bo"):
        monkeypatch.setenv("CLAIMTRACK_USER", who)
        run(f"add 'The bridge of {who} opens' -s '{who} of the north' --force")


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("undo --yes", 4),
        ("undo --step 1 --yes", 1),
        ("undo --by ada --yes", 3),
        ("undo --by nobody --yes", None),
    ],
)
def test_it_takes_back_the_step_that_is_meant(run, line, step):
    """Of whoever asks, by its number, or by who did it; and shows it."""
    done = run(line)
    assert done.status == (0 if step else 1)
    assert (f"#{step}  " in done.out) is bool(step)
    assert len(run("list --ids").ids) == (3 if step else 4)


def test_a_script_takes_back_what_its_user_did(run, monkeypatch):
    """And where nobody is named, whatever is last."""
    monkeypatch.setenv("CLAIMTRACK_USER", "ada")
    assert "took back step 3" in run("undo --yes").err
    monkeypatch.delenv("CLAIMTRACK_USER")
    assert "took back step 4" in run("undo --yes").err


def test_on_a_terminal_it_shows_the_last_step_and_asks(terminal, run):
    """Whoever's it was, unless one is named."""
    assert "took back step 4" in terminal("undo", typed="y\n").out
    assert "took back step 1" in terminal("undo --step 1", typed="y\n").out
    assert run("undo --step 1 --by ada --yes").status == 2
