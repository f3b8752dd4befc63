"""Many articles looked at, in several processes where that is asked for."""

from __future__ import annotations

import signal
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimtrack import articles as rules
from claimtrack.errors import ClaimtrackError
from claimtrack.tracker.source_texts import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from claimtrack.articles.candidates import Candidate
    from claimtrack.articles.getting import Article
    from claimtrack.tracker.models import Asked


class Looked(NamedTuple):
    """An article that was read, and what was found in it, read against the day `published`; or what was wrong.

    `asked` is what a model answered, where one was asked.
    """

    article: Article | None = None
    published: date | None = None
    found: Sequence[Candidate] | None = None
    wrong: str = ""
    asked: Asked | None = None


def looked_at(
    articles: Sequence[str], *, today: date, published: date | None, known: Mapping[str, str], jobs: int
) -> Iterator[Looked]:
    """What each article holds, in their order; nothing is written, so that `jobs` processes can do it."""
    look = partial(_look, today=today, published=published, known=known)
    if jobs == 1 or len(articles) == 1:
        yield from map(look, articles)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # only with --jobs
    from multiprocessing import get_context  # noqa: PLC0415  # with it

    with ProcessPoolExecutor(min(jobs, len(articles)), get_context("spawn"), _quietly) as pool:
        try:
            yield from pool.map(look, articles)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _quietly() -> None:
    """Leaves Ctrl-C to the program that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _look(where: str, *, today: date, published: date | None, known: Mapping[str, str]) -> Looked:
    try:
        article = read_article(where, today=today)
    except ClaimtrackError as error:
        return Looked(wrong=str(error))
    return looked_into(article, published=published, known=known)


def looked_into(article: Article, *, published: date | None = None, known: Mapping[str, str]) -> Looked:
    """What an article holds, read against the day `published`, else its own."""
    day = published or (article.published.first if article.published else None)
    if day is None or not rules.is_read(article.text):
        return Looked(article)
    return Looked(article, day, rules.candidates(article.text, day, known=dict(known)))
