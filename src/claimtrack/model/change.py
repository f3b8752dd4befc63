"""What commands did, as the log keeps it."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """What one command did to one thing: only the fields that changed; `before` is null for a creation."""

    entity: str
    uid: str
    label: str  # what people call it, such as `claim 3` or `speaker Ada North`
    before: dict[str, object] | None
    after: dict[str, object] | None


class Entry(NamedTuple):
    """One command as the log keeps it: when, who, which verb, and every change it made."""

    seq: int
    uid: str
    at: str
    who: str | None
    verb: str
    undone: bool = False
    undoes: str | None = None
    changes: tuple[Change, ...] = ()
    more: int = 0  # changes that are not listed: of a big step only the first thousand may be


class Held(NamedTuple):
    """A claim, perhaps a deleted one, with all that goes with it, as it is shown before it is wiped."""

    id: int
    speaker: str
    via: str | None
    text: str
    deleted: bool
    words: tuple[str, ...]  # the fields besides that hold words
    tags: int
    verdicts: int
    evidence: int
    appearances: int
    candidates: int
    contradictions: int
    steps: int  # of the log
