"""Claims drawn over a scale of days: ranges as bars, moves as arrows, how each stands by shape and colour."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.chain import chains
from claimtrack.model.text import counted
from claimtrack.render.layout.axis import axis
from claimtrack.render.layout.glyphs import OUTCOME_SHAPES, UNICODE
from claimtrack.render.layout.plain import one_line
from claimtrack.render.layout.table import GAP, cells, cut, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim, When
    from claimtrack.model.chain import Chain
    from claimtrack.render.layout.axis import Axis
    from claimtrack.render.layout.glyphs import Glyphs
    from claimtrack.render.layout.screen import Screen

FOR_LABELS = 0.42  # of a terminal's width, at most
FOR_NAMES = 0.5  # of a label, at most
IN_A_PIPE = 60  # columns of the picture; its labels follow it there, so that none has to be cut
AXIS_AGAIN_FROM = 40  # rows: a longer picture has its axis below as well


class Span(NamedTuple):
    """The days of one claim's date, and the shape they are drawn in."""

    shape: str
    when: When


class Stroke(NamedTuple):
    """One character drawn in every column from `first` to `last`, in the style of a shape."""

    first: int
    last: int
    character: str
    style: str | None


class Row(NamedTuple):
    """A chain with the dates that are drawn for it."""

    chain: Chain
    spans: list[Span]


def timeline(
    claims: Iterable[Claim], screen: Screen, *, today: date, glyphs: Glyphs = UNICODE
) -> Iterator[str]:
    """The lines of the picture: an axis, a row for each claim or chain in the order given, a legend last.

    A row shows `due` and, where there is none, the day it happened or was said.
    """
    found = [Row(chain, _spans(chain)) for chain in chains(claims)]
    rows = [row for row in found if row.spans]
    if not rows:
        yield from paragraph("There is no claim with a date to draw.", screen)
        return
    digits = max(len(str(row.chain[-1].id)) for row in rows)
    labels = [_label(row.chain[-1], digits, screen) for row in rows]
    room = max(cells(label, screen) for label in labels)
    days = [day for row in rows for _, when in row.spans for day in (when.first, when.last)]
    scale = axis(
        [*days, today], IN_A_PIPE if screen.width is None else max(screen.width - room - len(GAP), 1)
    )
    margin = "" if screen.width is None else " " * (room + len(GAP))
    names, ruler = margin + scale.label_line(), margin + _ruler(scale, today, glyphs)
    yield from (names, ruler)
    for row, label in zip(rows, labels, strict=True):
        yield _joined(label, _picture(row, scale, today, screen, glyphs), room, screen)
    if len(rows) > AXIS_AGAIN_FROM:
        yield from (ruler, names)
    if len(rows) < len(found):
        undated = f"{counted(len(found) - len(rows), 'claim')} without a date not drawn"
        yield from paragraph(undated, screen, "faint")
    yield from _legend(rows, screen, today, glyphs)


def _spans(chain: Chain) -> list[Span]:
    """What is drawn for `chain`, in the order of drawing: its newest claim last, over all else."""
    newest = chain[-1]
    spans = [Span("moved", member.due) for member in chain[:-1] if member.due]
    if newest.due and newest.happened:
        spans.append(Span("happened", newest.happened))
    when = newest.due or newest.happened or newest.said
    return [*spans, Span(shape_of(newest), when)] if when else spans


def shape_of(claim: Claim) -> str:
    """The shape that tells how `claim` stands."""
    if claim.status == "resolved":
        return claim.outcome if claim.outcome in OUTCOME_SHAPES else "otherwise"
    if claim.replaced_by is not None:
        return "moved"
    if claim.overdue:
        return "overdue"
    return "due" if claim.due else "said"


def _label(claim: Claim, digits: int, screen: Screen) -> str:
    """Id, speaker and text, cut to their part of a terminal."""
    head = f"{claim.id:>{digits}} "
    if screen.width is None:
        return f"{head}{one_line(claim.said_by)}: {one_line(claim.text)}"
    room = int(screen.width * FOR_LABELS) - len(head)
    return head + cut(f"{_who(claim, room, screen)}: {one_line(claim.text)}", room, screen)


def _who(claim: Claim, room: int, screen: Screen) -> str:
    """The speaker, short enough to leave room for the text; who relayed it may be cut but never left out."""
    speaker = one_line(claim.speaker)
    if not claim.via:
        return cut(speaker, int(room * FOR_NAMES), screen)
    room -= len(" (says ):")
    name = cut(speaker, max(int(room * FOR_NAMES), 1), screen)
    return f"{name} (says {cut(one_line(claim.via), room - cells(name, screen), screen)})"


def _joined(label: str, picture: str, room: int, screen: Screen) -> str:
    """A row of the timeline: on a terminal the label before the picture, in a pipe after it."""
    if screen.width is None:
        return picture + GAP + label
    return (label + " " * (room - cells(label, screen)) + GAP + picture).rstrip()


def _ruler(scale: Axis, today: date, glyphs: Glyphs) -> str:
    """The line under the names of the ticks, with today marked."""
    line = [glyphs.rule] * scale.columns
    for at in scale.tick_columns():
        line[at] = glyphs.tick
    line[scale.column(today)] = glyphs.now
    return "".join(line)


def _picture(row: Row, scale: Axis, today: date, screen: Screen, glyphs: Glyphs) -> str:
    """One row of the picture, painted."""
    line: list[tuple[str, str | None]] = [(" ", None)] * scale.columns
    now = scale.column(today)
    for first, last, character, style in (
        Stroke(now, now, glyphs.wall, "faint"),
        *_strokes(row, scale, glyphs),
    ):
        line[first : last + 1] = [(character, style)] * (last - first + 1)
    runs = groupby(line, key=lambda drawn: drawn[1])
    return "".join(screen.paint("".join(character for character, _ in run), style) for style, run in runs)


def _strokes(row: Row, scale: Axis, glyphs: Glyphs) -> Iterator[Stroke]:
    """The bars, then the arrows, then the marks of a row: what is drawn later lies on top."""
    for name, when in row.spans:
        shape = glyphs.shapes[name]
        yield Stroke(scale.column(when.first), scale.column(when.last), shape.bar, shape.style)
    dues = [member.due for member in row.chain if member.due]
    for older, newer in pairwise(dues):
        yield from _arrow(older, newer, scale, glyphs)
    for name, when in row.spans:
        shape = glyphs.shapes[name]
        yield Stroke(scale.column(when.last), scale.column(when.last), shape.mark, shape.style)


def _arrow(older: When, newer: When, scale: Axis, glyphs: Glyphs) -> Iterator[Stroke]:
    """An arrow from one date to the next, in the columns between them where there are any."""
    style = glyphs.shapes["moved"].style
    ahead = scale.column(older.last) + 1, scale.column(newer.first) - 1
    back = scale.column(newer.last) + 1, scale.column(older.first) - 1
    if ahead[0] <= ahead[1]:
        yield Stroke(*ahead, glyphs.line, style)
        yield Stroke(ahead[1], ahead[1], glyphs.right, style)
    elif back[0] <= back[1]:
        yield Stroke(*back, glyphs.line, style)
        yield Stroke(back[0], back[0], glyphs.left, style)


def _legend(rows: Sequence[Row], screen: Screen, today: date, glyphs: Glyphs) -> Iterator[str]:
    """What each mark that was drawn means, in as few lines as hold it."""
    used = {name for row in rows for name, _ in row.spans}
    items = [
        (shape.mark + glyphs.line + glyphs.right if name == "moved" else shape.mark, shape.words, shape.style)
        for name, shape in glyphs.shapes.items()
        if name in used
    ]
    items.append((glyphs.wall, f"today {today.isoformat()}", "faint"))
    line, length = "", 0
    for mark, words, style in items:
        wide = len(f"{GAP}{mark} {words}")
        if line and screen.width is not None and length + wide > screen.width:
            yield line
            line, length = "", 0
        line += (GAP if line else "") + f"{screen.paint(mark, style)} {words}"
        length += wide
    yield line
