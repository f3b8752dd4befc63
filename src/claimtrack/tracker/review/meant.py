"""What an accepted candidate is said to be, and of which claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.proposal import NEW, RELATIONS, answer_named
from claimtrack.store import articles, sources
from claimtrack.tracker.input.claim_ids import claim_uid, read_claim
from claimtrack.tracker.review.about import Following

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model import Claim
    from claimtrack.model.proposal import About, Proposal
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference


class Meant(NamedTuple):
    """What a candidate is, and of which recorded claim; of none where it is a new one."""

    relation: str
    known: Claim | None


def meant_by(step: Step, proposal: Proposal, relation: str | None, claim: Reference | None) -> Meant:
    """What the candidate is, as it is said or, where nothing is recorded that it may be about, a new claim.

    Raises:
        UnreadableError: where it is said to be nothing that it can be, or a claim is named for nothing.
        RefusedError: where that has to be said, the claim is not there, or none or several may be meant.
    """
    relation = None if relation is None else answer_named(relation)
    if claim is not None and relation in (None, NEW):
        raise UnreadableError(f"Say what it is of claim {claim}, with --as {_either(RELATIONS)}.")
    about = () if claim is not None or relation == NEW else _about(step, proposal)
    if relation is None and about:
        raise RefusedError(_to_say(proposal, about))
    if relation in (None, NEW):
        return Meant(NEW, None)
    named = claim if claim is not None else _only(proposal, about, relation)
    return Meant(relation, read_claim(step, claim_uid(step.connection, named)))


def _about(step: Step, proposal: Proposal) -> tuple[About, ...]:
    """The claims that the candidate may be about, as the record is now."""
    source = sources.by_id(step.connection, proposal.source)
    saved = articles.saved_text(step.connection, proposal.source)
    return Following(step.connection, source, saved.text if saved else "").about(proposal) if source else ()


def _only(proposal: Proposal, about: tuple[About, ...], relation: str) -> int:
    """The one claim that the candidate may be about, that way or, where none is, any."""
    likely = {one.claim for one in about if one.relation == relation} or {one.claim for one in about}
    if len(likely) == 1:
        return likely.pop()
    which = "no claim that is there" if not likely else f"claims {_either(sorted(likely))}"
    raise RefusedError(f"Candidate {proposal.number} may be about {which}; name the claim with --claim ID.")


def _to_say(proposal: Proposal, about: tuple[About, ...]) -> str:
    """That it may be about claims that are there, and the ways to answer."""
    first = about[0]
    return (
        f"Candidate {proposal.number} may be {_either([one.words for one in about])}; say which with `claimtrack review"
        f" {proposal.source} --accept {proposal.number} --as {first.relation} --claim {first.claim}`, or --as new for a"
        " claim of its own."
    )


def _either(words: Iterable[object]) -> str:
    *most, last = map(str, words)
    return f"{', '.join(most)} or {last}" if most else last
