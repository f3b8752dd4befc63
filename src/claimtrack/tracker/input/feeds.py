"""Which feeds are meant: addresses, and files that list them, one a line or as OPML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, UnreadableError, why
from claimtrack.model.text import is_address, looks_like_address
from claimtrack.tracker.input.articles import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPML = re.compile(rb"<(?:opml|outline)\b", re.IGNORECASE)
_FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?://)|feed(?=://)", re.IGNORECASE)


def feeds_of(words: Iterable[str]) -> list[str]:
    """The address of each feed that is named, once, in the order given; those of a file in its order.

    Raises:
        UnreadableError: where what is named is no address.
        RefusedError: where a file can't be read, or lists no feed.
    """
    return list(dict.fromkeys(feed for word in words for feed in _feeds(word)))


def _feeds(word: str) -> list[str]:
    if (address := _address(word)) or not word:
        return [address] if address else []
    path = Path(word)
    if not path.exists():
        advice = f"write https://{word}" if looks_like_address(word) else "name an address or a file of them"
        raise UnreadableError(f"There is no file {word}, and it is no address; {advice}.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{path} can't be read: {why(error)}.") from error
    found = _in_opml(data) if _OPML.search(data) else listed(path)
    if not found:
        raise RefusedError(f"{path} lists no feeds: it should be OPML, or hold an address on each line.")
    return found


def _address(word: str) -> str | None:
    """The address of a feed, which some programs write as feed://; none where it is no address."""
    web = _FEED_SCHEME.sub(lambda scheme: "" if ":" in scheme[0] else "http", word.strip())
    return web if is_address(web) else None


def _in_opml(data: bytes) -> list[str]:
    """The feeds of an OPML file, however deep, also where the XML is broken."""
    from claimtrack.articles.getting import decoded  # noqa: PLC0415  # most feeds are named one by one

    outlines = _Outlines(convert_charrefs=True)
    outlines.feed(decoded(data))
    outlines.close()
    return [address for word in outlines.feeds if (address := _address(word))]


class _Outlines(HTMLParser):
    """Collects the `xmlUrl` of every outline: a parser of pages forgives what one of XML would not."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.feeds: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "outline":
            self.feeds += [value for name, value in attrs if name == "xmlurl" and value]
