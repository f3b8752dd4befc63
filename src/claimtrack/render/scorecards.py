"""Scorecards as labelled lines, a block for each speaker, and a reliability diagram below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import OUTCOMES
from claimtrack.model.scorecard import ENOUGH
from claimtrack.model.text import counted, days
from claimtrack.render.layout.glyphs import UNICODE
from claimtrack.render.layout.plain import one_line
from claimtrack.render.layout.screen import USUAL_WIDTH
from claimtrack.render.layout.table import Cell, labelled, paragraph
from claimtrack.render.stats import nothing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.model.scorecard import (
        Bin,
        Calibration,
        KindCount,
        Row,
        Scorecard,
        Scores,
        Share,
        Tally,
    )
    from claimtrack.render.layout.glyphs import Glyphs
    from claimtrack.render.layout.screen import Screen

TRACK = 41  # columns from 0% to 100%
TENTHS = 10
EVEN = 0.25  # the Brier score of saying 50% each time
MARGIN = len("claims ")
NOTES = "A chain of moves counts once, by its newest claim. Second-hand claims count apart."
EACH = 6  # columns of a tenth where there is room; with 11 rows the picture is then about square


def scorecards(scores: Scores, screen: Screen, *, glyphs: Glyphs = UNICODE) -> Iterator[str]:
    """The lines of `stats --speaker`: a block for each speaker, with the diagram of what they stated, and notes."""
    if not scores.speakers:
        yield from paragraph(nothing(scores.unnamed), screen)
        return
    for card in scores.speakers:
        yield from _card(card, scores, screen, glyphs)
        yield ""
        if card.own and card.own.calibration:
            yield from reliability(card.own.calibration, screen, glyphs=glyphs)
            yield ""
    if scores.more:
        every = len(scores.speakers) + scores.more
        hint = f"{counted(scores.more, 'more speaker')}; --limit {every} shows all"
        yield from paragraph(hint, screen, "faint")
    yield from paragraph(NOTES, screen, "faint")


def _card(card: Scorecard, scores: Scores, screen: Screen, glyphs: Glyphs) -> Iterator[str]:
    """One speaker's block."""
    yield from paragraph(one_line(card.speaker), screen, "strong")
    facts = scorecard_facts(card, scores, glyphs=glyphs)
    yield from labelled([(label, [Cell(line) for line in text.split("\n")]) for label, text in facts], screen)


def scorecard_facts(card: Scorecard, scores: Scores, *, glyphs: Glyphs = UNICODE) -> list[tuple[str, str]]:
    """What is known of one speaker, each with its label; a text may have several lines."""
    pairs = [("claims", "none at first hand")]
    if card.own:
        pairs = [
            ("claims", _claims(card.own.row)),
            *_tally(card.own, scores.reference, glyphs),
            *_rank(card.own.row, scores),
        ]
    if card.second_hand:
        pairs.append(("second-hand", f"{_claims(card.second_hand.row)}; {_brief(card.second_hand)}"))
    return pairs


def _claims(row: Row) -> str:
    """How many claims, and how many of them say anything."""
    return f"{row.claims}: {row.decided} decided, {row.undecided} undecided, {row.void} left out"


def _brief(tally: Tally) -> str:
    """How they came out, on one line."""
    kinds = "; ".join(_kind(kind) for kind in tally.kinds)
    brier = f"; Brier score {tally.calibration.brier:.3f}" if tally.calibration else ""
    return f"{kinds}; {_share_held(tally)}{brier}"


def _tally(tally: Tally, reference: float, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    """What is known of a set of claims, with its labels."""
    for kind in tally.kinds:
        yield f"{kind.kind}s", _kind(kind)
    yield "held", _held(tally, glyphs)
    overdue = f", {tally.row.overdue} of them overdue" if tally.row.overdue else ""
    yield "undecided", _share(tally.undecided) + overdue
    yield "late", _share(tally.late, "unknown for all")
    yield "no due date", _share(tally.no_due_date, "statements have none")
    yield "moves", _moves(tally.row)
    if tally.calibration:
        yield from _scores(tally.calibration)
        yield "skill", _skill(tally.row, reference)
    if tally.retrodictions:
        so_many = counted(tally.retrodictions, "claim")
        yield "retrodictions", f"{so_many} with a probability, not scored: it had happened before it was said"


def _rank(row: Row, scores: Scores) -> Iterator[tuple[str, str]]:
    """The rank, and what it is by; or why there is none."""
    rows = [card.own.row for card in scores.speakers if card.own]
    if row.held_rank is not None:
        others = sum(other.held_rank is not None for other in rows)
        yield "rank", f"{row.held_rank} of {others}, by the low end of the interval"
    if row.skill_rank is not None:
        others = sum(other.skill_rank is not None for other in rows)
        yield "rank by skill", f"{row.skill_rank} of {others}"
    if row.rank is not None:
        return
    if max(row.compared, row.scored) < ENOUGH:
        yield "rank", f"none: too few to compare, {row.decided} decided of the {ENOUGH} it takes"
    elif len(scores.speakers) == 1:
        yield "rank", "`claimtrack stats --sort rank` compares speakers"


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
    if not tally.row.compared:
        return _share_held(tally)
    return f"{_share_held(tally)}\n{_track(tally.row, glyphs)}"


def _share_held(tally: Tally) -> str:
    """How many held of how many, then the share with its interval."""
    row = tally.row
    if row.held is None or row.held_low is None or row.held_high is None:
        return "none without a probability" if row.decided else "nothing decided yet"
    held = int(row.worth - tally.partly / 2)
    partly = f", {tally.partly} partly, which counts half" if tally.partly else ""
    interval = f"95% interval {row.held_low:.0%} to {row.held_high:.0%}"
    return f"{held} of {row.compared} held{partly}: {row.held:.0%}, {interval}"


def _track(row: Row, glyphs: Glyphs) -> str:
    """The interval on a line from 0% to 100%, so that those of several speakers can be compared by eye."""
    low, share, high = (round((end or 0) * (TRACK - 1)) for end in (row.held_low, row.held, row.held_high))
    line = [glyphs.level] * TRACK
    line[low : high + 1] = glyphs.rule * (high + 1 - low)
    line[low], line[high], line[share] = glyphs.low, glyphs.high, glyphs.dot
    return f"0% {''.join(line)} 100%"


def _share(share: Share, none: str = "") -> str:
    """A count, what it is of, and the share; `none` where it is of nothing."""
    return none if share.share is None else f"{share.count} of {share.of} ({share.share:.0%})"


def _moves(row: Row) -> str:
    """How often a date or a probability was moved, and by how much."""
    slip = row.median_slip_days
    if slip is None:
        return str(row.moves)
    return f"{row.moves}, median slip {days(int(slip)) if slip == int(slip) else f'{slip} days'}"


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


def _skill(row: Row, reference: float) -> str:
    """The skill, and what it is against."""
    of = "an even chance" if reference == EVEN else "the base rate"
    return f"{row.brier_skill:+.3f} against a Brier score of {reference:.3f}, that of {of}"


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
