"""A row, read once into what it says of a claim; whatever can't be is a fault with its column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import ClaimtrackError
from claimtrack.exchange.incoming import Fault
from claimtrack.model import Verdict
from claimtrack.model.record import FIELDS
from claimtrack.tracker.imports import values
from claimtrack.tracker.input.source import NO_SOURCE, SourceDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from claimtrack.exchange.incoming import Row
    from claimtrack.model import Evidence
    from claimtrack.model.when import Worded

_PLAIN = tuple(
    (field.name, values.PLAIN[field.form]) for field in FIELDS if field.plain and field.form in values.PLAIN
)
_JUDGED = ("outcome", "rating", "happened", "judged", "judge", "reason")


class Place(NamedTuple):
    """Another day or source of the claim."""

    said: Worded | None
    source: SourceDraft


class Incoming(NamedTuple):
    """What a row says of a claim; what it does not say is null, or not among the values."""

    line: int
    values: Mapping[str, Any]  # attributes of a claim, by name
    uid: str | None
    id: int | None  # the file's own
    speaker: str | None
    unnamed: bool | None
    source: SourceDraft | None
    tags: tuple[str, ...] | None
    places: tuple[Place, ...] | None
    evidence: tuple[Evidence, ...]
    verdicts: tuple[Verdict, ...]
    judgement: Verdict | None  # told by fields of its own
    unjudged: bool  # said outright
    links: Mapping[str, list[str | int]]
    created_at: str | None
    updated_at: str | None

    @property
    def has_name(self) -> bool:
        """Whether it says by itself which claim it is."""
        return bool(self.uid or self.values.get("origin"))


class _Reading:
    """The fields of one row as they are read, and the faults found so far."""

    def __init__(self, record: Mapping[str, Any], today: date) -> None:
        self.record, self.today = record, today
        self.faults: list[Fault] = []

    def take(self, name: str, read: Callable[..., Any], *more: object) -> Any:
        """The value of a field; null where it is not there or can't be read."""
        value = self.record.get(name)
        if value is None:
            return None
        try:
            return read(value, *more)
        except ClaimtrackError as error:
            self.faults.append(Fault(name, str(error).rstrip(".")))
        except (ValueError, TypeError, AttributeError) as error:
            said = error if isinstance(error, values.NoValueError) else f"{str(value)[:60]!r} can't be read"
            self.faults.append(Fault(name, str(said)))
        return None

    def plain(self) -> dict[str, Any]:
        """The fields that the claim has as they are, with its dates."""
        given = self.record
        found = {
            name: None if given[name] is None else self.take(name, read)
            for name, read in _PLAIN
            if name in given
        }
        for name in values.DATES:
            if name in self.record:
                reader = values.past if name == "said" else values.dated
                words = self.record.get(f"{name}_words")
                found[name], found[f"{name}_words"] = values.when_words(
                    self.take(name, reader, name, self.today), words if isinstance(words, str) else None
                )
        for name in values.DAYS:
            if name in self.record:
                found[name] = self.take(name, values.day, "due", self.today)
        if found.get("note", "") is None:
            del found["note"]  # what was withheld from a file was not emptied
        return found

    def places(self) -> tuple[Place, ...] | None:
        """Where else the claim was made or reported."""
        found: tuple[Place, ...] | None = self.take("appearances", self._places)
        return found

    def _places(self, given: object) -> tuple[Place, ...]:
        places = []
        for one in values.objects(given):
            place = Place(
                values.past(one.get("said"), "said", self.today), values.source(one.get("source"), self.today)
            )
            if not place.said and place.source == NO_SOURCE:
                raise values.NoValueError("has an appearance with neither a day nor a source")
            places.append(place)
        return tuple(places)

    def judgement(self) -> Verdict | None:
        """The verdict that the fields of the row tell; null where they tell none."""
        outcome = self.take("outcome", values.outcome)
        if outcome is None and "outcome" not in self.record:
            outcome = self.take("outcome_label", values.outcome)
        rating = self.take("rating", values.line)
        happened = self.take("happened", values.past, "happened", self.today)
        judged = self.take("judged", self._judged)
        status = (self.take("status", values.line) or "").casefold()
        if status not in ("", "resolved", "unresolved"):
            self.faults.append(Fault("status", f"{status[:60]!r} is neither resolved nor unresolved"))
        if not (outcome or rating or status == "resolved"):
            return None
        return Verdict(
            uid="", act="judge", outcome=outcome, rating=rating, happened=happened and happened.when,
            happened_words=happened and happened.words, judged=judged, judge=self.take("judge", values.line),
            reason=self.take("reason", values.text),
        )  # fmt: skip  # the record's order

    def _judged(self, value: object) -> date | None:
        values.past(value, "judged", self.today)
        return values.day(value, "judged", self.today)

    def links(self) -> dict[str, list[str | int]]:
        """The claims that the row names, anywhere by their uids, else in the file by their ids."""
        found: dict[str, list[str | int]] = {}
        older = self.take("replaces_uid", values.uid) or self.take("replaces", values.number)
        others = self.take("contradicts_uids", values.uids) or self.take("contradicts", values.numbers)
        if older:
            found["replaces"] = [older]
        if others:
            found["contradicts"] = list(others)
        return found


def read_row(row: Row, today: date) -> tuple[Incoming, tuple[Fault, ...]]:
    """What the row says, and what is wrong with it."""
    reading = _Reading(row.record, today)
    plain = reading.plain()
    judgement = reading.judgement()
    says_nothing = judgement is None and bool({"status", "outcome"} & row.record.keys())
    source = reading.take("source", values.source, today)
    if source is None and "source" in row.record:
        source = NO_SOURCE
    incoming = Incoming(
        line=row.line, values=plain, uid=reading.take("uid", values.uid), id=reading.take("id", values.number),
        speaker=reading.take("speaker", values.line), unnamed=reading.take("unnamed", values.truth), source=source,
        tags=reading.take("tags", values.tags) or (() if "tags" in row.record else None), places=reading.places(),
        evidence=reading.take("evidence", values.evidence, today) or (),
        verdicts=reading.take("verdicts", values.verdicts, today) or (),
        judgement=judgement, unjudged=says_nothing, links=reading.links(),
        created_at=reading.take("created_at", values.stamp), updated_at=reading.take("updated_at", values.stamp),
    )  # fmt: skip  # the record's order
    return incoming, (*row.faults, *reading.faults)
