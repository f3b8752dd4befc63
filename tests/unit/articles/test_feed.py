"""Reading feeds: what they list, also where they are broken, and what is no feed."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles.getting import Entry, read_feed
from claimtrack.errors import RefusedError

URL = "https://example.org/feeds/all.xml"


def read(feed, url=URL, content_type="application/xml"):
    """The feed that these words are."""
    return read_feed(feed if isinstance(feed, bytes) else feed.encode(), content_type=content_type, url=url)


def rss(*items, closed=True):
    """RSS 2.0 with these items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{inside}' + (
        "</channel></rss>" if closed else "<item><title>Cut o"
    )


def atom(*entries):
    """Atom with these entries."""
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/b/"><title>News</title>{inside}</feed>'


def test_rss_and_atom_list_the_same():
    """Address, title and day; an address is read against that of the feed."""
    road = Entry("https://example.org/b/road", "The road & the lake", date(2025, 2, 3))
    items = rss(
        "<link>https://example.org/b/road</link><title>The road &amp; the lake</title>"
        "<pubDate>Mon, 03 Feb 2025 09:00:00 GMT</pubDate>"
    )
    entries = atom(
        '<id>urn:1</id><link href="road"/><title>The road &amp; the lake</title><updated>2025-02-03T09:00:00Z</updated>'
    )
    assert read(items).entries == read(entries).entries == (road,)


@pytest.mark.parametrize(
    ("item", "address"),
    [
        ("<link>/road</link>", "https://example.org/road"),
        ("<link> \n https://example.org/road\n </link>", "https://example.org/road"),
        ("<guid>https://example.org/road</guid>", "https://example.org/road"),
        ("<link>https://example.org/?a=1&b=2</link>", "https://example.org/?a=1&b=2"),
        ("<link>https://example.org/the road</link>", "https://example.org/the%20road"),
    ],
)
def test_an_address_is_found_however_it_is_written(item, address):
    """As a path, with space around it, as the lasting name of the item, with signs that XML would have escaped."""
    assert [entry.address for entry in read(rss(item)).entries] == [address]


@pytest.mark.parametrize(
    "item", ["<title>Only a title</title>", "<link>javascript:alert(1)</link>", "<link>mailto:a@b</link>"]
)
def test_what_has_no_address_on_the_web_is_counted(item):
    """And the others are read."""
    feed = read(rss(item, "<link>https://example.org/road</link>"))
    assert (len(feed.entries), feed.without_address) == (1, 1)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("<pubDate>Mon, 03 Feb 2025 23:30:00 +1100</pubDate>", date(2025, 2, 3)),
        ("<pubDate>Mon, 03 Feb 2025 23:30:00 -0500</pubDate>", date(2025, 2, 3)),
        ("<pubDate>3 Feb 2025</pubDate>", date(2025, 2, 3)),
        ("<pubDate>2025-02-03T23:30:00-05:00</pubDate>", date(2025, 2, 3)),
        ("<pubDate>yesterday</pubDate>", None),
        ("<pubDate>Mon, 99 Feb 2025 09:00:00 GMT</pubDate>", None),
        ("<pubDate></pubDate>", None),
        ("", None),
    ],
)
def test_the_day_is_that_of_the_publisher(words, day):
    """Whatever day it was then in Greenwich; what can't be read is no day."""
    (entry,) = read(rss(f"<link>https://example.org/road</link>{words}")).entries
    assert entry.published == day


def test_a_feed_that_breaks_off_gives_what_stands_before():
    """And says so, to be asked for whole again."""
    feed = read(rss("<link>https://example.org/road</link>", closed=False))
    assert [entry.address for entry in feed.entries] == ["https://example.org/road"]
    assert feed.broken


def test_an_old_encoding_is_read():
    """As the feed declares it."""
    feed = rss("<link>https://example.org/1</link><title>Мост</title>")
    declared = feed.replace("?>", ' encoding="windows-1251"?>', 1).encode("cp1251")
    assert read(declared).entries[0].title == "Мост"


@pytest.mark.parametrize("data", [b"", b"{}", b"Nothing to see", b"<opml/>", b"/etc/hosts", b"<html></html>"])
def test_what_is_no_feed_is_refused(data):
    """A name of a file in it is not opened."""
    with pytest.raises(RefusedError, match=r"is no RSS or Atom feed\.$"):
        read(data)


def test_a_page_in_the_place_of_a_feed_names_its_feed():
    """So that it can be named instead."""
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>'
    with pytest.raises(RefusedError, match="a page that names"):
        read(page, content_type="text/html")


def test_a_feed_with_nothing_in_it_is_one():
    """A new one has no entries yet."""
    assert read(rss()).entries == ()
    assert read(atom()).entries == ()


def test_names_of_text_that_stand_for_more_text_are_not_followed():
    """Else a kilobyte could become a gigabyte."""
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{names}]>'
    feed = rss("<link>https://example.org/1</link><title>&a8;</title>").partition("?>")[2]
    assert len(read(bomb + feed).entries[0].title or "") < 1000
