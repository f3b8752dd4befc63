"""The words of a text that tell what it is about, under stems and acts that make kin of them one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.about.acts import ACT_OF, is_past
from claimtrack.articles.english.word_classes import MONTHS, NOT_NAMES, WEEKDAYS, word_set
from claimtrack.model.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)\b|"
    r"\b(?:19|20)\d\d(?:-\d\d)*\b|\b(?:first|second|third|fourth) (?:quarter|half)\b|"
    r"\b(?:the )?(?:end|start|beginning|middle) of\b",
    re.IGNORECASE,
)
_NUMBERS = dict(zip(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    map(str, range(2, 13)), strict=True,
))  # fmt: skip  # a row of names, a row of values
# What says nothing of the matter: of time, of speech, of how sure somebody is.
_EMPTY = (
    NOT_NAMES
    | MONTHS
    | WEEKDAYS
    | word_set(
        """year years month months week weeks day days today tomorrow time date deadline late later early earlier end
        spring summer autumn winter christmas easter morning evening next last this new old first second say says
        said tell told expect expects expected expecting plan plans planned forecast forecasts see sees seen hope hopes
        want wants wanted aim aims promise promises promised predict predicts predicted percent per cent likely
        unlikely chance probability sure certain able going due made make makes take get gets use used way more most
        less least than much very own other same still again never not no without mr mrs ms dr denies there here been
        be being have has had do did does who which what whose whether let us put off back over ago now only it its
        company s t ll re ve d according rather target goal course right long"""
    )
)
# The longest first; what is left has to be long enough to mean something.
_ENDINGS = word_set(
    """ational ations ation itions ition ments ment ingly ings ing ions ion oral ors or ers er ial al ies ied edly ed
    es ly s e y"""
)
_LONGEST, _SHORTEST = 7, 4
_BEFORE = " \"'“‘([«"
_ENDS = ("", ".", "!", "?", ":")


class Word(NamedTuple):
    """A word as it stands, and the stem or act that it is compared by; `begins` that it is the first of a sentence."""

    form: str
    key: str
    act: str | None
    past: bool
    capital: bool
    begins: bool
    figure: bool
    place: tuple[int, int]


def words_of(text: str) -> Iterator[Word]:
    """The words of a text that tell what it is about; its dates do not."""
    plain = _DATE.sub(" ", text)
    for found in _TOKEN.finditer(plain):
        token = found.group()
        low = folded(token).replace("’", "'").removesuffix("'s")
        act = ACT_OF.get(low)
        figure = token[0].isdigit() or low in _NUMBERS
        if not figure and (len(low) == 1 or (low in _EMPTY and not act)):
            continue
        key = _NUMBERS.get(low, low).replace(",", ".") if figure else act or stem(low)
        begins = plain[: found.start()].rstrip(_BEFORE)[-1:] in _ENDS
        yield Word(low, key, act, is_past(low), token[0].isupper(), begins, figure, found.span())


def stem(word: str) -> str:
    """The word without its ending, so that forms and near kin of it are one."""
    word = word.replace("-", "").replace("'", "")
    for length in range(_LONGEST, 0, -1):
        if word[-length:] in _ENDINGS and len(word) - length >= _SHORTEST:
            word = word[:-length]
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word
