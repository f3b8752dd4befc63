"""Which claim that is there a row is: by uid, else by origin, else by speaker, text, said and due."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.text import claim_key, digits_of
from claimtrack.store import claims
from claimtrack.store import incoming as store
from claimtrack.store.entities import text_digest
from claimtrack.tracker.input.speaker import same_speaker

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.store.connection import Connection
    from claimtrack.tracker.imports.reading import Incoming

_ALIKE = 0.8  # of the letters of two texts


class Match(NamedTuple):
    """The claim that a row is, or that it looks like; with neither it is a new one."""

    claim: int | None = None
    deleted: int = 0  # 1 where it was deleted, 2 where that was for ever
    like: int | None = None


NOBODY = Match()


def matched(
    connection: Connection, row: Incoming, told: Claim, today: date, *, only_rows: bool = False
) -> Match:
    """The claim that the row is; `told` is the claim that it would make.

    A row that has a uid or an origin of its own is no other row's claim, whatever both say; so it is a new one where
    there are `only_rows`, and none of them has that.
    """
    if row.uid and (found := store.found_by_uid(connection, row.uid)):
        return Match(*found)
    for identity in store.found_by_origin(connection, told.origin) if told.origin else ():
        if _free(connection, row, identity):
            return Match(identity)
    if not (told.text and told.speaker) or (only_rows and row.has_name):
        return NOBODY
    same = store.of_same_text(connection, told.text, taken=not row.has_name)
    for other in claims.records(connection, same, today=today):
        if same_speaker(other, told) and (other.said, other.due) == (told.said, told.due):
            return Match(other.id)
    return NOBODY if row.has_name else Match(like=_like(connection, told, today))


def _free(connection: Connection, row: Incoming, identity: int) -> bool:
    """Whether the claim may be this row's too."""
    return not row.has_name or store.line_of(connection, identity) is None


def _like(connection: Connection, told: Claim, today: date) -> int | None:
    """A claim of the same speaker that no row was yet, and that says much the same; null where none does."""
    if told.unnamed or not told.speaker_uid:
        return None
    said, due = (when and when.last.isoformat() for when in (told.said, told.due))
    ids = store.like(connection, told.speaker_uid, text_digest(told.text), said, due)
    free = [identity for identity in ids if store.line_of(connection, identity) is None]
    return next(
        (one.id for one in claims.records(connection, free, today=today) if _alike(one.text, told.text)), None
    )


def _alike(one: str, other: str) -> bool:
    """Whether two texts say much the same: figures apart, which make another claim."""
    if digits_of(one) != digits_of(other):
        return False
    keys = claim_key(one), claim_key(other)
    return keys[0] == keys[1] or SequenceMatcher(None, *keys, autojunk=False).ratio() > _ALIKE
