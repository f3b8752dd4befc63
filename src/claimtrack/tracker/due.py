"""What there is to judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack import dates
from claimtrack.model import Filters
from claimtrack.tracker.input.filters import conditions_of
from claimtrack.tracker.list import Page, page_of

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.store.database import Database
    from claimtrack.store.search import Conditions


@dataclass(frozen=True)
class Agenda:
    """What there is to judge: what is overdue, what comes due soon, what to look at again, what lacks evidence."""

    overdue: Page
    soon: Page
    reminded: Page
    without_evidence: Page
    until: date


def due(db: Database, filters: Filters | None = None, *, within: str = "30d") -> Agenda:
    """What there is to judge, each group by date due; `within` is a time such as `2w`, or a day.

    Raises:
        UnreadableError: where a filter or `within` can't be read.
        RefusedError: where a filter names a speaker or source that is not there.
    """
    filters = filters or Filters()
    until = dates.until(within, today=db.today)
    with db.reading() as connection:
        pressing, soon, reminded, unproven = (
            conditions_of(connection, filters, today=db.today) for _ in range(4)
        )
        pressing.pressing()
        soon.comes_due(until)
        reminded.reminded(until)
        unproven.status(["resolved"])
        unproven.evidence([None])

        def some(group: Conditions, sort: str) -> Page:
            return page_of(db, connection, group, filters._replace(sort=filters.sort or sort))

        return Agenda(
            some(pressing, "due"), some(soon, "due"), some(reminded, "remind"), some(unproven, "due"), until
        )
