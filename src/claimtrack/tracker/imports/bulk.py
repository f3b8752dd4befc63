"""Many rows at once: indexes and full text, which no rule rests on, are made anew at the end where that is cheaper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store import incoming as store
from claimtrack.store.schema import second_half

if TYPE_CHECKING:
    from claimtrack.store.connection import Connection

_MANY = 1_000  # new claims, from which on it may pay
_CACHE = 32_000  # kilobytes of the file in memory: indexes in random order are not read again for each row
_SHARE = 4  # of the claims that are there, so many times fewer than all must be new


class Bulk:
    """Watches rows as they are taken, of which there are about `expected`."""

    def __init__(self, connection: Connection, expected: int) -> None:
        self._connection, self._expected = connection, expected
        self._there = store.count(connection) if expected > _MANY else 0
        self._new = 0
        self._may = expected > _MANY
        self._aside = False

    def taken(self, *, new: bool, named: bool) -> None:
        """Notes a row; one without a name is looked for among what is like it, by the indexes for lists."""
        self._new += new
        self._may = self._may and named
        if self._may and not self._aside and self._new == _MANY and self._expected * _SHARE > self._there:
            second_half.set_aside(self._connection)
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            self._aside = True

    def end(self) -> None:
        """Makes again what was set aside."""
        if self._aside:
            second_half.put_back(self._connection)
