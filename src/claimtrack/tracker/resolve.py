"""Judging claims: verdicts, which are only ever appended, and the evidence for and against them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import (
    FAILED,
    HELD,
    Claim,
    Evidence,
    Verdict,
    When,
    came_too_late,
    days_late,
    outcome_label,
)
from claimtrack.model.outcome import outcome_code
from claimtrack.model.text import days, stored, stored_line
from claimtrack.model.when import Worded
from claimtrack.store import verdicts
from claimtrack.tracker.input.claim_ids import Reference, claim_uid, claim_uids, read_claim
from claimtrack.tracker.input.source import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.store.database import Database
    from claimtrack.store.step import Step


def resolve(
    db: Database, ids: Iterable[Reference] | Reference, outcome: str | None = None, *, rating: str | None = None,
    happened: str | None = None, judged: str | None = None, evidence: Sequence[str] = (),
    contrary: Sequence[str] = (), reason: str | None = None, judge: str | None = None,
) -> tuple[Claim, ...]:  # fmt: skip  # as short as the call
    """Appends a verdict to each claim and returns the claims; evidence collected before joins it.

    `outcome` may be in the words of any kind; without one the claims count as resolved and stay out of scores.
    `evidence` and `contrary` are addresses. `judge` is who judged, else who the database was opened by.

    Raises:
        UnreadableError: where the outcome or a date can't be read.
        RefusedError: where a claim is not there, or what came too late would be called held.
    """
    ids = (ids,) if isinstance(ids, (int, str)) else tuple(ids)
    code = outcome_code(outcome, claims=" ".join(map(str, ids))) if outcome else None
    links = {address(url): "for" for url in evidence} | {address(url): "contrary" for url in contrary}
    with db.step("resolve") as step:
        past, day = _past(step, "happened", happened), _past(step, "judged", judged)
        verdict = Verdict(
            uid="", act="judge", outcome=code, rating=stored_line(rating or ""),
            happened=past and past.when, happened_words=past and past.words,
            judged=day.when.first if day else step.today, judge=stored_line(judge or db.who or ""),
            reason=stored(reason or ""),
        )  # fmt: skip  # the record's order
        uids = claim_uids(step.connection, ids)
        for uid in uids:
            _judge(step, read_claim(step, uid), verdict, links)
        return tuple(read_claim(step, uid) for uid in uids)


def _past(step: Step, field: str, words: str | None) -> Worded | None:
    """A date that can't lie ahead."""
    if not words:
        return None
    reading = dates.read(words, field=field, today=step.today)
    step.tell(dates.echo(field, reading))
    if reading.when.first > step.today:
        raise RefusedError(f"{field} {reading.when} has not come yet; today is {step.today}.")
    if field == "judged" and reading.when.first != reading.when.last:
        raise UnreadableError(f"judged {reading.when} is no single day; give the day of the verdict.")
    return Worded(reading.when, reading.words)


def _judge(step: Step, claim: Claim, verdict: Verdict, links: dict[str, str]) -> None:
    if verdict.outcome == HELD:
        _refuse_too_late(claim, verdict.happened)
    uid = verdicts.append(step, claim.uid, verdict)
    contrary = {url for url, stance in links.items() if stance == "contrary"}
    collected = {}
    for piece, url in verdicts.collected_evidence(step.connection, claim.uid):
        collected[url] = piece
        verdicts.join(step, piece, uid, "contrary" if url in contrary else "for")
    for url, stance in links.items():
        if url not in collected:
            verdicts.add_evidence(step, claim.uid, Evidence(url=url, stance=stance), verdict=uid)


def _refuse_too_late(claim: Claim, happened: When | None) -> None:
    if not (claim.due and happened and came_too_late(claim.kind, claim.due, happened)):
        return
    after = days_late(claim.due, happened)
    held, failed = outcome_label(claim.kind, HELD), outcome_label(claim.kind, FAILED)
    raise RefusedError(
        f"Claim {claim.id} was due by {claim.due}, so what came on {happened} is not {held}; say `resolve"
        f" {claim.id} failed --happened {happened}` ({failed}; came {days(after)} late)."
    )


def unresolve(
    db: Database, ids: Iterable[Reference] | Reference, *, reason: str | None = None
) -> tuple[Claim, ...]:
    """Appends to each claim that its verdict was taken back, and returns the claims.

    Raises:
        RefusedError: where a claim is not there or not resolved.
    """
    with db.step("unresolve") as step:
        uids = claim_uids(step.connection, ids)
        for uid in uids:
            claim = read_claim(step, uid)
            if claim.status != "resolved":
                raise RefusedError(f"Claim {claim.id} is not resolved; there is no verdict to take back.")
            taken = Verdict(
                uid="", act="take-back", judged=step.today, judge=db.who, reason=stored(reason or "")
            )
            verdicts.append(step, uid, taken)
        return tuple(read_claim(step, uid) for uid in uids)


def add_evidence(
    db: Database, claim: Reference, urls: Sequence[str] = (), *, contrary: bool = False, quote: str | None = None,
    archive_url: str | None = None, note: str | None = None,
) -> Claim:  # fmt: skip  # as short as the call
    """Adds links or a quotation to the verdict that stands, or collects them before there is one.

    Raises:
        UnreadableError: where nothing was given, or more links than one have to share a quotation.
        RefusedError: where the claim is not there, or `contrary` has no verdict to be contrary to.
    """
    links = [address(url) for url in urls]
    given = Evidence(
        archive_url=address(archive_url) if archive_url else None,
        quote=stored(quote or ""), note=stored(note or ""),
    )  # fmt: skip  # the record's order
    if not links and not given.quote:
        raise UnreadableError("Evidence is a link or a quotation; give an address or --quote.")
    if len(links) > 1 and (given.archive_url or given.quote or given.note):
        raise UnreadableError(
            "A quotation, note or archive belongs to one link; add the links one at a time."
        )
    with db.step("evidence") as step:
        uid = claim_uid(step.connection, claim)
        verdict = verdicts.standing_verdict(step.connection, uid)
        if contrary and not verdict:
            raise RefusedError(
                "There is no verdict yet to be contrary to; name the link with `resolve … --contrary`."
            )
        stance = ("contrary" if contrary else "for") if verdict else None
        for link in (*links,) or (None,):
            verdicts.add_evidence(step, uid, replace(given, url=link, stance=stance), verdict=verdict)
        return read_claim(step, uid)
