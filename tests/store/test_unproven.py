"""Verdicts without evidence: what `due` counts is what a look at each claim finds."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.errors import RefusedError
from claimtrack.model import Filters
from tests.builders import URL, a_claim, a_fresh_database

ACTS = {
    "judge": lambda db, claim: tracker.resolve(db, claim, "failed", overrule=True),
    "judge with evidence": lambda db, claim: tracker.resolve(
        db, claim, "held", evidence=[URL], overrule=True
    ),
    "find": lambda db, claim: tracker.add_evidence(db, claim, [f"{URL}/found"]),
    "find contrary": lambda db, claim: tracker.add_evidence(db, claim, [f"{URL}/other"], contrary=True),
    "take back": tracker.unresolve,
    "undo": lambda db, _: tracker.undo(db),
    "delete": tracker.delete,
}
acts = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(1, 2)), min_size=1, max_size=8)


@settings(max_examples=40)
@given(acts)
def test_what_lacks_evidence_follows_whatever_was_done(done):
    """Judged, found, taken back, undone, deleted: both ways to ask find the same claims, and doctor no fault."""
    with a_fresh_database() as db:
        a_claim(db)
        a_claim(db, "The tunnel will open")
        for act, claim in done:
            with suppress(RefusedError):
                ACTS[act](db, claim)
        looked_at = tracker.list_claims(db, Filters(status=("resolved",), evidence=("none",), sort="judged"))
        assert tracker.due(db).without_evidence.claims == looked_at.claims
        assert tracker.examine_database(db).faults == ()


def test_there_may_be_more_of_them_than_are_shown(db):
    """All are counted."""
    for number in range(3):
        tracker.resolve(db, a_claim(db, f"Bridge {number} will open").id, "failed")
    page = tracker.due(db, Filters(limit=2)).without_evidence
    assert (len(page.claims), page.total) == (2, 3)
