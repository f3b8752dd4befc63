"""The links of the rows, made once all claims are there: which claim one replaces, and which it contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.exchange.incoming import REFUSED, Fate, Fault
from claimtrack.store import claims
from claimtrack.store import incoming as store
from claimtrack.tracker.input.speaker import same_speaker

if TYPE_CHECKING:
    from claimtrack.model import Claim
    from claimtrack.store.step import Step
    from claimtrack.tracker.imports.tally import Tally


def link(step: Step, tally: Tally) -> None:
    """Adds the links that are not there; one to a claim that is nowhere is left out and counted."""
    connection = step.connection
    for one in store.linked(connection):
        changed = False
        for name, references in one.links.items():
            for reference in references:
                other = store.claim_named(connection, reference)
                if other is None:
                    tally.unlinked += 1
                    continue
                claim, named = _read(step, one.claim), _read(step, other)
                if _is_there(name, claim, named):
                    continue
                if fault := _fault(step, name, claim, named):
                    fate = Fate(REFUSED, one.line, f"{claim.said_by}: {claim.text}", claim.id, (), (fault,))
                    tally.relinked(store.fate_of(connection, claim.id), fate)
                    continue
                _make(step, name, claim, named)
                changed = True
        if changed:
            tally.relinked(store.fate_of(connection, one.claim), None)


def _read(step: Step, identity: int) -> Claim:
    (claim,) = claims.records(step.connection, [identity], today=step.today)
    return claim


def _is_there(name: str, claim: Claim, other: Claim) -> bool:
    return claim.replaces == other.id if name == "replaces" else other.id in claim.contradicts


def _fault(step: Step, name: str, claim: Claim, other: Claim) -> Fault | None:
    """Why the claim can't be linked to the other; it is taken without."""
    if claim.id == other.id:
        return Fault(name, "is the claim itself")
    if not same_speaker(claim, other):
        return Fault(name, f"claim {other.id} is another speaker's")
    if name == "replaces" and other.replaced_by not in (None, claim.id):
        return Fault(name, f"claim {other.id} was moved to claim {other.replaced_by} already")
    if name == "replaces" and other.id in claims.replacing(step.connection, claim.id):
        return Fault(name, f"claim {other.id} replaces this one already")
    return None


def _make(step: Step, name: str, claim: Claim, other: Claim) -> None:
    if name == "replaces":
        step.update("claim", claim.uid, {"replaces": other.uid})
        return
    first, second = sorted((claim, other), key=lambda one: one.uid)
    step.update("claim", first.uid, {f"contradicts:{second.uid}": True})
