"""What there is to judge, group by group: all of it in a pipe, one screen of it on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.text import counted
from claimtrack.render.layout.table import ONE_LINE_FROM, cells, paragraph
from claimtrack.render.list import claims as claim_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.model import Claim
    from claimtrack.render.layout.screen import Screen


class Group(NamedTuple):
    """Claims that wait for the same, how many there are in all, and the command that lists those."""

    title: str
    claims: Sequence[Claim]
    total: int
    command: str
    first: bool = False  # shown before another group is shown whole


def agenda(groups: Iterable[Group], screen: Screen, *, today: date, step: str = "") -> Iterator[str]:
    """The lines of `due`: each group with its title and its claims, and what lists those that are not shown.

    With `step`, the line to end with, it takes no more than the lines of the screen; a group for which there is no
    room is a line.
    """
    groups = [group for group in groups if group.total]
    shown = _fitted(groups, screen, step) if step else [len(group.claims) for group in groups]
    written = False
    for group, count in zip(groups, shown, strict=True):
        if count:
            yield from [""] * written
            written = True
            yield screen.paint(f"{group.title}: {counted(group.total, 'claim')}", "strong")
            yield from claim_lines(group.claims[:count], screen, today=today)
            yield from _rest(group, count, screen)
    last = [
        line
        for group, count in zip(groups, shown, strict=True)
        if not count
        for line in _rest(group, 0, screen)
    ]
    last += paragraph(step, screen, "strong") if step else ()
    yield from [""] * (written and bool(last))
    yield from last


def _rest(group: Group, count: int, screen: Screen) -> Iterator[str]:
    """How many of the group are not shown, and what lists them."""
    left = group.total - count
    if not left:
        return
    words = f"{left}{' more' * bool(count)} {group.title[0].lower()}{group.title[1:]}:"
    # on a line of its own it can be copied whole
    apart = screen.width is not None and cells(f"{words} {group.command}", screen) > screen.width
    yield from paragraph(words if apart else f"{words} {group.command}", screen, "faint")
    if apart:
        yield from paragraph(group.command, screen, "faint", indent=2)


def _fitted(groups: Sequence[Group], screen: Screen, step: str) -> list[int]:
    """How many claims of each group the screen holds: one of each that comes first, then as many as there is room."""
    shown = [0] * len(groups)
    wanted = [at for at, group in enumerate(groups) if group.first]
    wanted += [at for at, group in enumerate(groups) for _ in group.claims]
    for at in wanted:
        more = [count + (number == at) for number, count in enumerate(shown)]
        if more[at] <= len(groups[at].claims) and _height(groups, more, screen, step) < screen.height:
            shown = more
    return shown


def _height(groups: Sequence[Group], shown: Sequence[int], screen: Screen, step: str) -> int:
    """How many lines it takes."""
    each = 2 if screen.width is not None and screen.width < ONE_LINE_FROM else 1
    titled = sum(map(bool, shown))  # with a blank line after each
    rest = sum(len(list(_rest(group, count, screen))) for group, count in zip(groups, shown, strict=True))
    return 2 * titled + each * sum(shown) + rest + len(list(paragraph(step, screen)))
