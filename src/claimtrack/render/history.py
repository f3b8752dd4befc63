"""The history of changes: who did what, when, and what it was before."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from claimtrack.model import When
from claimtrack.model.text import counted
from claimtrack.render.layout import plain
from claimtrack.render.layout.page import PROMPT, first_screen, parted
from claimtrack.render.layout.table import Cell, cells, columns, cut, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.model.change import Change, Entry, Held
    from claimtrack.render.layout.screen import Screen

NOTHING = "nothing"
A_DATE = 3  # first day, last day, words
INDENT = "    "
A_FEW = 3  # candidate claims of one article that are told one by one
# What tells one new thing from another, the best first.
TELLING = ("text", "name", "title", "url", "outcome", "act", "quote")


def history(entries: Sequence[Entry], screen: Screen, *, total: int | None = None) -> Iterator[str]:
    """Every entry of the log, newest first, and below it a line for each field that it changed.

    With `total`, how many there are, a terminal gets no more than a screen of them, nor of what one of them changed.
    """
    numbers = {entry.uid: entry.seq for entry in entries}
    newest_first = sorted(entries, key=lambda entry: entry.uid, reverse=True)
    each = (list(_entry(entry, numbers, screen)) for entry in newest_first)
    # with what is left out of it, and of the others
    room = screen.height - PROMPT - 2 if screen.terminal and total is not None else None
    begun = (_begun(lines, entry.more, room, screen) for lines, entry in zip(each, newest_first, strict=True))
    if total is None:
        return chain.from_iterable(begun)
    return first_screen(begun, screen, total=total, left_out=_older)


def _begun(lines: Sequence[str], more: int, room: int | None, screen: Screen) -> Sequence[str]:
    """The lines of one entry, as many as there is room for, and how many more changes it has."""
    shown = lines if room is None or len(lines) <= room - bool(more) else lines[: room - 1]
    left = len(lines) - len(shown) + more
    return (*shown, screen.paint(f"{INDENT}and {left} more changes", "faint")) if left else shown


def to_forget(claims: Sequence[Held], screen: Screen) -> Iterator[str]:
    """The lines of what will be wiped: each claim, and what goes with it; at most a screen."""
    rows = [
        (
            Cell(str(claim.id), "strong"),
            Cell(claim.speaker, loose=20, aside=f"says {claim.via}" if claim.via else ""),
            Cell("deleted" if claim.deleted else "", "faint"),
            Cell(claim.text),
        )
        for claim in claims
    ]
    lines = parted(list(columns(rows, screen)), len(rows))
    each = (
        [*line, *paragraph(f"with {_goes_too(claim)}", screen, "faint", indent=len(INDENT))]
        for line, claim in zip(lines, claims, strict=True)
    )
    return first_screen(
        each, screen, total=len(rows), left_out=lambda _, left: f"and {counted(left, 'more claim')}"
    )


def _goes_too(claim: Held) -> str:
    """What goes with the words of the claim, as an enumeration."""
    nouns = {"tag": claim.tags, "verdict": claim.verdicts, "appearance": claim.appearances,
             "candidate": claim.candidates, "contradiction": claim.contradictions}  # fmt: skip  # a table
    things = [counted(count, noun) for noun, count in nouns.items() if count]
    evidence = [f"{claim.evidence} evidence"] if claim.evidence else []
    return ", ".join((*claim.words, *things, *evidence, f"{counted(claim.steps, 'step')} of the log"))


def _older(shown: int, left: int) -> str:
    return f"{counted(left, 'older step')}; --limit {shown + left} shows all"


def _entry(entry: Entry, numbers: Mapping[str, int], screen: Screen) -> Iterator[str]:
    """One entry: its heading, and what it changed; many candidates of one article in one line."""
    yield _heading(entry, numbers, screen)
    found = [change for change in entry.changes if change.entity == "candidate" and _whole(change)]
    for change in entry.changes:
        for line in _change(change, screen) if len(found) < A_FEW or change not in found else ():
            yield screen.paint(line, "faint" if entry.undone else None)
    if len(found) >= A_FEW:
        words = "added" if found[0].before is None else "deleted"
        line = _fitting(f"{INDENT}{len(found)} candidates {words}", "", screen)
        yield screen.paint(line, "faint" if entry.undone else None)


def _whole(change: Change) -> bool:
    """Whether the thing came or went, and is not one that was changed."""
    return change.before is None or bool((change.after or {}).get("deleted"))


def _heading(entry: Entry, numbers: Mapping[str, int], screen: Screen) -> str:
    """Number, moment, verb, by whom, and whether it was undone."""
    words = [f"#{entry.seq}", moment(entry.at), entry.verb]
    if entry.undoes:
        words.append(f"of #{numbers[entry.undoes]}" if entry.undoes in numbers else "of an earlier change")
    if entry.who:
        words.append(f"by {entry.who}")
    if entry.undone:
        words.append("(undone)")
    line = plain.one_line("  ".join(words[:2]) + "  " + " ".join(words[2:]))
    shown = line if screen.width is None else cut(line, screen.width, screen)
    return screen.paint(shown, "faint" if entry.undone else "strong")


def moment(at: str) -> str:
    """A moment of the log to the minute, as in `2025-02-06 09:00 UTC`."""
    return f"{at[:10]} {at[11:16]} UTC"


def _change(change: Change, screen: Screen) -> Iterator[str]:
    """What became of one thing, each field on its line; lines are cut on a terminal only."""
    label = plain.one_line(change.label)
    if change.before is None:
        yield _fitting(f"{INDENT}{label} added", _telling(change.after or {}), screen)
        return
    if change.after is None or change.after.get("deleted"):
        yield _fitting(f"{INDENT}{label} deleted", "", screen)
        return
    if change.before.get("deleted"):
        yield _fitting(f"{INDENT}{label} brought back", "", screen)
        return
    after = change.after
    for name in {**change.before, **after}:
        yield from _field(f"{INDENT}{label}", name, (change.before.get(name), after.get(name)), screen)


def _field(label: str, name: str, values: tuple[object, object], screen: Screen) -> Iterator[str]:
    """One field before and after: `claim 3  due: 2025-01-07 → 2025-01-20`."""
    kind, colon, member = name.partition(":")
    if colon:
        head = f"{label}  {plain.one_line(kind)}"
        yield _fitting(f"{head} {'added' if values[1] else 'taken off'}", member, screen)
        return
    before, after = (plain.one_line(_said(value)) for value in values)
    head = f"{label}  {plain.one_line(name)}: "
    if screen.width is None:
        yield f"{head}{before} → {after}"
        return
    room = max(screen.width - cells(head, screen) - cells(" → ", screen), 2)
    first = max(room // 2, room - cells(after, screen))
    before = cut(before, first, screen)
    after = cut(after, room - cells(before, screen), screen)
    yield cut(f"{head}{before} → {after}", screen.width, screen)


def _telling(values: Mapping[str, object]) -> str:
    """All that a new thing holds, what tells it from others first."""
    first = [name for name in TELLING if values.get(name) is not None]
    rest = [name for name, value in values.items() if value not in (None, [], "") and name not in first]
    return "; ".join(_held(name, values[name]) for name in (*first, *rest))


def _held(name: str, value: object) -> str:
    """One field of a new thing: `due: 2025-01-07`, or `tag kursk` for a member of a set."""
    kind, colon, member = name.partition(":")
    return f"{kind} {member}" if colon else f"{name}: {_said(value)}"


def _fitting(head: str, value: str, screen: Screen) -> str:
    """`head: value` in one line."""
    line = f"{head}: {plain.one_line(value)}" if value else head
    return line if screen.width is None else cut(line, screen.width, screen)


def _said(value: object) -> str:
    """A value of the log in words; its dates are a list of first day, last day and the words typed."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return _dated(list(value)) or ", ".join(_said(one) for one in value) or NOTHING
    return str(value)


def _dated(value: list[object]) -> str | None:
    """The date that `value` holds, with the words typed where there are any; null where it holds none."""
    if len(value) != A_DATE or not all(isinstance(day, str) for day in value[:2]):
        return None
    try:
        when = When(date.fromisoformat(str(value[0])), date.fromisoformat(str(value[1])))
    except ValueError:
        return None
    return f"{when} ({value[2]})" if value[2] else str(when)
