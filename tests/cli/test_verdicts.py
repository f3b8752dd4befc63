"""No verdict by accident: an outcome is said, a verdict is overruled on purpose, and what is odd is told."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")
STANDS = (
    "claim 2, missed, rated “Three Pinocchios”, judged 2025-02-05 by Jane, "
    "evidence https://example.org/map, https://example.org/general (contrary)"
)


def outcomes(run):
    """The outcome of each resolved claim, by id."""
    return {claim["id"]: claim["outcome"] for claim in run("list --status resolved --json").json}


JUDGED = {2: "failed", 5: "held"}


@pytest.mark.parametrize(
    "line",
    ["resolve 1 3", "resolve 1 ''", "resolve 3-4 ' '", "resolve 2", "resolve last --rating Unproven", "resolve 6 '' -e u://"],
)  # fmt: skip  # a row
def test_a_missing_outcome_changes_nothing_and_is_asked_for(run, line):
    """As an empty variable of a script leaves it."""
    done = run(line)
    assert (done.status, done.out) == (2, "")
    assert outcomes(run) == JUDGED


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ("1", "say one of met, partly met, missed, ambiguous, void, withdrawn, or --no-outcome"),
        ("5", "say one of kept, partly kept, broken, ambiguous,"),
        ("1 6", "say one of true, partly true, false, met, partly met, missed, ambiguous,"),
    ],
)
def test_the_words_to_choose_from_are_those_of_the_claims(run, ids, words):
    """Of each kind that there is among them."""
    assert words in run(f"resolve {ids}").err


def test_ids_from_a_pipe_need_an_outcome_as_well(run, terminal):
    """What asks reads the same input, and so nobody is asked."""
    assert run("resolve -", typed="1 3\n").status == 2
    assert terminal("resolve -", typed="1 3\n\x04").status == 2
    assert outcomes(run) == JUDGED


def test_no_outcome_is_said_and_not_together_with_one(run):
    """It is resolved all the same, with the house's own words."""
    assert run("resolve 3 happened --no-outcome").status == 2
    assert run("resolve 3 4 --no-outcome --rating Unproven").status == 0
    assert outcomes(run) == JUDGED | {3: None, 4: None}
    assert run("show 3 --json").json["rating"] == "Unproven"


@pytest.mark.parametrize(
    "how", ["true", "missed", "--no-outcome", "false --judge Tom --reason 'read again'", "mostly true"]
)
def test_a_claim_that_has_a_verdict_is_not_judged_again_in_silence(run, how):
    """The refusal names all that stands; the overruling names all that does not stand any more."""
    refused = run(f"resolve 2 {how}")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err == f"claimtrack: There is a verdict already: {STANDS}; judge again with --overrule.\n"
    done = run(f"resolve 2 {how} --overrule")
    assert done.status == 0
    assert f"no longer stands: {STANDS}" in done.err
    assert len(run("history 2").out) > len(refused.out)


def test_one_of_several_that_has_a_verdict_leaves_all_as_they_were(run):
    """Each that stands is named."""
    done = run("resolve 1-5 missed")
    assert done.status == 1
    assert "claim 5, kept, came about 2025-01-01, judged 2025-02-05 by Jane, no evidence" in done.err
    assert STANDS in done.err
    assert outcomes(run) == JUDGED


def test_to_overrule_where_nothing_stands_is_no_fault_and_says_nothing(run):
    """A verdict that was taken back needs nobody to overrule it."""
    run("unresolve 2")
    assert run("resolve 2 met").status == 0
    assert "no longer stands" not in run("resolve 1 missed --overrule").err


def test_on_a_terminal_enter_changes_nothing(terminal, run):
    """Over a standing verdict neither."""
    before = run("history").out
    shown = terminal("resolve 1 2", typed="\n\n")
    assert shown.status == 0
    assert "left as they were: 1, 2" in shown.out
    assert run("history").out == before


def test_on_a_terminal_each_claim_is_asked_about_by_itself(terminal, run):
    """With what there is to judge by; all the answers are one step."""
    run("evidence 3 https://example.org/talks")
    run("edit 3 --criterion 'A date is announced'")
    shown = terminal("resolve 3 2 1", typed="did not happen\n\n1\n").plain
    for words in (
        "Claim 3 (1 of 3), prediction: due within 54 days",
        "Станіслав Желіховський: Переговори почнуться після інавгурації [sic]",
        "due        2025-03", "criterion  A date is announced", "https://example.org/talks",
        "stands as  missed, rated “Three Pinocchios”, judged 2025-02-05 by Jane",
        "evidence   https://example.org/map", "contrary   https://example.org/general",
        "3  missed", "3  did not happen",
    ):  # fmt: skip  # a list of words
        assert words in shown
    assert outcomes(run) == JUDGED | {1: "held", 3: "failed"}
    assert run("undo --yes").status == 0
    assert outcomes(run) == JUDGED


@pytest.mark.parametrize("typed", ["9", "0", "perhaps", "stalled", "-1"])
def test_an_answer_that_cannot_be_read_is_asked_for_again(terminal, run, typed):
    """Nothing that was answered before is lost."""
    shown = terminal("resolve 6 1", typed=f"2\n{typed}\n{typed}\nmissed\n").out
    assert shown.count("How did it turn out?") == 4
    assert shown.count(f'"{typed}" is no outcome') == 2
    assert outcomes(run) == JUDGED | {1: "failed", 6: "partly"}


@pytest.mark.parametrize("stop", ["q\n", "Q\n", "\x04"])
def test_what_was_answered_is_kept_where_the_person_stops(terminal, run, stop):
    """And the rest is named."""
    shown = terminal("resolve 1 3 4", typed=f"missed\n{stop}")
    assert shown.status == 0
    assert "left as they were: 3, 4" in shown.out
    assert outcomes(run) == JUDGED | {1: "failed"}


def test_ctrl_c_at_a_question_changes_nothing(process_on_terminal, run):
    """Of the answers before it neither."""
    turns = [("Enter leaves it", "missed\n"), ("Enter leaves it", "\x03")]
    assert process_on_terminal("resolve 1 3", *turns).status == 130
    assert outcomes(run) == JUDGED


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("y\n", "held"), ("yes\n", "held"), ("\n", "failed"), ("n\n", "failed"), ("met\n", "failed")],
)
def test_on_a_terminal_judging_again_is_asked(terminal, run, typed, outcome):
    """No is what an empty answer means; the other claims are judged all the same."""
    shown = terminal("resolve 1 2 met", typed=typed, columns=200).out
    assert f"There is a verdict already: {STANDS}." in shown
    assert "Judge claim 2 again, as met? [y/N]" in shown
    assert outcomes(run) == JUDGED | {1: "held", 2: outcome}
    assert ("no longer stands: claim 2" in shown) is (outcome == "held")


def test_what_was_overruled_on_purpose_is_not_asked_about(terminal, run):
    """With `--overrule`, or where no verdict stands."""
    assert "[y/N]" not in terminal("resolve 2 met --overrule").out
    assert "[y/N]" not in terminal("resolve 1 --no-outcome").out
    assert outcomes(run) == JUDGED | {1: None, 2: "held"}


@pytest.mark.parametrize("given", ["rather odd", "stalled"])
def test_words_that_are_no_outcome_are_refused_before_a_question(terminal, run, given):
    """Nobody agrees to what can't be done."""
    shown = terminal(f"resolve 2 {given}").out
    assert "is no outcome" in shown
    assert "[y/N]" not in shown
    assert outcomes(run) == JUDGED


@pytest.mark.parametrize(
    ("words", "rating"),
    [
        ("mostly true", "mostly true"), ("Half-True", "Half-True"), ("compromise", "compromise"),
        ("half_kept", "half_kept"),
        ("mixed", "mixed"), ("mostly met --rating 'Half Flip'", "Half Flip"), ("half-true --rating ''", None),
        ("partly", None), ("partly kept", None), ("partial", None), ("yes", None), ("came true", None), ("n/a", None),
    ],
)  # fmt: skip  # a table
def test_words_that_say_more_than_a_label_are_the_rating(run, words, rating):
    """Labels, codes and plain synonyms are not."""
    assert run(f"resolve 6 {words}").status == 0
    assert run("show 6 --json").json["rating"] == rating


def test_words_of_an_answer_on_a_terminal_are_the_rating_as_well(terminal, run):
    """Each claim has its own; a number has none."""
    terminal("resolve 1 3 4", typed="Mostly true\n2\ncompromise\n")
    assert [run(f"show {one} --json").json["rating"] for one in (1, 3, 4)] == [
        "Mostly true",
        None,
        "compromise",
    ]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("-k deadline --due 2025-02-06", "is called “missed” before its last day, 2025-02-06"),
        ("-k promise --due 2025-12", "is called “broken” before its last day, 2025-12-31"),
        ("-k prediction --due 2025", "is called “did not happen” before its last day, 2025-12-31"),
        ("-k deadline --due 2025-02-05", None),
        ("-k promise --due 2025-01", None),
        ("-k promise", None),
        ("-k statement --due 2026", None),
    ],
)
def test_what_is_called_missed_before_its_last_day_is_told(run, claim, told):
    """It may still come about; a statement is false at once."""
    run(f"add 'Rain will fall' -s 'Cleo East' {claim}")
    done = run("resolve last failed")
    assert done.status == 0
    assert (told or "") in done.err
    assert ("before its last day" in done.err) is bool(told)


def test_a_verdict_dated_before_the_last_day_is_told_though_it_has_passed(run):
    """What counts is the day of the verdict."""
    assert "before its last day, 2025-01-07" in run("resolve 1 missed --judged 2025-01-06").err
    assert "before its last day" not in run("resolve 1 missed --judged 2025-01-07 --overrule").err
