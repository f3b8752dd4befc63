"""Nothing from outside reaches a terminal raw: every command, with a file and arguments that are out to steer it."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sqlite3
from contextlib import closing

import pytest

from claimtrack import tracker
from claimtrack.cli import FAMILIES
from claimtrack.store.schema.text_rules import TABLES
from tests.builders import a_database
from tests.cli.conftest import LAKE
from tests.cli.running import ENDLESS, PAINT

# An escape sequence in both forms, a bell, a backspace, and every mark that turns the direction of text.
HOSTILE = "\x1b[31m\x1b]0;owned\x07\x9b2J\x08\u202e\u202a\u2066\u2069\u200e\u200f\u061c"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OURS = re.compile(
    rf"{PAINT.pattern}|\r\x1b\[K|\^D\x08\x08|\r\n"
)  # paint, the bar, and what a terminal echoes
WORDS = f"evil{HOSTILE}name"
# Columns that hold no text of anybody's: what they hold is checked, computed, or compared.
FORMED = (
    "uid",
    "body",
    "kind",
    "act",
    "stance",
    "answer",
    "sha256",
    "outcome",
    "status",
    "rung",
    "verb",
    "at",
)
FORMED_ENDS = ("_first", "_last", "_at", "_spans", "key", "added", "judged")
# What is typed; {} stands for words that are hostile, typed or in the name of a file.
TYPED = """
--help
--version
nosuch{}
--db {} list
list
list --ids
list --json
list --fields id,text,note
list --speaker {}
list --tag {}
list --via {}
list --source {}
list --search {}
list --due {}
list --sort {}
list --slipped
list --as-of {}
search evil
search {}
show 1 2 3
show 1 --history
show {}
due
due --within {}
due --json
speakers
speakers show evil
speakers show {}
speakers add {}
speakers alias evil {}
speakers rename evil {}
speakers merge {} evil
sources
sources show 1
sources show {}
sources add {}.txt --published 2025-02-01
sources add {} --url {}
sources edit 1 --title {}
sources merge 2 1
sources verify --all
sources verify {}
stats
stats --by tag
stats --by judge
stats --by {}
stats --speaker evil
stats --csv
timeline
add {} -s {}
add {} -s {} --new-speaker -d {} --json
add text -s evil
add text -s {} --source {} --tag {}
add text -s {} --like {}
resolve 1 {}
resolve 2 failed --rating {} --reason {} --judge {} --overrule
resolve 2 kept
resolve {} kept
unresolve 2 --reason {}
evidence 1 {}
evidence 1 --quote {}
move 1 --due {}
move 1 --due 2026 --note {}
repeat 1 --said {}
repeat 3 --source {}
edit 1 --text {}
edit 2 --tag {} --untag {}
edit 1 --replaces {}
history
history --json
history {}
undo
undo --yes
delete 3
delete 3 --yes
delete 2 --forever --yes
extract {}.txt
extract {}.txt --published 2025-02-01
extract folder
extract {}
review
review --accept 1 -s {}
review --accept all
review {} --reject {}
import {}.csv
import {}.csv --dry-run --strict
import {}.jsonl --keep-rest
import {}
import --formats
import {}.csv --format {}
import {}.csv --map {}
merge {}.db --dry-run
merge {}.db
merge {}
export
export --format jsonl
export --format md --private
export --format json
export --format ics
export --format atom --base-url https://example.org/
export --format {}
export {}.html
export out{}.csv
export site{}.db
report {}.html --title {}
report no{}/x.html
backup copy{}.db
backup {}.db
doctor
doctor --head {}
doctor --json
serve --port {}
--db {}.txt list
--db {}.txt doctor
"""
LINES = ["", *TYPED.strip().split("\n")]


def filled_with_words(path):
    """The file, where another program wrote hostile words into every text of everybody's, past every rule."""
    with closing(sqlite3.connect(path, isolation_level=None)) as shell:
        shell.create_function("fold", 1, str)
        shell.create_function("begins", 2, lambda *_: True)
        shell.execute("PRAGMA ignore_check_constraints = ON")
        rules = shell.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in rules:
            shell.execute(f"DROP TRIGGER {name}")
        for table in TABLES:
            for _, column, kind, *_ in shell.execute(f"PRAGMA table_info({table})").fetchall():
                if kind == "TEXT" and column not in FORMED and not column.endswith(FORMED_ENDS):
                    shell.execute(
                        f"UPDATE {table} SET {column} = {column} || ? WHERE {column} IS NOT NULL", (WORDS,)
                    )
        for _, sql in rules:
            shell.execute(sql)


@pytest.fixture(scope="session")
def made(filled, tmp_path_factory):
    """A folder of files whose names and contents are hostile, beside a database of such words; made once."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "folder").mkdir()
    text = LAKE.replace("Lind", f"Lind{WORDS}").replace("bridge", f"bridge{WORDS}")
    for path in (folder / f"{WORDS}.txt", folder / "folder" / f"{WORDS}.txt"):
        path.write_text(text, encoding="utf-8")
    with a_database(shutil.copy(filled, folder / "claims.db"), who="Jane") as db:
        tracker.extract(db, str(folder / f"{WORDS}.txt"), published="2025-02-05")
        tracker.add(
            db, "A second one", "Cleo East", tags="wicked", via="somebody", source="evil", url="https://example.org/e"
        )  # fmt: skip  # as short as the call
        for suffix in ("csv", "jsonl"):
            out = io.StringIO()
            tracker.export(db, out, file_format=suffix)
            (folder / f"{WORDS}.{suffix}").write_text(
                out.getvalue().replace("North", WORDS), encoding="utf-8"
            )
    with a_database(shutil.copy(folder / "claims.db", folder / f"{WORDS}.db"), who="Bo") as db:
        tracker.add(db, "The lake freezes", f"Bo {WORDS}", new_speaker=True)
    filled_with_words(folder / "claims.db")
    return folder


@pytest.fixture
def evil(made, folder):
    """That folder, to work in."""
    shutil.copytree(made, folder, dirs_exist_ok=True)


def test_every_command_is_tried():
    """A new command gets a line above."""
    named = {line.split()[0] for line in LINES if line and not line.startswith("-")}
    assert {name for family in FAMILIES.values() for name in family} - set(ENDLESS) <= named


@pytest.mark.usefixtures("evil")
@pytest.mark.parametrize("line", LINES)
def test_nothing_raw_comes_out(run, terminal, line):
    """In a pipe, where only an export keeps what it is given, and on a terminal, whose colours are our own."""
    line = line.replace("{}", shlex.quote(WORDS))
    piped = run(line)
    assert RAW.findall(piped.err) == []
    marks = "\u061c\u200e\u200f\u202a\u202e\u2066\u2069" if line.startswith("export") else ""
    assert [one for one in RAW.findall(piped.out.replace("\r\n", "\n")) if one not in marks] == []
    shown = terminal(line, typed="n\nn\nn\nq\n\x04")
    assert (
        RAW.findall(
            PAINT.sub("", shown.out).replace("\r\x1b[K", "").replace("^D\x08\x08", "").replace("\r\n", "\n")
        )
        == []
    )
