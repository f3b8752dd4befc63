"""Recording claims."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.record import FIELDS
from claimtrack.model.when import Worded
from claimtrack.store import claims, duplicates
from claimtrack.tracker.input.claim_ids import claim_uid, read_claim
from claimtrack.tracker.input.draft import NOTHING, apply_draft, read_draft
from claimtrack.tracker.input.links import contradict, replaceable
from claimtrack.tracker.input.quotation import proof
from claimtrack.tracker.input.speaker import same_speaker

if TYPE_CHECKING:
    from claimtrack.model import Claim
    from claimtrack.model.record import Field, Given
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference
    from claimtrack.tracker.input.draft import Draft
    from claimtrack.tracker.input.source import SourceDraft


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
        draft = read_draft(step, {**given, "text": text, "speaker": speaker})
        base = NOTHING
        if like is not None:
            other = read_claim(step, claim_uid(step.connection, like))
            base = with_fields_of(other, tuple(field for field in FIELDS if field.liked))
        return record(step, draft, base, force=force)


def with_fields_of(claim: Claim, fields: tuple[Field, ...]) -> Claim:
    """A claim that is not recorded yet, with these fields of another one and nothing else."""
    names = [name for field in fields for name in (field.name, f"{field.name}_words", f"{field.name}_uid")]
    return replace(NOTHING, **{name: getattr(claim, name) for name in names if hasattr(claim, name)})


def record(step: Step, draft: Draft, base: Claim, *, force: bool = False, near: int = 0) -> Claim:
    """Records the claim that the draft makes of `base` and returns it.

    `near` is where its quotation is looked for first.

    Raises:
        UnreadableError: where a value can't be read, or it has no speaker or text.
        RefusedError: where the claim is there already, or the record does not allow it.
    """
    claim = apply_draft(step, draft, base)
    if not claim.speaker:
        raise UnreadableError("A claim needs a speaker; give one with -s NAME.")
    if not claim.text:
        raise UnreadableError("A claim needs a text; say in your own words what was claimed.")
    claim = replace(claim, quote_spans=proof(step, claim, near=near))
    if not force:
        _refuse_duplicate(step, claim, draft.source)
    if draft.replaces:
        claim = replace(claim, replaces_uid=replaceable(step, draft.replaces, claim).uid)
    recorded = read_claim(step, claims.create(step, claim))
    if not draft.contradicts:
        return recorded
    contradict(step, recorded, draft.contradicts)
    return read_claim(step, recorded.uid)


def _refuse_duplicate(step: Step, claim: Claim, source: SourceDraft | None) -> None:
    """Refuses a claim of the same speaker, text, said and due, whatever the source."""
    for uid in duplicates.same_text(step.connection, claim.text):
        other = read_claim(step, uid)
        if same_speaker(other, claim) and (other.said, other.due) == (claim.said, claim.due):
            raise RefusedError(
                f"That is claim {other.id} already; record where else it was made with"
                f" `claimtrack repeat {other.id}{_options(source)}`, or add it all the same with --force."
            )


def _options(source: SourceDraft | None) -> str:
    """What was given of a source as options of `repeat`, which can be pasted."""
    if source is None:
        return ""
    named = {"source": source.id or source.title, **source.facts()}
    named.pop("title", None)
    return "".join(
        f" --{name.replace('_', '-')} {shlex.quote(_typed(fact))}" for name, fact in named.items() if fact
    )


def _typed(fact: object) -> str:
    return fact.words or str(fact.when) if isinstance(fact, Worded) else str(fact)
