"""A recorded claim, as far as a passage of an article is compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.model.when import When


class Near(NamedTuple):
    """What is recorded of a claim near to a passage; `since` is the day it was said, or reported."""

    id: int
    texts: tuple[str, ...]
    names: tuple[str, ...]
    unnamed: bool
    via: str | None
    kind: str
    due: When | None
    probability: float | None
    since: date | None
    resolved: bool
    replaced: bool
