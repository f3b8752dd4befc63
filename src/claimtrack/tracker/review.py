"""From candidate claims to claims, each by a person's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Unpack

from claimtrack.articles import THRESHOLD
from claimtrack.errors import RefusedError
from claimtrack.model.when import Worded
from claimtrack.store import articles, candidates, sources
from claimtrack.tracker.add import record
from claimtrack.tracker.input.draft import NOTHING, found_draft, read_draft
from claimtrack.tracker.input.filters import source_ids
from claimtrack.tracker.input.speaker import record_whose

if TYPE_CHECKING:
    from claimtrack.model import Claim, Source, When
    from claimtrack.model.proposal import Proposal
    from claimtrack.model.record import Given
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.draft import Draft


class Reviewed(NamedTuple):
    """A source, its text, and its candidate claims by number."""

    source: Source
    text: str
    proposals: tuple[Proposal, ...]

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """The candidates that no one has answered, the surest first."""
        open_ = (proposal for proposal in self.proposals if proposal.answer is None)
        return tuple(sorted(open_, key=lambda proposal: (-proposal.score, proposal.number)))

    @property
    def likely(self) -> tuple[Proposal, ...]:
        """Of those that wait, the ones sure enough to be shown; the others are there for whoever asks for all."""
        return tuple(proposal for proposal in self.waiting if proposal.score >= THRESHOLD)

    def shown(self, *, every: bool) -> tuple[Proposal, ...]:
        """The likely ones that wait, or every one."""
        return self.waiting if every else self.likely


def review(db: Database, source: str | int | None = None) -> Reviewed:
    """The candidates of a source, of the one read last where none is named.

    Raises:
        RefusedError: where the source is not there, or nothing waits.
    """
    with db.reading() as connection:
        return reviewed(connection, _source(connection, source))


def reviewed(connection: Connection, source: Source) -> Reviewed:
    """The source with its text and its candidates."""
    saved = articles.saved_text(connection, source.id)
    return Reviewed(source, saved.text if saved else "", tuple(candidates.proposals(connection, source.id)))


def _source(connection: Connection, named: str | int | None) -> Source:
    identity = (
        candidates.newest_waiting(connection) if named is None else source_ids(connection, str(named))[0]
    )
    found = sources.by_id(connection, identity) if identity else None
    if found is None:
        raise RefusedError("No candidate claims wait; find some with `claimtrack extract ARTICLE`.")
    return found


def accept(
    db: Database, article: str | int | None, number: int, *, text: str | None = None, speaker: str | None = None,
    force: bool = False, **given: Unpack[Given],
) -> Claim:  # fmt: skip  # as short as the call
    """Records the candidate as a claim, with what is given in the place of what was found; returns the claim.

    Where the article tells that its date was another one before, that claim is recorded too, and replaced by this one.

    A `speaker` that is given is a name, unless `unnamed` is given too.

    Raises:
        UnreadableError: where a value can't be read.
        RefusedError: where the candidate is not there or answered, no speaker is known, or the record does not
            allow the claim.
    """
    with db.step("accept") as step:
        proposal = _waiting(step, article, number)
        if not (speaker or proposal.speaker):
            raise RefusedError(
                f"The article does not say whose claim candidate {number} is; edit it, with a speaker."
            )
        given_too = {**given, "text": text or None, "speaker": speaker or None}
        draft = read_draft(step, given_too, found=found_draft(proposal))
        draft = draft._replace(whose=record_whose(step, draft.whose))  # once for both claims of a move
        if proposal.was and given.get("due") is None and given.get("replaces") is None:
            draft = draft._replace(replaces=_older(step, draft, proposal.was, near=proposal.start).id)
        claim = record(step, draft, NOTHING, force=force, near=proposal.start)
        step.update("candidate", proposal.uid, {"answer": "accepted", "claim": claim.uid})
        return claim


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
        proposal = _waiting(step, article, number)
        step.update("candidate", proposal.uid, {"answer": "rejected"})
        return proposal


def _waiting(step: Step, named: str | int | None, number: int) -> Proposal:
    source = _source(step.connection, named)
    for proposal in candidates.proposals(step.connection, source.id):
        if proposal.number == number:
            if proposal.answer:
                raise RefusedError(f"Candidate {number} of source {source.id} was {proposal.answer} already.")
            return proposal
    raise RefusedError(
        f"Source {source.id} has no candidate {number}; `claimtrack review` shows those that wait."
    )
