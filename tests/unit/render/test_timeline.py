"""The timeline: what is drawn for which claim, and that it fits."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.render import Screen
from claimtrack.render.layout.glyphs import ASCII, SHAPES, UNICODE, glyphs_for
from claimtrack.render.layout.table import cells
from claimtrack.render.timeline import timeline
from tests import strategies
from tests.claims_of import TODAY, chain, claim

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
NARROW = Screen(width=80)


def drawn(claims, screen=NARROW, today=TODAY, **options):
    """The lines of the picture."""
    return list(timeline(claims, screen, today=today, **options))


def picture(line):
    """The marks of a row without its label, today's wall and the space between."""
    return "".join(COLOUR.sub("", line).split("opens")[-1].replace("│", "").split())


def row(*claims, **options):
    """The marks of the only row of `claims`."""
    return picture(drawn(claims, **options)[2])


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({"due": "2025-12-01"}, "○"),
        ({"due": "2025-03-01"}, "▲"),
        ({"due": "2025-03-01", "outcome": "held"}, "●"),
        ({"due": "2025-03-01", "outcome": "partly"}, "◐"),
        ({"due": "2025-03-01", "outcome": "failed"}, "✗"),
        ({"due": "2025-03-01", "outcome": "void"}, "◇"),
        ({"due": "2025-03-01", "status": "resolved"}, "◇"),
        ({"said": "2025-03-01"}, "∙"),
        ({"said": "2025-03-01", "kind": "statement", "outcome": "failed"}, "✗"),
    ],
)
def test_each_standing_has_a_shape_of_its_own(fields, mark):
    """It reads without colour: due, overdue, each outcome and what was only said look different."""
    assert row(claim(1, **fields)) == mark


def test_no_two_marks_are_alike():
    """Neither as they are drawn nor in ASCII, and each takes one column."""
    for glyphs in (UNICODE, ASCII):
        marks = [shape.mark for shape in glyphs.shapes.values()]
        assert len(set(marks)) == len(SHAPES)
        assert {cells(mark, NARROW) for mark in marks} == {1}


def test_a_vague_date_is_a_bar_that_ends_on_its_last_possible_day():
    """The year 2026 spans the picture from there on; the mark is where it would become overdue."""
    assert re.fullmatch("░+○", row(claim(1, due="2026")))
    assert re.fullmatch("▒+▲", row(claim(1, due="2024")))
    assert re.fullmatch("═+●", row(claim(1, due="2024", outcome="held")))


def test_a_move_is_an_arrow_from_the_old_date_to_the_new():
    """Twice moved: two old dates and the newest, which has the shape of how it stands."""
    moved = chain(claim(1, due="2025-01-01"), claim(2, due="2025-05-01"), claim(3, due="2025-12-01"))
    assert re.fullmatch("◌─+▶◌─+▶○", row(*moved))


def test_a_move_to_an_earlier_date_points_back():
    """The arrow goes from the later date to the earlier one."""
    assert re.fullmatch("○◀─+◌", row(*chain(claim(1, due="2026-12-01"), claim(2, due="2025-12-01"))))


def test_a_chain_is_one_row_named_by_its_newest_claim():
    """Of claims 1 and 2, where 2 replaced 1, only 2 has a label."""
    lines = drawn(chain(claim(1, due="2025-01-01"), claim(2, due="2025-12-01")))
    assert [line.split()[0] for line in lines[2:-1]] == ["2"]


def test_the_day_it_came_about_is_a_star_beside_the_date_it_was_due():
    """Missed, and it came three months late."""
    late = claim(1, due="2025-01-20", happened="2025-04-26", outcome="failed")
    assert row(late) == "✗★"


def test_today_is_marked_in_every_row_that_leaves_room_and_named_in_the_legend():
    """The wall stands in the same column under the arrowhead of the ruler."""
    lines = drawn([claim(1, due="2025-01-01"), claim(2, due="2025-12-01")])
    assert lines[2].index("│") == lines[3].index("│") == lines[1].index("▼")
    assert lines[-1].endswith("│ today 2025-06-01")


def test_the_legend_names_what_was_drawn_and_nothing_else():
    """One overdue claim needs one word."""
    assert drawn([claim(1, due="2025-01-01")])[-1] == "▲ overdue  │ today 2025-06-01"


def test_claims_without_a_date_are_counted():
    """They are not drawn, and not passed over either."""
    assert "2 claims without a date not drawn" in drawn([claim(1), claim(2), claim(3, due="2025")])


def test_nothing_to_draw_is_one_sentence():
    """Neither without claims nor without dates is there an empty axis."""
    assert drawn([]) == drawn([claim(1)]) == ["There is no claim with a date to draw."]


def test_a_second_hand_claim_says_so_even_where_names_are_cut():
    """The label is short, and still names who relayed it, in part at least."""
    relayed = claim(1, "Cornelius van der Hoogenbandt", via="a deputy of the harbour master", due="2025")
    for width in (40, 80, 140):
        assert "(says a" in drawn([relayed], Screen(width=width))[2]


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2025-06-01", "2025-06-01", ["2025-05-26", "2025-06-02"]),
        ("2025-05-01", "2025-08-01", ["2025-05", "2025-06", "2025-07"]),
        ("2024-09-01", "2025-12-01", ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        ("2015-06-01", "2025-06-01", ["2016", "2018", "2020", "2022", "2024"]),
        ("1640-01-01", "2040-01-01", ["1650", "1700", "1750", "1800", "1850", "1900", "1950", "2000"]),
    ],
)
def test_the_axis_names_days_months_quarters_or_years_as_the_span_has_room(first, last, names):
    """In the same forms in which the record writes vague dates."""
    assert drawn([claim(1, due=first), claim(2, due=last)])[0].split() == names


def test_the_axis_takes_every_date_that_there_is():
    """From the year 1 to the year 9999, in one picture."""
    lines = drawn([claim(1, due="0001"), claim(2, due="9999")])
    assert lines[0].split()[-1] == "9000"
    assert (picture(lines[2])[-1], picture(lines[3])) == ("▲", "○")


def test_a_long_picture_has_its_axis_below_as_well():
    """After 200 rows the names of the ticks are there again, above the legend."""
    lines = drawn([claim(number, due="2025-12-01") for number in range(1, 201)])
    assert lines[:2] == [lines[-2], lines[-3]]
    assert len(lines) == 2 + 200 + 2 + 1


def test_rows_keep_the_order_they_are_given_in():
    """What sorts them is the caller's business."""
    lines = drawn([claim(3, due="2025"), claim(1, due="2024"), claim(2, due="2026")])
    assert [line.split()[0] for line in lines[2:-1]] == ["3", "1", "2"]


def test_colour_changes_no_character():
    """With the codes taken out, both pictures are the same."""
    claims = [claim(1, due="2024"), claim(2, due="2025-02-01", outcome="failed", happened="2025-04-01")]
    in_colour = drawn(claims, Screen(width=80, colour=True))
    assert any(COLOUR.search(line) for line in in_colour)
    assert [COLOUR.sub("", line).rstrip() for line in in_colour] == drawn(claims)


def test_ascii_is_drawn_where_the_terminal_can_write_no_more():
    """All of the picture is ASCII then; the words are as they were entered."""
    moved = chain(claim(1, due="2024-11-01"), claim(2, due="2025-01-01/2025-03-01"))
    lines = drawn(moved, glyphs=glyphs_for("latin-1"))
    assert "".join(lines).isascii()
    assert re.search(r"opens +\.-+>:+!", lines[2])


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-16"])
def test_unicode_is_drawn_where_the_terminal_can(encoding):
    """Any encoding that has all of the characters will do."""
    assert glyphs_for(encoding) is UNICODE


@pytest.mark.parametrize("encoding", [None, "ascii", "cp1251", "no-such-encoding"])
def test_an_encoding_without_the_characters_gets_ascii(encoding):
    """Also one that is not known at all."""
    assert glyphs_for(encoding) is ASCII


def test_in_a_pipe_no_label_is_cut():
    """The picture comes first there, so that the label can be as long as it is."""
    long = claim(1, text="word " * 60 + "end", due="2025")
    assert drawn([long], Screen())[2].endswith("word end")


@settings(max_examples=40, deadline=None)
@given(st.lists(strategies.claims(), max_size=6), st.integers(24, 160), st.booleans(), strategies.days())
def test_no_line_is_wider_than_the_terminal(claims, width, colour, today):
    """Whatever the names, texts and dates, on any terminal of 24 columns or more."""
    claims = [each._replace(id=number) for number, each in enumerate(claims, 1)]
    screen = Screen(width=width, colour=colour)
    for line in drawn(claims, screen, today):
        assert cells(COLOUR.sub("", line), screen) <= width


@settings(max_examples=40, deadline=None)
@given(strategies.whens(), strategies.days())
def test_every_dated_claim_is_drawn(due, today):
    """However far from today, its mark is somewhere in its row."""
    assert row(claim(1, due=due, outcome="held"), today=date(today.year, 1, 1)).endswith("●")
