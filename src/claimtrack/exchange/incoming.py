"""Rows on their way in: what a reader of any format gives, and what became of them.

A reader is a generator `read(given, …) -> Iterator[Row]`: it takes one file and yields its rows one at a time, in
the order of the file, so that memory does not grow with it. It never raises for a row: what is wrong with one is a
fault of it; only a file that can't be read at all raises an `UnreadableError`.

`Row.record` has the names and JSON shapes of docs/record.md. What a file does not know is left out and leaves the
claim as it is; null or an empty list empties. So `source` is an object or null, `tags`, `appearances`, `evidence`
and `verdicts` are lists, dates are text in their ISO forms, or as they were typed where the year is among it. A
value may also be the text of a cell (`"TRUE"`, `"70%"`), which is read by the same rules as what a person types.
`id` and `source.id` are the file's own; `replaces` and `contradicts` name rows of the file by them, and
`replaces_uid` and `contradicts_uids` claims anywhere. A verdict is told by `status`, `outcome`, `rating`,
`happened`, `judged`, `judge` and `reason`, or whole by `verdicts`. A row with the name `record` and the value
`speaker` tells the `aliases` of a `speaker`.

`tracker.import_` takes rows from there on, whatever their format.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

# What becomes of a row; one that is `alike` lost its uid and looks like a claim that is there.
NEW, CHANGED, SAME, REFUSED, ALIKE = FATES = ("new", "changed", "same", "refused", "looks like")
FIRST = 10  # rows of each fate that are kept to be shown


class Fault(NamedTuple):
    """What is wrong with a row: the column, or nothing where it is the whole row, and why."""

    column: str
    reason: str


class Row(NamedTuple):
    """One row of a file: its line, its record, what it says that has no field, and what can't be taken from it."""

    line: int  # of a table the first line, of a document the number of the object
    record: dict[str, Any]
    rest: Mapping[str, str] = MappingProxyType({})
    faults: tuple[Fault, ...] = ()


class Fate(NamedTuple):
    """What became of one row."""

    fate: str
    line: int
    label: str  # whose claim it is, and its text
    claim: int | None = None  # its id, or that of the one that it looks like
    changed: tuple[str, ...] = ()  # the fields that were
    faults: tuple[Fault, ...] = ()


class NewSpeaker(NamedTuple):
    """A speaker who was not there, with the name that is nearest."""

    name: str
    nearest: str | None


class Imported(NamedTuple):
    """What became of the rows of a file; nothing of it was written with `dry_run`, or where `strict` refused it."""

    counts: Mapping[str, int]  # of each fate
    first: tuple[Fate, ...]  # the first rows of each fate
    written: bool
    speakers: int = 0  # new ones
    new_speakers: tuple[NewSpeaker, ...] = ()  # the first of them
    aliases: int = 0  # added
    numbers: tuple[tuple[range, range], ...] = ()  # ids in the file, and which they became
    unlinked: int = 0  # links to claims that are nowhere
    # columns that have no field, and in how many rows they say something
    rest: Mapping[str, int] = MappingProxyType({})
    # words of other houses that made no outcome, the most frequent first
    ratings: Mapping[str, int] = MappingProxyType({})

    @property
    def kept_out(self) -> bool:
        """Whether a row was not taken."""
        return bool(self.counts[REFUSED] or self.counts[ALIKE])

    @property
    def changed(self) -> bool:
        """Whether any record is another one than before."""
        return bool(self.counts[NEW] or self.counts[CHANGED] or self.speakers or self.aliases)
