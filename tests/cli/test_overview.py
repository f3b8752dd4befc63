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
def test_alone_it_says_which_file_and_how_the_claims_stand(run, record):
    """One screen: the file with its whole path, the counts, what is overdue, comes due and was added last."""
    done = run("")
    assert done.status == 0
    assert done.lines[:4] == [str(record.resolve()), "7 claims, 5 unresolved, 1 overdue", "", "Overdue"]
    assert done.lines[4].startswith("1  Vladimir Putin (says an expert)  2025-01-07  overdue 29 days")
    assert "Due next" in done.lines
    assert "Added last" in done.lines


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 24), (140, 40), (80, 50), (100, 20)])
def test_the_overview_fits_on_one_screen(run, terminal, columns, lines):
    """It never scrolls away, however much is overdue, comes due and was added."""
    for number in range(6):
        run(f"add 'A late thing {number}' -s 'Ada North' --due 2025-01-1{number}")
        run(f"add 'A thing to come {number}' -s 'Ada North' --due 2025-06-1{number}")
    assert terminal("", columns=columns, lines=lines).out.count("\n") < lines


@pytest.mark.usefixtures("record")
def test_the_newest_overdue_claim_comes_first(run):
    """And what is due, moved or judged is not among them."""
    run("add 'A late thing' -s 'Ada North' --due 2025-02-04")
    run("add 'Another' -s 'Ada North' --due 2025-02-01")
    run("move last --due 2025-12-01")
    lines = run("").lines
    assert [line.split()[0] for line in lines[4 : lines.index("", 4)]] == ["8", "1"]


@pytest.mark.parametrize("named", ["--db kept/my.db", "--db ./kept/../kept/my.db"])
def test_the_path_is_whole_however_it_was_named(run, folder, named):
    """So that one of two files is never taken for the other."""
    (folder / "kept").mkdir()
    run(f"{named} add Rain -s 'Ada North'")
    assert run(named).lines[:2] == [
        str(folder.resolve() / "kept" / "my.db"),
        "1 claim, 1 unresolved, 0 overdue",
    ]


def test_version_is_one_line(run):
    """`--version` prints the name and the number."""
    done = run("--version")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("claimtrack ")
    assert done.out.count("\n") == 1
