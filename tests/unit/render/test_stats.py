"""The table, scorecards and the reliability diagram as lines of text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.render import Screen
from claimtrack.render.layout.glyphs import ASCII
from claimtrack.render.layout.table import cells
from claimtrack.render.scorecards import reliability, scorecards
from claimtrack.render.stats import stats
from claimtrack.scoring import calibration
from tests import strategies
from tests.claims_of import chain, claim, several
from tests.scored import SCORED, table
from tests.scored import scorecards as cards_of

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
WIDE = Screen(width=140)


def shown(claims, screen=WIDE, **options):
    """The lines of the scorecards of `claims`."""
    return list(scorecards(cards_of(claims), screen, **options))


def tabled(claims, screen=WIDE, **options):
    """The lines of the table of `claims`."""
    return list(stats(table(claims, **options), screen))


def value(lines, label):
    """What stands beside `label` where it first comes."""
    return next(line.removeprefix(label).strip() for line in lines if line.startswith(label))


def test_outcomes_are_told_in_the_words_of_the_kind():
    """What is the same for every kind is told by its stored word, since its own is a sentence."""
    lines = shown(
        [
            claim(1, kind="promise", outcome="held"),
            claim(2, kind="promise", outcome="failed"),
            claim(3, kind="promise", outcome="withdrawn"),
            claim(4, kind="promise", status="resolved"),
            claim(5, kind="promise"),
        ]
    )
    assert (
        value(lines, "promises") == "1 kept, 1 broken, 1 withdrawn, 1 resolved with no outcome, 1 unresolved"
    )


def test_the_share_that_held_comes_with_its_interval_drawn():
    """5 of 10 is 24% to 76%: of the 41 columns, the ends are in 9 and 31 and the share in 20."""
    lines = shown([*several(1, 5, outcome="held"), *several(6, 5, outcome="failed")])
    assert value(lines, "held") == "5 of 10 held: 50%, 95% interval 24% to 76%"
    drawn = next(line for line in lines if "100%" in line).split()[1]
    assert (drawn.index("├"), drawn.index("●"), drawn.index("┤"), len(drawn)) == (9, 20, 31, 41)


def test_a_partly_that_counts_half_is_said():
    """One partly of two decided, beside the share that it is part of."""
    lines = shown([claim(1, outcome="partly"), claim(2, outcome="held")])
    assert value(lines, "held").startswith("1 of 2 held, 1 partly, which counts half: 75%, 95% interval")


def test_too_few_decided_claims_are_said_to_be_too_few():
    """With nine decided there is no rank, and the reader is told why."""
    assert value(shown(several(1, 9, outcome="held")), "rank") == (
        "none: too few to compare, 9 decided of the 10 it takes"
    )


def test_ranks_are_told_with_what_they_are_by():
    """Two speakers with ten decided claims each."""
    lines = shown([*several(1, 10, outcome="failed"), *several(11, 10, speaker="Bo Lark", outcome="held")])
    assert lines[0] == "Ada Quill"
    assert value(lines, "rank") == "2 of 2, by the low end of the interval"


def test_second_hand_claims_have_a_line_of_their_own():
    """It has their own counts; the lines above it know nothing of them."""
    lines = shown([claim(1, outcome="held"), claim(2, via="an aide", kind="deadline", outcome="failed")])
    assert value(lines, "claims") == "1: 1 decided, 0 undecided, 0 left out"
    assert value(lines, "second-hand").startswith(
        "1: 1 decided, 0 undecided, 0 left out; 1 missed; 0 of 1 held"
    )


def test_moves_are_told_with_their_median_slip():
    """One move by 31 days, and half a day where the median falls between two."""
    once = chain(claim(1, due="2025-01-01"), claim(2, due="2025-02-01"))
    again = chain(claim(3, due="2025-01-01"), claim(4, due="2025-01-11"))
    assert value(shown(once), "moves") == "1, median slip 31 days"
    assert value(shown([*once, *again]), "moves") == "2, median slip 20.5 days"


def test_a_contradicted_certainty_is_an_infinite_log_score():
    """It is named, not clamped."""
    lines = shown([claim(1, probability=1.0, outcome="failed")])
    assert value(lines, "log score") == "infinite: 1 claim stated as 0% or 100% came out otherwise"
    assert value(lines, "skill") == "-3.000 against a Brier score of 0.250, that of an even chance"


def test_what_can_not_be_known_is_said_and_is_no_number():
    """One undecided statement: nothing held or failed, no lateness, no deadline to have."""
    lines = shown([claim(1, kind="statement")])
    assert value(lines, "held") == "nothing decided yet"
    assert value(lines, "late") == "unknown for all"
    assert value(lines, "no due date") == "statements have none"


def test_a_probability_of_what_had_happened_is_said_to_be_left_out():
    """It was no forecast."""
    lines = shown([claim(1, probability=0.9, outcome="held", said="2025-02-01", happened="2025-01-01")])
    assert value(lines, "retrodictions").startswith("1 claim with a probability, not scored")
    assert value(lines, "held") == "nothing decided yet"


def test_a_speaker_who_states_probabilities_alone_is_told_to_have_no_share():
    """Though there are decided claims."""
    lines = shown(several(1, 3, probability=0.5, outcome="held"))
    assert value(lines, "held") == "none without a probability"
    assert value(lines, "rank") == "none: too few to compare, 3 decided of the 10 it takes"


def test_unnamed_claims_are_counted_below():
    """They are in no score."""
    official = claim(2, "a senior official", unnamed=True)
    assert tabled([claim(1), official])[-1] == "1 unnamed claim is in no score."
    assert tabled([official]) == ["There is no claim to score; 1 unnamed claim is in no score."]
    assert tabled([]) == shown([]) == ["There is no claim to score."]


def test_the_table_has_all_together_in_its_last_line_where_there_are_several():
    """One row is not shown twice."""
    assert not [line for line in tabled([claim(1)]) if line.startswith("all")]
    assert [line.split() for line in tabled([claim(1), claim(2, "Bo Lark")]) if line.startswith("all")] == [
        ["all", "2", "0", "-", "-", "-", "0", "-", "-"]
    ]


def test_what_has_no_tag_is_named_so():
    """In brackets, so that it reads as no tag."""
    assert any(line.startswith("(no tag)") for line in tabled([claim(1), claim(2, tags=("war",))], by="tag"))


def test_half_a_claim_that_held_is_said_to_be_a_half():
    """The table has no room for more words; a note has them."""
    lines = tabled([claim(1, outcome="partly"), claim(2, outcome="held"), claim(3, outcome="failed")])
    assert "1.5 of 3" in lines[1]
    assert "partly counts half" in " ".join(lines)


def test_figures_make_way_for_names_those_that_say_nothing_first():
    """The name is whole where late, slip and Brier are unknown; then it is cut."""
    claims = [
        claim(1, "The Extraordinary Harbour Commission", outcome="held"),
        claim(2, "Bo", outcome="failed"),
    ]
    narrow = tabled(claims, Screen(width=80))
    assert narrow[0].split() == ["speaker", "claims", "decided", "held", "95%", "overdue"]
    assert "The Extraordinary Harbour Commission" in "".join(narrow)
    claims.append(claim(3, "Bo", probability=0.5, outcome="failed"))
    assert "Brier" in tabled(claims, Screen(width=80))[0]


def test_the_column_that_sorts_is_shown_and_stays_the_longest():
    """Also one that is not shown otherwise."""
    assert "moves" in tabled([claim(1)], sort="moves")[0]
    assert "rank" in tabled(SCORED, Screen(width=60), sort="rank")[0]
    assert "rank" not in tabled(SCORED, Screen(width=60))[0]


def points(stated, screen=WIDE):
    """The marks of a reliability diagram with the percentage of its row and its column, from 0."""
    lines = list(reliability(calibration(stated), screen))
    return [
        (mark, 100 - 10 * row, at - 8)
        for row, line in enumerate(lines[1:12])
        for at, mark in enumerate(line)
        if mark in "○●"
    ]


def test_a_point_stands_where_its_tenth_was_stated_and_came_about():
    """Stated 70%, came about 8 times of 10: the row of 80%, column 42 of 60; ten claims make it full."""
    assert points([(0.7, 1)] * 8 + [(0.7, 0)] * 2) == [("●", 80, 42)]


def test_a_point_of_few_claims_is_hollow():
    """A single claim is at the very top or bottom, and means little."""
    assert points([(1.0, 1), (0.0, 0)]) == [("○", 100, 60), ("○", 0, 0)]


def test_the_diagram_counts_the_claims_of_each_tenth():
    """Below the scale, under the tenth that they are in."""
    lines = list(reliability(calibration([(0.05, 0)] * 3 + [(0.95, 1)] * 12), WIDE))
    assert lines[-2].split() == ["claims", "3", "12"]
    first, last = lines[-2].index("3"), lines[-2].index("12")
    assert 8 <= first < 14
    assert 62 <= last < 68


def test_the_diagram_can_be_drawn_in_ascii():
    """All of it."""
    assert "".join(shown(SCORED, glyphs=ASCII)).isascii()


@pytest.mark.parametrize("width", [24, 40, 80, 140])
def test_the_pages_of_a_body_of_claims_fit_the_terminal(width):
    """Whole scorecards with second-hand lines, intervals and the diagram."""
    for line in [*shown(SCORED, Screen(width=width)), *tabled(SCORED, Screen(width=width))]:
        assert cells(line, WIDE) <= width


@settings(max_examples=30, deadline=None)
@given(st.lists(strategies.claims(), max_size=5), st.integers(20, 160), st.booleans())
def test_no_line_is_wider_than_the_terminal(claims, width, colour):
    """Whatever the names and figures."""
    screen = Screen(width=width, colour=colour)
    for line in [*shown(claims, screen), *tabled(claims, screen), *tabled(claims, screen, by="source")]:
        assert cells(COLOUR.sub("", line), screen) <= width
