"""What `doctor` finds after someone changed the file behind its back."""

from __future__ import annotations

from contextlib import contextmanager, suppress

import pytest

from claimtrack import tracker
from claimtrack.errors import ClaimtrackError, RefusedError, UnusableError
from tests.builders import URL, a_claim, insert, plain_sqlite


@contextmanager
def unguarded(db):
    """The file without any guard, as someone bent on changing it would have it, who puts them back afterwards."""
    with plain_sqlite(db) as shell:
        guards = shell.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        shell.executescript("BEGIN;" + "".join(f"DROP TRIGGER {name};" for name, _ in guards) + "COMMIT")
        shell.execute("PRAGMA ignore_check_constraints = ON")
        yield shell
        shell.executescript("BEGIN;" + "".join(f"{sql};" for _, sql in guards) + "COMMIT")


def tampered(db, *statements):
    """What is found after the statements ran on the file without its guards."""
    with unguarded(db) as shell:
        for statement in statements:
            shell.execute(statement)
    return tracker.examine_database(db)


@pytest.fixture
def whole(db):
    """A claim with a source, a verdict and evidence, in four steps."""
    a_claim(db, "The road will open", tags="roads", source="Notes", due="2025-01")
    tracker.resolve(db, 1, "failed", evidence=[URL], reason="seen")
    tracker.alias_speaker(db, "Ada North", ["Ада Норт"])
    a_claim(db, "The lake is blue")
    assert tracker.examine_database(db).faults == ()
    return db


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE claim SET text = 'The road will opem' WHERE id = 1", "claim 1"),
        ("UPDATE claim SET due_first = '2025-01-02'  WHERE id = 1", "claim 1"),
        ("UPDATE claim SET deleted = 1 WHERE id = 2", "claim 2"),
        ("UPDATE claim SET deleted = 2, text = '', speaker_id = NULL WHERE id = 2", "claim 2"),
        ("UPDATE claim SET text_key = 1 WHERE id = 2", "claim 2"),
        ("UPDATE speaker SET name = 'Ada Nortj'", "speaker Ada Nortj"),
        ("UPDATE speaker SET key = 'bo south'", "speaker Ada North"),
        ("UPDATE alias SET name = 'Ада'", "speaker Ada North"),
        ("UPDATE source SET publisher = 'Nobody'", "source 1"),
        ("UPDATE verdict SET outcome = 'held'", "verdict on claim 1"),
        ("UPDATE verdict SET reason = NULL", "verdict on claim 1"),
        ("UPDATE evidence SET stance = 'contrary'", "evidence on claim 1"),
        ("DELETE FROM claim_tag", "claim 1"),
        ("INSERT INTO claim_tag VALUES (2, 'new')", "claim 2"),
    ],
)
def test_a_record_that_the_log_does_not_bear_out_is_named(whole, statement, what):
    """Each thing that is not what the log says is one sentence."""
    faults = tampered(whole, statement).faults
    assert (
        f"The record of {what} is not what the log says; `claimtrack doctor --adopt` logs it as it is."
        in faults
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET outcome = 'held' WHERE id = 1",
        "UPDATE claim SET outcome = NULL, verdict_id = NULL WHERE id = 1",
        "UPDATE claim SET replaced_by_id = 1 WHERE id = 2",
        "UPDATE claim SET day = '1999-01-01' WHERE id = 2",
        "UPDATE claim SET disputed = 1 WHERE id = 1",
        "UPDATE claim SET unproven = iif(unproven, NULL, 1) WHERE id = 1",
    ],
)
def test_a_derived_column_that_was_changed_is_found_and_put_right(whole, statement):
    """What lists and scores read is what follows from verdicts, moves and dates."""
    claim = int(statement[-1])
    before = tracker.show(whole, claim).claim
    fault = f"How claim {claim} stands does not follow from its record; run `claimtrack doctor --adopt`."
    assert tampered(whole, statement).faults == (fault,)
    tracker.adopt(whole)
    assert tracker.examine_database(whole).faults == ()
    assert tracker.show(whole, claim).claim == before


@pytest.mark.parametrize("table", ["evidence", "verdict", "alias", "source"])
def test_what_was_removed_is_missed(whole, table):
    """The log knows of it still."""
    assert tampered(whole, f"DELETE FROM {table}").faults


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET who = 'somebody' WHERE seq = 2",
        "UPDATE change SET at = '2024-02-05T09:00:00Z' WHERE seq = 2",
        "UPDATE change SET verb = 'edit' WHERE seq = 2",
        "UPDATE change SET body = replace(body, 'seen', 'said') WHERE seq = 2",
        "UPDATE change SET hash = zeroblob(32) WHERE seq = 2",
        "UPDATE change SET prev = zeroblob(32) WHERE seq = 2",
    ],
)
def test_an_entry_of_the_log_that_was_changed_is_named(whole, statement):
    """The chain does not follow there, though every later hash may be as it was."""
    assert "Step 2 of the log was changed since it was written." in tampered(whole, statement).faults


def test_an_entry_that_was_taken_out_breaks_the_chain(whole):
    """The entry after it follows from nothing."""
    faults = tampered(whole, "DELETE FROM change WHERE seq = 2").faults
    assert "Step 3 of the log was changed since it was written." in faults


def test_the_newest_entries_taken_off_are_found_by_the_head_that_was_noted(whole):
    """A chain that was cut short holds; only someone who kept its head can tell."""
    head = tracker.examine_database(whole).head
    cut = "DELETE FROM change WHERE seq = 4", "DELETE FROM claim WHERE id = 2"
    tampered(whole, "DELETE FROM touched WHERE seq = 4", *cut)
    assert f"{head} is no head that this log ever had." in tracker.examine_database(whole, head=head).faults


def test_no_letter_of_the_log_is_changed_unseen(whole):
    """Wherever it is: found, and told in a sentence."""
    with unguarded(whole) as shell:
        body = shell.execute("SELECT body FROM change WHERE seq = 2").fetchone()[0]
        for at in [*range(0, len(body), 9), body.index('"v"') + 1, body.index('"ops"') + 1]:
            changed = body[:at] + ("q" if body[at] != "q" else "x") + body[at + 1 :]
            shell.execute("UPDATE change SET body = ? WHERE seq = 2", (changed,))
            assert (
                "Step 2 of the log was changed since it was written."
                in tracker.examine_database(whole).faults
            )
            assert len(tracker.history(whole)) == 4
            whole.close()
        shell.execute("UPDATE change SET body = ? WHERE seq = 2", (body,))
    assert tracker.examine_database(whole).faults == ()


def test_a_stale_full_text_index_is_found_and_made_anew(whole):
    """SQLite's own check calls it fine."""
    found = tampered(whole, "INSERT INTO claim_fts (claim_fts) VALUES ('delete-all')")
    assert found.faults == (
        "The full-text index does not match the claims; `claimtrack doctor --adopt` makes it anew.",
    )
    tracker.adopt(whole)
    assert tracker.examine_database(whole).faults == ()
    assert tracker.search(whole, "lake").total == 1


def test_what_another_program_wrote_is_named_and_can_be_adopted(whole):
    """It is logged as from outside, and from then on the log bears it out; a duplicate of it is found."""
    with plain_sqlite(whole) as shell:
        insert(shell, "claim", text="Rain by noon")
        shell.execute("UPDATE claim SET note = 'by hand' WHERE id = 1")
        insert(shell, "claim_tag", claim_id=2, tag="lakes")
    found = tracker.examine_database(whole)
    assert (found.differences, len(found.faults)) == (3, 3)
    assert tracker.adopt(whole) == 3
    assert tracker.examine_database(whole).faults == ()
    assert tracker.history(whole, 3)[0].verb == "adopt"
    with pytest.raises(RefusedError, match="That is claim 3 already"):
        tracker.add(whole, "rain by  NOON", "Ada North")


def test_what_is_gone_from_the_file_is_not_adopted(whole):
    """The log knows its words; a copy made before has it whole."""
    tampered(whole, "DELETE FROM evidence")
    with pytest.raises(RefusedError, match="is in the log but not in the file; go back to a copy"):
        tracker.adopt(whole)


def test_an_empty_file_has_no_faults(db):
    """Nor a head."""
    db.named = False
    found = tracker.examine_database(db)
    assert (found.faults, found.head, found.entries) == ((), "", 0)


def test_looking_for_faults_changes_nothing(whole):
    """Not a byte."""
    whole.close()
    before = whole.path.read_bytes()
    tracker.examine_database(whole)
    whole.close()
    assert whole.path.read_bytes() == before


def test_a_flipped_byte_never_ends_in_a_traceback(whole):
    """Wherever it is in the pages that hold the record: every command answers, or says in a sentence that it can't."""
    whole.close()
    raw = whole.path.read_bytes()
    pages = [at for at in range(4096, len(raw), 4096) if b"CREATE" not in raw[at : at + 4096]]
    written = [at + offset for at in pages for offset in range(4096) if raw[at + offset]]
    for place in written[:: len(written) // 40]:
        whole.path.write_bytes(raw[:place] + bytes([raw[place] ^ 21]) + raw[place + 1 :])
        for look in (tracker.list_claims, tracker.history, tracker.list_speakers, tracker.examine_database):
            with suppress(ClaimtrackError):
                look(whole)
        whole.close()


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("due_first", "'2025-01-3x'"),
        ("due_first", "'2026-01-01'"),
        ("kind", "'prexiction'"),
        ("outcome", "'fained'"),
    ],
)
def test_what_the_file_would_never_let_in_is_damage(whole, column, cell):
    """Told as such, with what to do."""
    with unguarded(whole) as shell:
        shell.execute(f"UPDATE claim SET {column} = {cell} WHERE id = 1")
    with pytest.raises(UnusableError, match=r"The database is damaged: .*; run `claimtrack doctor`"):
        tracker.list_claims(whole)
    assert tracker.examine_database(whole).faults
