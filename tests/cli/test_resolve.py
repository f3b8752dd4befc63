"""`resolve`, `unresolve`, `evidence`, and the ids that commands take."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.usefixtures("record")


def resolved(run):
    """The ids of the resolved claims."""
    return sorted(run("list --status resolved --ids").ids)


@pytest.mark.parametrize("ids", ["1 3-4", "1,3-4", "1,3 4", "1 3 4 1", "4 1,3,"])
def test_ids_are_numbers_commas_and_ranges_in_any_mixture(run, ids):
    """Each claim is judged once, however often it was named."""
    assert run(f"resolve {ids} ambiguous").status == 0
    assert resolved(run) == [1, 2, 3, 4, 5]
    assert run("history 1 --limit 1").out.count("verdict on claim 1 added") == 1


def test_an_outcome_of_several_words_needs_no_quotes(run):
    """All leading words that look like ids are ids, and the rest, joined, is the outcome."""
    assert run("resolve 3 6-7 did not happen").status == 0
    assert sorted(run("list --outcome failed --ids").ids) == [2, 3, 6, 7]


def test_a_claim_may_be_named_by_its_uid_or_as_the_last(run):
    """A uid is the same in every file."""
    uid = run("show 3 --json").json["uid"]
    assert run(f"resolve {uid.lower()} happened").status == 0
    assert run("resolve last partly kept").status == 0
    assert run("show 3 --json").json["outcome"] == "held"
    assert run("show last --json").json["outcome_label"] == "partly happened"


def test_ids_come_from_a_list_through_a_pipe(run):
    """`list --ids | resolve - missed`."""
    ids = run("list --status unresolved --tag kursk --ids").out
    done = run("resolve - missed --reason 'The day has passed'", typed=ids)
    assert (done.status, len(done.lines)) == (0, 2)
    assert run("show 1 --json").json["reason"] == "The day has passed"
    assert resolved(run) == [1, 2, 5, 7]


def test_no_ids_in_the_pipe_is_said_and_changes_nothing(run):
    """A report that finds nothing does not fail a script."""
    before = run("history").out
    done = run("resolve - missed", typed="")
    assert (done.status, done.out) == (0, "")
    assert done.err == "No ids on standard input; nothing was done.\n"
    assert run("history").out == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("true", "held"), ("Came true", "held"), ("came-true", "held"), ("YES", "held"), ("half-true", "partly"),
        ("compromise", "partly"), ("no", "failed"), ("broken", "failed"), ("failed", "failed"), ("annulled", "void"),
        ("n/a", "void"), ("ambiguous", "ambiguous"), ("the speaker took it back", "withdrawn"),
    ],
)  # fmt: skip  # a row of pairs
def test_every_word_for_an_outcome_is_taken_for_any_kind(run, words, code):
    """What is stored is one of six codes."""
    assert run(f"resolve 6 {words}").status == 0
    assert run("show 6 --json").json["outcome"] == code


def test_a_verdict_holds_what_was_given(run):
    """The options land in the fields of their names."""
    run(
        "resolve 1 failed --rating 'Mostly false' --happened '1 February' --judged 2025-02-03 --judge Tom "
        "--reason - -e https://example.org/a -e https://example.org/b --contrary https://example.org/c",
        typed="Read\nfrom a pipe",
    )
    claim = run("show 1 --json").json
    wanted = {
        "status": "resolved", "outcome": "failed", "outcome_label": "missed", "rating": "Mostly false",
        "happened": "2025-02-01", "judged": "2025-02-03", "judge": "Tom", "reason": "Read\nfrom a pipe", "late": True,
    }  # fmt: skip  # a table
    assert {name: claim[name] for name in wanted} == wanted
    assert [(piece["url"][-1], piece["stance"]) for piece in claim["evidence"]] == [
        ("a", "for"), ("b", "for"), ("c", "contrary"),
    ]  # fmt: skip  # a row


def test_a_claim_may_be_resolved_with_no_outcome_where_this_is_said(run):
    """It is left out of scores."""
    assert run("resolve 1 3 --no-outcome").status == 0
    assert run("list --status resolved --outcome none --ids --sort due").ids == [1, 3]


def test_on_a_terminal_the_outcome_is_asked_for_in_the_words_of_the_kind(terminal, run):
    """A number or any words."""
    assert "3  broken" in terminal("resolve 5", typed="3\n").out
    assert run("show 5 --json").json["outcome"] == "failed"
    terminal("resolve 5", typed="partly kept\n")
    assert run("show 5 --json").json["outcome"] == "partly"


def test_what_came_after_its_deadline_was_not_met_and_the_message_says_how_to_say_it(run):
    """The advice can be pasted."""
    run("edit 1 --due 2025-01-07")
    done = run("resolve 1 met --happened 2025-02-01")
    assert done.status == 1
    advice = re.search(r"`(resolve [^`]*)`", done.err)[1]
    assert advice == "resolve 1 failed --happened 2025-02-01"
    assert "missed; came 25 days late" in done.err
    assert run(advice).status == 0


def test_work_under_way_is_a_tag_and_the_message_gives_the_edit(run):
    """`resolve 9 stalled` is refused and says `edit 9 --tag stalled`."""
    done = run("resolve 3 6 stalled")
    assert done.status == 1
    assert "`edit 3 6 --tag stalled`" in done.err
    assert resolved(run) == [2, 5]


def test_one_claim_that_is_not_there_leaves_all_of_them_as_they_were(run):
    """One command is all or nothing."""
    assert run("resolve 1 99 missed").status == 1
    assert resolved(run) == [2, 5]


def test_a_verdict_is_taken_back_and_stays_in_what_show_prints(run):
    """`unresolve` appends; the reason is kept."""
    assert run("unresolve 2 --reason 'The report was withdrawn'").status == 0
    assert run("show 2 --json").json["status"] == "unresolved"
    shown = run("show 2").out
    assert "The report was withdrawn" in shown
    assert "Three Pinocchios" in shown


def test_what_is_not_resolved_cannot_be_taken_back(run):
    """And nothing of the command is done."""
    assert run("unresolve 2 3").status == 1
    assert resolved(run) == [2, 5]


def test_evidence_is_collected_before_a_verdict_and_joins_it(run):
    """Its stance is null until there is something to be for."""
    run("evidence 3 https://example.org/x --note 'Agency report' --archive-url https://archive.example/x")
    run("evidence 3 --quote -", typed="They sat down.")
    first, second = run("show 3 --json").json["evidence"]
    assert (first["url"], first["stance"], first["note"]) == ("https://example.org/x", None, "Agency report")
    assert (second["url"], second["quote"]) == (None, "They sat down.")
    run("resolve 3 happened --contrary https://example.org/x")
    stances = {piece["url"]: piece["stance"] for piece in run("show 3 --json").json["evidence"]}
    assert stances == {"https://example.org/x": "contrary", None: "for"}


def test_evidence_after_a_verdict_is_for_it_unless_it_is_contrary(run):
    """Several links at once."""
    run("evidence 5 https://example.org/1 https://example.org/2")
    run("evidence 5 https://example.org/3 --contrary")
    assert [piece["stance"] for piece in run("show 5 --json").json["evidence"]] == ["for", "for", "contrary"]


def test_the_judge_is_whom_the_environment_names_and_never_the_login_name(run, monkeypatch):
    """`CLAIMTRACK_USER` stands in the verdict and in the log; without it nobody does."""
    monkeypatch.setenv("LOGNAME", "theloginname")
    monkeypatch.setenv("USER", "theloginname")
    run("resolve 1 missed")
    assert run("show 1 --json").json["judge"] is None
    monkeypatch.setenv("CLAIMTRACK_USER", "Tom Judge")
    run("resolve 3 happened")
    assert run("show 3 --json").json["judge"] == "Tom Judge"
    assert "Tom Judge" in run("history --limit 1").out
    everything = [run(line).out for line in ("history", "show 1", "export", "list --json", "doctor", "")]
    assert "theloginname" not in "".join(everything)
