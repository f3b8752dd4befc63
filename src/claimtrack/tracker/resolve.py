"""Judging claims: verdicts, which are only ever appended, and the evidence for and against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import FAILED, HELD, Claim, When, came_too_late, days_late, outcome_label
from claimtrack.model.outcome import outcome_code
from claimtrack.model.text import stored, stored_line
from claimtrack.store import claims, entities, verdicts
from claimtrack.tracker.add import read_claim
from claimtrack.tracker.input.attribution import address, date_field
from claimtrack.tracker.input.claim_ids import Reference, claim_uid, claim_uids
from claimtrack.tracker.input.fields import when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.store.database import Database
    from claimtrack.store.entities import Fields
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
        verdict: Fields = {
            "act": "judge",
            "outcome": code,
            "rating": stored_line(rating or ""),
            "happened": _past(step, "happened", happened),
            "judged": (_past(step, "judged", judged) or [step.today.isoformat()])[0],
            "judge": stored_line(judge or db.who or ""),
            "reason": stored(reason or ""),
        }
        uids = claim_uids(step.connection, ids)
        for uid in uids:
            _judge(step, uid, verdict, links)
        return tuple(read_claim(step, uid) for uid in uids)


def _past(step: Step, field: str, words: str | None) -> list[object] | None:
    """A date that can't lie ahead, as the log has it."""
    if not words:
        return None
    reading = dates.read(words, field=field, today=step.today)
    step.tell(dates.echo(field, reading))
    if reading.when.first > step.today:
        raise RefusedError(f"{field} {reading.when} has not come yet; today is {step.today}.")
    if field == "judged" and reading.when.first != reading.when.last:
        raise UnreadableError(f"judged {reading.when} is no single day; give the day of the verdict.")
    return date_field(reading.when, reading.words)


def _judge(step: Step, claim: str, verdict: Fields, links: dict[str, str]) -> None:
    state = entities.state(step.connection, "claim", claim)
    if verdict["outcome"] == HELD:
        _refuse_too_late(step, claim, state, when_of(verdict["happened"]))
    uid = step.create("verdict", {"claim": claim, **verdict})
    contrary = {url for url, stance in links.items() if stance == "contrary"}
    collected = {}
    for piece, url in verdicts.collected_evidence(step.connection, claim):
        collected[url] = piece
        stance = "contrary" if url in contrary else "for"
        step.update("evidence", piece, {"verdict": uid, "stance": stance})
    for url, stance in links.items():
        if url not in collected:
            _add_evidence(step, claim, {"verdict": uid, "stance": stance, "url": url})


def _refuse_too_late(step: Step, claim: str, state: Fields, happened: When | None) -> None:
    kind, due = str(state["kind"]), when_of(state.get("due"))
    if not (due and happened and came_too_late(kind, due, happened)):
        return
    identity = claims.id_of(step.connection, claim)
    days = days_late(due, happened)
    held, failed = outcome_label(kind, HELD), outcome_label(kind, FAILED)
    raise RefusedError(
        f"Claim {identity} was due by {due}, so what came on {happened} is not {held}; say"
        f" `resolve {identity} failed --happened {happened}` ({failed}; came {days} day{'s' * (days != 1)} late)."
    )


def _add_evidence(step: Step, claim: str, fields: Fields) -> None:
    step.create("evidence", {"claim": claim, "added": step.today.isoformat(), **fields})


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
            if read_claim(step, uid).status != "resolved":
                identity = claims.id_of(step.connection, uid)
                raise RefusedError(f"Claim {identity} is not resolved; there is no verdict to take back.")
            taken = {"claim": uid, "act": "take-back", "judged": step.today.isoformat()}
            step.create("verdict", {**taken, "judge": db.who, "reason": stored(reason or "")})
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
    words = {"quote": stored(quote or ""), "note": stored(note or "")}
    kept = address(archive_url) if archive_url else None
    if not links and not words["quote"]:
        raise UnreadableError("Evidence is a link or a quotation; give an address or --quote.")
    if len(links) > 1 and (kept or any(words.values())):
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
            _add_evidence(
                step, uid, {"verdict": verdict, "stance": stance, "url": link, "archive_url": kept, **words}
            )
        return read_claim(step, uid)
