"""Feeds: with what to ask for each again, and which of their entries were read.

This is where reading stands, no part of the record: it is not logged, and not taken over from other files. An entry
whose reading was undone has no source any more, so it is read again.
"""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.address import address_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

TRIES = 3  # a page that fails so often is given up


class Standing(NamedTuple):
    """What a feed answered with the last time, to ask whether it has anything new."""

    etag: str | None
    modified: str | None


class Listed(NamedTuple):
    """An entry of a feed: the address of an article, what the feed says of it, and how often it failed."""

    url: str
    title: str | None
    published: str | None
    tries: int = 0


_SOURCE_STANDS = "EXISTS (SELECT 1 FROM source s WHERE s.id = e.source_id AND s.deleted = 0)"
_HAD_OTHERWISE = """EXISTS (SELECT 1 FROM source s JOIN article a ON a.source_id = coalesce(s.same_as_id, s.id)
  WHERE s.url_key = e.url_key AND s.deleted = 0 AND a.deleted = 0)"""


def standing(connection: sqlite3.Connection, feed: str) -> Standing:
    """With what to ask for the feed; with nothing where it was never read."""
    row = connection.execute(
        "SELECT etag, modified FROM feed WHERE url_key = ?", (address_key(feed),)
    ).fetchone()
    return Standing(row["etag"], row["modified"]) if row else Standing(None, None)


def new(connection: sqlite3.Connection, addresses: Iterable[str]) -> list[str]:
    """Those of the addresses that no feed has listed before and no article was read from, each once."""
    keys = {address_key(address): address for address in reversed([*addresses])}
    rows = connection.execute(
        f"""SELECT url_key FROM (SELECT value AS url_key FROM json_each(?)) e
        WHERE NOT EXISTS (SELECT 1 FROM feed_entry l WHERE l.url_key = e.url_key) AND NOT {_HAD_OTHERWISE}""",
        (dumps([*keys]),),
    )
    fresh = {row[0] for row in rows.fetchall()}
    return [address for key, address in reversed(keys.items()) if key in fresh]


def waiting(connection: sqlite3.Connection, feeds: Iterable[str]) -> list[Listed]:
    """The entries of the feeds that were listed before and are still to be read: those never tried first."""
    rows = connection.execute(
        f"""SELECT e.url, e.title, e.published, e.tries FROM feed_entry e JOIN feed f ON f.id = e.feed_id
        WHERE f.url_key IN (SELECT value FROM json_each(?)) AND e.tries < {TRIES}
          AND NOT {_SOURCE_STANDS} AND NOT {_HAD_OTHERWISE}
        ORDER BY e.tries, e.published DESC, e.id""",
        (dumps([address_key(feed) for feed in feeds]),),
    )
    return [Listed(*row) for row in rows.fetchall()]


def add(
    connection: sqlite3.Connection, feed: str, entries: Iterable[Listed], has: Standing, *, at: str
) -> None:
    """Adds entries that a feed lists, to be read, and with what to ask for it the next time."""
    row = connection.execute(
        """INSERT INTO feed (url, url_key, etag, modified, read_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (url_key) DO UPDATE SET etag = excluded.etag, modified = excluded.modified,
          read_at = excluded.read_at RETURNING id""",
        (feed, address_key(feed), *has, at),
    ).fetchone()
    connection.executemany(
        "INSERT OR IGNORE INTO feed_entry (feed_id, url, url_key, title, published) VALUES (?, ?, ?, ?, ?)",
        [(row[0], one.url, address_key(one.url), one.title, one.published) for one in entries],
    )


def was_read(connection: sqlite3.Connection, entry: str, source: int) -> None:
    """Notes that the entry at this address was read into the source."""
    connection.execute(
        "UPDATE feed_entry SET source_id = ?, tries = 0 WHERE url_key = ?", (source, address_key(entry))
    )


def failed(connection: sqlite3.Connection, entry: str) -> None:
    """Notes that the entry at this address could not be read."""
    connection.execute("UPDATE feed_entry SET tries = tries + 1 WHERE url_key = ?", (address_key(entry),))
