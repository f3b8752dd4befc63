from __future__ import annotations

from datetime import date

import pytest

from claimtrack.dates import until, window
from claimtrack.errors import UnreadableError

TODAY = date(2025, 2, 5)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2025-01-07/2025-01-20", date(2025, 1, 7), date(2025, 1, 20)),
        ("/20 января", None, date(2025, 1, 20)),
        (" 2025-Q2 / ", date(2025, 4, 1), None),
        ("20 July", date(2025, 7, 20), date(2025, 7, 20)),
        ("20 September", date(2024, 9, 20), date(2024, 9, 20)),
        ("Monday", date(2025, 2, 3), date(2025, 2, 3)),
        ("last month", date(2025, 1, 1), date(2025, 1, 31)),
    ],
)
def test_a_window_is_a_date_with_an_end_that_may_be_open(words, first, last):
    """A date without a year, or a weekday, is the one nearest to today."""
    assert window(words, today=TODAY) == (first, last)


@pytest.mark.parametrize(
    "words", ["", "/", "//", "soon", "2025-13/", "/01/02/2025", "by March", "2025-03/2025-01"]
)
def test_a_window_refuses_what_a_date_does(words):
    """There is no window on everything, and a limit is written with its slash."""
    with pytest.raises(UnreadableError):
        window(words, today=TODAY)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("30", date(2025, 3, 7)),
        ("30d", date(2025, 3, 7)),
        ("2 W", date(2025, 2, 19)),
        ("3m", date(2025, 5, 5)),
        ("1y", date(2026, 2, 5)),
        ("0", TODAY),
        ("2025", date(2025, 12, 31)),
        ("2025-03", date(2025, 3, 31)),
        ("end of March", date(2025, 3, 31)),
        ("in 3 weeks", date(2025, 2, 26)),
    ],
)
def test_a_look_ahead_ends_on_the_last_day_it_names(words, last):
    """A count is of days where it has no letter; four figures of our age are a year."""
    assert until(words, today=TODAY) == last


def test_a_month_ahead_of_the_31st_is_the_last_of_the_next():
    """There is no 31 February, and a look ahead of one month stays within the next."""
    assert until("1m", today=date(2025, 1, 31)) == date(2025, 2, 28)


@pytest.mark.parametrize(
    "words", ["", "d", "-3d", "1.5w", "99999999w", "9" * 30, "9" * 5000 + "d", "30 parsecs"]
)
def test_a_look_ahead_that_is_no_day_is_refused(words):
    """Neither a sign, a fraction nor the end of the calendar is a traceback."""
    with pytest.raises(UnreadableError):
        until(words, today=TODAY)
