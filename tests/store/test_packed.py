"""A step with thousands of changes: its operations are packed, and all that is done with a log is done with it too."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError
from claimtrack.exchange.incoming import Row
from claimtrack.store.log import packed
from claimtrack.store.schema import tables
from tests.builders import URL, a_claim, a_database, plain_sqlite
from tests.copies import copies

CLAIMS = 6


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    """Packs three operations where there would be a thousand."""
    monkeypatch.setattr(packed, "A_CHUNK", 3)


def rows(count=CLAIMS):
    """Claims of a file, the last of which replaces the first, each with a source, a verdict and evidence of its own."""
    for number in range(1, count + 1):
        verdict = {
            "act": "judge",
            "outcome": "failed",
            "reason": f"reason {number}",
            "evidence": [{"url": URL}],
        }
        yield Row(
            number,
            {
                "id": number, "speaker": "Ada North", "text": f"Promise {number}", "due": f"2025-01-{number:02}",
                "source": {"title": f"Paper {number}"}, "verdicts": [verdict], "tags": ["roads"],
                "replaces": 1 if number == count else None, "created_at": "2024-05-05T05:05:05Z",
                "updated_at": "2024-06-06T06:06:06Z",
            },
        )  # fmt: skip  # a fact a field


@pytest.fixture
def big(db):
    """A file in which one step did more than a thousand things, before and after two small ones."""
    a_claim(db, "The road will open", tags="roads")
    tracker.import_(db, rows())
    a_claim(db, "The lake is blue")
    return db


def chunks(db, seq=2):
    """The operations of a step, as they are packed."""
    with plain_sqlite(db) as shell:
        found = shell.execute("SELECT ops FROM packed WHERE seq = ? ORDER BY chunk", (seq,)).fetchall()
        return [zlib.decompress(ops).decode() for (ops,) in found]


def said(entries):
    """Verbs, and what each changed."""
    return [(entry.verb, [change.label for change in entry.changes]) for entry in entries]


def test_what_was_done_is_proven_by_the_chain(big):
    """It is packed, and the log replayed gives the records."""
    assert len(chunks(big)) > CLAIMS
    assert tracker.examine_database(big).faults == ()


def test_the_head_is_the_same_however_it_is_kept(tmp_path, monkeypatch):
    """So files whose steps were packed in other sizes have one log."""
    heads = []
    for size in (1, 4, 1000):
        monkeypatch.setattr(packed, "A_CHUNK", size)
        with a_database(tmp_path / f"{size}.db") as db:
            tracker.import_(db, rows())
            heads.append(tracker.examine_database(db).head)
    assert len(set(heads)) == 1


def test_the_history_of_one_claim_is_what_was_done_to_it(big):
    """To none of the others, and the same that `show` has."""
    assert said(tracker.history(big, 4)) == [
        ("import", ["claim 4", "verdict on claim 4", "evidence on claim 4"]),
    ]
    assert said(tracker.history(big, 7))[0][1][-1] == "claim 7"  # which replaced another, once that was there
    assert said(tracker.history(big, 1)) == [("add", ["speaker Ada North", "claim 1"])]


def test_to_look_at_one_claim_no_other_chunk_is_unpacked(big):
    """What can't be unpacked is not missed."""
    with plain_sqlite(big) as shell:
        shell.execute("DROP TRIGGER packed_unchanged")
        (here,) = shell.execute("SELECT min(chunk) FROM touched WHERE claim_id = 4").fetchone()
        shell.execute("UPDATE packed SET ops = x'00' WHERE chunk NOT IN (?, ?)", (here, here + 1))
    assert said(tracker.history(big, 4))[0][1][0] == "claim 4"


def test_the_whole_history_has_all_of_it_or_its_beginning(big):
    """A terminal has no room for a million lines; a program gets them."""
    whole, begun = (tracker.history(big, whole=whole)[1] for whole in (True, False))
    assert (whole.more, begun.changes) == (0, whole.changes[:3])
    assert begun.more == len(whole.changes) - 3


def test_it_is_taken_back_as_a_whole(big):
    """And the taking back, which is as big, is itself proven; nothing is left but what was there before."""
    tracker.undo(big)
    tracker.undo(big)
    assert [claim.text for claim in tracker.list_claims(big).claims] == ["The road will open"]
    assert len(chunks(big, 5)) > CLAIMS
    assert tracker.examine_database(big).faults == ()
    assert tracker.last_step(big).verb == "add"


def test_taking_it_back_is_refused_where_something_depends_on_it(big):
    """The step that does is named, though it is packed too; here it is one that another program hid from `undo`."""
    moves = [
        Row(
            number,
            {
                "speaker": "Ada North",
                "text": f"Promise {number} again",
                "replaces_uid": tracker.show(big, number).claim.uid,
            },
        )
        for number in range(3, 7)
    ]
    tracker.import_(big, moves)
    with plain_sqlite(big) as shell:
        (rule,) = shell.execute("SELECT sql FROM sqlite_schema WHERE name = 'log_unchanged'").fetchone()
        shell.execute("DROP TRIGGER log_unchanged")
        shell.execute("UPDATE change SET verb = 'adopt' WHERE seq IN (3, 4)")
        shell.execute(rule)
    with pytest.raises(
        RefusedError, match=r"Step 2 \(import.* can't be taken back: claim \d was used by step 4 \(adopt"
    ):
        tracker.undo(big)


def test_deleting_for_ever_leaves_no_word_in_it(big):
    """The chunk is packed again, and the chain still holds."""
    head = tracker.examine_database(big).head
    tracker.forget(big, [4])
    found = tracker.examine_database(big, head=head)
    assert (found.faults, found.head_found_at) == ((), 3)
    left = "".join(chunks(big))
    assert "Promise 2" in left
    assert "Promise 3" not in left
    assert "reason 3" not in left


def test_what_is_left_of_it_is_still_taken_back(big):
    """But for the claim that is gone."""
    tracker.forget(big, [4])
    tracker.undo(big)
    tracker.undo(big)
    assert tracker.list_claims(big).total == 1
    assert tracker.examine_database(big).faults == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM packed WHERE seq = 2 AND chunk = 3",
        "DELETE FROM packed WHERE seq = 2",
        "UPDATE packed SET ops = x'00' WHERE seq = 2 AND chunk = 3",
        "UPDATE packed SET ops = substr(ops, 1, length(ops) - 1) WHERE seq = 2 AND chunk = 3",
        "UPDATE packed SET chunk = 1 - chunk WHERE chunk < 0",
        'UPDATE change SET body = \'{"ops":["aa"],"v":1}\' WHERE seq = 2',
        "INSERT INTO packed SELECT 3, chunk, count, ops FROM packed WHERE seq = 2",
    ],
)
def test_what_was_tampered_with_is_named(big, statement):
    """Whatever was done to a chunk, or between them."""
    with plain_sqlite(big) as shell:
        for (name,) in shell.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            shell.execute(f"DROP TRIGGER {name}")
        changed = shell.execute(statement).rowcount
    faults = tracker.examine_database(big).faults
    assert any("of the log was changed since it was written" in fault for fault in faults) is bool(changed)
    assert tracker.history(big)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM packed",
        "UPDATE packed SET ops = x'00'",
        "UPDATE packed SET count = 1 WHERE chunk = 1",
        "INSERT INTO packed VALUES (2, 1000, 1, x'00')",
        "INSERT OR REPLACE INTO packed VALUES (2, 1, 1, x'00')",
        "INSERT INTO packed VALUES (9, 1, 1, x'00')",
        "UPDATE touched SET chunk = 1",
        "DELETE FROM touched",
    ],
)
@pytest.mark.parametrize("forgotten", [False, True])
def test_it_is_append_only_for_every_program(big, statement, forgotten):
    """Deleting for ever opens it for other contents of a chunk alone."""
    if forgotten:
        tracker.forget(big, [2])
        if statement == "UPDATE packed SET ops = x'00'":
            return
    with (
        plain_sqlite(big) as shell,
        pytest.raises(sqlite3.IntegrityError, match=r"append-only|no such change"),
    ):
        shell.execute(statement)


def test_claims_keep_the_times_that_they_came_with(big):
    """Also those that were linked chunks later; one that was there and is changed has the time of the step."""
    times = {claim.id: claim.updated_at for claim in tracker.list_claims(big).claims}
    assert {times[number] for number in range(2, 8)} == {"2024-06-06T06:06:06Z"}
    changed = [Row(1, {"uid": tracker.show(big, 2).claim.uid, "note": "seen"})]
    changed += [Row(number, {"speaker": "Bo South", "text": f"Rain {number}"}) for number in range(2, 9)]
    tracker.import_(big, changed)
    assert tracker.show(big, 2).claim.updated_at == "2025-02-05T09:00:03Z"


@pytest.mark.parametrize("forgotten", [False, True])
def test_it_is_taken_in_whole_by_a_merge(forgotten):
    """Either way round; what one side deleted for ever is gone on both."""
    with copies() as files:
        with files.open("base") as db:
            a_claim(db, "The road will open")
        files.copy("base", "ada", "bo")
        with files.open("ada") as db:
            tracker.import_(db, rows())
        files.copy("ada", "old")
        files.merge("bo", "ada")
        if forgotten:
            with files.open("bo") as db:
                tracker.forget(db, [3])
        files.copy("bo", "new")
        files.merge("bo", "ada")
        files.merge("ada", "new")
        assert files.held("ada") == files.held("bo")
        with files.open("ada") as db:
            assert tracker.examine_database(db).faults == ()
            assert said(tracker.history(db, 5))[-1][1][0] == "claim 5"


def test_a_file_of_before_keeps_which_claims_a_step_touched():
    """They stand in the bodies of their entries."""
    (number,) = (
        at for at, one in enumerate(tables.MIGRATIONS) if any("TABLE packed" in each for each in one)
    )
    before, packing = tables.MIGRATIONS[:number], tables.MIGRATIONS[number]
    with closing(sqlite3.connect(":memory:")) as file:
        for statement in (statement for migration in before for statement in migration):
            file.execute(statement)
        file.executemany("INSERT INTO touched VALUES (?, ?)", [(2, 1), (1, 1), (1, 3)])
        for statement in packing:
            file.execute(statement)
        assert file.execute("SELECT * FROM touched").fetchall() == [(1, 1, 0), (1, 3, 0), (2, 1, 0)]
