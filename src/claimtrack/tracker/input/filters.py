"""Filters as a person gives them, as conditions on claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import STATUSES, Filters
from claimtrack.model.claim import kind_named
from claimtrack.model.outcome import outcome_code
from claimtrack.model.text import folded, is_address
from claimtrack.store import sources
from claimtrack.store.search import SORTS, Conditions, Window, any_of, relays
from claimtrack.store.search import tags as tags_there
from claimtrack.tracker.input.names import hint, speaker_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database

T = TypeVar("T")
_STANCES = ("any", "for", "contrary")


def conditions_of(connection: Connection, filters: Filters, *, today: date) -> Conditions:
    """The conditions that `filters` mean.

    Raises:
        UnreadableError: where a value is empty or can't be read.
        RefusedError: where a speaker, source, tag or relay is not there; it names the nearest.
    """
    _refuse_empty(filters)
    found = Conditions(today)
    if any_of(connection, found):  # where no claim is, there is none to be found by a name either
        _by_names(found, connection, filters)
    _by_standing(found, filters)
    _by_time(found, filters)
    if filters.search is not None:
        found.search(filters.search)
    return found


def as_found(db: Database, connection: Connection, filters: Filters) -> Filters:
    """The filters, with beginnings for the words to search for where no claim has them all; then that is told.

    Raises:
        UnreadableError: where a value is empty or can't be read.
        RefusedError: where a name is not there; it names the nearest.
    """
    if not filters.search or any_of(connection, conditions_of(connection, filters, today=db.today)):
        return filters
    from claimtrack.store.search.words import as_beginnings  # noqa: PLC0415  # most searches find something

    begun = filters._replace(search=as_beginnings(filters.search))
    if not any_of(connection, conditions_of(connection, begun, today=db.today)):
        return filters
    db.tell(
        f"Nothing found has all the words of: {filters.search}; looked for their beginnings: {begun.search}."
    )
    return begun


def _by_names(found: Conditions, connection: Connection, filters: Filters) -> None:
    """Narrows by who said it, through whom and where, and by tags: names that have to be there."""
    spoken = [i for name in filters.speaker for i in speaker_ids(connection, name)]
    found.speakers(spoken, unnamed=filters.unnamed)
    if filters.tag or filters.without:
        there = tags_there(connection)
        found.tags(_together(words, there) for words in filters.tag)
        found.without(_tag(one, there) for words in filters.without for one in _apart(words))
    if filters.via:
        relayed = relays(connection)
        found.via(_or_none(words, lambda named: _relay(named, relayed)) for words in filters.via)
    wanted: list[int | None] = []
    for words in filters.source:
        asked = _or_none(words, lambda named: source_ids(connection, named))
        wanted += [None] if asked is None else asked
    found.sources(wanted)


def _by_standing(found: Conditions, filters: Filters) -> None:
    """Narrows by what kind of claim it is and how it stands."""
    found.one_of("kind", map(kind_named, filters.kind))
    found.status(_choice("status", words, STATUSES) for words in filters.status)
    if filters.overdue:
        found.overdue()
    if filters.slipped:
        found.slipped()
    if filters.contradicted:
        found.contradicted()
    if filters.disputed:
        found.disputed()
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
        if value and isinstance(value, tuple) and any(not str(words).strip(" ,") for words in value):
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


def _apart(words: str) -> list[str]:
    return [tag.strip() for tag in words.split(",") if tag.strip()]


def _together(words: str, there: Sequence[str]) -> list[list[str] | None]:
    """Tags that a claim is to have all of.

    Raises:
        UnreadableError: where it is to have none as well.
    """
    tags = [_tag(one, there) for one in _apart(words)]
    if None in tags and len(tags) > 1:
        raise UnreadableError(
            f"No claim has tags and none; say --tag none apart from the others in {words!r}."
        )
    return tags


def _tag(words: str, there: Sequence[str]) -> list[str] | None:
    """The tag in every case in which the record has it; null for none.

    Raises:
        RefusedError: where no claim has it.
    """
    if words.casefold() == "none":
        return None
    found = [tag for tag in there if folded(tag) == folded(words)]
    if not found:
        raise RefusedError(
            f"No claim has the tag {words}{hint(words, there)}; `claimtrack stats --by tag` lists them."
        )
    return found


def _relay(words: str, there: Sequence[str]) -> list[str]:
    """Everybody in whose words these are.

    Raises:
        RefusedError: where nobody is.
    """
    found = [relay for relay in there if folded(words.strip()) in folded(relay)]
    if not found:
        raise RefusedError(
            f"No claim is relayed by {words}{hint(words, there)}; leave out --via to see whose are."
        )
    return found


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
