"""Measures what the speed claims rest on, and writes docs/performance.md: `make bench`.

Whole processes, each in turn with the one it is compared with, in one run. The databases are made once, in `.bench`.
"""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import shutil
import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import make_large
from timing import Taken, paired, taken

SMALL, MIDDLE, LARGE = 1_000, 100_000, 1_000_000
FOLDER = Path(__file__).parent.parent / ".bench"
PROGRAM = str(Path(sys.executable).with_name("claimtrack"))
TOOL = str(Path(sys.executable).with_name("sqlite-utils"))
TIMES = 5
MEGABYTE = 1_000_000
TODAY = make_large.TODAY.isoformat()

# What a user waits for, at any size; `{turn}` is another word in each turn.
COMMANDS = (
    "list --limit 50",
    "list --speaker 'Ada North' --limit 50",
    "list --overdue --limit 50",
    "list --tag budget --limit 50",
    "list --status unresolved --kind promise --limit 50",
    "due --limit 50",
    "show 777",
    "add 'The ferry {turn} is back' --speaker 'Ada North' --due 2027-03-01",
    "resolve last kept --overrule",
    "undo --yes",
    "",
)
SPEAKERS = (
    "select speaker, count(*), sum(outcome = 'held'), sum(overdue), max(slip_days)"
    " from claim_record group by speaker"
)
FOUND = 'select rowid, text from claim_fts where claim_fts match \'"bridge" AND "whitewick"\' order by rank limit 50'


class Measure(NamedTuple):
    """A row of the table: what was done, against what, what is to be reached and aimed at, and what it took."""

    work: str
    against: str
    reach: str
    aim: str
    ours: Taken
    theirs: Taken | None = None


Argv = Callable[[int], Sequence[str]]


def ours(database: Path, words: str) -> Argv:
    """The command line of ours."""
    return lambda turn: [PROGRAM, "--db", str(database), *shlex.split(words.format(turn=turn))]


def shell(database: Path, sql: str) -> Argv:
    """The same in SQLite's own shell."""
    return lambda _: ["sqlite3", "-csv", str(database), sql]


def made(claims: int) -> Path:
    """The database of so many claims, made where it is not there."""
    path = FOLDER / f"{claims}.db"
    if not path.exists():
        print(f"making {path}", file=sys.stderr)
        FOLDER.mkdir(exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        make_large.build(unfinished, claims=claims)
        unfinished.replace(path)
    taken([PROGRAM, "--db", str(path), "list", "--limit", "1"])  # brought to the present version
    return path


def copied(path: Path) -> Path:
    """A copy that may be written to."""
    return Path(shutil.copyfile(path, path.with_suffix(".copy")))


def at_any_size(small: Path, large: Path) -> list[Measure]:
    """Commands at the two sizes."""
    found = []
    with_writing = copied(large), copied(small)
    for words in COMMANDS:
        one, other = paired(*(ours(path, words) for path in with_writing), times=TIMES)
        name = f"claimtrack {words.replace('{turn} ', '')}".rstrip()
        found.append(Measure(f"`{name}`, {LARGE:,}", f"the same, {SMALL:,}", "1.5 ×", "1.1 ×", one, other))
    for path in with_writing:
        path.unlink()
    return found


def of_many(middle: Path, large: Path) -> list[Measure]:
    """What goes through many claims, against SQLite's own shell or other tools."""
    found = []
    pairs = (
        ("`search bridge whitewick --limit 50`", f", {LARGE:,}", ours(large, "search bridge whitewick --limit 50"),
         "the query in sqlite3", shell(large, FOUND), "+ 200 ms", "+ 100 ms", TIMES),
        ("`stats`", f", {LARGE:,}", ours(large, "stats"),
         "`group by speaker` in sqlite3", shell(large, SPEAKERS), "3 ×, 200 MB", "1.5 ×, 80 MB", 1),
        ("`export` CSV", f", {MIDDLE:,}", ours(middle, "export"),
         "`sqlite3 -csv` over claim_record", shell(middle, "select * from claim_record"), "2 ×", "1.2 ×", 1),
        ("`export --format jsonl`", f", {MIDDLE:,}", ours(middle, "export --format jsonl"),
         "`sqlite3 -csv` over claim_record", shell(middle, "select * from claim_record"), "2 ×", "1.2 ×", 1),
    )  # fmt: skip  # a row each
    for work, size, one, against, other, reach, aim, times in pairs:
        found.append(Measure(work + size, against, reach, aim, *paired(one, other, times=times)))
    return found


def memory(middle: Path) -> list[Measure]:
    """What takes more memory the more there is, if written carelessly."""
    works = (
        "export", "export --format jsonl", "doctor", f"list --as-of {make_large.ENTERED.date()} --limit 50",
    )  # fmt: skip  # one below the other
    found = []
    for words in works:
        took = taken(ours(middle, words)(0))
        name = f"memory of `{words}`, {MIDDLE:,}"
        found.append(Measure(name, "", "150 MB", "80 MB", took))
    return found


def starting(folder: Path) -> Measure:
    """How long a short list takes, against an interpreter that loads what it needs."""
    ten = folder / "10.db"
    if not ten.exists():
        make_large.build(ten, claims=10)
    bare: Argv = lambda _: [sys.executable, "-c", "import typer, sqlite3"]  # noqa: E731  # as short as the call
    took = paired(ours(ten, "list"), bare, times=2 * TIMES)
    return Measure("`list`, 10 claims, in a pipe", "`import typer, sqlite3`", "1.25 ×", "1.1 ×", *took)


def line(measure: Measure) -> str:
    """A row of the table."""
    one, other = measure.ours, measure.theirs
    ratio = "" if other is None else f"{one.wall / other.wall:.2f} × ({one.cpu / other.cpu:.2f})"
    seconds = f"{one.wall:.2f}" if other is None else f"{one.wall:.2f} : {other.wall:.2f}"
    cells = (
        measure.work, measure.against, seconds, ratio, f"{one.memory / MEGABYTE:.0f} MB", measure.reach, measure.aim,
    )  # fmt: skip  # a list of cells
    return f"| {' | '.join(cells)} |"


def size_line(middle: Path) -> str:
    """How large the file is against the CSV that it makes."""
    csv = middle.with_suffix(".csv")
    taken([PROGRAM, "--db", str(middle), "export", str(csv)])
    ratio = middle.stat().st_size / csv.stat().st_size
    return f"| size of the file, {MIDDLE:,} | its CSV | | {ratio:.2f} × | | 2.6 × | 2 × |"


PAGE = """# How fast it is

Written by `make bench`; how is in `benchmarks/`. Whole processes are timed from start to end, each in turn with what
it is compared with, and the least of {times} runs counts (of 1 or 3 where they are long). The claims are invented, the
same each time, with speakers, sources, tags, moves, verdicts and evidence about as often as trackers have them.

Python {python}, SQLite {sqlite}, {machine}, {cores} cores.

| work | against | seconds | ratio (of processor time) | memory | to be reached | aim |
| --- | --- | --- | --- | --- | --- | --- |
{lines}
"""


def main() -> None:
    """Measures, prints the table as it grows, and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    page = parser.parse_args().page
    os.environ["CLAIMTRACK_TODAY"] = TODAY
    small, middle, large = map(made, (SMALL, MIDDLE, LARGE))
    lines = []
    for measured in (
        lambda: [starting(FOLDER)], lambda: at_any_size(small, large), lambda: of_many(middle, large),
        lambda: memory(middle),
    ):  # fmt: skip  # a part of the table each
        lines += map(line, measured())
        print("\n".join(lines[-len(COMMANDS) :]), file=sys.stderr)
    lines.append(size_line(middle))
    text = PAGE.format(
        times=TIMES, python=platform.python_version(), sqlite=sqlite3.sqlite_version, cores=os.cpu_count(),
        machine=platform.machine(), lines="\n".join(lines),
    )  # fmt: skip  # the places of the page
    page.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
