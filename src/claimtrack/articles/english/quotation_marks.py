"""Where quotations stand in a paragraph: straight, curly, angled, nested, and never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.articles.english.stretches import Span

# Editors mix them: a curly mark is often closed by a straight one.
PAIRS = {"“": '”"', "„": '“”"', "«": "»"}
MARKS = re.compile("''|``|[\"“”„«»‘’]")
# Some agencies print two apostrophes for a quotation mark.
STRAIGHT = ('"', "'", "`")
# Not `'90s` and `'em`.
SINGLE_OPENS = re.compile(
    r"(?:(?<=[\s(\[—–:])|^)'(?=[^\W\d_])(?!(?:em|tis|twas|til|n|cause|bout|round)\b)", re.MULTILINE
)
SINGLE_CLOSES = re.compile(r"(?<=\S)'(?![^\W_])")
OPENS_AFTER = " \t\u00a0([{—–-/…:"
SINGLE_OPENS_AFTER = " \t\u00a0([—–"


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Offsets of the outermost quotations of one paragraph, marks included, in order.

    A quotation that is never closed runs to the end of its paragraph, as a speech does that goes on in the next.
    """
    found: list[Span] = []
    marks = [mark.start() for mark in MARKS.finditer(text, start, end)]
    if not marks:
        return _single_straight(text, start, end)
    straight = [at for at in marks if text[at] in STRAIGHT]
    closing = _straight_pairs(text, straight, start, end)
    curly_closing = [at for at in marks if text[at] in '”“»"']
    singles = not curly_closing
    until = start
    pointer = 0
    for at in marks:
        if at < until:
            continue
        mark = text[at]
        if mark in STRAIGHT:
            last = closing.get(at)
        elif mark in PAIRS:
            while pointer < len(curly_closing) and curly_closing[pointer] <= at:
                pointer += 1
            last = _curly_end(text, curly_closing, pointer, end, mark)
        elif mark == "‘" and singles:
            last = _single_end(text, marks, at, start)
        else:
            last = None
        if last is not None:
            found.append((at, last))
            until = last
    return found


def _single_straight(text: str, start: int, end: int) -> list[Span]:
    """Quotations in single straight marks, which apostrophes look like: `'It isn't the drivers' fault,' she said.`."""
    found: list[Span] = []
    at = start
    while match := SINGLE_OPENS.search(text, at, end):
        last = _single_close(text, match.end(), end)
        if last is None:
            return found
        found.append((match.end() - 1, last))
        at = last
    return found


def _single_close(text: str, start: int, end: int) -> int | None:
    """The offset after the mark that closes a quotation; one after an -s may be an apostrophe, if another follows."""
    last = None
    for mark in SINGLE_CLOSES.finditer(text, start, end):
        last = mark.end()
        if text[last - 2] != "s" or text[last : last + 1] in ",.;:?!)":
            return last
    return last


def width(text: str, at: int) -> int:
    """How many characters the mark at `at` has: two for the doubled apostrophe, else one."""
    return 2 if text.startswith(("''", "``"), at) else 1


def opens(text: str, at: int, start: int) -> bool:
    """Whether the mark at `at` stands where an opening one does: after a space and before a word."""
    before = text[at - 1] if at > start else " "
    after = text[at + width(text, at) : at + width(text, at) + 1] or " "
    return before in OPENS_AFTER and not after.isspace()


def _straight_pairs(text: str, marks: list[int], start: int, end: int) -> dict[int, int]:
    """Each outermost opening straight mark with the offset after its closing one.

    `"slow down its "efforts" to help," she said` holds one quotation: a mark that opens inside another is nested.
    """
    pairs: dict[int, int] = {}
    depth = 0
    first = start
    for at in marks:
        if depth and not opens(text, at, start):
            depth -= 1
            if depth == 0:
                pairs[first] = at + width(text, at)
        else:
            if depth == 0:
                first = at
            depth += 1
    if depth > 1 or (depth and len(marks) % 2 == 0):
        return _in_turn(text, marks, end)
    if depth:
        pairs[first] = end
    return pairs


def _in_turn(text: str, marks: list[int], end: int) -> dict[int, int]:
    """Marks taken as opening and closing by turns, where their places do not tell which they are."""
    closings = [at + width(text, at) for at in marks[1::2]]
    if len(marks) % 2:
        closings.append(end)
    return dict(zip(marks[::2], closings, strict=True))


def _curly_end(text: str, closing: list[int], pointer: int, end: int, mark: str) -> int:
    """The offset after the mark that closes the one just opened; the paragraph's end where none does."""
    for at in closing[pointer : pointer + 8]:
        if text[at] in PAIRS[mark] and (text[at] != '"' or not opens(text, at, 0)):
            return at + 1
        if text[at] == mark:
            return at
    return end


def _single_end(text: str, marks: list[int], at: int, start: int) -> int | None:
    """The offset after the ’ that closes the ‘ at `at`; null where every ’ near it is an apostrophe."""
    if at > start and text[at - 1] not in SINGLE_OPENS_AFTER:
        return None
    place = marks.index(at)
    fallback = None
    for other in marks[place + 1 : place + 12]:
        after = text[other + 1 : other + 2]
        if text[other] == "’" and not after.isalnum():
            if text[other - 1] in ",.?!":
                return other + 1
            fallback = fallback or other + 1
    return fallback


def is_quotation(text: str, start: int, end: int) -> bool:
    """Whether the stretch is one quotation, closed or not: `"No," he said` starts with one and is none."""
    if text[start] == "'" and width(text, start) == 1:
        return text[end - 1] == "'" and _single_close(text, start + 1, end) == end
    if not MARKS.match(text, start):
        return False
    inner = [
        mark.start() for mark in MARKS.finditer(text, start + width(text, start), end) if mark.group() != "’"
    ]
    return not inner or inner[-1] >= end - 2 or text[start] == "‘"


def bare(text: str, start: int, end: int) -> Span:
    """A quotation's offsets without its marks."""
    start += width(text, start)
    while end > start and (text[end - 1] in "\"“”„«»'`’" or text[end - 1].isspace()):
        end -= 1
    return start, end
