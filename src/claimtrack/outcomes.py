"""What a person types for a kind of claim or an outcome: the words of any kind, and the usual synonyms."""

from __future__ import annotations

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import KINDS, LABELS, OUTCOMES, SAME_FOR_EVERY_KIND

_SYNONYMS = {
    "held": ("yes", "came true", "fulfilled", "confirmed", "correct", "did happen", "achieved"),
    "partly": ("half true", "half kept", "mostly true", "compromise", "partial", "partially", "mixed"),
    "failed": (
        "no", "didnt happen", "not true", "not kept", "not met", "not fulfilled", "unfulfilled", "incorrect",
        "not achieved",
    ),
    "ambiguous": ("unclear", "undecided", "disputed", "unsettled", "inconclusive"),
    "void": ("annulled", "n/a", "na", "not applicable", "moot", "cancelled", "canceled"),
    "withdrawn": ("retracted", "taken back", "took it back", "recanted", "walked back"),
}  # fmt: skip  # a row an outcome
_UNDER_WAY = (
    "stalled",
    "in the works",
    "in progress",
    "pending",
    "ongoing",
    "under way",
    "underway",
    "delayed",
)


def _plain(words: str) -> str:
    return " ".join(
        words.casefold().replace("-", " ").replace("_", " ").replace("'", "").replace("’", "").split()
    )


def _codes() -> dict[str, str]:
    codes = {code: code for code in OUTCOMES}
    codes |= {_plain(label): code for code, label in SAME_FOR_EVERY_KIND.items()}
    for labels in LABELS.values():
        codes |= {_plain(label): code for label, code in zip(labels, OUTCOMES, strict=False)}
    return codes | {synonym: code for code, synonyms in _SYNONYMS.items() for synonym in synonyms}


def outcome_code(words: str, *, claims: str = "ID") -> str:
    """The stored code for what was typed, whatever kind of claim the words belong to.

    `claims` is how the ones to be judged were named, for the advice.

    Raises:
        RefusedError: for words of work under way, which are tags.
        UnreadableError: for words that name no outcome.
    """
    plain = _plain(words)
    if plain in _UNDER_WAY:
        tag = plain.replace(" ", "-")
        raise RefusedError(
            f'"{words}" is no outcome: nothing is settled yet; tag it with `edit {claims} --tag {tag}`.'
        )
    try:
        return _codes()[plain]
    except KeyError:
        known = ", ".join(label for labels in LABELS.values() for label in labels)
        raise UnreadableError(
            f'"{words}" is no outcome; say one of {known}, {", ".join(SAME_FOR_EVERY_KIND)}.'
        ) from None


def kind(words: str) -> str:
    """The kind of claim that was named; the beginning of its name is enough."""
    found = [kind for kind in KINDS if words and kind.startswith(words.strip().casefold())]
    if len(found) != 1:
        raise UnreadableError(f"{words!r} is no kind of claim; say one of {', '.join(KINDS)}.")
    return found[0]
