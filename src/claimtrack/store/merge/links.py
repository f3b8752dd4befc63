"""How things stand together once both sides are there: chains of moves, joined sources, and what is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.merge.candidates import answer_once
from claimtrack.store.sources import doubled_appearances

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.store.merge.records import Joined

_USED = {
    "speaker": "SELECT 1 FROM speaker s JOIN claim c ON c.speaker_id = s.id"
    " WHERE c.deleted = 0 AND kept.id IN (s.id, s.same_as_id)",
    "source": "SELECT 1 FROM claim WHERE source_id = kept.id AND deleted = 0"
    " UNION ALL SELECT 1 FROM appearance WHERE source_id = kept.id AND deleted = 0",
}
_OF_A_SOURCE = ("claim", "appearance", "article")


def link(joined: Joined) -> None:
    """Puts right what no thing can tell by itself."""
    for table in _OF_A_SOURCE:
        rows = joined.ours.execute(
            f"""SELECT t.uid, kept.uid FROM {table} t JOIN source s ON s.id = t.source_id
            JOIN source kept ON kept.id = s.same_as_id ORDER BY t.uid"""
        )
        for uid, root in rows.fetchall():
            joined.repair(table, uid, {"source": root})
    rows = joined.ours.execute(
        "SELECT DISTINCT same_as_id FROM source WHERE same_as_id IS NOT NULL ORDER BY 1"
    )
    for (identity,) in rows.fetchall():
        for uid in doubled_appearances(joined.ours, identity):
            joined.repair("appearance", uid, {"deleted": True})
    for entity, used in _USED.items():
        rows = joined.ours.execute(
            f"SELECT kept.uid FROM {entity} kept WHERE kept.deleted = 1 AND EXISTS ({used}) ORDER BY kept.uid"
        )
        for (uid,) in rows.fetchall():
            joined.repair(entity, uid, {"deleted": None})
    _chain(joined)
    answer_once(joined)


def _chain(joined: Joined) -> None:
    """Where several claims replace one, the newer replaces the last of the older ones; none replaces itself."""
    chained: dict[str, str] = {}
    older: dict[str, str] = {}
    for newer, replaced, live in _edges(joined.ours):
        last = replaced
        while live and last in chained and last != newer:
            last = chained[last]
        if last == newer or _leads_to(older, last, newer):
            joined.repair("claim", newer, {"replaces": None})
            continue
        older[newer] = last
        if live:
            chained[last] = newer
        if last != replaced:
            joined.repair("claim", newer, {"replaces": last})


def _leads_to(older: dict[str, str], first: str, wanted: str) -> bool:
    """Whether the claims that the first replaces, one after another, come to the one that is wanted."""
    while first in older and first != wanted:
        first = older[first]
    return first == wanted


def _edges(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """What claims replace that hang together with one that two replace, or that was touched; whether they live."""
    rows = connection.execute(
        """WITH RECURSIVE
          found(id) AS (
            SELECT replaces_id FROM claim WHERE replaces_id IS NOT NULL AND deleted = 0
              GROUP BY replaces_id HAVING count(*) > 1
            UNION SELECT c.id FROM temp.operation o JOIN claim c ON c.uid = o.uid
              WHERE o.entity = 'claim' AND o.side <> 'both' AND c.replaces_id IS NOT NULL
            UNION SELECT c.replaces_id FROM found JOIN claim c USING (id) WHERE c.replaces_id IS NOT NULL
            UNION SELECT c.id FROM found JOIN claim c ON c.replaces_id = found.id)
        SELECT c.uid, older.uid, c.deleted = 0 FROM found JOIN claim c USING (id)
        JOIN claim older ON older.id = c.replaces_id ORDER BY c.uid"""
    )
    return rows.fetchall()
