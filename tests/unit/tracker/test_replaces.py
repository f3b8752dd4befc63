"""`--replaces`: chains joined and parted by hand."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError
from tests.builders import a_claim


@pytest.fixture
def bridge(db):
    """Claim 1: a deadline a month before today."""
    a_claim(db, kind="deadline", due="2025-01-05", criterion="A car crosses it", tags="bridge")
    return db


def claim(db, identity):
    """The claim as it stands."""
    return tracker.show(db, identity).claim


def faultless(db):
    """Whether the log replays to the records, and the chain of the log holds."""
    return tracker.examine_database(db).faults == ()


def test_a_speaker_merged_into_another_is_that_one(db):
    """Claims of both names may replace each other."""
    a_claim(db, "The bridge opens", "Ada North", due="2025-03")
    a_claim(db, "The bridge opens", "A. North", due="2025-04", new_speaker=True)
    with pytest.raises(RefusedError):
        tracker.edit(db, 2, replaces=1)
    tracker.merge_speakers(db, "A. North", into="Ada North")
    assert tracker.edit(db, 2, replaces=1)[0].slip_days == 30


def test_links_are_made_by_hand_with_replaces(bridge):
    """When adding, or to claims that are there; an empty value takes one out of its chain."""
    added = tracker.add(bridge, "It opens in June", "Ada North", due="2025-06-30", replaces="1")
    assert (added.replaces, added.slip_days, added.criterion) == (1, 176, None)
    (out,) = tracker.edit(bridge, 2, replaces="")
    assert (out.replaces, claim(bridge, 1).overdue) == (None, True)
    assert tracker.edit(bridge, 2, replaces=1)[0].slip_days == 176
    tracker.undo(bridge)
    assert claim(bridge, 2).replaces is None
    assert faultless(bridge)


def test_claims_never_replace_one_another_in_a_ring_or_twice(bridge):
    """Neither directly nor through others, nor a claim itself, nor one that has its replacement."""
    tracker.move(bridge, 1, due="2025-06-30")
    tracker.move(bridge, 2, due="2025-12-31")
    a_claim(bridge, "Later", due="2026")
    for newer, older, reason in (
        (1, 3, "in a ring"), (2, 3, "in a ring"), (1, 1, "replace itself"), (4, 2, "moved to claim 3 already"),
    ):  # fmt: skip  # a row of triples
        with pytest.raises(RefusedError, match=reason):
            tracker.edit(bridge, newer, replaces=older)
    with pytest.raises(RefusedError, match="moved to claim 3 already"):
        tracker.edit(bridge, [1, 2], replaces=2)
    with pytest.raises(RefusedError, match="moved to claim 2 already"):
        tracker.add(bridge, "Another", "Ada North", due="2027", replaces=1)
    with pytest.raises(RefusedError, match="no claim 9"):
        tracker.add(bridge, "Another", "Ada North", due="2027", replaces=9)


def test_the_speaker_of_a_chain_is_corrected_in_one_command(bridge):
    """One alone would leave a chain of two speakers."""
    tracker.move(bridge, 1, due="2025-06-30")
    with pytest.raises(RefusedError, match="edit both at once"):
        tracker.edit(bridge, 2, speaker="Bo South")
    corrected = tracker.edit(bridge, [1, 2], speaker="Bo South")
    assert {one.speaker for one in corrected} == {"Bo South"}
    assert faultless(bridge)
