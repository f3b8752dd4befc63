"""Ukrainian and Russian text as tokens, paragraphs and sentences; quotation marks and dashes have one form each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.sentence_ends import is_shortened
from claimtrack.articles.slavic.words import NO_CLASS, classes, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(r"[^\W_]+(?:['’ʼ‑-][^\W_]+)*|[^\w\s]|_")
FOLDED = str.maketrans("ё’ʼ‑", "е''-")
OPENING, CLOSING, DASH = "«", "»", "–"
DASHES = frozenset("-–—―─−")
ENDS = frozenset(".!?…")
# Before the mark that opens: nothing, a space, a bracket or a dash.
BEFORE_OPENING = frozenset(" \t\n\u00a0([–—«„")
# Shortened words that a sentence may well end with; those of places only after a number.
UNITS = frozenset(
    [
        "р",
        "рр",
        "г",
        "гг",
        "грн",
        "руб",
        "коп",
        "млн",
        "млрд",
        "трлн",
        "тис",
        "тыс",
        "дол",
        "долл",
        "см",
        "км",
        "кг",
        "год",
        "хв",
        "м",
    ]
)
OF_PLACES = frozenset(["р", "г", "м", "см"])
LONGEST_INITIAL = 1
# How far rules look beyond a word.
AFTER = 3


class Token(NamedTuple):
    """A word or a mark, with its place: `low` is folded, `classes` are those of the word or the phrase it begins."""

    low: str
    start: int
    end: int
    capital: bool
    classes: frozenset[str] = NO_CLASS
    # How many tokens the phrase has that it begins.
    length: int = 1

    def is_a(self, *names: str) -> bool:
        """Whether it is of one of the classes."""
        return any(name in self.classes for name in names)

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.low[0].isalnum()


class Range(NamedTuple):
    """Tokens from `first` up to `last`, without it."""

    first: int
    last: int


class Sentence(NamedTuple):
    """The tokens of a sentence and the number of its paragraph."""

    first: int
    last: int
    paragraph: int

    @property
    def range(self) -> Range:
        """Its tokens alone."""
        return Range(self.first, self.last)


class Lines(NamedTuple):
    """A text read through: its tokens, its paragraphs as ranges of them, and its sentences."""

    text: str
    tokens: list[Token]
    paragraphs: list[Range]
    sentences: list[Sentence]
    # Words that stand with a capital where no sentence begins.
    proper: set[str]
    # The first token of each sentence.
    starts: set[int]

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Offsets of tokens without the marks at their edges; null where no word is left."""
        while first < last and not self._is_edge(first):
            first += 1
        while last > first and not self._is_edge(last - 1):
            last -= 1
        return (self.tokens[first].start, self.tokens[last - 1].end) if first < last else None

    def _is_edge(self, at: int) -> bool:
        """Whether a passage may begin or end there: a word, or a mark that belongs to one."""
        token = self.tokens[at]
        return token.is_word or token.low in "%)(°€$№" or token.low in (OPENING, CLOSING)

    def words(self, first: int, last: int) -> int:
        """How many words there are."""
        return sum(token.is_word for token in self.tokens[first:last])


def read_lines(text: str, stretches: list[tuple[int, int]]) -> Lines:
    """The stretches of the text, each of whole lines, as tokens and sentences."""
    tokens: list[Token] = []
    paragraphs: list[Range] = []
    for start, end in stretches:
        for line in re.finditer(r"[^\n]+", text[start:end]):
            first = len(tokens)
            tokens += _tokens(text, start + line.start(), start + line.end())
            if len(tokens) > first:
                paragraphs.append(Range(first, len(tokens)))
    # whoever looks at the neighbour of the last word finds one that is no word
    tokens += [Token("\n", len(text), len(text), capital=False)] * AFTER
    lines = Lines(text, tokens, paragraphs, [], set(), set())
    for number, part in enumerate(paragraphs):
        for one in sentences(lines, *part):
            lines.sentences.append(Sentence(*one, number))
            lines.starts.add(one.first)
            lines.proper.update(
                tokens[at].low
                for at in range(one.first + 1, one.last)
                if tokens[at].capital and tokens[at - 1].is_word
            )
    return lines


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found = [_token(text, match) for match in TOKEN.finditer(text, start, end)]
    for at, token in enumerate(found):
        for phrase in phrases().get(token.low, ()):
            if tuple(there.low for there in found[at : at + len(phrase)]) == phrase:
                names = classes()[" ".join(phrase)] | token.classes
                found[at] = token._replace(classes=names, length=len(phrase))
                break
    return found


def _token(text: str, match: re.Match[str]) -> Token:
    word = match.group()
    low = word.lower().translate(FOLDED) if word[0].isalnum() else _mark(text, match.start())
    return Token(low, *match.span(), word[0].isupper(), classes().get(low, NO_CLASS))


def _mark(text: str, at: int) -> str:
    mark = text[at]
    if mark in DASHES:
        return DASH
    if mark in "«„":
        return OPENING
    if mark == "»":
        return CLOSING
    if mark in '"“”':
        # „ ‟ closes with “, and “ opens where nothing stands right before it
        opens = at == 0 or text[at - 1] in BEFORE_OPENING
        return OPENING if opens else CLOSING
    return mark


def quotations(lines: Lines, first: int, last: int) -> list[Range]:
    """The outermost quotations among the tokens, with their marks; one that does not end is none."""
    found: list[Range] = []
    opened: list[int] = []
    for at in range(first, last):
        low = lines.tokens[at].low
        if low == OPENING:
            opened.append(at)
        elif low == CLOSING and opened:
            begun = opened.pop()
            while found and found[-1].first > begun:
                found.pop()
            found.append(Range(begun, at + 1))
    return found


def sentences(lines: Lines, first: int, last: int) -> Iterator[Range]:
    """The sentences among the tokens; a quotation is divided only where it ends one."""
    inside = {at for part in quotations(lines, first, last) for at in range(part.first, part.last - 1)}
    begun = first
    for at in range(first, last):
        if at not in inside and _ends(lines, at, last):
            yield Range(begun, at + 1)
            begun = at + 1
    if begun < last:
        yield Range(begun, last)


def _ends(lines: Lines, at: int, last: int) -> bool:
    """Whether a sentence ends with the token: a mark, or a quotation mark after one, before a new beginning."""
    tokens = lines.tokens
    token, after = tokens[at], tokens[at + 1] if at + 1 < last else None
    if after is None:
        return False
    if token.low == CLOSING and at and tokens[at - 1].low in ENDS:
        return after.capital or after.low == OPENING
    if token.low not in ENDS or after.low in ENDS or after.low in (CLOSING, ")") or after.start == token.end:
        return False
    before = tokens[at - 1] if at else None
    if token.low == "." and before and before.is_word and before.end == token.start:
        initial = before.capital and len(before.low) <= LONGEST_INITIAL
        counted = (
            at > 1
            and before.low in UNITS
            and (before.low not in OF_PLACES or tokens[at - 2].low[0].isdigit())
        )
        if initial or (is_shortened(before.low) and not (after.capital and counted)):
            return False
    return after.capital or after.low in (OPENING, DASH) or after.low[0].isdigit()
