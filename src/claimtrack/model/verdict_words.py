"""The verdict that stands for a claim, and its evidence, as parts of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.outcome import outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model.claim import Claim, Evidence


def verdict_words(claim: Claim) -> str:
    """The verdict: outcome, rating, when it came about, and the day and judge of it."""
    outcome = outcome_of(claim.outcome)
    words = [outcome.short(claim.kind) if outcome else "resolved with no outcome"]
    if claim.rating:
        words.append(f"rated “{claim.rating}”")
    if claim.happened:
        words.append(f"came about {claim.happened}")
    if claim.judged:
        words.append(f"judged {claim.judged}")
    by = f" by {claim.judge}" if claim.judge else ""
    return ", ".join(words) + by


def evidence_words(evidence: Iterable[Evidence]) -> str:
    """Each piece by its address or quotation, what is contrary marked so; empty where there is none."""
    return ", ".join(
        f"{one.url or f'“{one.quote}”'}{' (contrary)' if one.stance == 'contrary' else ''}"
        for one in evidence
    )
