"""The names in a text: where they stand, and the full name behind a surname, in the nominative."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.tokens import DASH, ENDS, OPENING, Range

if TYPE_CHECKING:
    from claimtrack.articles.slavic.tokens import Lines, Token

SHORTEST_STEM = 3
LONGEST_ENDING = 3
FULL = 2
MOST_WORDS = 3


class Name(NamedTuple):
    """A name where it stands: its tokens, and its words without initials' full stops."""

    first: int
    last: int
    words: tuple[str, ...]

    @property
    def surname(self) -> str:
        """Its last word, folded."""
        return self.words[-1].lower()


@lru_cache(maxsize=20_000)
def alike(one: str, other: str) -> bool:
    """Whether two words may be one name in two cases: they differ in a short ending only."""
    if one == other:
        return True
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    rest = max(len(one), len(other)) - shared
    return shared >= SHORTEST_STEM and rest <= LONGEST_ENDING and shared >= rest


class Names(NamedTuple):
    """The names of a text by the beginning of their surname, in the order of the text."""

    lines: Lines
    language: str
    by_beginning: dict[str, list[Name]]
    by_first: dict[str, list[Name]]
    found: dict[tuple[str, ...], str]

    def full(self, name: Name, *, led: bool = False) -> str:
        """The full name behind one, in the nominative where that can be worked out.

        `led` says that it stands in another case here, as after `за словами`.
        """
        key = (*name.words, str(led))
        if key not in self.found:
            full = self._full(name)
            alone = led and full == " ".join(name.words) and len(name.words) == 1
            self.found[key] = self._out_of_genitive(full) if alone else full
        return self.found[key]

    def _out_of_genitive(self, word: str) -> str:
        """A surname that the text has in that case alone: `міністра Авакова`."""
        return cased(morphology.out_of_genitive(word.lower(), self.language), word)

    def _full(self, name: Name) -> str:
        there = self.by_beginning.get(name.surname[:SHORTEST_STEM], [])
        same = [one for one in there if alike(one.surname, name.surname) and _fits(one, name)]
        if len(name.words) == 1 and not any(len(_spelled(one)) >= FULL for one in same):
            there = self.by_first.get(name.surname[:SHORTEST_STEM], [])
            same += [one for one in there if alike(one.words[0].lower(), name.surname)]
        longest = max((len(_spelled(one)) for one in same), default=0)
        if longest < FULL:
            return self._shown(self._in_nominative(same) or name)
        best = [one for one in same if len(_spelled(one)) >= FULL]
        return self._shown(self._in_nominative(best) or best[0])

    def _in_nominative(self, names: list[Name]) -> Name | None:
        """The first that can't be other than a nominative: each word may stand in it, and it is no other's case."""
        forms = [name for name in names if all(self._is_plain(word) for word in name.words)]
        return min(forms, key=lambda name: (len(name.surname), name.first), default=None)

    def _is_plain(self, word: str) -> bool:
        return morphology.may_be_name(word.lower(), self.language)

    def _shown(self, best: Name) -> str:
        """The words of the best form, as names are written."""
        words = best.words
        if not all(self._is_plain(word) for word in words):
            lowered = morphology.nominative([word.lower() for word in words], self.language)
            words = tuple(cased(low, word) for low, word in zip(lowered, words, strict=True))
        capitals = len(words) > 1 and not all(
            word.isupper() for word in words
        )  # `Геннадій СВІРСЬКИЙ`, but `ДСНС`
        return " ".join(
            word.title() if word.isupper() and len(word) > 1 and capitals else word for word in words
        )


def _spelled(name: Name) -> list[str]:
    """The words of a name that are no initials."""
    return [word for word in name.words if len(word.rstrip(".")) > 1]


def _fits(one: Name, other: Name) -> bool:
    """Whether the first names or initials of two names agree, as far as both have them."""
    mine, theirs = one.words[0].lower(), other.words[0].lower()
    if len(one.words) < FULL or len(other.words) < FULL:
        return True
    initial = len(mine.rstrip(".")) == 1 or len(theirs.rstrip(".")) == 1
    return mine[0] == theirs[0] if initial else alike(mine, theirs)


def cased(low: str, model: str) -> str:
    """The word in the letters of another: `СВІРСЬКОГО`, `Ліндт`."""
    if model.isupper() and len(model) > 1:
        return low.upper()
    return "-".join(part.capitalize() for part in low.split("-"))


def read_names(lines: Lines, language: str) -> Names:
    """The names of a text, in any case, with their full forms."""
    names = Names(lines, language, {}, {}, {})
    for part in lines.sentences:
        for name in names_in(lines, part.range, language):
            names.by_beginning.setdefault(name.surname[:SHORTEST_STEM], []).append(name)
            if len(name.words) >= FULL:
                names.by_first.setdefault(name.words[0].lower()[:SHORTEST_STEM], []).append(name)
    return names


def names_in(lines: Lines, part: Range, language: str) -> list[Name]:
    """The names of people or bodies among the tokens; the capital of a sentence's first word tells nothing.

    Of a long run of capitals the last words are the person: `Європейської Комісії Франс Тіммерманс`.
    """
    found: list[Name] = []
    at = part.first
    while at < part.last:
        stop = _run(lines.tokens, at, part.last)
        if stop > at:
            found += _name(lines, Range(at, stop), language)
        at = max(stop, at + 1)
    return found


def _run(tokens: list[Token], at: int, last: int) -> int:
    """Where the capitals that begin at a token end, with the full stops of initials between them."""
    stop = at
    while stop < last and (tokens[stop].capital or _is_initial_stop(tokens, stop, at)):
        stop += 1
    return stop


def _is_initial_stop(tokens: list[Token], at: int, first: int) -> bool:
    return at > first and tokens[at].low == "." and len(tokens[at - 1].low) == 1 and tokens[at - 1].capital


def _name(lines: Lines, run: Range, language: str) -> list[Name]:
    tokens = lines.tokens
    places = [at for at in range(*run) if tokens[at].is_word]
    before = tokens[run.first - 1].low if run.first else "."
    opening = run.first in lines.starts or before in (OPENING, DASH, ":", *ENDS)
    if places and opening and _is_no_name(lines, tokens[places[0]], language, alone=len(places) == 1):
        places = places[1:]
    places = _of_person(lines, places, language)
    if not places:
        return []
    after = places[-1] + 1
    if len(places) == 1 and after < len(tokens) and _is_of_body(tokens[places[0]], tokens[after], language):
        places.append(after)
    words = tuple(lines.text[tokens[at].start : tokens[at].end] for at in places)
    return [Name(places[0], places[-1] + 1, words)]


def _is_of_body(token: Token, after: Token, language: str) -> bool:
    """Whether an adjective and its noun are the name: `Національний банк`."""
    return (
        not after.capital
        and after.low[0].isalpha()
        and morphology.may_be_adjective(token.low, language)
        and morphology.is_noun(after.low, language)
    )


def _is_no_name(lines: Lines, token: Token, language: str, *, alone: bool) -> bool:
    """Whether the first word of a sentence has its capital only for that."""
    if token.classes - {"perfective"}:
        return True
    if alone and token.low in lines.proper:
        return False
    common = morphology.is_common(token.low, language)
    return alone if common is None else common or (alone and morphology.may_be_adjective(token.low, language))


def _of_person(lines: Lines, places: list[int], language: str) -> list[int]:
    """The places of a run that are the person's own: from a first name on, else the last two of three and more."""
    tokens = lines.tokens
    for number, at in enumerate(places):
        if number and number < len(places) - 1 and morphology.is_first_name(tokens[at].low, language):
            return places[number:]
    if len(places) > FULL and not any(tokens[at].low.isascii() or len(tokens[at].low) == 1 for at in places):
        patronymic = tokens[places[1]].low.endswith(
            ("вич", "вича", "вна", "вни", "вны", "вною", "вной", "вичем")
        )
        return places if patronymic else places[-FULL:]
    return places
