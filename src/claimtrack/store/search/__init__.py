"""Finding claims: conditions over the table of claims, the order they come in, and the words typed to find them."""

from claimtrack.store.search.conditions import Conditions, Spellings, Window
from claimtrack.store.search.finding import (
    BEST_MATCH,
    SORTS,
    any_of,
    chosen,
    count_of,
    ids_of,
    relays,
    standing,
    tag_as_spelled,
    tags,
)

__all__ = [
    "BEST_MATCH", "SORTS", "Conditions", "Spellings", "Window", "any_of", "chosen", "count_of", "ids_of", "relays",
    "standing", "tag_as_spelled", "tags",
]  # fmt: skip  # a list of names
