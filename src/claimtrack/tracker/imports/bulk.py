"""Many rows at once: indexes and full text, which no rule rests on, are made anew at the end where that is cheaper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store import incoming as store
from claimtrack.store.schema import second_half

if TYPE_CHECKING:
    from claimtrack.store.connection import Connection


class Bulk:
    """Watches rows as they are taken, of which there are about `expected`."""

    def __init__(self, connection: Connection, expected: int) -> None:
        self._connection = connection
        self._new = 0
        self._may = expected > second_half.MANY and second_half.pays_aside(expected, store.count(connection))
        self._aside = False

    def taken(self, *, new: bool, named: bool) -> None:
        """Notes a row; one without a name is looked for among what is like it, by the indexes for lists."""
        self._new += new
        self._may = self._may and named
        if self._may and not self._aside and self._new == second_half.MANY:
            second_half.set_aside(self._connection)
            self._aside = True

    def end(self) -> None:
        """Makes again what was set aside."""
        if self._aside:
            second_half.put_back(self._connection)
