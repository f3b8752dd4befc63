"""Speakers and sources that came and may be ones that were there, to be joined by hand."""

from __future__ import annotations

from difflib import SequenceMatcher
from shlex import quote
from typing import TYPE_CHECKING

from claimtrack.model.merged import Near
from claimtrack.model.name_parts import may_be_one, name_words
from claimtrack.model.text import name_key
from claimtrack.store import sources, speakers
from claimtrack.store.merge.newcomers import new_sources, new_speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model import Source
    from claimtrack.store.connection import Connection

_ALIKE = 0.8  # of one name in the other, letter by letter
_FEW = 300  # names, or sources, of which each can be compared with each


def near_speakers(connection: Connection) -> Iterator[Near]:
    """Each speaker that came with those who may be the same, by a part of the name or nearly all its letters."""
    came = new_speakers(connection)
    there = sorted(set(speakers.names(connection)) - set(came))
    by_word: dict[str, list[str]] = {}
    for name in there:
        for word in name_words(name):
            by_word.setdefault(word, []).append(name)
    for new in came:
        some = {name for word in name_words(new) for name in by_word.get(word, ())}
        for known in sorted(some) if len(there) > _FEW else there:
            if may_be_one(new, known) or _alike(new, known):
                command = f"claimtrack speakers merge {quote(new)} {quote(known)}"
                yield Near("speaker", new, known, command)


def _alike(one: str, other: str) -> bool:
    compared = SequenceMatcher(None, name_key(one), name_key(other), autojunk=False)
    return compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE


def near_sources(connection: Connection) -> Iterator[Near]:
    """Each source that came with those of its title or page, of which something else is known."""
    came = new_sources(connection)
    for new in came:
        found = sources.by_title(connection, new.title) if new.title else []
        if new.url and len(came) <= _FEW:
            found += sources.by_page(connection, new.url)
        for known in {one.id: one for one in found if one.id < new.id}.values():
            yield Near(
                "source", _called(new), _called(known), f"claimtrack sources merge {new.id} {known.id}"
            )


def _called(source: Source) -> str:
    return f"source {source.id}, {source.label}"
