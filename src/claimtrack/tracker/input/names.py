"""Which speaker or source is meant, and what to say of one that is new, unclear or not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.model.text import name_key, text_key
from claimtrack.store import speakers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from claimtrack.store.connection import Connection

_NAMED_AT_MOST = 5


def nearest(wanted: str, names: Iterable[str]) -> str | None:
    """The name that, whole or in one of its words, is most like `wanted`; null where none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415  # only where a name is not there

    by_key: dict[str, str] = {}
    for name in names:
        for part in (name_key(name), *name_key(name).split()):
            by_key.setdefault(part, name)
    found = get_close_matches(name_key(wanted), by_key, n=1, cutoff=0.75)
    return by_key[found[0]] if found else None


def nearest_title(wanted: str, titles: Collection[str]) -> str | None:
    """The title for which `wanted` may be a slip of the keys or of the order; null where none is.

    Two that differ in a number are two: issues and days have such titles.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # only where a source is new

    numbers = sorted(re.findall(r"\d+", wanted))
    for form, likeness in ((text_key, 0.8), (_in_order, 0.9)):
        forms = {form(title): title for title in titles if sorted(re.findall(r"\d+", title)) == numbers}
        if found := get_close_matches(form(wanted), forms, n=1, cutoff=likeness):
            return forms[found[0]]
    return None


def _in_order(title: str) -> str:
    """The words of a title, in the order of the alphabet."""
    return " ".join(sorted(re.findall(r"\w+", text_key(title))))


def hint(wanted: str, names: Iterable[str]) -> str:
    """`; the nearest is NAME`, or nothing."""
    near = nearest(wanted, names)
    return f"; the nearest is {near}" if near else ""


def speaker_ids(connection: Connection, name: str) -> list[int]:
    """The ids under which the claims of the one speaker that `name` fits stand.

    Raises:
        RefusedError: where it fits none or several; it names them.
    """
    return speakers.merged_into(connection, speaker_root(connection, name))


def speaker_root(connection: Connection, name: str) -> int:
    """The id of the one speaker that `name` fits, of which a part is enough.

    Raises:
        RefusedError: where it fits none or several; it names them.
    """
    found = speakers.matching(connection, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise several(connection, name, found)
    raise RefusedError(
        f"There is no speaker {name}{hint(name, speakers.names(connection))}; `claimtrack speakers` lists them."
    )


def whole_speaker_root(connection: Connection, name: str) -> int:
    """The id of the one speaker with this name or alias, for a change of it.

    Raises:
        RefusedError: where there is none or several; it names the nearest.
    """
    found = speakers.named(connection, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise several(connection, name, found)
    if near := speakers.matching(connection, name):
        raise only_near(connection, name, near)
    return speaker_root(connection, name)


def several(connection: Connection, name: str, found: list[int]) -> RefusedError:
    """The error for a name that fits more than one speaker."""
    names, shown = _shown(connection, found)
    return RefusedError(f"{name} fits {len(names)} speakers ({shown}); give more of the name.")


def only_near(connection: Connection, name: str, near: list[int], *, or_else: str = "") -> RefusedError:
    """The error for a name that is only part of others, or has them as its part."""
    _, shown = _shown(connection, near)
    out = f", or {or_else}" if or_else else ""
    return RefusedError(f"{name} is nobody's whole name, and may be {shown}; give the whole name{out}.")


def _shown(connection: Connection, found: list[int]) -> tuple[list[str], str]:
    """The names of some speakers, and the first of them as a list to read."""
    names = speakers.names_of(connection, found)
    return names, ", ".join(names[:_NAMED_AT_MOST]) + ", …" * (len(names) > _NAMED_AT_MOST)
