"""What happens to a claim after it was recorded: the speaker names another date, or says it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import HELD, outcome_label
from claimtrack.model.record import FIELDS
from claimtrack.model.text import days
from claimtrack.model.when import Worded
from claimtrack.tracker.add import record, with_fields_of
from claimtrack.tracker.input.claim_ids import claim_uid, read_claim
from claimtrack.tracker.input.draft import published, read_draft, refuse_said_after, said_after
from claimtrack.tracker.input.order import refuse_ahead
from claimtrack.tracker.input.source import NO_SOURCE, read_source, record_source

if TYPE_CHECKING:
    from claimtrack.model import Claim, Source
    from claimtrack.model.record import Given, SourceFacts
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference
    from claimtrack.tracker.input.draft import Draft


def move(
    db: Database,
    claim: Reference,
    *,
    text: str | None = None,
    speaker: str | None = None,
    **given: Unpack[Given],
) -> Claim:
    """Records that the speaker now names another date or probability, and returns the new claim.

    It replaces the old one, which stays as it is. What is not given is carried over, but for the day of speaking
    and the quotation, which are the new claim's own; so is the source, where the day of speaking is later than it.

    Raises:
        UnreadableError: where a value can't be read, or neither a date nor a probability is given.
        RefusedError: where the claim is not there or was moved already, or the record does not allow it.
    """
    if given.get("due") is None and given.get("probability") is None:
        raise UnreadableError("Give what the speaker says now, with --due or --probability.")
    if given.get("replaces") is not None:
        raise UnreadableError("What is moved is the claim that the new one replaces; leave out --replaces.")
    with db.step("move") as step:
        older = read_claim(step, claim_uid(step.connection, claim))
        draft = read_draft(step, {**given, "text": text, "speaker": speaker})._replace(replaces=older.id)
        base = carried_over(older)
        if _said_after_the_report(step, draft, base):
            base = base._replace(source=None)
        newer = record(step, draft, base, force=True)
        if older.outcome == HELD:
            step.tell(f"claim {older.id} stands as {outcome_label(older.kind, HELD)} already")
        step.tell(how_far(older, newer))
        if draft.source is None:
            step.tell(_where(older, newer))
        return newer


def _said_after_the_report(step: Step, draft: Draft, base: Claim) -> bool:
    """Whether the source of the older claim is too early to have reported what was said now."""
    said, reported = draft.dates.get("said"), published(base)
    if not (isinstance(said, str) and said and reported):
        return False
    reading = dates.read(said, field="said", today=step.today, published=reported)
    return said_after(reading.when, reported)


def _where(older: Claim, newer: Claim) -> str | None:
    """What was inferred of the source: that the older claim's is the newer one's too, or can't be."""
    source = older.source
    if source is None:
        return None
    if newer.source:
        return f"source: {source.label}, as before; change it with `claimtrack edit last --source TITLE`"
    return f"source: left out, since {source.label} is from {source.published}; `claimtrack edit last --source TITLE`"


def carried_over(older: Claim) -> Claim:
    """What a claim that replaces the older one has of it, where nothing else is given."""
    return with_fields_of(older, tuple(field for field in FIELDS if field.carried))


def how_far(older: Claim, newer: Claim) -> str | None:
    """What is told of a date that moved."""
    if not (older.due and newer.due and older.due != newer.due):
        return None
    slip = (newer.due.last - older.due.last).days
    way = "later" if slip >= 0 else "earlier"
    return f"moved from {older.due} to {newer.due}, {days(abs(slip))} {way}"


def repeat(
    db: Database, claim: Reference, *, said: str | None = None, source: str | int | None = None,
    **facts: Unpack[SourceFacts],
) -> Claim:  # fmt: skip  # as short as the call
    """Records that the same claim was made again or reported elsewhere, and returns the claim, which stays one.

    Raises:
        UnreadableError: where a value can't be read, or neither a day nor a source is given.
        RefusedError: where the claim is not there, or that appearance is.
    """
    with db.step("repeat") as step:
        found = read_claim(step, claim_uid(step.connection, claim))
        given = read_source(step, {**facts, "source": source})
        where = record_source(step, given) if given not in (None, NO_SOURCE) else None
        day = _said_again(step, said, where) if said else None
        if not (where or day):
            raise UnreadableError("Say where or when it was said again, with --source or --said.")
        return record_appearance(step, found, day, where)


def record_appearance(step: Step, claim: Claim, day: Worded | None, where: Source | None) -> Claim:
    """Records that the claim was made on another day or reported in another source; returns it.

    Raises:
        RefusedError: where that is recorded already.
    """
    _refuse_known(claim, day, where)
    step.create("appearance", {"claim": claim.uid, "source": where and where.uid, "said": day})
    return read_claim(step, claim.uid)


def _said_again(step: Step, said: str, where: Source | None) -> Worded:
    """The day it was said again, read against the source."""
    reported = where.published if where else None
    reading = dates.read(said, field="said", today=step.today, published=reported)
    step.tell(dates.echo("said", reading))
    refuse_ahead("said", reading.when, step.today)
    refuse_said_after(reading.when, reported)
    return Worded(reading.when, reading.words)


def _refuse_known(claim: Claim, day: Worded | None, where: Source | None) -> None:
    known = [(claim.source, claim.said), *((one.source, one.said) for one in claim.appearances)]
    for source, said in known:
        if (where is None or (source and source.uid == where.uid)) and (day is None or day.when == said):
            raise RefusedError(f"Claim {claim.id} has that appearance already; `claimtrack show {claim.id}`.")
