"""The rules of the record that need nothing but the record itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from claimtrack.dates import parse_iso
from claimtrack.model import (
    Claim,
    When,
    came_too_late,
    days_late,
    default_kind,
    is_overdue,
    late,
    outcome_label,
)
from tests.strategies import whens

JANUARY = When.months(2025, 1)


def on(text):
    """One day."""
    return When.day(date.fromisoformat(text))


@pytest.mark.parametrize(
    ("when", "form"),
    [
        (on("2025-01-07"), "2025-01-07"),
        (When.months(2025, 2), "2025-02"),
        (When.months(2024, 2), "2024-02"),
        (When.months(2025, 1, 3), "2025-Q1"),
        (When.months(2025, 10, 3), "2025-Q4"),
        (When.months(2025, 1, 6), "2025-H1"),
        (When.months(2025, 7, 6), "2025-H2"),
        (When.months(2025, 1, 12), "2025"),
        (When.months(2025, 2, 3), "2025-02-01/2025-04-30"),
        (When.months(2025, 4, 6), "2025-04-01/2025-09-30"),
        (When(date(2024, 12, 1), date(2025, 1, 31)), "2024-12-01/2025-01-31"),
        (When(date(2025, 1, 1), date(2025, 1, 30)), "2025-01-01/2025-01-30"),
    ],
)
def test_a_vague_date_is_written_in_its_shortest_form(when, form):
    """A day, month, quarter, half or year where it is one, else a range."""
    assert str(when) == form


@given(whens())
def test_the_form_of_a_date_reads_back_as_the_date(when):
    """No two dates share a form."""
    assert parse_iso(str(when)) == when


def test_a_date_does_not_end_before_it_begins():
    """Such a range is a mistake, not an empty one."""
    with pytest.raises(ValueError, match="2025-01-01 is before 2025-01-02"):
        When(date(2025, 1, 2), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("other", "possible"), [("2025-01-31", True), ("2025-01-01", True), ("2025-02-01", False)]
)
def test_dates_overlap_where_a_day_is_possible_for_both(other, possible):
    """Whichever is asked."""
    assert JANUARY.overlaps(on(other)) is on(other).overlaps(JANUARY) is possible


@pytest.mark.parametrize(
    ("today", "resolved", "replaced", "overdue"),
    [
        ("2025-01-31", False, False, False),
        ("2025-02-01", False, False, True),
        ("2025-02-01", True, False, False),
        ("2025-02-01", False, True, False),
    ],
)
def test_overdue_begins_when_the_last_possible_day_has_passed(today, resolved, replaced, overdue):
    """And never for what is judged or was replaced."""
    today = date.fromisoformat(today)
    assert is_overdue(JANUARY, resolved=resolved, replaced=replaced, today=today) is overdue


def test_nothing_without_a_date_is_overdue():
    """However old it is."""
    assert not is_overdue(None, resolved=False, replaced=False, today=date(2999, 1, 1))


@pytest.mark.parametrize(
    ("happened", "answer"),
    [
        (on("2025-01-31"), False),
        (on("2025-02-01"), True),
        (When(date(2025, 1, 31), date(2025, 2, 1)), None),
        (When.months(2025, 2), True),
        (None, None),
    ],
)
def test_late_where_every_possible_day_agrees(happened, answer):
    """Else it is not known, whatever the verdict."""
    assert late(JANUARY, happened) is answer
    assert Claim(1, "u", "promise", "Ada", "x", due=JANUARY, happened=happened).late is answer


def test_late_means_nothing_without_a_deadline():
    """There is no day to be after."""
    assert late(None, JANUARY) is None


def test_predictions_and_deadlines_are_tied_to_their_date():
    """A promise may be kept late; a statement is true or it is not."""
    tied = {
        kind: came_too_late(kind, JANUARY, on("2025-02-01"))
        for kind in ("prediction", "deadline", "promise", "statement")
    }
    assert tied == {"prediction": True, "deadline": True, "promise": False, "statement": False}
    assert not came_too_late("deadline", JANUARY, When(date(2025, 1, 31), date(2025, 2, 1)))


def test_days_late_are_counted_from_the_last_day_due():
    """The example of the design: due by 20 January, came on 26 April."""
    assert days_late(on("2025-01-20"), on("2025-04-26")) == 96


def test_a_second_hand_claim_names_who_relayed_it():
    """It never reads as the speaker's own words."""
    assert Claim(1, "u", "promise", "Ada North", "x", via="an expert").said_by == "Ada North (says an expert)"
    assert Claim(1, "u", "promise", "Ada North", "x").said_by == "Ada North"


def test_kinds_and_labels():
    """What is left out, and what an outcome is called."""
    assert (default_kind(due=True), default_kind(due=False)) == ("prediction", "statement")
    assert outcome_label("promise", "failed") == "broken"
    assert outcome_label("promise", None) is None
