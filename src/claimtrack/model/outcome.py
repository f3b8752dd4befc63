"""How a claim may come out: every outcome in one table, and what people call it.

What is stored, the words for each kind of claim, the synonyms that are understood, the mark in pictures and what it
counts in scores: a new outcome is a row here.
"""

from collections.abc import Container
from typing import NamedTuple

from claimtrack.errors import RefusedError, UnreadableError

KINDS = ("statement", "prediction", "promise", "deadline")


class Outcome(NamedTuple):
    """One way to come out; the codes are words that no CSV reader takes for a boolean."""

    code: str
    words: tuple[str, ...]  # one for each of KINDS, or one sentence for them all
    synonyms: tuple[str, ...]
    ratings: tuple[str, ...] = ()  # what says more than the outcome, and is kept as the rating
    worth: float | None = None  # what it counts in scores; null leaves it out of them
    style: str | None = None  # how it is painted
    marks: tuple[str, str] | None = None  # in pictures, and in ASCII; null for the one that all others share

    @property
    def by_kind(self) -> bool:
        """Whether each kind of claim has a word of its own for it."""
        return len(self.words) > 1

    def label(self, kind: str) -> str:
        """What it is called for a claim of `kind`."""
        return self.words[KINDS.index(kind) if self.by_kind else 0]

    def short(self, kind: str) -> str:
        """What it is called where there is little room: the stored word in the place of a sentence."""
        return self.label(kind) if self.by_kind else self.code


OUTCOMES = (
    Outcome(
        "held", ("true", "happened", "kept", "met"),
        ("yes", "came true", "came about", "fulfilled", "confirmed", "correct", "did happen", "achieved"),
        worth=1.0, style="good", marks=("●", "#"),
    ),
    Outcome(
        "partly", ("partly true", "partly happened", "partly kept", "partly met"),
        ("partial", "partially"),
        ratings=("half true", "half kept", "half met", "mostly true", "mostly kept", "mostly met", "mixed",
                 "compromise"),
        worth=0.5, style="soon", marks=("◐", "%"),
    ),
    Outcome(
        "failed", ("false", "did not happen", "broken", "missed"),
        ("no", "didnt happen", "did not come true", "didnt come true", "did not come about", "not true", "not kept",
         "not met", "unmet", "not fulfilled", "unfulfilled", "incorrect", "not achieved"),
        worth=0.0, style="bad", marks=("✗", "x"),
    ),
    Outcome(
        "ambiguous", ("the world does not settle it",),
        ("unclear", "undecided", "disputed", "unsettled", "inconclusive"),
    ),
    Outcome(
        "void", ("its premise fell away",),
        ("annulled", "n/a", "na", "not applicable", "moot", "cancelled", "canceled"),
    ),
    Outcome(
        "withdrawn", ("the speaker took it back",),
        ("retracted", "taken back", "took it back", "recanted", "walked back"),
    ),
)  # fmt: skip  # a table
OUTCOME_CODES = tuple(outcome.code for outcome in OUTCOMES)
HELD, FAILED = "held", "failed"  # the two that rules and advice name
_BY_CODE = {outcome.code: outcome for outcome in OUTCOMES}
_UNDER_WAY = (
    "stalled", "in the works", "in progress", "pending", "ongoing", "under way", "underway", "delayed", "started",
    "not started", "not yet started", "not rated", "not yet rated", "not yet", "in window", "on track", "open",
    "unresolved", "active", "tbd", "to be decided", "to be determined",
)  # fmt: skip  # a list of words


def outcome_of(code: str | None) -> Outcome | None:
    """The outcome that is stored as `code`; null for null and for what is none."""
    return _BY_CODE.get(code or "")


def outcome_label(kind: str, code: str | None) -> str | None:
    """What the outcome is called for a claim of `kind`; null for null."""
    return None if code is None else _BY_CODE[code].label(kind)


def _plain(words: str) -> str:
    return " ".join(
        words.casefold().replace("-", " ").replace("_", " ").replace("'", "").replace("’", "").split()
    )


def choices(kinds: Container[str] = KINDS) -> tuple[str, ...]:
    """The words for the outcomes of claims of these kinds; the stored one where all kinds share a sentence."""
    wanted = [kind for kind in KINDS if kind in kinds]
    by_kind = (outcome.label(kind) for kind in wanted for outcome in OUTCOMES if outcome.by_kind)
    same = (outcome.code for outcome in OUTCOMES if not outcome.by_kind)
    return (*by_kind, *same)


def own_rating(words: str) -> str | None:
    """The words, where they say more than the outcome that they name, such as `half-true`; else null."""
    plain = _plain(words)
    return words if any(plain in outcome.ratings for outcome in OUTCOMES) else None


def is_under_way(words: str) -> bool:
    """Whether the words say that nothing is settled yet, such as `in progress`."""
    return _plain(words) in _UNDER_WAY


def outcome_code(words: str, *, claims: str = "ID") -> str:
    """The stored code for what was typed, whatever kind of claim the words belong to.

    `claims` is how the ones to be judged were named, for the advice.

    Raises:
        RefusedError: for words of work under way, which are tags.
        UnreadableError: for words that name no outcome.
    """
    plain = _plain(words)
    if is_under_way(words):
        tag = plain.replace(" ", "-")
        raise RefusedError(
            f'"{words}" is no outcome: nothing is settled yet; tag it with `edit {claims} --tag {tag}`.'
        )
    for outcome in OUTCOMES:
        if plain in (outcome.code, *map(_plain, outcome.words), *outcome.synonyms, *outcome.ratings):
            return outcome.code
    raise UnreadableError(f'"{words}" is no outcome; say one of {", ".join(choices())}.')
