"""What came of joining another file's records with ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimtrack.model.claim import Source


class Renumbered(NamedTuple):
    """A claim of the other file, by its id there and here."""

    old: int
    new: int
    uid: str


class Near(NamedTuple):
    """Two speakers or sources that may be one: the one that came, and the one that it may be."""

    kind: str
    new: str
    known: str
    command: str  # joins them


class Merged(NamedTuple):
    """What was new in the other file, and what came of it.

    `speakers` and `sources` are those that turned out to be one, `both` the fields of claims that both sides changed,
    `disputed` the ids of claims of which two judges now differ.
    """

    file: str
    steps: int = 0
    claims: tuple[Renumbered, ...] = ()
    speakers: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    both: tuple[tuple[int, str], ...] = ()
    disputed: tuple[int, ...] = ()
    near: tuple[Near, ...] = ()
    copy: str | None = None
