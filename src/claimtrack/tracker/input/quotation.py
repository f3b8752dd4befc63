"""Proving quotations: where the saved text of a source has them, word for word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import RefusedError
from claimtrack.store import articles
from claimtrack.store.row_values import row_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.articles.proving import Offsets
    from claimtrack.store.articles import SavedText
    from claimtrack.store.connection import Connection
    from claimtrack.store.entities import Fields
    from claimtrack.store.step import Step


class Passage(NamedTuple):
    """The sentence that a quotation stands in, and where in it the parts of the quotation are."""

    text: str
    parts: tuple[tuple[int, int], ...]


def proof(step: Step, fields: Mapping[str, object], *, near: int = 0) -> Fields:
    """The log's field for where the quotation of a claim with `fields` stands; empty where nothing can tell.

    `near` is where to look first, for words that stand in the text more than once.

    Raises:
        RefusedError: where the saved text of the source does not have it; the nearest passage is shown.
    """
    quote, source = fields.get("quote"), fields.get("source")
    if not (quote and source):
        return {"quote_spans": None}
    saved = articles.saved_text(step.connection, row_id(step.connection, "source", source))
    if saved is None:
        return {"quote_spans": None}
    from claimtrack.articles.proving import find, nearest_passage  # noqa: PLC0415  # few claims have a saved text

    spans = find(str(quote), saved.text, near=near)
    if spans is None:
        nearest = nearest_passage(str(quote), saved.text)
        hint = f'; the nearest passage is "{nearest}"' if nearest else ""
        raise RefusedError(f"The source does not have the quotation word for word{hint}.")
    return {"quote_spans": json.dumps(spans)}


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
