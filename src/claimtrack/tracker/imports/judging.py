"""The verdicts and the evidence of a row: what is not there yet is appended, and nothing is ever taken off."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.exchange.incoming import Fault
from claimtrack.model import HELD, came_too_late
from claimtrack.model.when import Worded
from claimtrack.store import incoming as store
from claimtrack.store import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.model import Claim, Evidence, Verdict
    from claimtrack.store.step import Step
    from claimtrack.tracker.imports.reading import Incoming

_TOLD = ("rating", "happened", "judged", "judge", "reason")


def faults(row: Incoming, claim: Claim) -> Iterator[Fault]:
    """Why the verdicts of the row, and the one that stands, can't be those of the claim as the row makes it."""
    listed = _standing(row.verdicts)
    if row.unjudged and listed:
        yield Fault("outcome", "is empty where a verdict stands; take it back with `claimtrack unresolve`")
    newest = row.judgement if row.judgement and not (listed and _agrees(row.judgement, listed)) else listed
    judged = [(newest.outcome, newest.happened)] if newest else []
    for outcome, happened in ((claim.outcome, claim.happened), *judged):
        if outcome == HELD and came_too_late(claim.kind, claim.due, happened):
            yield Fault(
                "outcome", f"what came on {happened} was due by {claim.due}, so it can't be called {HELD}"
            )
            return
    days = [one.judged for one in (newest, *row.verdicts) if one and one.judged]
    if claim.said and (early := [day for day in (*days, claim.judged) if day and day < claim.said.first]):
        yield Fault("judged", f"{early[0]} is before it was said, {claim.said}")


def judge(
    step: Step, row: Incoming, claim: str, there: Sequence[Verdict], collected: Sequence[Evidence]
) -> bool:
    """Appends what the row says of the claim with this uid and is not `there`; whether there was anything."""
    known, left = _known(row.verdicts, there)
    wrote = False
    for verdict, kept in _in_order_of_writing(step, [one for one in row.verdicts if id(one) not in known]):
        known[id(verdict)] = _append(step, claim, verdict if kept else verdict._replace(uid=""))
        wrote = True
    for verdict in row.verdicts:
        wrote |= _add_evidence(
            step, claim, _missing(verdict.evidence, known[id(verdict)].evidence), known[id(verdict)]
        )
    all_known = [*known.values(), *left]
    stands = _standing(all_known)
    if row.judgement and not any(_agrees(row.judgement, one) for one in all_known if one.act == "judge"):
        overrules = tuple(one.uid for one in known.values())
        stands = _append(step, claim, row.judgement._replace(overrules=overrules))
        wrote = True
    listed = _standing(row.verdicts)
    loose = _missing(row.evidence, [] if listed is None else listed.evidence)
    loose = _missing(loose, [*collected, *(piece for one in left for piece in one.evidence)])
    return _add_evidence(step, claim, loose, stands) or wrote


def _known(told: Iterable[Verdict], there: Sequence[Verdict]) -> tuple[dict[int, Verdict], list[Verdict]]:
    """Which verdict that is there each one of the row is, and those that are none of the row's.

    It is there by its uid, else by what it says.
    """
    left = {one.uid: one for one in there}
    known: dict[int, Verdict] = {}
    for verdict in told:
        if verdict.uid in left:
            known[id(verdict)] = left.pop(verdict.uid)
    for verdict in told:
        like = next((one for one in left.values() if _says(one) == _says(verdict)), None)
        if id(verdict) not in known and like is not None:
            known[id(verdict)] = left.pop(like.uid)
    return known, list(left.values())


def _says(verdict: Verdict) -> tuple[object, ...]:
    return (verdict.act, verdict.outcome, *(getattr(verdict, name) for name in _TOLD))


def _agrees(told: Verdict, other: Verdict) -> bool:
    """Whether a verdict told by fields of its own says no more than the other one."""
    values = ((getattr(told, name), getattr(other, name)) for name in _TOLD)
    return told.outcome == other.outcome and all(mine in (None, theirs) for mine, theirs in values)


def _standing(several: Iterable[Verdict]) -> Verdict | None:
    """The verdict that stands among several: the newest, where it takes none back."""
    placed = [(one.uid, place, one) for place, one in enumerate(several)]
    newest = max(placed)[2] if placed else None
    return newest if newest and newest.act == "judge" else None


def _in_order_of_writing(step: Step, several: Sequence[Verdict]) -> Iterator[tuple[Verdict, bool]]:
    """Verdicts, and whether each keeps its uid: those that do from the newest on, so that an older one never stands.

    The uid of the others is taken, by what was undone here, so they are written anew from the oldest on.
    """
    free = [one for one in several if one.uid and not store.verdict_is_there(step.connection, one.uid)]
    kept = {id(one) for one in free}
    yield from ((one, True) for one in reversed(free))
    yield from ((one, False) for one in several if id(one) not in kept)


def _append(step: Step, claim: str, verdict: Verdict) -> Verdict:
    """Writes an act of judging, and returns it as it is there now, without evidence."""
    happened = verdict.happened and Worded(verdict.happened, verdict.happened_words)
    plain = {
        name: getattr(verdict, name) for name in ("act", "outcome", "rating", "judged", "judge", "reason")
    }
    overrules = None if verdict.overrules is None else json.dumps(verdict.overrules, separators=(",", ":"))
    fields = {"claim": claim, **plain, "happened": happened, "overrules": overrules}
    uid = step.create("verdict", fields, uid=verdict.uid or None)
    return verdict._replace(uid=uid, evidence=())


def _add_evidence(step: Step, claim: str, pieces: Sequence[Evidence], verdict: Verdict | None) -> bool:
    """Adds pieces to a verdict, or collects them where there is none; whether there were any."""
    for piece in pieces:
        stance = (piece.stance or "for") if verdict else None
        verdicts.add_evidence(
            step, claim, piece._replace(stance=stance), verdict=verdict.uid if verdict else None
        )
    return bool(pieces)


def _missing(told: Iterable[Evidence], there: Iterable[Evidence]) -> list[Evidence]:
    """The pieces that are told and not there, each as often as it is told; the stance aside, which a verdict gives."""
    left = Counter(map(_piece, there))
    missing = []
    for piece in told:
        if left[_piece(piece)] > 0:
            left[_piece(piece)] -= 1
        else:
            missing.append(piece)
    return missing


def _piece(evidence: Evidence) -> tuple[str | None, ...]:
    return (evidence.url, evidence.archive_url, evidence.quote, evidence.note)
