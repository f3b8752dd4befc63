"""What a candidate may be of the claims that are recorded, and what each answer does."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from tests.builders import URL, a_claim

ARTICLE = (
    "The Havn dock will be dredged by 1 August 2025, port director Ola Brun said. The new crane arrived on Friday. "
    '"The customs house will not be torn down," Brun said. "Ferries will be free in June," he added.'
)
DOCK, CRANE, HOUSE, FERRIES = 1, 2, 3, 4
TEXTS = {
    DOCK: ("The Havn dock is dredged by 1 May 2025", "2025-05-01"),
    CRANE: ("A new crane arrives in the port in February 2025", "2025-02"),
    HOUSE: ("The customs house is torn down in 2025", "2025"),
    FERRIES: ("Ferries are free in June 2025", "2025-06"),
}


@pytest.fixture
def found(db):
    """The candidates of the article by their claim, once all four claims are recorded from another one."""
    for text, due in TEXTS.values():
        a_claim(db, text=text, speaker="Ola Brun", due=due, source="Before", published="2025-01-10")
    read = tracker.extract(db, "-", typed=ARTICLE, source=None, url=URL, title="Port", published="2025-02-04")
    return {about.claim: (one.number, about.relation) for one in read.waiting for about in one.about}


def test_each_candidate_is_told_with_what_it_may_be(found):
    """A plain report, too, though nobody is named who says it."""
    assert {claim: relation for claim, (_, relation) in found.items()} == {
        DOCK: "move",
        CRANE: "evidence",
        HOUSE: "contradiction",
        FERRIES: "repeat",
    }


def test_nothing_is_done_without_an_answer(db, found):
    """The message has the ways out; as new it is a claim of its own."""
    number = found[DOCK][0]
    with pytest.raises(RefusedError, match=r"may be a move of claim 1; .* --as move --claim 1`, or --as new"):
        tracker.accept(db, 2, number)
    assert tracker.accept(db, 2, number, as_="new").replaces is None


def test_each_answer_does_what_it_says_in_one_step(db, found):
    """Undone, the claim is as it was, and the candidate waits again."""
    moved = tracker.accept(db, 2, found[DOCK][0], as_="move")
    assert (moved.replaces, str(moved.due), moved.kind) == (DOCK, "2025-08-01", "prediction")
    crane = tracker.accept(db, 2, found[CRANE][0], as_="evidence")
    assert [(one.url, one.quote) for one in crane.evidence] == [(URL, "The new crane arrived on Friday.")]
    house = tracker.accept(db, 2, found[HOUSE][0], as_="contradiction")
    assert house.contradicts == (HOUSE,)
    ferries = tracker.accept(db, 2, found[FERRIES][0], as_="repeat", claim=FERRIES)
    assert [one.source.title for one in ferries.appearances] == ["Port"]
    assert tracker.examine_database(db).faults == ()
    for _ in found:
        tracker.undo(db)
    assert all(not tracker.show(db, claim).claim.evidence for claim in TEXTS)
    assert len([one for one in tracker.review(db, 2).waiting if one.about]) == len(found)


@pytest.mark.usefixtures("found")
def test_it_is_told_against_the_record_as_it_is_now(db):
    """What was judged is no news any more, and a deleted claim is nothing to be about."""
    tracker.resolve(db, CRANE, "happened")
    tracker.delete(db, DOCK)
    left = {about.claim for one in tracker.review(db, 2).waiting for about in one.about}
    assert left == {HOUSE, FERRIES}


def test_what_is_said_of_a_candidate_has_to_fit(db, found):
    """A relation that there is, a claim where one is needed, and nothing given of a claim that is there."""
    number = found[FERRIES][0]
    with pytest.raises(UnreadableError, match="is nothing that a candidate can be"):
        tracker.accept(db, 2, number, as_="echo")
    with pytest.raises(UnreadableError, match="Say what it is of claim 4"):
        tracker.accept(db, 2, number, claim=FERRIES)
    with pytest.raises(UnreadableError, match="no claim of its own; leave out text"):
        tracker.accept(db, 2, number, as_="repeat", text="Ferries")
    with pytest.raises(RefusedError, match="There is no claim 99"):
        tracker.accept(db, 2, number, as_="repeat", claim=99)


def test_another_alias_and_another_order_of_words_are_the_same_speaker_and_claim(db):
    """And another speaker's same words are that speaker's own."""
    a_claim(db, text="The tram line opens by 1 May 2025", speaker="Martina Lindqvist", due="2025-05-01")
    tracker.alias_speaker(db, "Martina Lindqvist", ["M. Lind"])
    text = "By 1 May the tram line will open, {} said."
    (one,) = tracker.extract(db, "-", typed=text.format("M. Lind"), title="A", published="2025-02-04").waiting
    assert [(about.claim, about.relation) for about in one.about] == [(1, "repeat")]
    (one,) = tracker.extract(db, "-", typed=text.format("Bo Falk"), title="B", published="2025-02-04").waiting
    assert one.about == ()
