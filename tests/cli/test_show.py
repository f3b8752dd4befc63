"""`show`: one claim whole."""

from __future__ import annotations

import pytest

from claimtrack.exchange.columns import JSON_COLUMNS

pytestmark = pytest.mark.usefixtures("record")


def test_everything_known_of_a_claim_is_shown(run):
    """Source, verdict, evidence for and against; its history where that is asked for."""
    assert "History" not in run("show 2").out
    shown = run("show 2 --history").out
    for words in (
        "Claim 2, deadline: missed", "Kursk is to be retaken before the inauguration",
        "Vladimir Putin (says an expert)", "2025-01-20, Monday", "The Kursk card (source 1)", "Three Pinocchios",
        "The town was still held.", "for: https://example.org/map", "contrary: https://example.org/general", "History",
    ):  # fmt: skip  # a list of words
        assert words in shown


def test_json_is_one_object_with_every_name_of_the_record_in_order(run):
    """The names are a promise."""
    assert tuple(run("show 3 --json").json) == JSON_COLUMNS


def test_brackets_from_outside_are_printed_as_they_are(run, terminal):
    """`[sic]` is what an editor wrote, and `[/red]` is no markup of ours."""
    assert "інавгурації [sic]" in run("show 3").out
    assert "інавгурації [sic]" in terminal("show 3").out
    assert "'[/red]'" in terminal("list", columns=140).out


def test_no_control_character_reaches_the_terminal(run, terminal):
    """Whichever field it came in, and whichever error repeats it."""
    run(
        "add - -s 'Ada\x1b[31mNorth' --note 'bell\x07' -t 'tag\x9b31m'",
        typed="red \x1b[31mtext\x1b[0m \u202eturned",
    )
    ours = terminal("show last", columns=120).plain + terminal("list --search turned").plain
    assert "red [31mtext[0m turned" in ours
    for line in ("show '\x1b[31m'", "list --speaker '\x1b[31m'", "list --due '\x1b[31m'", "'\x1b[31m'"):
        ours += terminal(line).out
    assert not set(ours) & set("\x1b\x07\x9b\u202e")


def test_a_second_hand_claim_never_reads_as_the_speakers_own_words(run):
    """In a list as in the whole."""
    assert run("list").out.count("Vladimir Putin (says an expert)") == 2
    assert "Vladimir Putin (says an expert)" in run("show 1").out


LONG = "Every school will have a shelter, and a bus that brings the pupils there. " * 20


@pytest.mark.parametrize(
    "more",
    [
        f"--text '{LONG}'",
        "--criterion '" + "Whoever asks must see it. " * 40 + "'",
        "--quote '" + "A line of a speech.\n" * 30 + "'",
        "--note '" + "Ask again. " * 60 + "'",
        "--tag " + ",".join(f"tag{number}" for number in range(80)),
    ],
    ids=["text", "criterion", "quote", "note", "tags"],
)
@pytest.mark.parametrize("columns", [80, 140])
def test_the_first_twenty_lines_have_claim_dates_verdict_and_evidence(run, terminal, more, columns):
    """However long the claim's other facts are, and why it was judged so."""
    run(f"edit 2 --said 2025-01-02 {more}")
    run("resolve 2 missed --overrule -e https://example.org/map --reason '" + "It was seen. " * 90 + "'")
    first = "\n".join(terminal("show 2", columns=columns).plain.splitlines()[:20])
    for words in ("Claim 2, deadline", "2025-01-02", "2025-01-20", "verdict", "for: https://example.org/map"):
        assert words in first


def test_a_long_text_is_whole_below(run, terminal):
    """Nothing is left out of `show`."""
    run(f"edit 2 --text '{LONG}'")
    told = " ".join(terminal("show 2").plain.split())
    assert told.count("Every school") > 20
    assert "\n…\n" in terminal("show 2").plain
    assert run("show 2").out.count("Every school") == 20


def test_evidence_before_there_is_a_verdict_stands_among_the_first_lines(run):
    """Where the verdict will be."""
    run("evidence 3 https://example.org/talks")
    assert "evidence     collected: https://example.org/talks" in run("show 3").lines[:10]


def test_several_claims_are_shown_one_below_the_other(run):
    """Whole, each with its heading, in the order they were named."""
    heads = [line for line in run("show 3 2 5-6").lines if line.startswith("Claim ")]
    assert [head.split(",")[0] for head in heads] == ["Claim 3", "Claim 2", "Claim 5", "Claim 6"]


@pytest.mark.parametrize(
    "line", ["list", "show 2", "list --tag kursk --outcome failed", "sources show 1", "speakers show putin"]
)
def test_the_rating_of_the_house_shows_wherever_there_is_one(run, line):
    """Beside the outcome, which it does not replace."""
    assert "missed (Three Pinocchios)" in run(line).out


def test_a_wide_terminal_shows_the_day_it_was_said(run, terminal):
    """From 120 columns on; a narrower one and a pipe have the columns they had."""
    assert "said 2025-01-10  2025-03" in terminal("list", columns=120).plain
    assert "said 2025-01-10" in terminal("search інавгурації", columns=160).plain
    assert "said 2025" not in terminal("list", columns=119).plain + run("list").out
