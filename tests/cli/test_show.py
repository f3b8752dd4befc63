"""`show`: one claim whole."""

from __future__ import annotations

import pytest

from claimtrack.exchange.columns import JSON_COLUMNS

pytestmark = pytest.mark.usefixtures("record")


def test_everything_known_of_a_claim_is_shown(run):
    """Source, verdict, evidence for and against, and history."""
    shown = run("show 2").out
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
    assert "'[/red]'" in terminal("list", columns=120).out


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
