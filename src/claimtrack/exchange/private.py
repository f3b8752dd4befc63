"""What is for the tracker alone: in a claim, and in what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.model.record import PRIVATE

if TYPE_CHECKING:
    from claimtrack.model import Claim


class Written(NamedTuple):
    """How many claims were written, how many of them with something private, and how many without theirs."""

    claims: int
    private: int
    withheld: int


def has_private(claim: Claim) -> bool:
    """Whether anything is kept of `claim` that is for the tracker alone."""
    return any(getattr(claim, name) is not None for name in PRIVATE)


def public(claim: Claim) -> Claim:
    """`claim` without what is for the tracker alone; its names stay, with nothing in them."""
    nothing: dict[str, Any] = dict.fromkeys(PRIVATE)
    return claim._replace(**nothing) if has_private(claim) else claim
