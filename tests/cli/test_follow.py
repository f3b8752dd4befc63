"""What happens to a claim after it was recorded: `move`, `repeat`, `due`, `stats` and `timeline`."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")


def test_a_move_prints_the_new_id_alone_in_a_pipe(run):
    """A new claim that replaces the old one, with everything not given carried over."""
    done = run("move 1 --due 2025-01-20")
    assert (done.status, done.out) == (0, "8\n")
    old, new = run("show 1 --json").json, run("show 8 --json").json
    assert (old["replaced_by"], new["replaces"], new["replaces_uid"]) == (8, 1, old["uid"])
    assert (old["slip_days"], new["slip_days"], old["overdue"]) == (13, 13, False)
    assert [new[name] for name in ("text", "via", "tags")] == [old[name] for name in ("text", "via", "tags")]


def test_a_move_takes_the_options_of_add_and_prints_one_object_with_json(run):
    """Also a probability instead of a date."""
    claim = run("move 3 --probability 40% --said 2025-01-20 --json").json
    assert (claim["probability"], claim["due"], claim["replaces"]) == (0.4, "2025-03", 3)


def test_a_move_that_changes_neither_date_nor_probability_is_refused(run):
    """Wrong usage; and one of a claim that is not there, or was replaced before, is refused."""
    assert run("move 1 --note x").status == 2
    assert run("move 99 --due 2025-03").status == 1
    run("move 1 --due 2025-01-20")
    assert run("move 1 --due 2025-01-30").status == 1
    assert run("list --ids --sort added").ids == [8, 7, 6, 5, 4, 3, 2, 1]


def test_a_repeat_is_another_appearance_of_one_claim(run):
    """The advice given for a duplicate works as it stands."""
    done = run("repeat 7 -S 'Another paper' --said 2025-02-03")
    assert done.status == 0
    (appearance,) = run("show 7 --json").json["appearances"]
    assert (appearance["said"], appearance["source"]["title"]) == ("2025-02-03", "Another paper")
    assert run("list --source 'Another paper' --ids").ids == [7]
    assert len(run("list --ids").ids) == 7


def test_due_lists_what_comes_within_the_time_given_then_what_is_overdue_for_longer(run):
    """Without a time, the next weeks."""
    assert run("due --within 3d --ids").ids == [7, 1]
    assert run("due --within 90d --ids").ids == [7, 3, 1]


def test_due_ends_with_status_3_when_something_is_overdue_and_it_was_asked(run):
    """For cron; without the option, looking is status 0."""
    assert run("due").status == 0
    assert run("due --exit-code").status == 3
    run("resolve 1 missed")
    assert run("due --exit-code").status == 0


@pytest.mark.parametrize("command", ["stats", "timeline"])
def test_scores_and_drawings_take_the_filters_of_list(run, command):
    """A speaker that is not there is refused."""
    assert run(f"{command} --speaker putin").out != run(command).out
    assert run(f"{command} --speaker nobody").status == 1


def test_no_line_of_a_drawing_is_wider_than_the_terminal(terminal):
    """At any width."""
    for command in ("stats", "timeline"):
        for columns in (60, 80, 120):
            shown = terminal(command, columns=columns)
            assert shown.status == 0
            assert max(map(len, shown.plain.splitlines())) <= columns
