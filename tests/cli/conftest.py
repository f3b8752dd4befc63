"""The command line as a person has it: an empty folder, a fixed day, and a pipe or a terminal."""

from __future__ import annotations

import shutil

import pytest

from tests.builders import a_database
from tests.cli.running import in_a_pipe, in_a_process

LAKE = (
    "A winter by the lake\n\n"
    "Marta Lind said that the lake would freeze in 2026. The expert urged everybody to wait.\n\n"
    '"The bridge will open by 7 June 2025, and not a day later," Peter Vale said.\n'
)
ELSEWHERE = ("XDG_DATA_HOME", "NO_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "TERM")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The empty folder in which commands run, on 2025-02-05, by a user with an empty home."""
    for name in ELSEWHERE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLAIMTRACK_TODAY", "2025-02-05")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    here = tmp_path / "work"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def run(monkeypatch, capsys):
    """`run("list --due none")`: the command in this process, with its streams in pipes."""
    return lambda line, typed="": in_a_pipe(line, typed, monkeypatch, capsys)


@pytest.fixture
def process():
    """`process("list")`: the command as a process of its own, for what only a process shows."""
    return in_a_process


@pytest.fixture(scope="session")
def terminals():
    """The module that makes terminals; Windows has none that a test could hold."""
    pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    from tests.cli import terminals  # noqa: PLC0415  # what it imports is not on every system

    return terminals


@pytest.fixture
def process_on_terminal(terminals):
    """`process_on_terminal("add", (prompt, answer), …)`: a process on a terminal, in conversation."""
    return terminals.in_conversation


@pytest.fixture
def terminal(terminals, monkeypatch):
    """`terminal("list", columns=80, lines=24)`: the command in this process, with its streams on a terminal."""
    return lambda line, typed="", columns=80, lines=24: terminals.on_a_terminal(
        line, typed, columns, monkeypatch, lines
    )


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A database that is filled once, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "claims.db"
    with a_database(path, who="Jane") as db:
        _fill(db)
    return path


@pytest.fixture
def record(filled, folder):
    """`claims.db` with seven claims of every kind, two of them judged, the same in every run."""
    return shutil.copy(filled, folder / "claims.db")


def _fill(db):
    from claimtrack import tracker  # noqa: PLC0415  # the tests of what is loaded start without it

    card = {"source": "The Kursk card", "publisher": "Example Media", "published": "2025-02-05"}
    putin = {"speaker": "Vladimir Putin", "kind": "deadline", "via": "an expert", "tags": "kursk"}
    tracker.add(db, "Ukrainian troops are to be out of the Kursk region", due="7 January", **putin, **card)
    tracker.add(db, "Kursk is to be retaken before the inauguration", due="2025-01-20", **putin, **card)
    tracker.add(
        db, "Переговори почнуться після інавгурації [sic]", "Станіслав Желіховський", said="2025-01-10",
        due="2025-03", probability="70%", source="1", note="Ask the press office again.",
    )  # fmt: skip  # a claim a block
    tracker.add(
        db, "The foothold will be traded: '[/red]' was the word", "a senior official", unnamed=True, role="general",
        quote="We will trade it,\nland for land.", criterion="A signed map shows it",
    )  # fmt: skip  # a claim a block
    tracker.add(db, "Every school will have a shelter", "Ada North", kind="promise", due="2024-12-20")
    tracker.add(
        db, "Nobody set a date", "Ada North", said="2024-11", url="https://example.org/notes", source="Notes"
    )
    tracker.add(db, "The bridge opens", "Bo South", due="8 February 2025", tags="kursk, budget")
    tracker.resolve(
        db, 2, "missed", rating="Three Pinocchios", reason="The town was still held.",
        evidence=["https://example.org/map"], contrary=["https://example.org/general"],
    )  # fmt: skip  # a verdict a block
    tracker.resolve(db, 5, "kept", happened="2025-01-01")


@pytest.fixture
def article(folder):
    """An article of two claims and a request, in the file `lake.txt`."""
    path = folder / "lake.txt"
    path.write_text(LAKE, encoding="utf-8")
    return path
