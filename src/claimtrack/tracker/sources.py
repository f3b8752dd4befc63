"""Sources: adding them by hand, and correcting their facts for all their claims."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters, Source
from claimtrack.model.when import Worded
from claimtrack.store import articles, sources
from claimtrack.tracker.input.filters import source_ids
from claimtrack.tracker.input.source import read_fact, read_source, record_source
from claimtrack.tracker.list import Page, list_claims

if TYPE_CHECKING:
    from claimtrack.model.record import SourceFacts
    from claimtrack.store.articles import SavedText
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.source import Fact


def list_sources(db: Database) -> list[Source]:
    """All sources with how many claims each has, newest first."""
    with db.reading() as connection:
        return sources.everything(connection)


def show_source(db: Database, named: str | int) -> tuple[Source, Page]:
    """One source, and the claims reported in it.

    Raises:
        RefusedError: where it is not there, or several have the title.
    """
    with db.reading() as connection:
        source = _source(connection, str(named))
        return source, list_claims(db, Filters(source=(str(source.id),)))


def saved_text(db: Database, source: int) -> SavedText | None:
    """The text that was read of the source with this id, newest reading; null where none was kept."""
    with db.reading() as connection:
        return articles.saved_text(connection, source)


def _source(connection: Connection, named: str) -> Source:
    found = source_ids(connection, named)
    if len(found) > 1:
        raise RefusedError(
            f"Several sources have that title ({', '.join(map(str, found))}); give the id of one."
        )
    by_id = {source.id: source for source in sources.everything(connection)}
    return by_id[found[0]]


def add_source(db: Database, title: str, **facts: Unpack[SourceFacts]) -> Source:
    """Records a source by its title or address and returns it; the one that is there where it is the same.

    Raises:
        UnreadableError: where a fact can't be read.
        RefusedError: where the source is there with other facts.
    """
    with db.step("add-source", create=True) as step:
        given = read_source(step, {**facts, "source": title})
        if given is None:
            raise UnreadableError("A source needs a title or an address.")
        return counted(step, record_source(step, given))


def counted(step: Step, source: Source) -> Source:
    """The source as it stands within the step, with how many claims it has."""
    return next(one for one in sources.everything(step.connection) if one.uid == source.uid)


def edit_source(
    db: Database, named: str | int, *, title: str | None = None, **facts: Unpack[SourceFacts]
) -> Source:
    """Corrects facts of a source for all its claims and returns it; null leaves one, an empty value empties it.

    Raises:
        UnreadableError: where a fact can't be read.
        RefusedError: where the source is not there, another has the address, or a claim was said after `published`.
    """
    with db.step("edit-source") as step:
        source = _source(step.connection, str(named))
        given = {name: str(words) for name, words in {"title": title, **facts}.items() if words is not None}
        if not given:
            raise UnreadableError("Say what to correct, such as --published 2025-02-05.")
        read = {name: read_fact(step, name, words) for name, words in given.items()}
        if not (read.get("title", source.title) or read.get("url", source.url)):
            raise RefusedError("A source needs a title or an address; leave it one of the two.")
        _refuse_taken_address(step, source, read.get("url"))
        _refuse_said_later(step, source, read.get("published"))
        step.update("source", source.uid, read)
        return counted(step, source)


def _refuse_taken_address(step: Step, source: Source, url: Fact | None) -> None:
    """Refuses an address that names another source: a claim given by it would go to only one of the two."""
    found = sources.by_url(step.connection, str(url)) if url else None
    if found and found.id != source.id:
        raise RefusedError(f"{url} is the address of source {found.id} already ({found.label}).")


def _refuse_said_later(step: Step, source: Source, given: Fact | None) -> None:
    """Refuses what `add` refuses as well: a claim said more than a day after the report of it was out."""
    published = given.when if isinstance(given, Worded) else None
    if not published or published.last == date.max:
        return
    latest = published.last + timedelta(days=1)
    late = sources.said_after(step.connection, source.id, latest.isoformat())
    if late:
        claim, said = late[0]
        raise RefusedError(
            f"Claim {claim} was said on {said} but would be published on {published}, earlier;"
            f" correct it first with `claimtrack edit {claim} --said DATE`."
        )
