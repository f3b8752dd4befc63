"""What a passage may be of a recorded claim: said again, moved, contradicted, or news of how it turned out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.about.acts import akin, exclude
from claimtrack.articles.about.words import stem
from claimtrack.model.name_parts import may_be_one, name_words
from claimtrack.model.proposal import CONTRADICTION, EVIDENCE, MOVE, REPEAT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from claimtrack.articles.about.gist import Gist
    from claimtrack.model import When
    from claimtrack.model.near import Near

# How much of what both are about has to be shared, from 0 to 1.
SAID_AGAIN = 0.5
OPPOSITE = 0.45
NEWS = LEAST = 0.42
# What is left of the likeness where both name things that the other does not, or figures.
OTHER_NAMES = 0.45
OTHER_FIGURES = 0.7
OTHER_SUBJECT = 0.6
# What it is worth that news names the speaker.
OF_SPEAKER = 1.0
# What an act that may come to the same is worth, and what is left of the likeness where no name joins the two.
KIN = 0.8
UNLINKED = 0.6
# The share of the shorter text, against the longer, in what is shared.
SHORTER = 0.65
# Above it other words for the act may mean the same.
SURE = 0.7
FEWEST = 2
MOST = 3
CLOSE = 0.15


class Passage(NamedTuple):
    """What an article has: who says it, where somebody does, and what of; `ahead` where it looks ahead."""

    gist: Gist
    around: Gist  # of the whole article
    ahead: bool = False
    denies: bool = False
    speaker: str | None = None
    via: str | None = None
    due: When | None = None
    probability: float | None = None
    published: date | None = None


class Recorded(NamedTuple):
    """A claim that a passage is compared with, and what its texts are of."""

    near: Near
    gists: tuple[Gist, ...]
    own: frozenset[str]  # the words of the speaker's names, which tell nothing of the matter


def relations(passage: Passage, claims: Iterable[Recorded]) -> list[tuple[int, str]]:
    """What the passage may be of which claims, the nearest first, a few at most."""
    found = [
        (near, claim.near.id, name) for claim in claims for name, near in [relation(passage, claim)] if name
    ]
    found.sort(reverse=True)
    again = max((near for near, _, name in found if name == REPEAT), default=0.0)
    kept = [
        one
        for one in found
        if one[0] >= found[0][0] - CLOSE and not (one[2] == MOVE and again >= one[0] - CLOSE)
    ]
    return [(identity, name) for _, identity, name in kept[:MOST]]


def relation(passage: Passage, claim: Recorded) -> tuple[str | None, float]:
    """What the passage may be of the claim, or null, and how near they are."""
    near, gist = max(((nearness(passage, one, claim), one) for one in claim.gists), key=lambda pair: pair[0])
    if near < LEAST:
        return None, near
    same = is_same_voice(passage, claim)
    if passage.ahead and same:
        return _said(passage, claim, gist, near), near
    if passage.ahead:
        return (
            EVIDENCE if near >= NEWS and passage.gist.delayed and _is_open(passage, claim) else None
        ), near
    return _told(passage, claim, gist, near, same=same), near


def is_same_voice(passage: Passage, claim: Recorded) -> bool:
    """Whether the passage is its speaker's by any of the names, or is relayed by, or of, whoever the claim is."""
    if passage.speaker is None:
        spoken = passage.gist.words.keys()
        return passage.ahead and any(names_of(name) <= spoken for name in claim.near.names)
    if any(may_be_one(name, passage.speaker) for name in claim.near.names):
        return True
    relayed = claim.near.via is not None or passage.via is not None or claim.near.unnamed
    others = [name for name in (passage.via, claim.near.via) if name]
    if any(may_be_one(passage.speaker, name) for name in others) or any(
        may_be_one(passage.via or "", name) for name in claim.near.names
    ):
        return relayed
    return claim.near.via is not None and not passage.gist.names.isdisjoint(claim.own)


def nearness(passage: Passage, gist: Gist, claim: Recorded) -> float:
    """How much of what both are about is shared, from 0 to 1, but for the names of the speaker."""
    own = claim.own
    one, other = passage.gist.without(own), gist.without(own)
    both = one.words.keys() & other.words.keys()
    kin = KIN if one.acts.isdisjoint(other.acts) and akin(one.acts, other.acts) else 0.0
    named = OF_SPEAKER if own & passage.gist.names and not is_same_voice(passage, claim) else 0.0
    if not both or len(both) + bool(named) + bool(kin) < min(FEWEST, len(other.words)):
        return 0.0
    shared = named + kin + sum(min(one.words[word], other.words[word]) for word in both)
    shorter, longer = sorted((named + sum(one.words.values()), named + sum(other.words.values())))
    near = shared / (SHORTER * shorter + (1 - SHORTER) * longer)
    if other.sure - passage.around.words.keys() and (
        one.sure - other.words.keys() or not other.sure & one.names
    ):
        near *= OTHER_NAMES
    if one.figures and other.figures and one.figures.isdisjoint(other.figures):
        near *= OTHER_FIGURES
    if one.subject and other.subject and one.subject != other.subject:
        near *= OTHER_SUBJECT
    return near * (1.0 if passage.ahead or _linked(passage, both, own) else UNLINKED)


def _linked(passage: Passage, both: Iterable[str], own: frozenset[str]) -> bool:
    """Whether a name joins what both are about, or the article names the speaker."""
    return not passage.gist.names.isdisjoint(both) or not own.isdisjoint(passage.around.words)


def _said(passage: Passage, claim: Recorded, gist: Gist, near: float) -> str | None:
    """What a claim of the same speaker that looks ahead is of the one that is recorded."""
    said, acts = passage.gist, gist.acts
    if near >= OPPOSITE and ((said.negated != gist.negated) ^ _excludes(said.acts, acts)):
        return None if claim.near.replaced else CONTRADICTION
    if near < SAID_AGAIN or (
        acts and said.acts and acts.isdisjoint(said.acts) and near < SURE and not akin(acts, said.acts)
    ):
        return None
    if not _differs(passage, claim):
        return REPEAT
    return MOVE if not claim.near.replaced and _not_before(passage, claim) else None


def _differs(passage: Passage, claim: Recorded) -> bool:
    """Whether it names another date or probability than is recorded."""
    stated = (passage.probability, claim.near.probability)
    if None not in stated and stated[0] != stated[1]:
        return True
    return bool(passage.due and claim.near.due and not passage.due.overlaps(claim.near.due))


def _told(passage: Passage, claim: Recorded, gist: Gist, near: float, *, same: bool) -> str | None:
    """What a passage that says what is or was so is of a claim."""
    told = passage.gist
    if claim.near.kind == "statement":
        if not same or near < SAID_AGAIN:
            return None
        opposite = (told.negated != gist.negated) ^ _excludes(told.acts, gist.acts)
        return CONTRADICTION if opposite else REPEAT
    if near < NEWS or not _is_open(passage, claim):
        return None
    if same and told.negated and passage.denies:
        return CONTRADICTION
    acts = gist.acts
    came = told.past & (acts | gist.words.keys()) or ((told.past or told.negated) and told.acts & acts)
    off = told.off or told.delayed or _excludes(told.acts, acts)
    return EVIDENCE if came or off or (told.past and not acts) else None


def _excludes(some: frozenset[str], others: frozenset[str]) -> bool:
    return some.isdisjoint(others) and exclude(some, others)


def _is_open(passage: Passage, claim: Recorded) -> bool:
    """Whether news of how the claim turned out is looked for, and the passage is not of times before it."""
    past = claim.near.since and passage.gist.years and max(passage.gist.years) < claim.near.since.year
    return not (claim.near.resolved or claim.near.replaced or past) and _not_before(passage, claim)


def _not_before(passage: Passage, claim: Recorded) -> bool:
    return passage.published is None or claim.near.since is None or passage.published >= claim.near.since


def names_of(*names: str) -> frozenset[str]:
    """The words of names, as those of texts are compared."""
    return frozenset(stem(word) for name in names for word in name_words(name))
