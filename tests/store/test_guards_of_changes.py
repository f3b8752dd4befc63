"""Changes that the file itself refuses, from any program: every test writes with plain SQL, foreign keys off."""

from __future__ import annotations

import sqlite3

import pytest

from tests.builders import DUE, a_uid, insert, refuses


@pytest.mark.parametrize("how", ["INSERT OR REPLACE", "REPLACE"])
@pytest.mark.parametrize("table", ["speaker", "source", "claim", "verdict", "evidence"])
def test_nothing_is_replaced_by_inserting_over_it(shell, table, how):
    """`INSERT OR REPLACE` deletes without asking a delete trigger; neither the id nor the uid can be taken."""
    uid = shell.execute(f"SELECT uid FROM {table} WHERE id = 1").fetchone()[0]
    assert refuses(shell, table, how=how, id=1)
    assert refuses(shell, table, how=how, uid=uid)
    assert shell.execute(f"SELECT uid FROM {table} WHERE id = 1").fetchone()[0] == uid


FORBIDDEN = [
    "UPDATE claim SET id = 9 WHERE id = 1",
    "UPDATE claim SET rowid = 9 WHERE id = 1",
    "UPDATE OR REPLACE claim SET id = 2 WHERE id = 1",
    "UPDATE OR REPLACE claim SET _rowid_ = 2 WHERE id = 1",
    "UPDATE OR REPLACE claim SET uid = (SELECT uid FROM claim WHERE id = 2) WHERE id = 1",
    "UPDATE OR REPLACE evidence SET rowid = 9",
    "UPDATE OR REPLACE speaker SET oid = 9",
    "UPDATE claim SET day = '2020-01-01'",
    "UPDATE claim SET outcome = 'held' WHERE id = 3",
    "UPDATE claim SET outcome = NULL WHERE id = 3",
    "UPDATE claim SET verdict_id = NULL WHERE id = 3",
    "UPDATE claim SET verdict_id = 1 WHERE id = 1",
    "UPDATE claim SET replaced_by_id = 2 WHERE id = 1",
    "UPDATE claim SET disputed = 1 WHERE id = 3",
    "UPDATE claim SET unproven = 1 WHERE id = 1",
    "UPDATE claim SET unproven = iif(unproven, NULL, 1) WHERE id = 3",
    "UPDATE claim SET text = '' WHERE id = 1",
    "UPDATE claim SET due_last = '2025-02-30' WHERE id = 2",
    "UPDATE claim SET kind = 'deadline' WHERE id = 1",
    "UPDATE claim SET speaker_id = NULL WHERE id = 1",
    "UPDATE claim SET speaker_id = 99 WHERE id = 1",
    "UPDATE claim SET deleted = 2 WHERE id = 1",
    "UPDATE claim SET deleted = 2, text = '', speaker_id = NULL WHERE id = 1",
    "UPDATE claim SET deleted = 2, text = '', speaker_id = NULL, verdict_id = NULL, outcome = NULL WHERE id = 3",
    "UPDATE speaker SET same_as_id = 1 WHERE id = 1",
    "UPDATE speaker SET deleted = 1",
    "UPDATE source SET deleted = 1",
    "UPDATE alias SET name = 'Ada'",
    "UPDATE verdict SET outcome = 'held'",
    "UPDATE verdict SET reason = 'because'",
    "UPDATE evidence SET url = 'https://example.org/other'",
    "UPDATE evidence SET claim_id = 2",
    "UPDATE evidence SET verdict_id = 1, stance = 'for' WHERE claim_id = 1",
    'UPDATE change SET body = \'{"ops":[],"v":1}\' WHERE seq = 1',
    "UPDATE change SET who = 'somebody' WHERE seq = 1",
    "UPDATE OR REPLACE change SET seq = 2 WHERE seq = 1",
    "UPDATE touched SET seq = 1 WHERE seq = 2",
    "UPDATE OR REPLACE touched SET claim_id = 1 WHERE claim_id = 2",
    *(
        f"DELETE FROM {table}"
        for table in ("speaker", "source", "claim", "verdict", "evidence", "change", "touched")
    ),
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_what_is_written_is_not_rewritten(shell, statement):
    """Ids stay, verdicts, evidence and the log are append-only, derived columns follow, nothing is removed."""
    before = "\n".join(shell.iterdump())
    with pytest.raises(sqlite3.IntegrityError):
        shell.execute(statement)
    assert "\n".join(shell.iterdump()) == before


@pytest.mark.parametrize("column", ["day", "outcome", "verdict_id", "replaced_by_id", "disputed", "unproven"])
def test_a_new_claim_brings_nothing_that_is_derived(shell, column):
    """The verdict of a new claim is the one it is given later."""
    value = {"day": "2025-01-01", "outcome": "held"}.get(column, 1)
    assert refuses(shell, "claim", **{column: value})


def test_an_appearance_is_marked_deleted_never_removed(shell):
    """Only what belongs to a claim deleted for ever is removed."""
    insert(shell, "appearance")
    with pytest.raises(sqlite3.IntegrityError, match="appearance is never removed"):
        shell.execute("DELETE FROM appearance")


def test_claims_do_not_replace_each_other_in_a_loop(shell):
    """A chain of moves has a beginning, and one claim is replaced once."""
    second = insert(shell, "claim", replaces_id=1)
    third = insert(shell, "claim", replaces_id=second)
    assert refuses(shell, "claim", replaces_id=1)
    for claim in (1, second):
        with pytest.raises(sqlite3.IntegrityError, match="replace itself"):
            shell.execute("UPDATE claim SET replaces_id = ? WHERE id = ?", (third, claim))


def test_claims_that_were_deleted_as_a_loop_do_not_come_back(shell):
    """While deleted they may point anywhere; brought back they may not close a loop."""
    second = insert(shell, "claim", replaces_id=1)
    shell.execute("UPDATE claim SET deleted = 1 WHERE id IN (1, ?)", (second,))
    shell.execute("UPDATE claim SET replaces_id = ? WHERE id = 1", (second,))
    with pytest.raises(sqlite3.IntegrityError, match="replace itself"):
        shell.execute("UPDATE claim SET deleted = 0 WHERE id = 1")


def test_speakers_are_merged_into_one_that_was_not_merged(shell):
    """A merge is one step long in either direction, so that every query finds the one speaker in one look."""
    second = insert(shell, "speaker", name="Bo South", key="bo south", same_as_id=1)
    third = insert(shell, "speaker", name="Cy West", key="cy west")
    with pytest.raises(sqlite3.IntegrityError, match="was merged into"):
        shell.execute("UPDATE speaker SET same_as_id = ? WHERE id = ?", (second, third))
    with pytest.raises(sqlite3.IntegrityError, match="merge them first"):
        shell.execute("UPDATE speaker SET same_as_id = ? WHERE id = 1", (third,))
    assert refuses(shell, "speaker", name="Dee East", key="dee east", same_as_id=second)


def test_what_came_late_is_not_called_held(shell):
    """Neither by the verdict, nor by moving the due date under it, nor by annulling the verdict that said so."""
    late = {"outcome": "held", "happened_first": "2025-02-01", "happened_last": "2025-02-03", "claim_id": DUE}
    assert refuses(shell, "verdict", **late)
    insert(shell, "verdict", **late | {"happened_first": "2025-01-31"})
    with pytest.raises(sqlite3.IntegrityError, match="did not hold"):
        shell.execute(
            "UPDATE claim SET due_first = '2025-01-01', due_last = '2025-01-30' WHERE id = ?", (DUE,)
        )


def test_a_verdict_that_would_be_late_by_now_does_not_stand_again(shell):
    """While another verdict stands the due date may change; the annulment that would bring it back is refused."""
    held = insert(
        shell,
        "verdict",
        claim_id=DUE,
        outcome="held",
        happened_first="2025-01-31",
        happened_last="2025-01-31",
    )
    failed = insert(shell, "verdict", claim_id=DUE)
    shell.execute("UPDATE claim SET due_last = '2025-01-30' WHERE id = ?", (DUE,))
    assert held
    assert refuses(shell, "verdict", claim_id=DUE, act="annul", outcome=None, annuls_id=failed)


def test_a_promise_may_be_kept_late(shell):
    """Only predictions and deadlines are tied to their date."""
    promise = insert(shell, "claim", kind="promise", due_first="2025-01-01", due_last="2025-01-01")
    late = {"happened_first": "2025-03-01", "happened_last": "2025-03-01"}
    assert not refuses(shell, "verdict", claim_id=promise, outcome="held", **late)


def test_the_log_only_continues(shell):
    """An entry follows the last one, by number, by hash and by uid."""
    seq, head = shell.execute("SELECT seq, hash FROM change ORDER BY seq DESC").fetchone()
    assert refuses(shell, "change", seq=seq + 2, prev=head)
    assert refuses(shell, "change", seq=seq + 1)
    assert refuses(shell, "change", seq=seq + 1, prev=head, uid=a_uid())
    assert refuses(shell, "change", how="INSERT OR REPLACE", seq=1)
    assert not refuses(shell, "change", seq=seq + 1, prev=head)


def test_a_deleted_speaker_or_source_gets_no_claims(shell):
    """Nor does a claim come back whose speaker is gone."""
    speaker = insert(shell, "speaker", deleted=1)
    source = insert(shell, "source", deleted=1)
    assert refuses(shell, "claim", speaker_id=speaker)
    assert refuses(shell, "claim", source_id=source)
    gone = insert(shell, "claim", speaker_id=speaker, deleted=1)
    with pytest.raises(sqlite3.IntegrityError, match="that speaker was deleted"):
        shell.execute("UPDATE claim SET deleted = 0 WHERE id = ?", (gone,))
