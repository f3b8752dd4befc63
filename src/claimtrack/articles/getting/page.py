"""HTML pages: their main text, and the title, publisher, date and address that they give of themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimtrack.articles.getting.article import Article
from claimtrack.articles.getting.page_apart import found_apart
from claimtrack.articles.getting.page_markup import day_in, found_on
from claimtrack.errors import RefusedError
from claimtrack.model import When
from claimtrack.model.text import stored, stored_line

if TYPE_CHECKING:
    from claimtrack.articles.getting.page_markup import Found
    from claimtrack.model.text import StoredText

# A longer page, in characters, is parsed by a process that can be ended: ten times as many attributes of one tag take
# a hundred times as long.
LONGEST_HERE = 200_000


def read_page(html: str, *, url: str | None = None, called: str = "the page") -> Article:
    """The article on a page that came from `url`, where it came from one.

    Raises:
        RefusedError: there is no article text on it, or it is too much to read.
    """
    page = found_apart(html, url=url, called=called) if len(html) > LONGEST_HERE else found_on(html, url)
    text = stored(page.text or "")
    if text is None:
        raise RefusedError(f"{called} has no article text on it: copy the text into a file and name that")
    published = When.day(date.fromisoformat(page.stated)) if page.stated else _guessed(page.date)
    return Article(
        text=text,
        title=stored_line(page.title or ""),
        publisher=_publisher(page),
        url=page.url or url,
        published=published,
        published_guessed=published is not None and page.stated is None,
    )


def _guessed(words: str | None) -> When | None:
    """The day worked out from text, address or markup of other things; the year, where that seems to be all."""
    day = day_in(words or "")
    if day is None:
        return None
    # What htmldate makes of `© 2025`.
    return When.months(day.year, 1, 12) if (day.month, day.day) == (1, 1) else When.day(day)


def _publisher(page: Found) -> StoredText | None:
    """The publisher that the page names; the host of its address is none, unless the page itself goes by it."""
    host = urlsplit(page.url or "").hostname or ""
    if page.site and host.endswith(page.site) and page.site not in page.calls_itself:
        return None
    return stored_line(page.site or "")
