"""What became of the rows of a file: counts, the first rows of each fate, and what is new besides claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.exchange.incoming import ALIKE, CHANGED, FATES, NEW, REFUSED
from claimtrack.model.text import counted
from claimtrack.render.layout.plain import clean
from claimtrack.render.layout.table import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.exchange.incoming import Fate, Imported
    from claimtrack.render.layout.screen import Screen

_RANGES = 5  # of numbers that are shown
_WORDS = 10  # of ratings that are shown


def imported(done: Imported, screen: Screen, *, rows: bool, kept: bool = False) -> Iterator[str]:
    """The counts and, with `rows`, the first rows of each fate that says more than that nothing changed."""
    counts = ", ".join(f"{done.counts[name]} {name}" for name in FATES if done.counts[name] or name == NEW)
    yield from paragraph(counts, screen)
    for name in FATES if rows else ():
        shown = [one for one in done.first if one.fate == name]
        for one in shown:
            yield from paragraph(fate(one), screen)
        if shown and (more := done.counts[name] - len(shown)) > 0:
            yield from paragraph(f"… and {more} more {name}", screen, "faint")
    for sentence in _besides(done, kept=kept):
        yield from paragraph(sentence, screen)


def fate(one: Fate) -> str:
    """What became of one row, on one line: its line in the file, and which columns are wrong and why."""
    place = f"line {one.line}"
    if one.fate == ALIKE:
        return clean(f"{place} looks like claim {one.claim}: {one.label}")
    if one.fate == REFUSED:
        why = "; ".join(
            f"{fault.column}: {fault.reason}" if fault.column else fault.reason for fault in one.faults
        )
        return clean(f"{place} refused: {why}" + (f" ({one.label})" if one.label else ""))
    what = f" ({', '.join(one.changed)})" if one.fate == CHANGED and one.changed else ""
    which = f" claim {one.claim}" if one.claim and one.fate != NEW else ""
    return clean(f"{place} {one.fate}{which}{what}: {one.label}")


def _besides(done: Imported, *, kept: bool) -> Iterator[str]:
    """Sentences on speakers, aliases, numbers and what was left out."""
    for speaker in done.new_speakers:
        near = f" (not {speaker.nearest})" if speaker.nearest else ""
        yield clean(f"new speaker: {speaker.name}{near}")
    if (more := done.speakers - len(done.new_speakers)) > 0:
        yield f"… and {counted(more, 'more new speaker')}"
    if done.aliases:
        yield f"{done.aliases} new alias{'es' * (done.aliases > 1)}"
    if done.numbers:
        ranges = ", ".join(f"{_range(old)} became {_range(new)}" for old, new in done.numbers[:_RANGES])
        yield f"numbered on: {ranges}" + ", …" * (len(done.numbers) > _RANGES)
    if done.unlinked:
        yield f"{counted(done.unlinked, 'link')} to claims that are neither in the file nor here left out"
    if done.ratings:
        words = ", ".join(f"{word} ({rows})" for word, rows in list(done.ratings.items())[:_WORDS])
        rest = ", …" * (len(done.ratings) > _WORDS)
        yield clean(f"ratings kept without an outcome: {words}{rest}")
    if done.rest:
        columns = ", ".join(f"{name} ({rows})" for name, rows in done.rest.items())
        where = "kept in the note" if kept else "left out unless --keep-rest"
        yield clean(f"columns without a field, {where}: {columns}")


def _range(numbers: range) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
