"""Where else in the file the words of a claim stand that is to be deleted for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.row_values import listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

# The words of the claims `:gone`, on one line; a word or two stands in many places and says nothing.
_WORDS = """WITH said(words) AS (
  SELECT DISTINCT replace(value, char(10), ' ')
  FROM claim c, json_each(json_array(text, quote, translation, note, criterion))
  WHERE c.id IN (SELECT value FROM json_each(:gone)) AND value IS NOT NULL AND instr(trim(value), ' ') > 0),
gone(id) AS (SELECT value FROM json_each(:gone))
"""
_HAS = "EXISTS (SELECT 1 FROM said WHERE {})"
_IN = "instr(replace({}, char(10), ' '), words) > 0"


def _any_of(*columns: str) -> str:
    return _HAS.format(" OR ".join(_IN.format(f"coalesce({column}, '')") for column in columns))


_NO_OTHER = "SELECT 1 FROM claim o WHERE o.deleted < 2 AND o.id NOT IN gone AND "
# How each place is called, and the rows where it is; `{}` stands for what the row tells.
_PLACES = {
    "claim {}": f"SELECT id FROM claim WHERE deleted < 2 AND id NOT IN gone AND"
    f" {_any_of('text', 'quote', 'translation', 'note', 'criterion')}",
    "the text of source {}": f"SELECT DISTINCT source_id FROM article WHERE {_any_of('text')}",
    "candidate {}": "SELECT number || ' of source ' || source_id FROM candidate"
    f" WHERE (claim_id IS NULL OR claim_id NOT IN gone) AND {_any_of('text', 'quote')}",
    "evidence on claim {}": f"SELECT DISTINCT claim_id FROM evidence WHERE claim_id NOT IN gone AND {_any_of('quote')}",
    "the name of {}, who has no other claim": "SELECT DISTINCT s.name FROM claim c"
    " JOIN speaker s ON s.id = c.speaker_id"
    f" WHERE c.id IN gone AND NOT EXISTS ({_NO_OTHER} o.speaker_id = s.id)",
    "source {}, which has no other claim": "SELECT DISTINCT c.source_id FROM claim c WHERE c.id IN gone"
    f" AND c.source_id IS NOT NULL AND NOT EXISTS ({_NO_OTHER} o.source_id = c.source_id)",
}  # fmt: skip  # a table


def echoes(connection: sqlite3.Connection, claims: Sequence[int]) -> Iterator[str]:
    """Each place that holds words of the claims with these ids and would go on holding them, as people call it.

    What stands there stands in the steps of the log that made it, too.
    """
    for called, query in _PLACES.items():
        rows = connection.execute(f"{_WORDS} {query} ORDER BY 1", {"gone": listed(claims)})
        yield from (called.format(row[0]) for row in rows.fetchall())
