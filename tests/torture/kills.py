"""`kill -9` at random moments: `python -m tests.torture.kills SEED COUNT`; every command is whole or never was.

Each command runs in a process forked from this one, where everything is loaded, so that the moments fall into its work.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from claimtrack import tracker
from claimtrack.__main__ import run
from claimtrack.store.schema import tables
from tests.builders import a_database
from tests.cli.conftest import LAKE

DB = "claims.db"
NEXT = (*tables.MIGRATIONS, ("ALTER TABLE claim ADD COLUMN colour TEXT",))
WRITING = {
    "add": "add Bridges -s Bo --new-speaker -d 2026 --tag a,b",
    "resolve": "resolve 1-3 failed --reason seen -e https://example.org/1 --overrule",
    "edit": "edit 1-3 --tag late --note seen --due 2026",
    "move": "move 4 --due 2027 --note later",
    "repeat": "repeat 1 --said 2025-01-02 --source Paper",
    "review": "review --accept 1-2 --as new",
    "extract": "extract sea.txt --published 2025-02-05",
    "import": "import more.jsonl",
    "merge": "merge other.db",
    "speakers": "speakers merge Ada Cleo",
    "undo": "undo --yes",
    "delete": "delete 1 2 --yes",
    "forget": "delete 1 --forever --yes",
    "migration": "list",
}
FILES = {
    "backup": ("backup copy.db", "copy.db"),
    "export": ("export out.csv", "out.csv"),
    "xlsx": ("export out.xlsx", "out.xlsx"),
    "site": ("export site.db", "site.db"),
    "report": ("report page.html", "page.html"),
}


class Ran(NamedTuple):
    """How a command ended, null where it was killed, and how long it took."""

    status: int | None
    seconds: float


def prepare(folder: Path) -> None:
    """A database with something for each command to do, and the files that they read."""
    (folder / "lake.txt").write_text(LAKE, encoding="utf-8")
    (folder / "sea.txt").write_text(LAKE.replace("lake", "sea"), encoding="utf-8")
    with a_database(folder / DB, who="Jane") as db:
        for number in range(12):
            speaker = ("Ada", "Cleo")[number % 2]
            tracker.add(
                db, f"The bridge {number} opens", speaker, due="2025-03", source="Notes", note="words " * 50
            )
        tracker.resolve(db, 5, "failed")
    shutil.copy(folder / DB, folder / "other.db")
    with a_database(folder / "other.db", who="Bo") as other:
        for number in range(20):
            tracker.add(other, f"The lake {number} freezes", "Ada", due="2026")
        out = io.StringIO()
        tracker.export(other, out, file_format="jsonl")
    (folder / "more.jsonl").write_text(out.getvalue(), encoding="utf-8")
    with a_database(folder / DB, who="Jane") as db:
        tracker.extract(db, str(folder / "lake.txt"), published="2025-02-05")


def ran(folder: Path, name: str, line: str, *, killed_after: float | None = None) -> Ran:
    """The command, in a process of its own in that folder."""
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        with Path("said").open("w", encoding="utf-8") as said, redirect_stdout(said), redirect_stderr(said):
            if name == "migration":
                tables.MIGRATIONS = NEXT
            sys.argv = ["claimtrack", "--db", DB, *line.split()]
            run()
    if killed_after is not None:
        time.sleep(killed_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    status = None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
    return Ran(status, time.monotonic() - begun)


def state(path: Path) -> object:
    """What the file holds, but for uids and times, which differ from run to run."""
    with closing(sqlite3.connect(path)) as shell:
        version = shell.execute("PRAGMA user_version").fetchone()[0]
        claims = shell.execute(
            "SELECT id, deleted, text, kind, due_last, outcome, replaces_id, note, speaker_id FROM claim ORDER BY id"
        ).fetchall()
        counts = [
            shell.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in (
                "change",
                "speaker",
                "source",
                "verdict",
                "evidence",
                "appearance",
                "claim_tag",
                "candidate",
            )
        ]
    return version, claims, counts


def check_whole(folder: Path, name: str) -> None:
    """The database is proven by its log, and nothing that is half-made lies in the folder."""
    if name != "migration":
        with a_database(folder / DB) as db:
            assert tracker.examine_database(db).faults == ()
    left = [
        path.name for path in folder.iterdir() if path.name.startswith(".") or path.name.endswith("-journal")
    ]
    assert left == [], left


def kill_writing(before: Path, folder: Path, name: str, moment: float, after: object) -> str:
    """One command that writes to the database, killed: all of it is there or nothing, and it can be done again."""
    line, was = WRITING[name], state(before / DB)
    killed = ran(folder, name, line, killed_after=moment)
    with closing(sqlite3.connect(folder / DB)) as shell:  # rolls back what was begun
        shell.execute("SELECT count(*) FROM claim").fetchone()
    now = state(folder / DB)
    assert now in (was, after), f"{name} is half done: {now}"
    assert killed.status != 0 or now == after, f"{name} said that it was done"
    if now == was:
        assert ran(folder, name, line).status == 0, (folder / "said").read_text()
        assert state(folder / DB) == after
    check_whole(folder, name)
    return "whole" if now == after else "absent"


def kill_file(folder: Path, name: str, moment: float, after: bytes) -> str:
    """One command that writes a file, killed: the file is whole or absent, and the next one sweeps and writes it."""
    line, target = FILES[name]
    killed = ran(folder, name, line, killed_after=moment)
    there = (folder / target).exists()
    assert killed.status != 0 or there, f"{name} said that it was done"
    if there:
        check_file(folder / target, after)
        (folder / target).unlink()
    assert ran(folder, name, line).status == 0, (folder / "said").read_text()
    check_file(folder / target, after)
    check_whole(folder, name)
    return "whole" if there else "absent"


def check_file(path: Path, after: bytes) -> None:
    """Text is what it was without a kill, a database passes SQLite's own check, a workbook is as long."""
    if path.suffix == ".db":
        with closing(sqlite3.connect(path)) as shell:
            assert shell.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    elif path.suffix == ".xlsx":
        assert abs(path.stat().st_size - len(after)) < 64
    else:
        assert path.read_bytes() == after


def main(seed: int, count: int) -> None:
    """So many kills, of each command in turn; tells how many were in time and what was left."""
    chance = random.Random(seed)
    os.environ |= {"CLAIMTRACK_TODAY": "2025-02-05"}
    tally: dict[str, dict[str, int]] = {}
    with TemporaryDirectory() as place:
        before = Path(place) / "before"
        before.mkdir()
        os.environ["TMPDIR"] = str(Path(place) / "tmp")
        (Path(place) / "tmp").mkdir()
        prepare(before)
        names = chance.sample((*WRITING, *FILES), min(count, len(WRITING) + len(FILES)))
        usual = {name: _usual(before, Path(place) / "usual", name) for name in names}
        for number in range(count):
            name = names[number % len(names)]
            seconds, after = usual[name]
            folder = Path(place) / f"{number}"
            shutil.copytree(before, folder)
            moment = chance.uniform(0, 1.1 * seconds)
            if name in WRITING:
                fate = kill_writing(before, folder, name, moment, after)
            else:
                fate = kill_file(folder, name, moment, after)
            tally.setdefault(name, {"whole": 0, "absent": 0})[fate] += 1
            shutil.rmtree(folder)
    print(f"seed {seed}: {count} kills, all whole or absent")
    for name, fates in tally.items():
        took = f"usually {usual[name][0] * 1000:.0f} ms"
        print(f"  {name:<10} {fates['absent']:>4} absent {fates['whole']:>4} whole  {took}")


def _usual(before: Path, folder: Path, name: str) -> tuple[float, object]:
    """How long the command takes where nobody kills it, and what is there then."""
    line = WRITING.get(name) or FILES[name][0]
    for _ in range(2):  # the second time without what is loaded once
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(before, folder)
        done = ran(folder, name, line)
        assert done.status == 0, (name, (folder / "said").read_text())
    after = state(folder / DB) if name in WRITING else (folder / FILES[name][1]).read_bytes()
    return done.seconds, after


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
