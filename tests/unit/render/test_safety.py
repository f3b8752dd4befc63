"""No line is wider than the terminal, nothing is lost in a pipe, and nothing outside steers a terminal."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from claimtrack import render
from claimtrack.model import Source, Speaker, Verdict
from claimtrack.model.change import Change, Entry
from claimtrack.model.proposal import About, Proposal
from claimtrack.render.layout.plain import clean, one_line, width
from tests.examples import TODAY, claim, listed, on, shown
from tests.strategies import claims, texts

PAINT = re.compile(r"\x1b\[[0-9;]*m")
ANY_TEXT = st.text(st.characters(), min_size=1, max_size=30)


@pytest.mark.parametrize("control", ["\x1b[31m", "\x9b31m", "\x07", "\x00", "\r", "\x7f", "\u202e", "\u2066"])
def test_no_control_character_reaches_the_terminal(control):
    """Neither colour codes nor marks that turn the direction of text come through from outside."""
    text = clean(f"a{control}b")
    assert all(unicodedata.category(letter) != "Cc" or letter == "\n" for letter in text)
    assert "\u202e" not in text
    assert "\u2066" not in text
    assert text.startswith("a")
    assert text.endswith("b")


def pages(one, text, screen, marks=()):
    """The lines of every page, with `one` and `text` wherever they can be."""
    changes = (
        Change("claim", "c", f"claim {text}", {"text": "x", text: text}, {"text": text, text: one.text}),
        Change("claim", "c", text, None, {"text": text}),
    )
    entry = Entry(1, "e1", "2025-01-01T00:00:00Z", text, "edit", changes=changes)
    verdict = Verdict("v1", "judge", "held", text, one.due, None, one.judged, text, text)
    speaker, source = Speaker(1, "p1", text, (text,), 1), Source(1, "s1", text, text, text, text)
    known = {"verdicts": [verdict], "chain": [one, one], "entries": [entry]}
    proven = {"sentence": f"{text} {one.text}", "quoted": [(0, 1), (len(text), len(text) + 2)]}
    waiting = Proposal(
        "p", 1, 1, 1, len(text) + 3, one.kind, text, 1.0, text, via=text, quote=text, due_words=text,
        about=(About(1, "move"),),
    )  # fmt: skip  # as short as the call
    yield from render.claims([one], screen, today=TODAY, more=5, marks=marks)
    yield from render.claim_whole(one, screen, today=TODAY, **known, **proven)
    yield from render.proposals([waiting], screen)
    article = f"A. {text} {one.text} {text}"
    around = {"place": 1, "of": 2, "left": 2, "today": TODAY, "claims": {1: one}}
    yield from render.card(waiting, source, article, screen, **around)
    yield from render.verifications([("found", source, None, text), ("gone", source, 1, text)], screen)
    yield from render.agenda([render.Group("Due", [one], 9, text)], screen, today=TODAY, step=text)
    yield from render.overview(text, screen, today=TODAY, count=1, unresolved=1, overdue=1, due=[one])
    yield from render.overview(text, screen, today=TODAY, count=0, unresolved=0, overdue=0)
    yield from render.speakers([speaker], screen)
    yield from render.speaker_whole(speaker, [one], screen, today=TODAY)
    yield from render.sources([source], screen)
    yield from render.source_whole(source, [one], screen, today=TODAY)


@given(one=claims(), text=ANY_TEXT, columns=st.none() | st.integers(20, 160))
@settings(max_examples=60, deadline=None)
def test_whatever_a_claim_holds_only_our_own_colours_are_printed(one, text, columns):
    """Every text from outside goes through the same cleaning, on a terminal and in a pipe."""
    nasty = one._replace(text=text, speaker=text, quote=text, note=text, via=text, criterion=text, role=text)
    for line in pages(nasty, text, render.Screen(width=columns, colour=columns is not None)):
        assert render.clean(PAINT.sub("", line)) == PAINT.sub("", line)
        assert "\n" not in line


@pytest.mark.parametrize(
    "text", ["[sic]", "[/x]", "[bold]no[/bold]", "[link=file:///etc]x[/link]", ":smile:", "\\["]
)
def test_markup_from_outside_is_only_text(text):
    """Square brackets are what an editor wrote."""
    assert listed(claim(text), screen=render.Screen(width=100, colour=True))[0].endswith(text)
    assert text in shown(claim(text))


@given(one=claims(), text=texts(), columns=st.integers(20, 160), marks=st.sampled_from([(), ("by",)]))
@settings(max_examples=80, deadline=None)
def test_no_line_is_wider_than_the_terminal(one, text, columns, marks):
    """Wide characters, long words and long names are cut or wrapped, whatever the width."""
    assert max(map(cell_len, pages(one, text, render.Screen(width=columns), marks))) <= columns


@given(text=texts())
def test_a_pipe_gets_the_whole_text_on_one_line(text):
    """A script that reads the lines finds every claim on one, uncut."""
    assert listed(claim(text))[0].endswith(one_line(text).rstrip())


@pytest.mark.parametrize(("columns", "lines"), [(80, 2), (99, 2), (100, 1), (140, 1)])
def test_a_narrow_terminal_gives_the_text_a_line_of_its_own(columns, lines):
    """Below a hundred columns the text would have no room beside the rest."""
    assert len(listed(claim(), screen=render.Screen(width=columns))) == lines


def test_columns_line_up_whatever_the_script():
    """Chinese letters take two columns, combining accents none."""
    lines = listed(
        claim(speaker="東京"), claim(speaker="Zoe\N{COMBINING DIAERESIS}"), claim(speaker="Anna Long")
    )
    assert len({width(line[: line.index("The bridge")]) for line in lines}) == 1


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 100, 140])
def test_a_claim_at_second_hand_says_so_at_any_width(columns):
    """However little room there is, it never reads as the speaker's own words."""
    second_hand = claim(
        speaker="Alexandra Northumberland-Smythe", via="a former adviser", due=on("2025-03-01")
    )
    assert "(says" in listed(second_hand, screen=render.Screen(width=columns))[0]


def test_the_last_line_tells_how_to_see_the_rest():
    """Fifty claims are shown; the way to see all of them is one option away."""
    last = listed(*[claim()] * 50, screen=render.Screen(width=100), more=27)[-1]
    assert last == "27 more claims; --limit 77 shows all"


def test_plain_output_never_loads_rich():
    """A pipe must not pay for what only a terminal needs."""
    program = (
        "import sys; from datetime import date\n"
        "from claimtrack import render; from claimtrack.model import Claim\n"
        "c = Claim(id=1, uid='c', kind='statement', speaker='Ада', text='東京')\n"
        "list(render.claims([c], render.Screen(), today=date(2025, 2, 5)))\n"
        "list(render.claim_whole(c, render.Screen(), today=date(2025, 2, 5)))\n"
        "print('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        """Always."""
        return True


def test_a_pipe_has_no_width_and_no_colour():
    """Even where COLUMNS says otherwise, which shells export."""
    assert render.chosen(io.StringIO(), {"COLUMNS": "80", "TERM": "xterm"}) == render.Screen()


@pytest.mark.parametrize(
    ("env", "colour"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
    ],
)
def test_colour_is_for_terminals_that_want_it(env, colour):
    """NO_COLOR counts where it is not empty (no-color.org)."""
    assert render.chosen(Terminal(), {**env, "COLUMNS": "90"}) == render.Screen(width=90, colour=colour)


@pytest.mark.parametrize("columns", ["", "0", "wide", "-5"])
def test_a_terminal_whose_width_nobody_knows_has_80_columns(columns):
    """What COLUMNS can't mean is passed over."""
    assert render.chosen(Terminal(), {"COLUMNS": columns}).width == 80
