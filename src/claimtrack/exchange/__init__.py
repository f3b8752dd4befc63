"""Claims as files: every format by its name, with what writes it and what reads it back."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.exchange import csv_file, ics_file, json_lines, json_list
from claimtrack.exchange.private import Written
from claimtrack.exchange.published import PUBLISHED, Published

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FORMATS", "Format", "Written", "format_for"]

CSV, JSON = "csv", "json"


class Format(NamedTuple):
    """One format of a file of claims."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[..., Written | None]  # claims or their lines, where to, and what the format alone wants
    line: str = ""  # of what lines it is written, CSV or JSON; empty where of claims
    whole: bool = False  # whether it may tell of speakers besides their claims
    keeps: bool = False  # for keeping and moving, so that what is private is in it unasked


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("csv", (".csv",), csv_file.write, CSV, whole=True),
        Format("jsonl", (".jsonl", ".ndjson"), json_lines.write, JSON, whole=True, keeps=True),
        Format("json", (".json",), json_list.write, JSON),
        Format("ics", (".ics",), ics_file.write),
    )
}


def format_for(path: str | None, named: str | None = None) -> Format | Published:
    """The format `named`, else the one that the suffix of `path` tells, else CSV where there is no path.

    Raises:
        UnreadableError: There is no such format, or the suffix tells none.
    """
    known: dict[str, Format | Published] = {**FORMATS, **PUBLISHED}
    if named is not None:
        if named in known:
            return known[named]
        raise UnreadableError(f"There is no format {named!r}; there are {', '.join(known)}.")
    if path is None:
        return FORMATS["csv"]
    suffix = PurePath(path).suffix.casefold()
    for form in known.values():
        if suffix in form.suffixes:
            return form
    raise UnreadableError(f"The name {path!r} tells no format; add --format with one of {', '.join(known)}.")
