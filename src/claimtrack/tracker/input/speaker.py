"""Whose claim it is: as it was given, and the speaker that this names, known or new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.model.text import stored_line
from claimtrack.store import speakers
from claimtrack.tracker.input import names

if TYPE_CHECKING:
    from claimtrack.model import Claim
    from claimtrack.store.connection import Connection
    from claimtrack.store.step import Step


class Named(NamedTuple):
    """A speaker by a name or an alias, who may be new."""

    words: str


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


Whose = Named | Unnamed | SameWords


def read_whose(speaker: str | None, unnamed: bool | None, found: Whose | None = None) -> Whose | None:
    """Whose claim it is said to be; what is not given is as `found`.

    Raises:
        UnreadableError: where the name is empty.
    """
    if speaker is not None:
        words = stored_line(str(speaker))
        if not words:
            raise UnreadableError("A claim needs a speaker; give one with -s NAME.")
        return Unnamed(words) if unnamed else Named(words)
    if unnamed is None:
        return found
    if isinstance(found, Named | Unnamed):
        return Unnamed(found.words) if unnamed else Named(found.words)
    return SameWords(unnamed)


def find_speaker(connection: Connection, name: str) -> Known | None:
    """The speaker with this name, of which whole words are enough.

    Raises:
        RefusedError: where it fits several.
    """
    found = speakers.matching(connection, name, whole_words=True)
    if len(found) > 1:
        raise names.several(connection, name, found)
    return Known(*speakers.uid_and_name(connection, found[0])) if found else None


def record_speaker(step: Step, name: str) -> Known:
    """Records a new speaker, announced with the nearest that there is."""
    near = names.nearest(name, speakers.names(step.connection))
    step.tell(f"new speaker: {name}" + (f" (not {near})" if near else ""))
    return Known(step.create("speaker", {"name": name}), name)


def attribute(step: Step, whose: Whose | None, claim: Claim) -> Claim:
    """Records a speaker who is new, and returns the claim as that of whose it is said to be.

    Raises:
        RefusedError: where a part of a name fits several speakers.
    """
    if isinstance(whose, SameWords):
        whose = read_whose(claim.speaker, whose.unnamed) if claim.speaker else None
    match whose:
        case Unnamed(words):
            return replace(claim, speaker=words, unnamed=True, speaker_uid=None)
        case Named(words):
            known = find_speaker(step.connection, words)
            if known and known.name != words:
                step.tell(f"speaker: {known.name}")
            known = known or record_speaker(step, words)
            return replace(claim, speaker=known.name, unnamed=False, speaker_uid=known.uid)
    return claim


def same_speaker(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one speaker, or of someone unnamed in the same words."""
    if one.unnamed or other.unnamed:
        return (one.unnamed, one.speaker) == (other.unnamed, other.speaker)
    return one.speaker_uid == other.speaker_uid
