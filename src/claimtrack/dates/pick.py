"""The one rule of direction: which occurrence is meant where words leave the year or the week open."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.dates.line import Occurrences
    from claimtrack.model import When

# How far before its article a date without a year may be: articles also tell of dates just past. Across
# the new year less, since a writer who looks further back than that names the year. In the past tense they also tell
# of dates shortly to come ("was extended to 16 November"), as far as that.
JUST_PAST = timedelta(days=60)
JUST_PAST_LAST_YEAR = timedelta(days=45)


class Side(Enum):
    """Which way a field, or the tense of a sentence, looks from its day."""

    AHEAD = "ahead"
    AHEAD_OF_ARTICLE = "ahead of the article, or just before it"
    BACK = "back"
    BACK_FROM_ARTICLE = "back from the article, or just after it"
    NEAREST = "nearest"


def pick(found: Occurrences, anchor: When, side: Side) -> int | None:
    """The place of the one that is meant, where there are several; None where none is on that side."""
    whens = found.whens
    match side:
        case _ if len(whens) == 1:
            return 0
        case Side.AHEAD:
            fits = (when.last >= anchor.first for when in whens)
        case Side.AHEAD_OF_ARTICLE:
            fits = (not _long_past(when, anchor.first, often=found.often) for when in whens)
        case Side.BACK:
            places = [place for place, when in enumerate(whens) if when.first <= anchor.last]
            return places[-1] if places else None
        case Side.BACK_FROM_ARTICLE:
            near = [place for place, when in enumerate(whens) if when.first <= anchor.first + JUST_PAST]
            return min(near, key=lambda place: abs(whens[place].first - anchor.first), default=None)
        case Side.NEAREST:
            return min(reversed(range(len(whens))), key=lambda place: _distance(whens[place], anchor.first))
    return next((place for place, fit in enumerate(fits) if fit), None)


def _long_past(when: When, article: date, *, often: bool) -> bool:
    """Whether an article of that day would not mean `when` without a year; a weekday is never just past."""
    if when.last >= article:
        return False
    reach = JUST_PAST if when.first.year == article.year else JUST_PAST_LAST_YEAR
    return often or article - when.first > reach


def _distance(when: When, day: date) -> timedelta:
    """The days between them; none where the day is among those of `when`."""
    return max(when.first - day, day - when.last, timedelta())
