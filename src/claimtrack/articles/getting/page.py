"""HTML pages: their main text, and the title, publisher, date and address that they give of themselves."""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimtrack.articles.getting.article import Article
from claimtrack.errors import RefusedError
from claimtrack.model import When
from claimtrack.model.text import stored, stored_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.text import StoredText

# The other libraries keep quiet by themselves where the program that uses them sets up no logging.
_NOISY = ("courlan", "justext")
_NAMES = (
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "parsely-pub-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "citation_publication_date",
    "article:published_time",
)
_NAMED = " or ".join(f"{kind}='{name}'" for name in _NAMES for kind in ("@name", "@property"))
# Where markup says when the article was published, the surest first (Open Graph, schema.org, Dublin Core, HTML).
_STATED = (
    "//meta[@property='article:published_time']/@content",
    "//script[@type='application/ld+json']/text()",
    "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime",
    f"//meta[{_NAMED}]/@content",
    "//time[@pubdate]/@datetime",
)
_DAY = re.compile(r"\s*(\d{4})([-/])(\d\d)\2(\d\d)(?!\d)")
_IN_JSON = re.compile(r'"datePublished"\s*:\s*"(?=\s*\d)')


def read_page(html: str, *, url: str | None = None, called: str = "the page") -> Article:
    """The article on a page that came from `url`, where it came from one.

    Raises:
        RefusedError: there is no article text on it.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  # half a second, and only HTML needs it
    from trafilatura.utils import load_html  # noqa: PLC0415  # the same

    with _in_silence():
        found: Any = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
        tree: Any = load_html(html)
    text = stored(found.text or "") if found else None
    if text is None:
        raise RefusedError(f"{called} has no article text on it: copy the text into a file and name that")
    stated = _stated_day(tree)
    published = When.day(stated) if stated else _guessed(found.date)
    return Article(
        text=text,
        title=stored_line(found.title or ""),
        publisher=_publisher(found.sitename, tree, url=found.url),
        url=found.url or url,
        published=published,
        published_guessed=published is not None and stated is None,
    )


@contextmanager
def _in_silence() -> Iterator[None]:
    """Keep what the libraries log and warn of from the user, who can do nothing about it."""
    silence = logging.NullHandler()
    for name in _NOISY:
        logging.getLogger(name).addHandler(silence)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for name in _NOISY:
            logging.getLogger(name).removeHandler(silence)


def _stated_day(tree: Any) -> date | None:
    """The day of publishing that the page's markup states, as it stands there, in the page's own time zone."""
    for path in _STATED:
        for value in tree.xpath(path):
            found = _IN_JSON.search(value)
            day = _day(value[found.end() :] if found else value)
            if day:
                return day
    return None


def _day(value: str) -> date | None:
    """The day that `value` begins with."""
    match = _DAY.match(value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def _guessed(words: str | None) -> When | None:
    """The day worked out from text, address or markup of other things; the year, where that seems to be all."""
    day = _day(words or "")
    if day is None:
        return None
    # What htmldate makes of `© 2025`.
    return When.months(day.year, 1, 12) if (day.month, day.day) == (1, 1) else When.day(day)


def _publisher(name: str | None, tree: Any, *, url: str | None) -> StoredText | None:
    """The publisher that the page names; the host of its address is none, unless the page itself goes by it."""
    host = urlsplit(url or "").hostname or ""
    if name and host.endswith(name) and name not in tree.xpath("//meta[@property='og:site_name']/@content"):
        return None
    return stored_line(name or "")
