"""Dates that filter: a window with one end or two, and a day to look ahead to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.dates.forms import parse_iso
from claimtrack.dates.pick import Side
from claimtrack.dates.refusals import out_of_range
from claimtrack.dates.typed import natural_date, read
from claimtrack.model import When

if TYPE_CHECKING:
    from datetime import date


def window(words: str, *, today: date) -> tuple[date | None, date | None]:
    """First and last day of `words`; None for the open end of `2025-01/` or `/2025-03`.

    A date with no year, or a weekday, is the one nearest to today.

    Raises:
        UnreadableError: as `read`.
    """
    typed = words.strip()
    if typed.endswith("/"):
        return _neutral(typed[:-1], today).first, None
    if typed.startswith("/"):
        return None, _neutral(typed[1:], today).last
    when = _neutral(typed, today)
    return when.first, when.last


def _neutral(words: str, today: date) -> When:
    """The date in `words`, whichever field it is for."""
    typed = words.strip()
    return parse_iso(typed) or natural_date(typed, When.day(today), Side.NEAREST, due=False)


def until(words: str, *, today: date) -> date:
    """The last day of a look ahead: `30d`, `2w`, `3m`, `1y`, `30` days from today, or any date.

    Raises:
        UnreadableError: as `read`.
    """
    typed = words.strip()
    days = re.fullmatch("[0-9]{1,18}", typed)
    count = f"{typed}d" if days and not _is_a_year(typed) else typed
    if days is None and typed.isdecimal():
        raise out_of_range(words)
    return read(count, field="due", today=today).when.last


def _is_a_year(figures: str) -> bool:
    """Whether four figures are a year of this age, rather than so many days."""
    return re.fullmatch("(19|20)[0-9]{2}", figures) is not None
