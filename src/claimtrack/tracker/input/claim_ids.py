"""Naming claims: numbers, ranges, uids and `last`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.store import claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.model import Claim
    from claimtrack.store.connection import Connection
    from claimtrack.tracker.input.look import Reader

Reference = int | str
_UID = "(?i:[0-9A-HJKMNP-TV-Z]{26})"
_RANGE = r"(\d{1,15})(?:-(\d{1,15}))?"
_MOST_IN_RANGE = 1_000_000


def references(word: str) -> tuple[Reference, ...] | None:
    """The claims that one word names, such as `3`, `3,5-7`, `last` or a uid; null where it is no such word.

    Raises:
        UnreadableError: for a range that runs backwards or is too long.
    """
    named: list[Reference] = []
    for part in word.split(","):
        if not part:
            continue
        if part == "last":
            named.append(part)
        elif re.fullmatch(_UID, part):
            named.append(part.upper())
        elif found := re.fullmatch(_RANGE, part):
            named.extend(_range(part, int(found[1]), int(found[2] or found[1])))
        else:
            return None
    return tuple(named) or None


def _range(part: str, first: int, last: int) -> range:
    if last < first:
        raise UnreadableError(f"{part} is no range of ids; write the smaller number first, as in 5-7.")
    if last - first >= _MOST_IN_RANGE:
        raise UnreadableError(
            f"{part} names too many claims; at most {_MOST_IN_RANGE:,} may be named by one range."
        )
    return range(first, last + 1)


def leading_references(words: Sequence[str]) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    """The claims named by the first words, each once, and the words that follow them."""
    named: dict[Reference, None] = {}
    for place, word in enumerate(words):
        found = references(word)
        if found is None:
            return tuple(named), tuple(words[place:])
        named |= dict.fromkeys(found)
    return tuple(named), ()


def claim_uid(connection: Connection, claim: Reference, *, deleted: bool = False) -> str:
    """The uid of the claim.

    Raises:
        RefusedError: where there is none.
    """
    uid = claims.uid_of(connection, claim, deleted=deleted)
    if uid is None:
        what = "claim yet" if claim == "last" else f"claim {claim}"
        raise RefusedError(f"There is no {what}; `claimtrack list` shows those there are.")
    return uid


def read_claim(step: Reader, uid: str) -> Claim:
    """The claim with this uid, as it stands within the step."""
    identity = claims.id_of(step.connection, uid)
    return next(claims.records(step.connection, [identity], today=step.today))


def claim_uids(connection: Connection, named: Iterable[Reference] | Reference) -> list[str]:
    """The uids of the claims, each once.

    Raises:
        RefusedError: where one is not there.
    """
    if isinstance(named, (int, str)):
        named = (named,)
    return list(dict.fromkeys(claim_uid(connection, claim) for claim in named))


def reference(named: object) -> Reference:
    """The one claim that is named.

    Raises:
        UnreadableError: where it names none or several.
    """
    found = (named,) if isinstance(named, int) else references(str(named))
    if found is None or len(found) != 1:
        raise UnreadableError(f"{named!r} is no id; give a number, a uid or `last`.")
    return found[0]
