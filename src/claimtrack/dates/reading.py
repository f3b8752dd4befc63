"""Reading one field's date: what it is read against, which way it looks, and what to tell the user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from claimtrack.dates.forms import parse_iso
from claimtrack.dates.refusals import (
    out_of_range,
    shown,
    unreadable,
    writable,
    wrong_weekday,
)
from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.dates.grammar import Occurrences

FIELDS = ("said", "published", "happened", "judged", "due")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Longer than any date in words; keeps a pasted paragraph away from the slow readings.
LONGEST = 80
# How far before its article a date without a year may be: articles also tell of dates just past. Across
# the new year less, since a writer who looks further back than that names the year.
JUST_PAST = timedelta(days=60)
JUST_PAST_LAST_YEAR = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Reading:
    """One date as it was read; `words` is what was typed, where that was not an ISO or vague form."""

    when: When
    words: str | None
    before_article: bool


class Anchor(NamedTuple):
    """What a date is read against, and how to pick among occurrences that the words leave open."""

    when: When
    pick: Callable[[Occurrences, When], When | None]


def read(
    words: str, *, field: str, today: date, said: When | None = None, published: When | None = None
) -> Reading:
    """The days that `words` mean for `field`, one of FIELDS; docs/dates.md has every form.

    Raises:
        UnreadableError: the words are no date, have two readings, or name a day that does not exist.
    """
    typed = words.strip()
    when = parse_iso(typed)
    natural = None if when else typed
    if when is None:
        anchor = _anchor(field, today=today, said=said, published=published)
        when = natural_date(typed, anchor, due=field == "due")
    before = published is not None and field != "published" and when.last < published.first
    return Reading(when, natural, before)


def echo(field: str, reading: Reading) -> str | None:
    """How the words were read, with weekday and year, for the user to see; None where ISO was typed."""
    if reading.words is None:
        return None
    before = ", before the article" if reading.before_article else ""
    return f"{field}: {shown(reading.words)} read as {_with_weekdays(reading.when)}{before}"


def _with_weekdays(when: When) -> str:
    """`Monday 2025-01-20`, `2025-03-21/2025-03-31 (Friday to Monday)`, or a month with both its ends."""
    first, last = (WEEKDAYS[day.weekday()] for day in (when.first, when.last))
    if when.first == when.last:
        return f"{first} {when}"
    if "/" in str(when):
        return f"{when} ({first} to {last})"
    return f"{when} ({first} {when.first} to {last} {when.last})"


def natural_date(words: str, anchor: Anchor, *, due: bool) -> When:
    """The days that words other than an ISO form mean when read against `anchor`.

    Raises:
        UnreadableError: as `read`.
    """
    if not words or len(words) > LONGEST:
        raise unreadable(words, due=due)
    try:
        return writable(_decided(words, anchor, due=due), words)
    except (ValueError, OverflowError) as beyond:
        raise out_of_range(words) from beyond


def _decided(words: str, anchor: Anchor, *, due: bool) -> When:
    """The one occurrence that the words and the anchor leave; raises UnreadableError where there is none."""
    from claimtrack.dates.meaning import meaning  # noqa: PLC0415 - ISO dates, the usual ones, do without

    first, last = (meaning(words, day, due=due) for day in (anchor.when.first, anchor.when.last))
    if first is None or last is None:
        raise unreadable(words, due=due)
    if len(first.whens) == 1:  # a distance from a vague day is as vague as that day
        when = When(first.whens[0].first, last.whens[0].last)
    else:
        open_choice = first._replace(whens=tuple(sorted({*first.whens, *last.whens})))
        when = anchor.pick(open_choice, anchor.when) or _none_left(words)
    if first.weekday is not None and when.first.weekday() != first.weekday:
        raise wrong_weekday(words, f"{when} is a {WEEKDAYS[when.first.weekday()]}")
    return when


def _none_left(words: str) -> NoReturn:
    """Raises: every occurrence lies beyond the years that can be written."""
    raise out_of_range(words)


def _anchor(field: str, *, today: date, said: When | None, published: When | None) -> Anchor:
    """What `field` is read against, and which way it looks."""
    now = When.day(today)
    match field:
        case "due" if said:
            return Anchor(said, _ahead)
        case "due" if published:
            return Anchor(published, _ahead_or_just_past)
        case "due":
            return Anchor(now, _ahead)
        case "said" if published:
            return Anchor(published, _back)
        case "said" | "published" | "happened" | "judged":
            return Anchor(now, _back)
    raise KeyError(field)


def nearest_to(today: date) -> Anchor:
    """For a date that belongs to no field: the occurrence nearest to today, the later one of two."""
    return Anchor(When.day(today), _nearest)


def _ahead(found: Occurrences, anchor: When) -> When | None:
    """The first one not wholly before the anchor's first day."""
    return next((when for when in found.whens if when.last >= anchor.first), None)


def _ahead_or_just_past(found: Occurrences, published: When) -> When | None:
    """The first one not wholly before the article, or that starts only a little before it."""
    return next((when for when in found.whens if not _long_past(when, found, published.first)), None)


def _long_past(when: When, found: Occurrences, article: date) -> bool:
    """Whether an article of that day would not mean `when` without a year; a weekday is never just past."""
    if when.last >= article:
        return False
    reach = JUST_PAST if when.first.year == article.year else JUST_PAST_LAST_YEAR
    return found.weekly or article - when.first > reach


def _back(found: Occurrences, anchor: When) -> When | None:
    """The last one that does not start after the anchor's last day."""
    return next((when for when in reversed(found.whens) if when.first <= anchor.last), None)


def _nearest(found: Occurrences, anchor: When) -> When | None:
    """The one with the fewest days between it and the anchor, the later one of two."""
    day = anchor.first
    return min(reversed(found.whens), key=lambda when: max(when.first - day, day - when.last, timedelta()))
