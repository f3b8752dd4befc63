"""How SQLite means to answer the queries that a piece of the program runs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, contextmanager
from typing import NamedTuple

from claimtrack.model.text import begins
from claimtrack.store import connection as store_connection

# What grows with the claims, by the names that queries give it; of speakers and sources there are fewer.
STOPS = re.compile(r" ORDER BY .* LIMIT |^SELECT EXISTS ", re.DOTALL)
# Indexes of few claims, and the one along which SQLite counts all rows of the table.
FEW = ("claim_deleted", "claim_text_key")
LARGE = ("claim", "claim_tag", "verdict", "evidence", "appearance", "touched", "change")


class Plan(NamedTuple):
    """One statement as it was run, and the steps in which SQLite answers it."""

    statement: str
    steps: tuple[str, ...]


@contextmanager
def explained(path, monkeypatch):
    """Listens to what is run; what it gives explains that afterwards, in the database at `path`."""
    statements = []
    prepare = vars(store_connection)["_prepare"]

    def listen(connection):
        prepare(connection)
        connection.set_trace_callback(statements.append)

    with monkeypatch.context() as patched:
        patched.setattr(store_connection, "_prepare", listen)
        yield lambda: _explained(path, statements)


def _explained(path, statements):
    with closing(sqlite3.connect(path)) as shell:
        shell.create_function("fold", 1, str.casefold, deterministic=True)
        shell.create_function("begins", 2, begins, deterministic=True)
        asked = [one for one in dict.fromkeys(statements) if re.match(r"(SELECT|WITH|UPDATE|DELETE) ", one)]
        return [
            Plan(one, tuple(row[3] for row in shell.execute(f"EXPLAIN QUERY PLAN {one}"))) for one in asked
        ]


def looks_at_everything(plan):
    """Whether a large table is gone through to its end: neither in order until there is enough, nor to count it."""
    names = {alias for table in LARGE for alias in _aliases(plan.statement, table)}
    until_enough = STOPS.search(plan.statement) and "USE TEMP B-TREE FOR ORDER BY" not in plan.steps
    for step in plan.steps:
        found = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?$", step)
        if found and found[1] in names and found[2] not in FEW and not until_enough:
            return True
    return False


def _aliases(statement, table):
    """The names under which the statement reads the table."""
    found = re.findall(rf"\b{table}\b(?: (?:AS )?([a-z]\w*))?", statement)
    return {table, *filter(None, found)}
