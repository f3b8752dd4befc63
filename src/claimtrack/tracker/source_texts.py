"""Reading articles: from a file, an address or standard input, into a source with its text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.text import stored_line
from claimtrack.store import articles, sources
from claimtrack.store.digests import sha256
from claimtrack.tracker.input.attribution import is_address, source_uid
from claimtrack.tracker.sources import source_by_uid

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.articles.getting import Article
    from claimtrack.model import Source, When
    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.fields import SourceFacts


def read_article(where: str, *, today: date, typed: str | bytes | None = None) -> Article:
    """The article at an address or in a file; `typed` is what came from standard input, text or a page.

    Raises:
        RefusedError: where it can't be had or holds no text.
    """
    from claimtrack.articles import getting  # noqa: PLC0415  # few commands read an article, and few of those the web

    def read_date(words: str) -> When:
        return dates.read(words, field="published", today=today).when

    if typed is not None:
        data = typed.encode() if isinstance(typed, str) else typed
        return getting.read_bytes(data, content_type=None, called="standard input", read_date=read_date)
    if "://" in where and not is_address(where):
        raise RefusedError(f"{where} can't be read; an address starts with http:// or https://.")
    if is_address(where):
        fetched = getting.fetch(where)
        return getting.read_bytes(fetched.data, content_type=fetched.content_type, url=fetched.url)
    return getting.read_file(Path(where), read_date=read_date)


def add_article(
    db: Database,
    where: str,
    *,
    typed: str | bytes | None = None,
    title: str | None = None,
    **facts: Unpack[SourceFacts],
) -> Source:
    """Reads an article, keeps its text with a new source or the one that has it, and returns the source.

    Facts given go before those of the page.

    Raises:
        RefusedError: where it can't be had, holds no text, or the source is there with other facts.
        UnreadableError: where a fact can't be read.
    """
    article = read_article(where, typed=typed, today=db.today)
    with db.step("add-source", create=True) as step:
        return source_by_uid(step, keep_text(step, article, where, {**facts, "title": title}))


def keep_text(step: Step, article: Article, where: str, facts: Fields) -> str:
    """Keeps the text of the article with its source, new or there already; returns the source's uid."""
    found = articles.source_of_text(step.connection, sha256(article.text.encode()).hex())
    if found is not None:
        step.tell(f"the text is there already, as source {found}")
        return _agreeing(step, found, facts)
    url = facts.get("url") or article.url or (where if is_address(where) else None)
    there = sources.by_url(step.connection, str(url)) if url else None
    if there:
        uid = _agreeing(step, there.id, facts)
    else:
        uid = source_uid(step, _facts(step, article, where, {**facts, "url": url})) or ""
    if not uid:
        raise UnreadableError("A source needs a title or an address; give --title or --url.")
    read_from = where if is_address(where) else None if where == "-" else str(Path(where).absolute())
    step.create("article", {"source": uid, "text": article.text, "read_at": step.at, "read_from": read_from})
    return uid


def _agreeing(step: Step, identity: int, facts: Fields) -> str:
    """The uid of a source that is there; facts given that differ from what is stored are refused."""
    there = sources.by_id(step.connection, identity)
    title = facts.get("title")
    if there and title and stored_line(str(title)) != there.title:
        raise RefusedError(
            f"The title of source {identity} is {there.title}; to change it for all its claims,"
            f" use `claimtrack sources edit {identity}`."
        )
    return source_uid(step, {**facts, "source": identity}) or ""


def _facts(step: Step, article: Article, where: str, given: Fields) -> Fields:
    """What is known of the source: what was given, else what the page says, else the name of the file."""
    url = given.get("url")
    title = given.get("title") or article.title
    if not (title or url) and where != "-":
        title = Path(where).name
        step.tell(f"title: {title}, from the name of the file")
    published = given.get("published")
    if not published and article.published:
        published = str(article.published)
        if article.published_guessed:
            step.tell(f"published: {published} is a guess; put it right with `claimtrack sources edit`")
    publisher = given.get("publisher") or article.publisher
    return {
        "source": title or url, "url": url, "publisher": publisher, "published": published,
        "archive_url": given.get("archive_url"),
    }  # fmt: skip  # a table
