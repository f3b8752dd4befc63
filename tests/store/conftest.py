"""A file of a few claims as the plain sqlite3 shell sees it, for the tests of what the file itself refuses."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from tests.builders import CLAIM, URL, a_claim, a_database, a_judged_claim, plain_sqlite


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A file with three claims, a source, evidence, a tag and an alias, in the plain sqlite3 shell."""
    db = a_database(tmp_path_factory.mktemp("guards") / "claims.db")
    a_claim(db, "The bridge will open", tags="bridges")
    a_claim(db, "The road will open", due="2025-01", source="Notes", url=URL)
    a_judged_claim(db, text="The lake is blue")
    tracker.add_evidence(db, CLAIM, ["https://example.org/seen"])
    tracker.alias_speaker(db, "Ada North", ["Ада Норт"])
    with plain_sqlite(db) as connection:
        yield connection


@pytest.fixture
def shell(opened):
    """That shell, in a transaction that goes with the test."""
    opened.execute("BEGIN")
    yield opened
    opened.execute("ROLLBACK")


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """A file that generated claims are added to, example after example."""
    with a_database(tmp_path_factory.mktemp("generated") / "claims.db") as db:
        a_claim(db)
        yield db
