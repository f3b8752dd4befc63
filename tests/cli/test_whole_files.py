"""Every file that is written: whole or not at all, for its owner alone, and nothing beside it, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.cli.running import SOURCES

resource = pytest.importorskip("resource", reason="this system can't be told that its disk is full")

# Each command that writes a file, and what it leaves in the folder.
WRITTEN = {
    "backup kept.db": {"kept.db"},
    "export site.db": {"site.db", "metadata.yaml"},
    "report page.html": {"page.html"},
    "export claims.parquet": {"claims.parquet"},
    **{
        f"export claims.{suffix}": {f"claims.{suffix}"}
        for suffix in ("csv", "jsonl", "json", "md", "ics", "atom", "xlsx")
    },
}
KILLED_AT_THE_DISK = "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)"
KILLED_BETWEEN_TWO_NAMES = """
replace, calls = os.replace, []
def replaced(*names):
    calls.append(names)
    return replace(*names) if len(calls) < 2 else os.kill(os.getpid(), signal.SIGKILL)
os.replace = os.rename = replaced
"""
DISK = 200  # bytes: less than any of them takes


def every_file(test):
    """The test, for each command that writes a file."""
    return pytest.mark.parametrize("line", WRITTEN)(test)


@pytest.fixture(autouse=True)
def _some_claims(record):
    """The folder holds a database, and nothing else."""


def beside(folder):
    """What lies in the folder besides the database."""
    return {path.name for path in folder.iterdir()} - {"claims.db"}


def in_a_process(line, before="", limit=None):
    """The exit status and errors of a command as a process, where `before` was done to it, and files have a limit."""
    script = f"import os, signal, sys\nfrom claimtrack.__main__ import run\n{before}\nrun()"
    return subprocess.run(
        [sys.executable, "-c", script, *line.split()],
        env={**os.environ, "PYTHONPATH": SOURCES}, capture_output=True, text=True, check=False, timeout=60,
        preexec_fn=limit and (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))),
    )  # fmt: skip  # the call on few lines


@every_file
def test_a_new_file_is_for_its_owner_alone(run, folder, line):
    """Whatever the umask, and all that is in a folder too; a backup is as closed as its original."""
    before = os.umask(0)
    try:
        assert run(line).status == 0
    finally:
        os.umask(before)
    assert beside(folder) == WRITTEN[line]
    for name in WRITTEN[line]:
        for path in (folder / name, *(folder / name).rglob("*")):
            assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


def test_a_backup_is_never_more_open_than_its_original(run, folder):
    """Nor is a database that a command begins, whatever the umask."""
    (folder / "claims.db").chmod(0o400)
    assert run("backup kept.db").status == 0
    assert (folder / "kept.db").stat().st_mode & 0o777 == 0o400
    before = os.umask(0)
    try:
        run("--db new/new.db add 'The bridge opens' -s 'Ada North'")
    finally:
        os.umask(before)
    assert (folder / "new" / "new.db").stat().st_mode & 0o777 == 0o600
    assert (folder / "new").stat().st_mode & 0o777 == 0o700


@every_file
def test_what_is_replaced_keeps_its_mode_and_a_link_its_place(run, folder, line):
    """A page that a server may read stays so; a backup replaces nothing."""
    if line.startswith("backup"):
        assert run(line).status == 0
        assert run(line).status == 1
        return
    name = line.split()[1]
    run(line)
    is_folder = (folder / name).is_dir()
    (folder / name).chmod(0o755 if is_folder else 0o644)
    (folder / "elsewhere").mkdir()
    (folder / name).rename(folder / "elsewhere" / name)
    (folder / name).symlink_to(folder / "elsewhere" / name)
    assert run(line).status == 0
    assert (folder / name).is_symlink()
    assert (folder / "elsewhere" / name).stat().st_mode & 0o777 == (0o755 if is_folder else 0o644)
    assert {path.stat().st_mode & 0o777 for path in (folder / "elsewhere" / name).rglob("*.*")} <= {0o644}


@every_file
def test_a_full_disk_leaves_nothing_and_what_was_there(run, folder, line):
    """Also where the error comes only when the file is closed; then a sentence says so, and a retry works."""
    full = in_a_process(line, limit=DISK)
    assert (full.returncode, full.stdout) == (4, ""), full.stderr
    assert full.stderr.count("\n") == 1
    assert line.split()[1] in full.stderr
    assert beside(folder) == set()
    assert run(line).status == 0
    assert beside(folder) == WRITTEN[line]


@every_file
def test_a_killed_program_leaves_what_was_there_and_the_next_one_sweeps(run, folder, line):
    """The file that was there is whole, and the next one that writes there takes away what was left."""
    if not line.startswith("backup"):
        (folder / "metadata.yaml").write_text("before")
        run(line)
    before = {path: path.stat() for path in folder.rglob("*")}
    killed = in_a_process(line, KILLED_AT_THE_DISK)
    assert killed.returncode == -signal.SIGKILL
    assert len([name for name in beside(folder) if name.startswith(".claimtrack-")]) == 1
    assert {path: path.stat().st_mtime for path in before} == {
        path: was.st_mtime for path, was in before.items()
    } or sys.platform == "win32"
    assert run(line).status == 0
    assert not [name for name in beside(folder) if name.startswith(".")]


def test_a_folder_whose_place_was_not_taken_is_put_back(run, folder):
    """A folder can't be renamed over another; killed between the two, the next program to write there puts it back."""
    run("export claims.parquet")
    whole = sorted(path.name for path in (folder / "claims.parquet").rglob("*"))
    assert in_a_process("export claims.parquet", KILLED_BETWEEN_TWO_NAMES).returncode == -signal.SIGKILL
    assert not (folder / "claims.parquet").exists()
    run("export claims.csv")
    assert sorted(path.name for path in (folder / "claims.parquet").rglob("*")) == whole
    assert beside(folder) == {"claims.parquet", "claims.csv"}


def test_what_another_program_is_writing_is_left_alone(run, folder):
    """Only what a killed one left is swept; so is nothing that is somebody else's."""
    (folder / ".claimtrack-notes").write_text("mine")
    script = """
from pathlib import Path
from claimtrack import tracker
with tracker.replaced_whole(Path("slow.txt")) as out:
    print("begun", flush=True)
    out.write(input())
"""
    writing = subprocess.Popen(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": SOURCES}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip  # the call on few lines
    assert writing.stdout.readline() == "begun\n"
    run("export claims.csv")
    writing.communicate("whole\n", timeout=30)
    assert (folder / "slow.txt").read_text() == "whole"
    assert beside(folder) == {"slow.txt", "claims.csv", ".claimtrack-notes"}


@pytest.mark.parametrize(
    "line", ["merge other.db", "merge other.db --dry-run", "import other.jsonl --dry-run"]
)
def test_copies_among_temporary_files_go_too(run, folder, tmp_path, monkeypatch, line):
    """They hold all that the database holds; what a killed program left goes when the next one is made."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shutil.copy(folder / "claims.db", folder / "other.db")
    run("--db other.db add 'The lake freezes' -s 'Bo South'")
    run("--db other.db export other.jsonl")
    killed = in_a_process(
        line, "import claimtrack.store.step as s; s.Step.finish = lambda *_, **__: os.kill(os.getpid(), 9)"
    )
    assert killed.returncode == -signal.SIGKILL
    assert list(tmp_path.glob(".claimtrack-*"))
    assert run(line).status == 0
    assert not list(tmp_path.glob(".claimtrack-*"))


def test_a_device_is_written_to(run, process):
    """A pipe takes the page as it comes, and a full device is an error like a full disk."""
    assert process("report /dev/stdout").out.startswith("<!DOCTYPE html>")
    done = run("export /dev/full --format csv")
    assert done.status == 4
    assert "/dev/full can't be written" in done.err


def test_the_copy_before_a_merge_is_whole_and_closed(run, folder):
    """It is what `undo` of a merge comes to, and never more open than the database."""
    shutil.copy(folder / "claims.db", folder / "other.db")
    run("--db other.db add 'The lake freezes' -s 'Bo South'")
    (folder / "claims.db").chmod(0o666)
    run("merge other.db")
    (copy,) = folder.glob("claims.db.before-*")
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as shell:
        assert shell.execute("PRAGMA integrity_check").fetchone() == ("ok",)
