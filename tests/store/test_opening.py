"""Opening a file: a new one, several programs at once, what a killed one left, and files that can't be used."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

import claimtrack
from claimtrack import tracker
from claimtrack.errors import RefusedError, UnusableError
from claimtrack.store import connection as store_connection
from claimtrack.store.database import Database
from claimtrack.store.schema import tables
from tests.builders import a_claim, a_database, plain_sqlite

SOURCES = str(Path(claimtrack.__file__).parents[1])
ADD = """
    import sys
    from claimtrack import tracker
    with tracker.open_database(sys.argv[1]) as db:
        tracker.add(db, f"Claim {sys.argv[2]}", "Ada North")
"""
DIE = """
    import os, signal, sqlite3, sys
    connection = sqlite3.connect(sys.argv[1], isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")  # so that half of it is in the file already
    connection.execute("BEGIN IMMEDIATE")
    for number in range(500):
        connection.execute("UPDATE claim SET note = ?", ("written over " * (number + 1),))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def program(source, *arguments):
    """A process of its own that runs the Python given."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(source), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": SOURCES},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("attempt", range(3))
def test_programs_that_start_on_a_new_file_at_once_all_succeed(tmp_path, attempt):
    """Each finds a whole schema, whoever made it, and all their claims are there."""
    path = tmp_path / f"new-{attempt}.db"
    running = [program(ADD, path, number) for number in range(3)]
    assert [one.communicate()[1] for one in running] == ["", "", ""]
    with a_database(path) as db:
        assert {claim.text for claim in tracker.list_claims(db).claims} == {"Claim 0", "Claim 1", "Claim 2"}
        assert tracker.examine_database(db).faults == ()


def test_what_a_killed_program_left_is_rolled_back_by_the_next_read(db):
    """A hot journal lies beside the file; reading sees the record as it was before the killed transaction."""
    a_claim(db)
    db.close()
    killed = program(DIE, db.path)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert db.path.with_name("claims.db-journal").stat().st_size > 0
    assert b"written over" in db.path.read_bytes()
    assert tracker.list_claims(db).claims[0].note is None
    assert tracker.examine_database(db).faults == ()


def test_one_file_is_all_there_is(db):
    """No journal, log or lock stays beside the database."""
    a_claim(db)
    db.close()
    assert [path.name for path in db.path.parent.iterdir()] == ["claims.db"]


def test_reading_creates_nothing(tmp_path):
    """Where nothing was named, no file is an empty list; where one was named it is an error."""
    folder = tmp_path / "nowhere"
    with a_database(folder / "claims.db", named=False) as db:
        assert tracker.list_claims(db).claims == ()
        assert tracker.overview(db).claims == 0
        assert tracker.history(db) == []
    with (
        a_database(folder / "claims.db") as db,
        pytest.raises(UnusableError, match="There is no file"),
    ):
        tracker.list_claims(db)
    assert not folder.exists()


@pytest.mark.parametrize(
    "change", [lambda db: tracker.delete(db, 1), tracker.undo, lambda db: tracker.resolve(db, 1, "held")]
)  # fmt: skip  # three verbs
def test_only_recording_creates_the_file(tmp_path, change):
    """There is nothing to judge or to take back in a file that is not there."""
    with (
        a_database(tmp_path / "claims.db", named=False) as db,
        pytest.raises(RefusedError, match="no claims yet"),
    ):
        change(db)
    assert list(tmp_path.iterdir()) == []


def test_a_refused_first_claim_leaves_no_claims(tmp_path, told):
    """A date that can't be read is found before anything of the claim is written."""
    with a_database(tmp_path / "claims.db", told=told) as db:
        with pytest.raises(claimtrack.errors.UnreadableError):
            a_claim(db, due="someday")
        assert tracker.list_claims(db).claims == ()
        assert tracker.list_speakers(db) == []


def test_the_first_write_says_where_the_file_is(db, told):
    """It makes the folder as well."""
    db.path = db.path.parent / "new folder" / "ключ #1?.db"
    a_claim(db)
    assert told[0] == f"Created {db.path}"
    assert db.path.exists()


def test_an_empty_file_is_new(tmp_path):
    """An editor or `touch` may have made it."""
    path = tmp_path / "claims.db"
    path.touch()
    with a_database(path) as db:
        assert tracker.list_claims(db).claims == ()
        assert path.stat().st_size == 0
        assert a_claim(db).id == 1


def sentence(db):
    """What reading and writing both say of a file that can't be used, which stays as it was."""
    before = db.path.read_bytes()
    with pytest.raises(UnusableError) as reading:
        tracker.list_claims(db)
    with pytest.raises(UnusableError) as writing:
        a_claim(db)
    assert (reading.value.status, str(reading.value)) == (4, str(writing.value))
    assert db.path.read_bytes() == before
    return str(reading.value)


def test_a_file_that_is_no_database_is_refused(db):
    """A CSV file named by mistake is left as it was."""
    db.path.write_text("id,text\n" * 200)
    assert sentence(db) == f"{db.path} can't be used: it is not an SQLite file; name another with --db."


def test_a_folder_is_no_database(tmp_path):
    """SQLite's own words for it say little."""
    with a_database(tmp_path) as db, pytest.raises(UnusableError, match="can't be used"):
        tracker.list_claims(db)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ("CREATE TABLE bookmark (url)", "holds another program's tables; name another file with --db."),
        ("PRAGMA application_id = 42", "is another program's database; name another file with --db."),
    ],
)
def test_a_database_of_another_program_is_refused(db, made, says):
    """Nothing of ours is ever put into it."""
    with closing(sqlite3.connect(db.path)) as other:
        other.execute(made)
        other.execute("PRAGMA user_version = 1")
    if "bookmark" in made:
        with closing(sqlite3.connect(db.path)) as other:
            other.execute("PRAGMA user_version = 0")
    assert sentence(db) == f"{db.path} {says}"


def test_a_newer_file_is_refused(db):
    """An older program does not know the rules of a newer one."""
    a_claim(db)
    with plain_sqlite(db) as shell:
        shell.execute(f"PRAGMA user_version = {tables.version() + 1}")
    assert sentence(db) == f"{db.path} was made by a newer claimtrack; update this one to open it."


def test_an_sqlite_that_is_too_old_is_told_in_a_sentence():
    """The one of RHEL 9 knows no STRICT tables; the oldest that does serves."""
    store_connection.check_sqlite((3, 37, 0))
    with pytest.raises(UnusableError) as refused:
        store_connection.check_sqlite((3, 34, 1))
    assert (refused.value.status, str(refused.value)) == (
        4, "This Python comes with SQLite 3.34.1; claimtrack needs 3.37: run it with a newer Python.",
    )  # fmt: skip  # status and sentence


def test_nothing_is_opened_with_an_sqlite_that_is_too_old(db, monkeypatch):
    """Neither a file nor the empty record that stands for none."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    db.named = False
    for use in (tracker.list_claims, a_claim):
        with pytest.raises(UnusableError, match=r"needs 3\.37"):
            use(db)
    assert not db.path.exists()


def test_damage_is_told_with_what_to_do(db):
    """Where SQLite reports a page that can't be."""
    for number in range(40):
        a_claim(db, f"Claim {number} " + "of many words " * 20)
    db.close()
    whole = db.path.read_bytes()
    db.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(UnusableError, match="it is damaged; run `claimtrack doctor`, and go back to a copy"):
        tracker.list_claims(db)


def test_a_file_that_is_being_written_to_can_be_read_but_not_written(db, monkeypatch):
    """A writer waits its time and then says that it is locked; nothing is half-written."""
    monkeypatch.setattr(store_connection, "BUSY_SECONDS", 0.05)
    a_claim(db)
    with plain_sqlite(db) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(tracker.list_claims(db).claims) == 1
        with pytest.raises(UnusableError, match="another program is writing to it; try again in a moment"):
            a_claim(db, "Another")
        other.execute("ROLLBACK")
    assert a_claim(db, "Another").id == 2


@pytest.mark.usefixtures("as_anyone")
def test_a_file_that_can_only_be_read_is_read(db):
    """It is also examined; writing says that a copy is needed."""
    a_claim(db)
    db.close()
    db.path.chmod(0o444)
    assert len(tracker.list_claims(db).claims) == 1
    assert tracker.examine_database(db).faults == ()
    with pytest.raises(UnusableError, match="it can't be written to; copy it to a folder of your own"):
        a_claim(db)


@pytest.mark.usefixtures("as_anyone")
def test_a_folder_that_is_closed_is_told_in_a_sentence(tmp_path):
    """Neither reading nor writing ends in a traceback."""
    (tmp_path / "closed").mkdir(mode=0o000)
    with a_database(tmp_path / "closed" / "new" / "claims.db") as db:
        for use in (tracker.list_claims, a_claim):
            with pytest.raises(UnusableError, match="permission denied"):
                use(db)


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path):
    """The path of the database goes through something that is no folder."""
    (tmp_path / "notes.txt").write_text("not a folder")
    with (
        a_database(tmp_path / "notes.txt" / "claims.db") as db,
        pytest.raises(UnusableError, match=r"claims\.db can't be used: "),
    ):
        a_claim(db)


def test_a_name_that_no_file_can_have_is_told_in_a_sentence(tmp_path):
    """Reading included."""
    with a_database(tmp_path / ("n" * 300)) as db:
        for use in (tracker.list_claims, a_claim):
            with pytest.raises(UnusableError, match="file name too long"):
                use(db)


def test_a_file_in_wal_mode_stays_in_it(db):
    """Litestream needs it."""
    a_claim(db)
    with plain_sqlite(db) as shell:
        shell.execute("PRAGMA journal_mode = WAL")
    a_claim(db, "Another")
    assert len(tracker.list_claims(db).claims) == 2
    with plain_sqlite(db) as shell:
        assert shell.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_command_that_fails_in_the_middle_writes_nothing(db):
    """A speaker announced for a claim that is then refused is not there."""
    a_claim(db)
    before = tracker.history(db)
    with pytest.raises(RefusedError):
        a_claim(db, speaker="Bo South", kind="deadline")
    assert tracker.history(db) == before
    assert [speaker.name for speaker in tracker.list_speakers(db)] == ["Ada North"]


def test_a_backup_is_the_same_record(db, tmp_path):
    """And it does not write over a file that is there."""
    claim = a_claim(db, tags="bridges")
    tracker.backup(db, tmp_path / "copy.db")
    with a_database(tmp_path / "copy.db") as copy:
        assert tracker.show(copy, claim.id) == tracker.show(db, claim.id)
        assert isinstance(copy, Database)
    with pytest.raises(RefusedError, match="is there already"):
        tracker.backup(db, tmp_path / "copy.db")
