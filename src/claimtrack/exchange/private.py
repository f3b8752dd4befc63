"""What is for the tracker alone, in a record of either shape: a claim, or plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.exchange.columns import JSON_COLUMNS
from claimtrack.model.claim import Plain
from claimtrack.model.record import PRIVATE

if TYPE_CHECKING:
    from claimtrack.model import Claim

_PRIVATE = tuple(at for at, name in enumerate(JSON_COLUMNS) if name in PRIVATE)


def has_private(claim: Claim | Plain) -> bool:
    """Whether anything is kept of `claim` that is for the tracker alone."""
    if isinstance(claim, Plain):
        return any(claim[at] is not None for at in _PRIVATE)
    return any(getattr(claim, name) is not None for name in PRIVATE)


def public(claim: Claim) -> Claim:
    """`claim` without what is for the tracker alone; its names stay, with nothing in them."""
    nothing: dict[str, Any] = dict.fromkeys(PRIVATE)
    return claim._replace(**nothing) if has_private(claim) else claim


def without_private(claim: Claim | Plain) -> Claim | Plain:
    """The same of a record in either shape; plain values are emptied in their place."""
    if not isinstance(claim, Plain):
        return public(claim)
    for at in _PRIVATE:
        claim[at] = None
    return claim
