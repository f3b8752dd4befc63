"""What in prose only looks like a date: verbs and names, amounts, any such day in general."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.dates.prose.tense import direction
from claimtrack.dates.tokens import UNKNOWN
from claimtrack.dates.words import COUNTED, DOUBTFUL, SHORT, russian

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.dates.line import Line, Phrase

LOOK_BACK = 48
OLDEST, EARLIEST, LATEST = 1400, 1900, 2060
PREPOSITIONS = (
    "in of by since until till from to for during through throughout before after between late early mid next last "
    "this past and or on into around about beyond than that в с со до к ко по за "
    "на от после и или у з із від після та й або"
)
S = r"\s{1,4}"
PREPOSITION_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(PREPOSITIONS.split())}|as{S}of|(?:early|soon|late){S}as)(?:{S}(?:the|this|last|next|late|early))?(?:{S}-?|-)$"
)
YEAR_BEFORE = re.compile(
    rf"(?<!\w)(?:in|since|by|until|till|from|of|before|after|circa|early|late|year|fiscal|в|с|до|к|от|у|з|від){S}$"
)
NO_YEAR_BEFORE = re.compile(
    r"(?:[$£€¥#№/=_@:]|\d[.,:]|[^\W\d_]-(?<!mid-)(?<!early-)(?<!late-)(?<!pre-)(?<!post-)"
    r"|\b(?:no\.|flight|room|highway|route|page|article|section|number) )$"
)
NO_YEAR_AFTER = re.compile(
    rf"[.,:]\d|[%°$€£_/]|-(?!\d|era\b|[^a-zа-я])|\s?%|{S}(?:or{S}(?:more|so)|{'|'.join(sorted(COUNTED))})(?!\w)"
)
# "On a Monday" and "Black Friday" are no one day, and "Saturday Night Live" is no day.
NO_ONE_DAY_BEFORE = re.compile(r"\b(?:an?|every|each|any|black|bloody|super|cyber|ash|holy)\s$")
NAME_AFTER = re.compile(r"\s(?:Night Live|Night Football|Times|Mirror|Telegraph|Express|Herald|Post|Mail)\b")
RELATION_BEFORE = re.compile(r"\b(?:this|next|last|past|coming)\s$")
ON_BEFORE = re.compile(r"(?<!\w)(?:в|на|и)\s$")
SEASON_BEFORE = re.compile(rf"(?<!\w)(?:(?:in|by|during|until|since|of|for){S}the|by|until){S}$")
THE_BEFORE = re.compile(r"(?<!\w)the\s$")
NOT_AHEAD_BEFORE = re.compile(r"\b(?:time|one|once)\s$")


def kind_in(text: str, kind: str, word: str, start: int) -> str:
    """The letter of a word, by its capital and what stands before it; two figures alone are for typing only."""
    match kind:
        case "M":
            return _month(text, word, start)
        case "W":
            return _weekday(text, word, start)
        case "c":
            return UNKNOWN
        case "H":
            return UNKNOWN if text[start : start + len(word)].islower() else kind
    return kind


def _month(text: str, word: str, start: int) -> str:
    """English months have a capital, and names of people are none."""
    capital = text[start].isupper()
    if word[0].isascii():
        return "M" if capital else UNKNOWN if word in DOUBTFUL else "m"
    weak = word.rstrip(".") in SHORT or (capital and word in russian.NAMES)
    return "m" if weak else "M"


def _weekday(text: str, word: str, start: int) -> str:
    """English weekdays have a capital; short ones, and those that are other words, stand beside a date only."""
    if (
        word[0].isascii()
        and not text[start].isupper()
        and not RELATION_BEFORE.search(text, max(0, start - 9), start)
    ):
        return UNKNOWN
    doubtful = word in russian.DOUBTFUL and not ON_BEFORE.search(text.lower(), max(0, start - 3), start)
    return "J" if doubtful or word in SHORT or word in russian.NO_DAY else "W"


class Place(NamedTuple):
    """Where a phrase stands: its text and line, its first token, its letters, and its first and last character."""

    text: str
    line: Line
    at: int
    shape: str
    start: int
    end: int

    def led_by(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words before it are of a pattern that ends in `$`."""
        return pattern.search(self.line.low, max(0, self.start - LOOK_BACK), self.start) is not None

    @property
    def word(self) -> str:
        """Its first word."""
        return self.line.word(self.at).rstrip(".")


def allowed(text: str, line: Line, at: int, phrase: Phrase) -> bool:
    """Whether what was read is a date where it stands."""
    start, end = line.tokens[at].start, line.tokens[phrase.end - 1].end
    place = Place(text, line, at, line.shape[at : phrase.end], start, end)
    check = CHECKS.get(place.shape[0])
    return check is None or check(place)


def _is_year(place: Place) -> bool:
    """A number that is no amount, address or count of things; one in a row of two years or with more."""
    year = int(str(place.line.tokens[place.at].value))
    sure = place.led_by(YEAR_BEFORE) or place.shape[-1:] in "gyx"
    alone = len(place.shape.rstrip("gyx")) == 1 + 2 * (place.shape.count("Y") - 1)
    if alone and not (EARLIEST <= year <= LATEST or (sure and year >= OLDEST)):
        return False
    return not (place.led_by(NO_YEAR_BEFORE) or NO_YEAR_AFTER.match(place.line.low, place.end))


def _is_month(place: Place) -> bool:
    """A month alone, which is no verb or name where a preposition leads up to it."""
    return place.shape != "M" or place.word not in SHORT | DOUBTFUL or place.led_by(PREPOSITION_BEFORE)


def _is_one_day(place: Place) -> bool:
    """A weekday that means some one day, and is no part of a name."""
    name = NAME_AFTER.match(place.text, place.line.tokens[place.at].end)
    return not (place.led_by(NO_ONE_DAY_BEFORE) or name)


def _is_season(place: Place) -> bool:
    """A season alone: only where "in the" or a case ending says that it is a time."""
    return place.shape != "S" or not place.word.isascii() or place.led_by(SEASON_BEFORE)


def _is_weekend(place: Place) -> bool:
    """The weekend."""
    return not place.word.isascii() or place.led_by(THE_BEFORE)


def _is_quarter(place: Place) -> bool:
    """Q3; H1 with its year only, since it is also the name of other things."""
    value = place.line.tokens[place.at].value
    return place.shape != "K" or not isinstance(value, tuple) or value[0] == "Q" or len(value) > 2  # noqa: PLR2004 - its year


def _lies_ahead(place: Place) -> bool:
    """A time to come: "the first time in ten years" and "built in two years" are not, and "через" always is."""
    token, low = place.line.tokens[place.at], place.line.low
    doubtful = (token.kind == "I" or token.value == 1) and not {*"Bbf"}.intersection(place.shape)
    timely = low.startswith("time", place.end - len("time"))
    ahead = not doubtful or timely or direction(place.text, low, place.start, place.end) > 0
    return ahead and not place.led_by(NOT_AHEAD_BEFORE)


CHECKS: dict[str, Callable[[Place], bool]] = {
    "Y": _is_year,
    "M": _is_month,
    "W": _is_one_day,
    "S": _is_season,
    "E": _is_weekend,
    "R": lambda place: not place.line.low.endswith("usa ", 0, place.start),
    "K": _is_quarter,
    "I": _lies_ahead,
    "C": _lies_ahead,
}
