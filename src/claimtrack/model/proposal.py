"""A claim found in an article, waiting for a person to accept or reject it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from claimtrack.model import When

# What a candidate may be of a claim that is recorded: the same again, the same with another date or probability, its
# opposite, or news of how it turned out. Or it is none of these, a claim of its own.
REPEAT, MOVE, CONTRADICTION, EVIDENCE, NEW = "repeat", "move", "contradiction", "evidence", "new"
RELATIONS = (REPEAT, MOVE, CONTRADICTION, EVIDENCE)
# In which order candidates are answered: the surest first, as each article reads, or speaker by speaker.
ORDERS = BY_SCORE, BY_ARTICLE, BY_SPEAKER = ("score", "article", "speaker")
RULES = "rules"  # in `found_by`, of a candidate that our own rules found
_OF = {
    REPEAT: "a repeat of", MOVE: "a move of", CONTRADICTION: "a contradiction of", EVIDENCE: "evidence on",
}  # fmt: skip  # a table


def answer_named(words: str) -> str:
    """What a candidate is said to be: one of `RELATIONS`, or `new`.

    Raises:
        UnreadableError: where it is none of these.
    """
    if words not in (*RELATIONS, NEW):
        raise UnreadableError(
            f"{words!r} is nothing that a candidate can be; say one of {', '.join((*RELATIONS, NEW))}."
        )
    return words


class About(NamedTuple):
    """A recorded claim that a candidate may be about, by its id, and how: one of `RELATIONS`."""

    claim: int
    relation: str

    @property
    def words(self) -> str:
        """How it may be about which claim, as part of a sentence: `a move of claim 12`."""
        return f"{_OF[self.relation]} claim {self.claim}"

    @property
    def short(self) -> str:
        """The same for a table: `move of 12`."""
        return f"{_OF[self.relation].removeprefix('a ')} {self.claim}"


class Proposal(NamedTuple):
    """One candidate claim of one source; `number` counts within it and is no claim's id.

    `start` and `stop` are offsets into the saved text of the source. `rung` is how its speaker is known: `own`,
    `subject`, `carried`, `self`, `model` or `none`; `was` is the date that `due` replaces, where there is one. `answer`
    is null while it waits, else `accepted`, with the claim it became, or `rejected`. `about` are the claims that it may
    be about, the nearest first, as the record is now; none once it was answered. `found_by` are the rules, or models,
    each with the version of what it was asked; `passage` are the words where it was found, if `text` has others.
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
    about: tuple[About, ...] = ()
    found_by: tuple[str, ...] = (RULES,)
    passage: str | None = None
    translation: str | None = None

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
        | {"about": [one._asdict() for one in proposal.about]}
        | {"found_by": list(proposal.found_by), "translation": proposal.translation}
    )
