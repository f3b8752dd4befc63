"""The forms that dates are stored in: 2025-01-07, 2025-01, 2025-Q1, 2025-H1, 2025, and ranges of these."""

from __future__ import annotations

import re

from claimtrack.dates.calendar import calendar_period
from claimtrack.dates.refusals import backwards, no_such_date, writable
from claimtrack.model import When

FORM = r"(?P<Y>[0-9]{4})(?:-(?:(?P<M>[0-9]{2})(?:-(?P<N>[0-9]{2}))?|Q(?P<Q>[0-9])|H(?P<H>[0-9])))?"


def parse_iso(form: str) -> When | None:
    """The days that `form` stands for; None where it is not an ISO or vague form, or a range of two.

    Raises:
        UnreadableError: it has the form, but there is no such date, or the range runs backwards.
    """
    sides = [re.fullmatch(FORM, side) for side in form.strip().upper().split("/", 2)]
    match sides:
        case [re.Match() as only]:
            return _period(only)
        case [re.Match() as left, re.Match() as right]:
            first, last = _period(left).first, _period(right).last
        case _:
            return None
    if last < first:
        raise backwards(form)
    return writable(When(first, last), form)


def _period(match: re.Match[str]) -> When:
    """The days of one form; raises UnreadableError where there are none."""
    parts = {kind: int(digits) for kind, digits in match.groupdict().items() if digits is not None}
    when = calendar_period(parts.pop("Y"), parts)
    if when is None:
        raise no_such_date(match.group())
    return writable(when, match.group())
