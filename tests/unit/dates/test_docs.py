from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from claimtrack.dates import echo, parse_iso, read, window
from claimtrack.errors import UnreadableError

PAGE = Path(__file__).parents[3] / "docs" / "dates.md"
# Where an example names no day for today, today must not matter.
ANOTHER_DAY = date(2031, 8, 9)


def rows(header: str) -> list[list[str]]:
    """The cells of every table of the page under `header`."""
    found: list[list[str]] = []
    inside = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        inside = line.startswith("|") and (inside or line == header)
        if inside and line != header and not line.startswith("| ---"):
            found.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    return found


EXAMPLES = rows("| typed | field | read on | means |")
WINDOWS = rows("| typed | today | from | to |")


@pytest.mark.parametrize(("typed", "field", "read_on", "means"), EXAMPLES)
def test_every_example_of_the_page_is_read_as_it_says(typed, field, read_on, means):
    """The page is what users rely on, so each row is read with the words and the day it names."""
    anchor, day = read_on.split()
    against = {anchor: date.fromisoformat(day) if anchor == "today" else parse_iso(day)}
    try:
        reading = str(read(typed, field=field, **({"today": ANOTHER_DAY} | against)).when)
    except UnreadableError as refusal:
        reading = f"refused: {refusal}"
    assert reading == means


@pytest.mark.parametrize(("typed", "today", "first", "last"), WINDOWS)
def test_every_window_of_the_page_has_the_ends_it_says(typed, today, first, last):
    """A filter's date has two ends, either of which may be open."""
    ends = window(typed, today=date.fromisoformat(today))
    assert ["open" if end is None else end.isoformat() for end in ends] == [first, last]


def test_the_tables_of_the_page_were_found():
    """The two checks above would pass on a page without tables, so their number is held here."""
    assert len(EXAMPLES) > 50
    assert len(WINDOWS) > 4


def test_the_echo_that_the_page_opens_with_is_the_one_shown():
    """The first example of the page is a line that the program prints."""
    line = re.search(r"^    (due: .*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    reading = read("January 20", field="due", today=ANOTHER_DAY, published=parse_iso("2025-02-05"))
    assert line is not None
    assert echo("due", reading) == line.group(1)
