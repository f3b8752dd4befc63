"""Aligned columns, labelled values and wrapped text, which never get wider than the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.text import folded, unspaced
from claimtrack.render.layout import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.render.layout.screen import Screen

GAP = "  "
LETTER = r"[^\Wʼʹ]"  # the modifiers stand for apostrophes, which part words
ONE_LINE_FROM = 100  # columns: below that, the text of a row takes a line of its own
MARKS_EACH = 8  # characters that may share a column: a letter and what joins it
FOR_TEXT = (0.4, 0.25)  # of the width for the last column: what it should have, and what it must
WIDE = 120  # columns from which on an extra one of each row is shown
SECOND_HAND = 8  # columns: what ` (says…)` takes


class Cell(NamedTuple):
    """Text from outside or our own, with the style it is painted in."""

    text: str
    style: str | None = None
    loose: int | None = None  # columns to which its column may shrink so that the last one has room
    aside: str = ""  # in brackets after the text; cut first, but never away
    extra: bool = False  # shrinks before others do, and has the rest of its room from the last one


def cells(text: str, screen: Screen) -> int:
    """How many columns clean `text` takes on `screen`."""
    if screen.terminal and not text.isascii():
        from rich.cells import cell_len  # noqa: PLC0415  # plain output must not pay for loading rich

        return cell_len(text)
    return plain.width(text)


def cut(text: str, room: int, screen: Screen) -> str:
    """As much of clean `text` as `room` columns hold, with … for the rest."""
    if cells(text, screen) <= room:
        return text
    return _start(text, room - 1, screen).rstrip() + "…" if room > 0 else ""


def wrapped(text: str, room: int | None, screen: Screen) -> list[str]:
    """The lines of clean `text`, broken between words to fit `room`; as they are where `room` is null."""
    return [line for given in text.split("\n") for line in _broken(given, room, screen)]


def columns(
    rows: Sequence[Sequence[Cell]],
    screen: Screen,
    *,
    marks: Iterable[str] = (),
    one_line: bool = False,
) -> Iterator[str]:
    """A line for each row, the last cell last; two where the terminal is narrow and not all is `one_line`."""
    marks = tuple(marks)
    rows = [[_tidy(cell, screen, marks) for cell in row] for row in rows]
    if not rows:
        return
    natural = [max(cells(_whole(row[at]), screen) for row in rows) for at in range(len(rows[0]) - 1)]
    two = screen.width is not None and screen.width < ONE_LINE_FROM and not one_line
    widths = _fitted(natural, rows[0], screen, alone=two)
    for row in rows:
        if two:
            yield from _two_lines(row, widths, screen, marks)
        else:
            yield _one_line(row, widths, screen, marks)


def labelled(pairs: Iterable[tuple[str, Iterable[Cell]]], screen: Screen) -> Iterator[str]:
    """Labels in one column and their values, wrapped to the terminal, in the next; no value, no label."""
    kept = [
        (plain.one_line(label), values)
        for label, each in pairs
        if (values := [cell for cell in each if cell.text])
    ]
    margin = max((cells(label, screen) for label, _ in kept), default=0) + len(GAP)
    room = None if screen.width is None else max(screen.width - margin, 1)
    for label, values in kept:
        before = screen.paint(label, "faint") + " " * (margin - cells(label, screen))
        for cell in values:
            for line in wrapped(plain.clean(cell.text), room, screen):
                yield (before + screen.paint(line, cell.style)).rstrip()
                before = " " * margin


def paragraph(text: str, screen: Screen, style: str | None = None, *, indent: int = 0) -> Iterator[str]:
    """The lines of `text`, cleaned and wrapped to the terminal."""
    room = None if screen.width is None else max(screen.width - indent, 1)
    for line in wrapped(plain.clean(text), room, screen):
        yield " " * indent + screen.paint(line, style) if line else ""


def _tidy(cell: Cell, screen: Screen, marks: tuple[str, ...]) -> Cell:
    """`cell` safe and on one line; its marked words between asterisks where a terminal has no colour."""
    text = plain.one_line(cell.text)
    if marks and screen.terminal and not screen.colour:
        text = starred(text, marks)
    return cell._replace(text=text, aside=plain.one_line(cell.aside))


def _fitted(natural: list[int], first: Sequence[Cell], screen: Screen, *, alone: bool) -> list[int]:
    """Widths of all columns but the last; `alone` means that the last one is on a line of its own."""
    if screen.width is None:
        return natural
    gaps = len(GAP) * sum(map(bool, natural))
    least = [
        width if cell.loose is None else min(width, cell.loose)
        for width, cell in zip(natural, first, strict=False)
    ]
    extra = [cell.extra for cell in first]
    beyond = sum(width + len(GAP) for width, more in zip(least, extra, strict=False) if width and more)
    should, must = (
        screen.width - gaps - (0 if alone else max(int(screen.width * share) - beyond, 0))
        for share in FOR_TEXT
    )
    usual = [low if more else width for width, low, more in zip(natural, least, extra, strict=False)]
    return _shrunk(_shrunk(_shrunk(natural, should, usual), should, least), must, [1] * len(natural))


def _shrunk(widths: Sequence[int], room: int, least: Sequence[int]) -> list[int]:
    """`widths`, the widest made narrower until all fit in `room` or none is wider than its `least`."""
    widths = list(widths)
    while sum(widths) > room:
        wide = [at for at, width in enumerate(widths) if width > least[at]]
        if not wide:
            break
        widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _one_line(row: Sequence[Cell], widths: list[int], screen: Screen, marks: tuple[str, ...]) -> str:
    """The row on one line, the last cell in what room is left."""
    head = _head(row, widths, screen, marks)
    room = None
    if screen.width is not None:
        room = max(screen.width - sum(widths) - len(GAP) * sum(map(bool, widths)), 0)
    return (head + _last(row[-1], room, screen, marks)).rstrip()


def _two_lines(
    row: Sequence[Cell], widths: list[int], screen: Screen, marks: tuple[str, ...]
) -> Iterator[str]:
    """The row without its last cell, and that cell below, under the second column."""
    yield _head(row, widths, screen, marks).rstrip()
    margin = widths[0] + len(GAP)
    yield " " * margin + _last(row[-1], max((screen.width or 0) - margin, 0), screen, marks)


def _head(row: Sequence[Cell], widths: list[int], screen: Screen, marks: tuple[str, ...]) -> str:
    """All cells but the last, each cut and padded; a column that is empty in all rows is gone."""
    parts = []
    for cell, room in zip(row, widths, strict=False):
        if room:
            text = _cut_cell(cell, room, screen)
            padding = " " * (room - cells(text, screen)) + GAP
            parts.append(_painted(text, cell.style, screen, marks) + padding)
    return "".join(parts)


def _whole(cell: Cell) -> str:
    return f"{cell.text} ({cell.aside})" if cell.aside else cell.text


def _cut_cell(cell: Cell, room: int, screen: Screen) -> str:
    """The cell cut to `room`: what is in brackets first, then the text; of the brackets something stays."""
    whole = _whole(cell)
    if not cell.aside or cells(whole, screen) <= room:
        return cut(whole, room, screen)
    if room <= SECOND_HAND + 1:
        return cut(f"({cell.aside}) {cell.text}", room, screen)
    kept = max(room - cells(cell.text, screen), SECOND_HAND)
    return cut(cell.text, room - kept, screen) + cut(f" ({cell.aside}", kept - 1, screen) + ")"


def _last(cell: Cell, room: int | None, screen: Screen, marks: tuple[str, ...]) -> str:
    """The last cell, cut to `room`."""
    text = cell.text if room is None else cut(_around(cell.text, room, marks), room, screen)
    return _painted(text, cell.style, screen, marks)


def _around(text: str, room: int, marks: tuple[str, ...]) -> str:
    """`text` from a little before the first word that is marked, where cutting would hide them all."""
    first, stop = next(((start, stop) for start, stop, marked in stretches(text, marks) if marked), (0, 0))
    if stop < room:
        return text
    start = max(min(first - room // 3, len(text) + 1 - room), 1)
    return "…" + text[text.find(" ", start, first) + 1 or start :]


def _painted(text: str, style: str | None, screen: Screen, marks: tuple[str, ...]) -> str:
    """`text` in its style, with the words of `marks` in theirs."""
    if not marks or not screen.colour:
        return screen.paint(text, style)
    parts = stretches(text, marks)
    return "".join(
        screen.paint(text[start:stop], "mark" if marked else style) for start, stop, marked in parts
    )


def _broken(line: str, room: int | None, screen: Screen) -> Iterator[str]:
    """`line` in pieces of at most `room` columns, between words where it can be."""
    if room is None or cells(line, screen) <= room:
        yield line
        return
    current = ""
    for word in line.split():
        joined = f"{current} {word}" if current else word
        if cells(joined, screen) <= room:
            current = joined
            continue
        if current:
            yield current
        current = word
        while cells(current, screen) > room:
            piece = _start(current, room, screen) or current[0]
            yield piece
            current = current[len(piece) :]
    if current:
        yield current


def _start(text: str, room: int, screen: Screen) -> str:
    """The longest beginning of `text` that `room` columns hold."""
    if text[: room + 1].isascii():
        return text[:room]
    size = min(room, len(text))
    most = min(room * MARKS_EACH, len(text))
    while size and cells(text[:size], screen) > room:
        size -= 1
    while size < most and cells(text[: size + 1], screen) <= room:
        size += 1
    return text[:size]


def stretches(text: str, marks: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Where `text` is found and where it is not: start, stop and whether that stretch is one of `marks`.

    Case and accents make no difference, as in the search itself. A mark in a script without spaces is found inside
    of a word.
    """
    done = 0
    wanted = {folded(mark) for mark in marks}
    inside = "|".join(re.escape(mark) for mark in marks if unspaced(mark))
    words = rf"{inside}|(?:(?!{inside}){LETTER})+" if inside else f"{LETTER}+"
    for word in re.finditer(words, text) if marks else ():
        if folded(word.group()) in wanted:
            if word.start() > done:
                yield done, word.start(), False
            yield word.start(), word.end(), True
            done = word.end()
    if done < len(text):
        yield done, len(text), False


def starred(text: str, marks: Sequence[str]) -> str:
    """`text` with each word of `marks` between asterisks."""
    parts = stretches(text, marks)
    return "".join(f"*{text[start:stop]}*" if marked else text[start:stop] for start, stop, marked in parts)
