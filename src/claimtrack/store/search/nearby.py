"""Claims that a passage may be about, from the full text: a few at most, however many there are."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING

from claimtrack.model.near import Near
from claimtrack.store.row_values import when

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date

# A word that more claims have finds too many by itself, and is looked for beside another one.
RARE = 25
MOST = 25
MOST_WORDS = 6
_OWN_WORDS = "{text quote translation}"


class Nearby:
    """Finds the claims near to one passage after another of a source; what it found it keeps."""

    def __init__(self, connection: sqlite3.Connection, source: int) -> None:
        self._connection = connection
        self._source = source
        self._counts: dict[str, int] = {}
        self._claims: dict[int, Near | None] = {}

    def of(self, words: Sequence[str], speaker: Sequence[str]) -> list[Near]:
        """The claims of other sources that share words, the weightiest of which come first, or the speaker's name."""
        ids = {
            identity
            for query in self._queries(words[:MOST_WORDS], speaker)
            for identity in self._matching(query)
        }
        self._claims |= dict.fromkeys(ids - self._claims.keys())
        self._claims |= {near.id: near for near in self._read([i for i in ids if self._claims[i] is None])}
        return [near for identity in sorted(ids) if (near := self._claims[identity])]

    def _queries(self, words: Sequence[str], speaker: Sequence[str]) -> Iterable[str]:
        rare = [word for word in words if self._count(word) < RARE]
        common = [word for word in words if word not in rare]
        found = [word for word in rare if self._counts[word]]
        if found:
            yield f"{_OWN_WORDS}: ({' OR '.join(map(_quoted, found))})"
        pairs = [f"({_quoted(one)} AND {_quoted(other)})" for one, other in combinations(common, 2)]
        if pairs:
            yield f"{_OWN_WORDS}: ({' OR '.join(pairs)})"
        if speaker and words:
            yield f"{{who}}: {_quoted(speaker[-1])} AND {_OWN_WORDS}: ({' OR '.join(map(_quoted, words))})"

    def _count(self, word: str) -> int:
        """How many claims have the word; what is more than a few is not counted to the end."""
        if word not in self._counts:
            self._counts[word] = len(self._matching(f"{_OWN_WORDS}: {_quoted(word)}", most=RARE))
        return self._counts[word]

    def _matching(self, query: str, *, most: int = MOST) -> list[int]:
        rows = self._connection.execute(
            "SELECT rowid FROM claim_fts WHERE claim_fts MATCH ? ORDER BY rowid DESC LIMIT ?", (query, most)
        )
        return [row[0] for row in rows.fetchall()]

    def _read(self, ids: Sequence[int]) -> list[Near]:
        rows = self._connection.execute(_READ, {"ids": json.dumps(ids), "source": self._source})
        return [
            Near(
                id=row["id"], texts=tuple(filter(None, (row["text"], row["translation"], row["quote"]))),
                names=tuple(row["names"].split("\n")), unnamed=row["unnamed"] is not None, via=row["via"],
                kind=row["kind"], due=when(row, "due"), probability=row["probability"],
                since=_since(row), resolved=row["verdict_id"] is not None, replaced=row["replaced_by_id"] is not None,
            )
            for row in rows.fetchall()
        ]  # fmt: skip  # the claim's order, not a column of 12 lines


def _since(row: sqlite3.Row) -> date | None:
    """The first day on which it may have been said, else the day of the report."""
    known = when(row, "said") or when(row, "published")
    return known.first if known else None


def _quoted(word: str) -> str:
    return f'"{word}"'


# What the source has itself was told in the same article.
_READ = """SELECT c.*, s.published_first, s.published_last, coalesce(c.unnamed, (
    SELECT group_concat(name, char(10)) FROM (
      SELECT name FROM speaker WHERE id IN (r.id, r.same_as_id) OR same_as_id = coalesce(r.same_as_id, r.id)
      UNION SELECT name FROM alias WHERE speaker_id IN (r.id, r.same_as_id)))) AS names
FROM claim c LEFT JOIN source s ON s.id = c.source_id LEFT JOIN speaker r ON r.id = c.speaker_id
WHERE c.id IN (SELECT value FROM json_each(:ids)) AND c.deleted = 0 AND c.source_id IS NOT :source
  AND NOT EXISTS (SELECT 1 FROM appearance a WHERE a.claim_id = c.id AND a.source_id = :source AND a.deleted = 0)"""
