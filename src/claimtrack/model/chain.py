"""Chains of claims: a claim, and the ones that replaced it as the speaker named other dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from claimtrack.model import When, late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model import Claim

Chain = tuple["Claim", ...]


class Linked(Protocol):
    """What is known of a claim by its chain."""

    @property
    def id(self) -> int: ...  # noqa: D102  # as in the record
    @property
    def replaces(self) -> int | None: ...  # noqa: D102  # as in the record
    @property
    def replaced_by(self) -> int | None: ...  # noqa: D102  # as in the record


Member = TypeVar("Member", bound=Linked)


def chains(claims: Iterable[Member]) -> list[tuple[Member, ...]]:
    """`claims` as chains, oldest claim first in each, in the order in which each chain's first member is met.

    A claim that was never moved is a chain of one. Members that are not among `claims` are left out; what is
    there stays one chain while no two neighbours are missing.
    """
    claims = list(claims)
    newer = {claim.replaces: claim.id for claim in claims if claim.replaces is not None}
    newer |= {claim.id: claim.replaced_by for claim in claims if claim.replaced_by is not None}
    found: dict[int, list[tuple[int, Member]]] = {}
    for claim in claims:
        newest, moves = _newest(claim.id, newer)
        found.setdefault(newest, []).append((moves, claim))
    return [_oldest_first(members) for members in found.values()]


def day_named(claim: Claim) -> tuple[str, When | None]:
    """How the day on which the speaker named a date is known, `said`, `reported` or `recorded`, and that day."""
    if claim.said:
        return "said", claim.said
    if claim.source and claim.source.published:
        return "reported", claim.source.published
    return "recorded", When.day(date.fromisoformat(claim.created_at[:10])) if claim.created_at else None


def moved_after_due(older: Claim, newer: Claim) -> bool | None:
    """Whether the older date had passed when the speaker named the newer one; null where the days do not tell.

    The day of naming is that of speaking, else that of the report, else that of recording.
    """
    return late(older.due, day_named(newer)[1])


def _newest(claim: int, newer: dict[int, int]) -> tuple[int, int]:
    """The id of the newest claim known in the chain of `claim`, and how many moves away it is."""
    moves = 0
    while claim in newer and moves < len(newer):  # no store lets in a ring, which would have no end
        claim, moves = newer[claim], moves + 1
    return claim, moves


def _oldest_first(members: list[tuple[int, Member]]) -> tuple[Member, ...]:
    """The claims of one chain by how many moves are left to its newest."""
    return tuple(claim for _, claim in sorted(members, key=lambda member: -member[0]))
