"""Proving quotations: where the saved text of a source has them, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import RefusedError
from claimtrack.store import articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.articles.proving import Offsets
    from claimtrack.model import Claim
    from claimtrack.store.articles import SavedText
    from claimtrack.store.connection import Connection
    from claimtrack.tracker.input.look import Reader


class Passage(NamedTuple):
    """The sentence that a quotation stands in, and where in it the parts of the quotation are."""

    text: str
    parts: tuple[tuple[int, int], ...]


def proof(step: Reader, claim: Claim, *, near: int = 0) -> Offsets | None:
    """Where the quotation of the claim stands in the saved text of its source; null where nothing can tell.

    `near` is where to look first, for words that stand in the text more than once.

    Raises:
        RefusedError: where the saved text of the source does not have it; the nearest passage is shown.
    """
    saved = articles.saved_text(step.connection, claim.source.id) if claim.quote and claim.source else None
    if saved is None or claim.quote is None:
        return None
    from claimtrack.articles.proving import find, nearest_passage  # noqa: PLC0415  # few claims have a saved text

    spans = find(claim.quote, saved.text, near=near)
    if spans is None:
        nearest = nearest_passage(claim.quote, saved.text)
        hint = f'; the nearest passage is "{nearest}"' if nearest else ""
        raise RefusedError(f"The source does not have the quotation word for word{hint}.")
    return spans


def proven_in(texts: Sequence[SavedText], quote: str, spans: Offsets) -> SavedText | None:
    """The newest of the texts that has the quotation at those offsets: the one that it was proven in."""
    from claimtrack.articles.proving import find  # noqa: PLC0415  # few claims have a saved text

    return next((saved for saved in texts if find(quote, saved.text, near=spans[0][0]) == spans), None)


def passage(connection: Connection, claim: int) -> Passage | None:
    """The quotation of the claim in its sentence; null where no saved text has it."""
    found = articles.quotation(connection, claim)
    saved = found and proven_in(articles.saved_texts(connection, found.source), found.quote, found.spans)
    if not (found and saved):
        return None
    from claimtrack.articles.proving import in_sentence  # noqa: PLC0415  # few claims have a saved text

    spans = found.spans
    start, stop = in_sentence(saved.text, spans[0][0], spans[-1][1])
    return Passage(saved.text[start:stop], tuple((first - start, last - start) for first, last in spans))
