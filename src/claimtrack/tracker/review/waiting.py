"""The candidate claims of a source that wait for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles import THRESHOLD
from claimtrack.errors import RefusedError
from claimtrack.store import articles, candidates, sources
from claimtrack.tracker.input.filters import source_ids
from claimtrack.tracker.review.about import with_about

if TYPE_CHECKING:
    from claimtrack.model import Source
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database


class Reviewed(NamedTuple):
    """A source, its text, and its candidate claims by number; `unanswered` is why a model did not answer, if so."""

    source: Source
    text: str
    proposals: tuple[Proposal, ...]
    unanswered: str = ""

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """The candidates that no one has answered, the surest first."""
        open_ = (proposal for proposal in self.proposals if proposal.answer is None)
        return tuple(sorted(open_, key=lambda proposal: (-proposal.score, proposal.number)))

    @property
    def likely(self) -> tuple[Proposal, ...]:
        """Of those that wait, the ones to be shown: sure enough, or about a claim that is recorded."""
        return tuple(one for one in self.waiting if one.score >= THRESHOLD or one.about)

    def shown(self, *, every: bool) -> tuple[Proposal, ...]:
        """The likely ones that wait, or every one."""
        return self.waiting if every else self.likely


def review(db: Database, source: str | int | None = None) -> Reviewed:
    """The candidates of a source, of the one read last where none is named.

    Raises:
        RefusedError: where the source is not there, or nothing waits.
    """
    with db.reading() as connection:
        return reviewed(connection, waiting_source(connection, source))


def anything_waits(db: Database, *, every: bool = False) -> bool:
    """Whether any candidate waits for an answer that is sure enough to be shown, or any at all."""
    with db.reading() as connection:
        return candidates.any_waits(connection, least=0 if every else THRESHOLD)


def reviewed(connection: Connection, source: Source) -> Reviewed:
    """The source with its text and its candidates, those that wait with the claims that they may be about."""
    saved = articles.saved_text(connection, source.id)
    text = saved.text if saved else ""
    there = candidates.proposals(connection, source.id)
    return Reviewed(source, text, with_about(connection, source, text, there))


def waiting_source(connection: Connection, named: str | int | None) -> Source:
    """The source that is named, else the one whose candidates were found last of those that wait.

    Raises:
        RefusedError: where it is not there, or nothing waits.
    """
    identity = (
        candidates.newest_waiting(connection) if named is None else source_ids(connection, str(named))[0]
    )
    found = sources.by_id(connection, identity) if identity else None
    if found is None:
        raise RefusedError("No candidate claims wait; find some with `claimtrack extract ARTICLE`.")
    return found
