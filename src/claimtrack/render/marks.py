"""Which words of a text a search found."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD = re.compile(r"\w+")


def stretches(text: str, marks: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Where `text` is found and where it is not: start, stop and whether that stretch is a word of `marks`.

    Case and accents make no difference, as in the search itself; a mark that ends in `*` is a beginning.
    """
    done = 0
    whole = {_folded(mark) for mark in marks if not mark.endswith("*")}
    begun = tuple(_folded(mark[:-1]) for mark in marks if mark.endswith("*"))
    for word in WORD.finditer(text) if marks else ():
        folded = _folded(word.group())
        if folded in whole or (begun and folded.startswith(begun)):
            if word.start() > done:
                yield done, word.start(), False
            yield word.start(), word.end(), True
            done = word.end()
    if done < len(text):
        yield done, len(text), False


def starred(text: str, marks: Sequence[str]) -> str:
    """`text` with each word of `marks` between asterisks."""
    parts = stretches(text, marks)
    return "".join(f"*{text[start:stop]}*" if marked else text[start:stop] for start, stop, marked in parts)


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
