"""Looking at claims: lists, what is due, the overview, and the record as of a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.model import Claim, Filters
from claimtrack.store import claims, find
from claimtrack.tracker import filtering

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claimtrack.scorecard import Scores
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database

_A_FEW = 5


@dataclass(frozen=True)
class Page:
    """Claims in order, and how many there are beyond a limit."""

    claims: tuple[Claim, ...]
    total: int

    @property
    def more(self) -> int:
        """How many were left out."""
        return self.total - len(self.claims)


@dataclass(frozen=True)
class Agenda:
    """What there is to judge: what is overdue, what comes due soon, and verdicts that still lack evidence."""

    overdue: Page
    soon: Page
    without_evidence: Page
    until: date


@dataclass(frozen=True)
class Overview:
    """How the whole file stands: counts, the next few due and the last few added."""

    claims: int
    unresolved: int
    overdue: int
    next_due: tuple[Claim, ...]
    last_added: tuple[Claim, ...]


def list_claims(db: Database, filters: Filters | None = None) -> Page:
    """The claims that meet the filters, newest said first unless sorted otherwise.

    Raises:
        UnreadableError: where a filter can't be read.
        RefusedError: where it names a speaker or source that is not there.
    """
    filters = filters or Filters()
    with db.reading() as connection:
        conditions = filtering.conditions(connection, filters, today=db.today)
        return _page(db, connection, conditions, replace(filters, sort=filtering.order(filters)))


def _page(db: Database, connection: Connection, conditions: find.Conditions, filters: Filters) -> Page:
    """The claims that meet the conditions, in the order and up to the limit of the filters."""
    ids = find.ids(
        connection, conditions, sort=str(filters.sort), reverse=filters.reverse, limit=filters.limit
    )
    total = len(ids)
    if filters.limit is not None and total >= filters.limit:
        total = find.count(connection, conditions)
    return Page(tuple(claims.records(connection, ids, today=db.today)), total)


def due(db: Database, filters: Filters | None = None, *, within: str = "30d") -> Agenda:
    """What there is to judge, each group by date due; `within` is a time such as `2w`, or a day.

    Raises:
        UnreadableError: where a filter or `within` can't be read.
        RefusedError: where a filter names a speaker or source that is not there.
    """
    from claimtrack import dates  # noqa: PLC0415  # a plain list reads no dates

    filters = filters or Filters()
    until = dates.until(within, today=db.today)
    ordered = replace(filters, sort=filters.sort or "due")
    with db.reading() as connection:
        overdue, soon, unproven = (
            filtering.conditions(connection, filters, today=db.today) for _ in range(3)
        )
        overdue.overdue()
        soon.comes_due(until)
        unproven.status(["resolved"])
        unproven.evidence([None])
        pages = [_page(db, connection, group, ordered) for group in (overdue, soon, unproven)]
        return Agenda(pages[0], pages[1], pages[2], until)


def search(db: Database, words: str, filters: Filters | None = None) -> Page:
    """The claims in which all the words are found, best match first unless sorted otherwise."""
    filters = filters or Filters()
    return list_claims(db, replace(filters, search=words, sort=filters.sort or find.BEST_MATCH))


def overview(db: Database) -> Overview:
    """How the whole file stands."""
    with db.reading() as connection:
        everything, open_, overdue, ahead = (find.Conditions(db.today) for _ in range(4))
        open_.status(["unresolved"])
        overdue.overdue()
        ahead.comes_due()

        def some(conditions: find.Conditions, sort: str) -> tuple[Claim, ...]:
            ids = find.ids(connection, conditions, sort=sort, limit=_A_FEW)
            return tuple(claims.records(connection, ids, today=db.today))

        counts = [find.count(connection, conditions) for conditions in (everything, open_, overdue)]
        return Overview(counts[0], counts[1], counts[2], some(ahead, "due"), some(everything, "added"))


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


def stats(db: Database, filters: Filters | None = None) -> Scores:
    """A scorecard for each speaker of the claims that meet the filters, and of stated probabilities.

    Raises:
        UnreadableError: where a filter can't be read.
        RefusedError: where it names a speaker or source that is not there.
    """
    from claimtrack.scoring import scores  # noqa: PLC0415  # only this verb counts

    return scores(list_claims(db, filters).claims)
