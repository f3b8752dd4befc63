"""Files of other versions: brought to the present one whole, after a copy, whoever opens them and whatever happens."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

import claimtrack
from claimtrack import tracker
from claimtrack.errors import RefusedError, UnusableError
from claimtrack.store import connection as store_connection
from claimtrack.store.schema import intact, second_half, tables
from tests.builders import a_claim, a_database, insert, plain_sqlite, refuses

# What landed is never edited: a file that had it would not have it again. Append to both.
LANDED = (
    "c49c9caae4a56095",
    "865b44504e15f681",
    "96cdd9e3de662fb6",
    "72906da93cee5f92",
    "059b2d95728fc56a",
    "e3b0c44298fc1c14",
    "760ec97c55132197",
    "e3b0c44298fc1c14",
    "e3b0c44298fc1c14",
    "e3b0c44298fc1c14",
    "e3b0c44298fc1c14",
    "580a5e55ac676e3d",
    "8e6c3e98048dbfd8",
    "1a29d13dad8cfe80",
    "17520d90d8196f3a",
)
SOURCES = str(Path(claimtrack.__file__).parents[1])
NEXT = "ALTER TABLE claim ADD COLUMN colour TEXT"


@pytest.fixture
def newer(monkeypatch):
    """Makes this program the next version, whose migration has these statements."""

    def become(*statements):
        monkeypatch.setattr(tables, "MIGRATIONS", (*tables.MIGRATIONS, statements))
        return tables.version()

    return become


@pytest.fixture
def older(db):
    """A file of this version with a claim that was judged, for a newer program to open."""
    a_claim(db, "The bridge will open", due="2025-01", tags="bridges", source="Notes", note="ask again")
    tracker.resolve(db, 1, "failed", reason="seen")
    db.close()
    return db


def digest(statements):
    """A short name for what the statements say."""
    return sha256("\n".join(statements).encode()).hexdigest()[:16]


def made_by_the_program(path):
    """The names of all that the second half consists of."""
    with closing(sqlite3.connect(path)) as shell:
        rows = shell.execute(
            "SELECT name FROM sqlite_schema WHERE instr(sql, ?) ORDER BY name", (second_half.MARK,)
        )
        return [row[0] for row in rows]


def copies(db):
    """What lies beside the file."""
    return sorted(path.name for path in db.path.parent.iterdir() if path != db.path)


def test_a_migration_that_landed_is_never_edited():
    """A file that has run it keeps what it said, so the program would know two schemas by one number."""
    assert tuple(map(digest, tables.MIGRATIONS)) == LANDED


def test_a_changed_schema_has_a_number_of_its_own():
    """Else files that are there would keep the old one, and be refused: append a migration, perhaps without statements.

    Then `MADE` in `schema/intact.py` is the new number, and the digest that is found here.
    """
    with closing(intact.made()) as empty:
        assert (tables.version(), intact.digest(empty)) == intact.MADE


def test_the_tables_of_a_new_file_are_what_the_migrations_say(older):
    """Nothing adds to them but a migration."""
    kept = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND instr(sql, 'STRICT') ORDER BY name"
    with plain_sqlite(older) as shell, closing(sqlite3.connect(":memory:")) as empty:
        for migration in tables.MIGRATIONS:
            for statement in migration:
                empty.execute(statement)
        assert shell.execute(kept).fetchall() == empty.execute(kept).fetchall()


def test_an_older_file_is_brought_to_the_present_version_after_a_copy(older, told, newer):
    """By a read as well; the record is as it was, and so is the copy."""
    before = tracker.show(older, 1)
    older.close()
    whole = older.path.read_bytes()
    number = newer(NEXT)
    assert tracker.show(older, 1) == before
    copy = older.path.with_name(f"claims.db.before-{number}")
    assert copies(older) == [copy.name]
    with closing(sqlite3.connect(copy)) as earlier:
        assert earlier.execute("PRAGMA user_version").fetchone() == (number - 1,)
        assert earlier.execute("SELECT text FROM claim_record").fetchall() == [("The bridge will open",)]
    assert copy.stat().st_size == len(whole)
    assert f"Brought {older.path} to version {number}; {copy} is the file as it was." in told
    assert tracker.examine_database(older).faults == ()
    told.clear()
    older.close()
    tracker.list_claims(older)
    assert told == []


def test_the_keys_of_sources_and_claims_follow_the_rule_of_the_newest_version(older, newer):
    """A file from before there were any, or with another rule, finds what is there."""
    with plain_sqlite(older) as shell:
        shell.execute("UPDATE source SET url = 'https://example.org/1', url_key = NULL, title_key = 'x'")
        shell.execute("UPDATE claim SET text_key = 5")
    newer()
    assert a_claim(older, "Another", source="NOTES", url="http://www.example.org/1/").source.id == 1
    with pytest.raises(RefusedError, match="That is claim 1 already"):
        tracker.add(older, "the bridge will open.", "Ada North", due="2025-01")


def test_what_the_program_made_is_made_again_and_what_others_made_stays(older, newer):
    """Whatever an earlier version called it; somebody's own view and index are theirs."""
    names = made_by_the_program(older.path)
    with plain_sqlite(older) as shell:
        shell.execute("DROP VIEW claim_record")
        shell.execute(f"CREATE VIEW claim_record {second_half.MARK} AS SELECT 1 AS old")
        shell.execute(f"CREATE VIEW of_an_earlier_version {second_half.MARK} AS SELECT 1 AS old")
        shell.execute("CREATE VIEW mine AS SELECT id, text FROM claim_record")
        shell.execute("CREATE INDEX my_index ON claim(note)")
    newer()
    assert tracker.list_claims(older).claims[0].text == "The bridge will open"
    older.close()
    assert made_by_the_program(older.path) == names
    with plain_sqlite(older) as shell:
        assert shell.execute("SELECT * FROM mine").fetchall() == [(1, "The bridge will open")]
        assert shell.execute("SELECT 1 FROM sqlite_schema WHERE name = 'my_index'").fetchone()


def test_what_follows_from_the_record_follows_again(older, newer):
    """A version that words an index or a derived column otherwise finds the old words in the file."""
    with plain_sqlite(older) as shell:
        for (name,) in shell.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            shell.execute(f"DROP TRIGGER {name}")
        shell.execute("UPDATE claim SET outcome = NULL, day = '1999-01-01'")
        shell.execute("INSERT INTO claim_fts (claim_fts) VALUES ('delete-all')")
    newer()
    assert tracker.search(older, "bridge").total == 1
    assert tracker.examine_database(older).faults == ()


def test_a_column_is_one_migration(older, newer):
    """It is held to one clean line, and wiped with its claim, without a word elsewhere."""
    newer(NEXT)
    tracker.list_claims(older)
    with plain_sqlite(older) as shell:
        shell.execute("UPDATE claim SET colour = 'red' WHERE id = 1")
        for unclean in ("", " red", "red\nblue", "re\x00d", "red\u00a0"):
            assert refuses(shell, "claim", colour=unclean)
            with pytest.raises(sqlite3.IntegrityError, match="or colour is not one line"):
                shell.execute("UPDATE claim SET colour = ? WHERE id = 1", (unclean,))
    tracker.forget(older, [1])
    with plain_sqlite(older) as shell:
        assert shell.execute("SELECT colour, deleted FROM claim").fetchall() == [(None, 2)]
        with pytest.raises(sqlite3.IntegrityError, match="no word is left"):
            shell.execute("UPDATE claim SET colour = 'red' WHERE id = 1")


def test_an_outcome_or_a_kind_needs_no_table_built_anew(older, newer, monkeypatch):
    """The tables hold any code; the triggers that know which there are are made again."""
    with plain_sqlite(older) as shell:
        assert refuses(shell, "verdict", outcome="forgiven", uid="0" * 26)
        assert refuses(shell, "claim", kind="wish")
    known = tuple(
        statement.replace("'withdrawn')", "'withdrawn', 'forgiven')").replace(
            "'deadline')", "'deadline', 'wish')"
        )
        for statement in second_half.guards.STATEMENTS
    )
    monkeypatch.setattr(second_half.guards, "STATEMENTS", known)
    newer()
    tracker.list_claims(older)
    with plain_sqlite(older) as shell:
        insert(shell, "verdict", outcome="forgiven")
        insert(shell, "claim", kind="wish")


def test_a_copy_is_for_no_other_eyes_than_the_file(older, newer):
    """Notes may be private."""
    older.path.chmod(0o600)
    number = newer()
    tracker.list_claims(older)
    assert older.path.with_name(f"claims.db.before-{number}").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("as_anyone")
def test_where_no_copy_can_be_made_the_file_stays_as_it_was(older, newer):
    """It is told in a sentence."""
    before = older.path.read_bytes()
    newer(NEXT)
    older.path.parent.chmod(0o500)
    try:
        with pytest.raises(UnusableError, match="can't be used"):
            tracker.list_claims(older)
    finally:
        older.path.parent.chmod(0o700)
    older.close()
    assert (older.path.read_bytes(), copies(older)) == (before, [])


def test_a_migration_that_fails_leaves_the_file_as_it_was(older, newer, monkeypatch):
    """The copy stays; the version before can still open the file."""
    before = tracker.show(older, 1)
    older.close()
    earlier = tables.MIGRATIONS
    newer(NEXT, "ALTER TABLE nothing ADD COLUMN colour TEXT")
    with pytest.raises(UnusableError):
        tracker.list_claims(older)
    older.close()
    monkeypatch.setattr(tables, "MIGRATIONS", earlier)
    assert tracker.show(older, 1) == before
    assert tracker.examine_database(older).faults == ()


def test_completion_reads_no_file_of_another_version(older, newer):
    """It changes nothing, so it has nothing to say until a command was run."""
    newer(NEXT)
    with pytest.raises(UnusableError, match="not a database of this version"), older.glancing():
        pass
    assert copies(older) == []


def newer_program(source, path):
    """A process of its own, of the next version, whose migration is killed or waited for as `source` says."""
    become = f"""
        import os, signal, sys, time
        from claimtrack import tracker
        from claimtrack.store.schema import tables
        NEXT = {NEXT!r}
    """
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(become) + textwrap.dedent(source), str(path)],
        env={**os.environ, "PYTHONPATH": SOURCES},
        stderr=subprocess.PIPE,
        text=True,
    )


OPEN = """
    tables.MIGRATIONS += ((NEXT,),)
    with tracker.open_database(sys.argv[1]) as db:
        tracker.add(db, f"Claim of {os.getpid()}", "Ada North")
"""
DIE = """
    class Deadly(tuple):
        def __iter__(self):
            yield NEXT
            # more than the page cache holds, so that half of it is in the file already
            yield "UPDATE claim SET note = (SELECT group_concat(hex(zeroblob(9999))) FROM sqlite_schema)"
            os.kill(os.getpid(), signal.SIGKILL)
    tables.MIGRATIONS += (Deadly(),)
    with tracker.open_database(sys.argv[1]) as db:
        tracker.list_claims(db)
"""


def test_programs_that_open_an_older_file_at_once_all_succeed(older, newer):
    """One brings it to their version, and the copy is the file as it was before any of them."""
    running = [newer_program(OPEN, older.path) for _ in range(3)]
    assert [one.communicate()[1] for one in running] == ["", "", ""]
    number = newer(NEXT)
    assert tracker.list_claims(older).total == 4
    assert tracker.examine_database(older).faults == ()
    older.close()
    with closing(sqlite3.connect(older.path.with_name(f"claims.db.before-{number}"))) as earlier:
        assert earlier.execute("SELECT count(*) FROM claim").fetchone() == (1,)
        assert "colour" not in [row[1] for row in earlier.execute("PRAGMA table_info(claim)")]


def test_a_program_killed_in_the_middle_leaves_the_file_usable(older, newer):
    """By the version before, and by the next, which does it again."""
    before = tracker.show(older, 1)
    older.close()
    killed = newer_program(DIE, older.path)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert tracker.show(older, 1) == before
    older.close()
    number = newer(NEXT)
    assert tracker.show(older, 1) == before
    assert tracker.examine_database(older).faults == ()
    assert copies(older) == [f"claims.db.before-{number}"]


@pytest.mark.parametrize("number", range(1, tables.version() + 1))
def test_a_file_of_every_version_that_landed_can_be_opened(tmp_path, number, newer):
    """Its tables as they were then, and the rest of another time, which is made anew."""
    path = tmp_path / "claims.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as then:
        for migration in tables.MIGRATIONS[:number]:
            for statement in migration:
                then.execute(statement)
        then.execute(f"CREATE VIEW claim_record {second_half.MARK} AS SELECT 1 AS old")
        then.execute(f"PRAGMA application_id = {store_connection.APPLICATION_ID}")
        then.execute(f"PRAGMA user_version = {number}")
        insert(then, "speaker")
        insert(then, "claim")
    newer()
    with a_database(path) as db:
        assert tracker.search(db, "rain").claims[0].speaker == "Cleo East"
        assert tracker.adopt(db) == 2
        assert tracker.examine_database(db).faults == ()
