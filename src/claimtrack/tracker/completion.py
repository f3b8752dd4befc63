"""What a shell may offer where a person pressed tab: values of the database that begin as typed.

The database is glanced at: one that is not there, locked, damaged or of another version raises `UnusableError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.model import KINDS, OUTCOMES
from claimtrack.store import claims, completion, search
from claimtrack.tracker.input.claim_ids import leading_references

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.store.database import Database

SORTS = search.SORTS
_MOST = 50


class Candidate(NamedTuple):
    """What may be put in the place of what was typed, and a few words on it; empty where there are none."""

    value: str
    about: str = ""


def ids(db: Database, typed: str) -> list[Candidate]:
    """Ids of claims, newest first, with the text; and `last`."""
    last = [Candidate("last", "the claim added last")] if "last".startswith(typed) else []
    if not typed.isdecimal() and typed:
        return last
    with db.glancing() as connection:
        found = completion.claims(connection, typed, most=_MOST)
    return [Candidate(str(identity), text) for identity, text in found] + last


def speakers(db: Database, typed: str) -> list[Candidate]:
    """Names and aliases of speakers, those with most claims first."""
    with db.glancing() as connection:
        return _candidates(completion.speakers(connection, typed, most=_MOST))


def tags(db: Database, typed: str) -> list[Candidate]:
    """Tags, the most used first."""
    with db.glancing() as connection:
        return _candidates(completion.tags(connection, typed, most=_MOST))


def sources(db: Database, typed: str) -> list[Candidate]:
    """Ids of sources, or addresses or titles where one was begun; newest first."""
    with db.glancing() as connection:
        return _candidates(completion.sources(connection, typed, most=_MOST))


def verdict(db: Database, words: Sequence[str], typed: str) -> list[Candidate]:
    """What may follow `resolve` and the words: ids, and after one the outcomes in the words of the claims' kinds."""
    try:
        named, begun = leading_references(words)
    except UnreadableError:
        return []
    if not named or (typed[:1].isdecimal() and not begun):
        return ids(db, typed)
    with db.glancing() as connection:
        kinds = completion.kinds(connection, [claims.uid_of(connection, claim) for claim in named[:_MOST]])
    return _rest(outcomes(kinds or KINDS), begun)


def outcomes(kinds: Iterable[str]) -> list[Candidate]:
    """Every outcome in the words of the kinds."""
    own = [Candidate(one.label(kind), kind) for kind in kinds for one in OUTCOMES if one.by_kind]
    return own + [Candidate(one.code, one.words[0]) for one in OUTCOMES if not one.by_kind]


def _rest(candidates: Iterable[Candidate], begun: Sequence[str]) -> list[Candidate]:
    """What is still to be typed of the candidates that begin with the words."""
    start = "".join(f"{word.casefold()} " for word in begun)
    return [c._replace(value=c.value[len(start) :]) for c in candidates if c.value.startswith(start)]


def _candidates(rows: Iterable[tuple[str, str]]) -> list[Candidate]:
    return [Candidate(name, of) for name, of in rows]
