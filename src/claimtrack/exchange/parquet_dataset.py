"""Claims as a Parquet dataset: a folder partitioned by year, for DuckDB, Polars, Spark and the like."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimtrack.errors import RefusedError
from claimtrack.model.record import FIELDS, SHARE, STAMP, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pyarrow as pa

    from claimtrack.model import Appearance, Claim, Evidence, Source
    from claimtrack.model.report import Judged

AT_ONCE = 10_000  # claims in memory
YEAR = "year"  # of `due`, else of `said`, else of the source; where there is none, Hive's own word for null
FACTS = ("url", "archive_url", "quote", "stance", "added")


def write(judged: Iterable[Judged], path: Path, *, private: bool = False) -> int:
    """Makes the dataset in the folder `path`, which is not there yet, and returns how many claims it holds.

    With `private` it has the columns of what is for the tracker alone.

    Raises:
        RefusedError: where pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra, and it takes long to load
        from pyarrow import dataset  # noqa: PLC0415  # with it
    except ModuleNotFoundError as error:
        raise RefusedError(
            "Parquet needs pyarrow; install it with `pip install 'claimtrack[parquet]'`."
        ) from error
    path.mkdir()
    schema = _schema(pa, private=private)
    by_year = dataset.partitioning(pa.schema([(YEAR, pa.int16())]), flavor="hive")
    count = 0
    left = iter(judged)
    for number in itertools.count():
        rows = [_row(claim) for claim, _ in itertools.islice(left, AT_ONCE)]
        if not rows:
            return count
        count += len(rows)
        dataset.write_dataset(
            pa.Table.from_pylist(rows, schema), path, format="parquet", partitioning=by_year,
            basename_template=f"part-{number}-{{i}}.parquet", existing_data_behavior="overwrite_or_ignore",
            max_partitions=AT_ONCE,
        )  # fmt: skip  # the call on few lines
    return count


def is_one(path: Path) -> bool:
    """Whether the folder holds such a dataset and nothing else, so that a newer one may take its place."""
    return path.is_dir() and all(
        file.is_dir() and file.name.startswith(f"{YEAR}=") for file in path.iterdir()
    )


def _schema(pa: Any, *, private: bool) -> pa.Schema:
    """Real dates, booleans and lists; one name for each of the record, what is private only where it is asked for."""
    source = pa.struct(
        [("id", pa.int64()), *((name, pa.string()) for name in ("title", "publisher", "url", "archive_url")),
         ("published_first", pa.date32()), ("published_last", pa.date32())]
    )  # fmt: skip  # a list of pairs
    span = [("said_first", pa.date32()), ("said_last", pa.date32())]
    forms = {
        "number": pa.int64(), "claim": pa.int64(), SHARE: pa.float64(), "truth": pa.bool_(), "day": pa.date32(),
        STAMP: pa.timestamp("s", tz="UTC"), "tags": pa.list_(pa.string()), "claims": pa.list_(pa.int64()),
        "uids": pa.list_(pa.string()), "source": source,
        "appearances": pa.list_(pa.struct([*span, ("source", source)])),
        "evidence": pa.list_(pa.struct([(name, pa.string()) for name in FACTS])),
    }  # fmt: skip  # a table
    columns = []
    for field in (field for field in FIELDS if field.form != VERDICTS and (private or not field.private)):
        if field.form in ("vague date", "vague date without its words"):
            columns += [(field.name, pa.string())]
            columns += [(f"{field.name}_{end}", pa.date32()) for end in ("first", "last")]
        else:
            columns.append((field.name, forms.get(field.form, pa.string())))
    return pa.schema([*columns, (YEAR, pa.int16())])


def _row(claim: Claim) -> dict[str, object]:
    row: dict[str, object] = {field.name: getattr(claim, field.name) for field in FIELDS}
    for name in ("said", "due", "happened"):
        when = getattr(claim, name)
        row |= {
            name: when and str(when),
            f"{name}_first": when and when.first,
            f"{name}_last": when and when.last,
        }
    source = claim.source
    when = claim.due or claim.said or (source and source.published)
    return row | {
        YEAR: when and when.last.year,
        "source": source and _source(source),
        "appearances": [_appearance(one) for one in claim.appearances],
        "evidence": [_evidence(one) for one in claim.evidence],
        "created_at": _moment(claim.created_at),
        "updated_at": _moment(claim.updated_at),
    }


def _moment(at: str) -> datetime | None:
    return datetime.fromisoformat(at) if at else None


def _source(source: Source) -> dict[str, object]:
    facts: dict[str, object] = {
        name: getattr(source, name) for name in ("id", "title", "publisher", "url", "archive_url")
    }
    published = source.published
    return facts | {
        "published_first": published and published.first,
        "published_last": published and published.last,
    }


def _appearance(one: Appearance) -> dict[str, object]:
    said = one.said
    return {
        "said_first": said and said.first,
        "said_last": said and said.last,
        "source": one.source and _source(one.source),
    }


def _evidence(one: Evidence) -> dict[str, object]:
    return {name: getattr(one, name) for name in FACTS}
