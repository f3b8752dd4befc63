"""Days in an order that can be: what was said, published, judged or has happened does not lie ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.model import already_happened

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.model import Claim, When


def refuse_ahead(field: str, when: When, today: date, *, advice: str = "") -> None:
    """Refuses a day that has not come yet, for a field that looks back; a vague one may have begun.

    Raises:
        RefusedError: where its first possible day is after today.
    """
    if when.first > today:
        raise RefusedError(f"{field} {when} has not come yet; today is {today}{advice}.")


def refuse_judged_before_said(claim: Claim, judged: date | None) -> None:
    """Refuses a verdict from before the first day on which the claim may have been made.

    Raises:
        RefusedError: where it is.
    """
    if claim.said and judged and judged < claim.said.first:
        raise RefusedError(
            f"Claim {claim.id} was said on {claim.said}, so it can't have been judged on {judged}, earlier;"
            f" put one of the two right, with --judged or `claimtrack edit {claim.id} --said DATE`."
        )


def told_afterwards(claim: Claim, happened: When | None) -> str | None:
    """What to tell of a thing that had happened before it was said; null where it had not, or nobody knows."""
    if not already_happened(claim.said, happened):
        return None
    score = "; its probability leaves the Brier score" if claim.probability is not None else ""
    return f"claim {claim.id} was said on {claim.said}, after it had happened on {happened}{score}"
