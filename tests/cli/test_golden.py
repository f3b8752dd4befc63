"""Whole outputs of the command on a small fixed database, as they were read and found good."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.goldens import found_good

PAGES = {
    "overview": "", "due": "due", "list": "list", "search": "search kursk", "show-open": "show 3",
    "show-judged": "show 2", "history": "history --limit 4", "speaker": "speakers show putin",
    "source": "sources show 1",
}  # fmt: skip  # a table


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("columns", [80, 140, None], ids=["80", "140", "pipe"])
@pytest.mark.parametrize("page", PAGES)
def test_a_command_prints_what_it_printed_when_it_was_read(run, terminal, page, columns, monkeypatch):
    """On a narrow and a wide terminal, and in a pipe; colour is held by the tests of rendering."""
    monkeypatch.setenv("NO_COLOR", "1")
    done = terminal(PAGES[page], columns=columns, lines=40) if columns else run(PAGES[page])
    here = r"\n?".join(map(re.escape, str(Path.cwd() / "claims.db")))  # a narrow terminal breaks it somewhere
    shown = re.sub(here, "/home/ada/claims.db", done.out)
    assert done.status == 0
    assert shown == found_good(f"cli/{page}-{columns or 'pipe'}.txt", shown)


HELPING = {
    "show-history": ("show 2 --history", ""), "show-two": ("show 3 6", ""), "forget": ("delete 2 5 --forever", "n\n"),
    "wrong-word": ("list Okafor", ""), "wrong-hyphen": ("add '-5% by June' -s Okafor", ""),
    "help-list": ("list --help", ""), "fields": ("list --fields id,said,due,outcome,rating,source", ""),
}  # fmt: skip  # a command, and what is typed at its question


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("page", HELPING)
def test_first_help_reads_as_it_did_when_it_was_read(terminal, page, columns, monkeypatch):
    """What a terminal shows to who is new to it, or in doubt."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    line, typed = HELPING[page]
    done = terminal(line, typed, columns=columns)
    assert done.out == found_good(f"cli/{page}-{columns}.txt", done.out)


JUDGING = {
    "resolve-asked": ("resolve 4 2 3", "perhaps\n2\n\nq\n"),
    "resolve-again": ("resolve 2 1 partly met --happened 2025-01-20", "y\n"),
    "resolve-no-outcome": ("resolve 1 3 ''", ""),
    "resolve-refused": ("resolve 1-7 missed", "\nno\n"),
}  # a command, and what is typed at its questions


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("columns", [80, 140, None], ids=["80", "140", "pipe"])
@pytest.mark.parametrize("page", JUDGING)
def test_judging_reads_as_it_did_when_it_was_read(run, terminal, page, columns, monkeypatch):
    """On a terminal with its questions; in a pipe what the person is told and the result."""
    monkeypatch.setenv("NO_COLOR", "1")
    line, typed = JUDGING[page]
    done = terminal(line, typed or "q\n", columns=columns) if columns else run(line)
    assert done.err + done.out == found_good(f"cli/{page}-{columns or 'pipe'}.txt", done.err + done.out)
