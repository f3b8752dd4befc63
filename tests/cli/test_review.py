"""`review`: every candidate claim is answered by a person."""

from __future__ import annotations

import pytest

KEYS = "[q]uit"


@pytest.fixture(autouse=True)
def _found(run, article):
    run(f"extract {article.name} --published 2025-02-05")


def test_in_a_pipe_it_lists_what_waits_and_only_that(run):
    """Nothing is asked where nobody can answer."""
    run("review --reject 1")
    assert [line.split()[0] for line in run("review").lines] == ["2"]
    run("review --reject 2")
    assert (run("review 1").status, run("review 1").out) == (0, "")
    assert "No candidate claims wait; find some with" in run("review").err


def test_numbers_are_accepted_and_rejected_in_one_command(run):
    """What is accepted is printed as the claims it became; all answers are one step."""
    done = run("review --accept 2 --reject 1")
    assert done.out.startswith("1  Peter Vale  2025-06-07")
    assert done.err.endswith("accepted 1, rejected 1, 0 left\n")
    run("undo --yes")
    assert [line.split()[0] for line in run("review").lines] == ["2", "1"]


def test_all_of_them_at_once(run):
    """By a word instead of numbers."""
    assert run("review --accept all").err.endswith("accepted 2, rejected 0, 0 left\n")
    assert len(run("list").lines) == 2


def test_one_that_is_refused_refuses_all(run):
    """It is named, and all go on waiting."""
    run('add "the lake would freeze in 2026" -s "Marta Lind" -d 2026')
    done = run("review --accept 1-2 --as new")
    assert done.status == 1
    assert (
        "Nothing was answered, since candidate 1 can't be: That is claim 1 already; record where else it was made"
        " with `claimtrack repeat 1" in done.err
    )
    assert len(run("review").lines) == 2
    assert run("review --reject 1,7").err == (
        "claimtrack: Nothing was answered, since candidate 7 can't be: Source 1 has no candidate 7;"
        " `claimtrack review` shows those that wait.\n"
    )
    assert run("review --accept 1,2 --speaker Nobody --reject 7").status == 1
    assert len(run("list").lines) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--accept first", "'first' are no numbers"),
        ("--accept 1 --reject 1-2", "can't be both"),
        ("--accept last", "are no numbers"),
    ],
)
def test_what_cannot_be_read_answers_nothing(run, options, words):
    """Wrong use, exit 2."""
    done = run(f"review {options}")
    assert done.status == 2
    assert words in done.err
    assert len(run("review").lines) == 2


def test_one_key_each_on_a_terminal(process_on_terminal, run):
    """Skip, go back, accept, take that back, reject; every answer is saved at once."""
    done = process_on_terminal(
        "review", (KEYS, "s"), (KEYS, "b"), (KEYS, "a"), (KEYS, "b"), (KEYS, "r"), (KEYS, "x"), (KEYS, "q")
    )
    assert done.status == 0
    assert "taken back; it waits again" in done.plain
    told = " ".join(done.plain.split())
    assert "1 left; go on with `claimtrack review 1`; `claimtrack undo` takes the last answer back" in told
    assert run("list").out == ""
    assert [line.split()[0] for line in run("review").lines] == ["1"]


def test_the_passage_stands_in_its_context_with_what_matters_marked(process_on_terminal):
    """In signs where there is no colour, in colour where there is."""
    plain = process_on_terminal("review", (KEYS, "s"), (KEYS, "q"), NO_COLOR="1").out
    assert "1 of 2 in A winter by the lake" in plain
    assert (
        '">>The bridge will open by *7 June 2025*<<, and not a day later," *Peter Vale* said.'
        in plain.replace("\n", " ")
    )
    assert "*Marta Lind* said that >>the lake would freeze in *2026*<<." in plain
    colour = process_on_terminal("review", (KEYS, "s"), (KEYS, "q"), TERM="xterm").out
    assert "\x1b[1mthe lake would freeze in \x1b[0m\x1b[1;33m2026\x1b[0m" in colour
    assert ">>" not in colour


def test_edit_offers_every_field_and_keeps_what_was_typed_where_it_is_refused(process_on_terminal, run):
    """A date that can't be read is said; the second time only that is typed again."""
    done = process_on_terminal(
        "review",
        (KEYS, "e"),
        ("text [The bridge will open", "The bridge will be open\n"),
        ("speaker [Peter Vale]:", "Ada North\n"),
        ("unnamed [no]:", "\n"),
        ("via:", "a clerk\n"),
        ("kind [deadline]:", "promise\n"),
        ("said:", "\n"),
        ("due [2025-06-07]:", "someday\n"),
        ("quote [The bridge", "\n"),
        ("criterion:", "A car crosses it\n"),
        ("tags:", "bridge, roads\n"),
        ("not saved:", ""),
        (KEYS, "e"),
        ("text [The bridge will be open]:", "\n"),
        ("speaker [Ada North]:", "\n"),
        ("unnamed [no]:", "\n"),
        ("via [a clerk]:", "-\n"),
        ("kind [promise]:", "\n"),
        ("said:", "\n"),
        ("due [someday]:", "8 June 2025\n"),
        ("quote [The bridge", "\n"),
        ("criterion [A car crosses it]:", "\n"),
        ("tags [bridge, roads]:", "\n"),
        (KEYS, "q"),
    )
    assert done.status == 0
    claim = run("show 1 --json").json
    assert (claim["text"], claim["speaker"], claim["via"], claim["kind"], claim["due"]) == (
        "The bridge will be open",
        "Ada North",
        None,
        "promise",
        "2025-06-08",
    )
    assert (claim["criterion"], claim["tags"], claim["quote"][:10]) == (
        "A car crosses it",
        ["bridge", "roads"],
        "The bridge",
    )


def test_ctrl_c_ends_it_and_what_was_answered_stays(process_on_terminal, run):
    """It can be taken up again."""
    assert process_on_terminal("review", (KEYS, "r"), (KEYS, "\x03")).status in (0, 130)
    assert [line.split()[0] for line in run("review").lines] == ["1"]


def test_the_history_of_an_article_is_short(run):
    """How long its text is, and how many candidates were found, not all of their words."""
    run("review --accept all")
    history = run("history").out
    assert f"text of source 1 added: text: {len(LAKE)} characters" in history
    assert "candidate 2 of source 1  answer: nothing → accepted" in history
    assert "urged everybody" not in history


LAKE = (
    "A winter by the lake\n\n"
    "Marta Lind said that the lake would freeze in 2026. The expert urged everybody to wait.\n\n"
    '"The bridge will open by 7 June 2025, and not a day later," Peter Vale said.'
)


def test_all_leaves_those_whose_speaker_may_be_somebody_who_is_there_waiting(run):
    """It says so, and each of the ways out works."""
    run('add "The pool will open" -s "Peter Vale Jr."')
    done = run("review --accept all")
    assert done.status == 0
    assert "accepted 1, rejected 0, 1 left\n" in done.err
    assert (
        "1 wait, since their speaker may be somebody who is there: 2 (Peter Vale); say who with" in done.err
    )
    refused = run("review --accept 2")
    assert refused.status == 1
    assert "may be Peter Vale Jr.; give the whole name, or --new-speaker for somebody else" in refused.err
    assert run("review --accept 2 --speaker 'Peter Vale Jr.'").out.startswith("3  Peter Vale Jr.  2025-06-07")
    run("undo --yes")
    assert run("review --accept all --new-speaker").out.startswith("4  Peter Vale  2025-06-07")


def test_on_a_terminal_it_is_asked_whose_a_candidate_is(process_on_terminal, run):
    """One key accepts, and the question comes first."""
    run('add "The pool will open" -s "Peter Vale Jr."')
    done = process_on_terminal("review", (KEYS, "a"), ("[y/n]", "y\n"), ("[y/N]", "n\n"), (KEYS, "q"))
    assert "Is Peter Vale the Peter Vale Jr. who is there?" in done.plain
    assert run("show last --json").json["speaker"] == "Peter Vale Jr."


ROADS = (
    "Ada North said that the road would be mended in 2027. Ola Brun said that the dock will be dredged by 1 May 2025. "
    "The expert said that the pool will open in June."
)


@pytest.fixture
def two_articles(run):
    """A second article, read the day before."""
    return run("extract - --title Roads --published 2025-02-04", typed=ROADS)


def order(done):
    """Source and number of each candidate that is listed."""
    return [tuple(map(int, line.split()[:2])) for line in done.lines]


@pytest.mark.usefixtures("two_articles")
def test_the_candidates_of_all_articles_are_one_list(run):
    """The surest first, as each article reads, or by speaker; numbers count within an article."""
    surest = run("review --by score --json").json
    assert len(surest) == 5
    assert [one["score"] for one in surest] == sorted((one["score"] for one in surest), reverse=True)
    assert order(run("review --by article")) == [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3)]
    speakers = [one["speaker"] for one in run("review --by speaker --json").json]
    assert speakers == sorted(speakers, key=str.casefold)
    assert order(run("review 1 --by article")) == [(1, 1), (1, 2)]


@pytest.mark.usefixtures("two_articles")
@pytest.mark.parametrize(
    ("name", "found"), [("Ada North", [(2, 1)]), ("brun", [(2, 2)]), ("Ольга", [(2, 2)]), ("LIND", [(1, 1)])]
)
def test_one_speaker_can_be_looked_at_alone(run, name, found):
    """By part of a name, or by an alias."""
    assert run("speakers add 'Ola Brun' Ольга").status == 0
    assert order(run(f"review --speaker '{name}'")) == found


@pytest.mark.usefixtures("two_articles")
def test_a_speaker_of_whom_nothing_waits_is_refused(run):
    """With those of whom something does."""
    done = run("review --speaker Putin")
    assert (done.status, done.out) == (1, "")
    assert "No candidate of Putin waits; those that wait are of Ada North, Marta Lind, Ola Brun" in done.err
    assert run("review --by size").status == 2
    assert run("review --by score --accept 1").status == 2


@pytest.mark.usefixtures("two_articles")
def test_the_desk_goes_through_all_articles(process_on_terminal, run):
    """It says where each stands and how many are left, and `u` takes the last answer back, wherever that was."""
    done = process_on_terminal(
        "review --by article",
        (KEYS, "a"),
        (KEYS, "r"),
        (KEYS, "s"),
        (KEYS, "u"),
        (KEYS, "a"),
        (KEYS, "a"),
        (KEYS, "q"),
    )
    told = " ".join(done.plain.split())
    for heading in (
        "1 of 5 in A winter by the lake, 2025-02-05; 5 left",
        "3 of 5 in Roads, 2025-02-04; 3 left",
        "taken back; it waits again",
        "2 of 5 in A winter by the lake, 2025-02-05; 4 left",
        "2 left; go on with `claimtrack review --by article`",
    ):
        assert heading in told
    assert {claim["speaker"] for claim in run("list --json").json} == {
        "Marta Lind",
        "Peter Vale",
        "Ada North",
    }


def test_there_may_be_no_answer_to_take_back(process_on_terminal, run):
    """What was done before this sitting stays."""
    run("review --reject 1")
    done = process_on_terminal("review", (KEYS, "u"), (KEYS, "q"))
    assert "nothing was answered in this sitting; `claimtrack undo` takes back" in " ".join(
        done.plain.split()
    )
    assert len(run("review").lines) == 1


def test_a_candidate_is_compared_with_what_was_accepted_a_moment_ago(process_on_terminal, run):
    """The second article that tells the same offers it as a repeat."""
    run(
        "extract - --title Again --published 2025-02-05",
        typed='"The bridge will open by 7 June 2025," Peter Vale said.',
    )
    done = process_on_terminal("review --speaker vale", (KEYS, "a"), ("[1] repeat of 1", "1"))
    assert "kept as a repeat of claim 1" in done.plain
    assert len(run("show 1 --json").json["appearances"]) == 1


def test_what_a_claim_must_have_is_asked_for_and_nothing_else(process_on_terminal, run):
    """Whose it is, where the article does not say."""
    run("extract - --title Plan --published 2025-02-05", typed="The sea wall will be rebuilt by 2027.")
    done = process_on_terminal(
        "review 2 --all", (KEYS, "a"), ("speaker:", "\n"), ("not saved: it has no speaker", ""), (KEYS, "a"),
        ("speaker:", "Ada North\n"),
    )  # fmt: skip  # as short as the call
    assert done.status == 0
    assert run("show 1 --json").json["speaker"] == "Ada North"


def test_on_a_low_screen_less_of_the_article_stands_around_the_passage(run, terminal):
    """So that all that is needed to decide is on it; a long passage is never cut."""
    long = (
        "The harbour board met. " * 20
        + "Ola Brun said that the dock will be dredged by 1 May 2025. "
        + "It rained. " * 30
    )
    run("extract - --title Long --published 2025-02-05", typed=long)
    high = terminal("review 2", typed="q", columns=80, lines=50).plain
    low = terminal("review 2", typed="q", columns=80, lines=14).plain
    assert len(low.splitlines()) <= 14 < len(high.splitlines())
    assert "the dock will be dredged by 1 May 2025" in low
