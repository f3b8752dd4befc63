"""The sentence that a passage stands in, to show a quotation with what is around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from claimtrack.articles.sentence_ends import SHORTENED, STOPS, is_shortened

# Where a full stop after a shortened word might end one, the longer sentence shows more and harms nothing.
_LONGEST = max(map(len, SHORTENED))
_CLOSING = "\"'’”»)\\]›“"
_OPENING = "\"'‘“„«‹(\\[¿¡\\-–—"
_STOP = re.compile(rf"(?<![{STOPS}])(?P<stop>[{STOPS}]++)[{_CLOSING}]*+\s++(?=[{_OPENING}]*+\s?(?P<next>\w))")
_BLANK_LINE = r"\n[^\S\n]*+\n\s*+"


def in_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence, or sentences, of `text` that hold the passage from `start` to `end`."""
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    edges = _edges(text)
    first = edges[bisect_right(edges, start) - 1]
    last = edges[min(bisect_left(edges, max(end, first + 1)), len(edges) - 1)]
    sentence = text[first:last]
    blank = len(sentence) - len(sentence.lstrip())
    return first + min(blank, start - first), max(first + len(sentence.rstrip()), end)


def _edges(text: str) -> list[int]:
    """Where sentences and paragraphs begin, in order, with the beginning and the end of `text`."""
    # Text with blank lines may be wrapped by hand; in text without, each line is a paragraph.
    paragraph = _BLANK_LINE if re.search(_BLANK_LINE, text.strip()) else r"\n\s*+"
    breaks = {match.end() for match in re.finditer(paragraph, text)}
    stops = {match.end() for match in _STOP.finditer(text) if _ends_sentence(match)}
    return sorted({0, len(text)} | breaks | stops)


def _ends_sentence(stop: re.Match[str]) -> bool:
    """Whether it is one: not before a small letter, nor after an initial or a shortened word."""
    if stop["next"].islower():
        return False
    last_word = re.search(r"[^\W\d_]*$", stop.string[max(stop.start() - _LONGEST - 1, 0) : stop.start()])
    before = last_word.group() if last_word else ""
    return stop["stop"] != "." or not (len(before) == 1 or is_shortened(before))
