"""Articles with the candidates that were found in them elsewhere, as Parquet: a file, or a folder as of Spark."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import RefusedError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NAME, TITLE = "candidates", "claimtrack, candidates found in articles, as Parquet"
_MAGIC = b"PAR1"
_AT_ONCE = 1_000  # rows, each with the text of its article
_NEEDED = ("source_text", "kind", "text", "start", "stop", "score")
_OF_AN_ARTICLE = (
    "read_from",
    "source_url",
    "source_title",
    "source_publisher",
    "source_published",
    "source_text",
)


class FoundArticle(NamedTuple):
    """An article by the columns of docs/scale.md that begin with it, and a row for each candidate in it."""

    facts: Mapping[str, Any]
    rows: tuple[Mapping[str, Any], ...]


def is_parquet(path: Path) -> bool:
    """Whether it is a file of Parquet, by its first bytes, or a folder with such files in it."""
    if path.is_dir():
        return any(file.is_file() and _begins(file) for file in path.rglob("*.parquet"))
    return path.is_file() and _begins(path)


def _begins(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def read(path: Path) -> Iterator[FoundArticle]:
    """The articles in the order of the file, as many times as their rows stand apart; read as they are taken.

    Raises:
        RefusedError: where pyarrow is not installed.
        UnreadableError: where the file is broken, or holds no candidates.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra, and it takes long to load
        from pyarrow import dataset  # noqa: PLC0415  # with it
    except ModuleNotFoundError as error:
        raise RefusedError(
            "Parquet needs pyarrow; install it with `pip install 'claimtrack[parquet]'`."
        ) from error
    try:
        table = dataset.dataset(path, format="parquet")
        if missing := [name for name in _NEEDED if name not in table.schema.names]:
            raise UnreadableError(
                f"{path} is Parquet, but not of candidates: it has no {', '.join(missing)}; claims themselves come"
                " back from JSON Lines or CSV."
            )
        rows = (row for batch in table.to_batches(batch_size=_AT_ONCE) for row in batch.to_pylist())
        for facts, of_one in groupby(rows, key=lambda row: tuple(row.get(name) for name in _OF_AN_ARTICLE)):
            yield FoundArticle(dict(zip(_OF_AN_ARTICLE, facts, strict=True)), tuple(of_one))
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError(f"{path} can't be read as Parquet: {str(error).splitlines()[0]}") from error
