"""`stats` and `timeline`: numbers and pictures of what the filters leave."""

from __future__ import annotations

import csv

import pytest

pytestmark = pytest.mark.usefixtures("record")
NAMES = [
    "by", "name", "claims", "decided", "undecided", "void", "held", "held_low", "held_high", "partly", "failed", "late",
    "overdue", "moves", "median_slip_days", "scored", "brier", "brier_skill", "rank", "second_hand",
]  # fmt: skip  # a list of names


def rows(done):
    """The rows of `stats --json` that are at first hand, by name."""
    return {row["name"]: row for row in done.json if not row["second_hand"]}


def judged(run, speaker, outcomes, *options):
    """Claims of `speaker` with these outcomes."""
    for number, outcome in enumerate(outcomes, 1):
        run(f"add 'Claim {number} {' '.join(options)}' -s '{speaker}' {' '.join(options)}")
        run(f"resolve last {outcome}")


def test_each_speaker_has_a_row_and_the_unnamed_have_none(run):
    """One claim of an official whom nobody named is only counted."""
    done = run("stats --json")
    assert [(row["name"], row["second_hand"]) for row in done.json] == [
        ("Ada North", False),
        ("Vladimir Putin", True),
        ("Bo South", False),
        ("Станіслав Желіховський", False),
    ]
    assert "a senior official" not in run("stats").out
    assert "1 unnamed claim is in no score." in run("stats").lines


def test_json_and_csv_have_the_same_rows_and_the_names_that_are_promised(run):
    """Numbers in full, null and empty where nothing was decided, booleans as words."""
    in_json = run("stats --json").json
    in_csv = list(csv.DictReader(run("stats --csv").lines))
    assert {tuple(row) for row in (*in_json, *in_csv)} == {tuple(NAMES)}
    for one, other in zip(in_json, in_csv, strict=True):
        words = {None: "", True: "true", False: "false"}
        assert {
            n: words.get(v, str(v)) if v is None or isinstance(v, bool) else str(v) for n, v in one.items()
        } == other


@pytest.mark.parametrize("option", ["--json", "--csv"])
def test_a_speakers_rows_are_those_of_the_table(run, option):
    """What programs read has one form; people get the card."""
    alone, table = (run(f"stats {words} {option}").lines for words in ("--speaker North", ""))
    assert [line.rstrip(",") for line in alone[:2]] == [line.rstrip(",") for line in table[:2]]
    assert rows(run("stats --speaker North --json")) == {"Ada North": rows(run("stats --json"))["Ada North"]}


def test_a_share_is_null_where_nothing_was_decided(run):
    """And from 0 to 1 where something was."""
    found = rows(run("stats --json"))
    ada, bo = found["Ada North"], found["Bo South"]
    assert (bo["decided"], bo["held"], bo["held_low"], bo["held_high"]) == (0, None, None, None)
    assert (ada["decided"], ada["held"]) == (1, 1.0)
    assert 0 < ada["held_low"] < ada["held_high"] <= 1


@pytest.mark.parametrize(
    ("stated", "outcomes"),
    [
        ("5%", ["failed"] * 10),
        ("80%", ["held"] * 11),
        ("60%", ["held"] * 6 + ["failed"] * 4),
        ("50%", ["partly"] * 10),
    ],
)
def test_who_says_what_comes_outranks_who_is_sure_of_what_does_not(run, stated, outcomes):
    """Ten at 5% that all failed, as against ten at 95% of which six came about; neither has a share that held."""
    judged(run, "Modest Mary", outcomes, f"--probability {stated}")
    judged(run, "Sure Sam", ["held"] * 6 + ["failed"] * 4, "--probability 95%")
    found = rows(run("stats --json"))
    mary, sam = found["Modest Mary"], found["Sure Sam"]
    assert (mary["rank"], sam["rank"], mary["held"], sam["held"]) == (1, 2, None, None)
    assert mary["brier"] < sam["brier"] == pytest.approx(0.3625)
    assert mary["brier_skill"] > sam["brier_skill"]
    assert [line.split()[0] for line in run("stats --sort rank").lines[1:3]] == ["Modest", "Sure"]
    assert "1 by skill" in run("stats").out


def test_claims_with_a_probability_are_not_in_the_share_of_those_without(run):
    """Two of two kept promises, whatever became of three forecasts."""
    judged(run, "Both Beth", ["held"] * 2)
    judged(run, "Both Beth", ["failed"] * 3, "--probability 60%")
    row = rows(run("stats --json"))["Both Beth"]
    assert (row["decided"], row["failed"], row["scored"], row["held"]) == (5, 3, 3, 1.0)
    assert "2 of 2" in next(line for line in run("stats").lines if line.startswith("Both Beth"))
    assert "2 of 2 held: 100%" in run("stats --speaker Beth").out


def test_those_with_ten_decided_claims_are_ranked_by_what_held(run):
    """By the low end of the interval: ten of ten before eight of ten."""
    judged(run, "Ten Tom", ["held"] * 10)
    judged(run, "Eight Eve", ["held"] * 8 + ["failed"] * 2)
    found = rows(run("stats --json"))
    assert (found["Ten Tom"]["rank"], found["Eight Eve"]["rank"], found["Ada North"]["rank"]) == (1, 2, None)


def test_few_decided_claims_are_not_ranked(run):
    """The table and the card say why."""
    assert {row["rank"] for row in run("stats --json").json} == {None}
    assert "No ranks: it takes two speakers with 10 decided claims." in run("stats").lines
    card = run("stats --speaker 'Ada North'").out
    assert "rank         none: too few to compare, 1 decided of the 10 it takes" in card


def test_what_had_happened_before_it_was_said_is_no_forecast(run):
    """It leaves the Brier score, and the card counts it apart; what came later stays in."""
    run("add 'The bridge is open' -s 'Hind Sight' --said 2025-01-10 --probability 90%")
    run("resolve last held --happened 2025-01-02")
    row = rows(run("stats --json"))["Hind Sight"]
    assert (row["claims"], row["scored"], row["brier"], row["void"]) == (1, 0, None, 1)
    assert "retrodictions  1 claim with a probability, not scored" in run("stats --speaker Sight").out
    run("add 'The lock is open' -s 'Hind Sight' --said 2025-01-10 --probability 90%")
    run("resolve last held --happened 2025-01-20")
    assert rows(run("stats --json"))["Hind Sight"]["scored"] == 1


def test_second_hand_claims_have_rows_of_their_own(run):
    """What an expert says that Putin wants is no part of what Putin said."""
    (row,) = run("stats --speaker putin --json").json
    assert (row["claims"], row["second_hand"], row["decided"]) == (2, True, 1)
    table = run("stats").lines
    heading = next(at for at, line in enumerate(table) if line.startswith("second-hand"))
    assert table[heading + 1].startswith("Vladimir Putin")
    assert "second-hand  2: 1 decided, 1 undecided" in run("stats --speaker putin").out


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("tag", [None, "kursk", "budget", "kursk"]),
        ("kind", ["deadline", "promise", "prediction", "statement"]),
        ("role", [None, None]),
        ("source", [None, "The Kursk card", "Notes", "The Kursk card"]),
        ("judge", [None, "Jane", "Jane", None]),
        ("year", ["2024", "2025", "2025"]),
    ],
)
def test_the_rows_may_be_of_something_else(run, by, names):
    """A claim without one has a row too."""
    found = run(f"stats --by {by} --json").json
    assert sorted(map(str, (row["name"] for row in found))) == sorted(map(str, names))
    assert {row["by"] for row in found} == {by}
    assert run(f"stats --by {by}").status == 0


def test_a_claim_of_two_tags_is_in_both_rows_and_once_in_all(run):
    """The bridge has two tags."""
    own = {line.split()[0]: line.split()[1] for line in run("stats --by tag --speaker Bo").lines if line}
    assert (own["budget"], own["kursk"], own["all"]) == ("1", "1", "1")


def test_the_columns_sort_and_a_limit_counts_rows(run):
    """By the beginning of a name or a part of it; the other way round; what is no column is refused."""
    assert run("stats --sort speaker --json").json[0]["name"] == "Ada North"
    assert run("stats --sort name --reverse --json").json[0]["name"] == "Станіслав Желіховський"
    assert run("stats --sort overdue --limit 1 --json").json[0]["overdue"] == 1
    assert run("stats --sort slip").status == run("stats --sort 'median slip'").status == 0
    assert "3 more rows; --limit 4 shows all" in run("stats --limit 1").lines
    assert "is no column of the table" in run("stats --sort due").err


@pytest.mark.parametrize(
    "line", ["stats --sort due", "stats --by mood", "stats --by ''", "stats --json --csv"]
)
def test_what_is_no_column_group_or_form_is_wrong_usage(run, line):
    """It names what there is."""
    assert run(line).status == 2


def test_a_name_that_a_spreadsheet_would_run_is_guarded_in_csv_alone(run):
    """As in the export of claims."""
    run("add 'It rains' -s '=1+1'")
    assert "'=1+1" in [row["name"] for row in csv.DictReader(run("stats --csv").lines)]
    assert "=1+1" in rows(run("stats --json"))


def test_a_chain_counts_once_by_its_newest_claim(run):
    """Missed, then moved and kept: one promise that was kept, late by nobody's count, with one move."""
    run("resolve 5 broken")
    run("move 5 --due 2025-06-30")
    run("resolve last kept --happened 2025-02-01")
    row = rows(run("stats --json"))["Ada North"]
    assert (row["claims"], row["decided"], row["held"], row["moves"]) == (2, 1, 1.0, 1)
    assert (row["late"], row["median_slip_days"]) == (0, 192.0)
    assert "moves        1, median slip 192 days" in run("stats --speaker 'Ada North'").out


def test_filters_narrow_what_is_counted(run):
    """Only what they leave is in any row."""
    assert list(rows(run("stats --json --tag budget"))) == ["Bo South"]
    assert run("stats --speaker Nobody").status == 1


def test_with_nothing_to_score_it_is_said(run):
    """No table of zeros; programs get an empty list, or the header."""
    nothing = "There is no claim to score; 1 unnamed claim is in no score.\n"
    assert run("stats --unnamed").out == nothing
    assert run("stats --unnamed --json").json == []
    assert run("stats --unnamed --csv").lines == [",".join(NAMES)]


def test_a_terminal_gets_a_screen_of_rows_and_a_pipe_all(run, terminal):
    """As of `list`."""
    for number in range(60):
        run(f"add 'It rains' -s 'Speaker {number:02}'")
    assert len([line for line in terminal("stats").plain.splitlines() if line.startswith("Speaker")]) < 50
    assert "more rows; --limit" in terminal("stats").plain
    assert len([line for line in run("stats").lines if line.startswith("Speaker")]) == 60


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("command", ["timeline", "stats", "stats --by source", "stats --speaker north"])
def test_a_picture_is_never_wider_than_the_terminal(terminal, command, columns):
    """Narrow or wide; it is painted."""
    done = terminal(command, columns=columns)
    assert max(map(len, done.plain.splitlines())) <= columns
    assert done.out != done.plain


@pytest.mark.parametrize("command", ["timeline", "due", "list --slipped", "stats", "stats --speaker north"])
def test_without_colour_the_words_and_shapes_are_the_same(terminal, run, monkeypatch, command):
    """`NO_COLOR` takes away the paint alone."""
    run("move 7 --due 2025-02-12")
    painted = terminal(command, columns=140)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = terminal(command, columns=140)
    assert plain.out == plain.plain == painted.plain


def test_a_timeline_has_a_row_for_each_chain_and_marks_today(run):
    """In the order of the dates; what has none is counted."""
    run("move 7 --due 2025-03-15")
    drawn = run("timeline")
    ids = [
        int(words[0]) for line in drawn.lines if (words := line.rpartition("  ")[2].split()) and ":" in line
    ]
    assert ids == [5, 1, 2, 8, 3, 6]
    assert "1 claim without a date not drawn" in drawn.out
    assert "today 2025-02-05" in drawn.lines[-1]


def test_overdue_and_resolved_have_shapes_of_their_own(run):
    """So that it reads without colour."""
    legend = run("timeline").lines[-1]
    for mark in ("○ due", "▲ overdue", "● held", "✗ failed"):
        assert mark in legend


def test_a_terminal_that_has_only_ascii_gets_a_picture_in_ascii(process):
    """Where the locale says so; the words of claims stay what they are."""
    drawn = process("timeline --speaker 'Bo South'", LC_ALL="C").out
    assert drawn.isascii()
    assert "o due" in drawn
    assert "○ due" in process("timeline --speaker 'Bo South'", LC_ALL="C.UTF-8").out


def test_nothing_to_draw_is_said(run):
    """Where no claim is found, and where none has a date."""
    assert "No claims found" in run("timeline --kind promise --tag kursk").err
    assert run("timeline --unnamed").out == "There is no claim with a date to draw.\n"
