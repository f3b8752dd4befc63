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
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import make_large
from timing import Taken, paired, taken

SMALL, MIDDLE, LARGE = 1_000, 100_000, 1_000_000
FOLDER = Path(__file__).parent.parent / ".bench"
PROGRAM = str(Path(sys.executable).with_name("claimtrack"))
TOOL = str(Path(sys.executable).with_name("sqlite-utils"))
TIMES = 5
LONG_TIMES = 3
SIZE = 2.6  # times its CSV
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
    """A row of the table: what was done, against what, how much is to be reached and aimed at, and what it took.

    A goal is how many times as long as the other it may take, with `more` so many seconds more, and without
    another so many megabytes.
    """

    work: str
    against: str
    reach: float
    aim: float
    ours: Taken
    theirs: Taken | None = None
    more: bool = False
    memory: int | None = None  # megabytes besides

    def found(self) -> float:
        """What is compared with the goals: time of processors, which does not tell what else the machine did."""
        if self.theirs is None:
            return self.ours.memory / MEGABYTE
        return self.ours.cpu - self.theirs.cpu if self.more else self.ours.cpu / self.theirs.cpu

    def reached(self) -> bool:
        """Whether it is as good as it should be at least."""
        return self.found() <= self.reach and (
            self.memory is None or self.ours.memory <= self.memory * MEGABYTE
        )

    def told(self, value: float) -> str:
        """A goal, or what was found, in its unit."""
        if self.theirs is None:
            return f"{value:.0f} MB"
        return f"{value * 1000:+.0f} ms" if self.more else f"{value:.2f} ×"


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


def at_any_size(small: Path, large: Path, claims: int) -> list[Measure]:
    """Commands at the two sizes."""
    found = []
    with_writing = copied(large), copied(small)
    for words in COMMANDS:
        one, other = paired(*(ours(path, words) for path in with_writing), times=TIMES)
        name = f"claimtrack {words.replace('{turn} ', '')}".rstrip()
        found.append(Measure(f"`{name}`, {claims:,}", f"the same, {SMALL:,}", 1.5, 1.1, one, other))
    for path in with_writing:
        path.unlink()
    return found


def of_many(middle: Path, large: Path, claims: int) -> list[Measure]:
    """What goes through many claims, against SQLite's own shell or other tools."""
    search = "search bridge whitewick --limit 50"
    view = "`sqlite3 -csv` over `claim_record`", shell(middle, "select * from claim_record")
    found = [
        Measure(f"`{search}`, {claims:,}", "the query in `sqlite3`", 0.2, 0.1,
                *paired(ours(large, search), shell(large, FOUND), times=TIMES), more=True),
        Measure(f"`stats`, {claims:,}", "`group by speaker` in `sqlite3`", 3, 1.5,
                *paired(ours(large, "stats"), shell(large, SPEAKERS), times=1), memory=200),
    ]  # fmt: skip  # a row each
    for words in ("export", "export --format jsonl"):
        took = paired(ours(middle, words), view[1], times=LONG_TIMES)
        found.append(Measure(f"`{words}`, {MIDDLE:,}", view[0], 2, 1.2, *took))
    return found


def coming_in(middle: Path) -> list[Measure]:
    """A file of our own read into a new database, against a plain table with full text; then memory of a merge."""
    csv, new = middle.with_suffix(".private.csv"), middle.with_suffix(".new")
    taken([PROGRAM, "--db", str(middle), "export", "--private", str(csv)])
    loads = f"{TOOL} insert {{0}} claims {csv} --csv && {TOOL} enable-fts {{0}} claims text quote note"

    def fresh(command: Callable[[Path], Sequence[str]]) -> Argv:
        def argv(_: int) -> Sequence[str]:
            new.unlink(missing_ok=True)
            return command(new)

        return argv

    one = fresh(lambda path: [PROGRAM, "--db", str(path), "import", str(csv)])
    plain = fresh(lambda path: ["sh", "-c", loads.format(shlex.quote(str(path)))])
    took = paired(one, plain, times=1)
    found = [
        Measure(f"`import` of its CSV, {MIDDLE:,}", "`sqlite-utils insert` and `enable-fts`", 3, 1.5, *took),
        Measure(f"memory of `import`, {MIDDLE:,}", "", 150, 80, took[0]),
    ]
    new.unlink(missing_ok=True)
    merged = taken([PROGRAM, "--db", str(new), "merge", str(middle)])
    new.unlink()
    return [*found, Measure(f"memory of `merge` into an empty file, {MIDDLE:,}", "", 150, 80, merged)]


def memory(middle: Path) -> list[Measure]:
    """What takes more memory the more there is, if written carelessly."""
    works = (
        "export",
        "export --format jsonl",
        "doctor",
        f"list --as-of {make_large.ENTERED.date()} --limit 50",
    )
    return [
        Measure(
            f"memory of `{words}`, {MIDDLE:,}", "", 150, 80, taken(ours(middle, words)(0), statuses=(0, 3))
        )
        for words in works
    ]


def starting(folder: Path) -> Measure:
    """How long a short list takes, against an interpreter that loads what it needs."""
    ten = folder / "10.db"
    if not ten.exists():
        make_large.build(ten, claims=10)
    bare: Argv = lambda _: [sys.executable, "-c", "import typer, sqlite3"]  # noqa: E731  # as short as the call
    took = paired(ours(ten, "list"), bare, times=2 * TIMES)
    return Measure("`list`, 10 claims, in a pipe", "`import typer, sqlite3`", 1.25, 1.1, *took)


def line(measure: Measure) -> str:
    """A row of the table."""
    one, other = measure.ours, measure.theirs
    seconds = f"{one.wall:.2f}" if other is None else f"{one.wall:.2f} : {other.wall:.2f}"
    cells = (
        measure.work, measure.against, seconds, measure.told(measure.found()), f"{one.memory / MEGABYTE:.0f} MB",
        measure.told(measure.reach), measure.told(measure.aim), "yes" if measure.reached() else "**no**",
    )  # fmt: skip  # a list of cells
    return f"| {' | '.join(cells)} |"


def size_line(middle: Path) -> str:
    """How large the file is against the CSV that it makes."""
    csv = middle.with_suffix(".csv")
    taken([PROGRAM, "--db", str(middle), "export", str(csv)])
    ratio = middle.stat().st_size / csv.stat().st_size
    reached = "yes" if ratio <= SIZE else "**no**"
    return (
        f"| size of the file, {MIDDLE:,} | its CSV | | {ratio:.2f} × | | {SIZE:.2f} × | 2.00 × | {reached} |"
    )


PAGE = """# How fast it is

Written by `make bench BENCH_CLAIMS={claims}` on {day}; how is in `benchmarks/`. Whole processes are timed from start to
end, each in turn with what it is compared with, and the least of {times} runs counts (of {long} or 1 where they are
long). Seconds are by the clock; ratios are of the time of processors, since other programs ran on the machine.
The claims are invented, the same each time, with speakers, sources, tags, moves, verdicts and evidence about as often
as trackers have them.

A machine with {cores} processors ({machine}), Python {python}, SQLite {sqlite}.

| work | against | seconds | ratio | memory | reach at least | aim | reached |
| --- | --- | --- | --- | --- | --- | --- | --- |
{lines}
{left}"""


def main() -> None:
    """Measures, prints the table as it grows, and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("--claims", type=int, default=LARGE, help="how many the large database has")
    chosen = parser.parse_args()
    os.environ["CLAIMTRACK_TODAY"] = TODAY
    small, middle, large = map(made, (SMALL, MIDDLE, chosen.claims))
    parts: dict[str, Callable[[], Iterable[str]]] = {
        "start-up": lambda: map(line, [starting(FOLDER)]),
        "commands": lambda: map(line, at_any_size(small, large, chosen.claims)),
        "what goes through many claims": lambda: map(line, of_many(middle, large, chosen.claims)),
        "memory": lambda: map(line, memory(middle)),
        "size": lambda: [size_line(middle)],
        "import and merge": lambda: map(line, coming_in(middle)),
    }
    lines: list[str] = []
    for number, measured in enumerate(parts.values(), 1):
        lines += measured()
        print(lines[-1], file=sys.stderr)
        # after each part, so that one that fails or takes too long costs only itself
        chosen.page.write_text(page_of(lines, [*parts][number:], chosen.claims), encoding="utf-8")


def page_of(lines: Sequence[str], left: Sequence[str], claims: int) -> str:
    """The text of the page, with what is not measured yet."""
    return PAGE.format(
        times=TIMES, long=LONG_TIMES, python=platform.python_version(), sqlite=sqlite3.sqlite_version,
        cores=os.cpu_count(), machine=platform.machine(), claims=claims, day=datetime.now(UTC).date(),
        lines="\n".join(lines), left=f"\nNot measured in this run: {', '.join(left)}.\n" if left else "",
    )  # fmt: skip  # the places of the page


if __name__ == "__main__":
    main()
