"""What an accepted candidate does to the claim that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import Evidence
from claimtrack.model.proposal import EVIDENCE, MOVE, REPEAT
from claimtrack.model.when import Worded
from claimtrack.store import articles, sources, verdicts
from claimtrack.tracker.add import record
from claimtrack.tracker.input.claim_ids import read_claim
from claimtrack.tracker.input.draft import NOTHING
from claimtrack.tracker.move import carried_over, how_far, record_appearance

if TYPE_CHECKING:
    from claimtrack.model import Claim, Source
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.draft import Draft

# These make no new claim, so nothing is given of one.
OF_A_CLAIM_THERE = (REPEAT, EVIDENCE)


def follow(step: Step, proposal: Proposal, known: Claim, relation: str, draft: Draft) -> Claim:
    """Does what the candidate is of the known claim, and returns the claim that the candidate became or went to.

    Raises:
        RefusedError: where the record does not allow it.
    """
    if relation == REPEAT:
        return _repeat(step, proposal, known)
    if relation == EVIDENCE:
        return _evidence(step, proposal, known)
    return (_move if relation == MOVE else _contradict)(step, proposal, known, draft)


def _repeat(step: Step, proposal: Proposal, known: Claim) -> Claim:
    said = Worded(proposal.said) if proposal.said else None
    return record_appearance(step, known, said, sources.by_id(step.connection, proposal.source))


def _evidence(step: Step, proposal: Proposal, known: Claim) -> Claim:
    """Keeps the passage with the claim, and with the verdict that stands where there is one."""
    source = sources.by_id(step.connection, proposal.source)
    verdict = verdicts.standing_verdict(step.connection, known.uid)
    piece = Evidence(
        url=source.url if source else None, archive_url=source.archive_url if source else None,
        quote=_passage(step, proposal), stance="for" if verdict else None, note=_where(source),
    )  # fmt: skip  # the record's order
    verdicts.add_evidence(step, known.uid, piece, verdict=verdict)
    return read_claim(step, known.uid)


def _passage(step: Step, proposal: Proposal) -> str:
    """The words of the article, on one line."""
    saved = articles.saved_text(step.connection, proposal.source)
    words = saved.text[proposal.start : proposal.stop] if saved else proposal.text
    return " ".join(words.split())


def _where(source: Source | None) -> str | None:
    """The title and day of a source that has no address."""
    if source is None or source.url:
        return None
    return ", ".join(filter(None, (source.label, str(source.published or ""))))


def _move(step: Step, proposal: Proposal, known: Claim, draft: Draft) -> Claim:
    """The claim with its new date or probability; its kind and what was not found stay those of the older one."""
    values = {name: value for name, value in draft.values.items() if value is not None and name != "kind"}
    draft = draft._replace(values={"quote": None, **values}, replaces=known.id)
    newer = record(step, draft, carried_over(known), force=True, near=proposal.start)
    step.tell(how_far(known, newer))
    return newer


def _contradict(step: Step, proposal: Proposal, known: Claim, draft: Draft) -> Claim:
    """A claim of its own, of the same speaker."""
    of_speaker = NOTHING._replace(speaker=known.speaker, unnamed=known.unnamed, speaker_uid=known.speaker_uid)
    draft = draft._replace(contradicts=(known.id, *(draft.contradicts or ())))
    return record(step, draft, of_speaker, near=proposal.start)
