"""Identifiers that are unique everywhere and sort by time: 48 bits of milliseconds, then 80 random bits.

The form is that of https://github.com/ulid/spec: 26 characters of Crockford's base 32.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.row_values import damaged

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80
_LENGTH = 26
_LAST_FIRST_DIGIT = "3"  # the year 6429


class UidSequence:
    """Uids that grow, each greater than `after`, even where the clock jumps back."""

    def __init__(self, *, after: str | None, now: datetime, entropy: Callable[[int], bytes]) -> None:
        self._last = _number(after) if after else -1
        self._time = int(now.timestamp() * 1000) << _RANDOM_BITS
        self._entropy = entropy

    def follow(self, uid: str) -> None:
        """Lets all that come be greater than `uid`, which was made elsewhere."""
        self._last = max(self._last, _number(uid))

    def next(self) -> str:
        """The next uid."""
        fresh = self._time | int.from_bytes(self._entropy(_RANDOM_BITS // 8), "big")
        self._last = max(fresh, self._last + 1)
        return _written(self._last)


def is_uid(words: str) -> bool:
    """Whether the words are a uid, of a time that leaves room for later ones."""
    return len(words) == _LENGTH and set(words) <= set(_DIGITS) and words[0] <= _LAST_FIRST_DIGIT


def _written(number: int) -> str:
    return "".join(_DIGITS[(number >> shift) & 31] for shift in range(125, -1, -5))


def _number(uid: str) -> int:
    if not set(uid) <= set(_DIGITS):
        raise damaged(f"{uid!r} is no uid")
    number = 0
    for digit in uid:
        number = number << 5 | _DIGITS.index(digit)
    return number
