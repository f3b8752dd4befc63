"""Keeping the file: proving that it is whole, and copying it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, UnusableError
from claimtrack.store.log import doctor

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.store.database import Database


@dataclass(frozen=True)
class Examination:
    """What `doctor` found: faults, the head of the log's chain, and where an earlier head stands in it."""

    faults: tuple[str, ...]
    head: str
    entries: int
    differences: int = 0
    head_found_at: int | None = None


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
    """Looks for damage, a broken chain, and records that differ from the log; changes nothing.

    `head` is the hash of an earlier head of the log: one that is no longer in the chain is a fault.
    """
    with db.reading() as connection:
        faults = [*doctor.file_faults(connection)]
        entries, hashed, place = 0, "", None
        for entries, (seq, hashed, follows) in enumerate(doctor.heads(connection), 1):
            if head and place is None and hashed.startswith(head.casefold()):
                place = entries
            if not follows:
                faults.append(f"Step {seq} of the log was changed since it was written.")
        faults += [
            f"Step {seq} of the log is continued by nothing: what came after it is gone."
            for seq in ([] if faults else doctor.loose_ends(connection))
        ]
        faults += doctor.derived_faults(connection)
        different = [
            f"The record of {found.label} is not what the log says; `claimtrack doctor --adopt` logs it as it is."
            for found in doctor.differences(connection)
        ]
    faults += (*different, *_full_text_faults(db))
    if head and place is None:
        faults.append(f"{head} is no head that this log ever had.")
    return Examination(tuple(faults), hashed, entries, len(different), place)


def _full_text_faults(db: Database) -> list[str]:
    if not db.exists():
        return []
    fault = None
    with (
        suppress(UnusableError),
        db.step("examine") as step,
    ):  # a file that can't be written is still examined
        fault = doctor.full_text_fault(step.connection)
    return [fault] if fault else []


def adopt(db: Database) -> int:
    """Logs what another program wrote to the file, as from outside; how many things differed.

    Raises:
        RefusedError: where things that the log knows are gone.
    """
    with db.step("adopt") as step:
        return doctor.adopt(step)
