"""Judging: verdicts are appended, never overwritten; the status follows; evidence for and contrary."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters
from tests.builders import URL, a_claim, a_database

SEEN, DOUBTED = "https://example.org/seen", "https://example.org/doubted"


def test_a_verdict_is_appended_and_the_newest_stands(db):
    """The one before it stays, with its reason and who judged."""
    a_claim(db, due="2025-01", kind="deadline")
    tracker.resolve(db, 1, "partly met", reason="half of it", judge="Jo")
    claim = tracker.resolve(db, 1, "missed", rating="Pants on fire", reason="none of it", overrule=True)[0]
    assert (claim.status, claim.outcome, claim.outcome_label, claim.rating) == (
        "resolved",
        "failed",
        "missed",
        "Pants on fire",
    )
    verdicts = tracker.show(db, 1).verdicts
    assert [(one.outcome, one.reason, one.judge, one.stands) for one in verdicts] == [
        ("failed", "none of it", None, True),
        ("partly", "half of it", "Jo", False),
    ]


def test_a_verdict_taken_back_leaves_the_claim_unresolved(db):
    """That is appended too: both are in the list, and neither stands."""
    a_claim(db)
    tracker.resolve(db, 1, "true")
    claim = tracker.unresolve(db, 1, reason="too soon")[0]
    assert (claim.status, claim.outcome, claim.judged, claim.reason) == ("unresolved", None, None, None)
    assert [(one.act, one.outcome, one.reason, one.stands) for one in tracker.show(db, 1).verdicts] == [
        ("take-back", None, "too soon", False),
        ("judge", "held", None, False),
    ]
    with pytest.raises(RefusedError, match="Claim 1 is not resolved; there is no verdict to take back"):
        tracker.unresolve(db, 1)
    assert tracker.resolve(db, 1, "false")[0].outcome == "failed"


def test_a_claim_may_be_resolved_without_an_outcome(db):
    """It counts as resolved all the same."""
    a_claim(db)
    claim = tracker.resolve(db, 1, rating="Unproven", no_outcome=True)[0]
    assert (claim.status, claim.outcome, claim.outcome_label, claim.rating) == (
        "resolved",
        None,
        None,
        "Unproven",
    )
    assert tracker.list_claims(db, Filters(status=("resolved",), outcome=("none",))).total == 1


@pytest.mark.parametrize("ids", [1, [1, 2], {1: "true", 2: ""}, {1: "true", 2: None}, {"last": " "}])
def test_a_missing_outcome_is_never_taken_for_none(db, ids):
    """Not for one of several either."""
    a_claim(db)
    a_claim(db, "Another")
    with pytest.raises(
        UnreadableError, match="say one of true, partly true, false, ambiguous, void, withdrawn"
    ):
        tracker.resolve(db, ids)
    assert tracker.list_claims(db, Filters(status=("resolved",))).total == 0


def test_claims_that_came_out_differently_are_judged_in_one_step(db, told):
    """Each with its own rating; the verdicts that no longer stand are told."""
    for text in ("One", "Two", "Three"):
        a_claim(db, text)
    tracker.resolve(db, 3, "true", judge="Jo", evidence=[SEEN])
    with pytest.raises(RefusedError, match=f"claim 3, true, judged 2025-02-05 by Jo, evidence {SEEN}"):
        tracker.resolve(db, {1: "true", 3: "false"})
    found = tracker.resolve(db, {1: "true", 2: "mostly true", "last": "false"}, overrule=True)
    assert [(claim.outcome, claim.rating) for claim in found] == [
        ("held", None), ("partly", "mostly true"), ("failed", None),
    ]  # fmt: skip  # a row
    assert told[-1] == f"no longer stands: claim 3, true, judged 2025-02-05 by Jo, evidence {SEEN}"
    assert len(tracker.undo(db).changes) == 3


def test_the_day_and_the_judge_are_filled_in(db):
    """Today, and who the database was opened by; given ones are taken."""
    a_claim(db)
    db.who = "Jo"
    claim = tracker.resolve(db, 1, "true", judged="yesterday")[0]
    assert (claim.judged, claim.judge) == (date(2025, 2, 4), "Jo")
    assert tracker.resolve(db, 1, "true", judge="Kim", overrule=True)[0].judge == "Kim"
    assert tracker.show(db, 1).claim.judged == date(2025, 2, 5)


def test_a_name_with_space_around_it_judges_as_well(tmp_path):
    """As a shell may hand it over."""
    with a_database(tmp_path / "claims.db", who=" Jo\n") as db:
        a_claim(db)
        tracker.resolve(db, 1, "true")
        tracker.unresolve(db, 1)
        assert [one.judge for one in tracker.show(db, 1).verdicts] == ["Jo", "Jo"]
        assert {entry.who for entry in tracker.history(db)} == {"Jo"}


@pytest.mark.parametrize(
    ("given_", "why", "error"),
    [
        (
            {"happened": "2025-02-06"},
            "happened 2025-02-06 has not come yet; today is 2025-02-05",
            RefusedError,
        ),
        ({"judged": "tomorrow"}, "has not come yet", RefusedError),
        ({"judged": "2025-01"}, "is no single day", UnreadableError),
        ({"happened": "some day"}, "some day", UnreadableError),
        ({"evidence": ["see the map"]}, "see the map is no web address", UnreadableError),
    ],
)
def test_what_can_not_be_is_refused(db, given_, why, error):
    """No verdict is written."""
    a_claim(db)
    with pytest.raises(error, match=why):
        tracker.resolve(db, 1, "false", **given_)
    assert tracker.show(db, 1).verdicts == ()


@pytest.mark.parametrize("kind", ["prediction", "deadline"])
def test_what_came_after_its_date_is_not_called_held(db, kind):
    """The message gives the way to say it, and that way is taken: late, by so many days."""
    a_claim(db, due="2025-01-20", kind=kind)
    with pytest.raises(RefusedError) as refused:
        tracker.resolve(db, 1, "came true", happened="2025-02-01")
    assert "`resolve 1 failed --happened 2025-02-01`" in str(refused.value)
    assert "came 12 days late" in str(refused.value)
    with pytest.raises(RefusedError, match=r"came 1 day late\)"):
        tracker.resolve(db, 1, "came true", happened="2025-01-21")
    claim = tracker.resolve(db, 1, "failed", happened="2025-02-01")[0]
    assert (claim.outcome, claim.late) == ("failed", True)


def test_an_edit_does_not_make_it_late_either(db):
    """Neither another date nor another kind; judged again, it may be edited."""
    a_claim(db, due="2025-01-20", kind="promise")
    tracker.resolve(db, 1, "kept", happened="2025-02-01")
    assert tracker.show(db, 1).claim.late is True
    with pytest.raises(RefusedError, match="which would come after 2025-01-20; judge it again first"):
        tracker.edit(db, 1, kind="deadline")
    tracker.edit(db, 1, kind="deadline", due="2025-02")
    with pytest.raises(RefusedError, match="which would come after 2025-01; judge it again first"):
        tracker.edit(db, 1, due="2025-01")
    tracker.resolve(db, 1, "missed", happened="2025-02-01", overrule=True)
    assert tracker.edit(db, 1, due="2025-01")[0].late is True


@pytest.mark.parametrize(
    ("happened", "late"),
    [("2025-01-31", False), ("2025-02-01", True), ("2025-01-31/2025-02-01", None), (None, None)],
)
def test_late_is_computed_whatever_the_verdict(db, happened, late):
    """From the last possible day due."""
    a_claim(db, due="2025-01")
    assert tracker.resolve(db, 1, "failed", happened=happened)[0].late is late


def test_judging_several_is_all_or_nothing(db):
    """One of them is not there, or came too late."""
    a_claim(db)
    a_claim(db, "Another", due="2025-01-01")
    with pytest.raises(RefusedError, match="There is no claim 3"):
        tracker.resolve(db, [1, 3], "held")
    with pytest.raises(RefusedError, match="Claim 2 was due by"):
        tracker.resolve(db, [1, 2], "held", happened="2025-01-02")
    assert tracker.list_claims(db, Filters(status=("resolved",))).total == 0
    assert len(tracker.resolve(db, [2, 1, 2], "failed")) == 2


def stances(claim):
    """Each link of the evidence with its stance."""
    return [(one.url, one.stance) for one in claim.evidence]


def test_evidence_collected_before_joins_the_verdict(db):
    """As evidence for it, unless it is named as contrary; nothing is there twice."""
    a_claim(db)
    tracker.add_evidence(db, 1, [SEEN])
    claim = tracker.add_evidence(db, 1, [DOUBTED])
    assert stances(claim) == [(SEEN, None), (DOUBTED, None)]
    claim = tracker.resolve(db, 1, "true", evidence=[URL, SEEN], contrary=[DOUBTED])[0]
    assert stances(claim) == [(SEEN, "for"), (DOUBTED, "contrary"), (URL, "for")]


@pytest.mark.parametrize(
    "spelled",
    [
        "http://www.example.org/doubted/",
        "https://EXAMPLE.org/doubted?utm_source=mail",
        "https://example.org/doubted#top",
    ],
)
def test_collected_evidence_is_named_however_its_address_is_spelled(db, spelled):
    """By the rule for the addresses of sources; it keeps the address that it was collected under."""
    a_claim(db)
    tracker.add_evidence(db, 1, [SEEN, DOUBTED])
    claim = tracker.resolve(db, 1, "true", evidence=[f"{SEEN}/"], contrary=[spelled, spelled])[0]
    assert stances(claim) == [(SEEN, "for"), (DOUBTED, "contrary")]


@pytest.mark.parametrize("other", [SEEN, f"{SEEN}/", SEEN.replace("https", "http")])
def test_one_link_is_not_both_for_and_contrary(db, other):
    """One of the two would win in silence."""
    a_claim(db)
    with pytest.raises(
        UnreadableError, match="is given for the verdict and as contrary to it; leave out one"
    ):
        tracker.resolve(db, 1, "true", evidence=[SEEN], contrary=[other])
    assert tracker.show(db, 1).claim.status == "unresolved"


def test_evidence_added_later_belongs_to_the_verdict_that_stands(db):
    """A new verdict starts with none of the old one's."""
    a_claim(db)
    tracker.resolve(db, 1, "true", evidence=[SEEN])
    claim = tracker.add_evidence(db, 1, contrary=True, quote="Not so.", note="by the mayor")
    assert [(one.quote, one.stance, one.note, one.added) for one in claim.evidence[1:]] == [
        ("Not so.", "contrary", "by the mayor", "2025-02-05")
    ]
    claim = tracker.resolve(db, 1, "false", evidence=[DOUBTED], overrule=True)[0]
    assert stances(claim) == [(DOUBTED, "for")]
    assert [len(one.evidence) for one in tracker.show(db, 1).verdicts] == [1, 2]
    tracker.undo(db)
    assert stances(tracker.show(db, 1).claim) == [(SEEN, "for"), (None, "contrary")]


@pytest.mark.parametrize(
    ("given_", "why", "error"),
    [
        ({}, "a link or a quotation", UnreadableError),
        ({"note": "alone"}, "a link or a quotation", UnreadableError),
        ({"urls": [SEEN, DOUBTED], "quote": "Whose?"}, "belongs to one link", UnreadableError),
        ({"urls": [SEEN], "contrary": True}, "no verdict yet to be contrary to", RefusedError),
    ],
)
def test_evidence_that_says_nothing_clear_is_refused(db, given_, why, error):
    """Nothing is written."""
    a_claim(db)
    with pytest.raises(error, match=why):
        tracker.add_evidence(db, 1, **given_)
    assert tracker.show(db, 1).claim.evidence == ()


def test_judged_claims_are_found_by_their_evidence(db):
    """Of the verdict that stands, or collected before there is one."""
    a_claim(db)
    a_claim(db, "Collected")
    a_claim(db, "Judged")
    tracker.add_evidence(db, 2, [SEEN])
    tracker.resolve(db, 3, "true", contrary=[DOUBTED])
    wanted = {"none": [1], "any": [3, 2], "contrary": [3], "for": []}
    for stance, ids in wanted.items():
        assert [claim.id for claim in tracker.list_claims(db, Filters(evidence=(stance,))).claims] == ids
