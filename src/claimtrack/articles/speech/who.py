"""Who a source is, and what is kept in mind of an article while its sources are worked out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimtrack.articles.english import Names, Sentence


class Who(NamedTuple):
    """The name of a source, or the article's words for it: `named` tells which."""

    name: str | None
    named: bool
    person: bool


NOBODY = Who(None, named=False, person=False)


class Told(NamedTuple):
    """A source that spoke, with the numbers of its sentence and paragraph."""

    sentence: int
    paragraph: int
    who: Who


class Memory(NamedTuple):
    """The names and sentences of the article whose `text` it is, and the sources that have spoken so far."""

    text: str
    names: Names
    sentences: list[Sentence]
    told: list[Told]

    def spoken(self, number: int, count: int) -> list[Told]:
        """The last sources that spoke up to the sentence of that number."""
        place = bisect_right(self.told, number, key=lambda item: item.sentence)
        return self.told[max(0, place - count) : place]
