"""Which articles are meant: files, those of a folder, addresses, and lists of addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.model.text import is_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

A_LIST_AT_MOST = 2_000_000  # bytes: a longer file is looked at as an article


def articles_of(words: Iterable[str]) -> list[str]:
    """Each article that is named, once, in the order given; those of a folder by name, of folders within it too.

    Raises:
        RefusedError: where a folder has no article in it.
    """
    return list(dict.fromkeys(article for word in words for article in _articles(word)))


def _articles(word: str) -> Iterator[str]:
    path = Path(word)
    if is_address(word) or word == "-":
        yield word
    elif path.is_dir():
        yield from _in_folder(path)
    elif addresses := listed(path):
        yield from addresses
    else:
        yield word


def _in_folder(folder: Path) -> Iterator[str]:
    """Files whose suffix says that they are text or a page; hidden ones are left alone."""
    from claimtrack.articles.getting import TYPES_BY_SUFFIX  # noqa: PLC0415  # most articles are named one by one

    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in TYPES_BY_SUFFIX
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if not found:
        raise RefusedError(f"{folder} has no article in it; they end in {', '.join(TYPES_BY_SUFFIX)}.")
    yield from map(str, found)


def listed(path: Path) -> list[str]:
    """The addresses in a file that holds nothing else, one a line; none where it is an article."""
    try:
        if not path.is_file() or path.stat().st_size > A_LIST_AT_MOST:
            return []
        lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    except (OSError, ValueError):
        return []  # whoever reads it as an article says what is wrong
    addresses = [line for line in lines if line and not line.startswith("#")]
    return addresses if all(map(is_address, addresses)) else []
