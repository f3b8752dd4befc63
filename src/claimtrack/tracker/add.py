"""Recording claims."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.record import FIELDS, GIVEN, SOURCE_FACTS
from claimtrack.store import claims
from claimtrack.tracker.input.claim_ids import claim_uid, read_claim
from claimtrack.tracker.input.draft import NOTHING, apply_draft, read_draft, read_so_far
from claimtrack.tracker.input.duplicates import in_same_words, same, told_alike
from claimtrack.tracker.input.links import contradict, replaceable
from claimtrack.tracker.input.look import Look
from claimtrack.tracker.input.quotation import proof
from claimtrack.tracker.input.source import as_typed, option_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.model import Claim
    from claimtrack.model.record import Field, Given
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference
    from claimtrack.tracker.input.draft import Draft
    from claimtrack.tracker.input.look import Reader
    from claimtrack.tracker.input.source import SourceDraft


# What may be given of a claim, and of its source.
_NAMES = frozenset(
    (
        "like",
        "new_speaker",
        "alias",
        *(field.name for field in FIELDS if field.of == GIVEN),
        *(fact.name for fact in SOURCE_FACTS if fact.of),
    )
)
_NO_SPEAKER = "A claim needs a speaker; give one with -s NAME."


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
        return _add(step, {**given, "text": text, "speaker": speaker}, like, force=force)


def add_many(db: Database, claims: Iterable[Mapping[str, Any]], *, force: bool = False) -> tuple[Claim, ...]:
    """Records many claims in one step of `undo`, and returns them: all of them, or none where one is refused.

    Each is given by the names that `add` takes: `text`, `speaker`, `like` and those of `Given`.

    Raises:
        UnreadableError: where a value can't be read; the message begins with which claim it was.
        RefusedError: where a claim is there already, or the record does not allow it; the same.
    """
    with db.step("add", create=True) as step:
        recorded = []
        for number, given in enumerate(claims, 1):
            try:
                recorded.append(_add(step, given, given.get("like"), force=force))
            except (UnreadableError, RefusedError) as error:
                raise type(error)(f"Claim {number} of those given: {error}") from error
        return tuple(recorded)


def _add(step: Step, given: Mapping[str, Any], like: Reference | None, *, force: bool) -> Claim:
    """Records one claim by what is given of it and, for the rest, the claim that it is like."""
    if unknown := given.keys() - _NAMES:
        raise UnreadableError(f"A claim has no {min(unknown)!r}; it has {', '.join(sorted(_NAMES))}.")
    return record(step, read_draft(step, given), _base(step, like), force=force)


def check(
    db: Database,
    text: str,
    speaker: str | None = None,
    *,
    like: Reference | None = None,
    **given: Unpack[Given],
) -> tuple[Claim, tuple[str, ...]]:
    """The claim that `add` would record so far, and what it would tell; nothing is written, nor a duplicate looked for.

    Raises:
        UnreadableError: as `add`.
        RefusedError: as `add`.
    """
    with db.reading(to_write=True) as connection:
        look = Look(connection, db.today)
        draft = read_draft(look, {**given, "text": text, "speaker": speaker})
        claim = read_so_far(look, draft, _base(look, like))
        if not claim.speaker:
            raise UnreadableError(_NO_SPEAKER)
        proof(look, claim)
        return claim, tuple(look.notes)


def _base(reader: Reader, like: Reference | None) -> Claim:
    """What is taken from the claim `like`, where one is named."""
    if like is None:
        return NOTHING
    other = read_claim(reader, claim_uid(reader.connection, like))
    return with_fields_of(other, tuple(field for field in FIELDS if field.liked))


def with_fields_of(claim: Claim, fields: tuple[Field, ...]) -> Claim:
    """A claim that is not recorded yet, with these fields of another one and nothing else."""
    names = [name for field in fields for name in (field.name, f"{field.name}_words", f"{field.name}_uid")]
    return NOTHING._replace(**{name: getattr(claim, name) for name in names if hasattr(claim, name)})


def record(step: Step, draft: Draft, base: Claim, *, force: bool = False, near: int = 0) -> Claim:
    """Records the claim that the draft makes of `base` and returns it.

    `near` is where its quotation is looked for first.

    Raises:
        UnreadableError: where a value can't be read, or it has no speaker or text.
        RefusedError: where the claim is there already, or the record does not allow it.
    """
    claim = apply_draft(step, draft, base)
    if not claim.speaker:
        raise UnreadableError(_NO_SPEAKER)
    if not claim.text:
        raise UnreadableError("A claim needs a text; say in your own words what was claimed.")
    claim = claim._replace(quote_spans=proof(step, claim, near=near))
    if not force:
        _refuse_duplicate(step, claim, draft)
    if draft.replaces:
        claim = claim._replace(replaces_uid=replaceable(step, draft.replaces, claim).uid)
    recorded = read_claim(step, claims.create(step, claim))
    if not draft.contradicts:
        return recorded
    contradict(step, recorded, draft.contradicts)
    return read_claim(step, recorded.uid)


def _refuse_duplicate(step: Step, claim: Claim, draft: Draft) -> None:
    """Refuses a claim of the same speaker, text, said and due, whatever the source, and tells of those near it."""
    alike = in_same_words(step, claim)
    if other := next((other for other in alike if same(claim, other)), None):
        raise RefusedError(
            f"That is claim {other.id} already; record where else it was made with"
            f" `claimtrack repeat {other.id}{_options(draft.source)}`, or add it all the same with --force."
        )
    if not draft.replaces:
        step.tell(told_alike(alike))


def _options(source: SourceDraft | None) -> str:
    """What was given of a source as options of `repeat`, which can be pasted."""
    if source is None:
        return ""
    named = {"source": source.id or source.title, **source.facts()}
    named.pop("title", None)
    return "".join(
        f" --{option_name(name)} {shlex.quote(as_typed(fact))}" for name, fact in named.items() if fact
    )
