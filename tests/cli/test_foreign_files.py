"""`import` of files that other programs wrote, and of one's own by a map."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.unit.exchange.foreign.reading import TRACKER

SAMPLES = Path(__file__).parents[1] / "formats"
PROMISES = """id,title,category,deadline,status,budget
1,The bridge opens,roads|water,20.01.2025,Achieved,
2,The dam is full,,ongoing,In progress,7 million
3,Tolls end,roads,31.02.2025,Broken,
"""
# How many claims there are in each sample, how many of them moved, and rows that are refused.
CLAIMS = {
    "bayesian_predictions.json": (2, 0, 0),
    "claimbuster_crowdsourced.csv": (3, 0, 0),
    "claimreview_old_creativework.json": (1, 0, 0),
    "claimreview_page.json": (1, 0, 0),
    "datacommons_factcheck_flat.jsonl": (2, 0, 0),
    "datacommons_feed.json": (1, 0, 0),
    "factcheck_tools_claims_search.json": (2, 0, 1),
    "fatebook.csv": (5, 0, 0),
    "liar_train.tsv": (3, 0, 0),
    "manifold_markets.json": (4, 0, 0),
    "metaculus_forecast_data.csv": (2, 1, 0),
    "metaculus_question_data.csv": (2, 0, 0),
    "multifc_train.tsv": (2, 0, 0),
    "politifact_kaggle.jsonl": (2, 0, 0),
    "prediction_tracker_amodei.yaml": (1, 0, 0),
    "predictionbook_my_predictions.json": (2, 0, 0),
    "predictionbook_scrape.json": (3, 1, 0),
    "promise_tracker_nz.csv": (2, 0, 0),
    "promise_tracker_satya.json": (2, 0, 0),
    "promise_tracker_tinubu.json": (2, 0, 0),
    "promise_tracker_uk.csv": (2, 0, 0),
    "trumptracker_data.json": (2, 0, 0),
}
# Claims that have neither an id nor an address in the original.
NO_ORIGIN = {"bayesian_predictions.json": 2, "factcheck_tools_claims_search.json": 1}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """A day after everything in the samples."""
    monkeypatch.setenv("CLAIMTRACK_TODAY", "2026-11-28")


@pytest.fixture
def sample(folder):
    """Copies a sample here under a name that tells nothing, and gives that name."""

    def copied(name, to="data.txt"):
        shutil.copy(SAMPLES / name, folder / to)
        return to

    return copied


@pytest.fixture
def tracker(folder):
    """The table of promises and its map."""
    (folder / "promises.csv").write_text(PROMISES, encoding="utf-8")
    (folder / "tracker.toml").write_text(TRACKER, encoding="utf-8")


def claims(run):
    """Every claim of the record, oldest first."""
    return sorted(run("list --json").json, key=lambda claim: claim["id"])


@pytest.mark.parametrize("name", sorted(CLAIMS))
def test_every_sample_is_read_and_the_second_time_changes_nothing(run, sample, name):
    """Whatever the file is called; a row that can't be read makes the exit status 1 each time."""
    count, moved, refused = CLAIMS[name]
    file = sample(name)
    assert run(f"import {file} --speaker 'Ada North'").status == (1 if refused else 0)
    before = claims(run)
    assert len(before) == count
    assert sum(claim["replaces"] is not None for claim in before) == moved
    assert len({claim["origin"] for claim in before if claim["origin"]}) >= count - NO_ORIGIN.get(name, 0)
    again = run(f"import {file} --speaker 'Ada North'")
    assert again.status == (1 if refused else 0)
    assert f"{count} same" in again.err + again.out
    assert claims(run) == before
    assert run("doctor").status == 0


def test_the_format_is_said_aloud_and_may_be_overruled(run, sample):
    """A file that is told to be in another format is read as that, or refused as that."""
    file = sample("liar_train.tsv")
    done = run(f"import {file} --dry-run")
    assert "read as liar" in done.err
    wrong = run(f"import {file} --format manifold --dry-run")
    assert wrong.status == 2
    assert len(wrong.err.splitlines()) == 1


def test_a_format_that_is_not_there_is_told_with_the_nearest(run, sample):
    """And how to list them."""
    done = run(f"import {sample('fatebook.csv')} --format fatbook")
    assert (done.status, done.err) == (
        2,
        "claimtrack: There is no format 'fatbook'; did you mean fatebook?\n",
    )


def test_formats_are_listed(run):
    """Ours and those of others, with what each is."""
    done = run("import --formats")
    assert done.status == 0
    names = [line.split()[0] for line in done.lines]
    assert {"csv", "json", "jsonl", "fatebook", "claimreview", "trumptracker"} <= set(names)
    assert all(len(line.split()) > 1 for line in done.lines)


def test_a_file_in_no_format_says_what_to_do(run, folder):
    """Name the format, or give a map."""
    (folder / "notes.txt").write_text("Ada North said that.\n", encoding="utf-8")
    done = run("import notes.txt")
    assert done.status == 2
    assert "--format" in done.err
    assert "--map" in done.err


def test_a_file_without_a_speaker_needs_one(run, sample):
    """For all of its rows."""
    file = sample("trumptracker_data.json")
    done = run(f"import {file}")
    assert (done.status, done.err.splitlines()[-1]) == (
        2, f"claimtrack: {file} names no speaker; say whose the claims are with --speaker NAME.",
    )  # fmt: skip  # one line each
    assert run(f"import {file} --speaker 'Ada North'").status == 0
    assert {claim["speaker"] for claim in claims(run)} == {"Ada North"}


@pytest.mark.usefixtures("tracker")
def test_a_map_reads_a_table_of_ones_own(run):
    """Good rows go in, and the one with a day that does not exist is named by its line and column."""
    done = run("import promises.csv --map tracker.toml")
    assert done.status == 1
    assert "line 4" in done.err
    assert "deadline" in done.err
    bridge, dam = claims(run)
    assert (bridge["due"], bridge["outcome"], bridge["rating"], bridge["tags"], bridge["origin"]) == (
        "2025-01-20", "held", "Achieved", ["roads", "water"], "tracker 1",
    )  # fmt: skip  # as the row
    assert (dam["due"], dam["status"], dam["tags"]) == (None, "unresolved", ["In progress"])


@pytest.mark.usefixtures("tracker")
def test_what_has_no_field_is_listed_and_kept_where_that_is_wanted(run):
    """In the note, by its column."""
    assert "budget (1)" in run("import promises.csv --map tracker.toml").out
    assert claims(run)[1]["note"] is None
    run("import promises.csv --map tracker.toml --keep-rest")
    assert "budget: 7 million" in claims(run)[1]["note"]


@pytest.mark.usefixtures("tracker")
def test_columns_that_a_map_asks_for_in_vain_are_told(run, folder):
    """The map may name another table's."""
    (folder / "promises.csv").write_text("id,title\n1,The bridge opens\n", encoding="utf-8")
    done = run("import promises.csv --map tracker.toml")
    assert done.status == 0
    assert [line for line in done.err.splitlines() if "the map asks for" in line] == [
        f"the map asks for {name}, which the file does not have"
        for name in ("deadline", "status", "category")
    ]


@pytest.mark.usefixtures("tracker")
def test_a_wrong_map_is_one_sentence_with_its_key(run, folder):
    """And nothing is written."""
    (folder / "tracker.toml").write_text(TRACKER.replace('"held"', '"hold"'), encoding="utf-8")
    done = run("import promises.csv --map tracker.toml")
    assert done.status == 2
    assert done.err.startswith(
        "claimtrack: tracker.toml: outcomes.Achieved is 'hold'; say one of held, partly"
    )
    assert not (folder / "claims.db").exists()


def test_an_instant_is_a_day_in_a_zone_that_is_said_once(run, folder):
    """The day of Kyiv begins before that of UTC."""
    market = json.loads((SAMPLES / "manifold_markets.json").read_text(encoding="utf-8"))[0]
    (folder / "markets.json").write_text(
        json.dumps([{**market, "createdTime": 1738792800000}]), encoding="utf-8"
    )
    done = run("import markets.json")
    assert done.err.count("UTC") == 1
    assert "--zone" in done.err
    assert [claim["said"] for claim in claims(run)] == ["2025-02-05"]
    assert run("import markets.json --zone Mars/Base").status == 2
    assert run("import markets.json --zone Europe/Kyiv").status == 0
    assert [claim["said"] for claim in claims(run)] == ["2025-02-06"]


def test_ratings_that_made_no_outcome_are_counted(run, sample):
    """They are kept as they are."""
    done = run(f"import {sample('datacommons_factcheck_flat.jsonl')}")
    assert "ratings kept without an outcome: Pants on Fire (1), Half True (1)" in done.lines


def test_an_empty_file_is_said_to_be_empty(run, folder):
    """As an export without forecasts is."""
    (folder / "empty.csv").write_text("", encoding="utf-8")
    done = run("import empty.csv")
    assert (done.status, done.out) == (0, "0 new\n")
    assert "an empty file" in done.err
