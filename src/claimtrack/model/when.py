"""Calendar dates that may be vague."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A calendar date that may be vague: every day from `first` to `last` is possible."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    @classmethod
    def day(cls, day: date) -> When:
        """One day, not vague."""
        return cls(day, day)

    @classmethod
    def months(cls, year: int, month: int, count: int = 1) -> When:
        """`count` whole months from `month` on: 1 is a month, 3 a quarter, 6 a half, 12 a year."""
        last = month + count - 1
        return cls(date(year, month, 1), date(year, last, calendar.monthrange(year, last)[1]))

    def __str__(self) -> str:
        """The shortest form: 2025-01-07, 2025-01, 2025-Q1, 2025-H1, 2025 or 2025-01-07/2025-01-20."""
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        ends_a_month = last == date.max or (last + timedelta(days=1)).day == 1
        if first.year == last.year and first.day == 1 and ends_a_month:
            year, month = f"{first.year:04}", first.month
            match last.month - month + 1:
                case 12:
                    return year
                case 6 if month in (1, 7):
                    return f"{year}-H{1 + month // 7}"
                case 3 if month % 3 == 1:
                    return f"{year}-Q{1 + month // 3}"
                case 1:
                    return f"{year}-{month:02}"
        return f"{first.isoformat()}/{last.isoformat()}"

    def overlaps(self, other: When) -> bool:
        """Whether some day is possible for both."""
        return self.first <= other.last and other.first <= self.last


class Worded(NamedTuple):
    """A date, with the words it was typed in where those were no ISO form."""

    when: When
    words: str | None = None
