"""The desk of `review`: candidates of many articles in one sitting, in which order and of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles import THRESHOLD
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.proposal import BY_ARTICLE, BY_SCORE, BY_SPEAKER, ORDERS
from claimtrack.model.text import name_key
from claimtrack.store import articles, candidates, sources, speakers
from claimtrack.tracker.review.about import with_about
from claimtrack.tracker.review.waiting import waiting_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.model import Source
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database

NOBODY = "none"  # in the place of a speaker: candidates without one
_NAMED_AT_MOST = 5

Known = dict[str, str]  # the key of a speaker's name by the key of each other name


class Desk(NamedTuple):
    """The candidates that wait, in the order in which they are answered, and how many less sure ones are left out."""

    order: tuple[Proposal, ...]
    less_sure: int

    @property
    def sources(self) -> frozenset[int]:
        """The ids of their sources."""
        return frozenset(one.source for one in self.order)


class Card(NamedTuple):
    """A candidate as it stands now, with the claims that it may be about, its source and the text it was found in."""

    proposal: Proposal
    source: Source
    text: str


def desk(
    db: Database, source: str | int | None = None, *, by: str = BY_SCORE, speaker: str | None = None,
    every: bool = False, about: bool = True,
) -> Desk:  # fmt: skip  # as short as the call
    """The candidates of a source, or of all where none is named, that are sure enough, or every one that waits.

    `by` is their order: the surest first (`score`), each article as it reads (`article`), or by `speaker`. A `speaker`
    is part of a name or an alias, or `none`. Each has the claims that it may be about; without `about`, which takes
    long with many, only where that decides whether it is sure enough.

    Raises:
        UnreadableError: where there is no such order.
        RefusedError: where the source is not there, nothing waits, or nothing of that speaker.
    """
    if by not in ORDERS:
        raise UnreadableError(f"{by!r} is no order; say {', '.join(ORDERS)}.")
    with db.reading() as connection:
        waiting = [(each, _waiting(connection, each)) for each in _sources(connection, source)]
        shown = [
            one for each, some in waiting for one in _shown(connection, each, some, every=every, about=about)
        ]
        known = {name_key(alias): name_key(name) for alias, name in speakers.by_alias(connection).items()}
    less_sure = sum(len(some) for _, some in waiting) - len(shown)
    if speaker:
        shown = _of(speaker, shown, known)
    return Desk(tuple(sorted(shown, key=lambda one: _KEYS[by](one, known))), less_sure)


def card(db: Database, proposal: Proposal) -> Card:
    """The candidate in its article, and what it may be of the claims that are recorded by now.

    Raises:
        RefusedError: where the candidate is no longer there.
    """
    with db.reading() as connection:
        source = sources.by_id(connection, proposal.source)
        there = candidates.proposals(connection, proposal.source)
        now = next((one for one in there if one.uid == proposal.uid), None)
        if source is None or now is None:
            raise RefusedError(
                f"Candidate {proposal.number} of source {proposal.source} is not there any more."
            )
        text = _text(connection, source)
        (now,) = with_about(connection, source, text, [now])
        return Card(now, source, text)


def _sources(connection: Connection, named: str | int | None) -> list[Source]:
    """The source that is named, else all that candidates wait in, in the order in which they came."""
    if named is None and (waiting := candidates.sources_waiting(connection)):
        return [source for identity in waiting if (source := sources.by_id(connection, identity))]
    return [waiting_source(connection, named)]


def _waiting(connection: Connection, source: Source) -> list[Proposal]:
    return [one for one in candidates.proposals(connection, source.id) if one.answer is None]


def _shown(
    connection: Connection, source: Source, waiting: Sequence[Proposal], *, every: bool, about: bool
) -> list[Proposal]:
    """Those that are sure enough, or about a claim that is recorded; or every one."""
    unsure = [one for one in waiting if about or not (every or one.score >= THRESHOLD)]
    related = with_about(connection, source, _text(connection, source), unsure) if unsure else ()
    now = {one.uid: one for one in (*waiting, *related)}
    return [one for one in now.values() if every or one.score >= THRESHOLD or one.about]


def _text(connection: Connection, source: Source) -> str:
    saved = articles.saved_text(connection, source.id)
    return saved.text if saved else ""


def _of(speaker: str, shown: Sequence[Proposal], known: Known) -> list[Proposal]:
    """Those whose speaker the name fits, in part or by an alias."""
    key = name_key(speaker)
    meant = {name for alias, name in known.items() if key in alias or key in name}

    def fits(proposal: Proposal) -> bool:
        found = name_key(proposal.speaker or "")
        return key in found or known.get(found, found) in meant if found else key == NOBODY

    if kept := [one for one in shown if fits(one)]:
        return kept
    names = sorted({one.speaker or NOBODY for one in shown})
    more = ", …" if len(names) > _NAMED_AT_MOST else ""
    raise RefusedError(
        f"No candidate of {speaker} waits; those that wait are of {', '.join(names[:_NAMED_AT_MOST])}{more}."
        if names
        else f"No candidate of {speaker} waits."
    )


def _by_score(proposal: Proposal, _: Known) -> tuple[object, ...]:
    return (-proposal.score, proposal.source, proposal.number)


def _by_article(proposal: Proposal, _: Known) -> tuple[object, ...]:
    return (proposal.source, proposal.start, proposal.number)


def _by_speaker(proposal: Proposal, known: Known) -> tuple[object, ...]:
    key = name_key(proposal.speaker or "")
    return (not key, known.get(key, key), *_by_score(proposal, known))


_KEYS: dict[str, Callable[[Proposal, Known], tuple[object, ...]]] = {
    BY_SCORE: _by_score, BY_ARTICLE: _by_article, BY_SPEAKER: _by_speaker,
}  # fmt: skip  # a table
