"""The paragraphs of a text: lines, or runs of lines that are wrapped; menus and links to other texts are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.sentence_ends import STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.english.stretches import Span

LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
# `ARLEN, Feb. 5 (Reuters) - `: where an agency reports from is no part of its first sentence.
DATELINE = re.compile(r"[A-Z][A-Z'’.]{2,}(?:[ ,]+[A-Z][\w'’.]*| \d+,?| \([\w ]+\)){0,6} ?[-–—]+ (?=\S)")
# What pages print between the paragraphs of a text.
NO_TEXT = re.compile(
    r"\W*(?:(?:read|see|more|watch|listen|also read|related|recommended|most read|trending|follow us|share this)"
    r"(?: (?:more|also|next|now|on this|on this story|articles?|stories|topics|content|links|reading|to))?\s*[:»>|].*|"
    r"(?:advertisement|sponsored(?: content)?|story continues below(?: advertisement)?|"
    r"sign up (?:for|to) (?:our|the)\b.*|subscribe (?:to|for|now)\b.*|follow us on\b.*|share this (?:article|story)|"
    r"skip to (?:main )?content|all rights reserved|©.*|copyright ©?.*)\W*$)",
    re.IGNORECASE,
)
# `Home | News | Sport`: short items with marks between them.
MENU = re.compile(r"\W*+(?:[^|·•›»>/.!?]{1,30}\s+[|·•›»>/]\s+){2,}[^|·•›»>/.!?]{1,30}\W*+")
# A paragraph longer than this is no prose; it is cut, so that no rule is slow on it.
LONGEST = 6000
# Lines that were wrapped are nearly as long as each other, but for the last of a paragraph.
SHORTEST_WRAPPED = 45
LONGEST_WRAPPED = 120
RAGGED = 30
NEW_LINE = re.compile(r"\s*(?:[-*•–—·] |\d+[.)] |[A-Z][A-Z .'’-]+:)")


def paragraphs(text: str) -> list[Span]:
    """Offsets of the paragraphs that are text, each cut after `LONGEST` characters."""
    found: list[Span] = []
    for first, last in _runs(text):
        for start in range(first, last, LONGEST):
            end = min(start + LONGEST, last)
            dateline = DATELINE.match(text, start, end)
            if text[start:end].strip():
                found.append((dateline.end() if dateline else start, end))
    return found


def _runs(text: str) -> Iterator[Span]:
    """The lines, those joined that one paragraph was wrapped into."""
    block: list[Span] = []
    for line in LINE.finditer(text):
        blank = not line.group().strip()
        parted = block and text.count("\n", block[-1][1], line.start()) > 1
        if block and (blank or parted):
            yield from _unwrapped(text, block)
            block = []
        if not blank and not NO_TEXT.match(line.group()) and not MENU.fullmatch(line.group()):
            block.append(line.span())
    yield from _unwrapped(text, block)


def _unwrapped(text: str, block: list[Span]) -> list[Span]:
    """The lines of a block as one paragraph where they were wrapped, else each as it is."""
    if len(block) > 1 and _is_wrapped(text, block):
        return [(block[0][0], block[-1][1])]
    return block


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Whether all lines but the last are full, and one of them breaks off in mid-sentence."""
    lengths = [end - start for start, end in block[:-1]]
    if (
        min(lengths) < SHORTEST_WRAPPED
        or max(lengths) > LONGEST_WRAPPED
        or max(lengths) - min(lengths) > RAGGED
    ):
        return False
    if any(NEW_LINE.match(text, start, end) for start, end in block[1:]):
        return False
    return any(text[start:end].rstrip("\"”’' )")[-1:] not in (*STOPS, ":") for start, end in block[:-1])
