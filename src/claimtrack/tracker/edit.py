"""Correcting claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import HELD, came_too_late, outcome_label
from claimtrack.model.text import folded
from claimtrack.store import claims
from claimtrack.tracker.input.claim_ids import claim_uid, claim_uids, read_claim
from claimtrack.tracker.input.draft import apply_draft, read_draft
from claimtrack.tracker.input.duplicates import in_same_words, same
from claimtrack.tracker.input.links import contradict, reconcile, replaceable
from claimtrack.tracker.input.order import refuse_judged_before_said, told_afterwards
from claimtrack.tracker.input.quotation import proof
from claimtrack.tracker.input.speaker import record_whose, same_speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.model import Claim
    from claimtrack.model.record import Given
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference
    from claimtrack.tracker.input.draft import Draft


def edit(
    db: Database, ids: Iterable[Reference] | Reference, *, text: str | None = None, speaker: str | None = None,
    untag: Sequence[str] | str = (), **given: Unpack[Given],
) -> tuple[Claim, ...]:  # fmt: skip  # as short as the call
    """Corrects fields of the claims and returns the claims; null leaves a field, an empty value empties it.

    Raises:
        UnreadableError: where a value can't be read or a field that every claim has would be emptied.
        RefusedError: where a claim is not there, or the record does not allow it.
    """
    with db.step("edit") as step:
        draft = read_draft(step, {**given, "text": text, "speaker": speaker, "untag": untag})
        draft = draft._replace(whose=record_whose(step, draft.whose))  # of several claims once, not each anew
        uids = claim_uids(step.connection, ids)
        _refuse_absent_tags(step, uids, draft)
        for uid in uids:
            _correct(step, read_claim(step, uid), draft)
        edited = tuple(read_claim(step, uid) for uid in uids)
        for claim in edited if draft.whose else ():
            _refuse_other_speakers(step, claim)
        return edited


def _correct(step: Step, before: Claim, draft: Draft) -> None:
    """Writes the claim as the draft makes it."""
    claim = apply_draft(step, draft, before)
    if not claim.text:
        raise UnreadableError("A claim needs a text; to remove the claim, use `claimtrack delete`.")
    if "quote" in draft.values or draft.source is not None:
        claim = claim._replace(quote_spans=proof(step, claim))
    _refuse_wrong_verdict(step, before, claim)
    if draft.replaces is not None:
        older = replaceable(step, draft.replaces, claim) if draft.replaces else None
        claim = claim._replace(replaces_uid=older.uid if older else None)
    claims.update(step, before, claim)
    if draft.contradicts is not None:
        contradict(step, claim, draft.contradicts) if draft.contradicts else reconcile(step, claim)
    if any(getattr(claim, name) != getattr(before, name) for name in ("text", "speaker", "said", "due")):
        step.tell(_told_twin(step, claim))
    if claim.outcome and claim.probability != before.probability:
        step.tell(
            f"claim {claim.id} has a verdict already; its probability is to be what was said before that"
        )
    if before.due and claim.due != before.due:
        step.tell("this corrects the record; where the speaker named another date, use `claimtrack move`")


def _told_twin(step: Step, claim: Claim) -> str | None:
    """What to tell of a claim that reads now as another one does."""
    twin = next((other for other in in_same_words(step, claim) if same(claim, other)), None)
    if twin is None:
        return None
    return f"claim {claim.id} is now the same as claim {twin.id}; where they are one, delete one and `repeat` the other"


def _refuse_absent_tags(step: Step, uids: Iterable[str], draft: Draft) -> None:
    """Refuses to take away a tag that none of the claims has, as one typed wrongly."""
    there = {folded(tag) for uid in uids for tag in read_claim(step, uid).tags} if draft.untag else ()
    for tag in draft.untag:
        if folded(tag) not in there:
            raise RefusedError(
                f"There is no tag {tag} to take away; `claimtrack show` tells the tags of a claim."
            )


def _refuse_other_speakers(step: Step, claim: Claim) -> None:
    """Refuses a claim that is linked to another speaker's, as where only one of two was corrected."""
    for other in filter(None, (claim.replaces, claim.replaced_by, *claim.contradicts)):
        if not same_speaker(claim, read_claim(step, claim_uid(step.connection, other))):
            raise RefusedError(
                f"Claim {claim.id} is linked to claim {other}, which would be another speaker's; edit both at once."
            )


def _refuse_wrong_verdict(step: Step, before: Claim, claim: Claim) -> None:
    """Refuses a correction that would make a verdict wrong, and tells of one that makes it odd."""
    if claim.said != before.said:
        refuse_judged_before_said(claim, claim.judged)
        step.tell(told_afterwards(claim, claim.happened))
    if claim.outcome == HELD and came_too_late(claim.kind, claim.due, claim.happened):
        raise RefusedError(
            f"Claim {claim.id} stands as {outcome_label(claim.kind, HELD)} on {claim.happened}, which would come"
            f" after {claim.due}; judge it again first, with `claimtrack resolve {claim.id} OUTCOME --overrule`."
        )
