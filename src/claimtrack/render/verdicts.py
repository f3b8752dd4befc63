"""Verdicts and evidence of one claim: the one that stands, and those that no longer do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import days_late, late, outcome_label
from claimtrack.render.standing import OUTCOME_STYLES, days
from claimtrack.render.table import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.model import Claim, Evidence, Verdict

TAKE_BACK = "take-back"
ANNUL = "annul"
LF = "\n"  # an expression in an f-string can't hold it in Python 3.11


def verdict_cells(claim: Claim, verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Cell]]]:
    """Each verdict under the day it was judged, newest first; one that no longer stands says so."""
    newer: Verdict | None = None
    for verdict in sorted(verdicts, key=lambda verdict: verdict.uid, reverse=True):
        if verdict.act == ANNUL:
            continue
        fate = _fate(verdict, newer)
        lines = [_judged(claim, verdict, fate), *_texts(verdict), *_lines(verdict.evidence)]
        label = verdict.judged.isoformat() if verdict.judged else "on no day"
        yield label, [lines[0], *(Cell(cell.text, "faint" if fate else cell.style) for cell in lines[1:])]
        newer = newer if verdict.annulled else verdict


def evidence_cells(evidence: Iterable[Evidence]) -> Iterator[tuple[str, list[Cell]]]:
    """Each piece of evidence, under the stance it takes where there is a verdict."""
    for one in evidence:
        yield one.stance or one.added[:10], [Cell(text) for text in _parts(one)]


def _fate(verdict: Verdict, newer: Verdict | None) -> str:
    """Why a verdict no longer stands; empty for one that does, and for the taking back of one."""
    if verdict.annulled:
        return " (undone)"
    if verdict.stands or verdict.act == TAKE_BACK:
        return ""
    return " (taken back)" if newer and newer.act == TAKE_BACK else " (no longer stands)"


def _judged(claim: Claim, verdict: Verdict, fate: str) -> Cell:
    """The verdict in a line: outcome, how late, when it happened, the house's rating, by whom."""
    if verdict.act == TAKE_BACK:
        words = ["the verdict was taken back"]
    else:
        words = [outcome_label(claim.kind, verdict.outcome) or "resolved"]
    if claim.due and verdict.happened and late(claim.due, verdict.happened):
        words.append(f"{days(days_late(claim.due, verdict.happened))} late")
    if verdict.happened:
        words.append(f"came about {verdict.happened}")
    if verdict.rating:
        words.append(f"rated “{verdict.rating}”")
    if verdict.judge:
        words.append(f"by {verdict.judge}")
    return Cell(", ".join(words) + fate, "faint" if fate else OUTCOME_STYLES.get(verdict.outcome or ""))


def _texts(verdict: Verdict) -> list[Cell]:
    return [Cell(verdict.reason)] if verdict.reason else []


def _lines(evidence: Iterable[Evidence]) -> list[Cell]:
    """Evidence below its verdict, each line led by its stance."""
    return [Cell(f"{one.stance or 'collected'}: {LF.join(_parts(one))}") for one in evidence]


def _parts(one: Evidence) -> list[str]:
    """Quotation, addresses and note of a piece of evidence."""
    quote = f"“{one.quote}”" if one.quote else ""
    archive = f"archived at {one.archive_url}" if one.archive_url else ""
    return [text for text in (quote, one.url, archive, one.note) if text]
