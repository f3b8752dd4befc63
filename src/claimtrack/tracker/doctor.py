"""Keeping the file: proving that it is whole, and copying it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, UnusableError
from claimtrack.store.damage.stopping import until_stopped
from claimtrack.store.log import doctor
from claimtrack.store.schema import intact
from claimtrack.store.schema.repair import repair as make_again

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database


@dataclass(frozen=True)
class Examination:
    """What `doctor` found: faults, the head of the log's chain, and where an earlier head stands in it.

    `stopped` says that the file is so damaged that no more could be examined.
    """

    faults: tuple[str, ...]
    head: str
    entries: int
    differences: int = 0
    head_found_at: int | None = None
    stopped: bool = False


@dataclass(frozen=True)
class Repaired:
    """The parts of the schema that differed: those made again, and those taken off that were not ours."""

    made: tuple[str, ...]
    taken_off: tuple[str, ...]


def backup(db: Database, path: Path) -> None:
    """Copies the database while others may write to it.

    Raises:
        RefusedError: where `path` is there already, or there is nothing to copy.
        UnusableError: where the copy can't be written.
    """
    if path.exists():
        raise RefusedError(f"{path} is there already; name a new file.")
    if not db.exists():
        raise RefusedError("There are no claims yet, so there is nothing to copy.")
    db.copy_to(path)


def examine_database(db: Database, *, head: str | None = None) -> Examination:
    """Looks for damage, a changed schema, a broken chain, and records that differ from the log; changes nothing.

    `head` is the hash of an earlier head of the log: one that is no longer in the chain is a fault. Where the file is
    so damaged that a part can't be examined, it says what was found before.
    """
    faults: list[str] = []
    seen = _Seen(head.casefold() if head else None)
    with db.reading() as connection:
        stopped = until_stopped(_checks(connection, seen), faults)
    faults += _full_text_faults(db)
    if head and seen.place is None:
        faults.append(f"{head} is no head that this log ever had.")
    return Examination(tuple(faults), seen.head, seen.entries, seen.differences, seen.place, stopped)


@dataclass
class _Seen:
    """What was seen on the way: entries and the newest head, where the one that is looked for stands, differences."""

    wanted: str | None
    entries: int = 0
    head: str = ""
    place: int | None = None
    differences: int = 0


def _checks(connection: Connection, seen: _Seen) -> Iterator[str]:
    """Every fault in a sentence, the gravest first."""
    yield from doctor.file_faults(connection)
    changed = intact.differences(connection)
    yield from map(str, changed)
    yield from _faults_of_the_log(connection, seen)
    if not changed:  # what follows is read from a view
        yield from doctor.derived_faults(connection)
    for found in doctor.differences(connection):
        seen.differences += 1
        yield f"The record of {found.label} is not what the log says; `claimtrack doctor --adopt` logs it as it is."


def _faults_of_the_log(connection: Connection, seen: _Seen) -> Iterator[str]:
    broken = False
    for seq, seen.head, follows in doctor.heads(connection):
        seen.entries += 1
        if seen.wanted and seen.place is None and seen.head.startswith(seen.wanted):
            seen.place = seen.entries
        if not follows:
            broken = True
            yield f"Step {seq} of the log was changed since it was written."
    for seq in () if broken else doctor.loose_ends(connection):
        yield f"Step {seq} of the log is continued by nothing: what came after it is gone."


def _full_text_faults(db: Database) -> list[str]:
    if not db.exists():
        return []
    fault = None
    with (
        suppress(UnusableError),
        db.step("examine", as_it_is=True) as step,
    ):  # a file that can't be written is still examined
        fault = doctor.full_text_fault(step.connection)
    return [fault] if fault else []


def repair(db: Database) -> Repaired:
    """Makes triggers, views, indexes and full text again, and tables with the rows they have; no record changes.

    What differed is a step of the log. A file that lost its stamp, as a dump does, is stamped.

    Raises:
        RefusedError: where a table is gone, or has columns that are not ours.
    """
    with db.step("repair", as_it_is=True) as step:
        different = make_again(step.connection)
        if different:
            step.name_repair(difference.part.name for difference in different)
    return Repaired(
        tuple(difference.part.label for difference in different if not difference.foreign),
        tuple(difference.part.label for difference in different if difference.foreign),
    )


def adopt(db: Database) -> int:
    """Logs what another program wrote to the file, as from outside; how many things differed.

    Raises:
        RefusedError: where things that the log knows are gone.
    """
    with db.step("adopt") as step:
        return doctor.adopt(step)
