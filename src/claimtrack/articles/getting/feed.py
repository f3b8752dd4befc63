"""Feeds: the entries that RSS or Atom lists, as far as they can be read in one that is broken."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import RefusedError
from claimtrack.model.text import is_address, stored_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.text import StoredText

_FEED_TYPE = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


class Entry(NamedTuple):
    """An article that a feed lists: its address, and the title and day that the feed gives for it."""

    address: str
    title: StoredText | None = None
    published: date | None = None


class Feed(NamedTuple):
    """The entries in the feed's order, how many have no address, and whether the feed is broken."""

    entries: tuple[Entry, ...]
    without_address: int
    broken: bool


def read_feed(data: bytes, *, content_type: str | None, url: str) -> Feed:
    """The entries of the RSS or Atom in `data`, which came from `url`.

    Raises:
        RefusedError: it is neither; where it is a page that names its feed, the message does so too.
    """
    from feedparser import parse  # noqa: PLC0415  # a tenth of a second, for whoever reads feeds

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it will do otherwise, for parts that are not looked at
        # of a file, since it would open what a mere string names
        found = parse(
            BytesIO(data),
            response_headers={"content-location": url, "content-type": content_type or "application/xml"},
            sanitize_html=False,
        )
    if not (found.get("version") or found.entries):
        raise RefusedError(f"{url} is no RSS or Atom feed{_named_by(found.get('feed', {}))}.")
    entries = [entry for listed in found.entries if (entry := _entry(listed))]
    return Feed(tuple(entries), len(found.entries) - len(entries), bool(found.get("bozo")))


def _named_by(page: Any) -> str:
    """The feed that a page names, as the end of a sentence."""
    feeds = [
        link["href"]
        for link in page.get("links", ())
        if _FEED_TYPE.fullmatch(link.get("type", "")) and is_address(link.get("href", ""))
    ]
    return f", but a page that names {feeds[0]}" if feeds else ""


def _entry(listed: Any) -> Entry | None:
    """What is listed, where it has an address on the web."""
    address = next(
        (link for link in (listed.get("link"), listed.get("id")) if link and is_address(link.strip())), None
    )
    address = stored_line(address or "")
    if not address:
        return None
    title = listed.get("title") or ""
    if listed.get("title_detail", {}).get("type") != "text/plain":
        title = _TAG.sub("", title)
    return Entry(address.replace(" ", "%20"), stored_line(title), _day(listed))


def _day(listed: Any) -> date | None:
    """The day of publication where it was published, else in Greenwich; none where no date can be read."""
    for name in ("published", "updated"):
        if name in listed:
            return next(_days(listed[name], listed.get(f"{name}_parsed")), None)
    return None


def _days(words: str, parsed: Any) -> Iterator[date]:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            yield read(words).date()
        except ValueError:
            continue
    if parsed:
        yield date(*parsed[:3])
