"""A text as the words and marks it consists of, each with its place, so that two texts compare word for word.

White space, the style of quotation marks and dashes, soft hyphens and the two ways of writing an accented
letter are gone; capital letters stay.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = '"'
_MARKS = "\"'`´«»‹›‘’‚‛“”„‟′″ʹʺʻʼ〝〞「」『』＂＇"
_DASHES = "\\-‐‑‒–—―−－"
# Soft hyphens, joiners, marks of direction: they show nothing, and stand inside words.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
# Scripts that set no space between words; there each letter is a word.
_RUN_ON = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
# Accents and vowel signs that are characters of their own, which Python's \w leaves out.
_ACCENTS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_LETTER = rf"(?:[^\W_ʹʺʻʼ{_RUN_ON}]|[{_ACCENTS}{_INVISIBLE}])"
# `1.5` is one word, or `5 million` would stand in `1.5 million`; so is `can't`, or `we can` would stand in
# `we can't`. Any other apostrophe parts words: `homme` stands in `l'homme`.
_WORD = rf"{_LETTER}+(?:(?<=\d)[.,](?=\d){_LETTER}+|['’ʼ]t(?!{_LETTER}))*"
_PIECE = re.compile(rf"(?P<word>{_WORD})|(?P<marks>[{_MARKS}](?:\s*[{_MARKS}])*)|(?P<dash>[{_DASHES}])|\S")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_APOSTROPHE = re.compile("[’ʼ]")


class Placed(NamedTuple):
    """A word or a mark of punctuation, and the characters of the text that it takes up."""

    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit."""
        return self.word[0].isalnum()


def placed_words(text: str) -> list[Placed]:
    """The words and marks of `text` in order, with quotation marks, dashes and accents made one."""
    return list(_placed(text))


def _placed(text: str) -> Iterator[Placed]:
    """Each piece that shows something."""
    for piece in _PIECE.finditer(text):
        match piece.lastgroup:
            case "marks":
                word = MARK
            case "dash":
                word = "-"
            case _:
                word = _one_spelling(piece.group())
        if word:
            yield Placed(word, *piece.span())


def _one_spelling(word: str) -> str:
    """`word` in Unicode NFC, with one kind of apostrophe and nothing that does not show."""
    if word.isascii():
        return word
    return _APOSTROPHE.sub("'", unicodedata.normalize("NFC", _UNSEEN.sub("", word)))


def stem(word: str) -> str:
    """The letters that the forms of one word mostly share: enough to see that two passages are alike."""
    return word.casefold()[:5]
