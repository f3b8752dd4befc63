"""The hash that chains the log and finds texts again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def sha256(message: bytes) -> bytes:
    """The 32 bytes of SHA-256 (FIPS 180-4)."""
    from hashlib import sha256  # noqa: PLC0415  # OpenSSL takes 4 ms to load, and looking at claims hashes nothing

    return sha256(message).digest()


def sha256_of(parts: Iterable[bytes]) -> bytes:
    """The 32 bytes of SHA-256 of all parts together."""
    from hashlib import sha256  # noqa: PLC0415  # as above

    hashed = sha256()
    for part in parts:
        hashed.update(part)
    return hashed.digest()
