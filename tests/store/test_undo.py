"""History and undo: whatever was done is logged as a whole, and taken back exactly."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from tests.builders import START, URL, a_claim, a_clock, a_database, a_fresh_database, insert, plain_sqlite


def standing(db):
    """All that can be seen of the record, but for the stamps of the last change."""
    claims = [tracker.show(db, claim.id) for claim in tracker.list_claims(db).claims]
    return (
        [(whole.claim._replace(updated_at=""), whole.chain) for whole in claims],
        [(speaker.name, speaker.aliases, speaker.claims) for speaker in tracker.list_speakers(db)],
        tracker.list_sources(db),
    )


STEPS = {
    "add": lambda db: tracker.add(
        db, "The ferry will sail", "Bo South", due="2025-03", source="Ferry news", url=URL, tags="sea, spring",
        quote="It sails.", probability="70%", said="2025-01", via="an expert", published="2025-02-05",
    ),
    "add unnamed": lambda db: tracker.add(db, "The ferry is old", "a senior official", unnamed=True),
    "edit": lambda db: tracker.edit(
        db, [1, 2], text="Other words", due="2025-04", note="seen", tags="new", untag="bridges", role="minister",
    ),
    "edit speaker and source": lambda db: tracker.edit(db, 1, speaker="Cy West", source="Another paper"),
    "edit to nothing": lambda db: tracker.edit(db, 2, due="", quote="", source="", probability=""),
    "edit to unnamed": lambda db: tracker.edit(db, 2, unnamed=True),
    "tags": lambda db: tracker.edit(db, 1, tags=["a", "b"], untag=["bridges"]),
    "delete": lambda db: tracker.delete(db, [1, 2, 3]),
    "resolve": lambda db: tracker.resolve(
        db, [1, 2], "did not happen", evidence=[URL], contrary=["https://example.org/no"], reason="seen",
    ),
    "resolve again": lambda db: tracker.resolve(db, 3, "held", happened="2025-01", overrule=True),
    "unresolve": lambda db: tracker.unresolve(db, 3, reason="too soon"),
    "evidence": lambda db: tracker.add_evidence(db, 1, ["https://example.org/1", "https://example.org/2"]),
    "evidence of a verdict": lambda db: tracker.add_evidence(db, 3, [], quote="Not so.", contrary=True),
    "alias": lambda db: tracker.alias_speaker(db, "Ada North", ["Ада Норт", "A. N."]),
    "alias off": lambda db: tracker.alias_speaker(db, "Ada North", ["Ada of the north"], remove=True),
    "rename": lambda db: tracker.rename_speaker(db, "Ada North", "Ada Northern"),
    "move": lambda db: tracker.move(db, 2, due="2025-06", probability=0.9, tags="moved", source="Later news"),
    "repeat": lambda db: tracker.repeat(db, 1, said="2025-01-30", source="Another paper"),
    "contradict": lambda db: tracker.edit(db, 1, contradicts=[2]),
    "replace": lambda db: tracker.edit(db, 1, replaces=2),
    "merge": lambda db: tracker.merge_speakers(db, "Dee East", into="Ada North"),
    "add-source": lambda db: tracker.add_source(db, "A report", publisher="The bureau", published="January"),
    "edit-source": lambda db: tracker.edit_source(db, 1, title="Notes, corrected", published="2025-01-30", url=""),
}  # fmt: skip  # a row a step


@pytest.fixture
def lived_in(db):
    """Three claims by two speakers: one with evidence collected, one with a source, one judged."""
    a_claim(db, tags="bridges")
    a_claim(db, "The road will open", due="2025-01", source="Notes", quote="Soon.", probability=0.4)
    a_claim(db, "The lake is blue", "Dee East")
    tracker.resolve(db, 3, "true", evidence=[URL])
    tracker.add_evidence(db, 1, ["https://example.org/seen"], note="from the air")
    tracker.alias_speaker(db, "Ada North", ["Ada of the north"])
    return db


@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_taken_back_exactly(lived_in, step):
    """The step is one entry of the history, and undoing it gives the record of before."""
    before, entries = standing(lived_in), len(tracker.history(lived_in))
    STEPS[step](lived_in)
    assert standing(lived_in) != before
    assert len(tracker.history(lived_in)) == entries + 1
    shown = tracker.last_step(lived_in)
    assert tracker.undo(lived_in).uid == shown.uid
    assert standing(lived_in) == before
    assert tracker.examine_database(lived_in).faults == ()


names = st.sampled_from(["Ada North", "Bo South", "Cy West"])
numbers = st.integers(1, 4)
texts = st.sampled_from(["The road will open", "The lake is blue"])
links = st.lists(st.sampled_from([URL, "https://example.org/2"]), max_size=2, unique=True)
dates = st.sampled_from([None, "", "2025-01", "2025-03-01"])
tags = st.lists(st.sampled_from("abc"), max_size=2)
titles = st.sampled_from([None, "Notes", "Report"])


def step(verb, *values, **named):
    """A call of the tracker with generated values, as a function of the database."""
    return st.builds(
        lambda given, by_name: lambda db: verb(db, *given, **by_name),
        st.tuples(*values),
        st.fixed_dictionaries(named),
    )


any_step = st.one_of(
    step(tracker.add, texts, names, due=dates, tags=tags, source=titles, unnamed=st.booleans(), force=st.booleans()),
    step(tracker.edit, numbers, text=texts, due=dates, tags=tags, untag=tags, source=titles),
    step(tracker.edit, numbers, speaker=names, unnamed=st.booleans()),
    step(tracker.delete, numbers),
    step(tracker.edit, numbers, contradicts=st.lists(numbers, max_size=1)),
    step(tracker.edit, numbers, replaces=numbers | st.just("")),
    step(tracker.move, numbers, due=dates, probability=st.sampled_from([None, 0.5])),
    step(tracker.repeat, numbers, said=dates, source=titles),
    step(tracker.resolve, numbers, st.sampled_from(["held", "failed", None]), evidence=links, contrary=links,
         happened=st.sampled_from([None, "2025-01-15", "2025-02-04"])),
    step(tracker.unresolve, numbers),
    step(tracker.add_evidence, numbers, links, contrary=st.booleans()),
    step(tracker.alias_speaker, names, st.lists(st.sampled_from(["Ада", "Bo"]), min_size=1), remove=st.booleans()),
    step(tracker.rename_speaker, names, st.sampled_from(["Ada Northern", "Bo South", "Dee East"])),
    step(tracker.merge_speakers, names, names),
    step(tracker.add_source, st.sampled_from(["Notes", "Report"]), url=st.sampled_from([None, URL])),
    step(tracker.edit_source, st.integers(1, 2), title=st.sampled_from(["Notes", "Poem"]), published=dates),
    st.just(tracker.undo),
)  # fmt: skip  # a row a verb


@settings(max_examples=14)
@given(st.lists(any_step, min_size=3, max_size=14))
def test_whatever_was_done_is_all_taken_back(steps):
    """After each step the log replayed gives the records, and undoing all of them leaves nothing at all."""
    with a_fresh_database(named=False) as db:
        before = []
        for do in [a_claim, *steps]:
            now = standing(db)
            if not attempted(db, do):
                assert standing(db) == now
            elif do is tracker.undo:
                assert standing(db) == before.pop()
            else:
                before.append(now)
            assert tracker.examine_database(db).faults == ()
        while before:
            tracker.undo(db)
            assert standing(db) == before.pop()
        assert standing(db) == ([], [], [])
        assert tracker.last_step(db) is None
        assert tracker.examine_database(db).faults == ()


def test_the_record_as_of_a_day_is_what_stood_then(db):
    """Told from the log alone: every step is of another day here, and one of them was taken back."""
    db.clock = a_clock(step=timedelta(days=1))
    a_claim(db, tags="bridges", due="2025-01")
    stood = [standing(db)]
    for do in (
        lambda: a_claim(db, "The lake is blue", "Bo South", source="Notes"),
        lambda: tracker.edit(db, 1, text="Other words", untag="bridges"),
        lambda: tracker.resolve(db, 2, "true", evidence=[URL]),
        lambda: tracker.undo(db),
        lambda: tracker.delete(db, 2),
    ):
        do()
        stood.append(standing(db))
    for days, then in enumerate(stood):
        day = db.today + timedelta(days=days)
        with tracker.as_of(db, str(day)) as past:
            assert [claim.id for claim in tracker.list_claims(past).claims] == [
                whole.id for whole, _ in then[0]
            ]
            assert standing(past)[0] == then[0]


def attempted(db, do):
    """Whether the step was done and wrote something; one that is refused writes nothing."""
    entries = len(tracker.history(db))
    try:
        do(db)
    except (RefusedError, UnreadableError):
        assert len(tracker.history(db)) == entries
        return False
    return len(tracker.history(db)) > entries


def test_a_verdict_undone_stands_no_more_and_the_one_before_stands_again(lived_in):
    """It stays in the list of verdicts, annulled: verdicts are appended, never removed."""
    tracker.resolve(lived_in, 3, "false", reason="looked again", overrule=True)
    tracker.undo(lived_in)
    whole = tracker.show(lived_in, 3)
    assert whole.claim.outcome == "held"
    assert [(one.outcome, one.annulled, one.stands) for one in whole.verdicts] == [
        ("failed", True, False),
        ("held", False, True),
    ]


def test_undo_again_takes_back_the_step_before(db):
    """An undo is no step itself; when all is taken back, it says so."""
    a_claim(db)
    tracker.edit(db, 1, note="first")
    tracker.edit(db, 1, note="second")
    assert [tracker.undo(db).verb for _ in range(3)] == ["edit", "edit", "add"]
    with pytest.raises(RefusedError, match="nothing to take back"):
        tracker.undo(db)


def test_a_deleted_claim_keeps_its_number(db):
    """The gap is filled by undo alone, never by a new claim."""
    a_claim(db, "First")
    a_claim(db, "Second")
    tracker.delete(db, 2)
    assert a_claim(db, "Third").id == 3
    assert [claim.id for claim in tracker.list_claims(db).claims] == [3, 1]
    with pytest.raises(RefusedError, match="There is no claim 2"):
        tracker.show(db, 2)


def test_every_change_is_logged_with_what_was_before(db):
    """In the history of the claim, newest first, by whoever was named."""
    db.who = "Jo"
    a_claim(db, tags="bridges")
    tracker.edit(db, 1, note="seen", untag="bridges")
    edit, added = tracker.history(db, 1)
    assert (edit.verb, edit.who, edit.at) == ("edit", "Jo", "2025-02-05T09:00:01Z")
    assert edit.changes[0].before == {"note": None, "tag:bridges": True}
    assert edit.changes[0].after == {"note": "seen", "tag:bridges": None}
    assert [(change.label, change.before) for change in added.changes] == [
        ("speaker Ada North", None),
        ("claim 1", None),
    ]


def test_an_edit_that_changes_nothing_is_no_step(db):
    """The history holds changes, and the next undo takes back the one before."""
    a_claim(db, note="seen")
    tracker.edit(db, 1, note="seen")
    assert [entry.verb for entry in tracker.history(db)] == ["add"]


def test_what_another_program_hung_on_a_speaker_keeps_the_speaker(lived_in):
    """Undoing the step that made the speaker is refused, and the entry that uses it is named."""
    a_claim(lived_in, "It rains", "Bo South")
    with plain_sqlite(lived_in) as shell:
        insert(shell, "claim", speaker_id=3)
    with pytest.raises(RefusedError, match="speaker Bo South was used by what another program wrote since"):
        tracker.undo(lived_in)
    assert tracker.adopt(lived_in) == 1
    with pytest.raises(RefusedError, match=r"speaker Bo South was used by step \d+ \(adopt, .*\) since"):
        tracker.undo(lived_in)
    assert tracker.examine_database(lived_in).faults == ()


def test_what_another_program_changed_is_not_undone_over(lived_in):
    """The field no longer holds what the step put there."""
    tracker.edit(lived_in, 1, note="ours")
    with plain_sqlite(lived_in) as shell:
        shell.execute("UPDATE claim SET note = 'theirs' WHERE id = 1")
    with pytest.raises(RefusedError, match="claim 1 was used by what another program wrote since"):
        tracker.undo(lived_in)
    assert tracker.show(lived_in, 1).claim.note == "theirs"


def test_undo_of_another_step_than_the_one_shown_is_refused(db):
    """Another command came between the question and the answer."""
    a_claim(db)
    shown = tracker.last_step(db)
    a_claim(db, "Another")
    with pytest.raises(RefusedError, match="Something else was written in the meantime"):
        tracker.undo(db, shown.uid)


def test_a_step_is_taken_back_by_its_number_whoever_wrote_since(db):
    """Once, and only where it is a step."""
    first, _ = a_claim(db), a_claim(db, "Another")
    undone = tracker.undo(db, step=1)
    assert (undone.seq, undone.verb) == (1, "add")
    assert [claim.id for claim in tracker.list_claims(db).claims] == [first.id + 1]
    for step, why in (
        (1, "Step 1 was taken back already"),
        (3, "is no step that can be taken back"),
        (9, "no step 9"),
    ):
        with pytest.raises(RefusedError, match=why):
            tracker.undo(db, step=step)


def test_the_last_step_of_one_person_is_taken_back(tmp_path):
    """Whatever others did since; where something of theirs rests on it, it is refused."""
    for who, text in (("ada", "One"), ("bo", "Two"), ("ada", "Three"), ("bo", "Four")):
        with a_database(tmp_path / "claims.db", who=who) as db:
            a_claim(db, text, f"{who} of the north")
    with a_database(tmp_path / "claims.db") as db:
        assert [tracker.undo(db, by=who).seq for who in ("ada", "bo", "ada")] == [3, 4, 1]
        with pytest.raises(RefusedError, match="nothing to take back of what ada did"):
            tracker.undo(db, by="ada")
        assert [claim.text for claim in tracker.list_claims(db).claims] == ["Two"]


def test_a_clock_that_jumps_back_changes_nothing_in_the_order(db):
    """Order is by uid, which grows whatever the clock says."""
    a_claim(db, "First")
    db.clock = a_clock(START - timedelta(days=400))
    tracker.resolve(db, 1, "false")
    tracker.resolve(db, 1, "true", overrule=True)
    assert tracker.show(db, 1).claim.outcome == "held"
    assert [entry.seq for entry in tracker.history(db)] == [3, 2, 1]
    assert tracker.undo(db).seq == 3
    assert tracker.show(db, 1).claim.outcome == "failed"
