"""What a page's markup holds: its main text, and what it says of itself."""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Found(NamedTuple):
    """What a page holds, as it stands there; `stated` is the day of publishing that its markup states."""

    text: str | None
    title: str | None
    site: str | None
    url: str | None
    date: str | None
    stated: str | None
    calls_itself: list[str]


def found_on(html: str, url: str | None) -> Found:
    """What the libraries find on a page; their time and memory know no limit."""
    from trafilatura import bare_extraction  # noqa: PLC0415  # half a second, and only HTML needs it
    from trafilatura.utils import load_html  # noqa: PLC0415  # the same

    with _in_silence():
        found: Any = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
        tree: Any = load_html(html)
    stated = _stated_day(tree) if tree is not None else None
    names = tree.xpath("//meta[@property='og:site_name']/@content") if tree is not None else []
    return Found(
        text=found.text if found else None,
        title=found.title if found else None,
        site=found.sitename if found else None,
        url=found.url if found else None,
        date=found.date if found else None,
        stated=stated.isoformat() if stated else None,
        calls_itself=[str(name) for name in names],
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
            day = day_in(value[found.end() :] if found else value)
            if day:
                return day
    return None


def day_in(value: str) -> date | None:
    """The day that `value` begins with."""
    match = _DAY.match(value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None
