"""Sources: adding them by hand, correcting their facts for all their claims, and joining two that are one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters, Source
from claimtrack.model.when import Worded
from claimtrack.store import articles, candidates, sources
from claimtrack.tracker.input.filters import source_ids
from claimtrack.tracker.input.source import described, read_fact, read_source, record_source
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
    by_id = {source.id: source for source in sources.everything(connection)}
    if len(found) > 1:
        shown = "; ".join(f"{one}: {described(by_id[one])}" for one in found)
        raise RefusedError(f"Several sources have that title ({shown}); give the id of one.")
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
        raise RefusedError(
            f"{url} is the address of source {found.id} already ({found.label}); if they are one, use"
            f" `claimtrack sources merge {source.id} {found.id}`."
        )


def merge_sources(db: Database, named: str | int, into: str | int) -> Source:
    """Joins two sources that are one, with all their claims and texts, and returns `into`, which stays.

    It takes the facts that it lacks from the other, whose id and address lead to it from now on.

    Raises:
        RefusedError: where one is not there, both are the same, candidate claims of both texts would get mixed, or
            a claim was said after `into` was published.
    """
    with db.step("merge-sources") as step:
        gone, kept = _source(step.connection, str(named)), _source(step.connection, str(into))
        if gone.id == kept.id:
            raise RefusedError(f"{named} and {into} are one source already, {kept.id}.")
        _refuse_waiting(step, gone, kept)
        published = kept.published or gone.published
        for one in (gone, kept):
            _refuse_said_later(step, one, Worded(published) if published else None)
        lacking = {name: value for name, value in _facts(gone).items() if _facts(kept)[name] is None}
        step.update("source", kept.uid, lacking)
        _hand_over(step, gone, kept)
        for joined in (*sources.joined_uids(step.connection, gone.id), gone.uid):
            step.update("source", joined, {"same_as": kept.uid})
        step.tell(_left_out(gone, kept))
        return counted(step, kept)


def _facts(source: Source) -> dict[str, Fact | None]:
    published = source.published and Worded(source.published, source.published_words)
    names = ("title", "publisher", "url", "archive_url")
    return {**{name: getattr(source, name) for name in names}, "published": published}


def _left_out(gone: Source, kept: Source) -> str | None:
    """What was known of the source that is gone and is not so of the one that stays."""
    other = [
        f"{name.replace('_', ' ')} {getattr(gone, name)}"
        for name, value in _facts(gone).items()
        if value and getattr(kept, name) not in (None, getattr(gone, name))
    ]
    return (
        f"source {kept.id} keeps its own facts; left out of source {gone.id}: {', '.join(other)}"
        if other
        else None
    )


def _refuse_waiting(step: Step, gone: Source, kept: Source) -> None:
    """Refuses to join two texts while candidates of the first wait, which stand at places in that text."""
    texts = [articles.saved_text(step.connection, one.id) for one in (gone, kept)]
    waiting = [one for one in candidates.proposals(step.connection, gone.id) if one.answer is None]
    if all(texts) and waiting:
        raise RefusedError(
            f"{len(waiting)} candidate claims of source {gone.id} wait, and source {kept.id} has a text of its own;"
            f" answer them first with `claimtrack review {gone.id}`."
        )


def _hand_over(step: Step, gone: Source, kept: Source) -> None:
    """Gives what belongs to one source to another."""
    found_in_text = () if articles.saved_text(step.connection, kept.id) else ("candidate",)
    for table in ("claim", "appearance", "article", *found_in_text):
        for uid in sources.held(step.connection, table, gone.id):
            step.update(table, uid, {"source": kept.uid})
    for uid in sources.doubled_appearances(step.connection, kept.id):
        step.update("appearance", uid, {"deleted": True})


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
