"""What a person may give for a claim and its source: plain values, named as in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence


class SourceFacts(TypedDict, total=False):
    """Facts of a source besides its title; an empty value empties one."""

    publisher: str | None
    url: str | None
    archive_url: str | None
    published: str | None


class Given(TypedDict, total=False):
    """Fields of a claim; null means not given, an empty value empties one."""

    kind: str | None
    said: str | None
    due: str | None
    quote: str | None
    translation: str | None
    via: str | None
    unnamed: bool | None
    role: str | None
    criterion: str | None
    source: str | int | None
    url: str | None
    archive_url: str | None
    publisher: str | None
    published: str | None
    tags: Sequence[str] | str | None
    probability: str | float | None
    note: str | None
    replaces: str | int | None
    contradicts: Sequence[str | int] | None
