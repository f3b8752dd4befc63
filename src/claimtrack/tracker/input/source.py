"""Where a claim was reported: the source as it was given, and the one that this names, known or new."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.same_source import differing, likely
from claimtrack.model.text import is_address, looks_like_address, stored_line
from claimtrack.model.when import Worded
from claimtrack.store import sources
from claimtrack.tracker.input.names import nearest_title
from claimtrack.tracker.input.order import refuse_ahead

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.model import Source
    from claimtrack.store.connection import Connection
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.look import Reader

_ADDRESS = r"https?://[^\s\x00-\x1f\x7f-\x9f]+"
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


def read_source(step: Reader, given: Mapping[str, Any]) -> SourceDraft | None:
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


def _read_facts(step: Reader, given: Mapping[str, Any]) -> dict[str, Any]:
    names = ("title", "publisher", "url", "archive_url", "published")
    return {name: read_fact(step, name, str(given[name])) for name in names if given.get(name)}


def read_fact(step: Reader, name: str, words: str) -> Fact | None:
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
    if re.fullmatch(_ADDRESS, words):
        return words
    if looks_like_address(words):
        raise UnreadableError(f"{words} is no whole web address; did you mean https://{words}?")
    raise UnreadableError(f"{words} is no web address; it must start with http:// or https://.")


def evidence_address(words: str) -> str:
    """The words, which must be an address; where they are not, how words are kept as evidence is said."""
    if not words.strip():
        raise UnreadableError("Evidence is empty; give an address that starts with http:// or https://.")
    if not (is_address(words) or looks_like_address(words)):
        raise UnreadableError(
            f"{words} is no web address, which must start with http:// or https://; to keep words as evidence, use"
            f" `claimtrack evidence ID --quote {shlex.quote(words)}`."
        )
    return address(words)


def find_source(connection: Connection, given: SourceDraft) -> Source | None:
    """The source that is given, where it is there; null where it is a new one.

    It is there where its address is, or where one of the two has none and title, publisher and day agree as far as
    both know them.

    Raises:
        RefusedError: where no source has that id, several may be meant, or what is known of the one with that id
            or address is something else.
    """
    if given.id is not None:
        found = sources.by_id(connection, given.id)
        if found is None:
            raise RefusedError(f"There is no source {given.id}; `claimtrack sources` lists them.")
        return _agreeing(found, given._replace(title=None), unknown=True)
    if given.url and (found := sources.by_url(connection, given.url)):
        return _agreeing(found, given._replace(url=None))
    titled = sources.by_title(connection, given.title) if given.title else []
    there = likely(titled, given.facts())
    if len(there) > 1:
        shown = "; ".join(f"{one.id}: {described(one)}" for one in there)
        raise RefusedError(f"Several sources have that title ({shown}); give the id of one with -S.")
    return there[0] if there else None


def _agreeing(source: Source, given: SourceDraft, *, unknown: bool = False) -> Source:
    """The source, where nothing that is given of it is known otherwise, nor with `unknown` not known at all."""
    lacking = [name for name in given.facts() if unknown and getattr(source, name) is None]
    if disputed := differing(source, given.facts()) or lacking:
        name, value = disputed[0], getattr(source, disputed[0])
        raise RefusedError(
            f"The {_FACTS.get(name, name)} of source {source.id} ({source.label}) is"
            f" {'not known' if value is None else value}; to change it for all its claims, use"
            f" `claimtrack sources edit {source.id}`."
        )
    return source


def described(source: Source | SourceDraft) -> str:
    """What tells a source from others of its title, in one line."""
    published = source.published.when if isinstance(source.published, Worded) else source.published
    facts = (source.title, source.publisher, source.url if not source.title else None, published)
    return ", ".join(str(fact) for fact in facts if fact)


def near_source(connection: Connection, given: SourceDraft) -> Source | None:
    """A source that may be taken for the one that is given, which is new.

    It has its title, is another edition's page, or has a title for which this one may be a slip.
    """
    titled = sources.by_title(connection, given.title) if given.title else []
    near = titled or (sources.by_page(connection, given.url) if given.url else [])
    if given.title and looks_like_address(given.title):
        there = sources.by_url(connection, f"https://{given.title}")
        near = near or [there] if there else near
    if near or not given.title:
        return next(iter(near), None)
    by_title = {one.title: one for one in sources.like_title(connection, given.title) if one.title}
    return by_title.get(nearest_title(given.title, by_title) or "")


def record_source(step: Step, given: SourceDraft) -> Source:
    """Records the source that is given where it is new, which is told, and returns it.

    Raises:
        UnreadableError: where a new one has neither a title nor an address.
        RefusedError: as `find_source`.
    """
    found = find_source(step.connection, given)
    if found:
        _tell_unknown(step, found, given)
        return found
    if not (given.title or given.url):
        raise UnreadableError("A source needs a title or an address; give -S TITLE or --url.")
    near = near_source(step.connection, given)
    made = sources.by_uid(step.connection, step.create("source", given.facts()))
    other = (
        f" (not {near.id}: {described(near)}; if they are one: `claimtrack sources merge {made.id} {near.id}`)"
        if near else ""
    )  # fmt: skip  # as short as what it says
    step.tell(f"new source {made.id}: {described(made)}{other}")
    return made


def _tell_unknown(step: Step, source: Source, given: SourceDraft) -> None:
    """Says what is not kept: a claim changes no fact of its source, which are for all its claims."""
    facts = {name: fact for name, fact in given.facts().items() if getattr(source, name) is None}
    if facts:
        options = " ".join(
            f"--{option_name(name)} {shlex.quote(as_typed(fact))}" for name, fact in facts.items()
        )
        step.tell(
            f"source {source.id} ({source.label}) has no {' or '.join(_FACTS.get(name, name) for name in facts)}"
            f" yet, which stays so: for all its claims, use `claimtrack sources edit {source.id} {options}`"
        )


def option_name(name: str) -> str:
    """The option by which a fact is given."""
    return name.replace("_", "-")


def as_typed(fact: object) -> str:
    """A fact as a person types it."""
    return fact.words or str(fact.when) if isinstance(fact, Worded) else str(fact)
