"""Quotations and the text they are taken from: whether the words stand there, where, and what became of them.

A quotation stands in a text word for word, white space and the style of quotation marks aside. `…` or `[…]`
in it marks an omission; the parts on both sides must follow in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from claimtrack.articles.proving.likeness import most_alike
from claimtrack.articles.proving.placed_words import MARK, Placed, placed_words
from claimtrack.articles.proving.sentence_around import in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Fate", "Offsets", "compare", "find", "find_among", "in_sentence", "nearest_passage"]

# The first character and the one after the last, of each part of a quotation, in order.
Offsets = tuple[tuple[int, int], ...]
Fate = Literal["found", "moved", "changed", "gone"]
_DOTS = r"(?:…|\.{3,}|\.\s\.\s\.)"
_OMISSION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")
# What has less of a quotation than this, rare words first, is another passage; with less still, not worth a look.
ALIKE = 0.5
WORTH_SHOWING = 0.4


def find(quote: str, text: str, *, near: int = 0) -> Offsets | None:
    """Where each part of `quote` stands in `text`; None where it doesn't, or has nothing but marks.

    Whole words only: `he will` does not stand in `she will`. Where it stands several times, it is the place
    whose start is nearest to the offset `near`.
    """
    return find_among(quote, placed_words(text), near=near)


def find_among(quote: str, words: Sequence[Placed], *, near: int = 0) -> Offsets | None:
    """`find` in a text whose words were placed already, for whoever looks for many quotations in one."""
    return _find(_parts(quote), words, near=near)


def nearest_passage(quote: str, text: str) -> str | None:
    """The passage of `text` most like the part of `quote` that is not in it, on one line; None if none is."""
    passage = most_alike(_lacking(quote, text), text)
    if passage is None or passage.share < WORTH_SHOWING:
        return None
    return " ".join(text[passage.start : passage.end].split())


def compare(quote: str, offsets: Offsets, old_text: str, new_text: str) -> Fate:
    """What became of `quote`, which stood at `offsets` of `old_text`, in `new_text`.

    Returns:
        `found` after as many words as before, `moved` elsewhere, `changed` where a passage like it or like its
        sentence is left, else `gone`.
    """
    new = placed_words(new_text)
    old_starts, new_starts = [word.start for word in placed_words(old_text)], [word.start for word in new]
    before = [bisect_left(old_starts, start) for start, _ in offsets]
    near = new_starts[before[0]] if before and before[0] < len(new) else len(new_text)
    places = _find(_parts(quote), new, near=near)
    if places is not None:
        same = before == [bisect_left(new_starts, start) for start, _ in places]
        return "found" if same else "moved"
    return "changed" if _something_like_it(quote, offsets, old_text, new_text) else "gone"


def _something_like_it(quote: str, offsets: Offsets, old_text: str, new_text: str) -> bool:
    """Whether `new_text` has a passage like `quote`, or like the sentence that it stood in."""
    passages = [quote]
    if offsets:
        first, last = in_sentence(old_text, offsets[0][0], offsets[-1][1])
        passages.append(old_text[first:last])
    likest = (most_alike(passage, new_text) for passage in passages)
    return any(passage is not None and passage.share >= ALIKE for passage in likest)


def _omission_parts(quote: str) -> list[str]:
    """The text between the omissions of `quote`, where it says something."""
    return [part for part in _OMISSION.split(quote) if _stripped(placed_words(part))]


def _parts(quote: str) -> list[list[str]]:
    """The words of each part of `quote`, without the quotation marks around it."""
    return [_stripped(placed_words(part)) for part in _omission_parts(quote)]


def _stripped(words: Sequence[Placed]) -> list[str]:
    """The words as such, without quotation marks at either end."""
    bare = [placed.word for placed in words]
    first = 1 if bare[:1] == [MARK] else 0
    last = len(bare) - 1 if bare[-1:] == [MARK] else len(bare)
    return bare[first:last]


def _lacking(quote: str, text: str) -> str:
    """The first part of `quote` that does not follow in `text`; all of it where every part does."""
    words = [placed.word for placed in placed_words(text)]
    at = 0
    for written in _omission_parts(quote):
        part = _stripped(placed_words(written))
        start = next(_occurrences(part, words, at), None)
        if start is None:
            return written
        at = start + len(part)
    return quote


def _find(parts: Sequence[Sequence[str]], words: Sequence[Placed], *, near: int = 0) -> Offsets | None:
    """The place of each part among `words`; the first part where it is nearest to `near`, if the others follow."""
    if not parts:
        return None
    text = [placed.word for placed in words]
    starts = list(_occurrences(parts[0], text, 0))
    if not starts:
        return None
    nearest = min(starts, key=lambda at: abs(words[at].start - near))
    for first in dict.fromkeys((nearest, starts[0])):
        found = _follow(parts, text, first)
        if found is not None:
            return tuple((words[at].start, words[end - 1].end) for at, end in found)
    return None


def _follow(parts: Sequence[Sequence[str]], text: Sequence[str], first: int) -> list[tuple[int, int]] | None:
    """The first and after-last word of each part, the first one at `first` and each other after the one before."""
    found: list[tuple[int, int]] = []
    at: int | None = first
    for part in parts:
        at = next(_occurrences(part, text, found[-1][1] if found else first), None)
        if at is None:
            return None
        found.append((at, at + len(part)))
    return found


def _occurrences(part: Sequence[str], text: Sequence[str], start: int) -> Iterator[int]:
    """Each index from `start` where `part` begins in `text`: Knuth, Morris and Pratt's search, in linear time."""
    borders = _borders(part)
    matched = 0
    for at in range(start, len(text)):
        while matched and (matched == len(part) or part[matched] != text[at]):
            matched = borders[matched - 1]
        if part[matched] == text[at]:
            matched += 1
        if matched == len(part):
            yield at - matched + 1


def _borders(part: Sequence[str]) -> list[int]:
    """For each beginning of `part`, the length of its longest proper beginning that also ends it."""
    borders = [0] * len(part)
    length = 0
    for at in range(1, len(part)):
        while length and part[length] != part[at]:
            length = borders[length - 1]
        if part[length] == part[at]:
            length += 1
        borders[at] = length
    return borders
