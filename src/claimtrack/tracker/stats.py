"""Scores of the claims that meet filters: the table, and the full scorecards."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from claimtrack.errors import UnreadableError
from claimtrack.model import Filters
from claimtrack.model.claim import BY, BY_SPEAKER
from claimtrack.model.scorecard import NAMES
from claimtrack.scoring import scorecards as cards_of
from claimtrack.scoring import table
from claimtrack.store.scores import alike
from claimtrack.tracker.input.filters import as_found, conditions_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.scorecard import Scores, Table
    from claimtrack.store.database import Database


SEVERAL = ("tag",)  # groups of which a claim may be in more than one


class _Order(TypedDict):
    sort: str
    reverse: bool
    limit: int | None


def stats(db: Database, filters: Filters | None = None, *, by: str = BY_SPEAKER) -> Table:
    """A row of figures for each speaker, tag, kind, role, source, judge or year of the claims that meet the filters.

    `sort`, `reverse` and `limit` of the filters are those of the rows; `sort` names a column.

    Raises:
        UnreadableError: where a filter, `by` or the column can't be read.
        RefusedError: where a filter names a speaker or source that is not there.
    """
    filters = filters or Filters()
    grouped = _named("group", by, BY)
    order = _order(filters, grouped)
    with db.reading() as connection:
        conditions = conditions_of(connection, as_found(db, connection, filters), today=db.today)
        once = alike(connection, conditions) if grouped in SEVERAL else None
        return table(alike(connection, conditions, grouped), grouped, once=once, **order)


def scorecards(db: Database, filters: Filters | None = None) -> Scores:
    """The full scorecard of each speaker of the claims that meet the filters, in the order of the rows of `stats`.

    Raises:
        UnreadableError: where a filter or the column to sort by can't be read.
        RefusedError: where a filter names a speaker or source that is not there.
    """
    filters = filters or Filters()
    order = _order(filters, BY_SPEAKER)
    with db.reading() as connection:
        conditions = conditions_of(connection, as_found(db, connection, filters), today=db.today)
        return cards_of(alike(connection, conditions, BY_SPEAKER, detailed=True), **order)


def _order(filters: Filters, by: str) -> _Order:
    """How the rows are ordered, and how many are wanted."""
    sort = "decided" if filters.sort is None else _named("column", filters.sort, NAMES[1:], **{by: "name"})
    return {"sort": sort, "reverse": filters.reverse, "limit": filters.limit}


def _named(what: str, words: str, allowed: Sequence[str], **also: str) -> str:
    """The one of `allowed` that was named, by the beginning of one of its words where that tells; `also` others.

    Raises:
        UnreadableError: where it is none of them.
    """
    asked = words.strip().casefold().replace("-", "_").replace(" ", "_")
    by_word = {name: name for name in allowed} | also
    if asked in by_word:
        return by_word[asked]
    found = {name for word, name in by_word.items() if asked and f"_{asked}" in f"_{word}"}
    if len(found) == 1:
        return found.pop()
    raise UnreadableError(f"{words!r} is no {what} of the table; say one of {', '.join(allowed)}.")
