"""Reading articles: from a file, an address or standard input, into a source with its text."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from claimtrack import dates
from claimtrack.errors import RefusedError
from claimtrack.model.text import is_address, stored_line
from claimtrack.model.when import Worded
from claimtrack.store import articles, sources
from claimtrack.store.digests import sha256
from claimtrack.tracker.input.order import refuse_ahead
from claimtrack.tracker.input.source import NO_SOURCE, find_source, read_source, record_source
from claimtrack.tracker.sources import counted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.articles.getting import Article
    from claimtrack.model import Source, When
    from claimtrack.model.record import SourceFacts
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.source import SourceDraft


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
        return counted(step, keep_text(step, article, where, {**facts, "title": title}))


def keep_text(step: Step, article: Article, where: str, facts: Mapping[str, Any]) -> Source:
    """Keeps the text of the article with its source, new or there already, and returns the source.

    Where it was read from is kept as it is seen from the folder of the database.

    Raises:
        RefusedError: where the source is there with other facts.
        UnreadableError: where a fact can't be read, or a new source has neither a title nor an address.
    """
    given = read_source(step, facts) or NO_SOURCE
    found = articles.source_of_text(step.connection, sha256(article.text.encode()).hex())
    if found is not None:
        step.tell(f"the text is there already, as source {found}")
        return _agreeing(step, found, given)
    url = given.url or article.url or (where if is_address(where) else None)
    there = sources.by_url(step.connection, url) if url else None
    if there:
        source = _agreeing(step, there.id, given)
    else:
        whole = _completed(step, article, where, given._replace(url=url))
        titled = find_source(step.connection, whole)
        source = record_source(step, whole._replace(id=titled.id) if titled else whole)
    read_from = (
        where if is_address(where) else None if where == "-" else stored_line(seen_from(step.place, where))
    )
    step.create(
        "article", {"source": source.uid, "text": article.text, "read_at": step.at, "read_from": read_from}
    )
    return source


def seen_from(place: Path, file: str) -> str:
    """The path from `place` to the file, which never names somebody's home folder: then it is its name alone."""
    there, here = (Path(os.path.abspath(path)) for path in (file, place))  # noqa: PTH100  # no link is followed
    home = _home_of(there)
    if home and not here.is_relative_to(home):
        return there.name
    try:
        return Path(os.path.relpath(there, here)).as_posix()
    except ValueError:  # another drive of Windows
        return there.name


def _home_of(path: Path) -> Path | None:
    """The home folder that the path is in; null where it is in none."""
    homes = [
        Path(*path.parts[:3]) for root in ("/home", "/Users") if path.is_relative_to(root) and path.parts[2:]
    ]
    with suppress(RuntimeError):  # nobody's home is known
        homes.insert(0, Path.home())
    return next((home for home in homes if home.parts[1:] and path.is_relative_to(home)), None)


def _agreeing(step: Step, identity: int, given: SourceDraft) -> Source:
    """The source that is there; facts given that differ from what is stored are refused."""
    source = record_source(step, given._replace(id=identity))
    if given.title and given.title != source.title:
        raise RefusedError(
            f"The title of source {identity} is {source.title}; to change it for all its claims,"
            f" use `claimtrack sources edit {identity}`."
        )
    return source


_FROM_THE_PAGE = "; that is what the page says, so give the day with --published"


def _completed(step: Step, article: Article, where: str, given: SourceDraft) -> SourceDraft:
    """What was given of the source, else what the page says, else the name of the file."""
    title = given.title or stored_line(article.title or "")
    if not (title or given.url) and where != "-":
        title = stored_line(Path(where).name)
        step.tell(f"title: {title}, from the name of the file")
    published = given.published
    if not published and article.published:
        published = Worded(article.published)
        refuse_ahead("published", article.published, step.today, advice=_FROM_THE_PAGE)
        if article.published_guessed:
            step.tell(
                f"published: {article.published} is a guess; put it right with `claimtrack sources edit`"
            )
    publisher = given.publisher or stored_line(article.publisher or "")
    return given._replace(title=title, publisher=publisher, published=published)
