"""Scorecards as labelled lines, a block for each speaker, and a reliability diagram below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import OUTCOMES
from claimtrack.model.scorecard import ENOUGH
from claimtrack.render.layout.glyphs import UNICODE
from claimtrack.render.layout.plain import one_line
from claimtrack.render.layout.screen import USUAL_WIDTH
from claimtrack.render.layout.table import Cell, labelled, paragraph
from claimtrack.render.status import counted, days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.scorecard import (
        Bin,
        Calibration,
        Estimate,
        KindCount,
        Scorecard,
        Scores,
        Share,
        Tally,
    )
    from claimtrack.render.layout.glyphs import Glyphs
    from claimtrack.render.layout.screen import Screen

TRACK = 41  # columns from 0% to 100%
TENTHS = 10
MARGIN = len("claims ")
EACH = 6  # columns of a tenth where there is room; with 11 rows the picture is then about square


def scorecards(scores: Scores, screen: Screen, *, glyphs: Glyphs = UNICODE) -> Iterator[str]:
    """The lines of `stats`: a block for each speaker, one for all where there are several, what counts."""
    if not scores.overall.own.claims and not scores.overall.second_hand:
        yield from paragraph(f"There is no claim to score{_unnamed(scores)}.", screen)
        return
    cards = [*scores.speakers, *([scores.overall] if len(scores.speakers) > 1 else [])]
    ranked = sum(card.rank is not None for card in cards)
    for card in cards:
        yield from _card(card, ranked, scores.enough, screen, glyphs)
        yield ""
    if scores.overall.own.calibration:
        yield from reliability(scores.overall.own.calibration, screen, glyphs=glyphs)
        yield ""
    yield from paragraph(_notes(scores), screen, "faint")


def _card(card: Scorecard, ranked: int, enough: int, screen: Screen, glyphs: Glyphs) -> Iterator[str]:
    """One speaker's block."""
    yield from paragraph(one_line(card.speaker or "All speakers"), screen, "strong")
    pairs = [("claims", _claims(card.own)), *_tally(card.own, glyphs)]
    if card.rank is not None:
        pairs.append(("rank", f"{card.rank} of {ranked}, by the low end of the interval"))
    elif not card.comparable and card.own.claims:
        pairs.append(
            ("rank", f"none: too few to compare, {card.own.decided} decided of the {enough} it takes")
        )
    if card.second_hand:
        pairs.append(("second-hand", f"{_claims(card.second_hand)}; {_brief(card.second_hand)}"))
    yield from labelled([(label, [Cell(line) for line in text.split("\n")]) for label, text in pairs], screen)


def _claims(tally: Tally) -> str:
    """How many claims, and how many of them say anything."""
    undecided, left_out = tally.undecided.count, tally.left_out
    return f"{tally.claims}: {tally.decided} decided, {undecided} undecided, {left_out} left out"


def _brief(tally: Tally) -> str:
    """How they came out, on one line."""
    brier = f"; Brier score {tally.calibration.brier:.3f}" if tally.calibration else ""
    return f"held {_estimate(tally.held)}; {'; '.join(_kind(kind) for kind in tally.kinds)}{brier}"


def _tally(tally: Tally, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    """What is known of a set of claims, with its labels; nothing of no claims."""
    if not tally.claims:
        return
    for kind in tally.kinds:
        yield f"{kind.kind}s", _kind(kind)
    yield "held", _held(tally, glyphs)
    overdue = f", {tally.overdue} of them overdue" if tally.overdue else ""
    yield "undecided", _share(tally.undecided) + overdue
    yield "late", _share(tally.late, "unknown for all")
    yield "no deadline", _share(tally.no_deadline, "statements have none")
    yield "moves", _moves(tally)
    if tally.calibration:
        yield from _scores(tally.calibration)


def _kind(kind: KindCount) -> str:
    """How the claims of one kind came out, in its own words."""
    parts = [
        f"{each.count} {outcome.short(kind.kind)}"
        for outcome, each in zip(OUTCOMES, kind.outcomes, strict=True)
        if each.count
    ]
    if kind.no_outcome:
        parts.append(f"{kind.no_outcome} resolved with no outcome")
    if kind.unresolved:
        parts.append(f"{kind.unresolved} unresolved")
    return ", ".join(parts)


def _held(tally: Tally, glyphs: Glyphs) -> str:
    """The share that held, and its interval drawn below it."""
    if tally.held.share is None:
        return "nothing decided yet"
    partly = f"; partly counts half ({tally.partly} so)" if tally.partly else ""
    return f"{_estimate(tally.held)}{partly}\n{_track(tally.held, glyphs)}"


def _estimate(held: Estimate) -> str:
    """A share with its interval in words."""
    if held.share is None or held.low is None or held.high is None:
        return "unknown"
    return f"{held.share:.0%} of {held.of}, 95% interval {held.low:.0%} to {held.high:.0%}"


def _track(held: Estimate, glyphs: Glyphs) -> str:
    """The interval on a line from 0% to 100%, so that those of several speakers can be compared by eye."""
    low, share, high = (round((end or 0) * (TRACK - 1)) for end in (held.low, held.share, held.high))
    line = [glyphs.level] * TRACK
    line[low : high + 1] = glyphs.rule * (high + 1 - low)
    line[low], line[high], line[share] = glyphs.low, glyphs.high, glyphs.dot
    return f"0% {''.join(line)} 100%"


def _share(share: Share, none: str = "") -> str:
    """The share, a count and what it is taken of; `none` where it is taken of nothing."""
    return none if share.share is None else f"{share.share:.0%} ({share.count} of {share.of})"


def _moves(tally: Tally) -> str:
    """How often a date or a probability was moved, and by how much."""
    if tally.slip_days is None:
        return str(tally.moves)
    slip = (
        days(int(tally.slip_days)) if tally.slip_days == int(tally.slip_days) else f"{tally.slip_days} days"
    )
    return f"{tally.moves}, median slip {slip}"


def _scores(scored: Calibration) -> Iterator[tuple[str, str]]:
    """How stated probabilities fared."""
    yield "probabilities", f"{counted(scored.forecasts, 'decided claim')}, base rate {scored.base_rate:.0%}"
    yield (
        "Brier score",
        (
            f"{scored.brier:.3f} = reliability {scored.reliability:.3f} - resolution {scored.resolution:.3f}"
            f" + uncertainty {scored.uncertainty:.3f}"
        ),
    )
    if scored.log_score is None:
        otherwise = counted(scored.contradicted, "claim")
        yield "log score", f"infinite: {otherwise} stated as 0% or 100% came out otherwise"
    else:
        yield "log score", f"{scored.log_score:.3f} nats"
    if scored.skill is None:
        yield "skill", "unknown: every outcome was the same"
    else:
        yield "skill", f"{scored.skill:+.3f} against the base rate"


def _notes(scores: Scores) -> str:
    """What a reader has to know of the figures."""
    once = "A chain of moves counts once, by its newest claim. Partly counts half."
    return f"{once} Second-hand claims count apart{_unnamed(scores)}."


def _unnamed(scores: Scores) -> str:
    """How many claims have no scorecard, as the end of a sentence."""
    if not scores.unnamed:
        return ""
    have = "has" if scores.unnamed == 1 else "have"
    return f"; {counted(scores.unnamed, 'unnamed claim')} {have} no scorecard"


def reliability(calibration: Calibration, screen: Screen, *, glyphs: Glyphs = UNICODE) -> Iterator[str]:
    """The lines of the diagram: a point for each tenth of the scale, at the mean of what was stated there.

    On the dotted diagonal, claims came about as often as was stated. Below are the claims in each tenth.
    """
    each = min(EACH, ((screen.width or USUAL_WIDTH) - MARGIN - 2) // TENTHS)
    across = max(each, 1) * TENTHS + 1
    points = {
        _place(one, across): glyphs.dot if one.forecasts >= ENOUGH else glyphs.ring
        for one in calibration.bins
    }
    yield "Came about"
    for row in range(TENTHS, -1, -1):
        name = f"{row * TENTHS}%" if row % (TENTHS // 2) == 0 else ""
        yield f"{name:>{MARGIN - 1}} {glyphs.wall}{_row(row, across, points, screen, glyphs)}"
    yield " " * MARGIN + glyphs.corner + glyphs.rule * across
    yield from _below(calibration.bins, across)
    few = f"  {glyphs.ring} fewer than {ENOUGH} claims"
    hollow = any(one.forecasts < ENOUGH for one in calibration.bins)
    yield from paragraph(f"{glyphs.level} came about as stated{few if hollow else ''}", screen)


def _place(one: Bin, across: int) -> tuple[int, int]:
    """The row from below and the column of a point."""
    return round(one.came_about * TENTHS), round(one.stated * (across - 1))


def _row(row: int, across: int, points: dict[tuple[int, int], str], screen: Screen, glyphs: Glyphs) -> str:
    """One row of the picture: its points and the two dots or so of the diagonal."""
    diagonal = {round((row + part) / TENTHS * (across - 1)) for part in (-1 / 3, 0, 1 / 3)}
    line = [
        screen.paint(points[row, at], "strong")
        if (row, at) in points
        else screen.paint(glyphs.level, "faint")
        if at in diagonal
        else " "
        for at in range(across)
    ]
    return "".join(line).rstrip()


def _below(bins: Sequence[Bin], across: int) -> Iterator[str]:
    """The scale of what was stated, and how many claims stated each tenth of it."""
    scale = " " * (MARGIN + 1) + "0%".ljust(across // 2 - 1) + "50%"
    yield scale.ljust(MARGIN + across - 3) + "100%"
    each = across // TENTHS
    counts = {int(one.low * TENTHS + 0.5): str(one.forecasts) for one in bins}
    yield (
        "claims ".ljust(MARGIN + 1)
        + "".join(counts.get(at, "").center(each) for at in range(TENTHS)).rstrip()
    )
