"""Filters as a person gives them, as conditions on claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import STATUSES, Filters
from claimtrack.model.claim import kind_named
from claimtrack.model.outcome import outcome_code
from claimtrack.model.text import is_address
from claimtrack.store import sources
from claimtrack.store.search import SORTS, Conditions, Window
from claimtrack.tracker.input.names import hint, speaker_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from claimtrack.store.connection import Connection

T = TypeVar("T")
_STANCES = ("any", "for", "contrary")


def conditions_of(connection: Connection, filters: Filters, *, today: date) -> Conditions:
    """The conditions that `filters` mean.

    Raises:
        UnreadableError: where a value is empty or can't be read.
        RefusedError: where a speaker or source is not there; it names the nearest.
    """
    _refuse_empty(filters)
    found = Conditions(today)
    _by_speech(found, connection, filters)
    _by_standing(found, filters)
    _by_time(found, filters)
    if filters.search is not None:
        found.search(filters.search)
    return found


def _by_speech(found: Conditions, connection: Connection, filters: Filters) -> None:
    """Narrows by who said what kind of thing, through whom and where."""
    spoken = [i for name in filters.speaker for i in speaker_ids(connection, name)]
    found.speakers(spoken, unnamed=filters.unnamed)
    found.one_of("kind", map(kind_named, filters.kind))
    found.tags(_or_none(words, str) for words in _split(filters.tag))
    found.via(_or_none(words, str) for words in filters.via)
    wanted: list[int | None] = []
    for words in filters.source:
        asked = _or_none(words, lambda named: source_ids(connection, named))
        wanted += [None] if asked is None else asked
    found.sources(wanted)


def _by_standing(found: Conditions, filters: Filters) -> None:
    """Narrows by how the claim stands."""
    found.status(_choice("status", words, STATUSES) for words in filters.status)
    if filters.overdue:
        found.overdue()
    if filters.slipped:
        found.slipped()
    if filters.contradicted:
        found.contradicted()
    found.one_of("outcome", (_or_none(words, outcome_code) for words in filters.outcome))
    found.evidence(_or_none(words, lambda w: _choice("evidence", w, _STANCES)) for words in filters.evidence)


def _by_time(found: Conditions, filters: Filters) -> None:
    """Narrows by when it was said, is due, and was judged."""
    if not (filters.due or filters.said or filters.judged):
        return
    from claimtrack import dates  # noqa: PLC0415  # most lists are not narrowed by a date

    def window(words: str) -> Window:
        return dates.window(words, today=found.today)

    found.falls_in("due", (_or_none(words, window) for words in filters.due))
    found.falls_in("said", (_or_none(words, window) for words in filters.said))
    found.judged(_or_none(words, window) for words in filters.judged)


def _refuse_empty(filters: Filters) -> None:
    """Refuses an empty value, as a variable that was never set gives it: it would find every claim."""
    for name, value in filters._asdict().items():
        if value and isinstance(value, tuple) and any(not str(words).strip() for words in value):
            raise UnreadableError(f"{name} is empty; leave it out, or say `none` for claims without one.")


def order_of(filters: Filters) -> str:
    """The order that was asked for.

    Raises:
        UnreadableError: where there is no such order.
    """
    if filters.sort is None:
        return "slip" if filters.slipped else "said"
    return _choice("sort", filters.sort, SORTS)


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
            f"There is no source {words}{hint(words, sources.titles(connection))};"
            " `claimtrack sources` lists them."
        )
    return there
