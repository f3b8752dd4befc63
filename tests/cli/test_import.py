"""`import` as it is typed: what it says, and its exit status."""

from __future__ import annotations

import json

import pytest

HEADER = "Speaker;Text;Due;Kind\n"
GOOD = "Ada North;The bridge will open;2025-03-01;promise\n"
BAD = "Ada North;The road will open;2/5/2025;promise\n"


def test_good_rows_go_in_and_the_others_are_told_with_line_column_and_reason(run, folder):
    """The exit status is 1 where one was refused, and 0 where the same file is read again without it."""
    (folder / "their.csv").write_text(HEADER + GOOD + BAD, encoding="utf-8")
    done = run("import their.csv")
    assert (done.status, done.lines[0]) == (1, "1 new, 1 refused")
    assert 'line 3 refused: due: "2/5/2025"' in done.err
    assert "is read as csv" in done.err
    (folder / "their.csv").write_text(HEADER + GOOD, encoding="utf-8")
    done = run("import their.csv")
    assert (done.status, done.lines) == (0, ["0 new, 1 same"])
    assert "nothing changed" in done.err
    assert run("undo --yes").status == 0
    assert run("list --ids").out == ""


def test_a_dry_run_shows_the_first_rows_of_each_fate(run, folder):
    """And writes nothing."""
    (folder / "their.csv").write_text(HEADER + GOOD + BAD, encoding="utf-8")
    done = run("import their.csv --dry-run")
    assert done.lines[:2] == ["1 new, 1 refused", "line 2 new: Ada North: The bridge will open"]
    assert done.lines[2].startswith("line 3 refused: due: ")
    assert run("list --ids").out == ""


def test_strict_takes_all_rows_or_none(run, folder):
    """It says so."""
    (folder / "their.csv").write_text(HEADER + GOOD + BAD, encoding="utf-8")
    done = run("import their.csv --strict")
    assert done.status == 1
    assert "nothing was written: --strict takes all rows or none" in done.err
    assert run("list --ids").out == ""


def test_json_has_all_that_is_told(run, folder):
    """Counts, the first rows, and who is new."""
    (folder / "their.csv").write_text(HEADER + GOOD, encoding="utf-8")
    told = json.loads(run("import their.csv --json").out)
    assert told["counts"]["new"] == 1
    assert told["new_speakers"] == [{"name": "Ada North", "nearest": None}]


def test_standard_input_is_a_file_too(run):
    """Its format is told by what is in it."""
    run("add 'It rains' -s 'Ada North'")
    lines = run("export --format jsonl").out
    assert run("import -", typed=lines).lines == ["0 new, 1 same"]


def test_a_file_that_is_not_there_or_of_nothing_known_is_wrong_usage(run, folder):
    """One sentence, with what to do."""
    (folder / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert run("import nowhere.csv").status == 2
    done = run("import x.csv")
    assert done.status == 2
    assert "--format" in done.err
    assert run("import").status == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("half.json", b'[{"text": "x"', "breaks off in line 1"),
        ("odd.json", b'{"text": "x",, "speaker": "y"}', "Line 1 is not JSON"),
        ("other.db", b"SQLite format 3\0" + bytes(100), "claimtrack merge"),
        ("noise.csv", bytes(range(1, 32)), "no format that is known"),
    ],
)
def test_a_file_that_is_no_file_of_claims_says_what_it_is(run, folder, name, content, words):
    """In a sentence, and no database is made for it."""
    (folder / name).write_bytes(content)
    done = run(f"import {name}")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert words in done.err
    assert not (folder / "claims.db").exists()


def test_a_folder_is_named_where_it_is_given_for_a_file(run):
    """Also where it has no name of its own."""
    assert run("import .").err == "claimtrack: . can't be read: is a directory.\n"
