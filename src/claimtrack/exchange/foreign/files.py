"""Which program wrote a file, told by what is in it, and its claims."""

from __future__ import annotations

import re
from functools import cache
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.exchange.foreign import claimreview, metaculus, predictionbook, structured
from claimtrack.exchange.foreign.cells import delimiter_of, read_cells
from claimtrack.exchange.foreign.documents import items, read_json, read_json_lines
from claimtrack.exchange.foreign.mapped import TABLES, content_of, document_of, read_by, rows_of, without_hint
from claimtrack.exchange.foreign.once import once
from claimtrack.exchange.foreign.shipped import shipped
from claimtrack.exchange.foreign.texts import Given, members, only_member

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimtrack.exchange.foreign.days import Days
    from claimtrack.exchange.foreign.raw import Raw
    from claimtrack.exchange.foreign.spec import Map
    from claimtrack.exchange.incoming import Row

    Reader = Callable[[Given, Days, str | None], Iterator[Row]]

# Names of keys, wherever they stand in the beginning of a document.
_JSON_KEY = re.compile(r'"((?:[^"\\\n]|\\.){1,60})"\s*:')
_YAML_KEY = re.compile(r"^[\s-]*([A-Za-z_][\w ]{0,60}):(?:\s|$)", re.MULTILINE)
_HEAD_LINES = 5
_OF_METACULUS = ("question_data.csv", "forecast_data.csv")


class Known(NamedTuple):
    """A format of another program: its name, what it is, how its files are told, and how they are read."""

    name: str
    title: str
    read: Reader
    told_by: tuple[tuple[str, ...], ...] = ()  # names of columns or keys; one of these sets is enough
    map: Map | None = None


@cache
def known() -> dict[str, Known]:
    """Every format of another program by its name: what is read by a program of its own, and by a map."""
    maps = {one.name: _of_map(one) for one in shipped().values()}
    own = (
        Known("predictionbook", "PredictionBook, from its API or scraped", _predictionbook,
              (("description", "creator_label", "deadline"), ("event", "time_known", "time_created"))),
        maps["metaculus"]._replace(
            read=_metaculus, told_by=(*maps["metaculus"].told_by, ("Question ID", "Forecaster Username"))
        ),
        Known("claimreview", "ClaimReview (schema.org) in a page, a file, a graph or a feed", _claimreview),
        Known("factcheck-tools", "Google Fact Check Tools, claims that a search found", _factcheck_tools,
              (("claims", "claimReview"), ("claims", "claimant"), ("text", "claimReview"))),
    )  # fmt: skip  # a table
    return dict(sorted((maps | {one.name: one for one in own}).items()))


def _of_map(one: Map) -> Known:
    told_by = (one.told_by,) if one.told_by else ()
    return Known(
        one.name, one.title, lambda given, days, speaker: read_by(one, given, days, speaker), told_by, one
    )


def given_file(path: Path) -> Given:
    """The file at `path`; the one that it holds, where it is a zip of a single one.

    Raises:
        UnreadableError: It can't be read, or is a broken zip.
    """
    given = Given(path.name or str(path), path)
    return (only_member(given) or given) if given.is_zip else given


def is_empty(given: Given) -> bool:
    """Whether there is nothing in the file: no text, or an object or list without members."""
    return not given.is_zip and "".join(given.head.split()) in ("", "{}", "[]")


def absent_columns(by: Map, given: Given) -> list[str]:
    """The columns that a map asks for and that a table does not have, by the first name that the map gives each."""
    if by.columns or by.container not in TABLES:
        return []
    names = _names(given.head, "table")
    wanted = [spec.paths for spec in by.fields.values() if spec.paths]
    return [paths[0] for paths in wanted if not {path.strip().casefold() for path in paths} & names]


def told(given: Given) -> Known | None:
    """The format that the file is in, by what is in it; null where it is none of these."""
    if given.is_zip:
        return known()["metaculus"] if members(given, *_OF_METACULUS) else None
    head = given.head
    content = content_of(head)
    if "ClaimReview" in head and content in ("page", "json", "jsonl"):
        return known()["claimreview"]
    names = _names(head, content)
    fitting = [
        (len(needed), one)
        for one in known().values()
        for needed in one.told_by
        if {name.casefold() for name in needed} <= names and _fits(one, content)
    ]
    if fitting:
        return max(fitting, key=lambda found: found[0])[1]
    if content == "table":
        return next((one for one in known().values() if _first_rows_fit(one, head)), None)
    return known()["claimreview"] if "ClaimReview" in given.text() else None


def content_and_names(given: Given) -> tuple[str, set[str]]:
    """What holds the rows of the file, and the names of the columns or keys in its beginning, in small letters."""
    content = "zip" if given.is_zip else content_of(given.head)
    return content, set() if content == "zip" else _names(given.head, content)


def _fits(one: Known, content: str) -> bool:
    """Whether the format is a table where this is one."""
    table = one.map is not None and one.map.container in TABLES
    return table == (content == "table")


def _names(head: str, content: str) -> set[str]:
    """The names of columns or keys in the beginning of a file, in small letters."""
    if content == "table":
        header = next((line for line in without_hint(iter(head.splitlines())) if line.strip()), "")
        cells = next(read_cells([header], delimiter_of(header)), (1, []))[1]
        return {cell.strip().casefold() for cell in cells} if isinstance(cells, list) else set()
    pattern = _YAML_KEY if content == "yaml" else _JSON_KEY
    return {name.strip().casefold() for name in pattern.findall(head)}


def _first_rows_fit(one: Known, head: str) -> bool:
    """Whether the first cells of some row are as those of this format, which has no header."""
    if one.map is None or not one.map.first_row:
        return False
    patterns, columns = one.map.first_row, len(one.map.columns)
    for line in islice((line for line in head.splitlines() if line), _HEAD_LINES):
        cells = line.split("\t")
        if columns - 1 <= len(cells) <= columns and all(map(re.fullmatch, patterns, cells)):
            return True
    return False


def _claimreview(given: Given, days: Days, speaker: str | None) -> Iterator[Row]:
    content = content_of(given.head)
    if content == "page":
        found = structured.of_page(given.text())
    elif content == "jsonl":
        found = _reviews_of_lines(given)
    else:
        found = structured.of_document(read_json(given.text()))
    yield from once(claimreview.reviewed(found, days, speaker=speaker))


def _reviews_of_lines(given: Given) -> Iterator[Raw]:
    for raw in read_json_lines(given.lines()):
        found = [raw] if raw.fault else structured.of_document(dict(raw.values))
        yield from (one._replace(line=raw.line) for one in found)


def _factcheck_tools(given: Given, days: Days, speaker: str | None) -> Iterator[Row]:
    document = document_of(given)
    pages = document if isinstance(document, list) else [document]
    claims = [
        one for page in pages if isinstance(page, dict)
        for one in (page.get("claims") or [] if "claims" in page else [page])
    ]  # fmt: skip  # as it reads
    yield from once(claimreview.tool_claims(items(claims, None), days, speaker=speaker))


def _predictionbook(given: Given, days: Days, speaker: str | None) -> Iterator[Row]:
    document = document_of(given)
    pages = document if isinstance(document, list) else [document]
    found = [
        one for page in pages
        for one in (page.get("predictions") or [] if isinstance(page, dict) and "predictions" in page else [page])
    ]  # fmt: skip  # as it reads
    yield from once(predictionbook.predictions(items(found, None), days, count(1), speaker=speaker))


def _metaculus(given: Given, days: Days, speaker: str | None) -> Iterator[Row]:
    tables = members(given, *_OF_METACULUS) if given.is_zip else [given]
    questions: list[Raw] = []
    stated: list[Raw] = []
    for table in tables:
        rows = list(rows_of(table, "csv", ragged=True))
        (questions if "question title" in _names(table.head, "table") else stated).extend(rows)
    yield from once(metaculus.forecasts(questions, stated, days, count(1), speaker=speaker))
