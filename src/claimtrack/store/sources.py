"""Sources by id, address or title, and how many claims each has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.address import address_key, page_key
from claimtrack.model.text import text_key
from claimtrack.store.row_values import damaged, source

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.model import Source

_TELLING = 8  # letters of the part of a path by which one page is known from others

# The one that a source was joined with, else itself: what a source is known by leads there.
_KEPT = "SELECT DISTINCT kept.* FROM source s JOIN source kept ON kept.id = coalesce(s.same_as_id, s.id)"


def everything(connection: sqlite3.Connection) -> list[Source]:
    """Sources with how many claims each has, newest first."""
    rows = connection.execute(
        """SELECT s.*, (SELECT count(*) FROM claim c WHERE c.source_id = s.id AND c.deleted = 0)
          + (SELECT count(*) FROM appearance a JOIN claim c ON c.id = a.claim_id
             WHERE a.source_id = s.id AND a.deleted = 0 AND c.deleted = 0) AS claims
        FROM source s WHERE s.deleted = 0 AND s.same_as_id IS NULL ORDER BY s.id DESC"""
    )
    return [found._replace(claims=row["claims"]) for row in rows.fetchall() if (found := source(row))]


def by_id(connection: sqlite3.Connection, identity: int) -> Source | None:
    """The source with this id."""
    return next(iter(_known_by(connection, "s.id = ?", identity)), None)


def by_uid(connection: sqlite3.Connection, uid: str) -> Source:
    """The source with this uid.

    Raises:
        UnusableError: where nothing has it.
    """
    found = _known_by(connection, "s.uid = ?", uid)
    if not found:
        raise damaged(f"no source has the uid {uid}")
    return found[0]


def by_url(connection: sqlite3.Connection, url: str) -> Source | None:
    """The source at this address, however it is spelled; where several are, the oldest."""
    return next(iter(_known_by(connection, "s.url_key = ?", address_key(url))), None)


def by_title(connection: sqlite3.Connection, title: str) -> list[Source]:
    """The sources with this title, case and spaces aside, oldest first."""
    return _known_by(connection, "s.title_key = ?", text_key(title))


def like_title(connection: sqlite3.Connection, title: str) -> list[Source]:
    """The sources whose title has a third of this one, or its longest word: all that it may be a slip for."""
    key = text_key(title)
    third = len(key) // 3 + 1
    parts = [*(key[at : at + third] for at in range(0, len(key), third)), max(key.split(), key=len)]
    return _known_by(connection, " OR ".join(["instr(s.title_key, ?)"] * len(parts)), *parts)


def by_page(connection: sqlite3.Connection, url: str) -> list[Source]:
    """The sources whose address is that of another edition of the page at `url`, as one for telephones."""
    page = page_key(url)
    longest = max(page.partition("?")[0].split("/")[1:], key=len, default="")
    if len(longest) < _TELLING:
        return []
    found = _known_by(connection, "instr(s.url_key, ?)", longest)
    return [one for one in found if one.url and page_key(one.url) == page]


def titles(connection: sqlite3.Connection) -> list[str]:
    """The titles of all sources."""
    rows = connection.execute("SELECT title FROM source WHERE title IS NOT NULL AND deleted = 0 ORDER BY id")
    return [row[0] for row in rows.fetchall()]


def _known_by(connection: sqlite3.Connection, condition: str, *values: object) -> list[Source]:
    rows = connection.execute(f"{_KEPT} WHERE ({condition}) AND s.deleted = 0 ORDER BY kept.id", values)
    return [found for row in rows.fetchall() if (found := source(row))]


def joined_uids(connection: sqlite3.Connection, identity: int) -> list[str]:
    """The uids of the sources that were joined with the one with this id."""
    rows = connection.execute("SELECT uid FROM source WHERE same_as_id = ? ORDER BY id", (identity,))
    return [row[0] for row in rows.fetchall()]


def held(connection: sqlite3.Connection, table: str, identity: int) -> list[str]:
    """The uids of the rows of `table` that belong to the source with this id."""
    rows = connection.execute(
        f"SELECT uid FROM {table} WHERE source_id = ? AND deleted = 0 ORDER BY id", (identity,)
    )
    return [row[0] for row in rows.fetchall()]


def doubled_appearances(connection: sqlite3.Connection, identity: int) -> list[str]:
    """The uids of the appearances in the source that say no more than their claim, or than an older appearance."""
    rows = connection.execute(
        """SELECT a.uid FROM appearance a JOIN claim c ON c.id = a.claim_id
        WHERE a.source_id = :source AND a.deleted = 0 AND (
          (c.source_id = :source
            AND (a.said_first IS NULL OR (a.said_first, a.said_last) = (c.said_first, c.said_last)))
          OR EXISTS (SELECT 1 FROM appearance o WHERE o.claim_id = a.claim_id AND o.source_id = :source
            AND o.uid < a.uid
            AND o.deleted = 0 AND (a.said_first, a.said_last) IS (o.said_first, o.said_last))) ORDER BY a.uid""",
        {"source": identity},
    )
    return [row[0] for row in rows.fetchall()]


def said_after(connection: sqlite3.Connection, source: int, day: str) -> list[tuple[int, str]]:
    """The claims that stand in the source as said later than `day`, with the first such day of speaking."""
    rows = connection.execute(
        """SELECT id, said_first FROM claim WHERE source_id = :source AND said_first > :day AND deleted = 0
        UNION ALL SELECT c.id, a.said_first FROM appearance a JOIN claim c ON c.id = a.claim_id
          WHERE a.source_id = :source AND a.said_first > :day AND a.deleted = 0 AND c.deleted = 0
        ORDER BY 1""",
        {"source": source, "day": day},
    )
    return [(row[0], row[1]) for row in rows.fetchall()]
