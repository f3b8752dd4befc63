"""Reading an article: from a file, from text as it is, or from the bytes that an address answered with.

What the text or page does not say stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.articles.getting.article import Article
from claimtrack.articles.getting.charset import decoded, media_type, refuse_other_than_text
from claimtrack.articles.getting.page import read_page
from claimtrack.errors import ClaimtrackError, RefusedError
from claimtrack.model import When
from claimtrack.model.text import stored, stored_line

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Article", "ReadDate", "read_bytes", "read_file", "read_text"]

# Reads a line as a date, and raises ClaimtrackError where it is none.
ReadDate = Callable[[str], When]

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_TYPES_BY_SUFFIX = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
_LOOKS_LIKE_HTML = re.compile(
    r"\ufeff?\s*+(?:(?><\?xml[^>]*>|<!--.{0,2000}?-->)\s*+)*+<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}")
_HEADING = re.compile(r"#\s+(.+?)[\s#]*")
# In characters; a longer first line is a paragraph, and so is one that ends like a sentence.
LONGEST_TITLE = 150
LONGEST_DATE = 40
_ENDS_NO_TITLE = (".", ",", ":", ";", "…")


def read_file(path: Path, *, read_date: ReadDate | None = None) -> Article:
    """The article in a text, Markdown or HTML file.

    Raises:
        RefusedError: it can't be read, is no text, or has no article in it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{path} can't be read: {error.strerror}") from error
    content_type = _TYPES_BY_SUFFIX.get(path.suffix.lower())
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
    refuse_other_than_text(called, content_type=content_type, data=data)
    text = decoded(data, content_type=content_type)
    kind = media_type(content_type)
    if kind in _HTML_TYPES or (kind not in _TYPES_BY_SUFFIX.values() and _LOOKS_LIKE_HTML.match(text)):
        return read_page(text, url=url, called=called)
    return read_text(text, url=url, called=called, read_date=read_date)


def read_text(
    text: str, *, url: str | None = None, called: str = "the text", read_date: ReadDate | None = None
) -> Article:
    """The article in plain text or Markdown, with a date and a publisher's host from lines on top of it.

    A date there is read by `read_date`, and is a guess.

    Raises:
        RefusedError: there is no text.
    """
    kept = stored(text.removeprefix("\ufeff"))
    if kept is None:
        raise RefusedError(f"{called} has no text in it")
    published = publisher = None
    lines = _first_lines(kept)
    on_top = 0
    for line in lines:
        day = _day(line, read_date)
        host = _HOST.fullmatch(line)
        if not day and not host:
            break
        published, publisher = published or day, publisher or (line if host else None)
        on_top += 1
    return Article(
        text=kept,
        title=_title(kept, lines[on_top : on_top + 1], below_a_date=on_top > 0),
        publisher=publisher,
        url=url,
        published=published,
        published_guessed=published is not None,
    )


def _first_lines(text: str) -> list[str]:
    """The first few lines that are not blank, without the space around them."""
    # A date and a host, in any order, and the title.
    return list(islice((line.strip() for line in text.splitlines() if line.strip()), 3))


def _day(line: str, read_date: ReadDate | None) -> When | None:
    """The one day that a line stands for; None where it is no date or a vague one."""
    if read_date is None or len(line) > LONGEST_DATE or not re.search(r"\d{4}", line):
        return None
    # Pages copied as text have `Wednesday05 February 2025`.
    spaced = re.sub(r"(?<=[^\W\d_])(?=\d)", " ", line)
    try:
        when = read_date(spaced)
    except ClaimtrackError:
        return None
    return when if when.first == when.last else None


def _title(text: str, lines: list[str], *, below_a_date: bool) -> str | None:
    """The line, if it is a Markdown heading, or stands alone above the text and does not end like a sentence."""
    if not lines:
        return None
    line = lines[0]
    if heading := _HEADING.fullmatch(line):
        return stored_line(heading[1])
    rest = text.partition(line)[2]
    alone = re.match(r"[^\S\n]*\n(?:[^\S\n]*\n|=+[^\S\n]*\n)", rest)
    ends_well = below_a_date or not line.endswith(_ENDS_NO_TITLE)
    return stored_line(line) if alone and ends_well and " " in line and len(line) <= LONGEST_TITLE else None
