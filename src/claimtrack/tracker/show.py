"""One claim whole, with all that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.store import claims, verdicts
from claimtrack.tracker.input.claim_ids import Reference, claim_uid
from claimtrack.tracker.input.quotation import Passage, passage

if TYPE_CHECKING:
    from claimtrack.model import Claim, Verdict
    from claimtrack.store.database import Database


@dataclass(frozen=True)
class Whole:
    """One claim with all that hangs on it: verdicts newest first, its chain of moves oldest first.

    `passage` is the sentence of the saved text that its quotation stands in.
    """

    claim: Claim
    verdicts: tuple[Verdict, ...]
    chain: tuple[Claim, ...]
    passage: Passage | None = None


def show(db: Database, claim: Reference) -> Whole:
    """One claim with its verdicts, evidence and chain of moves.

    Raises:
        RefusedError: where it is not there.
    """
    with db.reading() as connection:
        uid = claim_uid(connection, claim)
        identity = claims.id_of(connection, uid)
        chain = claims.chain(connection, identity)
        members = {found.id: found for found in claims.records(connection, chain, today=db.today)}
        return Whole(
            members[identity],
            verdicts.verdicts(connection, identity),
            tuple(members.values()) if len(members) > 1 else (),
            passage(connection, identity),
        )
