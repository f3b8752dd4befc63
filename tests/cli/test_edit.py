"""`edit`, `delete`, `undo` and `history`."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")


def test_an_edit_changes_what_is_given_and_leaves_the_rest(run):
    """The claims are printed as they now stand."""
    before = run("show 7 --json").json
    done = run("edit 7 --text 'The bridge opens to cars' --role mayor")
    assert (done.status, done.lines[0].endswith("The bridge opens to cars")) == (0, True)
    after = run("show 7 --json").json
    changed = {name for name in after if after[name] != before[name]}
    assert changed - {"updated_at"} == {"text", "role"}


def test_an_empty_value_empties_a_field(run):
    """Also a date and a source."""
    assert run("edit 3 --due '' --said '' --source '' --note '' --probability ''").status == 0
    claim = run("show 3 --json").json
    assert [claim[name] for name in ("due", "said", "source", "note", "probability")] == [None] * 5


def test_tags_are_added_and_taken_off_for_several_claims_at_once(run):
    """`--tag` adds, `--untag` takes off, one step for all."""
    assert run("edit 1,7 --tag border,north --untag kursk").status == 0
    assert run("show 1 --json").json["tags"] == ["border", "north"]
    assert run("show 7 --json").json["tags"] == ["border", "budget", "north"]
    run("undo --yes")
    assert run("list --tag kursk --ids --sort due").ids == [1, 2, 7]


def test_another_due_date_says_that_this_corrects_the_record(run):
    """`move` is for a speaker who named another date."""
    assert "`claimtrack move`" in run("edit 7 --due 2025-02-09").err
    assert run("edit 7 --role mayor").err == ""


def test_a_claim_can_become_unnamed_and_named_again(run):
    """The words are kept as they are."""
    run("edit 7 --unnamed")
    assert run("show 7 --json").json["unnamed"] is True
    run("edit 7 --named")
    assert run("show 7 --json").json["unnamed"] is False
    assert "Bo South" in run("speakers").out


def test_an_edit_that_would_call_held_what_came_too_late_is_refused(run):
    """Judge it again first."""
    run("resolve 3 happened --happened 2025-02-01")
    assert run("edit 3 --due 2025-01-20").status == 1
    assert run("show 3 --json").json["due"] == "2025-03"


def test_deleting_asks_on_a_terminal_and_no_is_the_answer_to_nothing(terminal, run):
    """Only yes deletes."""
    for answer in ("\n", "n\n", "what\n"):
        assert terminal("delete 3", typed=answer).status == 0
    assert run("show 3").status == 0
    assert "Станіслав" in terminal("delete 3", typed="y\n").out
    assert run("show 3").status == 1


def test_deleting_needs_yes_where_nobody_can_be_asked(run):
    """An answer in the pipe is none."""
    assert run("delete 3", typed="y\n").status == 2
    assert run("delete 3 5 --yes").status == 0
    assert run("list --ids --sort added").ids == [7, 6, 4, 2, 1]


def test_a_deleted_claim_leaves_a_gap_that_undo_fills_again(run):
    """An id is never given twice."""
    run("delete 7 --yes")
    assert run("add 'The road opens' -s 'Bo South'").out == "8\n"
    run("undo --yes")
    run("undo --yes")
    assert run("show 7 --json").json["text"] == "The bridge opens"
    assert run("add 'The road opens' -s 'Bo South'").out == "9\n"


def test_deleted_for_ever_the_words_are_gone_from_the_file_and_undo_stops_there(run, record):
    """Out of the log too; the chain still holds."""
    assert run("delete 4 --forever --yes").status == 0
    assert run("show 4").status == 1
    assert "foothold" not in run("history").out
    assert b"foothold" not in record.read_bytes()
    assert run("doctor").status == 0
    assert "forget" not in run("undo --yes").err


def test_undo_shows_the_step_and_takes_the_one_before_when_done_again(run):
    """However many claims it touched."""
    run("edit 1-3 --tag a")
    run("edit 4 --tag b")
    assert "tag added: b" in run("undo --yes").out
    assert run("list --tag a --ids").ids != []
    assert run("undo --yes").out.count("tag added: a") == 3
    assert run("list --tag a --ids").out == ""


def test_undo_asks_on_a_terminal(terminal, run):
    """And leaves all as it is without a yes."""
    run("edit 1 --tag a")
    terminal("undo", typed="\n")
    assert run("list --tag a --ids").ids == [1]
    terminal("undo", typed="y\n")
    assert run("list --tag a --ids").out == ""


def test_an_undone_verdict_does_not_count_and_the_one_before_stands_again(run):
    """The history keeps both."""
    run("resolve 2 met --happened 2025-01-19")
    run("undo --yes")
    assert run("show 2 --json").json["outcome"] == "failed"


def test_with_nothing_to_take_back_undo_is_refused(run):
    """After the last step of all."""
    for _ in range(9):
        assert run("undo --yes").status == 0
    done = run("undo --yes")
    assert done.status == 1
    assert done.err == "claimtrack: There is nothing to take back.\n"


def test_history_is_newest_first_and_of_one_claim_where_it_is_named(run):
    """What was undone is marked."""
    run("edit 3 --note 'Asked again'")
    run("undo --yes")
    steps = [line for line in run("history 3").lines if line.startswith("#")]
    assert [line.split("  ")[-1] for line in steps] == ["undo of #10", "edit (undone)", "add by Jane"]
    assert len([line for line in run("history --limit 2").lines if line.startswith("#")]) == 2


def test_today_of_the_environment_changes_what_is_overdue_but_never_the_log(run, monkeypatch):
    """For reports "as if on" a day."""
    monkeypatch.setenv("CLAIMTRACK_TODAY", "2031-01-01")
    assert sorted(run("list --overdue --ids").ids) == [1, 3, 7]
    run("edit 1 --tag later")
    assert "2031" not in run("history --limit 1").out
    assert not run("show 1 --json").json["updated_at"].startswith("2031")
