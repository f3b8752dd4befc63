"""A claim found in an article, waiting for a person to accept or reject it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.model import When


@dataclass(frozen=True, slots=True)
class Proposal:
    """One candidate claim of one source; `number` counts within it and is no claim's id.

    `start` and `stop` are offsets into the saved text of the source. `rung` is how its speaker is known: `own`,
    `subject`, `carried`, `self` or `none`; `was` is the date that `due` replaces, where there is one. `answer` is null
    while it waits, else `accepted`, with the claim it became, or `rejected`.
    """

    uid: str
    source: int
    number: int
    start: int
    stop: int
    kind: str
    text: str
    score: float
    speaker: str | None = None
    unnamed: bool = False
    via: str | None = None
    quote: str | None = None
    said: When | None = None
    due: When | None = None
    due_words: str | None = None
    was: When | None = None
    probability: float | None = None
    rung: str | None = None
    answer: str | None = None
    claim: int | None = None

    @property
    def said_by(self) -> str:
        """The speaker, with who relayed it, as tables show it."""
        name = self.speaker or "nobody named"
        return f"{name} (says {self.via})" if self.via else name


def plain(proposal: Proposal) -> dict[str, object]:
    """The proposal as `extract --json` prints it: dates as ISO forms, null where empty."""
    names = ("number", "kind", "speaker", "unnamed", "via", "rung", "text", "quote", "start", "stop")
    dates = {"said": proposal.said, "due": proposal.due, "was": proposal.was}
    return (
        {name: getattr(proposal, name) for name in names}
        | {name: str(when) if when else None for name, when in dates.items()}
        | {name: getattr(proposal, name) for name in ("due_words", "probability", "score", "answer", "claim")}
    )
