"""What a settled row of symbols means: every occurrence that it may stand for, in order of time."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.dates.periods import WEEK, calendar_period, share, shift, week_of
from claimtrack.dates.refusals import backwards, no_such_date, two_readings
from claimtrack.dates.settling import settle, shape_of
from claimtrack.dates.vocabulary import DAY, LENGTHS, Symbol
from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Callable

# 29 February may be eight years away, across a century.
YEARS_AROUND = 9
# Shapes of dates in the calendar, by the letters of vocabulary.py: periods, and days.
PERIODS = frozenset({"M", "MY", "YM", "Q", "QY", "YQ", "H", "HY", "YH", "S", "SY", "YS", "Y"})
CALENDAR = PERIODS | {"NM", "MN", "NMY", "MNY", "YMN"}
COUNTS = frozenset({"CNU", "CnU", "CYU", "NUA", "nUA", "YUA"})  # a count of 1000 looks like a year
HALVES, THIRDS, QUARTERS = 2, 3, 4
HALF_A_YEAR = 184
LIMITS = ("B", "F")
THE_END = Symbol("E", 1)
WINTER, SPRING_STARTS = 4, 3
LEAP_YEAR = 2000


class Occurrences(NamedTuple):
    """What was typed may be any of `whens`; one only, where it names its year or its distance from a day."""

    whens: tuple[When, ...]
    weekly: bool = False
    weekday: int | None = None

    def each(self, change: Callable[[When], When]) -> Occurrences:
        """The same with every occurrence changed."""
        return self._replace(whens=tuple(change(when) for when in self.whens))


def occurrences(symbols: list[Symbol], day: date, words: str) -> Occurrences | None:
    """What `symbols` mean when read on `day`; None where their shape is no date.

    Raises:
        UnreadableError: there is no such date, or it has two readings; the message quotes `words`.
        ValueError, OverflowError: it lies beyond the calendar.
    """
    symbols = settle(symbols, day)
    limit = shape_of(symbols[:1])
    if limit not in LIMITS:
        return _body(symbols, day, words)
    body = _body(symbols[1:], day, words)
    if body is None:
        return None
    if symbols[1] == THE_END:
        return body.each(lambda when: When.day(when.last))
    return _the_day_before(body) if limit == "F" else body


def _the_day_before(found: Occurrences) -> Occurrences:
    """The last day before each occurrence, whose weekday, where one was typed, comes before that one too."""
    weekday = None if found.weekday is None else (found.weekday - 1) % WEEK
    return found._replace(weekday=weekday).each(lambda when: When.day(when.first - timedelta(days=1)))


def sets_a_deadline(symbols: list[Symbol]) -> bool:
    """Whether the symbols start with `by`, `before` or `within`."""
    return shape_of(symbols[:1]) in ("B", "F", "G")


def _body(symbols: list[Symbol], day: date, words: str) -> Occurrences | None:
    """The meaning of what follows `by` or `before`, or stands alone."""
    shape = shape_of(symbols)
    if "-" in shape:
        return _span(symbols, day, words)
    if shape[:1] in ("P", "E", "L"):
        return _part(symbols, day, words)
    if "W" in shape and shape not in ("W", "TW"):
        return _with_weekday(symbols, day, words)
    return _plain(symbols, day, words)


def _plain(symbols: list[Symbol], day: date, words: str) -> Occurrences | None:
    """A date of the calendar, or one told by its distance from `day`."""
    shape, parts = shape_of(symbols), {symbol.kind: symbol.value for symbol in symbols}
    if shape in CALENDAR:
        year = parts.pop("Y", None)
        return in_years(lambda any_year: calendar_period(any_year, parts), year, day, words)
    if shape in COUNTS:
        return _counted(parts, day)
    return _nearby(shape, parts, day, words)


def _nearby(shape: str, parts: dict[str, int], day: date, words: str) -> Occurrences | None:
    """A day or period named by its place around `day`: tomorrow, a weekday, next Friday."""
    if shape in ("TW", "TM", "TS"):
        return _this_next_last(parts, day, words)
    match shape:
        case "R":
            return Occurrences((When.day(day + timedelta(days=parts["R"])),))
        case "X":
            return Occurrences((week_of(date.fromordinal(parts["X"])),))
        case "W":
            return _weekdays(parts["W"], day)
    return None


def in_years(period: Callable[[int], When | None], year: int | None, day: date, words: str) -> Occurrences:
    """The period in that year, or in each of the years around `day`; refused where it is in none."""
    years = range(max(1, day.year - YEARS_AROUND), min(MAXYEAR, day.year + YEARS_AROUND) + 1)
    whens = tuple(when for each in ([year] if year is not None else years) if (when := period(each)))
    if not whens:
        raise no_such_date(words)
    return Occurrences(whens)


def _counted(parts: dict[str, int], day: date) -> Occurrences | None:
    """So many units from `day`, ahead or, with `ago`, back."""
    if parts["U"] not in LENGTHS or ("Y" in parts and parts["U"] != DAY):
        return None
    count = parts.get("N", parts.get("n", parts.get("Y", 1)))
    months, days = (length * (-count if "A" in parts else count) for length in LENGTHS[parts["U"]])
    return Occurrences((When.day(shift(day, months=months, days=days)),))


def _weekdays(weekday: int, day: date) -> Occurrences:
    """That weekday in the weeks around `day`."""
    monday = week_of(day).first
    return Occurrences(
        tuple(When.day(monday + timedelta(days=weekday + WEEK * week)) for week in (-1, 0, 1)), weekly=True
    )


def _this_next_last(parts: dict[str, int], day: date, words: str) -> Occurrences:
    """`next Friday`, `last March`: the nearest one, and that of the next or last week or year, must agree."""
    which = parts.pop("T")
    around = _weekdays(parts["W"], day).whens if "W" in parts else _three_years(parts, day)
    named = around[1 + which]
    ahead = [when for when in around if when.first > day] or [named]
    past = [when for when in around if when.last < day] or [named]
    nearest = {-1: past[-1], 0: named, 1: ahead[0]}[which]
    if which == 0 and "W" in parts and named.last < day:
        nearest = ahead[0]
    if nearest != named:
        raise two_readings(words, *map(str, sorted((nearest, named))))
    return Occurrences((named,))


def _three_years(parts: dict[str, int], day: date) -> tuple[When, ...]:
    """The month or season of last year, this year and the next; in January a winter is still last year's."""
    year = day.year - 1 if parts.get("S") == WINTER and day.month < SPRING_STARTS else day.year
    whens = tuple(when for each in (-1, 0, 1) if (when := calendar_period(year + each, parts)))
    if len(whens) < 3:  # noqa: PLR2004 - the three years
        raise OverflowError(year)
    return whens


def _with_weekday(symbols: list[Symbol], day: date, words: str) -> Occurrences | None:
    """A date with its weekday, which must agree with it, or a weekday of a week."""
    weekday, *more = (symbol.value for symbol in symbols if symbol.kind == "W")
    rest = [symbol for symbol in symbols if symbol.kind != "W"]
    if more or symbols[0].kind != "W" != symbols[-1].kind:
        return None
    found = _plain(rest, day, words)
    if shape_of(rest) == "X" and found:
        return found.each(lambda week: When.day(week.first + timedelta(days=weekday)))
    return found._replace(weekday=weekday) if found and "N" in shape_of(rest) else None


def _part(symbols: list[Symbol], day: date, words: str) -> Occurrences | None:
    """A third or half of a period; only months and years have halves."""
    part, rest = symbols[0], symbols[1:]
    shape = shape_of(rest)
    if shape not in PERIODS | {"X", "TM", "TS"} or (part.kind == "L" and set(shape) - {"M", "Y"}):
        return None
    if part.kind == "L" and not 1 <= part.value <= HALVES:
        raise no_such_date(words)
    whole = _plain(rest, day, words)
    return whole and whole.each(lambda when: _share(when, part))


def _share(when: When, part: Symbol) -> When:
    """A half, a third, or an edge, which is a quarter of a year and a third of anything shorter."""
    if part.kind == "L":
        return share(when, part.value - 1, HALVES)
    if part.kind == "P":
        return share(when, part.value, THIRDS)
    parts = QUARTERS if (when.last - when.first).days > HALF_A_YEAR else THIRDS
    return share(when, part.value and parts - 1, parts)


def _span(symbols: list[Symbol], day: date, words: str) -> Occurrences | None:
    """A range of two dates, each taking from the other the month or year that it leaves out."""
    dash = shape_of(symbols).index("-")
    left, right = dict(symbols[:dash]), dict(symbols[dash + 1 :])
    if shape_of(symbols) not in _spans():
        return None
    left_year, right_year = left.pop("Y", None), right.pop("Y", None)
    if "N" in left:
        left, right = {"M": right.get("M", 0)} | left, {"M": left.get("M", 0)} | right
    over_new_year = left_year is None and _starts_later(left, right, words)

    def in_year(year: int) -> When | None:
        start = calendar_period(year - over_new_year if left_year is None else left_year, left)
        end = calendar_period(year, right)
        if start and end and end.last < start.first:
            raise backwards(words)
        return When(start.first, end.last) if start and end else None

    return in_years(in_year, right_year, day, words)


def _starts_later(left: dict[str, int], right: dict[str, int], words: str) -> bool:
    """Whether the left side comes later in a year than the right one, as in 28 December to 3 January."""
    start, end = calendar_period(LEAP_YEAR, left), calendar_period(LEAP_YEAR, right)
    if start is None or end is None:
        raise no_such_date(words)
    if start.first > end.first and start.first.month == end.first.month:
        raise backwards(words)
    return start.first > end.first


def _spans() -> frozenset[str]:
    """The shapes of ranges: the same kind of date on both sides, and no year on the left alone."""
    sides = ("NM", "MN", "M", "Q", "H", "S")
    same = {f"{left}-{right}" for left in sides for right in sides if set(left) == set(right)}
    shared = same | {"N-NM", "N-MN", "MN-N"}
    dated = {f"{shape}Y" for shape in shared}
    both = {shape.replace("-", "Y-") + "Y" for shape in same}
    return frozenset(shared | dated | both | {"Y-Y"})
