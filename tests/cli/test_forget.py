"""`delete --forever`: it shows what goes, asks, and names what keeps it all the same."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

pytestmark = pytest.mark.usefixtures("record")


def test_what_will_be_wiped_is_shown_before_it_is_asked(terminal, run):
    """The claim and whose it is, with all that goes with it; no is what an empty answer means."""
    shown = terminal("delete 2 5 --forever", typed="\n", columns=120).plain
    assert "2  Vladimir Putin (says an expert)  Kursk is to be retaken before the inauguration\n" in shown
    assert "    with 1 tag, 1 verdict, 2 evidence, 2 steps of the log\n5  Ada North" in shown
    assert "Their words go from the log too, and can't be brought back" in shown
    assert "Delete 2 claims for ever? [y/N]" in shown
    assert run("list --ids --outcome failed").ids == [2]


def test_everything_that_goes_with_it_is_told(terminal, run):
    """Each field that holds words, and how much hangs on the claim."""
    run("repeat 3 --said 2025-01-20 -S Elsewhere")
    run("edit 3 --quote 'After.' --role 'political scientist' --criterion Talks -t peace,talks")
    run("evidence 3 https://example.org/1")
    shown = " ".join(terminal("delete 3 --forever", typed="\n", columns=140).plain.split())
    assert (
        "with role, quote, criterion, note, 2 tags, 1 appearance, 1 evidence, 4 steps of the log Their"
        in shown
    )


def test_a_claim_that_was_deleted_before_is_shown_too(terminal, run):
    """Its words are still in the file."""
    run("delete 3 --yes")
    shown = terminal("delete 3 --forever", typed="y\n").plain
    assert "Переговори почнуться" in shown
    assert "deleted 1 for ever" in shown
    assert run("history 3").status == 1


def test_the_copies_that_keep_the_words_are_named(terminal, run, record):
    """Those beside the file, by name, before and after; others in general."""
    shutil.copy(record, f"{record}.before-1")
    shutil.copy(record, f"{record}.before-2")
    shutil.copy(record, "other.db.before-2")
    shown = " ".join(terminal("delete 3 --forever", typed="n\n").plain.split())
    assert (
        "they stay in claims.db.before-1, claims.db.before-2, and any backup or export made elsewhere"
        in shown
    )
    assert "in claims.db.before-1, claims.db.before-2, and any" in run("delete 3 --forever --yes").err


def test_every_other_place_that_has_the_words_is_named_before_it_is_asked(terminal, run, article):
    """The saved article, the candidate, the rest of the chain, evidence elsewhere, and who has no other claim."""
    run(f"extract {article.name} --published 2025-02-05")
    run(
        "add 'The bridge will open by 7 June 2025' -s 'Peter Vale' -S 1 -q 'The bridge will open by 7 June 2025' -S 3"
    )
    run("add 'The bridge will open by 7 June 2025' -s 'Peter Vale' -S 3 -d 2025-06-07")
    run("move last --due 2026")
    run("evidence 1 --quote 'He said: The bridge will open by 7 June 2025, no later'")
    shown = " ".join(terminal("delete 8 --forever", typed="n\n").plain.split())
    for place in ("claim 9", "the text of source 3", "of source 3", "evidence on claim 1"):
        assert place in shown.partition("for ever? [y/N]")[0].partition("But words of them")[2]
    assert "who has no other claim" not in shown
    both = " ".join(terminal("delete 8 9 --forever", typed="n\n").plain.split())
    assert "the name of Peter Vale, who has no other claim" in both
    assert "claim 9" not in both


def test_in_wal_mode_the_words_leave_the_file_beside_it(run, record):
    """Where another program is in the way, it is said."""
    with closing(sqlite3.connect(record)) as shell:
        shell.execute("PRAGMA journal_mode = WAL")
        shell.execute("SELECT count(*) FROM claim").fetchone()
        run("edit 4 --note 'a word that nobody may find'")
        assert "still holds" not in run("delete 4 --forever --yes").err
        beside = record.with_name("claims.db-wal")
        assert b"nobody may find" not in record.read_bytes() + beside.read_bytes()
        run("edit 3 --note 'another word that stays'")
        shell.execute("BEGIN")
        shell.execute("SELECT count(*) FROM claim").fetchone()
        assert "claims.db-wal still holds the words" in run("delete 3 --forever --yes").err


def test_where_nobody_can_be_asked_it_wants_yes(run):
    """And says which copies keep it, though there is none beside the file."""
    assert run("delete 3 --forever").status == 2
    done = run("delete 3 --forever --yes")
    assert (done.status, done.out) == (0, "")
    assert done.err == "deleted 1 for ever; the words are still in any backup or export made elsewhere\n"
