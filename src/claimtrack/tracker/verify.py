"""Verifying sources: whether each quotation still stands where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimtrack.errors import ClaimtrackError, RefusedError
from claimtrack.model.text import is_address
from claimtrack.store import articles, sources
from claimtrack.tracker.input.filters import source_ids
from claimtrack.tracker.input.quotation import proven_in
from claimtrack.tracker.source_texts import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from claimtrack.articles.proving import Fate
    from claimtrack.model import Source
    from claimtrack.store.articles import Quoted, SavedText
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database


@dataclass(frozen=True)
class Verification:
    """What became of one quotation, or of a whole source that could not be read again (`claim` is then null)."""

    source: Source
    fate: Fate | Literal["not read"]
    claim: int | None = None
    quote: str | None = None
    why: str | None = None

    @property
    def needs_a_person(self) -> bool:
        """Whether it is no longer there as it was read."""
        return self.fate in ("changed", "gone", "not read")


def verify(db: Database, named: str | int | None = None) -> list[Verification]:
    """Reads the file or address of a source, or of all, again and compares its quotations; changes nothing.

    A quotation that moved still stands there word for word.

    Raises:
        RefusedError: where the source is not there, or has no text that was read from anywhere.
    """
    with db.reading() as connection:
        wanted = _wanted(connection, named)
        quoted = {source.id: list(_proven(connection, source.id)) for source, _ in wanted}
    return [
        found
        for source, saved in wanted
        for found in _compared(source, saved, quoted[source.id], db.today, place=db.path.parent)
    ]


def _proven(connection: Connection, source: int) -> Iterator[tuple[Quoted, SavedText]]:
    """The quotations from the source, each with the text that it was proven in."""
    texts = articles.saved_texts(connection, source)
    for one in articles.quoted(connection, source):
        if saved := proven_in(texts, one.quote, one.spans):
            yield one, saved


def _wanted(connection: Connection, named: str | int | None) -> list[tuple[Source, SavedText]]:
    if named is None:
        chosen = list(reversed(sources.everything(connection)))
    else:
        ids = source_ids(connection, str(named))
        chosen = [source for source in sources.everything(connection) if source.id in ids]
    saved = [(source, articles.saved_text(connection, source.id)) for source in chosen]
    again = [(source, text) for source, text in saved if text and text.read_from]
    if named is not None and not again:
        raise RefusedError(
            f"Source {chosen[0].id} was not read from a file or an address, so nothing can be compared."
        )
    return again


def _compared(
    source: Source, saved: SavedText, quoted: list[tuple[Quoted, SavedText]], today: date, *, place: Path
) -> list[Verification]:
    from claimtrack.articles.proving import compare  # noqa: PLC0415  # only this verb compares

    try:
        where = str(saved.read_from)
        text = read_article(where if is_address(where) else str(place / where), today=today).text
    except ClaimtrackError as error:
        return [Verification(source, "not read", why=str(error))]
    if not quoted:
        return [Verification(source, "found" if text == saved.text else "changed", why="no claim quotes it")]
    return [
        Verification(source, compare(one.quote, one.spans, before.text, text), one.claim, one.quote)
        for one, before in quoted
    ]
