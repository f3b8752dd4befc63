"""`export` to Parquet: the same figures, by the same SQL, wherever it is read."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.dataset
import pytest

from claimtrack import tracker
from tests.builders import a_claim, a_database, a_judged_claim

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
SCOREBOARD = re.search(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]


@pytest.fixture
def dataset(folder, run):
    """The folder of Parquet of some claims, of two years and of none."""
    with a_database(folder / "claims.db") as db:
        for number, outcome in enumerate(["held", "failed", "failed", "partly", "void"]):
            a_judged_claim(db, outcome, text=f"Thing {number}", due="2024-05", tags=["works", "water"])
        a_judged_claim(db, "held", text="A chance", probability=0.8)
        a_judged_claim(db, "held", text="Relayed", via="an aide")
        a_claim(db, "Late", speaker="Bo Lund", due="2025-01-07/2025-01-20")
        a_claim(db, "Moved", speaker="Bo Lund", due="2025-01-07")
        tracker.move(db, "last", due="2025-01-09", said="2025-01-08")
        a_claim(db, "somebody said", speaker="the expert", unnamed=True)
        assert run("export claims.parquet").err == "wrote 11 claims to claims.parquet\n"
        yield folder / "claims.parquet", tracker.stats(db)


def figures(rows):
    """The scoreboard's figures by speaker."""
    return {
        row[0]: tuple(None if value is None else round(float(value), 9) for value in row[1:]) for row in rows
    }


def expected(table):
    """The same of the rows of `stats`: what speakers said themselves."""
    return figures(
        (row.name, row.claims, row.decided, row.held, row.failed, row.overdue, row.brier)
        for row in table.rows
        if not row.second_hand
    )


def test_duckdb_has_the_figures_of_stats(dataset):
    """By the query of docs/scale.md."""
    path, table = dataset
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW claims AS SELECT * FROM read_parquet('{path}/**/*.parquet')")
        assert figures(connection.execute(SCOREBOARD).fetchall()) == expected(table)


def test_polars_has_the_figures_of_stats(dataset):
    """By the same query, where Polars is installed."""
    polars = pytest.importorskip("polars", reason="polars is not installed")
    path, table = dataset
    claims = polars.scan_parquet(f"{path}/**/*.parquet", hive_partitioning=True)
    found = polars.SQLContext(claims=claims).execute(SCOREBOARD, eager=True)
    assert figures(found.rows()) == expected(table)


def test_spark_has_the_figures_of_stats(dataset):
    """By the same query in local mode, where PySpark and Java are installed."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if not shutil.which("java"):
        pytest.skip("java is not installed")
    path, table = dataset
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        spark.read.parquet(str(path)).createOrReplaceTempView("claims")
        assert figures(map(tuple, spark.sql(SCOREBOARD).collect())) == expected(table)
    finally:
        spark.stop()


def test_values_have_types_of_their_own(dataset):
    """Real dates, booleans, lists and nested values; a year each has a folder."""
    path, _ = dataset
    table = pyarrow.dataset.dataset(path, partitioning="hive").to_table()
    (row,) = [row for row in table.to_pylist() if row["text"] == "Late"]
    assert (row["due_first"], row["due_last"]) == (date(2025, 1, 7), date(2025, 1, 20))
    assert (row["overdue"], row["unnamed"], row["year"]) == (True, False, 2025)
    assert next(row for row in table.to_pylist() if row["text"] == "Thing 1")["tags"] == ["water", "works"]
    assert "note" not in table.column_names
    assert {part.name.split("=")[0] for part in path.iterdir()} == {"year"}


def test_a_dataset_without_claims_is_a_folder(folder, run):
    """And a newer one takes its place."""
    assert run("export none.parquet").status == 0
    assert run("export none.parquet").status == 0
    assert list((folder / "none.parquet").iterdir()) == []
