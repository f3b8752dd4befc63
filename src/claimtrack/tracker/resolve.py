"""Judging claims: verdicts, which are only ever appended, and the evidence for and against them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import (
    FAILED,
    HELD,
    JUDGE,
    TAKE_BACK,
    Claim,
    Evidence,
    Verdict,
    When,
    came_too_late,
    days_late,
    outcome_label,
)
from claimtrack.model.address import address_key
from claimtrack.model.outcome import choices, outcome_code, own_rating
from claimtrack.model.text import claim_key, days, stored, stored_line
from claimtrack.model.verdict_words import evidence_words, verdict_words
from claimtrack.model.when import Worded
from claimtrack.store import verdicts
from claimtrack.tracker.input.claim_ids import Reference, claim_uid, claim_uids, read_claim
from claimtrack.tracker.input.order import refuse_ahead, refuse_judged_before_said, told_afterwards
from claimtrack.tracker.input.source import address, evidence_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.store.database import Database
    from claimtrack.store.step import Step


def resolve(
    db: Database, ids: Mapping[Reference, str | None] | Iterable[Reference] | Reference, outcome: str | None = None, *,
    rating: str | None = None, happened: str | None = None, judged: str | None = None, evidence: Sequence[str] = (),
    contrary: Sequence[str] = (), reason: str | None = None, judge: str | None = None, no_outcome: bool = False,
    overrule: bool = False,
) -> tuple[Claim, ...]:  # fmt: skip  # as short as the call
    """Appends a verdict to each claim and returns the claims; evidence collected before joins it.

    `ids` are claims that came out alike, or each with an outcome of its own: `{3: "missed", 5: "kept"}`. An
    `outcome` may be in the words of any kind; words that say more, such as `half-true`, are the rating as well where
    none is given. With `no_outcome` the claims count as resolved and stay out of scores. `evidence` and `contrary`
    are addresses. `judge` is who judged, else who the database was opened by. `overrule` judges claims again.

    Raises:
        UnreadableError: where there is no outcome, it or a date can't be read, or a link is both for and contrary.
        RefusedError: where a claim is not there, has a verdict that nothing overrules, was said after it was judged,
            or came too late to be called held.
    """
    outcomes = _outcomes(ids, outcome)
    links = _links(evidence, contrary)
    with db.step("resolve") as step:
        claims = {claim_uid(step.connection, claim): words for claim, words in outcomes.items()}
        found = [read_claim(step, uid) for uid in claims]
        codes = _read_outcomes(found, tuple(claims.values()), no_outcome=no_outcome)
        past, day = _past(step, "happened", happened), _past(step, "judged", judged)
        verdict = Verdict(
            uid="", act=JUDGE, rating=stored_line(rating or ""), happened=past and past.when,
            happened_words=past and past.words, judged=day.when.first if day else step.today,
            judge=stored_line(judge or db.who or ""), reason=stored(reason or ""),
        )  # fmt: skip  # the record's order
        _overrule(step, found, overrule=overrule)
        for claim, words, code in zip(found, claims.values(), codes, strict=True):
            own = verdict.rating if rating is not None else stored_line(own_rating(words) or "")
            _judge(step, claim, verdict._replace(outcome=code, rating=own), links)
        return tuple(read_claim(step, uid) for uid in claims)


def _links(evidence: Iterable[str], contrary: Iterable[str]) -> dict[str, Evidence]:
    """The links that are given, by the form under which two spellings of an address are the same."""
    links: dict[str, Evidence] = {}
    for stance, given in (("for", evidence), ("contrary", contrary)):
        for url in map(evidence_address, given):
            if links.setdefault(address_key(url), Evidence(url=url, stance=stance)).stance != stance:
                raise UnreadableError(f"{url} is given for the verdict and as contrary to it; leave out one.")
    return links


def _outcomes(
    ids: Mapping[Reference, str | None] | Iterable[Reference] | Reference, outcome: str | None
) -> dict[Reference, str]:
    """Each claim that is named, with what was said of it; empty words where nothing was."""
    if isinstance(ids, Mapping):
        return {claim: (words or "").strip() for claim, words in ids.items()}
    return dict.fromkeys((ids,) if isinstance(ids, (int, str)) else ids, (outcome or "").strip())


def _read_outcomes(claims: Sequence[Claim], said: Sequence[str], *, no_outcome: bool) -> list[str | None]:
    """The stored code for what was said of each claim; null for none, where that is meant."""
    if no_outcome and any(said):
        raise UnreadableError("Give an outcome or --no-outcome, not both.")
    if not (no_outcome or all(said)):
        words = ", ".join(choices({claim.kind for claim in claims}))
        raise UnreadableError(
            f"No outcome was given; say one of {words}, or --no-outcome to resolve without one."
        )
    ids = " ".join(str(claim.id) for claim in claims)
    try:
        return [outcome_code(words, claims=ids) if words else None for words in said]
    except UnreadableError as error:
        raise UnreadableError(
            f"{str(error).rstrip('.')}; the house's own words go with it, as --rating WORDS."
        ) from error


def _past(step: Step, field: str, words: str | None) -> Worded | None:
    """A date that can't lie ahead."""
    if not words:
        return None
    reading = dates.read(words, field=field, today=step.today)
    step.tell(dates.echo(field, reading))
    refuse_ahead(field, reading.when, step.today)
    if field == "judged" and reading.when.first != reading.when.last:
        raise UnreadableError(f"judged {reading.when} is no single day; give the day of the verdict.")
    return Worded(reading.when, reading.words)


def _overrule(step: Step, claims: Sequence[Claim], *, overrule: bool) -> None:
    """Tells which verdicts no longer stand once the claims are judged again, or refuses to judge them again."""
    standing = [claim for claim in claims if claim.status == "resolved"]
    if overrule:
        for claim in standing:
            step.tell(f"no longer stands: {standing_verdict(claim)}")
    elif standing:
        told = "; ".join(map(standing_verdict, standing))
        raise RefusedError(f"There is a verdict already: {told}; judge again with --overrule.")


def standing_verdict(claim: Claim) -> str:
    """The verdict that stands for the claim, and its evidence, as part of a sentence."""
    evidence = evidence_words(claim.evidence)
    disputed = ", disputed" if claim.disputed else ""
    return (
        f"claim {claim.id}, {verdict_words(claim)}{disputed},"
        f" {f'evidence {evidence}' if evidence else 'no evidence'}"
    )


def _judge(step: Step, claim: Claim, verdict: Verdict, links: Mapping[str, Evidence]) -> None:
    if verdict.outcome == HELD:
        _refuse_too_late(claim, verdict.happened)
    refuse_judged_before_said(claim, verdict.judged)
    step.tell(told_afterwards(claim, verdict.happened))
    step.tell(_too_early(claim, verdict))
    step.tell(_counts_instead(step, claim))
    uid = verdicts.append(step, claim.uid, verdict)
    collected = set()
    for piece, url in verdicts.collected_evidence(step.connection, claim.uid):
        key = url and address_key(url)
        collected.add(key)
        named = links.get(key or "")
        verdicts.join(step, piece, uid, (named and named.stance) or "for")
    for key, link in links.items():
        if key not in collected:
            verdicts.add_evidence(step, claim.uid, link, verdict=uid)


def _counts_instead(step: Step, claim: Claim) -> str | None:
    """What to tell of a claim that was moved: scores go by the newest of the chain, which still waits."""
    newest = claim
    while newest.replaced_by:
        newest = read_claim(step, claim_uid(step.connection, newest.replaced_by))
    if newest is claim or newest.status == "resolved":
        return None
    return f"claim {claim.id} was moved to claim {newest.id}, which is still unresolved, and scores go by that one"


def _too_early(claim: Claim, verdict: Verdict) -> str | None:
    """What to tell of a claim called missed while it may still come about; a statement is no such claim."""
    if verdict.outcome != FAILED or claim.kind == "statement" or not (claim.due and verdict.judged):
        return None
    if verdict.judged >= claim.due.last:
        return None
    failed = outcome_label(claim.kind, FAILED)
    return f"claim {claim.id} is called “{failed}” before its last day, {claim.due.last}: it may still come about"


def _refuse_too_late(claim: Claim, happened: When | None) -> None:
    if not (claim.due and happened and came_too_late(claim.kind, claim.due, happened)):
        return
    after = days_late(claim.due, happened)
    held, failed = outcome_label(claim.kind, HELD), outcome_label(claim.kind, FAILED)
    again = " --overrule" if claim.status == "resolved" else ""
    raise RefusedError(
        f"Claim {claim.id} was due by {claim.due}, so what came on {happened} is not {held}; say `resolve"
        f" {claim.id} failed --happened {happened}{again}` ({failed}; came {days(after)} late)."
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
            step.tell(f"no longer stands: {standing_verdict(claim)}")
            taken = Verdict(
                uid="", act=TAKE_BACK, judged=step.today, judge=db.who, reason=stored(reason or "")
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
        RefusedError: where the claim is not there, `contrary` has no verdict to be contrary to, or it is there already.
    """
    links = [str(link.url) for link in _links(urls, ()).values()]
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
        _refuse_known(read_claim(step, uid), [given._replace(url=link) for link in links or (None,)])
        if contrary and not verdict:
            raise RefusedError(
                "There is no verdict yet to be contrary to; name the link with `resolve … --contrary`."
            )
        stance = ("contrary" if contrary else "for") if verdict else None
        for link in links or (None,):
            verdicts.add_evidence(step, uid, given._replace(url=link, stance=stance), verdict=verdict)
        return read_claim(step, uid)


def _refuse_known(claim: Claim, given: Sequence[Evidence]) -> None:
    """Refuses evidence that the claim has already, in the same words, however its address is spelled."""
    known = {_likeness(piece) for piece in claim.evidence}
    for piece in given:
        if _likeness(piece) in known:
            raise RefusedError(
                f"Claim {claim.id} has that evidence already: {piece.url or piece.quote};"
                f" `claimtrack show {claim.id}`."
            )
        known.add(_likeness(piece))


def _likeness(piece: Evidence) -> tuple[str | None, str | None]:
    return piece.url and address_key(piece.url), piece.quote and claim_key(piece.quote)
