"""What happens to a claim after it was recorded: the speaker names another date, or says it again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Unpack

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.store import entities
from claimtrack.tracker.add import given_fields, published_of, read_claim
from claimtrack.tracker.input.attribution import date_field, source_uid
from claimtrack.tracker.input.claim_ids import claim_uid
from claimtrack.tracker.input.fields import check_dates, when_of
from claimtrack.tracker.input.links import contradict, replaced_uid
from claimtrack.tracker.input.quotation import proof

if TYPE_CHECKING:
    from claimtrack.model import Claim
    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference
    from claimtrack.tracker.input.fields import Given, SourceFacts

# The day and the words of the older claim were not those of the newer: unless given, they stay unknown.
_OWN = ("said", "quote", "quote_spans", "translation", "deleted", "replaces")
_OF_A_SOURCE = ("source", "url", "archive_url", "publisher", "published")


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
        uid = claim_uid(step.connection, claim)
        older = entities.state(step.connection, "claim", uid)
        base = {name: value for name, value in older.items() if name not in _OWN and ":" not in name}
        base |= {name: value for name, value in older.items() if name.startswith("tag:")}
        if given.get("source") == "" or _said_after_the_report(step, base, given.get("said")):
            base.pop("source", None)
        fields = {**base, **given_fields(step, {**given, "text": text, "speaker": speaker}, base=base)}
        fields["replaces"] = replaced_uid(step, claim, fields)
        fields |= proof(step, fields)
        step.tell(_how_far(older, fields))
        step.tell(_where(step, uid, fields, named=any(given.get(name) is not None for name in _OF_A_SOURCE)))
        moved = step.create("claim", fields)
        contradict(step, moved, given.get("contradicts") or ())
        return read_claim(step, moved)


def _said_after_the_report(step: Step, base: Fields, said: str | None) -> bool:
    """Whether the source of the older claim is too early to have reported what was said now."""
    published = published_of(step, base.get("source"))
    if not (said and published):
        return False
    reading = dates.read(said, field="said", today=step.today, published=published)
    return reading.when.first > published.last + timedelta(days=1)


def _where(step: Step, older: str, newer: Fields, *, named: bool) -> str | None:
    """What was inferred of the source: that the older claim's is the newer one's too, or can't be."""
    source = read_claim(step, older).source
    if named or source is None:
        return None
    if newer.get("source"):
        return f"source: {source.label}, as before; change it with `claimtrack edit last --source TITLE`"
    return f"source: left out, since {source.label} is from {source.published}; `claimtrack edit last --source TITLE`"


def _how_far(older: Fields, newer: Fields) -> str | None:
    first, then = when_of(older.get("due")), when_of(newer.get("due"))
    if not (first and then and first != then):
        return None
    days = (then.last - first.last).days
    way = "later" if days >= 0 else "earlier"
    return f"moved from {first} to {then}, {abs(days)} day{'s' * (abs(days) != 1)} {way}"


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
        uid = claim_uid(step.connection, claim)
        where = source_uid(step, {**facts, "source": source})
        published = published_of(step, where)
        appearance: Fields = {"claim": uid, "source": where}
        if said:
            reading = dates.read(said, field="said", today=step.today, published=published)
            step.tell(dates.echo("said", reading))
            appearance["said"] = date_field(reading.when, reading.words)
        if not (where or said):
            raise UnreadableError("Say where or when it was said again, with --source or --said.")
        check_dates({"said": appearance.get("said")}, published=published)
        _refuse_known(step, uid, appearance)
        step.create("appearance", appearance)
        return read_claim(step, uid)


def _refuse_known(step: Step, uid: str, appearance: Fields) -> None:
    found = read_claim(step, uid)
    said, where = when_of(appearance.get("said")), appearance.get("source")
    known = [(found.source, found.said), *((one.source, one.said) for one in found.appearances)]
    for source, day in known:
        if where in (None, source and source.uid) and said in (None, day):
            raise RefusedError(f"Claim {found.id} has that appearance already; `claimtrack show {found.id}`.")
