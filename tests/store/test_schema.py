"""A file whose triggers, views, indexes or tables another program changed: named, not written to, and made again."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
import sqlite_utils

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnusableError
from claimtrack.store.schema import tables
from tests.builders import a_claim, plain_sqlite, refuses

REPAIR = "`claimtrack doctor --repair`"


@pytest.fixture
def whole(db):
    """A claim that was judged, in a file that nothing is wrong with."""
    a_claim(db, "The bridge will open", due="2025-01", tags="bridges", source="Notes")
    a_claim(db, "The lake is blue")
    tracker.resolve(db, 1, "failed", reason="seen")
    assert tracker.examine_database(db).faults == ()
    return db


def changed(db, *statements):
    """What is found after another program ran the statements."""
    with plain_sqlite(db) as shell:
        for statement in statements:
            shell.execute(statement)
    return tracker.examine_database(db).faults


CHANGES = {
    "DROP TRIGGER verdict_unchanged": f"The trigger verdict_unchanged on verdict is missing; {REPAIR} makes it again.",
    "DROP INDEX claim_day": f"The index claim_day on claim is missing; {REPAIR} makes it again.",
    "DROP VIEW standing": f"The view standing is missing; {REPAIR} makes it again.",
    "DROP TABLE claim_fts": f"The table claim_fts is missing; {REPAIR} makes it again.",
    "CREATE TRIGGER helpful AFTER INSERT ON Claim BEGIN UPDATE claim SET note = 'x' WHERE id = NEW.id; END": (
        f"The trigger helpful on Claim is not claimtrack's; {REPAIR} takes it off."
    ),
    'CREATE TRIGGER "of a view" INSTEAD OF UPDATE ON claim_record BEGIN SELECT 1; END': (
        f"The trigger of a view on claim_record is not claimtrack's; {REPAIR} takes it off."
    ),
    "CREATE UNIQUE INDEX once ON claim(text)": f"The index once on claim is not claimtrack's; {REPAIR} takes it off.",
    "ALTER TABLE evidence ADD COLUMN colour TEXT": (
        f"The table evidence is not what claimtrack made; {REPAIR} makes it again."
    ),
    "DROP TABLE touched": "The table touched is missing, with all that it held; go back to a copy.",
}  # fmt: skip  # what another program does, and what is said of it


@pytest.mark.parametrize(("statement", "said"), CHANGES.items())
def test_each_part_that_is_not_as_it_was_made_is_named(whole, statement, said):
    """Whoever reads knows which rule did not hold."""
    assert said in changed(whole, statement)


@pytest.mark.parametrize("statement", [*CHANGES, "DROP TRIGGER standing_verdict", "DROP TRIGGER log_stays"])
def test_nothing_is_written_to_a_file_without_its_rules(whole, statement):
    """Else a verdict would be recorded that does not count, and the command would say that all is well."""
    changed(whole, statement)
    with pytest.raises(UnusableError, match=f"was changed by another program: the .*; run .*, and {REPAIR}"):
        tracker.resolve(whole, 2, "held")
    with plain_sqlite(whole) as shell:
        assert shell.execute("SELECT count(*) FROM verdict").fetchone() == (1,)


@pytest.mark.parametrize(
    "statement", [one for one in CHANGES if "colour" not in one and "touched" not in one]
)
def test_repair_makes_the_schema_what_it_was(whole, statement):
    """And says what differed; the records are as they were, and can be written to."""
    before = tracker.show(whole, 1).claim
    changed(whole, statement)
    done = tracker.repair(whole)
    assert len(done.made + done.taken_off) >= 1
    assert tracker.examine_database(whole).faults == ()
    assert tracker.show(whole, 1).claim == before
    assert tracker.history(whole)[0].verb == "repair"
    tracker.resolve(whole, 2, "held")


def test_what_a_repair_did_is_no_step_that_can_be_taken_back(whole):
    """The step before it is."""
    changed(whole, "DROP TRIGGER log_stays")
    tracker.repair(whole)
    assert tracker.undo(whole).verb == "resolve"
    assert tracker.show(whole, 1).claim.status == "unresolved"
    assert tracker.examine_database(whole).faults == ()


def test_a_repair_of_what_is_whole_is_not_noted(whole):
    """The full text is made anew all the same."""
    before = len(tracker.history(whole))
    assert tracker.repair(whole) == tracker.Repaired((), ())
    assert len(tracker.history(whole)) == before


def test_a_table_that_another_program_built_anew_gets_its_rules_back(whole):
    """As `sqlite-utils transform` does, which drops the triggers and keeps the rows."""
    whole.close()
    with closing(sqlite3.connect(whole.path)) as connection:
        sqlite_utils.Database(connection)["verdict"].transform(rename={})
    assert any("The table verdict" in fault for fault in tracker.examine_database(whole).faults)
    with pytest.raises(UnusableError, match="the table verdict is not what claimtrack made, and 11 other"):
        tracker.resolve(whole, 2, "failed")
    done = tracker.repair(whole)
    assert "table verdict" in done.made
    assert tracker.examine_database(whole).faults == ()
    assert tracker.resolve(whole, 2, "failed")[0].status == "resolved"
    with plain_sqlite(whole) as shell:
        assert refuses(shell, "verdict", outcome="perhaps")


def test_what_followed_from_no_rule_follows_again(whole):
    """A verdict that was written while the trigger was gone counts once it is back."""
    with plain_sqlite(whole) as shell:
        shell.execute("DROP TRIGGER standing_verdict")
        shell.execute(
            "INSERT INTO verdict (uid, claim_id, act, outcome) VALUES (?, 2, 'judge', 'held')", ("0" * 26,)
        )
    tracker.repair(whole)
    assert tracker.show(whole, 2).claim.outcome == "held"
    assert [fault for fault in tracker.examine_database(whole).faults if "--adopt" not in fault] == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("DROP TABLE touched", "The table touched is gone"),
        ("ALTER TABLE claim ADD COLUMN colour TEXT", "has a column 'colour' that is not claimtrack's"),
    ],
)
def test_what_can_not_be_made_again_is_refused(whole, statement, says):
    """Rows that are gone are in a copy, and a column of somebody's may hold what they want to keep."""
    changed(whole, statement)
    whole.close()
    before = whole.path.read_bytes()
    with pytest.raises(RefusedError, match=says):
        tracker.repair(whole)
    whole.close()
    assert whole.path.read_bytes() == before


def test_what_somebody_added_for_themselves_stays(whole):
    """A view, an index, a table with a trigger of its own."""
    own = (
        "CREATE VIEW mine AS SELECT id, text FROM claim_record",
        "CREATE INDEX my_index ON claim(note)",
        "CREATE TABLE reading_list (url TEXT UNIQUE)",
        "CREATE TRIGGER read AFTER INSERT ON reading_list BEGIN SELECT 1; END",
        "CREATE TRIGGER rule BEFORE INSERT ON claim WHEN NEW.text = 'x' BEGIN SELECT RAISE(ABORT, 'no x'); END",
    )
    assert changed(whole, *own) == ()
    assert a_claim(whole, "Another").id == 3
    assert tracker.repair(whole).taken_off == ()
    with plain_sqlite(whole) as shell:
        names = {row[0] for row in shell.execute("SELECT name FROM sqlite_schema")}
    assert {"mine", "my_index", "reading_list", "read"} <= names


@pytest.mark.usefixtures("as_anyone")
def test_a_file_that_can_only_be_read_is_not_repaired(whole):
    """It is told in a sentence."""
    changed(whole, "DROP TRIGGER log_stays")
    whole.close()
    whole.path.chmod(0o444)
    with pytest.raises(UnusableError, match="can't be written to"):
        tracker.repair(whole)


@pytest.mark.parametrize("lost", [("application_id", "user_version"), ("application_id",), ("user_version",)])
def test_a_dump_that_was_read_in_again_is_recognised_and_stamped(whole, told, lost):
    """It has lost what marks a file as ours, and all else is there."""
    before = tracker.show(whole, 1)
    with plain_sqlite(whole) as shell:
        for mark in lost:
            shell.execute(f"PRAGMA {mark} = 0")
    for use in (tracker.list_claims, a_claim, tracker.examine_database):
        with pytest.raises(
            UnusableError, match=f"is a claimtrack database without its stamp, .*; {REPAIR} stamps"
        ):
            use(whole)
    told.clear()
    assert tracker.repair(whole).made == ()
    assert told == [f"Stamped {whole.path} as claimtrack's, of version {tables.version()}."]
    assert tracker.examine_database(whole).faults == ()
    assert tracker.show(whole, 1) == before
    assert a_claim(whole, "Another").id == 3
