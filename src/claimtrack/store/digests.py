"""The hash that chains the log and finds texts again."""

from __future__ import annotations


def sha256(message: bytes) -> bytes:
    """The 32 bytes of SHA-256 (FIPS 180-4)."""
    from hashlib import sha256  # noqa: PLC0415  # OpenSSL takes 4 ms to load, and looking at claims hashes nothing

    return sha256(message).digest()
