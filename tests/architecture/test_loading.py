"""What a command loads, seen in the modules of a fresh process: whoever looks does not wait for what writes."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest

from tests.architecture.parsed import SOURCE

SHOWS_MODULES = """
import sys
from claimtrack.cli import main
status = main(sys.argv[1:])
sys.stdout.flush()
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(status)
"""
HEAVY = {
    "rich",
    "sqlite_utils",
    "dateparser",
    "lxml",
    "trafilatura",
    "icalendar",
    "numpy",
    "hashlib",
    "asyncio",
}


def loaded(line, **env):
    """The names of all modules that were loaded once the command had ended, with output in a pipe."""
    done = subprocess.run(
        [sys.executable, "-c", SHOWS_MODULES, *shlex.split(line)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE.parent), **env},
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A database that is up to date, with one claim."""
    path = tmp_path_factory.mktemp("loading") / "claims.db"
    loaded(f"--db {path} add 'The bridge opens' -s 'Ada North' --due 2030-01-01")
    return path


def test_a_list_and_the_help_load_hardly_more_than_typer_does(database):
    """What takes milliseconds to make: data classes, scores, the readers of JSON, of articles and of what is typed."""
    costly = {
        "dataclasses", "json", "tempfile", "claimtrack.model.scorecard", "claimtrack.model.nameless",
        "claimtrack.dates", "claimtrack.tracker.add", "claimtrack.exchange", "claimtrack.articles",
        "claimtrack.cli.editor",
    }  # fmt: skip  # a list of names
    for line in (f"--db {database} list", "--help"):
        assert not loaded(line) & costly


@pytest.mark.parametrize("line", ["list --due 2030", "show 1", "list --json", "search bridge"])
def test_looking_in_a_pipe_loads_no_heavy_library(database, line):
    """Nor what finds the user's own folder, where the database is named."""
    modules = loaded(f"--db {database} {line}")
    assert not modules & (HEAVY | {"platformdirs"})
    assert "claimtrack.store.step" not in modules


def test_recording_with_iso_dates_loads_no_reader_of_language(database):
    """Nor rich, in a pipe, nor the migrations of a file that is up to date."""
    assert not loaded(f"--db {database} add 'The road opens' -s 'ada north' --due 2030-01-01") & (
        HEAVY - {"hashlib"}
    )


def test_a_list_loads_no_other_command(database):
    """Of the files of the command line it needs its own, the options and the terminal."""
    modules = loaded(f"--db {database} list")
    ours = {name.removeprefix("claimtrack.cli.") for name in modules if name.startswith("claimtrack.cli.")}
    assert ours == {"commands", "commands.list", "option_groups", "options", "terminal", "typer_internals"}


def test_extracting_from_a_text_file_loads_neither_the_web_nor_what_reads_pages(tmp_path):
    """Half a second for pages, and a tenth for connections, are spent where there are any."""
    article = tmp_path / "article.txt"
    article.write_text("Ada North said that the bridge will open by 1 May.", encoding="utf-8")
    modules = loaded(f"--db {tmp_path / 'claims.db'} extract {article} --published 2025-02-05")
    assert not modules & {
        "http.client",
        "ssl",
        "trafilatura",
        "charset_normalizer",
        "rich",
        "dateparser",
        "llm",
    }
    assert "claimtrack.articles.models.asking" not in modules


def test_the_version_loads_neither_tracker_nor_store():
    """It is printed at once."""
    modules = loaded("--version")
    assert not {
        name for name in modules if name.startswith(("claimtrack.tracker", "claimtrack.store", "sqlite3"))
    }


def test_the_package_itself_loads_nothing():
    """`import claimtrack` gives the version, and no more."""
    script = "import sys; before = set(sys.modules); import claimtrack; print(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE.parent)},
    )  # fmt: skip  # the call on one line
    assert set(done.stdout.split()) <= {"claimtrack", "__future__"}
