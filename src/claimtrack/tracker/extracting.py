"""From an article to candidate claims, and from those to claims, each by a person's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.store import articles, sources, speakers
from claimtrack.tracker import filtering
from claimtrack.tracker.attributing import date_field
from claimtrack.tracker.known_claims import Known, stands_in
from claimtrack.tracker.reading import kept, read_article
from claimtrack.tracker.recording import read_claim, recorded
from claimtrack.tracker.sourcing import source_by_uid
from claimtrack.wording import stored, stored_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.articles.candidates.candidate import Candidate
    from claimtrack.articles.datewords import Dated
    from claimtrack.model import Claim, Source
    from claimtrack.proposal import Proposal
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step
    from claimtrack.tracker.given import Given, SourceFacts

_DATES_SHOWN = 5


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


def extract(
    db: Database,
    where: str,
    *,
    typed: str | bytes | None = None,
    title: str | None = None,
    **facts: Unpack[SourceFacts],
) -> Reviewed:
    """Reads an article and finds candidate claims in it, which wait in the database; what is recorded is left out.

    Raises:
        RefusedError: where the article can't be had or holds no text.
        UnreadableError: where nothing says when it was published.
    """
    from claimtrack import articles as rules  # noqa: PLC0415  # only this verb reads prose

    article = read_article(where, typed=typed, today=db.today)
    with db.step("extract", create=True) as step:
        uid = kept(step, article, where, {**facts, "title": title})
        source = source_by_uid(step, uid)
        text = stored(article.text) or ""
        published = source.published.first if source.published else None
        if not rules.is_english(text):
            step.tell(_dates_alone(rules.dates(text, published)))
        elif published is None:
            raise UnreadableError(
                "Nothing says when the article was published, which its dates are read against;"
                " give the day with --published."
            )
        else:
            found = rules.candidates(text, published, known=speakers.by_alias(step.connection))
            _keep(step, source, text, found)
        return _reviewed(step.connection, source)


def _dates_alone(found: Sequence[Dated]) -> str:
    """What is said of an article in another language: the dates in it, and that nothing else was looked for."""
    shown = ", ".join(f"{one.when} (“{one.words}”)" for one in found[:_DATES_SHOWN])
    more = ", …" if len(found) > _DATES_SHOWN else ""
    dates = f"{len(found)} date{'s' * (len(found) != 1)}" + (f" ({shown}{more})" if found else "")
    return f"the article is not English: {dates} found in it, but speakers were not looked for"


def _keep(step: Step, source: Source, text: str, found: Iterable[Candidate]) -> None:
    """Adds the candidates that are neither there already nor recorded as claims."""
    there = articles.proposals(step.connection, source.id)
    outdated = [one for one in there if one.answer is None and not stands_in(one, text)]
    for one in outdated:
        step.update("candidate", one.uid, {"deleted": True})
    if outdated:
        step.tell(f"taken off, since they are not in the text as it is now: {len(outdated)} that waited")
    number = max((proposal.number for proposal in there), default=0)
    known = Known.of(text, there, articles.recorded(step.connection, source.id))
    for candidate in found:
        if not known.has(candidate):
            number += 1
            step.create("candidate", {"source": source.uid, "number": number, **_fields(candidate)})


def _fields(candidate: Candidate) -> Fields:
    return {
        "start": candidate.start, "stop": candidate.end, "kind": candidate.kind, "score": float(candidate.score),
        "speaker": stored_line(candidate.speaker or ""), "unnamed": bool(candidate.speaker) and not candidate.named,
        "via": stored_line(candidate.via or ""), "text": stored(candidate.text), "quote": stored(candidate.quote or ""),
        "said": date_field(candidate.said, None) if candidate.said else None,
        "due": date_field(candidate.due, stored_line(candidate.due_words or "")) if candidate.due else None,
    }  # fmt: skip  # a table


def review(db: Database, source: str | int | None = None) -> Reviewed:
    """The candidates of a source, of the one read last where none is named.

    Raises:
        RefusedError: where the source is not there, or nothing waits.
    """
    with db.reading() as connection:
        return _reviewed(connection, _source(connection, source))


def _reviewed(connection: Connection, source: Source) -> Reviewed:
    saved = articles.saved_text(connection, source.id)
    return Reviewed(source, saved.text if saved else "", tuple(articles.proposals(connection, source.id)))


def _source(connection: Connection, named: str | int | None) -> Source:
    identity = (
        articles.newest_waiting(connection)
        if named is None
        else filtering.source_ids(connection, str(named))[0]
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
