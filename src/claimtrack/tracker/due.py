"""What there is to judge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from claimtrack import dates
from claimtrack.model import Filters
from claimtrack.tracker.input.filters import as_found, conditions_of
from claimtrack.tracker.list import Page, page_of

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.store.database import Database
    from claimtrack.store.search import Conditions

LATELY = timedelta(days=7)


@dataclass(frozen=True)
class Agenda:
    """What there is to judge, what matters first: fell due lately, comes due, to look at again, overdue for longer.

    Last the verdicts that lack evidence. `since` and `until` are the days from which and up to which it looks.
    """

    lately: Page
    soon: Page
    reminded: Page
    older: Page
    without_evidence: Page
    since: date
    until: date

    @property
    def overdue(self) -> tuple[Claim, ...]:
        """What is overdue, and not to be looked at again on a later day."""
        today = self.since + LATELY
        return tuple(
            one for one in self.to_judge if one.overdue and (one.remind is None or one.remind <= today)
        )

    @property
    def to_judge(self) -> tuple[Claim, ...]:
        """All but what has its verdict."""
        return (*self.lately.claims, *self.soon.claims, *self.reminded.claims, *self.older.claims)


def due(db: Database, filters: Filters | None = None, *, within: str = "30d") -> Agenda:
    """What there is to judge: what is overdue by date due, the newest first, what comes by day, the next one first.

    `within` is a time such as `2w`, or a day.

    Raises:
        UnreadableError: where a filter or `within` can't be read.
        RefusedError: where a filter names a speaker, source, tag or relay that is not there.
    """
    filters = filters or Filters()
    since, until = db.today - LATELY, dates.until(within, today=db.today)
    with db.reading() as connection:
        filters = as_found(db, connection, filters)
        lately, soon, reminded, older, unproven = (
            conditions_of(connection, filters, today=db.today) for _ in range(5)
        )
        lately.fell_due(since)
        soon.comes_due(until)
        reminded.reminded(since, until)
        older.long_overdue(since)
        unproven.unproven()

        def some(group: Conditions, sort: str, *, newest: bool = False) -> Page:
            order = filters._replace(sort=sort, reverse=filters.reverse is not newest)
            return page_of(db, connection, group, filters if filters.sort else order)

        return Agenda(
            some(lately, "due", newest=True), some(soon, "due"), some(reminded, "remind"),
            some(older, "due", newest=True), some(unproven, "judged"), since, until,
        )  # fmt: skip  # a group after the other
