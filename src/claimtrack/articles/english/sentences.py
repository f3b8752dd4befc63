"""Paragraphs, sentences and words, each with its offsets; a quotation counts as one word of its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english.paragraphs import paragraphs
from claimtrack.articles.english.quotation_marks import quotations
from claimtrack.articles.english.speech_verbs import VERBS
from claimtrack.articles.english.word_classes import ADVERBS, NOT_NAMES
from claimtrack.articles.sentence_ends import STOPS, is_shortened

if TYPE_CHECKING:
    from claimtrack.articles.english.stretches import Span

QUOTED = "“"
# What `low` says of a quotation: it ends as a speech does (`"Yes," she said`), or is a phrase of its sentence.
SPEECH, PHRASE = "“,", "“"
SPEECH_END = (*STOPS, ",", "—", "–", "-")
WORD = re.compile(
    r"[^\W\d_][^\W_]*(?:['’\-&.][^\W_]+)*(?:['’](?=\s)|\.)?"
    r"|[$€£₴]?\d+(?:[.,:]\d+)*(?:%|[^\W\d_]+)?(?:-[^\W_]+)*|@\w+|#\w+|\S"
)
ENDERS = frozenset((*STOPS, QUOTED))
INITIAL = 2
# `only`, `July`, `ally`; and how long, in characters, a quotation in the place of a word may be.
LONGEST_NO_ADVERB = 4
SHORT_PHRASE = 40
# A sentence of more words than this is none; it is cut, since rules compare the words of a sentence with each other.
LONGEST_SENTENCE = 200


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation (its `text` is QUOTED), with its offsets."""

    start: int
    end: int
    text: str
    low: str


class Sentence(NamedTuple):
    """A sentence with its tokens; `quotes` are the offsets of its quotations, marks included."""

    start: int
    end: int
    tokens: list[Token]
    quotes: list[Span]
    paragraph: int


def is_word(token: Token) -> bool:
    """Whether it is a word and no punctuation mark, number or quotation."""
    return token.text[0].isalpha()


def is_capital(token: Token) -> bool:
    """Whether it is written as a name is."""
    return token.text[0].isupper()


def is_adverb(token: Token) -> bool:
    """`also`, `recently`, `not`: what may stand between a subject and its verb."""
    low = token.low
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > LONGEST_NO_ADVERB and not token.text[0].isupper()
    )


def is_noun_like(token: Token) -> bool:
    """Whether it can end a group of words that names somebody: a word of no closed class, or a short quotation."""
    if token.text == QUOTED:
        return token.low == PHRASE and token.end - token.start < SHORT_PHRASE
    return (
        token.low not in NOT_NAMES
        and (token.text[0].isalpha() or token.text[0].isdigit())
        and not is_adverb(token)
    )


def words(text: str, start: int, end: int) -> list[Token]:
    """The words and punctuation marks from `start` to `end`."""
    tokens: list[Token] = []
    new = tuple.__new__  # half the time of Token(…), which is most of the time of reading an article
    for match in WORD.finditer(text, start, end):
        word = match.group()
        first, last = match.span()
        low = word.lower()
        if "’" in low:
            low = low.replace("’", "'")
        if word[-1] == "." and first + 1 < last and not _keeps_stop(text, word, last):
            tokens.append(new(Token, (first, last - 1, word[:-1], low[:-1])))
            tokens.append(new(Token, (last - 1, last, ".", ".")))
        else:
            tokens.append(new(Token, (first, last, word, low)))
    return tokens


def _keeps_stop(text: str, word: str, end: int) -> bool:
    """Whether the full stop belongs to the word: `Mr.`, `U.S.`, and `F.` in `John F. Lind`."""
    if len(word) == INITIAL and word[0].isupper():
        return text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()
    return is_shortened(word[:-1]) or (word[1] == "." and word[-3:-2] in (".", ""))


def read_sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order; a quotation of several sentences belongs to the one that holds it."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        found += _of_paragraph(text, start, end, number)
    return found


def within(text: str, start: int, end: int, paragraph: int = 0) -> list[Sentence]:
    """The sentences inside a quotation, its inner quotations taken as words of theirs."""
    return _of_paragraph(text, start, end, paragraph)


def _of_paragraph(text: str, start: int, end: int, number: int) -> list[Sentence]:
    quotes = quotations(text, start, end)
    tokens: list[Token] = []
    at = start
    for opening, closing in quotes:
        tokens += words(text, at, opening)
        tokens.append(Token(opening, closing, QUOTED, _quoted_kind(text, opening, closing)))
        at = closing
    tokens += words(text, at, end)
    spans = set(quotes)
    return [
        Sentence(
            run[0].start,
            run[-1].end,
            run,
            [(t.start, t.end) for t in run if t.text == QUOTED and (t.start, t.end) in spans],
            number,
        )
        for run in _split(text, tokens)
    ]


def _quoted_kind(text: str, opening: int, closing: int) -> str:
    inner = text[opening:closing].rstrip("\"”»’'` \u00a0")
    return SPEECH if inner.endswith(SPEECH_END) else PHRASE


def _split(text: str, tokens: list[Token]) -> list[list[Token]]:
    runs: list[list[Token]] = []
    begin = 0
    for i, token in enumerate(tokens):
        full = i - begin == LONGEST_SENTENCE - 1
        if full or (token.text in ENDERS and _ends_sentence(text, tokens, i, token)):
            runs.append(tokens[begin : i + 1])
            begin = i + 1
    if begin < len(tokens):
        runs.append(tokens[begin:])
    return runs


def _ends_sentence(text: str, tokens: list[Token], i: int, token: Token) -> bool:
    """Whether a sentence ends with token `i`: `… she said.` or `… for all." The mayor …`."""
    if i + 1 == len(tokens):
        return True
    after = tokens[i + 1]
    if token.text in STOPS:
        if i and tokens[i - 1].text in ("No", "Nos") and after.text[0].isdigit():
            return False  # `the party's No. 2`
        return (
            after.text not in STOPS and not after.text[0].islower() and after.text not in (",", ")", ";", ":")
        )
    if (
        token.text != QUOTED
        or after.text[0].islower()
        or after.text in (",", ")", ";", ":", "-", "–", "—", "(")
    ):
        return False
    inner = text[token.start : token.end].rstrip("\"”»’' ")
    return inner.endswith((".", "…")) or (inner.endswith(("!", "?")) and not _is_tag(tokens, i + 1))


def _is_tag(tokens: list[Token], i: int) -> bool:
    """Whether a few words and a verb of speech follow, as in `"Why now?" Marta Lind asked.`."""
    for token in tokens[i : i + 10]:
        if token.text in STOPS or token.text == QUOTED:
            return False
        if token.low in VERBS:
            return True
    return False
