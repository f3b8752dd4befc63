"""Whether the schema of a file is what this version makes: a rule that is not there forbids nothing.

Each write compares a digest of all that stands in `sqlite_schema`, which takes a third of a millisecond; `doctor` names
what differs. Views, plain indexes and tables that somebody added are theirs, and so is a trigger that only forbids;
one that writes, and a unique index on a table of ours, are not.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import UnusableError
from claimtrack.model.text import counted
from claimtrack.store.digests import sha256
from claimtrack.store.schema import tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

# Tells what the program made from a view or an index that somebody added, which stays.
MARK = "/* made by claimtrack */"
# Of what this version makes. A change of the schema is a migration appended, and the new digest here.
MADE = (15, "913a187dcd75eb6b8a4a9a24e03629a1017b0e38c84186ab25b61c339fbe4017")
FULL_TEXT = "claim_fts"
_MIGRATIONS_RUN = "_sqlite_migrations"  # the account that sqlite-utils keeps
_FORBIDS = re.compile(
    r"\bBEGIN(\s*SELECT\s+RAISE\s*\(\s*(ABORT|FAIL|ROLLBACK)\b[^;]*;)+\s*END\s*$", re.IGNORECASE
)


class Part(NamedTuple):
    """One thing in the schema: its kind, its name, the table that it is of, and the statement that made it."""

    kind: str
    name: str
    table: str
    sql: str

    @property
    def label(self) -> str:
        """As it is named in a sentence."""
        where = f" on {self.table}" if self.kind in ("trigger", "index") else ""
        return f"{self.kind} {self.name}{where}"


class Difference(NamedTuple):
    """A part that is missing, was changed or is not ours, and the sentence that says so."""

    part: Part
    how: str

    @property
    def foreign(self) -> bool:
        """Whether the part is not ours."""
        return self.how == FOREIGN

    def __str__(self) -> str:
        if self.how == MISSING and self.part.name in tables_made():
            return f"The {self.part.label} {self.how}, with all that it held; go back to a copy."
        advice = "takes it off" if self.foreign else "makes it again"
        return f"The {self.part.label} {self.how}; `claimtrack doctor --repair` {advice}."


MISSING, CHANGED, FOREIGN = "is missing", "is not what claimtrack made", "is not claimtrack's"


def tables_made() -> frozenset[str]:
    """The names of our tables, those of the full text not among them."""
    words = [statement.split(maxsplit=3)[:3] for migration in tables.MIGRATIONS for statement in migration]
    dropped = {name for *what, name in words if what == ["DROP", "TABLE"]}
    # one that was built anew was made once more after it was dropped
    made = [name for *what, name in words if what == ["CREATE", "TABLE"]]
    return frozenset(name for name in made if name not in dropped or made.count(name) > 1)


def parts(connection: sqlite3.Connection, names: Collection[str] = ()) -> frozenset[Part]:
    """What the schema has of ours, of things with the `names` given, and of rules on our tables, whoever made them."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    all_ = [Part(*row) for row in rows.fetchall()]
    ours = {part.name.casefold() for part in all_ if f"{part.name} {MARK}" in part.sql}
    ours |= tables_made() | {*names}
    return frozenset(_of_ours(all_, ours))


def _of_ours(all_: list[Part], ours: set[str]) -> Iterator[Part]:
    for part in all_:
        table = part.table.casefold()
        if table.startswith(f"{FULL_TEXT}_"):
            if part.kind in ("table", "trigger"):  # how FTS5 words its own tables is its own affair
                yield part if part.kind == "trigger" else part._replace(sql="")
        elif part.name.casefold() in ours or _is_a_rule(part, table, ours):
            yield part


def _is_a_rule(part: Part, table: str, ours: set[str]) -> bool:
    """Whether a part that is not ours has a say in what is written to our tables."""
    if part.kind == "trigger":
        return table in {*ours, _MIGRATIONS_RUN} and not _only_forbids(part.sql)
    return part.sql.startswith("CREATE UNIQUE") and table in ours


def _only_forbids(trigger: str) -> bool:
    """Whether a trigger does nothing but refuse: a rule of somebody's own, which changes no record and says so."""
    return bool(_FORBIDS.search(trigger))


def made() -> sqlite3.Connection:
    """An empty file of this version in memory, to compare with; to be closed."""
    from claimtrack.store.schema import second_half  # noqa: PLC0415  # only where a file differs

    empty = sqlite3.connect(":memory:", isolation_level=None)
    second_half.make_all(empty)
    return empty


def expected() -> frozenset[Part]:
    """What the schema of a file of this version has."""
    with closing(made()) as empty:
        return parts(empty, {row[0] for row in empty.execute("SELECT name FROM sqlite_schema")})


def digest(connection: sqlite3.Connection) -> str:
    """The SHA-256, in hexadecimal, of all triggers, of what we made and of what is unique in our tables."""
    (words,) = connection.execute(
        """SELECT group_concat(words, char(10)) FROM (
          SELECT type || ' ' || name || ' ' || tbl_name || ' ' || sql AS words FROM sqlite_schema
          WHERE type = 'trigger' OR instr(sql, :mark) OR (
            tbl_name IN (SELECT value FROM json_each(:tables)) AND (type = 'table' OR sql LIKE 'CREATE UNIQUE%'))
          ORDER BY words)""",
        {"mark": MARK, "tables": str([*tables_made()]).replace("'", '"')},
    ).fetchone()
    return sha256((words or "").encode()).hex()


def differences(connection: sqlite3.Connection) -> list[Difference]:
    """What in the schema is not what this version makes, in the order of names."""
    due = {(part.kind, part.name): part for part in expected()}
    found = {(part.kind, part.name): part for part in parts(connection, {name for _, name in due})}
    wrong = [Difference(part, MISSING) for key, part in due.items() if key not in found]
    wrong += [Difference(part, CHANGED) for key, part in found.items() if key in due and part != due[key]]
    wrong += [Difference(part, FOREIGN) for key, part in found.items() if key not in due]
    return sorted(wrong)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Sees that every rule of the record is in force before something is written.

    Raises:
        UnusableError: where the schema is not what this version makes.
    """
    # whatever it is that differs, the slower comparison decides whether it matters
    if (tables.version(), digest(connection)) == MADE:
        return
    if wrong := differences(connection):
        others = f", and {counted(len(wrong) - 1, 'other difference')}" if wrong[1:] else ""
        raise UnusableError(
            f"{path} was changed by another program: the {wrong[0].part.label} {wrong[0].how}{others};"
            " run `claimtrack doctor`, and `claimtrack doctor --repair`."
        )
