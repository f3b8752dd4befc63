"""A map at work: a row of a foreign file becomes a record, with what has no field and what is wrong besides."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign import values
from claimtrack.exchange.foreign.days import NoDayError, says_no_date
from claimtrack.exchange.foreign.raw import Taken
from claimtrack.exchange.foreign.spec import (
    DATES,
    LISTS,
    NO_OUTCOME,
    SOURCE_FIELDS,
    UNRESOLVED,
    VERDICT_FIELDS,
    FieldSpec,
    plain_word,
)
from claimtrack.exchange.incoming import Fault, Row
from claimtrack.model import default_kind
from claimtrack.model.claim import kind_named
from claimtrack.model.outcome import is_under_way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.exchange.foreign.days import Days
    from claimtrack.exchange.foreign.raw import Raw
    from claimtrack.exchange.foreign.spec import Map

# A date of the verdict is one day; a month is no day to have judged on.
_SINGLE_DAYS = ("judged", "remind")
_NOWHERE = FieldSpec()
_OWN_WAY = (
    *DATES, *LISTS, "source", *SOURCE_FIELDS, "kind", "speaker", "unnamed", "probability", "origin", "outcome",
    "rating", "due_words", "judge", "reason",
)  # fmt: skip  # a list of names


def interpreted(
    rows: Iterable[Raw],
    by: Map,
    days: Days,
    *,
    speaker: str | None = None,
    whole: Mapping[str, bool] = MappingProxyType({}),
) -> Iterator[Row]:
    """The records that a map makes of rows.

    `speaker` is whose the claims are that name nobody; `whole` tells of dates in epochs whether all are whole days.
    """
    for raw in rows:
        yield _Reading(raw, by, days, speaker, whole).row()


class _Reading:
    """One row as it is read field by field."""

    def __init__(self, raw: Raw, by: Map, days: Days, speaker: str | None, whole: Mapping[str, bool]) -> None:
        self._raw, self._map, self._days, self._speaker, self._whole = raw, by, days, speaker, whole
        self._taken = Taken(raw.values)
        self._rest: dict[str, str] = {}
        self._told: set[str] = set()  # what one fact of the verdict took, though another put it aside
        self._faults: list[Fault] = [raw.fault] if raw.fault else []
        self._record: dict[str, Any] = {}

    def row(self) -> Row:
        """The record, as far as the row can be read."""
        if self._raw.fault is None:
            self._read()
        rest = {name: values.compact(value) for name, value in self._taken.left().items()}
        rest |= {name: words for name, words in self._rest.items() if name not in self._told}
        rest = {name: words for name, words in rest.items() if words}
        return Row(self._raw.line, self._record, rest, tuple(self._faults))

    def _read(self) -> None:
        record = self._record
        record["text"] = self._words("text")
        if record["text"] is None:
            self._faults.append(Fault(self._column("text"), "is empty"))
        self._whose()
        for name in self._map.fields:
            if name not in _OWN_WAY and name != "text":
                record[name] = self._words(name)
        for name in ("said", "due", "remind"):
            record[name] = self._day(name)
        if words := self._words("due_words"):
            (record if record["due"] else self._rest)["due_words"] = words
        record["source"] = self._source()
        record["tags"] = values.tags(values.text_of(one) for one in self._members("tags"))
        record["probability"] = self._probability()
        record["origin"] = self._origin()
        record["kind"] = self._kind()
        self._verdict()

    def _column(self, name: str) -> str:
        """What a fault calls the field: the column that it comes from."""
        spec = self._spec(name)
        return next(
            (path for path in spec.paths if self._taken.get(path) is not None), (*spec.paths, name)[0]
        )

    def _spec(self, name: str) -> FieldSpec:
        return self._map.fields.get(name, _NOWHERE)

    def _values(self, name: str) -> list[Any]:
        """What the paths of a field hold, of each that says something; the default where none does."""
        spec, nothing = self._spec(name), self._map.missing
        found = []
        for path in spec.paths:
            value = self._taken.get(path)
            words = values.text_of(value)
            if (
                words
                and (not nothing or words.casefold() not in nothing)
                and words.casefold() not in spec.empty
            ):
                found.append(value)
        return found or ([spec.value] if spec.value is not None else [])

    def _words(self, name: str) -> str | None:
        """The text of a field, null where it has none."""
        found, spec = self._values(name), self._spec(name)
        if not found:
            return None
        words = values.text_of(found[0]) if spec.join is None else spec.join.join(map(values.text_of, found))
        return (values.plain_text(words) if spec.html else words) or None

    def _members(self, name: str) -> list[Any]:
        return values.parts(self._values(name), self._spec(name))

    def _whose(self) -> None:
        name = self._words("speaker") or self._speaker
        unnamed = (self._words("unnamed") or "").casefold() in ("true", "yes", "1")
        if name is None and self._map.nobody is not None:
            name, unnamed = self._map.nobody, True
        if name is None:
            self._faults.append(Fault(self._column("speaker"), "names no speaker; say --speaker NAME"))
        self._record["speaker"] = name and " ".join(name.split())
        self._record["unnamed"] = unnamed or (name or "").casefold() in self._map.unnamed

    def _kind(self) -> str:
        words = self._words("kind")
        if words is None:
            return default_kind(due=bool(self._record["due"]))
        try:
            return kind_named(words)
        except UnreadableError as error:
            self._faults.append(Fault(self._column("kind"), str(error).rstrip(".")))
            return "statement"

    def _day(self, name: str) -> str | None:
        """A date; words for none stay with what has no field, where they say something."""
        spec = self._spec(name)
        for path in (*spec.paths, *(("",) if spec.value else ())):
            value = self._taken.get(path) if path else spec.value
            words = values.text_of(value)
            if not words or words.casefold() in self._map.missing:
                continue
            if words.casefold() in spec.empty or says_no_date(words):
                self._put_aside(path or name, words)
                continue
            try:
                day = self._days.read(value, _read_as(name), spec.written, whole=self._whole.get(name, False))
            except NoDayError as fault:
                self._faults.append(Fault(path or name, f"{words[:60]!r}: {fault}"))
                return None
            if day and name in _SINGLE_DAYS and len(day) != len("2025-02-05"):
                self._put_aside(path or name, words)
                continue
            return day
        return None

    def _put_aside(self, column: str, words: str) -> None:
        if any(letter.isalpha() for letter in words):
            self._rest[column] = words

    def _source(self) -> dict[str, Any] | None:
        facts: dict[str, Any] = {
            "title": self._words("source_title"),
            "publisher": self._words("source_publisher"),
        }
        for name in ("url", "archive_url"):
            words = self._words(f"source_{name}")
            facts[name] = values.address(words) if words else None
            if words and not facts[name]:
                self._rest[self._column(f"source_{name}")] = words
        facts["published"] = self._day("source_published")
        if words := self._words("source"):
            name = "url" if values.address(words) else "title"
            facts[name] = facts[name] or values.address(words) or words
        if facts["archive_url"] and not facts["url"]:
            facts |= {"url": facts["archive_url"], "archive_url": None}
        if facts["title"] or facts["url"]:
            return facts
        if self._spec("source_publisher").paths and facts["publisher"]:
            self._rest[self._column("source_publisher")] = facts["publisher"]
        return None

    def _probability(self) -> float | None:
        try:
            found = self._values("probability")
            return values.probability(found[0], self._spec("probability").scale) if found else None
        except values.ValueFaultError as fault:
            self._faults.append(Fault(self._column("probability"), str(fault)))
            return None

    def _origin(self) -> str | None:
        """The map's name and the id or address there, or a digest of what tells a row from others."""
        if self._spec("origin").digest:
            return f"{self._map.name} {_digest(self._taken.get(path) for path in self._spec('origin').paths)}"
        words = self._words("origin")
        return words and f"{self._map.name} {' '.join(words.split())}"

    def _verdict(self) -> None:
        """The outcome that the map gives the word, and the rating; a claim still under way has neither."""
        asked, rating = self._words("outcome"), self._words("rating")
        word = asked or rating
        code = self._map.outcomes.get(plain_word(word), self._of_unknown(word)) if word else UNRESOLVED
        resolved = code != UNRESOLVED
        self._record["status"] = "resolved" if resolved else "unresolved"
        self._record["outcome"] = code if resolved and code != NO_OUTCOME else None
        self._record["rating"] = self._rating(asked, rating) if resolved else None
        if word and not resolved:
            self._record["tags"] = values.tags([*self._record["tags"], word])
        for name in VERDICT_FIELDS:
            self._record[name] = self._of_verdict(name, resolved=resolved)
        self._record["evidence"] = self._evidence("for" if resolved else None)

    def _rating(self, asked: str | None, rating: str | None) -> str | None:
        """The house's word: where the map has one for it, and where a word makes no outcome."""
        only, outcome = self._spec("rating").only_for, self._record["outcome"]
        if rating and (not only or outcome in only):
            return rating
        return asked if outcome is None else None

    def _of_unknown(self, word: str) -> str:
        return UNRESOLVED if is_under_way(word) else NO_OUTCOME

    def _of_verdict(self, name: str, *, resolved: bool) -> str | None:
        """A fact of the verdict; without one, or with an outcome it is not for, it stays with what has no field."""
        only = self._spec(name).only_for
        column = self._column(name)
        if resolved and (not only or self._record["outcome"] in only):
            value = self._day(name) if name in DATES else self._words(name)
            if value is not None:
                self._told.add(column)
            return value
        words = self._words(name) if self._spec(name).paths else None
        if words and not (name in DATES and says_no_date(words)):
            self._rest[column] = words
        return None

    def _evidence(self, stance: str | None) -> list[dict[str, Any]]:
        spec = self._spec("evidence")
        pieces, left = values.evidence(self._members("evidence"), spec)
        if left:
            self._rest[self._column("evidence")] = "; ".join(left)
        return [piece | {"stance": stance} for piece in pieces]


def _read_as(name: str) -> str:
    """The field that a date is read as, for which way it looks."""
    return {"source_published": "published", "remind": "due"}.get(name, name)


def _digest(told: Iterable[Any]) -> str:
    """A few letters for all that tells a row from others."""
    from hashlib import sha256  # noqa: PLC0415 - only for files that give no ids

    return sha256("\n".join(map(values.text_of, told)).encode()).hexdigest()[:16]
