"""Whatever a text is made of, twice as much of it is twice the work, and what is no article is refused in time."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from claimtrack.articles import candidates
from claimtrack.articles.getting import read_bytes
from claimtrack.errors import RefusedError

PROSE = "The officials said on Monday that the new bridge over the river will open by the end of the year. "
PIECES = (
    'The mayor said that it will open in May. "It is his plan to go," Lind said. ',
    '"',
    "“",
    "“a” ",
    "'a' ",
    "'s",
    "he said, ",
    "according to Marta Lind, ",
    "Marta Lind, who said that Ada Vale, who thinks ",
    "the head of the ",
    "A. ",
    "by 20 January ",
    "from March to June ",
    "will ",
    "(it will ",
    "\n",
    "a.\n \n",
    " ",
    "- Opens by 20 May 2026\n",
    "NORTH: We will open it by May.\n",
    "60% chance ",
    "a | ",
)


def steps(text):
    """How many calls reading the text takes, of our own functions and of the language's."""
    taken = 0

    def count(_frame, event, _argument):
        nonlocal taken
        taken += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        candidates(text, date(2026, 1, 5))
    finally:
        sys.setprofile(None)
    return taken


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_is_twice_the_work(piece):
    """Also where it is all quotation marks, verbs of speech, dates, blank lines or initials."""

    def of(characters):
        return PROSE * 20 + "\n\n" + piece * (characters // len(piece))

    candidates(of(1), date(2026, 1, 5))  # what is made once, when first needed
    bare, once, twice = (steps(of(characters)) for characters in (1, 2_500, 5_000))
    assert twice - bare < 3 * (once - bare) + 1_000


def test_a_text_too_long_for_an_article_is_refused():
    """Two million characters are read; with more, the message says what to do."""
    with pytest.raises(RefusedError, match="cut it into parts"):
        read_bytes((PROSE * 21_000).encode(), content_type="text/plain", called="book.txt")
    with pytest.raises(RefusedError, match="larger than 10 MB"):
        read_bytes(b"a" * 10_000_001, content_type="text/plain", called="book.txt")


def test_a_long_page_is_read_and_one_that_would_take_all_memory_is_refused():
    """A page is parsed apart where it is long; what that can't hold ends with a sentence."""
    head = "<html><head><title>A new bridge</title></head><body><article>"
    article = f"{head}{'<p>' + PROSE * 3 + '</p>'}<!--{'x' * 300_000}--></article></body></html>"
    assert "will open by the end of the year" in read_bytes(article.encode(), content_type="text/html").text
    table = "<tr><td>1</td><td>2</td></tr>" * 200_000
    with pytest.raises(RefusedError, match="too much for one article"):
        read_bytes(f"{head}<table>{table}</table></body></html>".encode(), content_type="text/html")
