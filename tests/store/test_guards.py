"""Rows that the file itself takes and refuses, from any program: every test writes with plain SQL, foreign keys off."""

from __future__ import annotations

import pytest

from tests.builders import CLAIM, DEFAULTS, JUDGED, refuses


@pytest.mark.parametrize("table", [table for table in DEFAULTS if table not in ("change", "touched")])
def test_a_row_that_keeps_the_rules_goes_in(shell, table):
    """What the tests below change one thing of is accepted as it is, so that each refusal has its one reason."""
    assert not refuses(shell, table)


def test_claims_of_every_kind_and_vague_dates_go_in(shell):
    """Unnamed speakers, ranges, and probabilities from 0 to 1 keep the rules."""
    assert not refuses(shell, "claim", speaker_id=None, unnamed="a senior official")
    assert not refuses(shell, "claim", kind="deadline", due_first="2025-01-01", due_last="2025-12-31")
    assert not refuses(shell, "claim", said_first="2024-02-29", said_last="2024-02-29", probability=0)
    assert not refuses(shell, "claim", text="two\nlines\tand a tab: До кінця року — 🚀", probability=1)


FREE = (
    ("claim", "text"),
    ("claim", "quote"),
    ("claim", "note"),
    ("verdict", "reason"),
    ("evidence", "quote"),
)
LINES = (
    ("speaker", "name"), ("alias", "name"), ("source", "title"), ("source", "publisher"), ("claim", "role"),
    ("claim", "via"), ("claim_tag", "tag"), ("verdict", "rating"), ("verdict", "judge"),
)  # fmt: skip  # a list of columns


@pytest.mark.parametrize(("table", "column"), FREE + LINES)
@pytest.mark.parametrize(
    "bad", ["", " ", "\n", " \t\n", "\N{NO-BREAK SPACE}", "a\0b", "a\rb", "a\x1b[1m", "a\x9bb", b"x"]
)
def test_no_text_is_empty_or_holds_a_control_character(shell, table, column, bad):
    """Nothing is stored empty, and what would move the cursor of a terminal never gets in."""
    assert refuses(shell, table, **{column: bad})


@pytest.mark.parametrize(("table", "column"), LINES)
@pytest.mark.parametrize("bad", ["two\nlines", "a\ttab", " before", "after "])
def test_names_and_titles_stay_on_one_line(shell, table, column, bad):
    """A name with a line end in it would break every table it is printed in."""
    assert refuses(shell, table, **{column: bad})


@pytest.mark.parametrize(
    "date", ["claim said", "claim due", "verdict happened", "source published", "appearance said"]
)
@pytest.mark.parametrize(
    "bad", ["2025-02-30", "2025-13-01", "2025-2-3", "20250203", "2025-02-03 10:00", "now", "", "0000-01-01", 2460709]
)  # fmt: skip  # one list
def test_no_day_that_is_not_in_the_calendar(shell, date, bad):
    """Impossible days, other ways to write them and SQLite's own words for them are refused."""
    table, name = date.split()
    assert refuses(shell, table, **{f"{name}_first": bad, f"{name}_last": bad})


@pytest.mark.parametrize("bad", ["2025-02-30", "2025-02", "today", "0000-01-01"])
def test_days_that_are_never_vague_are_in_the_calendar_too(shell, bad):
    """The day of a verdict and the day that evidence was added."""
    assert refuses(shell, "verdict", judged=bad)
    assert refuses(shell, "evidence", added=bad)


@pytest.mark.parametrize(
    "bad", ["2025-02-05", "2025-02-05 09:00:00", "2025-02-30T09:00:00Z", "2025-02-05T09:00:00+02:00"]
)
def test_stamps_are_moments_in_utc(shell, bad):
    """Programs that read the record may rely on one form."""
    assert refuses(shell, "claim", created_at=bad)
    assert refuses(shell, "claim", updated_at=bad)


@pytest.mark.parametrize(
    "columns",
    [
        {"said_first": "2025-01-02", "said_last": "2025-01-01"},
        {"said_first": "2025-01-02"},
        {"said_last": "2025-01-02"},
        {"said_words": "in January"},
        {"said_first": "2025-01-02", "said_last": "2025-01-02", "due_first": "2025-01-01", "due_last": "2025-01-01"},
        {"kind": "deadline"},
        {"kind": "guess"},
        {"speaker_id": None},
        {"unnamed": "an expert"},
        {"probability": 1.01},
        {"probability": -0.01},
        {"probability": "likely"},
        {"uid": "1"},
        {"uid": "i" * 26},
        {"deleted": 2},
        {"deleted": 3},
    ],
)  # fmt: skip  # a case a line
def test_a_claim_that_contradicts_itself_is_refused(shell, columns):
    """Dates in order, a deadline with a date, one speaker or none that is named, a probability that is one."""
    assert refuses(shell, "claim", **columns)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("claim", {"speaker_id": 99}),
        ("claim", {"source_id": 99}),
        ("claim", {"replaces_id": 99}),
        ("speaker", {"same_as_id": 99}),
        ("alias", {"speaker_id": 99}),
        ("claim_tag", {"claim_id": 99}),
        ("appearance", {"claim_id": 99}),
        ("appearance", {"source_id": 99}),
        ("contradiction", {"other_id": 99}),
        ("verdict", {"claim_id": 99}),
        ("verdict", {"act": "annul", "outcome": None, "annuls_id": 99}),
        ("evidence", {"claim_id": 99}),
        ("evidence", {"verdict_id": 99, "stance": "for"}),
        ("touched", {"claim_id": 99}),
        ("touched", {"seq": 99}),
    ],
)
def test_nothing_points_at_what_is_not_there(shell, table, columns):
    """References hold although the shell checks no foreign keys."""
    assert refuses(shell, table, **columns)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("claim_tag", {"tag": "a,b"}),
        ("claim_tag", {"tag": "a;b"}),
        ("contradiction", {"claim_id": 2, "other_id": 1}),
        ("contradiction", {"claim_id": 1, "other_id": 1}),
        ("appearance", {"said_first": None, "said_last": None}),
        ("source", {"title": None}),
        ("source", {"url": "javascript:alert(1)"}),
        ("source", {"url": "http://"}),
        ("source", {"archive_url": "http://a b"}),
        ("verdict", {"outcome": "true"}),
        ("verdict", {"act": "take-back"}),
        ("verdict", {"act": "annul", "outcome": None}),
        ("verdict", {"act": "annul", "outcome": None, "annuls_id": 1, "claim_id": CLAIM}),
        ("evidence", {"url": None}),
        ("evidence", {"stance": "for"}),
        ("evidence", {"claim_id": JUDGED, "verdict_id": 1}),
        ("evidence", {"claim_id": JUDGED, "verdict_id": 1, "stance": "neutral"}),
        ("evidence", {"claim_id": CLAIM, "verdict_id": 1, "stance": "for"}),
        ("evidence", {"url": "ftp://example.org"}),
        ("speaker", {"name": "ADA NORTH", "key": "ada north"}),
    ],
)
def test_each_thing_keeps_its_own_rules(shell, table, columns):
    """Tags that can be joined, addresses of the web, evidence of the claim's own verdict, one speaker of a name."""
    assert refuses(shell, table, **columns)
