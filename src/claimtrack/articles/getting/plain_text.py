"""Plain text or Markdown with its title, date and publisher on top of it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.getting import front_matter
from claimtrack.articles.getting.article import Article
from claimtrack.articles.getting.top_lines import DayLine, ReadDate, dateline_day, day_line
from claimtrack.errors import RefusedError
from claimtrack.model.text import StoredText, stored, stored_line

if TYPE_CHECKING:
    from claimtrack.model import When

__all__ = ["ReadDate", "read_text"]

_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}")
_HEADING = re.compile(r"#\s+(.+?)[\s#]*")
_BYLINE = re.compile(r"(?:by|written by|story by|text:|from) [A-Z].{2,80}", re.IGNORECASE)
# In characters; a longer first line is a paragraph, and so is one that ends like a sentence.
LONGEST_TITLE = 180
# A title that goes over two lines fills the first; one with no blank line below stands above a whole paragraph.
FULL_LINE = 45
PARAGRAPH = 100
TOP = 6
_ENDS_NO_TITLE = (".", ",", ":", ";", "…")


class _Top(NamedTuple):
    """What the lines above the text tell."""

    title: StoredText | None
    publisher: StoredText | None
    day: When | None


def read_text(
    text: str, *, url: str | None = None, called: str = "the text", read_date: ReadDate | None = None
) -> Article:
    """The article in plain text or Markdown, with what its front matter or the lines on top of it tell.

    A date there is read by `read_date`; outside front matter it is a guess.

    Raises:
        RefusedError: there is no text.
    """
    given = front_matter.split(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    kept = stored(given.text)
    if kept is None:
        raise RefusedError(f"{called} has no text in it")
    top = _top(kept, read_date)
    dated = given.first("published", "date", "pubdate", "publishdate", "date_published", "created")
    stated = day_line(dated, read_date) if dated else None
    return Article(
        text=kept,
        title=stored_line(given.first("title", "headline") or "") or top.title,
        publisher=stored_line(given.first("publisher", "source", "site", "publication") or "")
        or top.publisher,
        url=url or given.first("url", "link", "canonical", "canonical_url"),
        published=stated.day if stated else top.day,
        published_guessed=stated is None and top.day is not None,
    )


def _top(text: str, read_date: ReadDate | None) -> _Top:
    """What the first lines tell: dates, a host and who wrote it stand above or below the title."""
    lines = list(islice((line.strip() for line in text.splitlines() if line.strip()), TOP))
    days: list[DayLine] = []
    publisher: StoredText | None = None
    title: StoredText | None = None
    seen = None
    for place, line in enumerate(lines):
        day = day_line(line, read_date)
        if day:
            days.append(day)
        elif _HOST.fullmatch(line):
            publisher = publisher or stored_line(line)
        elif seen is None and not (_BYLINE.fullmatch(line) and place):
            seen = place
            title = _title(text, lines[place:], below_a_date=place > 0, read_date=read_date)
            if title is None:
                break
        elif not _BYLINE.fullmatch(line) and not (seen is not None and title and title.endswith(line)):
            break
    best = max(days, key=lambda item: item.sort, default=None)
    dateline = None if best else next(filter(None, (dateline_day(line, read_date) for line in lines)), None)
    return _Top(title, publisher, best.day if best else dateline)


def _title(
    text: str, lines: list[str], *, below_a_date: bool, read_date: ReadDate | None
) -> StoredText | None:
    """The first line, if it is a Markdown heading, or stands above the text and does not end like a sentence."""
    line = lines[0]
    if heading := _HEADING.fullmatch(line):
        return stored_line(heading[1])
    rest = text.partition(line)[2]
    alone = re.match(r"[^\S\n]*\n(?:[^\S\n]*\n|=+[^\S\n]*\n)", rest)
    ends_well = (below_a_date and alone) or not line.endswith(_ENDS_NO_TITLE)
    if not ends_well or " " not in line or len(line) > LONGEST_TITLE:
        return None
    if alone:
        return stored_line(line)
    below = lines[1] if len(lines) > 1 else ""
    if (
        day_line(below, read_date)
        or _BYLINE.fullmatch(below)
        or (len(below) > PARAGRAPH and below[0].isupper())
    ):
        return stored_line(line)
    wrapped = len(line) >= FULL_LINE and re.match(r"[^\S\n]*\n[^\n]+\n[^\S\n]*\n", rest)
    whole = f"{line} {below}"
    fits = len(whole) <= LONGEST_TITLE and not below.endswith(_ENDS_NO_TITLE)
    return stored_line(whole) if wrapped and fits else None
