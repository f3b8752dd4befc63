"""From candidate claims to claims, each by a person's answer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.when import Worded
from claimtrack.store import candidates
from claimtrack.tracker.add import record
from claimtrack.tracker.input.draft import NOTHING, found_draft, read_draft
from claimtrack.tracker.input.speaker import record_whose
from claimtrack.tracker.review.following import OF_A_CLAIM_THERE, follow
from claimtrack.tracker.review.meant import meant_by
from claimtrack.tracker.review.waiting import waiting_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.model import Claim, When
    from claimtrack.model.proposal import Proposal
    from claimtrack.model.record import Given
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference
    from claimtrack.tracker.input.draft import Draft


def accept(
    db: Database, article: str | int | None, number: int, *, as_: str | None = None, claim: Reference | None = None,
    text: str | None = None, speaker: str | None = None, force: bool = False, **given: Unpack[Given],
) -> Claim:  # fmt: skip  # as short as the call
    """Records what the candidate tells, with what is given in the place of what was found; returns the claim.

    `as_` says what it is of a recorded claim: its `repeat`, `move` or `contradiction`, or `evidence` on it, which is
    what the source's address and the passage become; or a `new` claim. The recorded one is `claim`, else the one that
    the candidate may be about. Without `as_` it is a new claim, refused where it may be about one that is there.

    Where the article tells that its date was another one before, that claim is recorded too, and replaced by this one.

    A `speaker` that is given is a name, unless `unnamed` is given too.

    Raises:
        UnreadableError: where a value can't be read.
        RefusedError: where the candidate is not there or answered, what it is has to be said, no speaker is known, or
            the record does not allow the claim.
    """
    with db.step("accept") as step:
        given_too = {**given, "text": text, "speaker": speaker, "as_": as_, "claim": claim, "force": force}
        return _accept(step, _waiting(step, article, number), given_too)


def answer(
    db: Database, article: str | int | None, *, accept: Mapping[int, Mapping[str, Any]], reject: Iterable[int] = ()
) -> tuple[tuple[Claim, ...], tuple[Proposal, ...]]:  # fmt: skip  # as short as the call
    """Accepts candidates, each with what `accept` takes of it, and rejects others, in one step; claims and rejected.

    Raises:
        UnreadableError: where a value can't be read; it names the candidate, and nothing was answered.
        RefusedError: where one can't be answered so; as above.
    """
    rejected = tuple(reject)
    verb = "reject" if not accept else "review" if rejected else "accept"
    with db.step(verb) as step:
        claims = []
        for number, given in accept.items():
            with _told_of(number):
                claims.append(_accept(step, _waiting(step, article, number), given))
        gone = []
        for number in rejected:
            with _told_of(number):
                gone.append(_reject(step, _waiting(step, article, number)))
        return tuple(claims), tuple(gone)


@contextmanager
def _told_of(number: int) -> Iterator[None]:
    """Says of which candidate something is refused, and that with it all are."""
    try:
        yield
    except (RefusedError, UnreadableError) as error:
        raise type(error)(f"Nothing was answered, since candidate {number} can't be: {error}") from error


def _accept(step: Step, proposal: Proposal, given: Mapping[str, Any]) -> Claim:
    """Records what the candidate tells, with what is given in the place of what was found."""
    speaker = given.get("speaker") or None
    given = {**given, "text": given.get("text") or None, "speaker": speaker}  # the rest is emptied by nothing
    as_, claim, force = (given.pop(name, None) for name in ("as_", "claim", "force"))
    meant = meant_by(step, proposal, as_, claim)
    if meant.relation in OF_A_CLAIM_THERE and (names := [name for name, value in given.items() if value]):
        raise UnreadableError(f"As {meant.relation} it is no claim of its own; leave out {', '.join(names)}.")
    if not (speaker or proposal.speaker or meant.known):
        raise RefusedError(
            f"The article does not say whose claim candidate {proposal.number} is; edit it, with a speaker."
        )
    draft = read_draft(step, given, found=found_draft(proposal))
    if meant.known:
        draft = draft if speaker else draft._replace(whose=None)
        recorded = follow(step, proposal, meant.known, meant.relation, draft)
    else:
        recorded = _record(step, proposal, draft, given, force=bool(force))
    step.update("candidate", proposal.uid, {"answer": "accepted", "claim": recorded.uid})
    return recorded


def _record(
    step: Step, proposal: Proposal, draft: Draft, given: Mapping[str, object], *, force: bool
) -> Claim:
    """Records the candidate as a claim of its own."""
    draft = draft._replace(whose=record_whose(step, draft.whose))  # once for both claims of a move
    if proposal.was and given.get("due") is None and given.get("replaces") is None:
        draft = draft._replace(replaces=_older(step, draft, proposal.was, near=proposal.start).id)
    return record(step, draft, NOTHING, force=force, near=proposal.start)


def _older(step: Step, draft: Draft, was: When, *, near: int) -> Claim:
    """The claim as it stood before its date was moved, recorded; nothing tells when that was said."""
    dates = {"due": Worded(was, None)}
    values = {name: value for name, value in draft.values.items() if name != "probability"}
    return record(step, draft._replace(dates=dates, values=values), NOTHING, near=near)


def reject(db: Database, article: str | int | None, number: int) -> Proposal:
    """Notes that the candidate is no claim to track; returns it.

    Raises:
        RefusedError: where it is not there, or answered already.
    """
    with db.step("reject") as step:
        return _reject(step, _waiting(step, article, number))


def _reject(step: Step, proposal: Proposal) -> Proposal:
    step.update("candidate", proposal.uid, {"answer": "rejected"})
    return proposal


def _waiting(step: Step, named: str | int | None, number: int) -> Proposal:
    source = waiting_source(step.connection, named)
    for proposal in candidates.proposals(step.connection, source.id):
        if proposal.number == number:
            if proposal.answer:
                raise RefusedError(f"Candidate {number} of source {source.id} was {proposal.answer} already.")
            return proposal
    raise RefusedError(
        f"Source {source.id} has no candidate {number}; `claimtrack review` shows those that wait."
    )
