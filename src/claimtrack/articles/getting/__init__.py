"""An article from a file, an address or standard input: its text as it is stored, and the facts given with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.articles.getting.address import fetch
    from claimtrack.articles.getting.article import Article
    from claimtrack.articles.getting.file import TYPES_BY_SUFFIX, read_bytes, read_file
    from claimtrack.articles.getting.plain_text import read_text

_HOMES = {
    "address": ("fetch",),
    "article": ("Article",),
    "file": (
        "TYPES_BY_SUFFIX",
        "read_bytes",
        "read_file",
    ),
    "plain_text": ("read_text",),
}
__all__ = ["TYPES_BY_SUFFIX", "Article", "fetch", "read_bytes", "read_file", "read_text"]

__getattr__ = loader(__name__, _HOMES)
