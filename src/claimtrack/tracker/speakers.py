"""Speakers: listing them, and putting their names right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters, Speaker
from claimtrack.model.text import name_key, stored_line
from claimtrack.store import speakers
from claimtrack.store.row_values import row_id
from claimtrack.tracker.input.names import speaker_root
from claimtrack.tracker.list import Page, list_claims

if TYPE_CHECKING:
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step


def list_speakers(db: Database) -> list[Speaker]:
    """All speakers with their aliases and counts, those with most claims first."""
    with db.reading() as connection:
        return speakers.everyone(connection, today=db.today)


def show_speaker(db: Database, name: str) -> tuple[Speaker, Page]:
    """One speaker, and its claims.

    Raises:
        RefusedError: where the name fits no speaker or several.
    """
    with db.reading() as connection:
        speaker = _speaker(connection, db, name)
        return speaker, list_claims(db, Filters(speaker=(speaker.name,)))


def _speaker(connection: Connection, db: Database, name: str) -> Speaker:
    return speakers.everyone(connection, today=db.today, ids=[speaker_root(connection, name)])[0]


def _uid(step: Step, name: str) -> str:
    root = speaker_root(step.connection, name, whole_words=True)
    return speakers.uid_and_name(step.connection, root)[0]


def alias_speaker(db: Database, name: str, aliases: list[str], *, remove: bool = False) -> Speaker:
    """Gives a speaker other names, in any script, or takes them off; returns the speaker.

    Raises:
        UnreadableError: where no alias was given.
        RefusedError: where the speaker is not there, or another goes by that name.
    """
    words = [alias for given in aliases if (alias := stored_line(given))]
    if not words:
        raise UnreadableError("Give the other name, as in `claimtrack speakers alias Putin Путін`.")
    with db.step("alias") as step:
        uid = _uid(step, name)
        for alias in words:
            if not remove:
                _refuse_taken(step, uid, alias)
        step.update("speaker", uid, {f"alias:{alias}": None if remove else True for alias in words})
        return _speaker(step.connection, db, name)


def _refuse_taken(step: Step, uid: str, name: str) -> None:
    """Refuses a name that another speaker goes by already."""
    root = row_id(step.connection, "speaker", uid)
    for other in speakers.matching(step.connection, name, whole_words=True):
        full = speakers.uid_and_name(step.connection, other)[1]
        if other != root and speakers.goes_by(step.connection, other, name_key(name)):
            raise RefusedError(f"{name} is {full} already; if they are one, use `claimtrack speakers merge`.")


def rename_speaker(db: Database, name: str, new: str) -> Speaker:
    """Corrects the name of a speaker, for all its claims; returns the speaker.

    Raises:
        UnreadableError: where the new name is empty.
        RefusedError: where the speaker is not there, or another goes by that name.
    """
    wanted = stored_line(new)
    if not wanted:
        raise UnreadableError("A speaker needs a name.")
    with db.step("rename") as step:
        uid = _uid(step, name)
        _refuse_taken(step, uid, wanted)
        step.update("speaker", uid, {"name": wanted})
        return _speaker(step.connection, db, wanted)


def merge_speakers(db: Database, name: str, into: str) -> Speaker:
    """Makes two speakers one, under the name and with the claims of `into`; returns that one.

    Raises:
        RefusedError: where one is not there, or both are the same.
    """
    with db.step("merge-speakers") as step:
        gone, kept = _uid(step, name), _uid(step, into)
        if gone == kept:
            raise RefusedError(f"{name} and {into} are one speaker already.")
        for merged in speakers.merged_uids(step.connection, gone):
            step.update("speaker", merged, {"same_as": kept})
        step.update("speaker", gone, {"same_as": kept})
        return _speaker(step.connection, db, into)
