"""The values of a row, each read by the rule that what a person types is read by, from JSON or the text of a cell."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claimtrack import dates
from claimtrack.model import JUDGE, TAKE_BACK, Evidence, Verdict
from claimtrack.model.claim import kind_named
from claimtrack.model.outcome import outcome_code
from claimtrack.model.record import DAY, FIELDS, KIND, LINE, SHARE, TEXT, VAGUE
from claimtrack.model.text import stored, stored_line
from claimtrack.model.when import When, Worded
from claimtrack.store.uids import is_uid
from claimtrack.tracker.input.draft import probability
from claimtrack.tracker.input.draft import tags as typed_tags
from claimtrack.tracker.input.source import NO_SOURCE, SourceDraft, address

if TYPE_CHECKING:
    from collections.abc import Callable

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?Z?")
_NUMERIC = re.compile(r"[\d./\s-]+")  # a date as a spreadsheet writes it, which are nobody's words
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class NoValueError(ValueError):
    """What stands there can't be what the column holds; its text says why."""


def text(value: object) -> str | None:
    """Free text as it is stored; null where it is empty."""
    return None if value is None else stored(_words(value))


def line(value: object) -> str | None:
    """Text on one line as it is stored; null where it is empty."""
    return None if value is None else stored_line(_words(value))


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise NoValueError(f"{str(value)[:60]!r} is no text")


def kind(value: object) -> str | None:
    """A kind of claim by its name; null where there is none."""
    words = line(value)
    return kind_named(words) if words else None


def share(value: object) -> float | None:
    """A probability from 0 to 1; null where there is none."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if not 0 <= value <= 1:
            raise NoValueError(f"{value} is no probability; give it as 0.7 or 70%")
        return float(value)
    return probability(line(value) or "")


def truth(value: object) -> bool | None:
    """True or false, as a word or a number too; null where it is empty."""
    if value is None or isinstance(value, bool):
        return value
    words = str(value).strip().casefold()
    if words and words not in _TRUTHS:
        raise NoValueError(f"{words[:60]!r} is neither true nor false")
    return _TRUTHS.get(words)


def number(value: object) -> int | None:
    """A whole number above 0, such as an id; null where there is none, or something that is no id."""
    try:
        found = int(str(value).strip().removesuffix(".0"))
    except ValueError:
        return None
    return found if 0 < found < 1 << 62 else None


def uid(value: object) -> str | None:
    """A uid; null where there is none."""
    words = line(value)
    if words and not is_uid(words.upper()):
        raise NoValueError(f"{words[:60]!r} is no uid; leave it out")
    return words and words.upper()


def stamp(value: object) -> str | None:
    """A moment in UTC as the record has it; null where there is none, or nothing that can be read as one."""
    words = line(value) or ""
    return words if _is_moment(words) else None


@lru_cache(maxsize=1024)
def _is_moment(words: str) -> bool:
    from datetime import datetime  # noqa: PLC0415  # beside the name of the class of days

    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", words):
        return False
    try:
        return datetime.fromisoformat(words).year > 0
    except ValueError:
        return False


@lru_cache(maxsize=8192)
def _dated(words: str, field: str, today: date) -> Worded:
    at_midnight = _MIDNIGHT.fullmatch(words)
    words = at_midnight[1] if at_midnight else words
    if when := dates.parse_iso(words):
        return Worded(when)
    if not _YEAR.search(words):
        raise NoValueError(f"{words[:60]!r} names no year; write a date as 2025-02-05")
    when = dates.read(words, field=field, today=today).when
    return Worded(when, None if _NUMERIC.fullmatch(words) else words)


def dated(value: object, field: str, today: date) -> Worded | None:
    """A date that may be vague, in its ISO form or with its year as a person types it; null where there is none."""
    if isinstance(value, date):
        value = value.isoformat()
    words = line(value)
    return _dated(words, field, today) if words else None


def day(value: object, field: str, today: date) -> date | None:
    """A single day; null where there is none."""
    found = dated(value, field, today)
    if found and found.when.first != found.when.last:
        raise NoValueError(f"{found.when} is no single day")
    return found and found.when.first


def past(value: object, field: str, today: date) -> Worded | None:
    """A date that does not lie ahead; null where there is none."""
    found = dated(value, field, today)
    if found and found.when.first > today:
        raise NoValueError(f"{found.when} has not come yet; today is {today}")
    return found


def tags(value: object) -> tuple[str, ...]:
    """Tags from a list, or from words parted by semicolons or commas."""
    return typed_tags(_members(value) if isinstance(value, list) else re.split("[;,]", line(value) or ""))


def _members(value: list[Any]) -> list[str]:
    for member in value:
        if ";" in str(member) or "," in str(member):
            raise NoValueError(f"{str(member)[:60]!r} can't be a tag: a tag has no comma or semicolon")
    return [str(member) for member in value]


def uids(value: object) -> tuple[str, ...]:
    """Uids from a list, or from words parted by semicolons or commas."""
    found = value if isinstance(value, list) else re.split("[;,]", line(value) or "")
    return tuple(one for words in found if (one := uid(words)))


def numbers(value: object) -> tuple[int, ...]:
    """Ids from a list, or from words parted by semicolons or commas."""
    found = value if isinstance(value, list) else re.split("[;,]", line(value) or "")
    return tuple(one for words in found if (one := number(words)))


def outcome(value: object) -> str | None:
    """The code of an outcome, from a word of any kind; null where there is none."""
    words = line(value)
    return outcome_code(words, claims="ID") if words else None


def source(value: object, today: date) -> SourceDraft:
    """A source with its id in the file; one without anything is none."""
    facts = _object(value)
    if not facts:
        return NO_SOURCE
    archive, url = line(facts.get("archive_url")), line(facts.get("url"))
    draft = SourceDraft(
        id=number(facts.get("id")), title=line(facts.get("title")), publisher=line(facts.get("publisher")),
        url=address(url) if url else None, archive_url=address(archive) if archive else None,
        published=past(facts.get("published"), "published", today),
    )  # fmt: skip  # the record's order
    if draft.facts() and not (draft.title or draft.url):
        raise NoValueError("has neither a title nor an address")
    return draft if draft.facts() else NO_SOURCE


def _object(value: object) -> dict[str, Any]:
    """The object in a value; words that stand for it are its title or its address."""
    if isinstance(value, str):
        return {"url" if value.startswith(("http://", "https://")) else "title": value}
    if value is not None and not isinstance(value, dict):
        raise NoValueError(f"{str(value)[:60]!r} is no object")
    return value or {}


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list; none where it is empty."""
    if value is None or value == "":
        return []
    if not isinstance(value, list):
        raise NoValueError(f"{str(value)[:60]!r} is no list of objects")
    return [_object(one) for one in value]


def evidence(value: object, today: date) -> tuple[Evidence, ...]:
    """Pieces of evidence; an address alone is one."""
    return tuple(_piece(one, today) for one in objects(value))


def _piece(facts: dict[str, Any], today: date) -> Evidence:
    url, archive = line(facts.get("url")), line(facts.get("archive_url"))
    added, stance = day(facts.get("added"), "judged", today), line(facts.get("stance"))
    piece = Evidence(
        url=address(url) if url else None, archive_url=address(archive) if archive else None,
        quote=text(facts.get("quote")), stance=stance, note=text(facts.get("note")),
        added=added.isoformat() if added else "",
    )  # fmt: skip  # the record's order
    if stance not in (None, "for", "contrary"):
        raise NoValueError(f"{stance!r} is no stance; it is for or contrary")
    if not (piece.url or piece.quote):
        raise NoValueError("has evidence with neither an address nor a quotation")
    return piece


def verdicts(value: object, today: date) -> tuple[Verdict, ...]:
    """Every act of judging, oldest first."""
    found = tuple(_verdict(one, today) for one in objects(value))
    return tuple(sorted(found, key=lambda one: one.uid)) if all(one.uid for one in found) else found


def _verdict(facts: dict[str, Any], today: date) -> Verdict:
    happened, overrules = past(facts.get("happened"), "happened", today), facts.get("overrules")
    judged, act = past(facts.get("judged"), "judged", today), facts.get("act") or JUDGE
    if act not in (JUDGE, TAKE_BACK):
        raise NoValueError(f"{str(act)[:60]!r} is no act of judging")
    if judged and judged.when.first != judged.when.last:
        raise NoValueError(f"judged {judged.when} is no single day")
    return Verdict(
        uid=uid(facts.get("uid")) or "", act=act, outcome=outcome(facts.get("outcome")),
        rating=line(facts.get("rating")), happened=happened and happened.when,
        happened_words=line(facts.get("happened_words")) if happened else None,
        judged=judged and judged.when.first, judge=line(facts.get("judge")), reason=text(facts.get("reason")),
        evidence=evidence(facts.get("evidence"), today),
        overrules=None if overrules is None else uids(overrules),
    )  # fmt: skip  # the record's order


PLAIN: dict[str, Callable[[object], object]] = {KIND: kind, LINE: line, TEXT: text, SHARE: share}
DATES = tuple(field.name for field in FIELDS if field.plain is False and field.form == VAGUE and field.of)
DAYS = tuple(field.name for field in FIELDS if field.plain and field.form == DAY)


def when_words(found: Worded | None, words: object) -> tuple[When | None, str | None]:
    """A date, and the words that it was typed in: those of the row, else its own."""
    return (found.when, line(words) or found.words) if found else (None, None)
