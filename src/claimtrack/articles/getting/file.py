"""Reading an article: from a file, or from the bytes that an address or standard input gave.

What the text or page does not say stays empty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.getting.charset import decoded, media_type, refuse_other_than_text
from claimtrack.articles.getting.page import read_page
from claimtrack.articles.getting.plain_text import read_text
from claimtrack.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.articles.getting.article import Article
    from claimtrack.articles.getting.plain_text import ReadDate

_HTML_TYPES = ("text/html", "application/xhtml+xml")
TYPES_BY_SUFFIX = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
# In characters: the longest novels have as many, and no rule needs longer than some seconds for it.
LONGEST_TEXT = 2_000_000
MOST_BYTES = 10_000_000
_LOOKS_LIKE_HTML = re.compile(
    r"\ufeff?\s*+(?:(?><\?xml[^>]*>|<!--.{0,2000}?-->)\s*+)*+<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_file(path: Path, *, read_date: ReadDate | None = None) -> Article:
    """The article in a text, Markdown or HTML file.

    Raises:
        RefusedError: it can't be read, is no text, or has no article in it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RefusedError(f"{path} can't be read: {error.strerror}") from error
    content_type = TYPES_BY_SUFFIX.get(path.suffix.lower())
    return read_bytes(data, content_type=content_type, called=str(path), read_date=read_date)


def read_bytes(
    data: bytes,
    *,
    content_type: str | None,
    url: str | None = None,
    called: str | None = None,
    read_date: ReadDate | None = None,
) -> Article:
    """The article that `data` holds, HTML or text: as its type says, else as it begins.

    Raises:
        RefusedError: it is no text, or has no article in it; the message names it by `called`, else by `url`.
    """
    called = called or url or "what was read"
    if len(data) > MOST_BYTES:
        raise RefusedError(f"{called} is larger than {MOST_BYTES / 1_000_000:g} MB, more than any article")
    refuse_other_than_text(called, content_type=content_type, data=data)
    text = decoded(data, content_type=content_type)
    kind = media_type(content_type)
    if kind in _HTML_TYPES or (kind not in TYPES_BY_SUFFIX.values() and _LOOKS_LIKE_HTML.match(text)):
        return _of_a_length(read_page(text, url=url, called=called), called)
    return _of_a_length(read_text(text, url=url, called=called, read_date=read_date), called)


def _of_a_length(article: Article, called: str) -> Article:
    if len(article.text) > LONGEST_TEXT:
        raise RefusedError(
            f"{called} has more than {LONGEST_TEXT:,} characters of text: cut it into parts, and read each"
        )
    return article
