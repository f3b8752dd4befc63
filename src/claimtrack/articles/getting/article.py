"""An article as it was read: its text, and what is said about it where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.model import When
    from claimtrack.model.text import StoredText


@dataclass(frozen=True, slots=True)
class Article:
    """The main text and the facts given with it; what isn't said is None."""

    text: StoredText
    title: StoredText | None = None
    publisher: StoredText | None = None
    url: str | None = None
    published: When | None = None
    # True where no markup says that this is the day of publishing: it was found in the text or the address.
    published_guessed: bool = False
