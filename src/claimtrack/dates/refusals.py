"""What is said when a date is refused: one sentence each, with what to type instead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model import When

# A year has four digits, so that the stored forms sort as text; 0999 is a slip of the finger.
FIRST_YEAR = 1000
LONGEST_SHOWN = 60
TRY_INSTEAD = 'type a date such as 2025-01-20, 2025-03, "20 January" or "end of March"'


def shown(words: str) -> str:
    """`words` in quotation marks, on one line, without control characters, cut where it is long."""
    line = "".join(letter for letter in " ".join(words.split()) if letter.isprintable())
    return f'"{line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"}"'


def no_such_date(words: str) -> UnreadableError:
    """For a date that has a readable form and is in no calendar, such as 2025-02-30."""
    return UnreadableError(f"{shown(words)} does not exist in the calendar: check its numbers.")


def backwards(words: str) -> UnreadableError:
    """For a range that ends before it starts."""
    return UnreadableError(f"{shown(words)} runs backwards: type the earlier date first.")


def out_of_range(words: str) -> UnreadableError:
    """For a date that is too far off to be written with a year of four digits."""
    return UnreadableError(f"{shown(words)} is too far off: years run from {FIRST_YEAR} to {date.max.year}.")


def two_readings(words: str, readings: Sequence[str]) -> UnreadableError:
    """For a date that people read differently; `readings` are what to type for each."""
    return UnreadableError(f"{shown(words)} has two readings: type {' or '.join(readings)}.")


def no_calendar_year(words: str) -> UnreadableError:
    """For fiscal years and seasons, whose first month depends on whose they are."""
    return UnreadableError(
        f"{shown(words)} is a year that need not start in January: type its months, as in 2025-10/2026-09."
    )


def short_year(words: str) -> UnreadableError:
    """For a year of two digits that might be of either century."""
    return UnreadableError(f"{shown(words)} has a year of two digits: type all four, as in 20.01.1999.")


def time_of_day(words: str) -> UnreadableError:
    """For a moment, where a day is asked for."""
    return UnreadableError(f"{shown(words)} has a time of day: type the date alone.")


def writable(when: When, words: str) -> When:
    """`when`, if it can be written in a stored form; raises UnreadableError where it can't."""
    if when.first.year < FIRST_YEAR:
        raise out_of_range(words)
    try:
        str(when)
    except OverflowError as overflow:
        raise out_of_range(words) from overflow
    return when


def unreadable(words: str, *, due: bool) -> UnreadableError:
    """For words that are no date; a due date that hangs on something belongs in the criterion."""
    start = f"{shown(words)} can't be read as a date" if words else "The date is empty"
    criterion = "; what it depends on belongs in --criterion" if due else ""
    return UnreadableError(f"{start}: {TRY_INSTEAD}{criterion}.")


def condition(words: str) -> UnreadableError:
    """For a due date that hangs on something that has to come first."""
    return UnreadableError(
        f"{shown(words)} names what has to come first, not a day: leave --due out and use --criterion."
    )


def not_a_deadline(words: str) -> UnreadableError:
    """For `by` and `before` where a field asks when something was."""
    return UnreadableError(f"{shown(words)} sets a limit: type the date itself, or a range of two dates.")


def wrong_weekday(words: str, fact: str) -> UnreadableError:
    """For a date whose weekday does not fit it; `fact` says which day it is."""
    return UnreadableError(
        f"{shown(words)} does not fit the calendar: {fact}; check the day, or add the year."
    )
