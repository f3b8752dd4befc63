"""`import` of candidates that were found elsewhere, as Parquet: they wait for review, each proven in its text."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from claimtrack import articles, tracker
from claimtrack.articles import table
from tests.cli.running import SOURCES

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
ON_SPARK = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]
BRIDGE = 'Published: 3 February 2025\n\n"The bridge will open by 7 June 2025," Peter Vale said. It rained.\n'
ROADS = "Published: 4 February 2025\n\nAda North said that there is a 60% chance that the road will open by May.\n"


@pytest.fixture
def news(folder):
    """A folder with two articles and what is none."""
    there = folder / "articles"
    (there / "deep").mkdir(parents=True)
    (there / "bridge.txt").write_text(BRIDGE)
    (there / "deep" / "roads.txt").write_text(ROADS)
    (there / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return there


def rows(*paths):
    """The rows of articles, as a program elsewhere would make them."""
    found = []
    for path in paths:
        article = tracker.read_article(str(path), today=date(2025, 2, 5))
        candidates = articles.candidates(article.text, article.published.first)
        found += table.rows(article, candidates, read_from=str(path))
    return found


@pytest.fixture
def found(folder, news):
    """`found(changes…)`: a file of the candidates of both articles, with changes to the first row."""

    def write(name="found.parquet", **changes):
        given = rows(news / "bridge.txt", news / "deep" / "roads.txt")
        given[0] |= changes
        parquet.write_table(pa.Table.from_pylist(given), folder / name)
        return name

    return write


def test_they_wait_as_if_they_had_been_extracted_here(run, found):
    """The same candidates with the same sources; nothing counts as a claim, and undo takes all of it back."""
    done = run(f"import {found()}")
    assert done.status == 0, done.err
    assert (
        "took in 2 articles: 2 candidates wait in 2 of them; `claimtrack review` goes through them"
        in done.err
    )
    imported, sources = run("review --by article --json").json, run("sources --json").json
    assert run("list").out == ""
    assert run("doctor").status == 0
    assert run("undo --yes").status == 0
    assert run("review --by article").status == 1
    run("--db other.db extract articles/bridge.txt articles/deep/roads.txt")
    assert imported == run("--db other.db review --by article --json").json
    facts = ("title", "url", "publisher", "published")
    extracted = run("--db other.db sources --json").json
    assert [[one[name] for name in facts] for one in sources] == [
        [one[name] for name in facts] for one in extracted
    ]


def test_what_is_there_already_is_left_out(run, found):
    """What waits, what was answered, and what was extracted here."""
    run("extract articles")
    run("review 1 --accept all")
    run("review 2 --reject all")
    run(f"import {found()}")
    assert run("review").status == 1
    assert len(run("list").lines) == 1


def test_a_dry_run_writes_nothing(folder, run, found):
    """It says what would wait."""
    done = run(f"--db claims.db import {found()} --dry-run")
    assert "took in 2 articles: 2 candidates wait in 2 of them; nothing was written" in done.err
    assert not (folder / "claims.db").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"start": 5000, "stop": 5010}, "stands nowhere in the text"),
        ({"start": -4}, "stands nowhere in the text"),
        ({"stop": 0}, "stands nowhere in the text"),
        ({"text": " "}, "stands nowhere in the text"),
        ({"quote": "The bridge will never open"}, "has a quotation that does not stand in the text"),
        ({"kind": "rumour"}, "has no kind, or no score"),
        ({"score": 7.0}, "has no kind, or no score"),
        ({"probability": 1.5}, "1.5 is no probability"),
        ({"due": "2025-02-30"}, "2025-02-30"),
        ({"source_text": "two\r\nlines"}, "is not as it is stored"),
        ({"source_text": None}, "is not as it is stored"),
        ({"source_url": "javascript:alert(1)"}, "no web address"),
        ({"source_published": "2030-01-01"}, "has not come yet"),
        ({"source_published": "soon"}, "soon"),
    ],
)
def test_what_can_not_be_is_refused_and_the_rest_taken(run, found, changes, words):
    """With the article that it is of, in a sentence."""
    done = run(f"import {found(**changes)}")
    assert done.status == 1
    (said,) = [line for line in done.err.splitlines() if "bridge.txt: " in line]
    assert words in said
    assert [one["speaker"] for one in run("review --by score --json").json] == ["Ada North"]
    assert run("doctor").status == 0


def test_a_place_elsewhere_is_no_file_here(run, found):
    """The article is known by its name there; a file of this machine by its path."""
    run(f"import {found(read_from='s3://news/2025/bridge.txt')}")
    assert "/bridge.txt" not in run("sources show 1").out
    assert run("sources --json").json[-1]["title"] == "bridge.txt"


def test_columns_that_are_not_known_may_be_missing(folder, run, news):
    """Six must be there; others are passed over."""
    given = [
        {name: row[name] for name in ("source_text", "kind", "text", "start", "stop", "score")}
        | {"colour": "red"}
        for row in rows(news / "bridge.txt")
    ]
    given[0]["source_title"] = "The bridge"
    parquet.write_table(pa.Table.from_pylist(given), folder / "few.parquet")
    assert run("import few.parquet").status == 0
    assert run("review --json").json[0]["speaker"] is None


def test_other_parquet_is_refused(folder, run, news):
    """With what it lacks; so is a file that is broken."""
    run("add 'The pool opens' -s 'Ada North' --due 2025-06")
    run("export claims.parquet")
    (folder / "broken.parquet").write_bytes(b"PAR1 and no more")
    parquet.write_table(pa.table({"a": [1]}), folder / "other.parquet")
    for name, words in (
        ("claims.parquet", "not of candidates: it has no source_text"), ("other.parquet", "not of candidates"),
        ("broken.parquet", "can't be read as Parquet"),
    ):  # fmt: skip  # a row a case
        done = run(f"import {name}")
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert words in done.err
    assert run(f"import {news}").status == 2


def test_the_format_may_be_named_and_stands_in_the_list(run, found):
    """Options for claims are refused with it."""
    assert "candidates" in run("import --formats").out
    assert run(f"import {found()} --format candidates").status == 0
    assert run(f"import {found()} --strict").status == 2
    assert run(f"import {found()} --format csv").status != 0


@pytest.mark.usefixtures("news")
def test_spark_reads_a_folder_of_articles(run, folder):
    """By the program of docs/scale.md in local mode, where PySpark and Java are installed; its folder is imported."""
    pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if not shutil.which("java"):
        pytest.skip("java is not installed")
    (folder / "found.py").write_text(ON_SPARK)
    here = {"PYTHONPATH": SOURCES, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    subprocess.run([sys.executable, "found.py"], env={**os.environ, **here}, check=True, timeout=300)
    done = run("import found.parquet")
    assert "took in 2 articles: 2 candidates wait in 2 of them" in done.err
    spoken = {one["speaker"]: one["probability"] for one in run("review --by score --json").json}
    assert spoken == {"Peter Vale": None, "Ada North": 0.6}
    assert Path(run("sources show 1 --json").json["text"]["read_from"]).exists()
