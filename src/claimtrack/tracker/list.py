"""Claims in lists: those that meet filters or are found by words, the overview, and the record as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model import Claim, Filters
from claimtrack.store import claims
from claimtrack.store.search import BEST_MATCH, Conditions, count_of, ids_of, standing
from claimtrack.tracker.input.filters import as_found, conditions_of, order_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database

_A_FEW = 5


class Page(NamedTuple):
    """Claims in order, how many there are with those beyond a limit, and the words by which they were found."""

    claims: tuple[Claim, ...]
    total: int
    searched: str | None = None

    @property
    def more(self) -> int:
        """How many were left out."""
        return self.total - len(self.claims)


class Overview(NamedTuple):
    """How the whole file stands: counts, the few that fell due last, the next few due and the last few added."""

    claims: int
    unresolved: int
    overdue: int
    fell_due: tuple[Claim, ...]
    next_due: tuple[Claim, ...]
    last_added: tuple[Claim, ...]


def list_claims(db: Database, filters: Filters | None = None, *, count: bool = True) -> Page:
    """The claims that meet the filters, newest said first unless sorted otherwise.

    Without `count` those beyond the limit are not counted, which of many takes longer than to find the first.

    Raises:
        UnreadableError: where a filter can't be read.
        RefusedError: where it names a speaker, source, tag or relay that is not there.
    """
    filters = filters or Filters()
    with db.reading() as connection:
        filters = as_found(db, connection, filters)
        conditions = conditions_of(connection, filters, today=db.today)
        return page_of(db, connection, conditions, filters._replace(sort=order_of(filters)), count=count)


def page_of(
    db: Database, connection: Connection, conditions: Conditions, filters: Filters, *, count: bool = True
) -> Page:
    """The claims that meet the conditions, in the order and up to the limit of the filters."""
    ids = ids_of(connection, conditions, sort=str(filters.sort), reverse=filters.reverse, limit=filters.limit)
    total = len(ids)
    if count and filters.limit is not None and total >= filters.limit:
        total = count_of(connection, conditions)
    return Page(tuple(claims.records(connection, ids, today=db.today)), total, filters.search)


def search(db: Database, words: str, filters: Filters | None = None) -> Page:
    """The claims in which all the words are found, else words that begin so; best match first unless sorted."""
    filters = filters or Filters()
    return list_claims(db, filters._replace(search=words, sort=filters.sort or BEST_MATCH))


def found_words(db: Database, words: str, found: Sequence[Claim]) -> set[str]:
    """What a search for `words` found in the claims, as it stands there, to be marked where it is shown."""
    from claimtrack.store.search.words import found_words as words_found  # noqa: PLC0415  # most lists are of all words

    with db.reading() as connection:
        return words_found(connection, words, [claim.id for claim in found])


def overview(db: Database) -> Overview:
    """How the whole file stands."""
    with db.reading() as connection:
        everything, overdue, ahead = (Conditions(db.today) for _ in range(3))
        overdue.overdue()
        ahead.comes_due()

        def some(conditions: Conditions, sort: str, *, reverse: bool = False) -> tuple[Claim, ...]:
            ids = ids_of(connection, conditions, sort=sort, reverse=reverse, limit=_A_FEW)
            return tuple(claims.records(connection, ids, today=db.today))

        return Overview(
            *standing(connection, db.today), some(overdue, "due", reverse=True), some(ahead, "due"),
            some(everything, "added"),
        )  # fmt: skip  # as short as the call


def as_of(db: Database, day: str) -> Database:
    """The record as it stood at the end of a day, with overdue counted from that day; to be read only.

    Raises:
        UnreadableError: where the day can't be read.
    """
    from claimtrack import dates  # noqa: PLC0415  # a plain list reads no dates

    reading = dates.read(day, field="judged", today=db.today)
    if told := dates.echo("as of", reading):
        db.tell(told)
    return db.as_of(reading.when.last)


def chains_of(db: Database, claims_found: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with every other claim of their chains, each chain together, oldest first."""
    with db.reading() as connection:
        ids = [member for claim in claims_found for member in claims.chain(connection, claim.id)]
        return tuple(claims.records(connection, list(dict.fromkeys(ids)), today=db.today))
