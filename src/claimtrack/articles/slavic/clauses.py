"""A sentence as its clauses: the main ones with what hangs on each, and the words in them that look ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.tokens import CLOSING, DASH, OPENING, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.slavic.tokens import Lines

REACH = 8
JOINTS = frozenset({",", ";", ":", DASH, "(", ")"})
FEWEST_WORDS = 3


class Cue(NamedTuple):
    """The word by which a clause looks ahead, and of which family it is; `verb` is the one that it leads."""

    at: int
    family: str
    relative: bool = False


class Clause(NamedTuple):
    """A main clause with what hangs on it, and its cues, the likeliest first."""

    range: Range
    cues: tuple[Cue, ...]
    conditional: bool


class Segment(NamedTuple):
    """What stands between two marks, and how it begins."""

    range: Range
    opening: str
    cues: tuple[Cue, ...]


# Words that look ahead only with an infinitive, in the order in which their families are tried.
LEADING = {
    "promised": "promised", "planned": "planned", "ready": "planned", "order": "order", "must": "must",
    "hoped": "hoped", "hedged": "hedged",
}  # fmt: skip  # a table
ORDER = (
    "goes on",
    "promised",
    "planned",
    "certain",
    "must",
    "expected",
    "forecast",
    "order",
    "hoped",
    "odds",
    "aim",
    "hedged",
)


class Clauses:
    """Divides ranges of a text into clauses."""

    def __init__(self, lines: Lines, language: str) -> None:
        self.lines, self.tokens, self.language = lines, lines.tokens, language

    def read(self, part: Range) -> Iterator[Clause]:
        """The main clauses of a range, each from its first word to the last of what hangs on it."""
        group: list[Segment] = []
        whole = False
        for segment in self._segments(part):
            own = bool(segment.cues) or self._is_clause(segment)
            if whole and own and self._begins_another(group, segment):
                yield self._clause(group)
                group, whole = [], False
            group.append(segment)
            whole = whole or (own and segment.opening in ("", "and"))
        if group:
            yield self._clause(group)

    def _begins_another(self, group: list[Segment], segment: Segment) -> bool:
        """Whether a segment is a main clause of its own after one that looked ahead, or after another."""
        if segment.opening in ("relative", "clause", "if", "that"):
            return False
        if group[-1].opening == "if" and segment.opening == "":
            return False  # the clause that the condition is of
        mark = self.tokens[segment.range.first - 1].low
        return segment.opening == "and" or mark in (";", DASH, ":") or bool(segment.cues)

    def _is_clause(self, segment: Segment) -> bool:
        enough = self.lines.words(*segment.range) >= FEWEST_WORDS
        return enough and any(
            morphology.is_finite(self.tokens[at].low, self.language)
            for at in range(*segment.range)
            if self.tokens[at].is_word and not self.tokens[at].capital
        )

    def _clause(self, group: list[Segment]) -> Clause:
        if len(group) > 1 and group[1].opening == "that" and self._only_leads(group[0]):
            group = group[1:]  # `думаю, що …`
        first, last = group[0].range.first, group[-1].range.last
        while first < last and (
            not (self.tokens[first].is_word or self.tokens[first].low == OPENING)
            or self.tokens[first].is_a("that", "but", "and")
        ):
            first += 1
        main = [cue for one in group if one.opening in ("", "and", "that") for cue in one.cues]
        hanging = [
            cue._replace(relative=True) for one in group if one.opening == "relative" for cue in one.cues
        ]
        main.sort(key=lambda cue: ORDER.index(cue.family))
        return Clause(Range(first, last), (*main, *hanging), any(one.opening == "if" for one in group))

    def _only_leads(self, segment: Segment) -> bool:
        """Whether a segment says no more than that somebody thinks what follows."""
        denied = any(self.tokens[at].is_a("not", "doubted", "denied") for at in range(*segment.range))
        return not denied and self.lines.words(*segment.range) <= FEWEST_WORDS

    def _segments(self, part: Range) -> Iterator[Segment]:
        """What stands between marks; not divided inside quotation marks."""
        begun, depth = part.first, 0
        for at in range(*part):
            low = self.tokens[at].low
            depth += (low == OPENING) - (low == CLOSING)
            if low in JOINTS and depth <= 0:
                if at > begun:
                    yield self._segment(Range(begun, at))
                begun = at + 1
        if begun < part.last:
            yield self._segment(Range(begun, part.last))

    def _segment(self, part: Range) -> Segment:
        opening = self._opening(part)
        asked = any(
            self.tokens[at].is_a("whether") for at in range(part.first, min(part.last, part.first + 3))
        )
        return Segment(part, "clause" if asked else opening, () if asked else tuple(self._cues(part)))

    def _opening(self, part: Range) -> str:
        """How a segment begins: as a relative clause, as another that hangs on one, with `і`, or plainly."""
        tokens = self.tokens
        for at in range(part.first, min(part.last, part.first + 3)):
            token = tokens[at]
            if token.is_a("relative"):
                return "relative"
            if at == part.first or tokens[at - 1].is_a("and", "but", "adverb"):
                for name in ("if", "so that", "that"):
                    if token.is_a(name):
                        return "clause" if name == "so that" else name
                if token.is_a("clause"):
                    return "clause"
        return "and" if tokens[part.first].is_a("and", "but") else ""

    # Words that look ahead.

    def _cues(self, part: Range) -> Iterator[Cue]:
        quoted = 0
        for at in range(*part):
            low = self.tokens[at].low
            quoted += (low == OPENING) - (low == CLOSING)
            if quoted <= 0 and (family := self._family(at, part)):
                yield Cue(at, family)

    def goes_on(self, part: Range) -> Clause | None:
        """A sentence that has no verb but a figure, as one that goes on with a forecast: `Вітер 15-20 м/с`."""
        words = [at for at in range(*part) if self.tokens[at].is_word]
        figure = any(self.tokens[at].low[0].isdigit() for at in words)
        finite = any(morphology.is_finite(self.tokens[at].low, self.language) for at in words)
        return Clause(part, (Cue(words[0], "goes on"),), conditional=False) if figure and not finite else None

    def _family(self, at: int, part: Range) -> str | None:
        """The family of a word that looks ahead; null of every other."""
        token = self.tokens[at]
        if any(self.tokens[i].is_a("would") for i in (at - 1, at + 1) if part.first <= i < part.last):
            return None
        if token.is_a("meant") or (token.is_a("planned") and token.low.startswith("план")):
            return "planned"
        if token.is_a(*LEADING) and self._leads(at, part):
            return next(LEADING[name] for name in LEADING if token.is_a(name))
        if named := self._of_noun(at, part):
            return named
        return "certain" if token.is_word and not token.capital and self._is_future(token.low) else None

    def _of_noun(self, at: int, part: Range) -> str | None:
        """The family that the word has by itself, or with others of its clause: `прогноз … 2%`, `дав час`."""
        token = self.tokens[at]
        if token.is_a("forecast"):
            return "forecast" if any(self.tokens[i].low[0].isdigit() for i in range(*part)) else None
        if token.is_a("gave"):
            near = range(at, min(part.last, at + REACH))
            return "aim" if any(self.tokens[i].is_a("time") for i in near) else None
        if token.is_a("possible"):
            return "hedged" if self._is_plain(at, part) else None
        return next((name for name in ("expected", "odds", "aim", "certain") if token.is_a(name)), None)

    def _is_plain(self, at: int, part: Range) -> bool:
        """Whether an adjective says something of its noun, as the verb would: `можливі перебої`."""
        finite = any(morphology.is_finite(self.tokens[i].low, self.language) for i in range(*part) if i != at)
        return not finite and at + 1 < part.last and self.tokens[at + 1].is_word

    def _is_future(self, word: str) -> bool:
        return morphology.is_future(word, self.language)

    def _leads(self, at: int, part: Range) -> bool:
        """Whether an infinitive follows soon, or stands before: `завершити роботи планують`."""
        tokens = self.tokens
        after = range(at + 1, min(part.last, at + 1 + REACH))
        before = range(at - 1, max(part.first, at - REACH) - 1, -1)
        return any(self._is_infinitive(tokens[i].low) for i in after) or any(
            self._is_infinitive(tokens[i].low) for i in before
        )

    def _is_infinitive(self, word: str) -> bool:
        return morphology.is_infinitive(word, self.language)

    def infinitive(self, at: int, last: int) -> str | None:
        """The infinitive that a word leads."""
        words = (self.tokens[i].low for i in range(at + 1, min(last, at + 1 + REACH)))
        return next((word for word in words if self._is_infinitive(word)), None)
