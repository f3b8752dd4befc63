"""Days in an order that can be: what lies ahead was not said yet, and nothing is judged before it was said."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")
ADD = "add 'Rain will fall' -s 'Cleo East'"


@pytest.mark.parametrize(
    "line",
    [
        f"{ADD} --said 2025-02-06", f"{ADD} --said tomorrow", f"{ADD} --said 2025-03", f"{ADD} --said '6 Feb 2025'",
        f"{ADD} -S Notes2 --published 2025-02-06", f"{ADD} --url https://example.org/2 --published 2026",
        "edit 3 --said 2025-02-06", "edit 6 -S Later --published tomorrow", "sources edit 1 --published 2025-12-24",
        "sources add Later --published 2025-02-06", "repeat 7 --said 2025-02-07",
        "repeat 7 -S Later --published 2025-03",
        "move 7 --due 2025-04 --said 2025-02-06",
    ],
)  # fmt: skip  # a list
def test_what_lies_ahead_was_neither_said_nor_published(run, line):
    """By every way in; the day as it was read and today are named."""
    before = run("export").out
    done = run(line)
    assert (done.status, done.out) == (1, "")
    assert "has not come yet; today is 2025-02-05" in done.err
    assert run("export").out == before


@pytest.mark.parametrize("said", ["2025-02-05", "today", "2025-02", "2025", "2025-02-01/2025-02-28"])
def test_a_day_that_may_have_come_is_taken(run, said):
    """Today, and a month or a year that has begun."""
    assert run(f"{ADD} --said {said}").status == 0
    assert run(f"sources add Lately --published {said}").status == 0


def test_an_article_that_says_it_is_from_the_future_is_refused(run, folder):
    """With the way out."""
    page = '<html><head><title>Rain</title><meta property="article:published_time" content="2025-02-20"></head><body>'
    (folder / "rain.html").write_text(
        f"{page}<p>Cleo East said that it would rain by March.</p></body></html>"
    )
    done = run("extract rain.html")
    assert done.status == 1
    assert "give the day with --published" in done.err
    assert run("extract rain.html --published 2025-02-04").status == 0


@pytest.mark.parametrize(
    ("said", "judged"),
    [("2025-02-05", "2025-02-04"), ("2025-02", "2025-01-31"), ("2025-01-10/2025-01-20", "9 January")],
)
def test_nothing_is_judged_before_it_was_said(run, said, judged):
    """Before the first day on which it may have been said."""
    run(f"{ADD} --said {said}")
    done = run(f"resolve last true --judged '{judged}'")
    assert (done.status, done.out) == (1, "")
    assert f"was said on {said}, so it can't have been judged on" in done.err
    assert run("show last --json").json["status"] == "unresolved"


@pytest.mark.parametrize(
    ("said", "judged"),
    [("2025-01-10", "2025-01-10"), ("2025-01", "2025-01-01"), ("''", "2020-01-01"), ("2025", "today")],
)
def test_it_may_be_judged_on_the_day_it_was_said(run, said, judged):
    """Or on any day, where nobody knows when it was said."""
    run(f"{ADD} --said {said}")
    assert run(f"resolve last true --judged {judged}").status == 0


def test_one_of_several_that_was_said_later_leaves_all_as_they_were(run):
    """One command is all or nothing."""
    assert run("resolve 1 3 missed --judged 2025-01-09").status == 1
    assert run("show 1 --json").json["status"] == "unresolved"


@pytest.mark.parametrize("said", ["2025-01-11", "2025-02", "yesterday"])
def test_a_correction_does_not_put_the_verdict_before_the_words(run, said):
    """The way out is named."""
    run("resolve 3 happened --judged 2025-01-10")
    done = run(f"edit 3 --said {said}")
    assert done.status == 1
    assert "can't have been judged on 2025-01-10" in done.err
    assert run("edit 3 --said 2025-01-09").status == 0


@pytest.mark.parametrize(
    ("given", "happened", "told"),
    [
        (
            "--said 2025-02-01 --due 2025-03",
            "2025-01-31",
            "was said on 2025-02-01, after it had happened on 2025-01-31\n",
        ),
        (
            "--said 2025-01-10/2025-01-20",
            "2025-01-09",
            "was said on 2025-01-10/2025-01-20, after it had happened",
        ),
        (
            "--said 2025-02 --due 2025-03 --probability 0.7",
            "2024",
            "after it had happened on 2024; its probability leaves",
        ),
        ("--said 2025-02-01 --due 2025-03", "2025-02-01", None),
        ("--said 2025-01-10/2025-01-20", "2025-01-15", None),
        ("--due 2025-03", "2020", None),
    ],
)
def test_what_happened_before_it_was_said_is_told(run, given, happened, told):
    """The verdict is written; a foretelling of what was known is no forecast."""
    run(f"{ADD} {given}")
    done = run(f"resolve last held --happened {happened}")
    assert done.status == 0
    assert (told or "") in done.err
    assert ("after it had happened" in done.err) is bool(told)


def test_a_correction_that_makes_it_so_is_told_too(run):
    """The day of speaking was typed wrongly."""
    run(f"{ADD} --said 2024-12-01 --due 2025-01")
    run("resolve last held --happened 2024-12-31")
    assert "after it had happened on 2024-12-31" in run("edit last --said 2025-01-02").err
    assert "after it had happened" not in run("edit last --due 2025-02").err
