"""Filters as a person gives them, as conditions on claims."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import STATUSES, Filters
from claimtrack.outcomes import outcome_code
from claimtrack.store import find, sources
from claimtrack.store.find import Conditions, Window
from claimtrack.tracker import naming
from claimtrack.tracker.attributing import is_address
from claimtrack.tracker.wordings import kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from claimtrack.store.connection import Connection

T = TypeVar("T")
_STANCES = {"any": "any", "for": "for", "contrary": "contrary"}


def conditions(connection: Connection, filters: Filters, *, today: date) -> Conditions:
    """The conditions that `filters` mean.

    Raises:
        UnreadableError: where a value is empty or can't be read.
        RefusedError: where a speaker or source is not there; it names the nearest.
    """
    _refuse_empty(filters)
    found = Conditions(today)
    wanted_sources: list[int | None] = []
    found.speakers(
        [i for name in filters.speaker for i in naming.speaker_ids(connection, name)], unnamed=filters.unnamed
    )
    found.status(_choice("status", words, STATUSES) for words in filters.status)
    if filters.overdue:
        found.overdue()
    if filters.slipped:
        found.slipped()
    if filters.contradicted:
        found.contradicted()
    found.one_of("outcome", (_or_none(words, outcome_code) for words in filters.outcome))
    found.one_of("kind", map(kind, filters.kind))
    found.tags(_or_none(words, str) for words in _split(filters.tag))
    found.via(_or_none(words, str) for words in filters.via)
    for words in filters.source:
        asked = _or_none(words, lambda named: source_ids(connection, named))
        wanted_sources += [None] if asked is None else asked
    found.sources(wanted_sources)
    found.evidence(
        _or_none(words, lambda w: _choice("evidence", w, tuple(_STANCES))) for words in filters.evidence
    )

    def window(words: str) -> Window:
        return dates.window(words, today=today)

    found.falls_in("due", (_or_none(words, window) for words in filters.due))
    found.falls_in("said", (_or_none(words, window) for words in filters.said))
    found.judged(_or_none(words, window) for words in filters.judged)
    if filters.search is not None:
        found.search(filters.search)
    return found


def _refuse_empty(filters: Filters) -> None:
    """Refuses an empty value, as a variable that was never set gives it: it would find every claim."""
    for item in fields(filters):
        value = getattr(filters, item.name)
        if value and isinstance(value, tuple) and any(not str(words).strip() for words in value):
            raise UnreadableError(
                f"{item.name} is empty; leave it out, or say `none` for claims without one."
            )


def order(filters: Filters) -> str:
    """The order that was asked for.

    Raises:
        UnreadableError: where there is no such order.
    """
    if filters.sort is None:
        return "slip" if filters.slipped else "said"
    return _choice("sort", filters.sort, (*find.ORDERS, find.BEST_MATCH))


def _or_none(words: str, read: Callable[[str], T]) -> T | None:
    return None if words.strip().casefold() == "none" else read(words)


def _split(words: Iterable[str]) -> list[str]:
    return [tag.strip() for one in words for tag in one.split(",") if tag.strip()]


def _choice(name: str, words: str, allowed: Sequence[str]) -> str:
    found = [choice for choice in allowed if words and choice.startswith(words.strip().casefold())]
    if words in allowed:
        return words
    if len(found) != 1:
        raise UnreadableError(f"{words!r} is no {name}; say one of {', '.join(allowed)}.")
    return found[0]


def source_ids(connection: Connection, words: str) -> list[int]:
    """The ids of the sources with this id, address or title.

    Raises:
        RefusedError: where there is none; it names the nearest.
    """
    if words.strip().isdecimal():
        found = [sources.by_id(connection, int(words))]
    elif is_address(words):
        found = [sources.by_url(connection, words)]
    else:
        found = [*sources.by_title(connection, words)]
    there = [source.id for source in found if source]
    if not there:
        raise RefusedError(
            f"There is no source {words}{naming.hint(words, sources.titles(connection))};"
            " `claimtrack sources` lists them."
        )
    return there
