"""Which database is used, and when it is made."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack import tracker
from claimtrack.errors import ClaimtrackError

READS = [
    "", "list", "search x", "speakers", "sources", "history", "export", "doctor", "list --json", "--help",
]  # fmt: skip  # a list of commands


@pytest.mark.parametrize("line", READS)
def test_a_read_of_nothing_finds_nothing_and_creates_nothing(run, folder, line):
    """Where nothing was named and nothing is there: no claims, status 0."""
    assert run(line).status == 0
    assert list(folder.iterdir()) == []
    assert not Path(os.environ["HOME"]).exists()


@pytest.mark.parametrize("line", [line for line in READS if line != "--help"])
def test_a_named_file_that_is_not_there_is_status_4(run, folder, line):
    """A typing error is not an empty database, and a script notices."""
    done = run(f"--db nope.db {line}")
    assert (done.status, done.out) == (4, "")
    assert "There is no file nope.db" in done.err
    assert list(folder.iterdir()) == []


def test_a_write_that_needs_claims_does_not_create_a_file(run, folder):
    """Only what records something does."""
    for line in (
        "edit 1 --tag a",
        "resolve 1 missed",
        "undo",
        "delete 1 --yes",
        "evidence 1 https://example.org/x",
    ):
        assert run(line).status == 1
    assert list(folder.iterdir()) == []


def test_the_file_is_the_option_else_the_variable_else_the_folders_else_the_users(run, folder, monkeypatch):
    """Each is tried in this order."""
    add = "add 'The bridge opens' -s Ada"
    home = Path(os.environ["HOME"]) / ".local" / "share" / "claimtrack" / "claims.db"
    assert f"Created {home}\n" in run(add).err
    assert home.exists()
    (folder / "claims.db").touch()
    assert "Created claims.db\n" in run(add).err
    monkeypatch.setenv("CLAIMTRACK_DB", "variable.db")
    assert "Created variable.db\n" in run(add).err
    assert "Created option.db\n" in run(f"--db option.db {add}").err


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "line",
    [
        "--db claims.db speakers show ada", "speakers --db claims.db show ada", "speakers show --db claims.db ada",
        "speakers show ada --db=claims.db",
    ],
)  # fmt: skip  # a list of commands
def test_the_option_is_taken_before_and_after_the_command_and_below_it(run, line, monkeypatch):
    """It means the same in each place, and wins over the variable."""
    monkeypatch.setenv("CLAIMTRACK_DB", "nope.db")
    assert run(line).lines[0].startswith("Ada North: 2 claims")


@pytest.mark.usefixtures("record")
def test_two_names_are_refused(run):
    """As with any option that is given twice, before the command and after it."""
    for line in ("--db nope.db list --db claims.db", "--db claims.db list --db claims.db"):
        done = run(line)
        assert (done.status, done.out) == (2, "")
        assert "--db was given twice" in done.err


def test_an_empty_file_is_new(run, folder):
    """`touch claims.db` starts a database in a folder."""
    (folder / "claims.db").touch()
    assert run("list").status == 0
    assert run("add 'The bridge opens' -s Ada").out == "1\n"


def test_a_file_that_is_not_ours_is_refused_and_left_alone(run, folder):
    """Another program's database, a text, a folder."""
    with closing(sqlite3.connect(folder / "other.db")) as other:
        other.execute("CREATE TABLE t (a)")
        other.commit()
    (folder / "text.db").write_text("no database " * 100, encoding="utf-8")
    (folder / "folder.db").mkdir()
    for name in ("other.db", "text.db", "folder.db"):
        for line in ("list", "add 'The bridge opens' -s Ada", "doctor"):
            done = run(f"--db {name} {line}")
            assert (done.status, done.out) == (4, "")
            assert name in done.err


@pytest.mark.parametrize("line", ["list", "add 'The bridge opens' -s Ada", "backup copy.db"])
def test_a_file_of_a_newer_program_is_refused(run, record, line):
    """Reading it could be wrong, and writing would damage it."""
    with closing(sqlite3.connect(record)) as shell:
        shell.execute("PRAGMA user_version = 99")
    done = run(line)
    assert done.status == 4
    assert "newer" in done.err


def test_a_folder_that_is_not_there_is_made_for_the_first_write(run, folder):
    """And where it can't be, this is said."""
    assert run("--db new/deep/claims.db add 'The bridge opens' -s Ada").status == 0
    (folder / "file").touch()
    done = run("--db file/claims.db add 'The bridge opens' -s Ada")
    assert (done.status, done.err.count("\n")) == (4, 1)


@pytest.mark.usefixtures("as_anyone")
def test_a_file_that_cannot_be_written_can_be_read(run, record):
    """Writing to it is status 4, in a sentence."""
    record.chmod(stat.S_IRUSR)
    record.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert run("list --ids").status == 0
    assert run("edit 1 --tag a").status == 4
    record.parent.chmod(stat.S_IRWXU)


def test_a_file_with_a_strange_name_is_found(run, folder):
    """Question marks and percent signs are no part of an address here."""
    assert run("--db 'a ?b%20c#d.db' add 'The bridge opens' -s Ada").status == 0
    assert (folder / "a ?b%20c#d.db").exists()
    assert run("--db 'a ?b%20c#d.db' list --ids").ids == [1]


@pytest.mark.parametrize("line", ["list", "add x -s y", "due", "doctor"])
def test_a_home_that_is_not_there_is_told(run, monkeypatch, line):
    """Of a user that nobody is, or where the machine has none at all, as in a container."""
    done = run(f"--db ~nosuchuser/x.db {line}")
    assert (done.status, done.err.count("\n")) == (4, 1)
    assert "write the whole path" in done.err
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", lambda _: {}["nobody"], raising=False)
    done = run(line)
    assert (done.status, done.err.count("\n")) == (4, 1)
    assert "--db" in done.err


@pytest.mark.parametrize("line", ["list", "add x -s y", "export", "backup copy.db"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_no_database(run, folder, line):
    """A pipe or a device is neither read as empty nor written to."""
    os.mkfifo(folder / "pipe.db")
    for name in ("pipe.db", "/dev/null", "/dev/zero"):
        done = run(f"--db {name} {line}")
        assert (done.status, done.out, done.err.count("\n")) == (4, "", 1)
        assert "no file" in done.err


def test_a_path_with_a_nul_is_refused(tmp_path):
    """As every wrong value is, in the Python API too."""
    with pytest.raises(ClaimtrackError):
        tracker.open_database(f"{tmp_path}/a\0b.db")
