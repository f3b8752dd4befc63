"""Where a claim was reported: the source as it was given, and the one that this names, known or new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.text import is_address, stored_line
from claimtrack.model.when import Worded
from claimtrack.store import sources
from claimtrack.tracker.input.order import refuse_ahead

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.model import Source
    from claimtrack.store.connection import Connection
    from claimtrack.store.step import Step

_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f]+")
# a fact as a sentence calls it, where its name will not do
_FACTS = {"published": "date", "url": "address", "archive_url": "archived copy"}

Fact = str | Worded


class SourceDraft(NamedTuple):
    """A source as it is given: by its id, or by what is said of it; with nothing it is no source."""

    id: int | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published: Worded | None = None

    def facts(self) -> dict[str, Fact]:
        """What is said of it, by name."""
        return {name: value for name, value in self._asdict().items() if name != "id" and value is not None}


NO_SOURCE = SourceDraft()


def read_source(step: Step, given: Mapping[str, Any]) -> SourceDraft | None:
    """The source that is given by `source`, an id, an address or else a title, and by facts; null where none is.

    Raises:
        UnreadableError: where an address or a date can't be read.
    """
    read = SourceDraft(**_read_facts(step, given))
    named = given.get("source")
    words = None if named is None else stored_line(str(named))
    if words is None:
        return read if read != NO_SOURCE or named is not None else None
    if words.isdecimal():
        return read._replace(id=int(words))
    if is_address(words):
        return read._replace(url=read.url or address(words))
    return read._replace(title=words)


def _read_facts(step: Step, given: Mapping[str, Any]) -> dict[str, Any]:
    names = ("title", "publisher", "url", "archive_url", "published")
    return {name: read_fact(step, name, str(given[name])) for name in names if given.get(name)}


def read_fact(step: Step, name: str, words: str) -> Fact | None:
    """A fact of a source; null where it is empty. What was inferred of a date is told.

    Raises:
        UnreadableError: where an address or a date can't be read.
        RefusedError: where the date lies ahead.
    """
    line = stored_line(words)
    if line is None or name in ("title", "publisher"):
        return line
    if name != "published":
        return address(line)
    reading = dates.read(line, field="published", today=step.today)
    step.tell(dates.echo("published", reading))
    refuse_ahead("published", reading.when, step.today)
    return Worded(reading.when, reading.words)


def address(words: str) -> str:
    """The words, which must be an http or https address."""
    if not _ADDRESS.fullmatch(words):
        raise UnreadableError(f"{words} is no web address; it must start with http:// or https://.")
    return words


def find_source(connection: Connection, given: SourceDraft) -> Source | None:
    """The source that is given, where it is there; facts that differ from what is stored are refused.

    Raises:
        RefusedError: where no source has that id, several have that title, or a fact differs.
    """
    found = _named(connection, given)
    if found:
        by_address = given.id is None and given.url and found.url == given.url
        _agree(found, given if by_address else given._replace(title=None))  # the same but for case and spaces
    return found


def _named(connection: Connection, given: SourceDraft) -> Source | None:
    if given.id is not None:
        found = sources.by_id(connection, given.id)
        if found is None:
            raise RefusedError(f"There is no source {given.id}; `claimtrack sources` lists them.")
        return found
    if given.url and (found := sources.by_url(connection, given.url)):
        return found
    # two articles may share a title, but not where one of them has no address to tell them apart
    titled = sources.by_title(connection, given.title) if given.title else []
    titled = [source for source in titled if not given.url or not source.url]
    if len(titled) > 1:
        ids = ", ".join(str(source.id) for source in titled)
        raise RefusedError(f"Several sources have that title ({ids}); give the id of one with -S.")
    return titled[0] if titled else None


def _agree(source: Source, given: SourceDraft) -> None:
    for name, fact in given.facts().items():
        value = getattr(source, name)
        if (fact.when if isinstance(fact, Worded) else fact) != value:
            shown = f"is {value}" if value is not None else "is not known"
            raise RefusedError(
                f"The {_FACTS.get(name, name)} of source {source.id} ({source.label}) {shown}; "
                f"to change it for all its claims, use `claimtrack sources edit {source.id}`."
            )


def record_source(step: Step, given: SourceDraft) -> Source:
    """Records the source that is given where it is new, and returns it.

    Raises:
        UnreadableError: where a new one has neither a title nor an address.
        RefusedError: as `find_source`.
    """
    found = find_source(step.connection, given)
    if found:
        return found
    if not (given.title or given.url):
        raise UnreadableError("A source needs a title or an address; give -S TITLE or --url.")
    return sources.by_uid(step.connection, step.create("source", given.facts()))
