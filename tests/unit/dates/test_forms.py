from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dates import parse_iso, read
from claimtrack.errors import UnreadableError
from claimtrack.model import When

SOURCE = Path(__file__).parents[3] / "src"
TODAY = date(2025, 2, 5)

days = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))
years = st.integers(1000, 9998)
periods = st.one_of(
    st.builds(When.day, days),
    st.builds(When.months, years, st.integers(1, 12)),
    st.builds(When.months, years, st.sampled_from([1, 4, 7, 10]), st.just(3)),
    st.builds(When.months, years, st.sampled_from([1, 7]), st.just(6)),
    st.builds(When.months, years, st.just(1), st.just(12)),
    st.tuples(days, days).map(lambda pair: When(*sorted(pair))),
)


@given(periods)
def test_every_stored_form_reads_back_as_the_same_days(when):
    """What the record holds can be typed again: writing and reading a form are inverse."""
    assert parse_iso(str(when)) == when


@given(periods)
def test_a_stored_form_is_never_echoed_nor_kept_as_words(when):
    """Nothing was inferred from it, so the reading holds the days alone."""
    assert read(f" {when}\n", field="said", today=TODAY).words is None


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-01/2025-03", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025/2026-01-07", date(2025, 1, 1), date(2026, 1, 7)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_vague_form_is_all_its_days(form, first, last):
    """A month is never a day in it, and a range may have vague ends."""
    assert parse_iso(form) == When(first, last)


@pytest.mark.parametrize(
    "form", ["2025-02-30", "2025-02-29", "2025-13", "2025-00", "2025-01-00", "2025-Q5", "2025-Q0", "2025-H3"]
)
def test_a_form_without_such_a_date_says_that_it_does_not_exist(form):
    """It is never moved to the nearest day that does."""
    with pytest.raises(UnreadableError, match="does not exist"):
        parse_iso(form)


@pytest.mark.parametrize("form", ["2025-03/2025-01", "2025-01-20/2025-01-07", "2026/2025"])
def test_a_range_that_ends_before_it_starts_is_refused(form):
    """It is more likely a slip than a range, so it is not turned round."""
    with pytest.raises(UnreadableError, match="runs backwards"):
        parse_iso(form)


@pytest.mark.parametrize("form", ["0999-12-31", "0000-01", "0001"])
def test_a_year_before_1000_is_refused(form):
    """Such years are slips of the finger in a record of what people said."""
    with pytest.raises(UnreadableError):
        parse_iso(form)


@pytest.mark.parametrize(
    "form",
    ["", "/", "2025-", "20250107", "2025-1-7", "2025-01-07/", "1/2/3", "٢٠٢٥", "2025-01-07T10:00", "March"],
)
def test_what_is_no_stored_form_is_left_to_other_readings(form):
    """None means that it has not the form, which is not yet a refusal."""
    assert parse_iso(form) is None


def test_reading_dates_that_need_no_library_never_loads_it():
    """Starting up stays fast: dateparser is loaded for other languages alone, rules for words alone."""
    code = """
import sys
from datetime import date
from claimtrack.dates import read, window

today = date(2025, 2, 5)
for words in ("2025-Q1", "20 января", "20 janvier"):
    read(words, field="due", today=today), window(words, today=today)
    print([name for name in ("claimtrack.dates.grammar", "dateparser") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "[]",
        "['claimtrack.dates.grammar']",
        "['claimtrack.dates.grammar', 'dateparser']",
    ]
