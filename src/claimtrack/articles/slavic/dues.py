"""When a claim comes due: by the dates that stand in its clause."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from claimtrack.articles.entries import dated
from claimtrack.model import When

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.articles.slavic.clauses import Clause, Cue
    from claimtrack.articles.slavic.tokens import Lines
    from claimtrack.dates.prose import Dated

DAYS_OF_WEEK = 7
# How many days a season has, and how `кінця літа` begins.
SEASON = range(90, 93)
END = ("кін", "кон", "напр")


class Dues:
    """The dates of a text."""

    def __init__(self, lines: Lines, published: date) -> None:
        self.lines, self.published = lines, published
        self.dated = dated(lines.text, published) if lines.sentences else []
        self.starts = [item.start for item in self.dated]

    def due(self, clause: Clause, cue: Cue) -> Dated | None:
        """The date to come that stands in the clause, the first one from its cue on before others."""
        span = self.lines.span(*clause.range)
        if not span:
            return None
        first, stop = (bisect_left(self.starts, place) for place in span)
        here = [self._ahead(item) for item in self.dated[first:stop]]
        coming = [item for item in here if (item.due or item.when).last >= self.published]
        clear = [item for item in coming if item.due] or coming
        at = self.lines.tokens[cue.at].start
        return next((item for item in clear if item.start >= at), clear[0] if clear else None)

    def _ahead(self, item: Dated) -> Dated:
        """The date as one to come; a weekday that sets a limit is the next one, though a verb in the past leads it."""
        due = item.ahead or item.due
        if (
            due
            and item.bound
            and due.first == due.last
            and 0 < (self.published - due.last).days < DAYS_OF_WEEK
        ):
            due = When.day(due.last + timedelta(days=DAYS_OF_WEEK))
        if self._is_season(item):
            return replace(item, when=item.ahead or item.when, due=None)
        return replace(item, due=due)

    def _is_season(self, item: Dated) -> bool:
        """Whether it is `до літа`, which some read as up to its beginning and others as up to its end."""
        days = (item.when.last - item.when.first).days + 1
        whole = days in SEASON and item.when.first.day == 1
        return whole and item.bound is not None and not item.words.lower().startswith(END)
