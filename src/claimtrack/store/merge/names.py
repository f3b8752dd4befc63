"""Which speakers and sources of joined files are one: by a name, alias or address that leads to both.

As everything that people did is gone through by age, whoever takes a name that another has, in the other file, is that
one; so it stays where one of them gets another name later.
"""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.model import Source, When
from claimtrack.model.address import address_key
from claimtrack.model.same_source import likely
from claimtrack.model.text import name_key, text_key
from claimtrack.model.when import Worded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from claimtrack.store.entities import Fields

_FACTS = ("title", "publisher", "url", "published")


class Kin(NamedTuple):
    """For each thing that is one with others the one that stands for them, itself where it does."""

    roots: dict[str, str]
    found: list[
        tuple[str, str]
    ]  # those that nobody had joined by hand: the one that came later, and the other

    def root(self, uid: str) -> str:
        """What stands for the thing with this uid."""
        return self.roots.get(uid, uid)


def kin(connection: sqlite3.Connection, entity: str) -> Kin:
    """Which speakers, or sources, are one, by all that people did to them, as `temp.operation` has it."""
    connection.execute("DROP TABLE IF EXISTS temp.holder")
    connection.execute(
        "CREATE TEMP TABLE holder (uid TEXT, what TEXT, key TEXT, PRIMARY KEY (uid, what)) WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX temp.holder_key ON holder(key)")
    connection.execute("DROP TABLE IF EXISTS temp.fact")
    connection.execute("CREATE TEMP TABLE fact (uid TEXT PRIMARY KEY, fields TEXT) WITHOUT ROWID")
    ones = _Ones()
    rows = connection.execute(
        "SELECT change, uid, before IS NULL AS new, after FROM temp.operation WHERE entity = ? AND verb <> 'merge'"
        " ORDER BY change, number",
        (entity,),
    )
    for _, one_step in groupby(rows, key=itemgetter(0)):
        _take_step(connection, ones, entity, list(one_step))
    _find_left(connection, ones)
    return Kin(ones.roots(), ones.found)


def _take_step(connection: sqlite3.Connection, ones: _Ones, entity: str, rows: list[sqlite3.Row]) -> None:
    """Takes what one step did to things, and then finds whom it made one with another."""
    found = []
    for _, uid, new, text in rows:
        after = json.loads(text)
        ones.take(uid, after)
        found.append((uid, new, after, set(_take_keys(connection, entity, uid, after))))
        if entity == "source":
            _remember(connection, uid, after)
    for uid, new, after, keys in found:
        if uid not in ones.deleted:
            _find(connection, ones, uid, keys)
            if new and entity == "source" and after.get("title"):
                _find_titled(connection, ones, uid, after)


class _Ones:
    """What was joined: by hand, each with the one that it was joined with, which can be taken back; and found."""

    def __init__(self) -> None:
        self.by_hand: dict[str, str] = {}
        self.found: list[tuple[str, str]] = []
        self.deleted: set[str] = set()
        self._parents: dict[str, str] = {}

    def take(self, uid: str, after: Fields) -> None:
        """Notes what one operation says of the thing itself."""
        if "deleted" in after:
            (self.deleted.add if after["deleted"] else self.deleted.discard)(uid)
        if "same_as" not in after:
            return
        if after["same_as"]:
            self.by_hand[uid] = str(after["same_as"])
            self._join(uid, self.by_hand[uid])
        elif self.by_hand.pop(uid, None):
            self._parents = {}
            for one, other in self._edges():
                self._join(one, other)

    def _edges(self) -> Iterator[tuple[str, str]]:
        yield from self.by_hand.items()
        yield from self.found

    def _join(self, one: str, other: str) -> None:
        if (first := self.root(one)) != (second := self.root(other)):
            self._parents[first] = second

    def root(self, uid: str) -> str:
        """The one that all of those that are one lead to for now."""
        while uid in self._parents:
            uid = self._parents[uid]
        return uid

    def find(self, one: str, other: str) -> None:
        """Makes two one that nobody joined by hand."""
        if self.root(one) != self.root(other):
            later, older = max(one, other), min(one, other)
            self.found.append((later, older))
            self._join(later, older)

    def roots(self) -> dict[str, str]:
        """Each thing that is one with others, and what stands for them: the oldest that was not joined by hand."""
        members: dict[str, set[str]] = {}
        for uid in {end for edge in self._edges() for end in edge}:
            members.setdefault(self.root(uid), set()).add(uid)
        return {uid: min(ones, key=self._rank) for ones in members.values() for uid in ones}

    def _rank(self, uid: str) -> tuple[bool, bool, str]:
        return uid in self.deleted, uid in self.by_hand, uid


def _keys(entity: str, after: Fields) -> Iterator[tuple[str, str | None]]:
    """What the thing can be known by after an operation, under the name of what tells it; null where no longer."""
    for name, value in after.items():
        if entity == "speaker" and name == "name":
            yield name, name_key(str(value))
        elif name.startswith("alias:"):
            yield name, name_key(name.partition(":")[2]) if value else None
        elif entity == "source" and name == "url":
            yield name, address_key(str(value)) if value else None
        elif entity == "source" and name == "title":
            yield name, text_key(str(value)) if value else None


def _take_keys(connection: sqlite3.Connection, entity: str, uid: str, after: Fields) -> Iterator[str]:
    """Writes what the thing can be known by, and gives the keys that lead to it alone."""
    for what, key in _keys(entity, after):
        if key is None:
            connection.execute("DELETE FROM temp.holder WHERE (uid, what) = (?, ?)", (uid, what))
            continue
        connection.execute("INSERT OR REPLACE INTO temp.holder VALUES (?, ?, ?)", (uid, what, key))
        if what != "title":
            yield key


def _find(connection: sqlite3.Connection, ones: _Ones, uid: str, keys: Iterable[str]) -> None:
    for key in sorted(keys):
        rows = connection.execute(
            "SELECT DISTINCT uid FROM temp.holder WHERE key = ? AND what <> 'title' AND uid <> ? ORDER BY uid",
            (key, uid),
        )
        for (other,) in rows.fetchall():
            if other not in ones.deleted:
                ones.find(uid, other)


def _find_left(connection: sqlite3.Connection, ones: _Ones) -> None:
    """Joins those that were parted by hand and are known by one name all the same."""
    rows = connection.execute(
        "SELECT min(uid), key FROM temp.holder WHERE what <> 'title' GROUP BY key HAVING count(DISTINCT uid) > 1"
    )
    for uid, key in rows.fetchall():
        if uid not in ones.deleted:
            _find(connection, ones, uid, (key,))


def _remember(connection: sqlite3.Connection, uid: str, after: Fields) -> None:
    row = connection.execute("SELECT fields FROM temp.fact WHERE uid = ?", (uid,)).fetchone()
    held = (json.loads(row[0]) if row else {}) | {name: after[name] for name in _FACTS if name in after}
    connection.execute("INSERT OR REPLACE INTO temp.fact VALUES (?, ?)", (uid, json.dumps(held)))


def _find_titled(connection: sqlite3.Connection, ones: _Ones, uid: str, after: Fields) -> None:
    """Joins a new source with the one of its title that it may be; with none where it may be several."""
    rows = connection.execute(
        "SELECT uid FROM temp.holder WHERE key = ? AND what = 'title' AND uid <> ?",
        (text_key(str(after["title"])), uid),
    )
    there = {ones.root(other) for (other,) in rows.fetchall() if other not in ones.deleted} - {ones.root(uid)}
    known = [_source(connection, other) for other in sorted(there)]
    found = likely(known, {name: fact for name, fact in _facts(after).items() if fact})
    if len(found) == 1:
        ones.find(uid, found[0].uid)


def _source(connection: sqlite3.Connection, uid: str) -> Source:
    row = connection.execute("SELECT fields FROM temp.fact WHERE uid = ?", (uid,)).fetchone()
    facts = _facts(json.loads(row[0]))
    published = facts.pop("published")
    return Source(0, uid, **facts, published=published and published.when)


def _facts(held: Fields) -> dict[str, Any]:
    """What the log has of a source, as values of the model."""
    facts: dict[str, Any] = {name: held.get(name) for name in _FACTS}
    if isinstance(days := facts["published"], list):
        facts["published"] = Worded(When(*map(date.fromisoformat, days[:2])), days[2])
    return facts
