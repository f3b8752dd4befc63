"""When two sources are one: the address is the same, or one has none and all that both know agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.address import address_key
from claimtrack.model.text import text_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimtrack.model.claim import Source
    from claimtrack.model.when import When, Worded


def likely(titled: Sequence[Source], facts: Mapping[str, str | Worded]) -> list[Source]:
    """Of the sources with a title, those that may be the one with these facts and the title; those that know most."""
    rest = {name: fact for name, fact in facts.items() if name != "title"}
    found = [one for one in titled if not ("url" in facts and one.url) and not differing(one, rest)]
    known = [sum(getattr(one, name) is not None for name in facts) for one in found]
    return [one for one, much in zip(found, known, strict=True) if much == max(known)]


def differing(source: Source, facts: Mapping[str, str | Worded]) -> list[str]:
    """The names of the facts that are known of the source as well, and are not the same."""
    known = {name: value for name in facts if (value := getattr(source, name)) is not None}
    return [name for name, value in known.items() if not _SAME.get(name, _same_words)(value, facts[name])]


def _same_words(known: str, given: str) -> bool:
    return text_key(known) == text_key(given)


def _same_address(known: str, given: str) -> bool:
    return address_key(known) == address_key(given)


def _same_day(known: When, given: Worded) -> bool:
    """Whether both may be one day: a month and a day in it are no contradiction."""
    return known.overlaps(given.when)


_SAME: dict[str, Callable[..., bool]] = {
    "url": _same_address, "archive_url": _same_address, "published": _same_day,
}  # fmt: skip  # a table
