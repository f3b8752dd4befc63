"""Whose claim it is and where it stood: the speaker and the source of a claim, found or newly recorded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Source, When
from claimtrack.model.text import stored_line
from claimtrack.store import sources, speakers
from claimtrack.tracker.input.names import nearest, several

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step


_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f]+")


def speaker_fields(step: Step, name: str, *, unnamed: bool) -> Fields:
    """The log's fields for a speaker: known, new, or the source's own words for someone unnamed.

    Raises:
        UnreadableError: where the name is empty.
        RefusedError: where a part of a name fits several speakers.
    """
    words = stored_line(name)
    if not words:
        raise UnreadableError("A claim needs a speaker; give one with -s NAME.")
    if unnamed:
        return {"unnamed": words, "speaker": None}
    return {"speaker": speaker_uid(step, words), "unnamed": None}


def speaker_uid(step: Step, name: str) -> str:
    """The uid of the speaker with this name, of which whole words are enough; a new one is announced."""
    found = speakers.matching(step.connection, name, whole_words=True)
    if len(found) > 1:
        raise several(step.connection, name, found)
    if found:
        uid, full = speakers.uid_and_name(step.connection, found[0])
        if full != name:
            step.tell(f"speaker: {full}")
        return uid
    near = nearest(name, speakers.names(step.connection))
    step.tell(f"new speaker: {name}" + (f" (not {near})" if near else ""))
    return step.create("speaker", {"name": name})


# a fact as a sentence calls it, where its name will not do
_FACTS = {"published": "date", "url": "address", "archive_url": "archived copy"}


def source_uid(step: Step, given: Mapping[str, object]) -> str | None:
    """The uid of the source that `source`, `url` and the other facts given name; null where they name none.

    A source that is there is used as it is; facts that differ from what is stored are refused.
    """
    facts = _facts(step, given)
    if not facts:
        return None
    named = given.get("source")
    found = _there(step, named if isinstance(named, (int, str)) else None, facts)
    if found:
        _agree(found, facts)
        return found.uid
    if not (facts.get("title") or facts.get("url")):
        raise UnreadableError("A source needs a title or an address; give -S TITLE or --url.")
    return step.create("source", facts)


def _facts(step: Step, given: Mapping[str, object]) -> Fields:
    facts: Fields = {}
    for name in ("publisher", "url", "archive_url"):
        if value := stored_line(str(given.get(name) or "")):
            facts[name] = address(value) if name.endswith("url") else value
    if published := given.get("published"):
        facts["published"] = published_date(step, str(published))
    named = stored_line(str(given.get("source") or ""))
    if named and is_address(named):
        facts.setdefault("url", address(named))
    elif named:
        facts["title"] = named
    return facts


def published_date(step: Step, words: str) -> list[object]:
    """The log's form of a published date; what was inferred is told."""
    reading = dates.read(words, field="published", today=step.today)
    step.tell(dates.echo("published", reading))
    return date_field(reading.when, reading.words)


def date_field(when: When, words: str | None) -> list[object]:
    """A date as the log has it."""
    return [when.first.isoformat(), when.last.isoformat(), words]


def is_address(words: str) -> bool:
    """Whether the words are an http or https address."""
    return words.startswith(("http://", "https://"))


def address(words: str) -> str:
    """The words, which must be an http or https address."""
    if not _ADDRESS.fullmatch(words):
        raise UnreadableError(f"{words} is no web address; it must start with http:// or https://.")
    return words


def _there(step: Step, named: int | str | None, facts: Fields) -> Source | None:
    if named is not None and str(named).strip().isdecimal():
        found = sources.by_id(step.connection, int(named))
        if found is None:
            raise RefusedError(f"There is no source {named}; `claimtrack sources` lists them.")
        facts.pop("title", None)
        return found
    url = facts.get("url")
    if url and (found := sources.by_url(step.connection, str(url))):
        return found
    # two articles may share a title, but not where one of them has no address to tell them apart
    titled = [s for s in _titled(step, facts) if not url or not s.url]
    if len(titled) > 1:
        ids = ", ".join(str(source.id) for source in titled)
        raise RefusedError(f"Several sources have that title ({ids}); give the id of one with -S.")
    if titled:
        facts.pop("title")  # the same but for case and spaces
    return titled[0] if titled else None


def _titled(step: Step, facts: Fields) -> list[Source]:
    title = facts.get("title")
    return sources.by_title(step.connection, str(title)) if title else []


def _agree(source: Source, facts: Fields) -> None:
    for name, given in facts.items():
        value = getattr(source, name)
        kept = date_field(value, None)[:2] if isinstance(value, When) else value
        if (given[:2] if isinstance(given, list) else given) != kept:
            shown = f"is {value}" if value is not None else "is not known"
            raise RefusedError(
                f"The {_FACTS.get(name, name)} of source {source.id} ({source.label}) {shown}; "
                f"to change it for all its claims, use `claimtrack sources edit {source.id}`."
            )
