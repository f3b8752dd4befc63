"""How a claim stands, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import days_late, outcome_of
from claimtrack.model.text import days

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.model import Claim

SOON = 30  # days
YEAR, MONTH = 365, 30.436875  # days: from where on a span is told in years and months, and a month on average


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
        return f"overdue {span(-left)}", "alarm"
    style = "soon" if left <= SOON else None
    if left == 0:
        return "due today", style
    return f"due {'in' if claim.due.first == claim.due.last else 'within'} {span(left)}", style


def rating_beside(claim: Claim) -> str:
    """The house's own rating, where the words of the outcome are not it already; else empty."""
    return claim.rating or "" if claim.outcome else ""


def outcome_style(code: str | None) -> str | None:
    """The style that the outcome is painted in; null for the plain one."""
    outcome = outcome_of(code)
    return outcome.style if outcome else None


def span(count: int) -> str:
    """So many days, from a year on in years and months, such as `2 y 9 m`."""
    if count < YEAR:
        return days(count)
    years, months = divmod(round(count / MONTH), 12)
    return f"{years} y {months} m" if months else f"{years} y"


def _resolved(claim: Claim) -> list[str]:
    """The verdict, how late it came, and what it moved to."""
    outcome = outcome_of(claim.outcome)
    words = [outcome.short(claim.kind) if outcome else claim.rating or "resolved"]
    if claim.late and claim.due and claim.happened:
        words.append(f"{span(days_late(claim.due, claim.happened))} late")
    if claim.disputed:
        words.append("disputed")
    if claim.replaced_by is not None:
        words.append(f"moved to {claim.replaced_by}")
    return words
