"""What the words say: how a claim stands, what a search found, what changed, and what to do next."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import render
from claimtrack.exchange.columns import record
from claimtrack.model import When
from claimtrack.model.change import Change, Entry
from claimtrack.render.json import as_json
from claimtrack.render.status import standing
from tests.examples import ENTRIES, FIRST, MISSED, PIPE, TODAY, VERDICTS, claim, listed, on, shown
from tests.strategies import claims


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "unresolved"),
        ({"due": on("2025-02-05")}, "due today"),
        ({"due": on("2025-02-06")}, "due in 1 day"),
        ({"due": on("2025-02-17")}, "due in 12 days"),
        ({"due": When.months(2025, 2)}, "due within 23 days"),
        ({"due": on("2025-02-02"), "overdue": True}, "overdue 3 days"),
        ({"due": on("2025-02-02"), "replaced_by": 12}, "moved to 12"),
        ({"status": "resolved", "outcome": "held"}, "kept"),
        ({"status": "resolved", "outcome": "failed", "kind": "deadline"}, "missed"),
        ({"status": "resolved", "outcome": "failed", "replaced_by": 12}, "broken, moved to 12"),
        (
            {
                "status": "resolved",
                "outcome": "held",
                "due": on("2024-12-20"),
                "happened": on("2025-01-01"),
            },
            "kept, 12 days late",
        ),
        ({"status": "resolved", "outcome": "void"}, "void"),
        ({"status": "resolved", "rating": "Three noses"}, "Three noses"),
        ({"status": "resolved"}, "resolved"),
    ],
)
def test_how_a_claim_stands_in_a_few_words(facts, words):
    """What happened, in the words of its kind, or how long there is to go."""
    assert standing(claim(**facts), TODAY)[0] == words


def test_found_words_are_painted_whatever_their_case_and_accents():
    """The search finds Pokój for pokoj, so the page marks it."""
    (line,) = listed(claim("Pokój by May"), screen=render.Screen(width=100, colour=True), marks=["POKOJ"])
    assert "\x1b[7mPokój\x1b[0m by May" in line


def test_found_words_are_between_asterisks_without_colour():
    """A terminal without colour still shows what was found; a part of a word was not."""
    (line,) = listed(claim("A bridge, bridgehead"), screen=render.Screen(width=100), marks=["bridge"])
    assert line.endswith("A *bridge*, bridgehead")


def test_a_pipe_gets_the_text_without_marks():
    """What a script reads is the text itself."""
    assert listed(claim("A bridge"), marks=["bridge"]) == listed(claim("A bridge"))


def test_a_word_found_late_in_a_long_text_is_still_seen():
    """The text starts a little before it."""
    text = "Long before anything else is said about it at all, " * 5 + "the bridge opens"
    (line,) = listed(claim(text), screen=render.Screen(width=100), marks=["bridge"])
    assert line.endswith("*bridge* opens")


def test_show_tells_verdicts_that_no_longer_stand_from_the_one_that_does():
    """Newest first; what was taken back or undone says so."""
    text = shown(MISSED, verdicts=VERDICTS)
    said = (
        "verdict      missed, 96 days late",
        "judged 2025-05-01",
        "partly met (undone)",
        "was taken back",
        "met, by Tom (taken back)",
    )
    places = [text.index(words) for words in said]
    assert places == sorted(places)
    assert text.count("(taken back)") == 1


def test_show_gives_the_chain_and_its_slip():
    """Who reads one claim sees that the date has moved before."""
    text = shown(MISSED, chain=(FIRST, MISSED))
    assert "claim 3  due 2025-01-07\nclaim 4  due 2025-01-20 (this one), reported 2025-02-05" in text


@pytest.mark.parametrize(
    ("one", "step"),
    [
        (claim(), "To judge it: claimtrack resolve 7 kept, or: broken"),
        (claim(status="resolved", outcome="held"), "claimtrack unresolve 7 takes the verdict back"),
        (claim(replaced_by=9), "claimtrack show 9 shows the claim that replaced it"),
    ],
)
def test_show_ends_with_the_next_step_for_a_person(one, step):
    """A script has no use for it."""
    assert shown(one, render.Screen(width=80)).endswith(step)
    assert step not in shown(one)


def test_a_speaker_without_a_name_is_told_apart():
    """The words of the source are not the name of a person."""
    unnamed = claim(speaker="the expert", unnamed=True)
    assert "the expert (unnamed)" in shown(unnamed)
    assert "\x1b[3mthe expert" in listed(unnamed, screen=render.Screen(width=100, colour=True))[0]


def test_history_shows_what_changed_into_what():
    """Newest first; an entry that was undone, and the one that undid it, name each other."""
    lines = list(render.history(ENTRIES, PIPE))
    assert lines[0] == "#43  2025-02-05 09:11 UTC  undo of #42 by Tom"
    assert "#42  2025-02-05 09:10 UTC  edit (undone)" in lines
    assert "    claim 4  due: 2025-01-07 → 2025-01-20 (January 20)" in lines
    assert "    claim 4  tag added: kursk" in lines


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (None, {"text": "A bridge", "role": None}, "claim 7 added: text: A bridge"),
        ({"role": "mayor"}, {"role": None}, "claim 7  role: mayor → nothing"),
        ({"unnamed": False}, {"unnamed": True}, "claim 7  unnamed: no → yes"),
        ({"tag:budget": True}, {"tag:budget": None}, "claim 7  tag taken off: budget"),
        ({"deleted": 0}, {"deleted": 1}, "claim 7 deleted"),
        ({"deleted": 1}, {"deleted": 0}, "claim 7 brought back"),
        ({"due": None}, {"due": ["2025-01-01", "2025-03-31", None]}, "claim 7  due: nothing → 2025-Q1"),
        ({"aliases": []}, {"aliases": ["x", "y", "z"]}, "claim 7  aliases: nothing → x, y, z"),
    ],
)
def test_a_change_reads_as_what_a_person_did(before, after, line):
    """Values of the log are given in words."""
    entry = Entry(
        1,
        "e1",
        "2025-02-05T09:00:00Z",
        None,
        "edit",
        changes=(Change("claim", "c", "claim 7", before, after),),
    )
    assert list(render.history([entry], PIPE))[1] == "    " + line


def test_an_overview_of_nothing_gives_three_commands_to_try():
    """Who starts here can paste the first one."""
    lines = list(render.overview("claims.db", PIPE, today=TODAY, count=0, unresolved=0, overdue=0))
    assert lines[0] == "No claims yet in claims.db. To try:"
    assert len([line for line in lines if line.startswith("  claimtrack ")]) == 3


def test_an_overview_fits_on_one_screen():
    """A terminal of 24 lines and 80 columns holds it with the prompt, however many claims are given."""
    many = [claim(due=on("2025-02-02"))] * 9
    counts = {"count": 9, "unresolved": 9, "overdue": 9}
    for columns in (80, 120):
        screen = render.Screen(width=columns)
        lines = list(render.overview("claims.db", screen, today=TODAY, due=many, added=many, **counts))
        assert len(lines) < 24


@given(several=st.lists(claims(), max_size=3))
@settings(max_examples=30, deadline=None)
def test_json_prints_the_records(several):
    """A list of many claims, one object for one."""
    assert json.loads("\n".join(as_json(several))) == [record(each) for each in several]
    for each in several:
        assert json.loads("\n".join(as_json(each))) == record(each)


def test_json_escapes_what_could_steer_a_terminal():
    """The text stays the same; only its spelling is safe."""
    (_, line, _) = as_json([claim("a\u202eb\x9bc")])
    assert "a\\u202eb\\u009bc" in line
    assert json.loads(line)["text"] == "a\u202eb\x9bc"
