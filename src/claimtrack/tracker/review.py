"""From candidate claims to claims, each by a person's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Unpack

from claimtrack.errors import RefusedError
from claimtrack.store import articles, sources
from claimtrack.tracker.add import read_claim, recorded
from claimtrack.tracker.input.attribution import date_field
from claimtrack.tracker.input.filters import source_ids

if TYPE_CHECKING:
    from claimtrack.model import Claim, Source
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.fields import Given


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
    return Reviewed(source, saved.text if saved else "", tuple(articles.proposals(connection, source.id)))


def _source(connection: Connection, named: str | int | None) -> Source:
    identity = articles.newest_waiting(connection) if named is None else source_ids(connection, str(named))[0]
    found = sources.by_id(connection, identity) if identity else None
    if found is None:
        raise RefusedError("No candidate claims wait; find some with `claimtrack extract ARTICLE`.")
    return found


def accept(
    db: Database, article: str | int | None, number: int, *, text: str | None = None, speaker: str | None = None,
    force: bool = False, **given: Unpack[Given],
) -> Claim:  # fmt: skip  # as short as the call
    """Records the candidate as a claim, with what is given in the place of what was found; returns the claim.

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
        found = _as_given(proposal) | {name: value for name, value in given.items() if value is not None}
        if speaker and given.get("unnamed") is None:
            found["unnamed"] = False
        words = text or proposal.text
        uid = recorded(
            step,
            {**found, "text": words, "speaker": speaker or proposal.speaker},
            force=force,
            near=proposal.start,
        )
        if proposal.due and given.get("due") is None:
            step.update("claim", uid, {"due": date_field(proposal.due, proposal.due_words)})
        step.update("candidate", proposal.uid, {"answer": "accepted", "claim": uid})
        return read_claim(step, uid)


def _as_given(proposal: Proposal) -> Fields:
    """What was found, as a person would give it."""
    return {
        "unnamed": proposal.unnamed, "via": proposal.via, "kind": proposal.kind, "quote": proposal.quote,
        "said": str(proposal.said) if proposal.said else None, "due": str(proposal.due) if proposal.due else None,
        "source": proposal.source,
    }  # fmt: skip  # a table


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
    for proposal in articles.proposals(step.connection, source.id):
        if proposal.number == number:
            if proposal.answer:
                raise RefusedError(f"Candidate {number} of source {source.id} was {proposal.answer} already.")
            return proposal
    raise RefusedError(
        f"Source {source.id} has no candidate {number}; `claimtrack review` shows those that wait."
    )
