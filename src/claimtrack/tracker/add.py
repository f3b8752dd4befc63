"""Recording claims."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Claim, When, default_kind
from claimtrack.store import claims, duplicates, entities, sources
from claimtrack.store.row_values import row_id
from claimtrack.tracker.input.attribution import source_uid, speaker_fields
from claimtrack.tracker.input.claim_ids import Reference, claim_uid, reference
from claimtrack.tracker.input.fields import SourceFacts, claim_fields, when_of
from claimtrack.tracker.input.links import contradict, replaced_uid, same_speaker
from claimtrack.tracker.input.quotation import proof

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.fields import Given

# What `--like` takes from another claim; never its text, quotation, due date or verdicts.
_LIKE = ("speaker", "unnamed", "role", "said", "via", "source", "kind")


def add(
    db: Database, text: str, speaker: str | None = None, *, like: Reference | None = None, force: bool = False,
    **given: Unpack[Given],
) -> Claim:  # fmt: skip  # as short as the call
    """Records a claim and returns it.

    The keywords are those of `Given`; what is not given is taken from the claim `like`, where one is named.
    `force` records a claim that is there already.

    Raises:
        UnreadableError: where a value can't be read.
        RefusedError: where the claim is there already, or the record does not allow it.
    """
    with db.step("add", create=True) as step:
        found: Fields = {**given, "text": text, "speaker": speaker}
        return read_claim(step, recorded(step, found, like=like, force=force))


def recorded(
    step: Step,
    given: Mapping[str, object],
    *,
    like: Reference | None = None,
    force: bool = False,
    near: int = 0,
) -> str:
    """Records a claim within the step and returns its uid; `near` is where its quotation is looked for first.

    Raises:
        UnreadableError: where a value can't be read.
        RefusedError: where the claim is there already, or the record does not allow it.
    """
    base = _base(step, like)
    fields = {**base, **given_fields(step, given, base=base)}
    if not (fields.get("speaker") or fields.get("unnamed")):
        raise UnreadableError("A claim needs a speaker; give one with -s NAME.")
    if not fields.get("text"):
        raise UnreadableError("A claim needs a text; say in your own words what was claimed.")
    fields |= proof(step, fields, near=near)
    if not force:
        _refuse_duplicate(step, fields, given)
    if given.get("replaces") is not None:
        fields["replaces"] = replaced_uid(step, reference(given["replaces"]), fields)
    uid = step.create("claim", fields)
    contradicts = given.get("contradicts")
    contradict(step, uid, contradicts if isinstance(contradicts, (list, tuple)) else ())
    return uid


def _base(step: Step, like: Reference | None) -> Fields:
    if like is None:
        return {}
    state = entities.state(step.connection, "claim", claim_uid(step.connection, like))
    return {name: value for name, value in state.items() if name in _LIKE or name.startswith("tag:")}


def given_fields(step: Step, given: Mapping[str, object], *, base: Fields) -> Fields:
    """The log's fields for what was given of a claim, read against what `base` holds of it."""
    source = source_uid(step, given)
    fields: Fields = {} if source is None else {"source": source}
    if given.get("speaker") is not None:
        fields |= speaker_fields(step, str(given["speaker"]), unnamed=bool(given.get("unnamed")))
    published = published_of(step, source or base.get("source"))
    if given.get("kind") is None and "kind" not in base:
        due = given.get("due")
        given = {**given, "kind": default_kind(due=bool(due))}
        step.tell(f"kind: {given['kind']}")
    return fields | claim_fields(step, given, base=base, published=published)


def published_of(step: Step, source: object) -> When | None:
    """When the source with this uid was published."""
    if not source:
        return None
    found = sources.by_id(step.connection, row_id(step.connection, "source", source))
    return found.published if found else None


def _refuse_duplicate(step: Step, fields: Mapping[str, object], given: Mapping[str, object]) -> None:
    """Refuses a claim of the same speaker, text, said and due, whatever the source."""
    for uid in duplicates.same_text(step.connection, str(fields["text"])):
        other = entities.state(step.connection, "claim", uid)
        if same_speaker(step, other, fields) and all(
            _same_day(other, fields, name) for name in ("said", "due")
        ):
            identity = claims.id_of(step.connection, uid)
            raise RefusedError(
                f"That is claim {identity} already; record where else it was made with"
                f" `claimtrack repeat {identity}{_source_options(given)}`, or add it all the same with --force."
            )


def _source_options(given: Mapping[str, object]) -> str:
    """What was given of a source as options of `repeat`, which can be pasted."""
    named = {f"--{name.replace('_', '-')}": given.get(name) for name in SourceFacts.__annotations__}
    options = {"--source": given.get("source"), **named}
    return "".join(f" {name} {shlex.quote(str(value))}" for name, value in options.items() if value)


def _same_day(one: Mapping[str, object], other: Mapping[str, object], name: str) -> bool:
    """Whether both hold the same days; the words typed make no other date."""
    return when_of(one.get(name)) == when_of(other.get(name))


def read_claim(step: Step, uid: str) -> Claim:
    """The claim as it stands within the step."""
    identity = claims.id_of(step.connection, uid)
    return next(claims.records(step.connection, [identity], today=step.today))
