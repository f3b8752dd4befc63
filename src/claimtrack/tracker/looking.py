"""Looking at claims: lists, one claim whole, and the overview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.model import Claim, Entry, Filters, Verdict
from claimtrack.store import claims, find, labels, log, verdicts
from claimtrack.tracker import filtering
from claimtrack.tracker.claim_ids import Reference, claim_uid

if TYPE_CHECKING:
    from claimtrack.store.database import Database

_A_FEW = 5


@dataclass(frozen=True)
class Page:
    """Claims in order, and how many there are beyond a limit."""

    claims: tuple[Claim, ...]
    total: int

    @property
    def more(self) -> int:
        """How many were left out."""
        return self.total - len(self.claims)


@dataclass(frozen=True)
class Whole:
    """One claim with all that hangs on it: verdicts and history newest first, its chain of moves oldest first."""

    claim: Claim
    verdicts: tuple[Verdict, ...]
    chain: tuple[Claim, ...]
    history: tuple[Entry, ...]


@dataclass(frozen=True)
class Overview:
    """How the whole file stands: counts, the next few due and the last few added."""

    claims: int
    unresolved: int
    overdue: int
    next_due: tuple[Claim, ...]
    last_added: tuple[Claim, ...]


def list_claims(db: Database, filters: Filters | None = None) -> Page:
    """The claims that meet the filters, newest said first unless sorted otherwise.

    Raises:
        UnreadableError: where a filter can't be read.
        RefusedError: where it names a speaker or source that is not there.
    """
    filters = filters or Filters()
    with db.reading() as connection:
        conditions = filtering.conditions(connection, filters, today=db.today)
        sort = filtering.order(filters)
        ids = find.ids(connection, conditions, sort=sort, reverse=filters.reverse, limit=filters.limit)
        total = len(ids)
        if filters.limit is not None and total >= filters.limit:
            total = find.count(connection, conditions)
        return Page(tuple(claims.records(connection, ids, today=db.today)), total)


def search(db: Database, words: str, filters: Filters | None = None) -> Page:
    """The claims in which all the words are found, best match first unless sorted otherwise."""
    filters = filters or Filters()
    return list_claims(db, replace(filters, search=words, sort=filters.sort or find.BEST_MATCH))


def show(db: Database, claim: Reference) -> Whole:
    """One claim with its verdicts, evidence, chain of moves and history.

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
            tuple(labels.in_words(connection, entry) for entry in log.entries(connection, claim=identity)),
        )


def overview(db: Database) -> Overview:
    """How the whole file stands."""
    with db.reading() as connection:
        everything, open_, overdue, ahead = (find.Conditions(db.today) for _ in range(4))
        open_.status(["unresolved"])
        overdue.overdue()
        ahead.add("verdict_id IS NULL AND replaced_by_id IS NULL AND due_last >= ?", db.today.isoformat())

        def some(conditions: find.Conditions, sort: str) -> tuple[Claim, ...]:
            ids = find.ids(connection, conditions, sort=sort, limit=_A_FEW)
            return tuple(claims.records(connection, ids, today=db.today))

        counts = [find.count(connection, conditions) for conditions in (everything, open_, overdue)]
        return Overview(counts[0], counts[1], counts[2], some(ahead, "due"), some(everything, "added"))
