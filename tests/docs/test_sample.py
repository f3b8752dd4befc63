"""The committed sample holds what its example builds."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

from claimtrack import tracker
from claimtrack.model import Filters

ROOT = Path(__file__).parents[2]
ON = date(2025, 2, 5)


def built(tmp_path):
    """A database freshly built from examples/kursk.jsonl."""
    spec = importlib.util.spec_from_file_location("build_sample", ROOT / "examples" / "build_sample.py")
    sample = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sample)
    sample.build(tmp_path / "claims.db")
    return tmp_path / "claims.db"


def records(path):
    """Every claim of a database with its verdicts, in order of id."""
    with tracker.open_database(path, today=ON) as db:
        claims = tracker.list_claims(db, Filters(sort="added", reverse=True)).claims
        return [(claim, tracker.show(db, claim.id).verdicts) for claim in claims]


def test_the_committed_sample_holds_what_the_example_builds(tmp_path):
    """claims.db is what `make sample` makes, record by record."""
    assert records(ROOT / "claims.db") == records(built(tmp_path))


def test_the_committed_sample_is_whole():
    """Its log replays to its records, and its chain holds."""
    with tracker.open_database(ROOT / "claims.db", today=ON) as db:
        assert tracker.examine_database(db).faults == ()


def test_the_sample_is_as_vague_as_the_article():
    """The article never says on which day anyone spoke, so no claim of the sample does."""
    assert {claim.said for claim, _ in records(ROOT / "claims.db")} == {None}


def test_the_deadlines_of_the_sample_are_second_hand_and_missed():
    """Putin's two dates are relayed by an expert, and both were missed, with a reason."""
    deadlines = [claim for claim, _ in records(ROOT / "claims.db") if claim.kind == "deadline"]
    assert [str(claim.due) for claim in deadlines] == ["2025-01-07", "2025-01-20"]
    assert {(claim.speaker, claim.via, claim.outcome_label) for claim in deadlines} == {
        ("Vladimir Putin", "an expert", "missed")
    }
    assert all(claim.reason for claim in deadlines)


def test_a_record_of_the_sample_names_its_source():
    """Every claim is from the one article, whose facts are stored once."""
    sources = {claim.source._replace(id=0, uid="") for claim, _ in records(ROOT / "claims.db")}
    assert [(source.publisher, str(source.published)) for source in sources] == [
        ("telegraf.org.ua", "2025-02-05")
    ]
