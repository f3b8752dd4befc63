"""`stats` and `timeline`: numbers and pictures of what the filters leave."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")


def cards(done):
    """The scorecards of `stats --json` by speaker."""
    return {card["speaker"]: card for card in done.json["speakers"]}


def test_each_speaker_has_a_scorecard_and_the_unnamed_have_none(run):
    """By name; one claim of an official whom nobody named is only counted."""
    done = run("stats --json")
    assert sorted(cards(done)) == ["Ada North", "Bo South", "Vladimir Putin", "Станіслав Желіховський"]
    assert (done.json["unnamed"], done.json["enough"]) == (1, 10)
    assert "a senior official" not in run("stats").out


def test_second_hand_claims_have_a_line_of_their_own(run):
    """What an expert says that Putin wants is no part of what Putin said."""
    putin = cards(run("stats --json"))["Vladimir Putin"]
    assert (putin["own"]["claims"], putin["second_hand"]["claims"]) == (0, 2)
    assert "second-hand  2: 1 decided" in run("stats").out


def test_few_decided_claims_are_not_ranked(run):
    """And the card says why."""
    assert {card["rank"] for card in cards(run("stats --json")).values()} == {None}
    assert "rank         none: too few to compare, 1 decided of the 10 it takes" in run("stats").out


def test_those_with_ten_decided_claims_are_ranked(run):
    """By the low end of the interval: ten of ten before eight of ten."""
    for number in range(10):
        for speaker, outcome in (("Ada North", "held"), ("Bo South", "held" if number > 1 else "failed")):
            run(f"add 'Claim {number}' -s '{speaker}'")
            run(f"resolve last {outcome}")
    found = cards(run("stats --json"))
    assert (found["Ada North"]["rank"], found["Bo South"]["rank"]) == (1, 2)


def test_a_chain_counts_once_by_its_newest_claim(run):
    """Missed, then moved and kept: one promise that was kept, late by nobody's count, with one move."""
    run("resolve 5 broken")
    run("move 5 --due 2025-06-30")
    run("resolve last kept --happened 2025-02-01")
    own = cards(run("stats --json"))["Ada North"]["own"]
    (promises,) = (kind for kind in own["kinds"] if kind["kind"] == "promise")
    assert promises["claims"] == 1
    assert {one["label"]: one["count"] for one in promises["outcomes"] if one["count"]} == {"kept": 1}
    assert "moves        1, median slip 192 days" in run("stats --speaker 'Ada North'").out


def test_filters_narrow_what_is_counted(run):
    """Only what they leave is in any share."""
    assert list(cards(run("stats --json --tag budget"))) == ["Bo South"]
    assert run("stats --json --speaker Bo").json["overall"]["own"]["claims"] == 1
    assert run("stats --speaker Nobody").status == 1


def test_json_has_the_shape_that_the_docs_promise(run):
    """Shares come with their counts, and held with its interval."""
    printed = run("stats --json").json
    assert set(printed) == {"speakers", "overall", "unnamed", "enough"}
    assert printed["overall"]["speaker"] is None
    for card in printed["speakers"]:
        assert {"speaker", "comparable", "rank", "own", "second_hand"} <= set(card)
    held = cards(run("stats --json"))["Ada North"]["own"]["held"]
    assert (held["count"], held["of"]) == (1, 1)
    assert 0 < held["low"] < held["high"] <= 1


def test_with_nothing_to_score_it_is_said(run):
    """No table of zeros."""
    assert run("stats --unnamed").out == "There is no claim to score; 1 unnamed claim has no scorecard.\n"


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("command", ["timeline", "stats"])
def test_a_picture_is_never_wider_than_the_terminal(terminal, command, columns):
    """Narrow or wide; it is painted."""
    done = terminal(command, columns=columns)
    assert max(map(len, done.plain.splitlines())) <= columns
    assert done.out != done.plain


@pytest.mark.parametrize("command", ["timeline", "due", "list --slipped"])
def test_without_colour_the_words_and_shapes_are_the_same(terminal, run, monkeypatch, command):
    """`NO_COLOR` takes away the paint alone."""
    run("move 7 --due 2025-02-12")
    painted = terminal(command, columns=140)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = terminal(command, columns=140)
    assert plain.out == plain.plain == painted.plain


def test_a_timeline_has_a_row_for_each_chain_and_marks_today(run):
    """In the order of the dates; what has none is counted."""
    run("move 7 --due 2025-03-15")
    drawn = run("timeline")
    ids = [
        int(words[0]) for line in drawn.lines if (words := line.rpartition("  ")[2].split()) and ":" in line
    ]
    assert ids == [5, 1, 2, 8, 3, 6]
    assert "1 claim without a date not drawn" in drawn.out
    assert "today 2025-02-05" in drawn.lines[-1]


def test_overdue_and_resolved_have_shapes_of_their_own(run):
    """So that it reads without colour."""
    legend = run("timeline").lines[-1]
    for mark in ("○ due", "▲ overdue", "● held", "✗ failed"):
        assert mark in legend


def test_a_terminal_that_has_only_ascii_gets_a_picture_in_ascii(process):
    """Where the locale says so; the words of claims stay what they are."""
    drawn = process("timeline --speaker 'Bo South'", LC_ALL="C").out
    assert drawn.isascii()
    assert "o due" in drawn
    assert "○ due" in process("timeline --speaker 'Bo South'", LC_ALL="C.UTF-8").out


def test_nothing_to_draw_is_said(run):
    """Where no claim is found, and where none has a date."""
    assert "No claims found" in run("timeline --kind promise --tag kursk").err
    assert run("timeline --unnamed").out == "There is no claim with a date to draw.\n"
