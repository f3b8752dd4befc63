"""Whose claim it is: as it was given, and the speaker that this names, known or new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model.nameless import looks_unnamed
from claimtrack.model.text import stored_line
from claimtrack.store import speakers
from claimtrack.store.row_values import row_id
from claimtrack.tracker.input import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.model import Claim
    from claimtrack.store.connection import Connection
    from claimtrack.store.step import Step


class Named(NamedTuple):
    """A speaker by a whole name or an alias, who may be new."""

    words: str
    new: bool = False  # said to be somebody new, whoever goes by a name like it
    alias: str | None = None  # another name that is kept from now on
    sure: bool = False  # that it is a name, and not words for somebody unnamed


class Unnamed(NamedTuple):
    """Someone whom the source does not name, in its own words."""

    words: str


class SameWords(NamedTuple):
    """Whoever it is already by the same words, which are a name, or are none."""

    unnamed: bool


class Known(NamedTuple):
    """A speaker who is there."""

    uid: str
    name: str


Whose = Named | Unnamed | SameWords | Known


class Likely(NamedTuple):
    """What is to be asked about a name before a claim is recorded under it."""

    known: str | None  # the name of the speaker whom it names in whole
    near: tuple[str, ...]  # the names of speakers of whose names it is a part, or who are part of it
    unnamed: bool  # whether it looks like words for somebody whom the source does not name


def read_whose(given: Mapping[str, Any], found: Whose | None = None) -> Whose | None:
    """Whose claim it is said to be, by `speaker`, `unnamed`, `new_speaker` and `alias`; else as `found`.

    Raises:
        UnreadableError: where the name is empty.
    """
    speaker, unnamed = given.get("speaker"), given.get("unnamed")
    named = Named(
        "", bool(given.get("new_speaker")), stored_line(given.get("alias") or ""), unnamed is not None
    )
    if speaker is not None:
        words = stored_line(str(speaker))
        if not words:
            raise UnreadableError("A claim needs a speaker; give one with -s NAME.")
        return Unnamed(words) if unnamed else named._replace(words=words)
    if unnamed is None:
        return named._replace(words=found.words, sure=found.sure) if isinstance(found, Named) else found
    if isinstance(found, Named | Unnamed):
        return Unnamed(found.words) if unnamed else named._replace(words=found.words)
    return SameWords(unnamed)


def likeness_of(connection: Connection, name: str) -> Likely:
    """What is to be asked about the name: nothing where it is that of one speaker, or of nobody and like no other."""
    there = speakers.named(connection, name)
    near = [] if len(there) == 1 else there or speakers.near(connection, name)
    known = speakers.uid_and_name(connection, there[0])[1] if len(there) == 1 else None
    return Likely(known, tuple(speakers.names_of(connection, near)), looks_unnamed(name))


def find_speaker(connection: Connection, name: str, *, new: bool = False) -> Known | None:
    """The speaker with this name or alias, case, accents and apostrophes aside; null where it names somebody new.

    Raises:
        RefusedError: where several have it, it is part of another name or has one as its part and is not said to
            be `new`, or it is said to be and is there.
    """
    found = speakers.named(connection, name)
    if len(found) > 1:
        raise names.several(connection, name, found)
    known = Known(*speakers.uid_and_name(connection, found[0])) if found else None
    if known and new:
        raise RefusedError(
            f"There is a speaker {known.name} already; leave out --new-speaker, or say more, as in"
            f' "{name} (of …)".'
        )
    if not (known or new) and (near := speakers.near(connection, name)):
        raise names.only_near(connection, name, near, or_else="--new-speaker for somebody else")
    return known


def record_speaker(step: Step, name: str) -> Known:
    """Records a new speaker, announced with the nearest that there is."""
    near = names.nearest(name, speakers.names(step.connection))
    step.tell(f"new speaker: {name}" + (f" (not {near})" if near else ""))
    return Known(step.create("speaker", {"name": name}), name)


def record_whose(step: Step, whose: Whose | None) -> Whose | None:
    """Records a speaker who is new or has a new alias, and returns whose claim it is with that speaker known.

    Raises:
        RefusedError: where the name is not one that can be taken.
    """
    if not isinstance(whose, Named):
        return whose
    if not whose.sure and looks_unnamed(whose.words):
        step.tell(
            f'"{whose.words}" is taken for a name; where the source does not name who it is, say --unnamed'
        )
    known = find_speaker(step.connection, whose.words, new=whose.new)
    if known and known.name != whose.words:
        step.tell(f"speaker: {known.name}")
    known = known or record_speaker(step, whose.words)
    if whose.alias:
        keep_alias(step, known.uid, whose.alias)
    return known


def keep_alias(step: Step, uid: str, alias: str) -> None:
    """Records another name of the speaker.

    Raises:
        RefusedError: where another speaker goes by it already.
    """
    refuse_taken(step, uid, alias)
    step.update("speaker", uid, {f"alias:{alias}": True})


def refuse_taken(step: Step, uid: str, name: str) -> None:
    """Refuses a name that another speaker goes by already."""
    root = row_id(step.connection, "speaker", uid)
    for other in speakers.named(step.connection, name):
        if other != root:
            full = speakers.uid_and_name(step.connection, other)[1]
            raise RefusedError(f"{name} is {full} already; if they are one, use `claimtrack speakers merge`.")


def attribute(step: Step, whose: Whose | None, claim: Claim) -> Claim:
    """Records a speaker who is new, and returns the claim as that of whose it is said to be.

    Raises:
        RefusedError: where the name is not one that can be taken.
    """
    if isinstance(whose, SameWords):
        whose = read_whose({"speaker": claim.speaker, "unnamed": whose.unnamed}) if claim.speaker else None
    match record_whose(step, whose):
        case Unnamed(words):
            return claim._replace(speaker=words, unnamed=True, speaker_uid=None)
        case Known(uid, name):
            return claim._replace(speaker=name, unnamed=False, speaker_uid=uid)
    return claim


def same_speaker(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one speaker, or of someone unnamed in the same words."""
    if one.unnamed or other.unnamed:
        return (one.unnamed, one.speaker) == (other.unnamed, other.speaker)
    return one.speaker_uid == other.speaker_uid
