"""`move`, `repeat`, `--replaces`, `--contradicts`, and the lists that find them."""

from __future__ import annotations

import pytest

from tests.builders import a_database

pytestmark = pytest.mark.usefixtures("record")

CHAIN = (
    "10  Ada North  2026-12-31  due in 1 y 11 m  Every school will have a shelter\n"
    "    slipped 741 days in 2 moves\n"
    "    2024-12-20 → 2025-01-15: 26 days later, said 2024-12-01, before the old date had passed\n"
    "    2025-01-15 → 2026-12-31: 715 days later, said 2025-01-16/2025-01-20, after the old date had passed\n"
)
BRIDGE = (
    "9   Bo South   2025-02-12  due in 7 days    The bridge opens\n"
    "    2025-02-08 → 2025-02-12: 4 days later, reported 2025-02-05, before the old date had passed\n"
)


@pytest.fixture
def moved(record, run):
    """The promise of a shelter moved twice, and the bridge once."""
    run("move 5 --due 2025-01-15 --said 2024-12-01")
    run("move 7 --due '12 February' -S 'The Kursk card'")
    run("move 8 --due 2026-12-31 --said 2025-01-16/2025-01-20")
    return record


def test_in_a_pipe_the_new_id_alone_is_printed(run):
    """`id=$(claimtrack move …)` works; what was inferred and how far it moved is on standard error."""
    done = run("move 7 --due '12 February' --said 1.2.2025")
    assert (done.status, done.out) == (0, "8\n")
    assert 'due: "12 February" read as Wednesday 2025-02-12' in done.err
    assert "moved from 2025-02-08 to 2025-02-12, 4 days later" in done.err


def test_json_is_the_new_claim(run):
    """With what it replaces, and the slip of the chain."""
    claim = run("move 7 --due 2025-02-12 --probability 40% --json").json
    assert (claim["id"], claim["replaces"], claim["slip_days"], claim["probability"]) == (8, 7, 4, 0.4)
    assert claim["replaces_uid"] == run("show 7 --json").json["uid"]
    assert run("show 7 --json").json["replaced_by"] == 8


def test_on_a_terminal_the_new_claim_is_shown(terminal):
    """As `add` does it."""
    assert "8  Bo South  2025-02-12  due in 7 days" in terminal("move 7 --due 2025-02-12", columns=120).plain


def test_a_move_takes_its_words_from_standard_input(run):
    """A long quotation is piped."""
    run("move 7 --due 2025-02-12 --quote -", typed="On the\ntwelfth.")
    assert run("show 8 --json").json["quote"] == "On the\ntwelfth."


@pytest.mark.parametrize(
    ("line", "status", "reason"),
    [
        ("move 7", 2, "Give what the speaker says now, with --due or --probability."),
        ("move 7 --due 2025-02-08", 1, "Claim 7 has that date already"),
        ("move 7 --due 2026 -s 'Ada North'", 1, "only its own speaker can move it"),
        ("move 99 --due 2026", 1, "There is no claim 99"),
        ("move seven --due 2026", 2, "'seven' is no id"),
        ("move 7 --due 2026 --replaces 1", 2, "leave out --replaces"),
        ("add 'It opens' -s 'Bo South' --due 2026 --replaces 5", 1, "another speaker's"),
        ("edit 7 --replaces 7", 1, "can't replace itself"),
        ("edit 7 --contradicts 7", 1, "can't contradict itself"),
        ("edit 7 --contradicts 5", 1, "another speaker's"),
        ("repeat 7", 2, "--source or --said"),
        ("repeat 6 -S Notes", 1, "has that appearance already"),
        ("repeat 99 --said 2025-01-01", 1, "There is no claim 99"),
        ("list --as-of ''", 2, "The date is empty"),
        ("due --as-of soon", 2, "soon"),
        ("due --within soon", 2, "soon"),
        ("due --within ''", 2, "The date is empty"),
    ],
)
def test_what_is_refused_ends_with_a_sentence_and_changes_nothing(run, line, status, reason):
    """One sentence on standard error, nothing on standard output, no entry in the log."""
    before = run("history").out
    done = run(line)
    assert (done.status, done.out) == (status, "")
    assert reason in done.err
    assert run("history").out == before


@pytest.mark.usefixtures("moved")
def test_the_slipped_are_listed_with_every_move(run):
    """Most days first, by the newest claim; for each move how far, and whether the old date had passed."""
    assert run("list --slipped").out == CHAIN + BRIDGE
    assert run("list --slipped --reverse").out == BRIDGE + CHAIN
    assert run("list --slipped --speaker 'Bo South'").out == BRIDGE.replace(
        "9   Bo South   ", "9  Bo South  "
    ).replace("days    The", "days  The")


@pytest.mark.usefixtures("moved")
def test_the_slipped_as_ids_and_as_json(run):
    """The newest claim of each chain, for scripts."""
    assert run("list --slipped --ids").ids == [10, 9]
    assert [(one["id"], one["slip_days"]) for one in run("list --slipped --json").json] == [(10, 741), (9, 4)]
    assert {one["slip_days"] for one in run("list --json").json if one["id"] in (5, 8, 10)} == {741}


def test_nothing_slipped_is_said(run):
    """On standard error."""
    done = run("list --slipped")
    assert (done.status, done.out) == (0, "")
    assert "No claims found" in done.err


def test_on_a_terminal_the_slipped_stop_at_fifty_and_say_how_to_see_the_rest(terminal, record):
    """As every list does; a limit of one's own counts chains."""
    with a_database(record) as db:
        from claimtrack import tracker  # noqa: PLC0415  # with what uses it

        for number in range(51):
            tracker.add(db, f"Promise {number}", "Bo South", due="2025-03")
            tracker.move(db, "last", due="2025-04")
    shown = terminal("list --slipped", columns=120).plain
    assert shown.count("2025-03 → 2025-04: 30 days later") == 50
    assert shown.endswith("1 more chain; --limit 51 shows all\n")
    assert "Promise 50" in terminal("list --slipped --limit 1").plain


@pytest.mark.usefixtures("moved")
def test_show_tells_the_chain_from_any_of_its_claims(run):
    """Which claim one looks at is marked."""
    shown = run("show 8").out
    assert "Claim 8, promise: moved to 10" in shown
    assert "claim 5   due 2024-12-20\n" in shown
    assert "claim 8   due 2025-01-15 (this one), said 2024-12-01, before the old date had passed\n" in shown
    assert "slip      741 days later\n" in shown


@pytest.mark.usefixtures("moved")
def test_deleting_or_undoing_the_last_move_opens_the_one_before(run):
    """And `edit --replaces ''` takes it out of the chain."""
    assert run("list --overdue --ids").ids == [1]
    run("undo --yes")
    run("delete 8 --yes")
    run("edit 9 --replaces ''")
    assert sorted(run("due --ids").ids) == [1, 7, 9]
    assert run("doctor").status == 0


def test_a_contradiction_is_listed_and_shown_on_both(run):
    """`list --contradicted` finds flip-flops; an empty value clears, and undo brings it back."""
    assert run("add 'I set a date' -s 'Ada North' --contradicts 6 --contradicts 5").out == "8\n"
    assert sorted(run("list --contradicted --ids").ids) == [5, 6, 8]
    assert "contradicts  claim 5, claim 6" in run("show 8").out
    assert run("show 6 --json").json["contradicts"] == [8]
    run("edit 8 --contradicts ''")
    assert run("list --contradicted --ids").ids == []
    run("undo --yes")
    assert sorted(run("list --contradicted --ids").ids) == [5, 6, 8]
    assert run("doctor").status == 0


def test_a_repeat_is_shown_with_the_claim_and_counted(run):
    """In the text, in JSON and in CSV; it is still one claim."""
    done = run(
        "repeat 6 --said 2024-12-24 -S 'Another paper' --url https://example.org/2 --published 2024-12-25"
    )
    assert (done.status, len(done.lines)) == (0, 1)
    assert "1 other appearance of claim 6; `claimtrack show 6` lists them" in done.err
    shown = run("show 6").out
    assert "said 2024-12-24, Tuesday" in shown
    assert "Another paper (source 3)" in shown
    (again,) = run("show 6 --json").json["appearances"]
    assert (again["said"], again["source"]["title"]) == ("2024-12-24", "Another paper")
    assert '""said"": ""2024-12-24""' in run("export").out
    assert len(run("list --ids").ids) == 7


def test_the_message_about_a_duplicate_can_be_pasted(run):
    """The `repeat` that it gives records the second source."""
    refused = run(
        "add 'Nobody set a date' -s 'Ada North' --said 2024-11 -S 'Another paper' --published 2025-01"
    )
    assert refused.status == 1
    pasted = refused.err.partition("`claimtrack ")[2].partition("`")[0]
    assert run(pasted).status == 0
    assert run("show 6 --json").json["appearances"][0]["source"]["published"] == "2025-01"


def test_the_record_as_of_a_day_in_every_command_that_looks(run):
    """What the moves and verdicts of later days did is not there; the history ends where it ended."""
    run("move 5 --due 2026")
    run("resolve 7 happened")
    run("edit 1 --text 'Another text'")
    today, then = run("list --json").json, run("list --json --as-of 2025-02-05").json
    assert (len(today), len(then)) == (8, 7)
    assert run("show 1 --json --as-of 2025-02-05").json["text"].startswith("Ukrainian troops")
    assert run("show 7 --as-of 2025-02-05").out.count("resolve") == 0
    assert run("show 8 --as-of 2025-02-05").status == 1
    assert 7 in run("due --ids --as-of 2025-02-05").ids
    assert 7 not in run("due --ids").ids
    assert run("stats --json --as-of 2025-02-05").json != run("stats --json").json
    assert run("timeline --as-of 2025-02-04").out == ""
    assert "The bridge opens" in run("timeline --as-of 2025-02-05").out
