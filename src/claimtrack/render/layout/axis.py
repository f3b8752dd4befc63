"""A scale of days drawn in columns, with ticks that say which day, month, quarter or year is where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A shorter span is widened on both sides, so that neighbouring days stay apart.
LEAST_DAYS = 15
BETWEEN_LABELS = 2
DAY_STEPS = (1, 7)
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
DAYS_A_MONTH = 30.4
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """`days` days from the day with the ordinal `first` on, spread over `columns` columns."""

    first: int
    days: int
    columns: int

    def column(self, day: date) -> int:
        """The column in which `day` begins, from 0 on."""
        return (day.toordinal() - self.first) * self.columns // self.days

    def labels(self) -> Iterator[tuple[int, str]]:
        """The column and the name of each tick whose name there is room for."""
        end = -BETWEEN_LABELS
        for at, name in _ticks(self):
            if at >= end + BETWEEN_LABELS and at + len(name) <= self.columns:
                end = at + len(name)
                yield at, name

    def label_line(self) -> str:
        """The names of the ticks, each from its own column on."""
        line = ""
        for at, name in self.labels():
            line = line.ljust(at) + name
        return line

    def tick_columns(self) -> list[int]:
        """The columns of the ticks."""
        return [at for at, _ in _ticks(self)]


def axis(days: Iterable[date], columns: int) -> Axis:
    """The scale that holds all of `days`, of which there is at least one."""
    ordinals = [day.toordinal() for day in days]
    first, last = min(ordinals), max(ordinals)
    first -= max(0, LEAST_DAYS - (last - first + 1)) // 2
    return Axis(first, max(LEAST_DAYS, last - first + 1), columns)


def _ticks(scale: Axis) -> Iterator[tuple[int, str]]:
    """The column and the name of each tick, with the closest steps at which the names have room."""
    columns_a_day = scale.columns / scale.days
    for step in DAY_STEPS:
        if step * columns_a_day >= len("2025-01-07") + BETWEEN_LABELS:
            return _day_ticks(scale, step)
    for step in MONTH_STEPS:
        widest = len(_month_name(2025, 1, step)) + BETWEEN_LABELS
        if step * DAYS_A_MONTH * columns_a_day >= widest:
            break
    return _month_ticks(scale, step)


def _day_ticks(scale: Axis, step: int) -> Iterator[tuple[int, str]]:
    """A tick on each day, or on each Monday where `step` is 7."""
    start = scale.first + (1 - scale.first) % step
    for ordinal in range(start, scale.first + scale.days, step):
        if 1 <= ordinal <= date.max.toordinal():
            day = date.fromordinal(ordinal)
            yield scale.column(day), day.isoformat()


def _month_ticks(scale: Axis, step: int) -> Iterator[tuple[int, str]]:
    """A tick on the first of every `step`-th month, counted from the year 0 on."""
    first = date.fromordinal(max(scale.first, 1))
    last = date.fromordinal(min(scale.first + scale.days - 1, date.max.toordinal()))
    start = -(-(first.year * MONTHS_A_YEAR + first.month - 1 + (first.day > 1)) // step) * step
    for month in range(start, last.year * MONTHS_A_YEAR + last.month, step):
        year, past = divmod(month, MONTHS_A_YEAR)
        if year:
            yield scale.column(date(year, past + 1, 1)), _month_name(year, past + 1, step)


def _month_name(year: int, month: int, step: int) -> str:
    """What the `step` months from here on are called: 2025-01, 2025-Q1, 2025-H1, or 2025 for years."""
    return str(When.months(year, month, min(step, MONTHS_A_YEAR)))
