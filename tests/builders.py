"""Databases and claims for tests, with only what matters to the test written out."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from claimtrack import tracker

TODAY = date(2025, 2, 5)
START = datetime(2025, 2, 5, 9, 0, tzinfo=UTC)
URL = "https://example.org/notes"
ROOT = bytes(32)
# In the file that the tests of the guards share: a bare claim, one due by the end of January, one that failed.
CLAIM, DUE, JUDGED = 1, 2, 3


def a_clock(start=START, step=timedelta(seconds=1)):
    """A clock that goes on by `step` each time it is looked at."""
    ticks = count()
    return lambda: start + next(ticks) * step


def an_entropy():
    """Random bytes that are the same in every run, and never the same twice."""
    numbers = count(1)
    return lambda length: next(numbers).to_bytes(length, "big")


def a_database(path, *, told=None, today=TODAY, clock=None, **options):
    """The database at `path`, on the fixed day; what a person should read is appended to `told`."""
    tell = (lambda _: None) if told is None else told.append
    return tracker.open_database(
        path, today=today, clock=clock or a_clock(), entropy=an_entropy(), tell=tell, **options
    )


@contextmanager
def a_fresh_database(**options):
    """A database in a folder that goes with it, for tests that run many examples."""
    with TemporaryDirectory() as folder, a_database(Path(folder) / "claims.db", **options) as db:
        yield db


def a_claim(db, text="The bridge will open", speaker="Ada North", **given):
    """A claim, recorded even where it is there already."""
    return tracker.add(db, text, speaker, force=True, **given)


def a_judged_claim(db, outcome="failed", *, text="The bridge will open", speaker="Ada North", **given):
    """A claim with a verdict."""
    tracker.resolve(db, a_claim(db, text, speaker, **given).id, outcome)
    return tracker.show(db, "last").claim


@contextmanager
def plain_sqlite(db):
    """The file as the plain sqlite3 shell opens it: foreign keys off, none of our settings."""
    db.close()
    with closing(sqlite3.connect(db.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection


_uids = count(1)


def a_uid(prefix="0000"):
    """A uid that no other thing has; a greater `prefix` makes it newer."""
    return f"{prefix}{next(_uids):0{26 - len(prefix)}}"


DEFAULTS = {
    "speaker": lambda: {"uid": a_uid(), "name": "Cleo East", "key": "cleo east"},
    "alias": lambda: {"speaker_id": 1, "name": "Cleo", "key": "cleo"},
    "source": lambda: {"uid": a_uid(), "title": "Notes from the border"},
    "claim": lambda: {
        "uid": a_uid(), "kind": "prediction", "speaker_id": 1, "text": "Rain by noon",
        "created_at": "2025-02-05T09:00:00Z", "updated_at": "2025-02-05T09:00:00Z",
    },
    "claim_tag": lambda: {"claim_id": 1, "tag": "budget"},
    "appearance": lambda: {"uid": a_uid(), "claim_id": 1, "said_first": "2025-01-01", "said_last": "2025-01-31"},
    "contradiction": lambda: {"claim_id": 1, "other_id": 2},
    "verdict": lambda: {"uid": a_uid("01ZZ"), "claim_id": 1, "act": "judge", "outcome": "failed"},
    "evidence": lambda: {"uid": a_uid(), "claim_id": 1, "url": URL, "added": "2025-02-05"},
    "change": lambda: {
        "seq": 1, "uid": a_uid("01ZZ"), "at": "2025-02-05T09:00:00Z", "verb": "add", "body": '{"ops":[],"v":1}',
        "prev": ROOT, "hash": bytes(31) + b"\1",
    },
    "touched": lambda: {"claim_id": 1, "seq": 1},
}  # fmt: skip  # a row that the file accepts, a table


def insert(connection, table, *, how="INSERT", **columns):
    """Writes a row as any SQL program would, made valid by what is not given, and returns its row number."""
    row = DEFAULTS[table]() | columns
    return connection.execute(
        f"{how} INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
    ).lastrowid


def refuses(connection, table, *, how="INSERT", **columns):
    """Whether the file refuses the row."""
    try:
        insert(connection, table, how=how, **columns)
    except (sqlite3.IntegrityError, sqlite3.OperationalError):
        return True
    return False
