from __future__ import annotations

import pytest


def test_alone_with_no_claims_it_names_the_file_and_three_commands_to_try(run, folder):
    """A first start is no error and writes nothing."""
    done = run("")
    assert done.status == 0
    assert done.lines[0].startswith("No claims yet in ")
    assert done.out.count("\n  claimtrack ") == 3
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("record")
def test_alone_it_says_which_file_and_how_the_claims_stand(run):
    """One screen: the file, the counts, the next few due and the last few added."""
    done = run("")
    assert done.status == 0
    assert done.lines[0] == "claims.db: 7 claims, 5 unresolved, 1 overdue"
    assert "Due next" in done.lines
    assert "Added last" in done.lines


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("columns", [80, 120])
def test_the_overview_fits_on_one_screen(terminal, columns):
    """It never scrolls away on a terminal of 24 lines."""
    assert terminal("", columns=columns).out.count("\n") < 24


def test_version_is_one_line(run):
    """`--version` prints the name and the number."""
    done = run("--version")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("claimtrack ")
    assert done.out.count("\n") == 1
