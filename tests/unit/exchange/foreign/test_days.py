"""Times of other programs become days: of their own offset, else of a zone that is named."""

from __future__ import annotations

import pytest

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.days import NoDayError, all_whole_days, zone_named
from tests.unit.exchange.foreign.reading import days

EVENING = 1738792800000  # 22:00 in UTC on 5 February 2025


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-02-05 09:03:7", "2025-02-05"),
        ("2025-02-05T9:3", "2025-02-05"),
        ("2025-06-03T09:29:19.82+02:00", "2025-06-03"),
        ("2016-10-30T00:00:00.00+0100", "2016-10-30"),
        ("2025-02-05T23:30:00-11:00", "2025-02-05"),
        ("2014-06-30 12:00:00 UTC", "2014-06-30"),
        ("2025-02-06 08:40:44.575108+00:00", "2025-02-06"),
        ("2914-12-31T23:00:00.000Z", "2914-12-31"),
        ("Wed, 05 Feb 2025 10:00:00 GMT", "2025-02-05"),
        ("Feb 5, 2025, 10:03 PM", "2025-02-05"),
        ("Tuesday, June 10, 2008", "2008-06-10"),
        ("9 February 2025", "2025-02-09"),
        ("5 февраля 2025", "2025-02-05"),
        ("05.02.2025", "2025-02-05"),
        ("2/15/2025", "2025-02-15"),
        ("2025/2/5", "2025-02-05"),
        ("20250205", "2025-02-05"),
        ("May 2025", "2025-05"),
        ("2025", "2025"),
        (2025, "2025"),
        ("2025-Q1", "2025-Q1"),
    ],
)
def test_many_ways_of_writing_a_day_are_read(words, day):
    """The time of day is cut off, and a vague date stays vague."""
    assert days("Pacific/Auckland").read(words, "said") == day


@pytest.mark.parametrize(
    "words", ["", "None", "null", "n/a", "-", "–", "ongoing", "TBD", None, float("nan"), "NaT"]
)
def test_words_for_no_date_are_none(words):
    """As many as people write."""
    assert days().read(words, "due") is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("2/5/2025", "has two readings"),
        ("2025-02-30", "does not exist"),
        ("2025-13-40", "does not exist"),
        ("soon", "names no year"),
        ("20 January", "names no year"),
        ("1738746178000", "is a number"),
        ("after the war of 2022", "2022"),
    ],
)
def test_what_is_no_day_says_why(words, reason):
    """A day is never made up."""
    with pytest.raises(NoDayError, match=reason):
        days().read(words, "said")


@pytest.mark.parametrize(
    ("value", "day"),
    [(EVENING, "2025-02-05"), (str(EVENING), "2025-02-05"), (1.7387928e12, "2025-02-05"), (1e9, "1970-01-12"),
     (-5e11, "1954-02-26"), (0, "1970-01-01")],
)  # fmt: skip  # a table
def test_milliseconds_are_a_day_in_utc(value, day):
    """As a number, in scientific writing, or as text; before 1970 too."""
    assert days().read(value, "said", ["milliseconds"]) == day


@pytest.mark.parametrize(
    ("words", "written", "day"),
    [("2/5/2025", "%m/%d/%Y", "2025-02-05"), ("5.2.25", "%d.%m.%y", "2025-02-05"), ("02/2025", "%m/%Y", "2025-02"),
     ("FY2025", "FY%Y", "2025"), ("2025-02-05", "%m/%d/%Y", "2025-02-05")],
)  # fmt: skip  # a table
def test_a_map_may_say_how_dates_are_written(words, written, day):
    """As `strptime` has it; a month or a year alone stays vague, and an ISO date is always one."""
    assert days().read(words, "said", [written]) == day


def test_an_instant_has_the_day_of_the_zone_that_is_named():
    """And it is told afterwards that a zone was needed."""
    reader = days("Europe/Kyiv")
    assert reader.read("2025-02-05", "said") == "2025-02-05"
    assert not reader.guessed
    assert reader.read(EVENING, "said", ["milliseconds"]) == "2025-02-06"
    assert reader.guessed


@pytest.mark.parametrize("value", [1e30, float("inf"), -1e20])
def test_an_instant_beyond_the_calendar_is_refused(value):
    """With a reason, not a crash."""
    with pytest.raises(NoDayError, match="no time of the calendar"):
        days().read(value, "said", ["milliseconds"])


def test_noon_everywhere_in_a_column_is_a_day():
    """In any zone; one evening among them makes all of them instants."""
    noon = EVENING - 10 * 3_600_000
    assert all_whole_days([noon, noon + 86_400_000], ["milliseconds"])
    assert not all_whole_days([noon, EVENING], ["milliseconds"])
    assert days("Pacific/Auckland").read(noon, "said", ["milliseconds"], whole=True) == "2025-02-05"
    assert days("Pacific/Auckland").read(noon, "said", ["milliseconds"]) == "2025-02-06"


@pytest.mark.parametrize("name", ["UTC", "Europe/Kyiv", "+02:00", "UTC-3", "z"])
def test_a_zone_has_a_name_or_an_offset(name):
    """Of either kind."""
    assert zone_named(name)


@pytest.mark.parametrize("name", ["Mars/Base", "", "+99:00", "../etc/passwd"])
def test_there_is_no_such_zone(name):
    """Which is said with an example."""
    with pytest.raises(UnreadableError, match="no time zone"):
        zone_named(name)
