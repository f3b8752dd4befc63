"""Where the words that a model gives stand in the article: what does not stand there is not taken from it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimtrack import dates
from claimtrack.articles.entries import dated, entries
from claimtrack.articles.proving import find_among, placed_words, stem
from claimtrack.errors import ClaimtrackError
from claimtrack.model import When
from claimtrack.model.name_parts import name_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.articles.proving import Placed
    from claimtrack.dates.prose import Dated

FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_OPENS, _CLOSES, _BOTH = "“„«", "”»", '"'
_MARKS = re.compile(f"[{_OPENS}{_CLOSES}{_BOTH}]")
_ONLY_DOTS = re.compile(r"[\s.…()\[\]]*")
# What a name may end in where its language inflects it: `Желіховський`, `Желіховського`.
_ENDING = 4
_SHORTEST_STEM = 3


class Place(NamedTuple):
    """A stretch of the article."""

    start: int
    end: int


class Searched:
    """An article whose words are placed once, to be asked for many passages, names and dates."""

    def __init__(self, text: str, published: date, known: Mapping[str, str]) -> None:
        self.text = text
        self._published = published
        self._known = {
            name_words(alias): name for alias, name in [*((n, n) for n in known.values()), *known.items()]
        }

    @cached_property
    def _words(self) -> list[str]:
        return list(name_words(self.text))

    @cached_property
    def _placed(self) -> list[Placed]:
        return placed_words(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of its words."""
        return frozenset(stem(placed.word) for placed in self._placed if placed.is_word)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its figures."""
        return frozenset(FIGURE.findall(self.text))

    @cached_property
    def _dated(self) -> list[Dated]:
        return dated(self.text, self._published)

    @cached_property
    def _days(self) -> list[tuple[int, date]]:
        return [(entry.start, entry.day) for entry in entries(self.text, self._published)]

    def day_at(self, place: int) -> date:
        """The day on which what stands there was published."""
        return [day for start, day in self._days if start <= place][-1]

    def find(self, words: str, near: int) -> tuple[Place, ...]:
        """The parts of the words where they stand word for word, white space and the style of marks aside."""
        found = find_among(words, self._placed, near=near) or ()
        places: list[Place] = []
        for start, end in found:
            if places and _ONLY_DOTS.fullmatch(self.text, places[-1].end, start):
                places[-1] = Place(places[-1].start, end)
            else:
                places.append(Place(start, end))
        return tuple(places)

    def has(self, words: str, near: int) -> bool:
        """Whether the words stand in it in one stretch."""
        return len(self.find(words, near)) == 1

    def name_of(self, name: str) -> str | None:
        """The name as the record knows it, or as given where the article has it, inflected or not; else null."""
        words = name_words(name)
        if not words:
            return None
        return self._known.get(words) or (name if self.has_forms(name) else None)

    def has_forms(self, words: str) -> bool:
        """Whether the words stand in it one after another, inflected or not."""
        name = name_words(words)
        first = name[0] if name else ""
        return bool(name) and any(
            _is_form(first, word) and all(map(_is_form, name, self._words[at : at + len(name)]))
            for at, word in enumerate(self._words[: len(self._words) - len(name) + 1])
        )

    def describes(self, words: str) -> bool:
        """Whether it has the words for somebody, in whatever case of theirs where their language has cases."""
        return self.has(words, 0) or (not words.isascii() and self.has_forms(words))

    def is_quoted(self, place: Place) -> bool:
        """Whether the passage stands in quotation marks, or goes on in some that were opened in its paragraph."""
        begin = self.text.rfind("\n", 0, place.start) + 1
        opened = ""
        for mark in _MARKS.findall(self.text, begin, place.start):
            closes = opened and (
                mark in _CLOSES or mark == opened == _BOTH or (opened == "„" and mark == "“")
            )
            opened = "" if closes or mark in _CLOSES else mark
        return bool(opened) and not _MARKS.search(self.text, place.start, place.end)

    def date_of(self, words: str, near: int, field: str) -> When | None:
        """The days that the words mean where they stand; null where they don't, or can't be read."""
        places = self.find(words, near)
        if len(places) != 1:
            return None
        ((start, end),) = places
        here = [item for item in self._dated if item.start < end and start < item.end]
        if not here:
            return self._typed(words, field, self.day_at(start))
        days = [_ahead(item) if field == "due" else item.due for item in here]
        if None in days:
            return None
        known = [day for day in days if day]
        in_order = known[0].first <= known[-1].last
        return When(known[0].first, known[-1].last) if len(known) > 1 and in_order else known[0]

    def _typed(self, words: str, field: str, published: date) -> When | None:
        """What the words mean when they are typed."""
        try:
            return dates.read(words, field=field, today=published, published=When(published, published)).when
        except ClaimtrackError:
            return None


def _ahead(item: Dated) -> When | None:
    return item.ahead or item.due


def _is_form(word: str, other: str) -> bool:
    """Whether both are one word, the ending aside where they are not in Latin letters."""
    if word == other:
        return True
    if word.isascii() or other.isascii():
        return False
    shorter = min(len(word), len(other))
    stem_ = max(shorter - _ENDING // 2, _SHORTEST_STEM)
    return word[:stem_] == other[:stem_] and abs(len(word) - len(other)) <= _ENDING
