"""Contradictions and repeats: a flip-flop is two claims, and the same claim made again is still one."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters
from tests.builders import URL, a_claim


@pytest.fixture
def said(db):
    """Two statements of Ada North, one of Bo South, and one of a person who is not named, twice."""
    a_claim(db, "There is no money", said="2025-01-10", source="City notes", published="2025-01-11")
    a_claim(db, "There always was money", said="2025-01-20")
    a_claim(db, "There is some money", "Bo South")
    a_claim(db, "Rain", "an aide", unnamed=True)
    a_claim(db, "No rain", "an aide", unnamed=True)
    return db


def contradicted(db):
    """For each claim that can't hold together with another, which that is."""
    found = tracker.list_claims(db, Filters(contradicted=True, sort="added", reverse=True)).claims
    return {one.id: one.contradicts for one in found}


def faultless(db):
    """Whether the log replays to the records, and the chain of the log holds."""
    return tracker.examine_database(db).faults == ()


def test_a_contradiction_is_seen_from_both_sides(said):
    """Whichever of the two it was noted on; by id and, for other files, by uid."""
    tracker.edit(said, 1, contradicts=[2])
    tracker.edit(said, 5, contradicts=["4"])
    assert contradicted(said) == {1: (2,), 2: (1,), 4: (5,), 5: (4,)}
    one, other = tracker.show(said, 1).claim, tracker.show(said, 2).claim
    assert (one.contradicts_uids, other.contradicts_uids) == ((other.uid,), (one.uid,))
    assert faultless(said)


def test_it_is_noted_when_a_claim_is_added_or_moved(said):
    """Several at once, by number, uid or `last`."""
    uid = tracker.show(said, 2).claim.uid
    assert tracker.add(said, "What money", "Ada North", contradicts=["1", uid]).contradicts == (1, 2)
    assert tracker.move(said, 6, due="2025-03", contradicts=[1]).contradicts == (1,)
    assert contradicted(said) == {1: (6, 7), 2: (6,), 6: (1, 2), 7: (1,)}
    assert faultless(said)


def test_noting_it_again_changes_nothing(said):
    """Nor does noting it the other way round; there is nothing for `undo` then."""
    tracker.edit(said, 1, contradicts=[2])
    steps = len(tracker.history(said))
    tracker.edit(said, 2, contradicts=[1])
    tracker.edit(said, 1, contradicts=[2, 2])
    assert len(tracker.history(said)) == steps


@pytest.mark.parametrize(
    ("claim", "other", "reason"),
    [(1, 1, "can't contradict itself"), (1, 3, "another speaker's"), (1, 4, "another speaker's"), (1, 9, "no claim 9")],
)  # fmt: skip  # a row of triples
def test_only_claims_of_one_speaker_contradict_one_another(said, claim, other, reason):
    """And never a claim itself; nothing is noted."""
    with pytest.raises(RefusedError, match=reason):
        tracker.edit(said, claim, contradicts=[2, other])
    assert contradicted(said) == {}


def test_what_is_no_id_is_no_claim(said):
    """A text is not looked up as a number would be."""
    with pytest.raises(UnreadableError, match="no id"):
        tracker.edit(said, 1, contradicts=["the other one"])


def test_an_empty_value_takes_all_of_them_back(said):
    """And `undo` brings them back, all in one step."""
    a_claim(said, "What money")
    tracker.edit(said, 1, contradicts=[2, 6])
    tracker.edit(said, 1, contradicts=[""])
    assert contradicted(said) == {}
    tracker.undo(said)
    assert contradicted(said) == {1: (2, 6), 2: (1,), 6: (1,)}
    tracker.undo(said)
    assert contradicted(said) == {}
    assert faultless(said)


def test_a_deleted_claim_contradicts_nothing(said):
    """Until `undo` brings it back."""
    tracker.edit(said, 1, contradicts=[2])
    tracker.delete(said, 2)
    assert contradicted(said) == {}
    tracker.undo(said)
    assert contradicted(said) == {1: (2,), 2: (1,)}


def test_a_contradiction_is_in_the_history_of_both(said):
    """In words that name the other claim."""
    tracker.edit(said, 2, contradicts=[1])
    for claim in (1, 2):
        (change,) = tracker.history(said, claim, limit=1)[0].changes
        assert (change.label, change.after) == ("claim 1", {"contradicts:claim 2": True})


def test_a_repeat_is_another_appearance_of_one_claim(said):
    """With its own day and source; the first ones stay where they were."""
    found = tracker.repeat(
        said, 1, said="2025-01-15", source="Another paper", published="2025-01-16", url=URL
    )
    assert (str(found.said), found.source.label) == ("2025-01-10", "City notes")
    (again,) = found.appearances
    assert (str(again.said), again.source.label, again.source.url) == ("2025-01-15", "Another paper", URL)
    assert (tracker.list_claims(said).total, faultless(said)) == (5, True)


def test_a_day_or_a_source_is_enough(said):
    """It was said again, nobody knows where; it was reported elsewhere, nobody knows when it was said."""
    tracker.repeat(said, 1, said="2025-01-15")
    found = tracker.repeat(said, 1, source="Another paper")
    assert [(one.said and str(one.said), one.source and one.source.label) for one in found.appearances] == [
        ("2025-01-15", None), (None, "Another paper"),
    ]  # fmt: skip  # a row of pairs


def test_however_often_it_was_repeated_it_counts_once(said):
    """A scorecard counts claims, and not how loud they were."""
    tracker.resolve(said, 1, "false")
    before = tracker.stats(said)
    for day in range(12, 20):
        tracker.repeat(said, 1, said=f"2025-01-{day}")
    assert tracker.stats(said) == before


def test_a_claim_is_found_by_the_source_of_any_appearance(said):
    """What a paper printed is what it printed first or again."""
    tracker.repeat(said, 1, source="Another paper")
    tracker.repeat(said, 3, source="Another paper")
    found = tracker.list_claims(said, Filters(source=("Another paper",), sort="added")).claims
    assert [one.id for one in found] == [3, 1]


@pytest.mark.parametrize(
    "given",
    [
        {"said": "2025-01-10", "source": "City notes"}, {"said": "10 January", "source": 1}, {"source": 1},
        {"said": "2025-01-10"}, {"said": "2025-01-15"}, {"source": "Another paper"},
    ],
)  # fmt: skip  # a row of cases
def test_an_appearance_that_is_known_is_refused(said, given):
    """Also one that tells less of it; otherwise it would be counted twice."""
    tracker.repeat(said, 1, said="2025-01-15", source="Another paper")
    with pytest.raises(RefusedError, match="Claim 1 has that appearance already"):
        tracker.repeat(said, 1, **given)
    assert len(tracker.show(said, 1).claim.appearances) == 1


def test_the_same_paper_may_report_it_on_another_day(said):
    """Only both together are the same appearance."""
    assert len(tracker.repeat(said, 1, said="2025-01-05", source="City notes").appearances) == 1


@pytest.mark.parametrize(
    ("given", "error", "reason"),
    [
        ({}, UnreadableError, "where or when"),
        ({"publisher": "The bureau"}, UnreadableError, "title or an address"),
        (
            {"said": "2025-01-20", "source": "Old paper", "published": "2025-01-02"},
            RefusedError,
            "published on",
        ),
        ({"said": "2025-01-20", "source": 1}, RefusedError, "published on 2025-01-11, earlier"),
        ({"source": 1, "published": "2025-01-12"}, RefusedError, "sources edit 1"),
        ({"said": "nowadays"}, UnreadableError, "nowadays"),
    ],
)
def test_what_can_not_have_been_an_appearance_is_refused(said, given, error, reason):
    """Neither day nor source, said after it was printed, facts that differ from what is stored; nothing is kept."""
    before = tracker.show(said, 1)
    with pytest.raises(error, match=reason):
        tracker.repeat(said, 1, **given)
    assert tracker.show(said, 1) == before
    assert [source.label for source in tracker.list_sources(said)] == ["City notes"]


def test_undo_takes_a_repeat_back(said):
    """With the source that came with it; it may be repeated again then."""
    before = tracker.show(said, 1).claim
    tracker.repeat(said, 1, source="Another paper")
    tracker.undo(said)
    assert tracker.show(said, 1).claim._replace(updated_at="") == before._replace(updated_at="")
    assert [source.label for source in tracker.list_sources(said)] == ["City notes"]
    assert len(tracker.repeat(said, 1, source="Another paper").appearances) == 1
    assert faultless(said)


def test_a_duplicate_is_refused_with_the_repeat_that_adds_its_source(said):
    """What stands between the backticks can be pasted."""
    with pytest.raises(RefusedError) as refused:
        tracker.add(
            said,
            "there is NO money",
            "Ada North",
            said="2025-01-10",
            source="A paper's page",
            published="2025-01-12",
        )
    assert "`claimtrack repeat 1 --source 'A paper'\"'\"'s page' --published 2025-01-12`" in str(
        refused.value
    )


def test_a_speaker_is_corrected_on_both_sides_of_a_contradiction(said):
    """One alone would leave a person at odds with another."""
    tracker.edit(said, 1, contradicts=[2])
    with pytest.raises(RefusedError, match="linked to claim 2"):
        tracker.edit(said, 1, speaker="Bo South")
    assert [one.contradicts for one in tracker.edit(said, [1, 2], speaker="Bo South")] == [(2,), (1,)]
