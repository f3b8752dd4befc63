"""Deleting for ever: no word is left in the file, and the chain of the log still holds."""

from __future__ import annotations

import sqlite3

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError
from tests.builders import URL, a_claim, insert, plain_sqlite

WORDS = {
    "text": "Quagmires vanish", "quote": "Vanishing bogs", "translation": "Зникнуть болота", "via": "some hearsayer",
    "role": "swamp minister", "criterion": "hydrometers agree", "note": "doubtful peat", "tags": "marshland",
    "due": "the end of March",
}  # fmt: skip  # a row a few fields
FORGOTTEN = [
    *WORDS.values(),
    "damp reason",
    "soggy rating",
    "https://example.org/wetness",
    "drenched note",
    "reworded fen",
]


@pytest.fixture
def regretted(db):
    """A claim that has everything, was edited, judged, judged again and commented on, between two others."""
    a_claim(db, "The road will open")
    a_claim(db, speaker="Ada North", **WORDS)
    tracker.add_evidence(db, 2, ["https://example.org/wetness"], note="drenched note")
    tracker.resolve(db, [1, 2], "failed", reason="damp reason", rating="soggy rating", contrary=[URL])
    tracker.unresolve(db, [1])
    tracker.edit(db, 2, text="reworded fen")
    a_claim(db, "The lake is blue", source="Notes")
    return db


def traces(db, words):
    """Which of the words are in the bytes of the file, in any case."""
    db.close()
    raw = db.path.read_bytes()
    return [
        word
        for word in words
        if any(form.encode() in raw for form in (word, word.lower(), word.split()[0].lower()))
    ]


def test_no_word_of_it_is_in_the_file(regretted):
    """Not in the tables, the log or the full-text index; not even a tag, its deadline's words or a link."""
    words = [
        word for word in FORGOTTEN if word not in ("damp reason", "soggy rating")
    ]  # claim 1 has them too
    words.remove(WORDS["due"])
    assert traces(regretted, words) == words
    assert len(tracker.forget(regretted, [2])) == 1
    assert traces(regretted, words) == []


def test_what_others_share_stays(regretted):
    """The step judged two claims: what it did to the other one is still there and in its history."""
    before = tracker.show(regretted, 1)
    tracker.forget(regretted, [2])
    after = tracker.show(regretted, 1)
    assert (after.claim, after.verdicts) == (before.claim, before.verdicts)
    assert [entry.verb for entry in tracker.history(regretted, 1)] == ["unresolve", "resolve", "add"]
    assert tracker.list_claims(regretted).total == 2


def test_the_chain_still_holds(regretted):
    """The head of before is still in it, and the log replayed gives the records."""
    head = tracker.examine_database(regretted).head
    tracker.forget(regretted, [2])
    found = tracker.examine_database(regretted, head=head)
    assert (found.faults, found.head_found_at, found.entries) == ((), 7, 8)


def test_it_is_gone_for_ever(regretted):
    """It can't be shown, searched, judged, brought back or forgotten again; its number is not given again."""
    tracker.forget(regretted, [2])
    assert tracker.last_step(regretted).verb == "add"
    assert tracker.search(regretted, "reworded").total == 0
    for look in (
        tracker.show,
        tracker.history,
        tracker.delete,
        tracker.edit,
        lambda db, claim: tracker.forget(db, [claim]),
    ):
        with pytest.raises(RefusedError, match="There is no claim 2"):
            look(regretted, 2)
    assert a_claim(regretted).id == 4
    with plain_sqlite(regretted) as shell, pytest.raises(sqlite3.IntegrityError, match="stays deleted"):
        shell.execute("UPDATE claim SET deleted = 0, text = 'back', speaker_id = 1 WHERE id = 2")


def test_the_steps_of_others_are_still_undone(regretted):
    """Steps that did nothing else are passed over; those that did more are taken back for the rest."""
    tracker.forget(regretted, [2])
    undone = []
    while tracker.last_step(regretted):
        undone.append(tracker.undo(regretted).verb)
        assert tracker.examine_database(regretted).faults == ()
    assert undone == ["add", "unresolve", "resolve", "add"]
    assert tracker.list_claims(regretted).total == 0


def test_a_claim_deleted_before_can_be_forgotten(regretted):
    """`delete` and then, on second thoughts, for ever."""
    tracker.delete(regretted, 2)
    assert len(tracker.forget(regretted, [2])) == 1
    assert traces(regretted, ["reworded fen"]) == []
    assert tracker.examine_database(regretted).faults == ()


def test_after_it_the_log_is_still_not_reworded(regretted):
    """Forgetting opens the log for digests alone."""
    tracker.forget(regretted, [2])
    with plain_sqlite(regretted) as shell:
        for body in ('{"ops":[],"v":1}', '{"ops":["a"],"v":1}', "replace(body, 'road', 'lake')"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                shell.execute(f"UPDATE change SET body = {body if '(' in body else repr(body)} WHERE seq = 1")


def test_what_pointed_at_it_points_at_nothing(db):
    """A claim that moved on from it starts its own chain."""
    a_claim(db, due="2025-01-01")
    with plain_sqlite(db) as shell:
        insert(shell, "claim", due_first="2025-06-01", due_last="2025-06-01", replaces_id=1)
    tracker.adopt(db)
    assert tracker.show(db, 2).claim.slip_days == 151
    tracker.forget(db, [1])
    whole = tracker.show(db, 2)
    assert (whole.claim.replaces, whole.claim.slip_days, whole.chain) == (None, None, ())
    assert tracker.examine_database(db).faults == ()
