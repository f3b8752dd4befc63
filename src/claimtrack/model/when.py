"""Calendar dates that may be vague."""

from datetime import date, timedelta
from typing import NamedTuple, Self

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DECEMBER = 12


class _Days(NamedTuple):
    first: date
    last: date


class When(_Days):
    """A calendar date that may be vague: every day from `first` to `last` is possible."""

    __slots__ = ()

    def __new__(cls, first: date, last: date) -> Self:
        """Those days.

        Raises:
            ValueError: where there are none.
        """
        if last < first:
            raise ValueError(f"{last} is before {first}")
        return super().__new__(cls, first, last)

    @classmethod
    def day(cls, day: date) -> Self:
        """One day, not vague."""
        return cls(day, day)

    @classmethod
    def months(cls, year: int, month: int, count: int = 1) -> Self:
        """`count` whole months from `month` on: 1 is a month, 3 a quarter, 6 a half, 12 a year."""
        after = month + count
        end = date(year, 12, 31) if after > DECEMBER else date(year, after, 1) - timedelta(days=1)
        return cls(date(year, month, 1), end)

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

    def overlaps(self, other: Self) -> bool:
        """Whether some day is possible for both."""
        return self.first <= other.last and other.first <= self.last


class Worded(NamedTuple):
    """A date, with the words it was typed in where those were no ISO form."""

    when: When
    words: str | None = None
