"""`move`: the speaker names another date or probability, and a new claim takes the old one's place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters
from tests.builders import URL, a_claim, a_fresh_database


@pytest.fixture
def bridge(db):
    """Claim 1: a deadline with every field filled, due a month before today, with another claim it contradicts."""
    a_claim(
        db, "The bridge opens", "Ada North", kind="deadline", said="2024-06-01", due="2025-01-05", role="mayor",
        quote="It opens", translation="Es öffnet", via="a deputy", criterion="A car crosses it", note="between us",
        source="City notes", url=URL, published="2024-06-02", tags="bridge, budget", probability="70%",
    )  # fmt: skip  # a claim a block
    tracker.repeat(db, 1, said="2024-07-01")
    tracker.add_evidence(db, 1, [f"{URL}/map"])
    return db


def claim(db, identity):
    """The claim as it stands."""
    return tracker.show(db, identity).claim


def faultless(db):
    """Whether the log replays to the records, and the chain of the log holds."""
    return tracker.examine_database(db).faults == ()


def test_what_is_not_given_is_carried_over(bridge):
    """All that would be typed again: speaker, kind, text, role, criterion, tags and note."""
    moved, old = tracker.move(bridge, 1, due="2025-06-30"), claim(bridge, 1)
    for name in (
        "speaker",
        "kind",
        "text",
        "role",
        "via",
        "criterion",
        "note",
        "tags",
        "probability",
        "source",
    ):
        assert getattr(moved, name) == getattr(old, name) is not None
    assert (moved.id, moved.replaces, moved.replaces_uid, old.replaced_by) == (2, 1, old.uid, 2)
    assert faultless(bridge)


def test_the_day_of_speaking_and_the_words_are_the_new_claims_own(bridge):
    """They were not spoken again because the date moved; nor was it reported elsewhere, or proven."""
    moved = tracker.move(bridge, 1, due="2025-06-30")
    assert (moved.said, moved.quote, moved.translation) == (None, None, None)
    assert (moved.appearances, moved.evidence, moved.contradicts) == ((), (), ())


def test_what_is_given_takes_the_place_of_what_was(bridge):
    """Its own text, source, quotation and day of speaking; tags are added."""
    moved = tracker.move(
        bridge, 1, due="2025-06-30", text="The bridge opens in June", said="2025-01-10", quote="June", tags="june",
        source="Later notes", published="2025-01-11", criterion="A bus crosses it",
    )  # fmt: skip  # a claim a block
    assert (moved.text, str(moved.said), moved.quote) == ("The bridge opens in June", "2025-01-10", "June")
    assert (moved.source.label, moved.criterion) == ("Later notes", "A bus crosses it")
    assert moved.tags == ("bridge", "budget", "june")


def test_the_old_claim_stays_as_it_was(bridge):
    """Nothing of it is changed but what replaced it, so nobody can say it was rewritten."""
    old = claim(bridge, 1)
    tracker.move(bridge, 1, due="2025-06-30", text="Another")
    now = claim(bridge, 1)
    changed = {name for name in old._fields if getattr(old, name) != getattr(now, name)}
    assert changed == {"replaced_by", "overdue", "slip_days", "updated_at"}


def test_a_moved_claim_no_longer_nags_and_can_still_be_judged(bridge):
    """Overdue before, quiet after; the date that was not kept can be called missed."""
    assert claim(bridge, 1).overdue
    tracker.move(bridge, 1, due="2025-06-30")
    assert not claim(bridge, 1).overdue
    assert tracker.due(bridge).overdue == ()
    (judged,) = tracker.resolve(bridge, 1, "missed")
    assert (judged.outcome_label, judged.replaced_by) == ("missed", 2)
    assert faultless(bridge)


def test_a_source_that_is_older_than_the_words_is_not_carried_over(bridge, told):
    """What was said in January was not in an article of June before; the person is told."""
    moved = tracker.move(bridge, 1, due="2025-06-30", said="2025-01-10")
    assert (str(moved.said), moved.source) == ("2025-01-10", None)
    assert told[-1].startswith("source: left out, since City notes is from 2024-06-02")


def test_a_source_that_is_carried_over_is_told(bridge, told):
    """So that nobody finds in a record that an article said what it did not; a given one is not repeated."""
    tracker.move(bridge, 1, due="2025-06-30")
    assert told[-1].startswith("source: City notes, as before")
    told.clear()
    tracker.move(bridge, 2, due="2025-07-31", source="Later notes")
    assert told == ["new source 2: Later notes", "moved from 2025-06-30 to 2025-07-31, 31 days later"]


def test_an_empty_source_means_none(bridge):
    """As in `edit`, an empty value clears."""
    assert tracker.move(bridge, 1, due="2025-06-30", source="").source is None


def test_a_probability_moves_as_a_date_does(bridge):
    """The date stays, so the slip is nothing."""
    moved = tracker.move(bridge, 1, probability="40%")
    assert (moved.probability, str(moved.due), moved.slip_days) == (0.4, "2025-01-05", 0)
    assert claim(bridge, 1).probability == 0.7
    assert tracker.list_claims(bridge, Filters(slipped=True)).claims == ()


def test_a_claim_with_no_date_may_get_one_and_has_no_slip(db):
    """There is nothing to count from."""
    a_claim(db, "Soon", kind="promise")
    moved = tracker.move(db, 1, due="2025-06-30")
    assert (claim(db, 1).slip_days, moved.slip_days) == (None, None)


def test_the_slip_runs_from_the_first_date_to_the_newest_and_is_the_same_on_each(bridge):
    """By last possible day: 5 January to 30 June are 176 days, whatever lay between; SQL says the same."""
    tracker.move(bridge, 1, due="2025-03")
    tracker.move(bridge, 2, due="2024-12-01")
    tracker.move(bridge, 3, due="2025-Q2")
    whole = tracker.show(bridge, 2)
    assert [one.id for one in whole.chain] == [1, 2, 3, 4]
    assert {one.slip_days for one in whole.chain} == {176}
    with closing(sqlite3.connect(bridge.path)) as plain:
        assert plain.execute("SELECT DISTINCT slip_days FROM claim_record").fetchall() == [(176,)]


@settings(max_examples=8)
@given(st.lists(st.dates(date(2024, 1, 1), date(2026, 12, 31)), min_size=2, max_size=5, unique=True))
def test_however_it_moved_the_slip_is_what_lies_between_the_first_and_the_newest(days):
    """Forwards is positive, backwards negative."""
    with a_fresh_database() as db:
        a_claim(db, due=str(days[0]))
        for number, day in enumerate(days[1:], 1):
            tracker.move(db, number, due=str(day))
        slips = {one.slip_days for one in tracker.show(db, 1).chain}
    assert slips == {(days[-1] - days[0]).days}


def test_brought_forward_is_a_negative_slip(db, told):
    """And it is no slip that `list --slipped` would find."""
    a_claim(db, due="2025-03-31")
    assert tracker.move(db, 1, due="2025-03-01").slip_days == -30
    assert told[-1] == "moved from 2025-03-31 to 2025-03-01, 30 days earlier"
    assert tracker.list_claims(db, Filters(slipped=True)).claims == ()


def test_a_date_without_a_year_is_read_against_the_new_day_of_speaking(bridge):
    """What was said in January 2025 with "March 1" means that of 2025, and not that of the first article."""
    assert str(tracker.move(bridge, 1, due="March 1", said="2025-01-10").due) == "2025-03-01"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "Give what the speaker says now"),
        ({"text": "The bridge opens later"}, "Give what the speaker says now"),
        ({"due": "2025-06-30", "replaces": 2}, "leave out --replaces"),
        ({"due": "some day"}, "some day"),
    ],
)
def test_a_move_without_another_date_or_probability_is_no_move(bridge, given, reason):
    """Nothing is recorded."""
    with pytest.raises(UnreadableError, match=reason):
        tracker.move(bridge, 1, **given)
    assert tracker.list_claims(bridge).total == 1


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"due": "2025-01-05"}, "has that date already"),
        ({"due": "5 January 2025"}, "has that date already"),
        ({"probability": "0.7"}, "has that date already"),
        ({"due": ""}, "A deadline is a date"),
        ({"due": "2025-06-30", "speaker": "Bo South"}, "another speaker's"),
        ({"due": "2025-06-30", "said": "2024-05-01"}, "later than 2024-05-01; what is replaced is older"),
        ({"due": "2025-01-05/2025-01-06", "said": "2025-02-01"}, "later"),
    ],
)
def test_what_can_not_be_a_move_is_refused(bridge, given, reason):
    """The same date, no date for a deadline, another speaker, words older than those they replace."""
    with pytest.raises(RefusedError, match=reason):
        tracker.move(bridge, 1, **given)
    assert tracker.list_claims(bridge).total == 1
    assert [one.name for one in tracker.list_speakers(bridge)] == ["Ada North"]


def test_a_claim_moves_once_and_the_refusal_names_the_newest(bridge):
    """The chain is a line, never a tree."""
    tracker.move(bridge, 1, due="2025-06-30")
    with pytest.raises(RefusedError, match="moved to claim 2 already; move that one instead"):
        tracker.move(bridge, 1, due="2026")


def test_an_unnamed_speaker_moves_in_the_same_words(db):
    """Someone in other words may be someone else."""
    a_claim(db, "Rain", "an aide", unnamed=True, due="2025-03")
    moved = tracker.move(db, 1, due="2025-04")
    assert (moved.speaker, moved.unnamed, moved.slip_days) == ("an aide", True, 30)
    with pytest.raises(RefusedError, match="another speaker's"):
        tracker.add(db, "Rain", "a deputy", unnamed=True, due="2025-05", replaces=2)


def test_undo_takes_the_move_back_whole(bridge):
    """One step: the new claim goes, with the source it came with, and the old one is overdue again."""
    tracker.move(bridge, 1, due="2025-06-30", source="Later notes")
    tracker.undo(bridge)
    old = claim(bridge, 1)
    assert (old.overdue, old.replaced_by, old.slip_days) == (True, None, None)
    assert [source.label for source in tracker.list_sources(bridge)] == ["City notes"]
    assert faultless(bridge)


def test_deleting_the_newer_claim_brings_the_older_back_to_overdue(bridge):
    """What replaced it is gone; it may move again, and undo brings the first move back."""
    tracker.move(bridge, 1, due="2025-06-30")
    tracker.delete(bridge, 2)
    assert [one.id for one in tracker.due(bridge).overdue] == [1]
    tracker.undo(bridge)
    assert claim(bridge, 1).replaced_by == 2
    tracker.delete(bridge, 2)
    assert tracker.move(bridge, 1, due="2025-07-31").id == 3
    assert faultless(bridge)


def test_the_slipped_are_listed_by_days_the_longest_first(db):
    """Only newest claims, of chains whose newest date is later than the first."""
    for due, then in (
        ("2025-03-01", "2025-03-11"),
        ("2025-03-01", "2025-06-01"),
        ("2025-03-02", "2025-03-01"),
    ):
        a_claim(db, f"{due} {then}", due=due)
        tracker.move(db, "last", due=then)
    found = tracker.list_claims(db, Filters(slipped=True)).claims
    assert [(one.id, one.slip_days) for one in found] == [(4, 92), (2, 10)]
    reverse = tracker.list_claims(db, Filters(slipped=True, reverse=True)).claims
    assert [one.id for one in reverse] == [2, 4]
    assert [one.id for one in tracker.chains_of(db, found)] == [3, 4, 1, 2]
