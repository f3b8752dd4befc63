"""Outcomes: the codes that are stored, what each kind of claim calls them, and what a person may type."""

from __future__ import annotations

from claimtrack.errors import RefusedError, UnreadableError

OUTCOMES = ("held", "partly", "failed", "ambiguous", "void", "withdrawn")

# What an outcome is called depends on the kind of claim; the codes are what is stored.
LABELS = {
    "statement": ("true", "partly true", "false"),
    "prediction": ("happened", "partly happened", "did not happen"),
    "promise": ("kept", "partly kept", "broken"),
    "deadline": ("met", "partly met", "missed"),
}
SAME_FOR_EVERY_KIND = {
    "ambiguous": "the world does not settle it",
    "void": "its premise fell away",
    "withdrawn": "the speaker took it back",
}

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


def outcome_label(kind: str, outcome: str | None) -> str | None:
    """What `outcome` is called for a claim of `kind`; null for null."""
    if outcome is None:
        return None
    return SAME_FOR_EVERY_KIND.get(outcome) or LABELS[kind][OUTCOMES.index(outcome)]


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
