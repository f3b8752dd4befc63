"""Where what a person gives is read: the step that will write it, or a look at how it would come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.store.connection import Connection


class Reader(Protocol):
    """What reading needs to know; a `Step` is one."""

    connection: Connection
    today: date

    def tell(self, note: str | None) -> None:
        """Keeps a sentence for the person."""


@dataclass
class Look:
    """A look at the database, and what there is to tell of what was read; nothing is written."""

    connection: Connection
    today: date
    notes: list[str] = field(default_factory=list)

    def tell(self, note: str | None) -> None:
        """Keeps a sentence for the person."""
        self.notes += [note] if note else []
