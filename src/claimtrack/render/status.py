"""How a claim stands, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import days_late, outcome_of
from claimtrack.model.text import days

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.model import Claim

SOON = 30  # days


def standing(claim: Claim, today: date) -> tuple[str, str | None]:
    """How `claim` stands on `today`, such as `overdue 3 days`, and the style to paint it in."""
    if claim.status == "resolved":
        return ", ".join(_resolved(claim)), outcome_style(claim.outcome)
    if claim.replaced_by is not None:
        return f"moved to {claim.replaced_by}", "faint"
    if claim.due is None:
        return "unresolved", None
    left = (claim.due.last - today).days
    if claim.overdue:
        return f"overdue {days(-left)}", "alarm"
    style = "soon" if left <= SOON else None
    if left == 0:
        return "due today", style
    return f"due {'in' if claim.due.first == claim.due.last else 'within'} {days(left)}", style


def rating_beside(claim: Claim) -> str:
    """The house's own rating, where the words of the outcome are not it already; else empty."""
    return claim.rating or "" if claim.outcome else ""


def outcome_style(code: str | None) -> str | None:
    """The style that the outcome is painted in; null for the plain one."""
    outcome = outcome_of(code)
    return outcome.style if outcome else None


def _resolved(claim: Claim) -> list[str]:
    """The verdict, how late it came, and what it moved to."""
    outcome = outcome_of(claim.outcome)
    words = [outcome.short(claim.kind) if outcome else claim.rating or "resolved"]
    if claim.late and claim.due and claim.happened:
        words.append(f"{days(days_late(claim.due, claim.happened))} late")
    if claim.replaced_by is not None:
        words.append(f"moved to {claim.replaced_by}")
    return words
