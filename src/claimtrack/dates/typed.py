"""The door for what people type: a whole string is read for one field, echoed, or refused with its reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.dates.calendar import around, shift
from claimtrack.dates.forms import parse_iso
from claimtrack.dates.pick import Side, pick
from claimtrack.dates.refusals import (
    condition,
    not_a_deadline,
    out_of_range,
    shown,
    time_of_day,
    unreadable,
    writable,
    wrong_weekday,
)
from claimtrack.model import When
from claimtrack.model.when import WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.dates.whole import Whole

FIELDS = ("said", "published", "happened", "judged", "due")
# Longer than any date in words; keeps a pasted paragraph away from the slow readings.
LONGEST = 80
# Short forms that are for typing only, as days and months ahead, or the end of what there is now.
SHORT_COUNT = re.compile("([0-9]+) ?([dwmy])")
UNITS = {"d": (0, 1), "w": (0, 7), "m": (1, 0), "y": (12, 0)}
ENDS = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
TIME_OF_DAY = re.compile(r"[0-9]:[0-9]|[0-9] ?[ap]\.?m\b")
# These make a date hang on something that has yet to happen.
CONDITIONS = frozenset(
    "after once when if unless ceasefire election elections после когда если як після коли якщо щойно".split()  # noqa: SIM905 - a list of words
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One date as it was read; `words` is what was typed, where that was not an ISO or vague form."""

    when: When
    words: str | None
    before_article: bool


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
        against, side = _anchor(field, today=today, said=said, published=published)
        when = natural_date(typed, against, side, due=field == "due")
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


def natural_date(words: str, against: When, side: Side, *, due: bool) -> When:
    """The days that words other than an ISO form mean when read against some day.

    Raises:
        UnreadableError: as `read`.
    """
    if not words or len(words) > LONGEST:
        raise unreadable(words, due=due)
    try:
        short = _shorthand(words, against) if due else None
        return writable(short or _decided(words, against, side, due=due), words)
    except (ValueError, OverflowError) as beyond:
        raise out_of_range(words) from beyond


def _shorthand(words: str, against: When) -> When | None:
    """30d, 2w, 3m and 1y ahead, and eow, eom, eoq and eoy, the last day of this week, month, quarter or year."""
    low = words.lower()
    if low in ENDS:
        return When(*(around(day, ENDS[low]).last for day in (against.first, against.last)))
    match = SHORT_COUNT.fullmatch(low)
    if match is None:
        return None
    months, days = (length * int(match[1]) for length in UNITS[match[2]])
    return When(*(shift(day, months=months, days=days) for day in (against.first, against.last)))


def _decided(words: str, against: When, side: Side, *, due: bool) -> When:
    """The one occurrence that the words and the day leave; raises UnreadableError where there is none."""
    one = _meaning(words, against.first, due=due)
    other = one if against.first == against.last else _meaning(words, against.last, due=due)
    if one is None or other is None:
        raise unreadable(words, due=due)
    first, last = one.found, other.found
    doubt = first.doubt or last.doubt
    if doubt:
        raise doubt(words)
    if len(first.whens) == 1:  # a distance from a vague day is as vague as that day
        meant, when = first.whens[0], When(one.limit(first).whens[0].first, other.limit(last).whens[0].last)
    else:
        choices = first._replace(whens=tuple(sorted({*first.whens, *last.whens})))
        place = pick(choices, against, side)
        if place is None:
            raise out_of_range(words)
        meant, when = choices.whens[place], one.limit(choices).whens[place]
    if first.weekday is not None and meant.first.weekday() != first.weekday:
        raise wrong_weekday(words, f"{meant} is a {WEEKDAYS[meant.first.weekday()]}")
    return when


def _meaning(words: str, day: date, *, due: bool) -> Whole | None:
    """All that the whole of the words may stand for on `day`, by the grammar or, with unknown words, the library."""
    from claimtrack.dates.line import NoMeaningError  # noqa: PLC0415 - ISO dates, the usual ones, do without
    from claimtrack.dates.whole import Whole, is_limit, line_of_whole, read_whole, unlimited  # noqa: PLC0415 - the same

    text = _plain(words)
    if TIME_OF_DAY.search(text):
        raise time_of_day(words)
    line = line_of_whole(text, day)
    if not due and is_limit(line):
        raise not_a_deadline(words)
    try:
        whole = read_whole(line, due=due)
        if whole is None and line.has_unknown_words and not (due and _hangs_on_something(text)):
            from claimtrack.dates.language import other_language  # noqa: PLC0415 - rarely needed

            found = other_language(text, day)
            whole = Whole(found, unlimited) if found else None
    except NoMeaningError as no_meaning:
        raise no_meaning.refusal(words) from no_meaning
    if whole is None and due and _hangs_on_something(text):
        raise condition(words)
    return whole


def _hangs_on_something(text: str) -> bool:
    """Whether the words name something that has yet to happen."""
    return not CONDITIONS.isdisjoint(text.split())


def _plain(words: str) -> str:
    """`words` in one way of writing, with plain spaces and without invisible characters."""
    from claimtrack.dates.tokens import folded  # noqa: PLC0415 - as above

    text = "".join(
        letter for letter in unicodedata.normalize("NFC", words) if unicodedata.category(letter) != "Cf"
    )
    return folded(" ".join(text.split())).rstrip(" .,;")


def _anchor(field: str, *, today: date, said: When | None, published: When | None) -> tuple[When, Side]:
    """What `field` is read against, and which way it looks."""
    now = When.day(today)
    match field:
        case "due" if said:
            return said, Side.AHEAD
        case "due" if published:
            return published, Side.AHEAD_OF_ARTICLE
        case "due":
            return now, Side.AHEAD
        case "said" if published:
            return published, Side.BACK
        case "said" | "published" | "happened" | "judged":
            return now, Side.BACK
    raise KeyError(field)
