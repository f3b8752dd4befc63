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


class Held(NamedTuple):
    """A claim, perhaps a deleted one, and how much hangs on it, as it is shown before it is wiped."""

    id: int
    text: str
    deleted: bool
    verdicts: int
    evidence: int
    steps: int  # of the log
