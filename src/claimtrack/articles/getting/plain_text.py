"""Plain text or Markdown with its title, date and publisher on top of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from claimtrack.articles.getting.article import Article
from claimtrack.errors import ClaimtrackError, RefusedError
from claimtrack.model import When
from claimtrack.model.text import StoredText, stored, stored_line

# Reads a line as a date, and raises ClaimtrackError where it is none.
ReadDate = Callable[[str], When]
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}")
_HEADING = re.compile(r"#\s+(.+?)[\s#]*")
# In characters; a longer first line is a paragraph, and so is one that ends like a sentence.
LONGEST_TITLE = 150
LONGEST_DATE = 40
_ENDS_NO_TITLE = (".", ",", ":", ";", "…")


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
        published, publisher = published or day, publisher or (stored_line(line) if host else None)
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


def _title(text: str, lines: list[str], *, below_a_date: bool) -> StoredText | None:
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
