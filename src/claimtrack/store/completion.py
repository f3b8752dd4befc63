"""What begins as a person has typed it so far: ids, names, tags and sources, a few of each and quickly."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.model.text import name_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


Rows = list[tuple[str, str]]

_LAST_CHARACTER = "\U0010ffff"
_DIGITS = 15  # more than any file will hold
_OLDEST = 10

# Every name and alias with the speaker it leads to, and the name that one goes by.
_NAMES = """(
  SELECT id AS root, key, name, '' AS of FROM speaker WHERE same_as_id IS NULL AND deleted = 0 UNION ALL
  SELECT r.id, s.key, s.name, r.name FROM speaker s JOIN speaker r ON r.id = s.same_as_id
    WHERE s.deleted = 0 AND s.key <> r.key UNION ALL
  SELECT r.id, a.key, a.name, r.name FROM alias a JOIN speaker s ON s.id = a.speaker_id
    JOIN speaker r ON r.id = coalesce(s.same_as_id, s.id) WHERE r.deleted = 0 AND s.deleted = 0)"""
_CLAIMS = "(SELECT count(*) FROM claim c WHERE c.speaker_id = root AND c.deleted = 0)"


def claims(connection: sqlite3.Connection, digits: str, *, most: int) -> list[tuple[int, str]]:
    """Ids whose digits begin with `digits`, with the text: newest first, and where not all fit the oldest last.

    The oldest keep a shell from taking what the newest ids begin with for what all of them do.
    """
    spans = [(0, 10**_DIGITS)] if not digits else [_span(digits, more) for more in range(_DIGITS)]
    newest = _of_claims(connection, reversed(spans), order="DESC", most=most)
    if len(newest) < most:
        return newest
    oldest = _of_claims(connection, spans, order="ASC", most=_OLDEST)
    return list(dict.fromkeys([*newest[:-_OLDEST], *reversed(oldest)]))


def _span(digits: str, more: int) -> tuple[int, int]:
    """The numbers that begin with `digits` and have so many digits more."""
    return int(digits) * 10**more, (int(digits) + 1) * 10**more - 1


def _of_claims(
    connection: sqlite3.Connection, spans: Iterable[tuple[int, int]], *, order: str, most: int
) -> list[tuple[int, str]]:
    query = (
        "SELECT id, substr(text, 1, 200) AS text FROM claim WHERE id BETWEEN ? AND ? AND deleted = 0"
        f" ORDER BY id {order} LIMIT ?"
    )
    found: list[tuple[int, str]] = []
    for first, last in spans:
        rows = connection.execute(query, (first, last, most - len(found)))
        found += [(row["id"], row["text"]) for row in rows]
        if len(found) >= most:
            break
    return found


def kinds(connection: sqlite3.Connection, uids: Iterable[str | None]) -> list[str]:
    """The kinds of the claims with these uids."""
    rows = connection.execute(
        "SELECT DISTINCT kind FROM claim WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(uids)),),
    )
    return [row["kind"] for row in rows]


def speakers(connection: sqlite3.Connection, typed: str, *, most: int) -> Rows:
    """Names and aliases that begin with `typed`, else with a word that does; with an alias, the speaker's name.

    Those with most claims come first. Case, accents and apostrophes do not matter. With nothing typed, no aliases.
    """
    key = name_key(typed)
    names = partial(_fitting, connection, _NAMES, order=f"{_CLAIMS} DESC, name", most=most)
    if not key:
        return names("of = ''", ())
    return names("key BETWEEN ? AND ?", (key, key + _LAST_CHARACTER)) or names("instr(key, ?)", (f" {key}",))


def tags(connection: sqlite3.Connection, typed: str, *, most: int) -> Rows:
    """Tags that begin with `typed` in either case, the most used first."""
    # from each tag to the next one in the index: there are few, and a hundred thousand rows
    table = """(WITH RECURSIVE each_tag(name) AS (SELECT min(tag) FROM claim_tag UNION ALL
        SELECT (SELECT min(tag) FROM claim_tag WHERE tag > name) FROM each_tag WHERE name IS NOT NULL)
      SELECT name, '' AS of FROM each_tag WHERE name IS NOT NULL)"""
    uses = "(SELECT count(*) FROM claim_tag WHERE tag = name)"
    return _fitting(connection, table, *_begins(typed), order=f"{uses} DESC, name", most=most)


def sources(connection: sqlite3.Connection, typed: str, *, most: int) -> Rows:
    """Sources by id, by address, or by what the title or a word of it begins with; the newest first."""
    table = """(SELECT id, {0} AS name, {1} AS of FROM source
      WHERE deleted = 0 AND same_as_id IS NULL AND {0} IS NOT NULL)"""
    if not typed or typed.isdigit():
        named = table.format("CAST(id AS TEXT)", "coalesce(title, url)")
    elif typed.startswith("http"):
        named = table.format("url", "coalesce(title, '')")
    else:
        named = table.format("title", "coalesce(publisher, '')")
    some = partial(_fitting, connection, named, order="id DESC", most=most)
    return some(*_begins(typed)) or some("instr(fold(name), ?)", (f" {typed.casefold()}",))


def _begins(typed: str) -> tuple[str, tuple[object, ...]]:
    """The condition that a name begins with what was typed."""
    key = typed.casefold()
    return "substr(fold(name), 1, ?) = ?", (len(key), key)


def _fitting(
    connection: sqlite3.Connection, table: str, fits: str, values: tuple[object, ...], *, order: str, most: int
) -> Rows:  # fmt: skip  # as short as the call
    """The names in `table` that fit; where there are too many, the first and last of the alphabet among them.

    What those two begin with all begin with, so that no shell completes further than all the names agree.
    """
    query = f"SELECT name, of FROM {table} WHERE {fits} ORDER BY {{}} LIMIT ?"
    rows = _rows(connection, query.format(order), (*values, most))
    if len(rows) == most:
        ends = [
            row for end in ("name", "name DESC") for row in _rows(connection, query.format(end), (*values, 1))
        ]
        rows = [*rows[: most - len(ends)], *ends]
    return list(dict.fromkeys(rows))


def _rows(connection: sqlite3.Connection, query: str, values: tuple[object, ...]) -> Rows:
    return [(row["name"], row["of"]) for row in connection.execute(query, values)]
