"""Speakers: listing them, and putting their names right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters, Speaker
from claimtrack.model.text import stored_line
from claimtrack.store import speakers
from claimtrack.store.row_values import row_id
from claimtrack.tracker.input.names import speaker_root, whole_speaker_root
from claimtrack.tracker.input.speaker import (
    find_speaker,
    keep_alias,
    likeness_of,
    record_speaker,
    refuse_taken,
)
from claimtrack.tracker.list import Page, list_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.speaker import Likely


def list_speakers(db: Database) -> list[Speaker]:
    """All speakers with their aliases and counts, those with most claims first."""
    with db.reading() as connection:
        return speakers.everyone(connection, today=db.today)


def likely_speaker(db: Database, name: str) -> Likely:
    """What is to be asked about a name before a claim is recorded under it."""
    with db.reading(to_write=True) as connection:
        return likeness_of(connection, name)


def show_speaker(db: Database, name: str) -> tuple[Speaker, Page]:
    """One speaker, and its claims.

    Raises:
        RefusedError: where the name fits no speaker or several.
    """
    with db.reading() as connection:
        speaker = _speaker(connection, db, speaker_root(connection, name))
        return speaker, list_claims(db, Filters(speaker=(speaker.name,)))


def _speaker(connection: Connection, db: Database, root: int) -> Speaker:
    return speakers.everyone(connection, today=db.today, ids=[root])[0]


def _uid(step: Step, name: str) -> str:
    return speakers.uid_and_name(step.connection, whole_speaker_root(step.connection, name))[0]


def _as_it_stands(step: Step, db: Database, uid: str) -> Speaker:
    return _speaker(step.connection, db, row_id(step.connection, "speaker", uid))


def add_speaker(
    db: Database, name: str, aliases: Iterable[str] = (), *, new_speaker: bool = False
) -> Speaker:
    """Records a speaker before there is a claim, with other names, and returns the speaker.

    Raises:
        UnreadableError: where the name is empty.
        RefusedError: where the speaker is there, another goes by one of the names, or the name is part of
            another or has one as its part and is not said to be `new_speaker`.
    """
    wanted = stored_line(name)
    if not wanted:
        raise UnreadableError("A speaker needs a name.")
    with db.step("add-speaker", create=True) as step:
        if known := find_speaker(step.connection, wanted, new=new_speaker):
            raise RefusedError(
                f"There is a speaker {known.name} already; `claimtrack speakers alias` adds names."
            )
        uid = record_speaker(step, wanted).uid
        for alias in filter(None, map(stored_line, aliases)):
            keep_alias(step, uid, alias)
        return _as_it_stands(step, db, uid)


def alias_speaker(db: Database, name: str, aliases: list[str], *, remove: bool = False) -> Speaker:
    """Gives a speaker other names, in any script, or takes them off; returns the speaker.

    Raises:
        UnreadableError: where no alias was given.
        RefusedError: where nobody has that whole name, or another goes by one of the others.
    """
    words = [alias for given in aliases if (alias := stored_line(given))]
    if not words:
        raise UnreadableError(
            'Give the other name, as in `claimtrack speakers alias "Vladimir Putin" Путін`.'
        )
    with db.step("alias") as step:
        uid = _uid(step, name)
        for alias in words:
            if not remove:
                refuse_taken(step, uid, alias)
        step.update("speaker", uid, {f"alias:{alias}": None if remove else True for alias in words})
        return _as_it_stands(step, db, uid)


def rename_speaker(db: Database, name: str, new: str) -> Speaker:
    """Corrects the name of a speaker, for all its claims; returns the speaker.

    Raises:
        UnreadableError: where the new name is empty.
        RefusedError: where nobody has that whole name, or another goes by the new one.
    """
    wanted = stored_line(new)
    if not wanted:
        raise UnreadableError("A speaker needs a name.")
    with db.step("rename") as step:
        uid = _uid(step, name)
        refuse_taken(step, uid, wanted)
        step.update("speaker", uid, {"name": wanted})
        return _as_it_stands(step, db, uid)


def merge_speakers(db: Database, name: str, into: str) -> Speaker:
    """Makes two speakers one, under the name and with the claims of `into`; returns that one.

    Raises:
        RefusedError: where nobody has one of the whole names, or both are the same.
    """
    with db.step("merge-speakers") as step:
        gone, kept = _uid(step, name), _uid(step, into)
        if gone == kept:
            raise RefusedError(f"{name} and {into} are one speaker already.")
        for merged in speakers.merged_uids(step.connection, gone):
            step.update("speaker", merged, {"same_as": kept})
        step.update("speaker", gone, {"same_as": kept})
        return _as_it_stands(step, db, kept)
