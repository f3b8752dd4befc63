"""What a text is about, to be compared with what another is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.about.telling import DENIES, is_delayed, is_negated, is_off
from claimtrack.articles.about.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.articles.about.words import Word

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME, _WORD = 2.0, 1.0
# What is looked for last, since too much has it, and by how many letters a word is worth another half.
_LEAST, _LONG = 0.5, 20


class Gist(NamedTuple):
    """What a text is about.

    `words` have their weights; `forms` are the same as written, to be looked for, those that tell most first. `names`
    have a capital letter, and `sure` ones begin no sentence. `past` are those in a form that tells what came about.
    """

    words: dict[str, float]
    forms: tuple[str, ...]
    names: frozenset[str]
    sure: frozenset[str]
    figures: frozenset[str]
    acts: frozenset[str]
    past: frozenset[str]
    subject: str | None  # where it is one word, right before its verb
    years: frozenset[int]
    negated: bool
    off: bool
    delayed: bool

    def without(self, others: frozenset[str]) -> Gist:
        """The same but for some words, such as those of its speaker's name."""
        if others.isdisjoint(self.words):
            return self
        words = {word: weight for word, weight in self.words.items() if word not in others}
        return self._replace(words=words, names=self.names - others, sure=self.sure - others)


def gist_of(text: str) -> Gist:
    """What the text is about."""
    words = list(words_of(text.removeprefix(DENIES)))
    names = [word for word in words if word.capital and not (word.begins and word.act)]
    sure = frozenset(word.key for word in names if not word.begins)
    weights = {word.key: _NAME if word.key in sure else _WORD for word in words}
    worth = {word.form: _worth(word, weights) for word in words}
    return Gist(
        words=weights, forms=tuple(sorted(worth, key=lambda form: -worth[form])),
        names=frozenset(word.key for word in names), sure=sure,
        figures=frozenset(word.key for word in words if word.figure),
        acts=frozenset(word.act for word in words if word.act),
        past=frozenset(word.key for word in words if word.past),
        subject=_subject(words), years=frozenset(map(int, _YEAR.findall(text))),
        negated=is_negated(text), off=is_off(text), delayed=is_delayed(text),
    )  # fmt: skip  # the order of the fields


def _worth(word: Word, weights: dict[str, float]) -> float:
    """How soon the word is looked for."""
    return _LEAST if word.act or word.figure else weights[word.key] + len(word.form) / _LONG


def _subject(words: Sequence[Word]) -> str | None:
    """The first word, where the next one is a verb right behind it."""
    for first, second in pairwise(words[:2]):
        if (second.act or second.past) and second.place[0] == first.place[1] + 1:
            return first.key
    return None
