"""What a page says of a claim, in words: its dates, how it stands, its moves, and what was judged of it before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model import TAKE_BACK, When, days_late, ended, outcome_label
from claimtrack.model.chain import day_named, moved_after_due
from claimtrack.model.text import days
from claimtrack.render.moves import share

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.model import Claim, Verdict
    from claimtrack.model.report import Report

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip  # a list of names
PARTS = ("first", "second", "third", "fourth")


class Judgement(NamedTuple):
    """A verdict as the page tells it; `fate` says why and since when it no longer stands."""

    verdict: Verdict
    label: str
    fate: str = ""
    why: str | None = None


def stands(claim: Claim) -> str:
    """How a claim stands in a word that all kinds share."""
    return claim.outcome or ("no outcome" if claim.status == "resolved" else "unresolved")


def years(claim: Claim) -> list[str]:
    """The years that a claim has to do with: those of its due date, and else of when it was said or reported."""
    published = claim.source.published if claim.source else None
    when = claim.due or claim.said or published
    return [f"{year}" for year in range(when.first.year, when.last.year + 1)] if when else []


def address(url: str | None) -> str:
    """The address where it is one that a page may lead to; else empty."""
    return url if url and url.startswith(("http://", "https://")) else ""


def moves(claim: Claim, page: Report) -> list[tuple[Claim, str]]:
    """The other claims of its chain, oldest first, and what was then named, in words."""
    chain = page.chains.get(claim.id, ())
    told = []
    for older, newer in zip((None, *chain), chain, strict=False):
        due = f"due {spoken(newer.due)}" if newer.due else "no due date"
        chance = "" if newer.probability is None else f", {share(newer.probability)}"
        told.append((newer, f"{due}{chance}{_named(older, newer) if older else ''}"))
    return told


def _named(older: Claim, newer: Claim) -> str:
    """When the newer date was named, and whether the older one had passed by then."""
    how, day = day_named(newer)
    when = f", {how} {spoken(day)}" if day else f", {how}"
    passed = moved_after_due(older, newer) if older.due else False
    return f"{when}, after the old date had passed" if passed else when


def earlier(claim: Claim, page: Report) -> list[Judgement]:
    """The verdicts that do not stand, newest first: taken back, overruled or in dispute; when and why."""
    told = []
    for verdict, newer in ended(page.verdicts.get(claim.id, ())):
        day = f" on {spoken(When.day(newer.judged))}" if newer.judged else ""
        taken = newer.act == TAKE_BACK
        fate = f"{'taken back' if taken else 'overruled'}{day}"
        if verdict.disputes:
            fate = "disputes the one that stands"
        told.append(Judgement(verdict, _label(claim, verdict), fate, newer.reason if taken else None))
    return told


def judged(claim: Claim, page: Report) -> Judgement | None:
    """The verdict that stands, with how late the thing came; null where there is none."""
    standing = next((verdict for verdict in page.verdicts.get(claim.id, ()) if verdict.stands), None)
    return Judgement(standing, _label(claim, standing)) if standing else None


def _label(claim: Claim, verdict: Verdict) -> str:
    label = outcome_label(claim.kind, verdict.outcome) or "resolved, with no outcome recorded"
    if claim.due and verdict.happened and verdict.happened.first > claim.due.last:
        return f"{label}, {days(days_late(claim.due, verdict.happened))} late"
    return label


def spoken(when: When) -> str:
    """A date as one writes it in a text: 7 January 2025, the first quarter of 2025, 7 to 20 January 2025."""
    first, last = when.first, when.last
    if first == last:
        return _day(first)
    if "/" not in str(when):
        return _named_part(*str(when).split("-"))
    if first.year != last.year:
        return f"{_day(first)} to {_day(last)}"
    begins = f"{first.day}" if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{begins} to {_day(last)}"


def _named_part(year: str, part: str = "") -> str:
    """A month, quarter, half or year."""
    match part[:1]:
        case "":
            return year
        case "Q":
            return f"the {PARTS[int(part[1]) - 1]} quarter of {year}"
        case "H":
            return f"the {PARTS[int(part[1]) - 1]} half of {year}"
        case _:
            return f"{MONTHS[int(part) - 1]} {year}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
