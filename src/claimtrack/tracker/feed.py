"""What feeds list and was not read yet, extracted: a page that fails is tried again the next time, three times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Unpack

from claimtrack.errors import ClaimtrackError, RefusedError
from claimtrack.model import When
from claimtrack.model.text import StoredText, counted
from claimtrack.store import candidates, feeds, speakers
from claimtrack.tracker.extract import into
from claimtrack.tracker.input.many import Looked, looked_into
from claimtrack.tracker.models import asked_about, reader_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimtrack.articles.getting import Article, Entry, Visits
    from claimtrack.model.record import SourceFacts
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.store.feeds import Listed, Standing
    from claimtrack.store.step import Step
    from claimtrack.tracker.review import Reviewed

ACCEPTED = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"


class Failure(NamedTuple):
    """A feed or page that could not be read, why, and how often a page may still be tried; null of a feed."""

    where: str
    why: str
    tries_left: int | None = None


class FeedsRead(NamedTuple):
    """What came of reading feeds.

    `found` are the sources of the articles that were read, with their candidates; `new` the uids of the candidates
    that were not there before; `left` how many entries are still to be read the next time, besides those that failed.
    """

    found: tuple[Reviewed, ...]
    failed: tuple[Failure, ...]
    new: frozenset[str]
    left: int


class _Heard(NamedTuple):
    """What a feed answered: its entries, and with what to ask the next time."""

    address: str
    entries: Sequence[Entry]
    standing: Standing


class _Page(NamedTuple):
    """An entry whose page was asked for: what it held, or what was wrong; `left` where its host is left alone."""

    entry: Listed
    looked: Looked
    left: bool = False


def extract_feeds(
    db: Database, addresses: Sequence[str], *, limit: int | None = None, visits: Visits | None = None,
    progress: Callable[[int, int], None] = lambda _, __: None, model: str | None = None, prompt: str | None = None,
    language: str | None = None, **facts: Unpack[SourceFacts],
) -> FeedsRead:  # fmt: skip  # as short as the call
    """Reads the articles that feeds list and that were not read yet, the newest first, at most `limit`.

    All that was found is written in one step. A feed or page that fails is told in the result and stops no other; a
    page is tried again the next time, three times in all. `visits` says how long to wait between two requests to one
    host; `progress` is given how many pages were asked for, and of how many. `model`, `prompt` and `language` are as
    for one article.

    Raises:
        UnreadableError: where a fact can't be read.
    """
    from claimtrack.articles.getting import Visits  # noqa: PLC0415  # few commands read the web

    reader = reader_of(db, model, prompt, language)
    visits = visits or Visits()
    known, heard, failed, new, listed = _listed(db, visits, addresses)
    pages: list[_Page] = []
    asked_for = listed[:limit]
    for entry in asked_for:
        page = _page(visits, entry, today=db.today, known=known)
        pages.append(page._replace(looked=asked_about(reader, page.looked, entry.url, facts)))
        progress(len(pages), len(asked_for))
        if reader and reader.stopped:
            break
    if not heard and not pages:
        return FeedsRead((), tuple(failed), frozenset(), 0)
    with db.step("extract", create=True) as step:
        before = candidates.newest(step.connection)
        for one in heard:
            feeds.add(step.connection, one.address, new[one.address], one.standing, at=step.at)
        found, unread = _written(step, pages, facts)
    if reader:
        reader.tell()
    return FeedsRead(
        tuple(found),
        (*failed, *unread),
        frozenset(one.uid for article in found for one in article.waiting if one.uid > before),
        sum(page.left for page in pages) + len(listed) - len(pages),
    )


def _listed(
    db: Database, visits: Visits, addresses: Sequence[str]
) -> tuple[Mapping[str, str], list[_Heard], list[Failure], Mapping[str, Sequence[Listed]], list[Listed]]:
    """Names by alias, what feeds answered or failed to, their new entries, and those to read now in their order."""
    with db.reading(to_write=True) as connection:
        known = speakers.by_alias(connection)
        asked_with = {address: feeds.standing(connection, address) for address in addresses}
    heard, failed = _heard(visits, asked_with, db.tell)
    with db.reading(to_write=True) as connection:
        new = _new(connection, heard)
        listed = _by_turns([*chain.from_iterable(new.values()), *feeds.waiting(connection, addresses)])
    return known, heard, failed, new, listed


def _heard(
    visits: Visits, asked_with: Mapping[str, Standing], tell: Callable[[str], None]
) -> tuple[list[_Heard], list[Failure]]:
    """What each feed answers, and those that can't be read."""
    heard, failed = [], []
    for address, standing in asked_with.items():
        try:
            heard.append(_asked(visits, address, standing, tell))
        except RefusedError as error:
            failed.append(Failure(address, str(error)))
    return heard, failed


def _asked(visits: Visits, address: str, standing: Standing, tell: Callable[[str], None]) -> _Heard:
    """The entries of a feed; none where it has nothing new since it was read the last time."""
    from claimtrack.articles.getting import read_feed  # noqa: PLC0415  # as above

    conditions = {"If-None-Match": standing.etag, "If-Modified-Since": standing.modified}
    headers = {name: value for name, value in conditions.items() if value}
    fetched = visits.fetch(address, headers={"Accept": ACCEPTED, **headers}, named=True)
    if fetched.unchanged:
        return _Heard(address, (), standing)
    feed = read_feed(fetched.data, content_type=fetched.content_type, url=fetched.url)
    if feed.broken:
        tell(f"{address} is broken; {counted(len(feed.entries), 'article')} could be made out in it")
    if feed.without_address:
        tell(f"{address} names no address of {counted(feed.without_address, 'article')}")
    # one that arrived in pieces is asked for whole the next time
    has = feeds.Standing(None, None) if feed.broken else feeds.Standing(fetched.etag, fetched.modified)
    return _Heard(address, feed.entries, has)


def _new(connection: Connection, heard: Sequence[_Heard]) -> dict[str, list[Listed]]:
    """The entries of each feed that no feed has listed before, each once, and no article was read from."""
    fresh = set(feeds.new(connection, [entry.address for one in heard for entry in one.entries]))
    new: dict[str, list[Listed]] = {one.address: [] for one in heard}
    for one in heard:
        for entry in one.entries:
            if entry.address in fresh:
                fresh.remove(entry.address)
                day = entry.published.isoformat() if entry.published else None
                new[one.address].append(feeds.Listed(entry.address, entry.title, day))
    return new


def _by_turns(listed: Iterable[Listed]) -> list[Listed]:
    """Those first that failed least, and of these the newest."""
    newest_first = sorted(listed, key=lambda one: one.published or "", reverse=True)
    return sorted(newest_first, key=lambda one: one.tries)


def _page(visits: Visits, entry: Listed, *, today: date, known: Mapping[str, str]) -> _Page:
    """What stands at the address of an entry, with candidate claims."""
    from claimtrack.articles.getting import LeftAloneError, read_bytes  # noqa: PLC0415  # as above

    try:
        fetched = visits.fetch(entry.url)
        article = read_bytes(fetched.data, content_type=fetched.content_type, url=fetched.url)
        return _Page(entry, looked_into(_completed(article, entry, today), known=known))
    except LeftAloneError as error:
        return _Page(entry, Looked(wrong=str(error)), left=True)
    except RefusedError as error:
        return _Page(entry, Looked(wrong=str(error)))


def _completed(article: Article, entry: Listed, today: date) -> Article:
    """The article with the title and day that the feed has for it, where the page does not say its own."""
    published, guessed = article.published, article.published_guessed
    day = date.fromisoformat(entry.published) if entry.published else None
    if day and day <= today and (guessed or not published):
        published, guessed = When(day, day), False
    title = article.title or (StoredText(entry.title) if entry.title else None)
    return replace(article, title=title, published=published, published_guessed=guessed)


def _written(step: Step, pages: Sequence[_Page], facts: SourceFacts) -> tuple[list[Reviewed], list[Failure]]:
    """Keeps the articles with their candidates, and notes of each page whether it was read."""
    found, failed = [], []
    for entry, looked, left in pages:
        if left:
            continue
        try:
            if looked.article is None:
                raise RefusedError(looked.wrong)
            with step.part():
                found.append(into(step, looked.article, entry.url, facts, looked))
        except ClaimtrackError as error:
            feeds.failed(step.connection, entry.url)
            failed.append(Failure(entry.url, str(error), feeds.TRIES - entry.tries - 1))
        else:
            feeds.was_read(step.connection, entry.url, found[-1].source.id)
    return found, failed
