"""`due`: what to judge, for people and for cron; and the calendar of it."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

pytestmark = pytest.mark.usefixtures("record")

GROUPS = """\
Overdue: 1 claim
1  Vladimir Putin (says an expert)  2025-01-07  overdue 29 days  Ukrainian troops are to be out of the Kursk region

Due by 2025-03-07: 1 claim
7  Bo South  2025-02-08  due in 3 days  The bridge opens

Resolved without evidence: 1 claim
5  Ada North  2024-12-20  kept, 12 days late  Every school will have a shelter
"""


def test_what_to_judge_comes_in_groups_the_most_pressing_first(run):
    """Overdue, then due within 30 days, then verdicts that nothing proves; resolved ones with evidence are done."""
    done = run("due")
    assert (done.status, done.out, done.err) == (0, GROUPS, "")


@pytest.mark.parametrize(
    ("within", "ids"),
    [
        ("2d", [1]), ("3d", [1, 7]), ("3", [1, 7]), ("2w", [1, 7]), ("2m", [1, 7, 3]), ("1y", [1, 7, 3]),
        ("2025-02-08", [1, 7]), ("2025-02-07", [1]), ("2025-03", [1, 7, 3]), ("end of March", [1, 7, 3]), ("0d", [1]),
    ],
)  # fmt: skip  # a row of pairs
def test_how_far_to_look_ahead_is_a_time_or_a_day(run, within, ids):
    """Days, weeks, months and years from today, or any date; a vague one is due on its last day."""
    assert run(f"due --ids --within '{within}'").ids == ids


def test_the_title_says_up_to_which_day_it_looks(run):
    """Two weeks from 5 February is the 19th."""
    assert "Due by 2025-02-19: 1 claim" in run("due --within 2w").out


def test_ids_and_json_are_what_waits_for_a_verdict(run):
    """Ready for `resolve -`."""
    assert run("due --ids").ids == [1, 7]
    assert [(one["id"], one["overdue"]) for one in run("due --json").json] == [(1, True), (7, False)]


def test_filters_narrow_every_group(run):
    """By speaker, tag, kind or anything that `list` takes."""
    assert run("due --ids --tag kursk").ids == [1, 7]
    assert run("due --ids --kind prediction").ids == [7]
    assert run("due --speaker 'Ada North'").out.splitlines()[0] == "Resolved without evidence: 1 claim"


def test_nothing_to_judge_is_said(run):
    """On standard error, and the status is 0."""
    done = run("due --speaker Желіховський --within 1w")
    assert (done.status, done.out) == (0, "")
    assert done.err == "Nothing is overdue or due by 2025-02-12, and every verdict has evidence.\n"


def test_for_cron_it_ends_with_3_when_something_is_overdue(run):
    """And prints it, so that cron sends a mail."""
    done = run("due --exit-code")
    assert (done.status, done.out) == (3, GROUPS)
    assert run("due --exit-code --ids").status == 3


def test_for_cron_it_is_quiet_when_nothing_is_overdue(run):
    """Nothing on either stream, though something comes due soon."""
    run("move 1 --due 2026")
    for line in ("due --exit-code", "due --exit-code --json", "due --exit-code --ids"):
        done = run(line)
        assert (done.status, done.out, done.err) == (0, "", "")


def test_with_no_database_there_is_nothing_due(run, record):
    """A cron job that starts before the first claim does not fail."""
    record.unlink()
    assert run("due --exit-code").status == 0


def test_a_claim_to_be_looked_at_again_later_waits_for_its_day(run):
    """It is overdue all the same, but does not press; cron stays quiet until then."""
    run("edit 1 --remind 2025-02-20")
    assert run("due --exit-code").status == 0
    assert run("due --ids").ids == [7, 1]
    assert run("due --within 2w --ids").ids == [7]
    assert run("list --overdue --ids").ids == [1]
    assert "To look at again by 2025-03-07: 1 claim\n1  Vladimir Putin (says an expert)" in run("due").out
    assert run("due --as-of 2025-02-20 --exit-code --ids").ids == [1, 7]


def test_a_reminder_whose_day_has_come_stays_until_the_claim_is_judged(run):
    """With a date due that is still ahead, or with none at all; the overdue ones press again."""
    run("edit 1 --remind 2025-02-05")
    run("edit 3 --remind 2025-01-31")
    run("edit 6 --remind 'in 2 weeks'")
    assert run("due --ids").ids == [1, 7, 3, 6]
    assert "Overdue: 1 claim\n1 " in run("due").out
    assert "To look at again by 2025-03-07: 2 claims\n3 " in run("due").out
    run("resolve 3 happened")
    run("move 6 --due 2026")
    assert run("due --ids").ids == [1, 7]


def test_a_claim_to_be_looked_at_again_is_not_due_as_well(run):
    """Its day takes the place of the last day of `due`; each claim is listed once."""
    run("edit 7 --remind 2025-03-01")
    assert run("due --ids").ids == [1, 7]
    assert "Due by" not in run("due").out
    assert run("due --within 2w --ids").ids == [1]


def test_the_agenda_of_a_future_day(run):
    """What will be overdue then if nobody judges it."""
    assert run("due --ids --as-of 2025-04-01").ids == [1, 7, 3]
    assert "overdue 1 day" in run("due --as-of 2025-04-01").out


def test_on_a_terminal_each_group_stops_at_fifty_or_at_the_limit(run, terminal):
    """And says how many there are; in a pipe nothing is left out."""
    for number in range(51):
        run(f"add 'Promise {number}' -s 'Bo South' --due 2025-01-{number % 28 + 1:02}")
    shown = terminal("due", columns=120).plain
    assert "Overdue: 52 claims" in shown
    assert "2 more claims; --limit 52 shows all" in shown
    assert len(run("due --ids").ids) == 53
    assert "51 more claims" in terminal("due --limit 1", columns=120).plain


def test_a_terminal_of_80_columns_gets_nothing_wider(run, terminal):
    """Two lines a claim."""
    run(
        "edit 7 --text 'The bridge over the eastern bay opens to cars, buses, carts and those who walk over it'"
    )
    shown = terminal("due").plain
    assert max(map(len, shown.splitlines())) <= 80
    assert "7  Bo South  2025-02-08  due in 3 days\n   The bridge over" in shown


def events(folder):
    """The events of the calendar that was written, by UID."""
    calendar = Calendar.from_ical((folder / "due.ics").read_bytes())
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_is_written_and_updated(run, folder):
    """All-day events with the same UIDs each time; a moved date is cancelled; the note is never in it."""
    assert run("export due.ics").status == 0
    first = events(folder)
    assert len(first) == 5
    uid = f"{run('show 3 --json').json['uid']}@claimtrack"
    assert first[uid].decoded("dtstart") == date(2025, 3, 31)
    run("move 7 --due 2025-05-01")
    run("export due.ics")
    second = events(folder)
    assert set(first) < set(second)
    assert len(second) == 6
    assert sorted(str(event["status"]) for event in second.values()).count("CANCELLED") == 1
    assert "press office" not in (folder / "due.ics").read_text()
    assert [path.name for path in folder.iterdir() if "ics" in path.name] == ["due.ics"]


def test_a_calendar_of_some_claims(run, folder):
    """Filters narrow it; to standard output with `--format`."""
    run("export due.ics --overdue")
    assert len(events(folder)) == 1
    assert run("export --format ics --overdue").out.count("BEGIN:VEVENT") == 1


def test_a_calendar_never_takes_the_place_of_a_database(run, folder, record):
    """Whatever its suffix."""
    record.rename(folder / "mine.ics")
    done = run("--db mine.ics export mine.ics")
    assert (done.status, done.out) == (1, "")
    assert "is a database" in done.err
