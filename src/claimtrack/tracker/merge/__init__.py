"""Joining another person's database with this one."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.model.merged import Merged, Renumbered
from claimtrack.store import sources, speakers
from claimtrack.store.database import Database
from claimtrack.store.merge import arrival
from claimtrack.store.merge.joining import Taken, join, number_to_be
from claimtrack.store.merge.other import opened, refuse_faults
from claimtrack.store.row_values import row_id
from claimtrack.store.schema.migrations import copied
from claimtrack.store.search import Conditions, ids_of
from claimtrack.tracker.merge.near import near_sources, near_speakers
from claimtrack.whole_file import room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.store.step import Step


def merge(db: Database, other: str | Path, *, dry_run: bool = False) -> Merged:
    """Takes in all that is new in another database, which stays as it is, and returns what came of it.

    With `dry_run` it is done to a copy, and nothing is kept.

    Raises:
        UnusableError: where the other file is not there, is not ours, is damaged, or was made by a newer version.
        RefusedError: where it is this very file, holds nothing, or one of the two was written to by another program.
    """
    path = Path(other)
    if path.exists() and db.exists() and path.samefile(db.path):
        raise RefusedError(f"{path} is this very file; name another one to take in.")
    with opened(path) as theirs, _place(db, dry_run=dry_run) as place:
        if place.exists():
            with place.reading() as ours:
                refuse_faults(ours, db.path)
        with place.step("merge", create=True) as step:
            steps = arrival.look(step.connection, theirs)
            if not steps:
                return Merged(str(path))
            number = number_to_be(step.connection)
            kept = copied(place.path, number) if number else None
            found = _told(step, path, join(step, theirs, steps))
    return found._replace(copy=None if dry_run or not kept else str(kept))


@contextmanager
def _place(db: Database, *, dry_run: bool) -> Iterator[Database]:
    """Where it is done: the database itself, or a copy that goes."""
    if not dry_run:
        yield db
        return
    with room() as folder:
        copy = folder / db.path.name
        if db.exists():
            db.copy_to(copy)
        with Database(
            copy, db.today, db.clock, db.entropy, who=db.who, named=False, tell=lambda _: None
        ) as place:
            yield place


def _told(step: Step, path: Path, taken: Taken) -> Merged:
    """What is to be told of what came, by the ids and names that people know."""
    ours = step.connection
    disputed = Conditions(step.today)
    disputed.disputed()
    return Merged(
        str(path),
        taken.steps,
        tuple(Renumbered(*claim) for claim in taken.claims),
        tuple(speakers.uid_and_name(ours, row_id(ours, "speaker", uid))[1] for uid in taken.speakers),
        tuple(sources.by_uid(ours, uid) for uid in taken.sources),
        tuple((row_id(ours, "claim", uid), name) for uid, name in taken.conflicts),
        tuple(ids_of(ours, disputed, sort="added", reverse=True)),
        (*near_speakers(ours), *near_sources(ours)),
    )
