"""What a person may give for a claim and its source, and how the record keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import When
from claimtrack.model.claim import kind_named
from claimtrack.model.text import stored, stored_line
from claimtrack.tracker.input.attribution import date_field

if TYPE_CHECKING:
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step


class SourceFacts(TypedDict, total=False):
    """Facts of a source besides its title; an empty value empties one."""

    publisher: str | None
    url: str | None
    archive_url: str | None
    published: str | None


class Given(TypedDict, total=False):
    """Fields of a claim; null means not given, an empty value empties one."""

    kind: str | None
    said: str | None
    due: str | None
    quote: str | None
    translation: str | None
    via: str | None
    unnamed: bool | None
    role: str | None
    criterion: str | None
    source: str | int | None
    url: str | None
    archive_url: str | None
    publisher: str | None
    published: str | None
    tags: Sequence[str] | str | None
    probability: str | float | None
    note: str | None
    replaces: str | int | None
    contradicts: Sequence[str | int] | None


PROSE = ("text", "quote", "translation", "criterion", "note")
LINES = ("role", "via")


def claim_fields(
    step: Step, given: Mapping[str, object], *, base: Mapping[str, object], published: When | None
) -> Fields:
    """The log's fields for what was given; what was not given (null) is left out, an empty value empties.

    `base` is what the claim holds otherwise: its dates are what a date with no year is read against.

    Raises:
        UnreadableError: where a value can't be read.
        RefusedError: where the dates contradict each other.
    """
    fields: Fields = {name: stored(str(given[name])) for name in PROSE if given.get(name) is not None}
    fields |= {name: stored_line(str(given[name])) for name in LINES if given.get(name) is not None}
    if given.get("kind") is not None:
        fields["kind"] = kind_named(str(given["kind"]))
    if given.get("probability") is not None:
        fields["probability"] = probability(given["probability"])
    fields |= dict.fromkeys((f"tag:{tag}" for tag in tags(given.get("tags"))), True)
    fields |= dict.fromkeys((f"tag:{tag}" for tag in tags(given.get("untag"))), None)
    fields |= _dates(step, given, base=base, published=published)
    if fields.keys() & {"said", "due", "kind"} or any(
        given.get(name) is not None for name in ("source", "url")
    ):
        check_dates({**base, **fields}, published=published)
    return fields


def _dates(
    step: Step, given: Mapping[str, object], *, base: Mapping[str, object], published: When | None
) -> Fields:
    fields: Fields = {}
    said = when_of(base.get("said"))
    for name in ("said", "due"):
        words = given.get(name)
        if words is None:
            continue
        if not str(words).strip():
            fields[name] = None
        else:
            reading = dates.read(str(words), field=name, today=step.today, said=said, published=published)
            step.tell(dates.echo(name, reading))
            fields[name] = date_field(reading.when, reading.words)
        if name == "said":
            said = when_of(fields[name])
    return fields


def when_of(value: object) -> When | None:
    """The date that a field of the log holds."""
    if not isinstance(value, (list, tuple)):
        return None
    return When(date.fromisoformat(value[0]), date.fromisoformat(value[1]))


def check_dates(fields: Mapping[str, object], *, published: When | None) -> None:
    """Refuses what can't have been: due wholly before said, said after the report, a deadline with no date."""
    said, due = when_of(fields.get("said")), when_of(fields.get("due"))
    if fields.get("kind") == "deadline" and not due:
        raise RefusedError(
            "A deadline is a date that the speaker sets; give it with --due, or another --kind."
        )
    spoken = "--said is the day of speaking, and may be left out"
    if said and due and due.last < said.first:
        raise RefusedError(f"It was due by {due} but said on {said}, later; {spoken}.")
    if said and published and said.first > published.last + timedelta(days=1):
        raise RefusedError(f"It was said on {said} but published on {published}, earlier; {spoken}.")


def probability(value: object) -> float | None:
    """0 to 1, from `0.7` or `70%`; null from an empty value."""
    words = str(value).strip().replace(",", ".")
    if not words:
        return None
    found = re.fullmatch(r"(\d+(?:\.\d*)?|\.\d+)\s*(%?)", words, re.ASCII)
    number = round(float(found[1]) / (100 if found[2] else 1), 12) if found else 2.0
    if number > 1:
        raise UnreadableError(f"{value!r} is no probability; give it as 0.7 or 70%.")
    return number


def tags(value: object) -> tuple[str, ...]:
    """Tags from a list of them, each of which may hold several joined by commas."""
    given = [value] if isinstance(value, str) else value if isinstance(value, Iterable) else ()
    found = [tag for words in given for word in str(words).split(",") if (tag := stored_line(word))]
    if bad := next((tag for tag in found if ";" in tag), None):
        raise UnreadableError(f"{bad!r} can't be a tag: a tag has no comma or semicolon.")
    return tuple(dict.fromkeys(found))
