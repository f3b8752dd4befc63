"""`due`: what to judge, for people and for cron; and the calendar of it."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from claimtrack import tracker
from tests.builders import a_database

pytestmark = pytest.mark.usefixtures("record")

GROUPS = """\
Due by 2025-03-07: 1 claim
7  Bo South  2025-02-08  due in 3 days  The bridge opens

Overdue for longer: 1 claim
1  Vladimir Putin (says an expert)  2025-01-07  overdue 29 days  Ukrainian troops are to be out of the Kursk region

Resolved without evidence: 1 claim
5  Ada North  2024-12-20  kept, 12 days late  Every school will have a shelter
"""


def test_what_to_judge_comes_in_groups_the_most_pressing_first(run):
    """What fell due this week, comes due within 30 days, is overdue for longer, and verdicts that nothing proves."""
    done = run("due")
    assert (done.status, done.out, done.err) == (0, GROUPS, "")


@pytest.mark.parametrize(
    ("within", "ids"),
    [
        ("2d", [1]), ("3d", [7, 1]), ("3", [7, 1]), ("2w", [7, 1]), ("2m", [7, 3, 1]), ("1y", [7, 3, 1]),
        ("2025-02-08", [7, 1]), ("2025-02-07", [1]), ("2025-03", [7, 3, 1]), ("end of March", [7, 3, 1]), ("0d", [1]),
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
    assert run("due --ids").ids == [7, 1]
    assert [(one["id"], one["overdue"]) for one in run("due --json").json] == [(7, False), (1, True)]


def test_filters_narrow_every_group(run):
    """By speaker, tag, kind or anything that `list` takes."""
    assert run("due --ids --tag kursk").ids == [7, 1]
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
    assert run("due --as-of 2025-02-20 --exit-code --ids").ids == [7, 1]


def test_a_reminder_whose_day_has_come_stays_until_the_claim_is_judged(run):
    """With a date due that is still ahead, or with none at all; the overdue ones press again."""
    run("edit 1 --remind 2025-02-05")
    run("edit 3 --remind 2025-01-31")
    run("edit 6 --remind 'in 2 weeks'")
    assert run("due --ids").ids == [7, 3, 1, 6]
    assert "To look at again by 2025-03-07: 3 claims\n3 " in run("due").out
    assert run("due --exit-code --kind deadline").status == 3
    run("resolve 3 happened")
    run("move 6 --due 2026")
    assert run("due --ids").ids == [7, 1]


def test_a_claim_to_be_looked_at_again_is_not_due_as_well(run):
    """Its day takes the place of the last day of `due`; each claim is listed once."""
    run("edit 7 --remind 2025-03-01")
    assert run("due --ids").ids == [7, 1]
    assert "Due by" not in run("due").out
    assert run("due --within 2w --ids").ids == [1]


def test_the_agenda_of_a_future_day(run):
    """What will be overdue then if nobody judges it."""
    assert run("due --ids --as-of 2025-04-01").ids == [3, 7, 1]
    assert "overdue 1 day" in run("due --as-of 2025-04-01").out


@pytest.fixture
def busy(record):
    """Sixty claims overdue for long, three that fell due lately, twelve that come due, and eight without evidence."""
    with a_database(record) as db:
        for number in range(60):
            tracker.add(db, f"Old promise {number}", "Bo South", due=f"2024-0{number % 9 + 1}-11")
        for number in range(3):
            tracker.add(db, f"Fresh promise {number}", "Ada North", due=f"2025-02-0{number + 1}")
        for number in range(12):
            tracker.add(db, f"Next promise {number}", "Ada North", due=f"2025-02-{number + 10}")
        for number in range(8):
            tracker.resolve(db, tracker.add(db, f"Kept {number}", "Bo South").id, "true")


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(
    ("columns", "lines"), [(80, 24), (100, 24), (140, 40), (80, 60), (60, 16), (200, 12)]
)
def test_on_a_terminal_it_is_at_most_one_screen(terminal, columns, lines):
    """With what fell due this week on top, and the command to type last; nothing is wider than the terminal."""
    shown = terminal("due", columns=columns, lines=lines).plain.splitlines()
    assert len(shown) < lines
    assert max(map(len, shown)) <= columns
    assert shown[0] == "Fell due since 2025-01-29: 3 claims"
    assert shown[1].split()[0] == "70"
    assert shown[-1] == "next: claimtrack resolve 70"
    assert any(line.startswith("Due by 2025-03-07: 13 claims") for line in shown)
    assert any("overdue for longer:" in line for line in shown)


@pytest.mark.usefixtures("busy")
def test_in_a_pipe_nothing_is_left_out(run):
    """Each claim once, and no command to type."""
    lines = run("due").lines
    assert [line for line in lines if ": " in line and "claim" in line] == [
        "Fell due since 2025-01-29: 3 claims", "Due by 2025-03-07: 13 claims", "Overdue for longer: 61 claims",
        "Resolved without evidence: 9 claims",
    ]  # fmt: skip  # a line a title
    assert len([line for line in lines if line[:1].isdigit()]) == 3 + 13 + 61 + 9
    assert len(run("due --ids").ids) == len(set(run("due --ids").ids)) == 3 + 13 + 61


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("filters", ["", "--speaker 'Bo South'", "--tag none --within 2w"])
def test_what_is_not_shown_is_listed_by_the_command_beside_it(run, terminal, filters):
    """Just as many as it says, with the filters that were given; each line has its id or its command."""
    shown = terminal(f"due {filters}", columns=200, lines=13).plain.splitlines()
    counts = dict(line.split(": claimtrack ") for line in shown if ": claimtrack " in line)
    next_ = counts.pop("next")
    assert run(next_.replace("resolve", "show").replace("evidence", "show")).status == 0
    older = next(what for what in counts if what.endswith("overdue for longer"))
    whole = int(counts[older].split("--limit ")[1])
    assert len(run(f"{counts[older]} --ids").ids) == whole
    unproven = next(what for what in counts if what.endswith("resolved without evidence"))
    assert len(run(f"{counts[unproven]} --ids").ids) == int(unproven.split()[0])
    for what, command in counts.items():
        if "due by" in what:
            whole = int(command.split("--limit ")[1].split()[0])
            assert command.startswith("due ")
            assert run(command).out.count("Next promise") + run(command).out.count("The bridge") == whole


def test_a_command_to_type_names_the_file_and_the_day(terminal, record):
    """So that it is about the same record; of a day that is past, a claim is only looked at."""
    record.rename(record.with_name("my work.db"))
    shown = terminal("--db 'my work.db' due --as-of 2025-02-05", columns=200, lines=8).plain
    assert "overdue for longer: claimtrack --db 'my work.db' list --overdue" in shown
    assert shown.endswith("next: claimtrack --db 'my work.db' show 1 --as-of 2025-02-05\n")


def test_the_next_thing_to_do_is_what_there_is(run, terminal):
    """The newest overdue claim is judged; else what comes is looked at; else a verdict is proven."""
    assert terminal("due").plain.endswith("\nnext: claimtrack resolve 1\n")
    run("resolve 1 missed --evidence https://example.org/a")
    assert terminal("due").plain.endswith("\nnext: claimtrack show 7\n")
    run("resolve 7 happened --evidence https://example.org/b")
    assert terminal("due").plain.endswith("\nnext: claimtrack evidence 5\n")
    run("evidence 5 https://example.org/c")
    assert (
        terminal("due").plain == "Nothing is overdue or due by 2025-03-07, and every verdict has evidence.\n"
    )


@pytest.mark.usefixtures("busy")
def test_a_limit_is_kept_whatever_the_screen(terminal):
    """Of each group so many, and how to see the others."""
    shown = terminal("due --limit 1", columns=120).plain
    assert "12 more due by 2025-03-07: claimtrack due --limit 13" in shown
    assert "next:" not in shown


@pytest.mark.parametrize(
    ("due", "says"),
    [
        ("2022-05-06", "overdue 2 y 9 m"), ("2024-02-05", "overdue 1 y"), ("2024-02-07", "overdue 364 days"),
        ("2015-02", "overdue 9 y 11 m"), ("2025-02-04", "overdue 1 day"), ("2027-11-05", "due in 2 y 9 m"),
        ("2030", "due within 5 y 11 m"),
    ],
)  # fmt: skip  # a row of pairs
def test_a_long_span_is_told_in_years_and_months(run, due, says):
    """From a year on: nobody divides 1006 days by 365 in the head."""
    run(f"add 'A thing' -s 'Ada North' --due {due}")
    assert f"  {says}  " in run("list --sort added").lines[0]
    assert says in run("show last").out.splitlines()[0]


def test_what_came_years_late_is_told_so(run):
    """In the lists; `show` has the days."""
    run("add 'A thing' -s 'Ada North' -k promise --due 2022-01-01")
    run("resolve last kept --happened 2025-01-01")
    assert "kept, 3 y late" in run("list --sort added").lines[0]
    assert "1096 days late" in run("show last").out


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
