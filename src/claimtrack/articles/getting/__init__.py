"""An article from a file, an address or standard input: its text as it is stored, and the facts given with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.articles.getting.address import fetch
    from claimtrack.articles.getting.article import Article
    from claimtrack.articles.getting.charset import decoded
    from claimtrack.articles.getting.feed import Entry, read_feed
    from claimtrack.articles.getting.file import TYPES_BY_SUFFIX, read_bytes, read_file
    from claimtrack.articles.getting.plain_text import read_text
    from claimtrack.articles.getting.visits import LeftAloneError, Visits

_HOMES = {
    "address": ("fetch",),
    "article": ("Article",),
    "charset": ("decoded",),
    "feed": (
        "Entry",
        "read_feed",
    ),
    "file": (
        "TYPES_BY_SUFFIX",
        "read_bytes",
        "read_file",
    ),
    "plain_text": ("read_text",),
    "visits": (
        "LeftAloneError",
        "Visits",
    ),
}
__all__ = [
    "TYPES_BY_SUFFIX", "Article", "Entry", "LeftAloneError", "Visits", "decoded", "fetch", "read_bytes", "read_feed",
    "read_file", "read_text",
]  # fmt: skip  # a list of names

__getattr__ = loader(__name__, _HOMES)
