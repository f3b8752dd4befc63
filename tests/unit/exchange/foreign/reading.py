"""Reads foreign files as the program does, for tests that look at the records alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claimtrack.exchange.foreign.days import Days, zone_named
from claimtrack.exchange.foreign.files import told
from claimtrack.exchange.foreign.mapped import read_by
from claimtrack.exchange.foreign.spec import parse
from claimtrack.exchange.foreign.texts import Given

SAMPLES = Path(__file__).parents[3] / "formats"
TODAY = date(2026, 11, 28)

# A map of somebody's own, of promises in a table.
TRACKER = """
format = "csv"
[fields]
text = "title"
due = { from = "deadline", empty = ["ongoing", "n/a"], written = "%d.%m.%Y" }
speaker = { is = "Ada North" }
rating = "status"
origin = "id"
tags = { from = "category", split = "|" }
[outcomes]
Achieved = "held"
Broken = "failed"
Compromised = "partly"
[defaults]
kind = "promise"
"""


def days(zone="UTC"):
    """What reads dates, on a day after all of the samples."""
    return Days(zone_named(zone), TODAY)


def given(content, name="file"):
    """A file with that content: text, or bytes."""
    return Given(name, data=content if isinstance(content, bytes) else content.encode())


def rows_of(file, *, speaker=None, zone="UTC"):
    """The rows of a sample by its name, or of a file that was given, in the format that its content tells."""
    file = Given(file, SAMPLES / file) if isinstance(file, str) else file
    return list(told(file).read(file, days(zone), speaker))


def mapped(toml, content, *, speaker=None, zone="UTC"):
    """The rows of a file that a map of one's own reads."""
    by = parse(toml, name="tracker", where="tracker.toml")
    return list(read_by(by, given(content), days(zone), speaker))


class Told(dict):
    """A record, in which whatever the file does not tell is null."""

    def __missing__(self, name):
        return None


def taken(rows):
    """The records of the rows that can be taken."""
    return [Told(row.record) for row in rows if not row.faults]


def faults(rows):
    """Line, column and reason of everything that is wrong."""
    return [(row.line, fault.column, fault.reason) for row in rows for fault in row.faults]


def outcomes(rows):
    """How each claim came out: its outcome, `resolved` without one, or null."""
    return [one["outcome"] or (one["status"] == "resolved" and "resolved") or None for one in taken(rows)]
