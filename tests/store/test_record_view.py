"""The view `claim_record`: what any SQL user sees is the record, column for column."""

from __future__ import annotations

import json
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.exchange.columns import CSV_COLUMNS, row
from claimtrack.model import KINDS, OUTCOME_CODES, When, came_too_late
from claimtrack.model.record import PRIVATE
from tests.builders import TODAY, URL, a_claim, a_database, a_fresh_database, insert, plain_sqlite

LISTS = ("tags", "contradicts", "contradicts_uids")
NESTED = ("appearances", "evidence", "verdicts")
SEEN = tuple(name for name in CSV_COLUMNS if name not in PRIVATE)


def viewed(db):
    """The rows of the view, by id."""
    with plain_sqlite(db) as shell:
        found = shell.execute("SELECT * FROM claim_record ORDER BY id")
        names = [column[0] for column in found.description]
        return {cells[0]: dict(zip(names, cells, strict=True)) for cells in found.fetchall()}


def as_in_view(claim):
    """The record as the tool exports it, with lists as JSON and truths as SQLite has them."""
    cells = dict(zip(CSV_COLUMNS, row(claim._replace(overdue=False), raw=True), strict=True))
    cells = {name: cells[name] for name in SEEN}
    truths = {"true": 1, "false": 0}
    for name in ("unnamed", "late", "disputed"):
        cells[name] = truths.get(cells[name])
    cells |= {name: list(getattr(claim, name)) for name in LISTS}
    cells |= {name: json.loads(cells[name] or "[]") for name in NESTED}
    return cells


def assert_view_is_record(db):
    """Every claim reads the same in the view and in Python, `overdue` aside, which compares with another today."""
    rows = viewed(db)
    claims = tracker.list_claims(db).claims
    assert {claim.id for claim in claims} == set(rows)
    for claim in claims:
        seen = {name: rows[claim.id][name] for name in SEEN} | {"overdue": "false"}
        for name in LISTS + NESTED:
            seen[name] = json.loads(seen[name])
        assert seen == as_in_view(claim)


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
whens = (
    st.builds(
        When.months, st.integers(2024, 2026), st.sampled_from([1, 4, 7, 10]), st.sampled_from([1, 2, 3])
    )
    | st.builds(
        When.months, st.integers(2024, 2026), st.sampled_from([1, 2, 7]), st.sampled_from([1, 3, 5, 6])
    )
    | st.builds(When.months, st.integers(2024, 2026), st.just(1), st.just(12))
    | days.map(When.day)
    | st.builds(lambda first, more: When(first, first + timedelta(more)), days, st.integers(1, 400))
)


def columns_of(name, when):
    """A date as the columns of a table."""
    return {} if when is None else {f"{name}_first": str(when.first), f"{name}_last": str(when.last)}


@settings(max_examples=25)
@given(
    when=whens | st.none(),
    happened=whens | st.none(),
    kind=st.sampled_from(KINDS),
    outcome=st.sampled_from(OUTCOME_CODES),
)
def test_dates_labels_and_lateness_are_those_of_the_model(generated, when, happened, kind, outcome):
    """Whatever the vague form, the kind and the outcome."""
    if (kind == "deadline" and not when) or (outcome == "held" and came_too_late(kind, when, happened)):
        return
    with plain_sqlite(generated) as shell:
        claim = insert(shell, "claim", kind=kind, **columns_of("due", when), **columns_of("said", None))
        insert(shell, "verdict", claim_id=claim, outcome=outcome, **columns_of("happened", happened))
    assert_view_is_record(generated)


def test_the_columns_are_those_of_the_record_in_their_order(db):
    """`SELECT *` starts with the columns of CSV but for the private ones; what the tool needs besides comes after."""
    a_claim(db)
    names = list(viewed(db)[1])
    assert tuple(names[: len(SEEN)]) == SEEN
    assert set(names).isdisjoint(PRIVATE)


def test_a_claim_with_everything_reads_the_same(db):
    """Source, tags, evidence for and contrary, appearances, contradictions, merged speakers."""
    a_claim(
        db, text='She said "=1+1"', speaker="Ada North", said="2025-01", due="2025-Q1", source="Notes", url=URL,
        publisher="The Example Post", published="2025-02-05", tags=["b", "a'c"], probability="70%", via="an expert",
        quote="two\nlines", translation="дві", criterion="a count", note="secret", role="mayor", kind="deadline",
    )  # fmt: skip  # a claim
    a_claim(db, "It is not so", "Bo South", due="January 20")
    tracker.resolve(
        db, 1, "missed", rating="Pants", happened="2025-02-04", evidence=[URL], contrary=["http://x.example"]
    )
    tracker.add_evidence(db, 1, quote="Seen.", note="by us")
    tracker.add_evidence(db, 2, [URL])
    tracker.merge_speakers(db, "Bo South", into="Ada North")
    with plain_sqlite(db) as shell:
        insert(shell, "appearance")
        insert(shell, "appearance", said_first=None, said_last=None, source_id=1)
        insert(shell, "contradiction")
    assert_view_is_record(db)
    claim = tracker.show(db, 2).claim
    assert (claim.speaker, claim.contradicts, claim.due_words) == ("Ada North", (1,), "January 20")
    assert len(tracker.show(db, 1).claim.appearances) == 2


def test_an_unnamed_speaker_is_its_own_words(db):
    """`unnamed` tells it from someone who has that name."""
    a_claim(db, speaker="a senior official", unnamed=True)
    seen = viewed(db)[1]
    assert (seen["speaker"], seen["unnamed"]) == ("a senior official", 1)
    assert_view_is_record(db)


def test_overdue_in_the_view_is_as_of_today(db):
    """The one column that no program stores: a claim due long ago is overdue, one due in 2999 is not."""
    a_claim(db, due="2025-01-01")
    a_claim(db, due="2999")
    a_claim(db)
    assert [seen["overdue"] for seen in viewed(db).values()] == [1, 0, 0]


@settings(max_examples=12)
@given(st.lists(whens | st.none(), min_size=1, max_size=5))
def test_the_slip_of_a_chain_is_on_each_of_its_members(dues):
    """From the first deadline to the newest, by last possible day; claims without a date do not count."""
    with a_fresh_database() as db:
        first = a_claim(db, "Another chain altogether", due="2024-01-01")
        with plain_sqlite(db) as shell:
            newest = None
            for due in dues:
                newest = insert(shell, "claim", replaces_id=newest, **columns_of("due", due))
        known = [due.last for due in dues if due]
        expected = (known[-1] - known[0]).days if len(known) > 1 else None
        assert {claim.slip_days for claim in tracker.list_claims(db).claims if claim.id != first.id} == {
            expected
        }
        assert_view_is_record(db)
        whole = tracker.show(db, newest)
        assert [claim.id for claim in whole.chain] == ([] if len(dues) == 1 else list(range(2, newest + 1)))
        assert whole.claim.replaces == (newest - 1 if len(dues) > 1 else None)
        assert tracker.show(db, 2).claim.replaced_by == (3 if len(dues) > 1 else None)


def test_a_chain_closes_over_the_newest_that_is_left(db):
    """Deleting the newest claim of a chain brings the one before it back."""
    a_claim(db, due="2025-01-01")
    with plain_sqlite(db) as shell:
        insert(shell, "claim", replaces_id=1, due_first="2025-03-01", due_last="2025-03-01")
    assert not tracker.show(db, 1).claim.overdue
    tracker.delete(db, 2)
    claim = tracker.show(db, 1).claim
    assert (claim.replaced_by, claim.slip_days, claim.overdue) == (None, None, True)
    assert_view_is_record(db)
    tracker.undo(db)
    assert tracker.show(db, 1).claim.slip_days == 59


def test_the_record_stands_as_of_the_day_it_is_read(tmp_path):
    """Overdue only once the last possible day has passed."""
    with a_database(tmp_path / "claims.db") as db:
        a_claim(db, due="2025-02")
    for today, overdue in ((TODAY, False), (date(2025, 2, 28), False), (date(2025, 3, 1), True)):
        with a_database(tmp_path / "claims.db", today=today) as db:
            assert tracker.show(db, 1).claim.overdue is overdue
