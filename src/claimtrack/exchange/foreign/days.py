"""Times of other programs, cut to days: an instant has the day of its own offset, or of a zone that is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from claimtrack import dates
from claimtrack.errors import UnreadableError
from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

# How an instant is written as a number, and how many of it are one second.
EPOCHS = {"milliseconds": 1000, "seconds": 1}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY, _NOON = 24 * 3600, 12 * 3600
# A time of day at the end, with the offset it may have; seconds may lack their zero.
_TIME = re.compile(
    r"(?:(?<=\d)T|[\s,]+(?:at\s+)?)\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?"
    r"\s*(?P<offset>Z|UTC|GMT|UT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?=\S)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Words in the place of a date that there is none; what says something is kept by whoever asks.
_NO_DATE = frozenset(
    ("", "none", "null", "nan", "nat", "n/a", "na", "-", "–", "—", "?", "ongoing", "tbd", "tba", "unknown", "undated",
     "unspecified", "not specified", "not applicable", "no date", "no deadline", "open", "open-ended", "undefined",
     "0000-00-00")
)  # fmt: skip  # a list of words


class NoDayError(ValueError):
    """What stands in the place of a date can't be read as one; its text says why."""


@dataclass(slots=True)
class Days:
    """Reads the dates of one file; `guessed` tells afterwards whether a time without an offset was among them."""

    zone: tzinfo
    today: date
    guessed: bool = False

    def read(
        self, value: object, field: str, written: Sequence[str] = (), *, whole: bool = False
    ) -> str | None:
        """The day or vague date of `value` in its ISO form; null where it says that there is none.

        `written` are forms of `strptime`, tried first, or `milliseconds` and `seconds` since 1970. `whole`: the
        instants of this column are days, written as noon or midnight in UTC.

        Raises:
            NoDayError: It is no date, or has two readings.
        """
        if value is None or isinstance(value, bool) or value != value or says_no_date(str(value)):  # noqa: PLR0124 - NaN is not itself
            return None
        for form in written:
            if form in EPOCHS:
                seconds = _number(value)
                if seconds is not None:
                    return self._of_instant(seconds / EPOCHS[form], whole=whole)
            elif when := _by_form(str(value).strip(), form):
                return str(when)
        return self._of_words(str(value).strip(), field)

    def _of_instant(self, seconds: float, *, whole: bool) -> str:
        try:
            moment = _EPOCH + timedelta(seconds=seconds)
            if whole:
                return moment.date().isoformat()
            self.guessed = True
            return moment.astimezone(self.zone).date().isoformat()
        except (OverflowError, ValueError) as error:
            raise NoDayError("is no time of the calendar") from error

    def _of_words(self, words: str, field: str) -> str:
        if re.fullmatch(r"-?\d{8,}(?:\.\d+)?(?:e\+?\d+)?", words, re.IGNORECASE) and not _compact(words):
            raise NoDayError('is a number; say `written = "milliseconds"` or `"seconds"` in the map')
        time = _TIME.search(words)
        if time:
            self.guessed = self.guessed or time["offset"] is None
            words = words[: time.start()]
        words = _compact(words) or words
        try:
            when = dates.parse_iso(words)
            if not (when or _YEAR.search(words)):
                raise NoDayError("names no year")
            found = when or dates.read(_WEEKDAY.sub("", words) or words, field=field, today=self.today).when
        except UnreadableError as error:
            raise NoDayError(str(error)) from error
        return str(found)


def says_no_date(words: str) -> bool:
    """Whether the words stand where a date would, and say that there is none."""
    return words.strip().casefold() in _NO_DATE


def all_whole_days(values: Sequence[object], written: Sequence[str]) -> bool:
    """Whether every instant of a column is noon, or every one midnight, in UTC: days, and no instants."""
    count = next((EPOCHS[form] for form in written if form in EPOCHS), 1)
    times = {number / count % _DAY for value in values if (number := _number(value)) is not None}
    return times in ({0}, {_NOON})


def _number(value: object) -> float | None:
    """The number that `value` is or spells; null where it is none."""
    try:
        number = float(value) if isinstance(value, (int, float, str)) else None
    except (ValueError, OverflowError):
        return None
    return None if number is None or number != number else number  # noqa: PLR0124 - NaN is not itself


def _by_form(words: str, form: str) -> When | None:
    """The day of words that are written so, or the month or year where the form has no day."""
    try:
        day = datetime.strptime(words, form).date()  # noqa: DTZ007 - only its day is taken, as it is written
    except ValueError:
        return None
    if re.search("%[djDFxcuUWVaA]", form):
        return When.day(day)
    return When.months(day.year, day.month) if re.search("%[mbB]", form) else When.months(day.year, 1, 12)


def fault_of_form(form: str) -> str | None:
    """What is wrong with a form that dates are said to be written in; null where it is one."""
    if form in EPOCHS:
        return None
    if not re.search("%[YyGcxDF]", form):
        return f"is {form!r}, which has no year (%Y); nor is it milliseconds or seconds"
    try:
        datetime.strptime("", form)  # noqa: DTZ007 - only the form is looked at
    except ValueError as error:
        return f"is {form!r}: {error}" if "directive" in str(error) or "stray" in str(error) else None
    return None


def _compact(words: str) -> str | None:
    """20250205 and 2025/02/05 as 2025-02-05; null for anything else."""
    found = re.fullmatch(r"((?:19|20)\d{2})(?:(\d{2})(\d{2})|/(\d{1,2})/(\d{1,2}))", words)
    if not found:
        return None
    year, *rest = (part for part in found.groups() if part)
    return "-".join((year, *(part.zfill(2) for part in rest)))


def zone_named(name: str) -> tzinfo:
    """The zone of that name, such as `Europe/Kyiv`, `UTC` or `+02:00`.

    Raises:
        UnreadableError: There is no such zone.
    """
    offset = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?", name.strip(), re.IGNORECASE)
    if offset:
        return _fixed(offset[1], int(offset[2]), int(offset[3] or 0), name)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only where one is named

    try:
        return UTC if name.strip().upper() in ("UTC", "Z", "GMT") else ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _no_zone(name) from error


def _fixed(sign: str, hours: int, minutes: int, name: str) -> tzinfo:
    from datetime import timezone  # noqa: PLC0415 - only where one is named

    try:
        return timezone((1 if sign == "+" else -1) * timedelta(hours=hours, minutes=minutes))
    except ValueError as error:
        raise _no_zone(name) from error


def _no_zone(name: str) -> UnreadableError:
    return UnreadableError(f"There is no time zone {name!r}; say one such as Europe/Kyiv, UTC or +02:00.")
