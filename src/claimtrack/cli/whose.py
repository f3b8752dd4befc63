"""Asking whose claim it is, before it is written, where a name may be that of somebody who is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack import tracker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.terminal import Terminal
    from claimtrack.store.database import Database

_CHOICES = 9  # names that are offered by number


def settled(terminal: Terminal, db: Database, given: dict[str, Any]) -> dict[str, Any]:
    """`given` with what a person answers of its speaker; as it was where all is clear, or nobody can be asked."""
    name = given.get("speaker")
    if not name or given.get("unnamed") or given.get("new_speaker") or not terminal.can_ask:
        return given
    likely = tracker.likely_speaker(db, name)
    if likely.known:
        return given
    if likely.unnamed and given.get("unnamed") is None:
        unnamed = terminal.decides(f'Is "{name}" somebody whom the source does not name?')
        given = {**given, "unnamed": unnamed}
        if unnamed:
            return given
    if not likely.near:
        return given
    meant = _which(terminal, name, likely.near)
    if meant is None:
        return {**given, "new_speaker": True}
    kept = terminal.agrees(f"Keep {name} as another name of {meant}?")
    return {**given, "speaker": meant, "alias": name if kept else None}


def _which(terminal: Terminal, name: str, near: Sequence[str]) -> str | None:
    """The one of the speakers who is meant by the name; null for somebody new."""
    if len(near) == 1:
        return (
            near[0]
            if terminal.decides(f"Is {name} the {near[0]} who is there? (no: a new speaker)")
            else None
        )
    terminal.say(f"{name} may be one of these:")
    numbered = {str(number): other for number, other in enumerate(near[:_CHOICES], 1)}
    for number, other in numbered.items():
        terminal.say(f"  {number}  {other}")
    return numbered.get(terminal.chooses("Which one? A number, or n for a new speaker:", [*numbered, "n"]))


def whole_name(terminal: Terminal, db: Database, name: str) -> str:
    """The whole name of the speaker who is meant by a part of it, where a person says so; else the name as it was."""
    if not terminal.can_ask:
        return name
    likely = tracker.likely_speaker(db, name)
    if likely.known or len(likely.near) != 1:
        return name
    return likely.near[0] if terminal.agrees(f"Do you mean {likely.near[0]}?") else name
