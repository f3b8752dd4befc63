"""`extract` and `review` where candidates may be about claims that are there."""

from __future__ import annotations

import pytest

KEYS = "[q]uit"
TEXT = "The Havn dock will be dredged by 1 August 2025, Ola Brun said. The pool will open in June, Ina Stolt said."


@pytest.fixture(autouse=True)
def said(run):
    """One claim from another article, and the candidates of this one."""
    run(
        'add "The Havn dock is dredged by 1 May" -s "Ola Brun" -d 2025-05-01 -S Before --published 2025-01-10'
    )
    return run("extract - --title Port --published 2025-02-05", typed=TEXT)


def test_extract_says_which_claims_may_be_meant(said, run):
    """In JSON each candidate has them."""
    assert "1 may be about claims you have: 1\n" in said.err
    assert [one["about"] for one in run("review --json").json] == [[{"claim": 1, "relation": "move"}], []]


def test_all_leaves_them_waiting_and_says_how_to_answer(run):
    """The others are accepted."""
    done = run("review --accept all")
    assert (done.status, len(done.lines)) == (0, 1)
    assert "accepted 1, rejected 0, 1 left\n" in done.err
    assert "1 wait, since they may be about claims you have: 1 (move of 1); say what each is with" in done.err
    assert "--accept NUMBER --as repeat|move|contradiction|evidence|new`" in done.err


def test_one_is_answered_with_a_word(run):
    """Without it nothing is done, and a word that is none is wrong use."""
    assert run("review --accept 1").status == 1
    assert run("review --accept 1 --as echo").status == 2
    assert run("review --as move").status == 2
    assert run("review --accept 1 --claim 1").status == 2
    done = run("review --accept 1 --as move")
    assert (done.status, done.out[:29]) == (0, "2  Ola Brun  2025-08-01  due ")
    assert run("show 2 --json").json["replaces"] == 1


def test_on_a_terminal_one_key_each(process_on_terminal, run):
    """A digit takes it for what it may be, `a` for a claim of its own; both can be taken back."""
    done = process_on_terminal("review", (KEYS, "1"), (KEYS, "b"), (KEYS, "a"), (KEYS, "q"))
    told = " ".join(done.plain.split())
    assert "[1] a move of claim 1: The Havn dock is dredged by 1 May (Ola Brun, due 2025-05-01" in told
    assert "[1] move of 1 [a]ccept as new" in told
    assert "kept as a move of claim 1" in told
    assert run("show last --json").json["replaces"] is None


def test_on_a_terminal_it_is_asked_what_a_number_is(process_on_terminal, run):
    """By number too, somebody is there to say."""
    process_on_terminal("review --accept 1", ("n for a new claim:", "1\n"))
    assert run("show 2 --json").json["replaces"] == 1
