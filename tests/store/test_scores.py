"""Scores that the database groups: the same figures as of each claim by itself, whatever is asked and moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.model import Filters
from claimtrack.model.claim import BY
from tests.builders import TODAY, a_claim, a_fresh_database, plain_sqlite
from tests.scored import scorecards, table

FILTERS = (
    Filters(), Filters(kind=("promise",)), Filters(status=("resolved",)), Filters(overdue=True),
    Filters(tag=("war",)), Filters(unnamed=True), Filters(due=("2025-01/",)), Filters(via=("none",)),
)  # fmt: skip  # a list of filters
KINDS = ("prediction", "promise")
days = st.dates(date(2024, 10, 1), date(2025, 2, 4))
dues = st.integers(-40, 400).map(lambda more: TODAY + timedelta(more))


@st.composite
def a_record(draw):
    """What is said of a claim, and of its verdict where it has one."""
    said = draw(st.none() | days)
    due = draw(st.none() | dues)
    if said and due and due < said:
        said = None
    given = {
        "speaker": draw(st.sampled_from(["Ada North", "Bo South"])), "kind": draw(st.sampled_from(KINDS)),
        "said": said and str(said), "due": due and str(due), "role": draw(st.sampled_from([None, "mayor"])),
        "tags": draw(st.sampled_from([None, "war", "war, budget"])),
        "via": draw(st.sampled_from([None, None, "an aide"])),
        "probability": draw(st.sampled_from([None, None, "0.1", "0.7", "1"])),
        "unnamed": draw(st.sampled_from([None, None, None, True])),
        "source": draw(st.sampled_from([None, "Notes", "Letters"])),
    }  # fmt: skip  # a fact a field
    outcome = draw(st.sampled_from([None, "partly", "failed", "void", "ambiguous"]))
    happened = draw(st.none() | days)
    moves = draw(st.lists(dues | st.just(due), max_size=2))
    return given, outcome, happened and str(happened), draw(st.sampled_from([None, "Jane"])), moves


def enter(db, number, record):
    """Records a claim, moves it, and judges the newest of it."""
    given, outcome, happened, judge, moves = record
    newest = a_claim(db, f"Claim {number}", **{name: value for name, value in given.items() if value})
    for due in moves:
        another = newest.due is None or newest.due.last != due
        if due and another and not (newest.said and due < newest.said.first):
            newest = tracker.move(db, newest.id, due=str(due), force=True)
        else:  # the same date with another probability
            newest = tracker.move(db, newest.id, probability=(newest.probability or 1.0) / 2)
    if outcome:
        tracker.resolve(db, newest.id, outcome, happened=happened, judge=judge)


@settings(max_examples=15, deadline=None)
@given(st.lists(a_record(), min_size=1, max_size=6), st.sampled_from(FILTERS))
def test_what_is_grouped_comes_to_what_each_claim_comes_to(records, filters):
    """Tables by everything, and the scorecards: of all claims, or of those that a filter leaves of their chains."""
    with a_fresh_database() as db:
        for number, record in enumerate(records):
            enter(db, number, record)
        if filters.tag and not any(given["tags"] for given, *_ in records):
            return
        claims = tracker.list_claims(db, filters).claims
        for by in BY:
            assert tracker.stats(db, filters, by=by) == table(claims, by)
        assert tracker.scorecards(db, filters) == scorecards(claims)


@pytest.mark.parametrize("hidden", [1, 2, 3])
def test_a_chain_of_which_one_is_filtered_out_is_counted_as_the_rest_of_it(db, hidden):
    """Its newest that is left counts, with the moves of those that are left."""
    a_claim(db, "The bridge opens", due="2025-03-01")
    tracker.move(db, 1, due="2025-04-01")
    tracker.move(db, 2, due="2025-03-01")
    tracker.edit(db, hidden, tags="hidden")
    filters = Filters(without=("hidden",))
    assert tracker.stats(db, filters) == table(tracker.list_claims(db, filters).claims)


def test_speakers_that_were_joined_are_one_row_and_sources_of_one_title_two(db):
    """By what they are, not by what they are called."""
    for speaker, url in (("Ada North", "https://a.example"), ("A. North", "https://b.example")):
        a_claim(db, f"The bridge, says {speaker}", speaker, source="Notes", url=url, new_speaker=True)
    tracker.merge_speakers(db, "A. North", into="Ada North")
    assert [(row.name, row.claims) for row in tracker.stats(db).rows] == [("Ada North", 2)]
    assert [(row.name, row.claims) for row in tracker.stats(db, by="source").rows] == [("Notes", 1)] * 2


def test_a_deleted_claim_counts_nowhere(db):
    """Nor does the move that it was."""
    a_claim(db, "The bridge opens", due="2025-03-01")
    tracker.move(db, 1, due="2025-04-01")
    tracker.delete(db, 2)
    (row,) = tracker.stats(db).rows
    assert (row.claims, row.moves, row.median_slip_days) == (1, 0, None)
    with plain_sqlite(db) as shell:
        assert shell.execute("SELECT slip_days FROM claim_record").fetchall() == [(None,)]
