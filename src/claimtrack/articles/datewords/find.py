"""Going through a text once, and reading each date where a word that can begin one stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.articles.datewords import absolute, compose, days, distance, holidays, relative, spans
from claimtrack.articles.datewords.scene import Reading, Rule, Scene
from claimtrack.articles.datewords.vocabulary import BOUNDS, S, either, plain
from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(r"[^\W\d_]+|\d+")
APOSTROPHES = "’‘ʼ`´"
BOUND = re.compile(rf"(?P<bound>{either(BOUNDS)})")
BOUND_BEFORE = re.compile(rf"(?<!\w){BOUND.pattern}{S}(?:(?:the|about|around|at){S})*$")
# The first that reads something wins: a date made of others before its parts.
ALL_RULES = (
    *compose.RULES,
    *holidays.RULES,
    *absolute.RULES,
    *days.RULES,
    *relative.RULES,
    *distance.RULES,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in prose: where it stands, its words, the days it can mean, and those it can mean as a deadline.

    `when` is the calendar span named: "early 2026" is 2026. `due` is the closer reading: its first quarter,
    and of "before 20 January" the 19th. `bound` is "by", "before", "until" or "within" where the text sets a
    limit.
    """

    start: int
    end: int
    words: str
    when: When
    due: When
    bound: str | None = None

    @property
    def by(self) -> bool:
        """Whether the text sets the date as a limit."""
        return self.bound is not None


def dates(text: str, published: date | None = None) -> list[Dated]:
    """Every calendar date in the text, in order, none overlapping another.

    Without the day of publication only dates that name their year are found.
    """
    return list(found(Scene(text, folded(text), published, read_at)))


def folded(text: str) -> str:
    """The text in lower case with one kind of apostrophe, character for character."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for apostrophe in APOSTROPHES:
        low = low.replace(apostrophe, "'")
    return low


def found(scene: Scene) -> Iterator[Dated]:
    """The dates of a text from its beginning; each is known to those after it."""
    rules, end = index(), 0
    for token in TOKEN.finditer(scene.low):
        word = token[0]
        # figures sort before the colon, letters after it
        if word > ":" and word not in rules:
            continue
        start = token.start()
        if start < end or is_tail(scene.low, start):
            continue
        reading = read_at(scene, start)
        if reading is None or (reading.start is not None and reading.start < end):
            continue
        start, end = start if reading.start is None else reading.start, reading.end
        if not reading.aside:
            scene = replace(scene, previous=reading.when, previous_end=end)
        yield as_dated(scene, start, reading)


def is_tail(low: str, start: int) -> bool:
    """Whether a number hangs on a word (`mh17`), or a word on a number or underscore, and begins nothing."""
    before = low[start - 1] if start else " "
    return before == "_" or before.isalnum()


def as_dated(scene: Scene, start: int, reading: Reading) -> Dated:
    """What was read, with its words and the limit that the words before it set."""
    due, bound = reading.due or reading.when, bound_of(scene, start)
    if bound == "before" and reading.due is None and due.first > date.min:
        due = When.day(spans.shifted(due.first, "day", -1))
    return Dated(start, reading.end, scene.text[start : reading.end], reading.when, due, bound)


def bound_of(scene: Scene, start: int) -> str | None:
    """The limit set by the words before a date, or by its own first words; null where there is none."""
    match = scene.led_by(BOUND_BEFORE, start) or BOUND.match(scene.low, start)
    return BOUNDS[plain(match["bound"])] if match else None


@lru_cache(maxsize=1)
def index() -> dict[str, tuple[tuple[re.Pattern[str], Rule], ...]]:
    """The rules by the first word of what they read, compiled at the first use."""
    table: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    for rule in ALL_RULES:
        pattern = re.compile(rule.pattern)
        for word in {first_token(words) for words in rule.words}:
            table.setdefault(word, []).append((pattern, rule))
    return {word: tuple(entries) for word, entries in table.items()}


def first_token(words: str) -> str:
    """The key of a rule: the first word of what it reads; for a number its count of figures, such as `#4`."""
    token = TOKEN.match(words)
    return key_of(token[0]) if token else words


def key_of(token: str) -> str:
    """A word itself; a number by how many figures it has."""
    return f"#{len(token)}" if token.isdecimal() else token


def read_at(scene: Scene, start: int) -> Reading | None:
    """What the first rule that fits reads from this place, or null."""
    token = TOKEN.match(scene.low, start)
    if token is None:
        return None
    for pattern, rule in index().get(key_of(token[0]), ()):
        match = pattern.match(scene.low, start)
        if match and (reading := attempted(rule, scene, match)):
            return reading
    return None


def attempted(rule: Rule, scene: Scene, match: re.Match[str]) -> Reading | None:
    """What the rule reads; null for a day that no calendar has or that needs an article's day not known."""
    try:
        return rule.read(scene, match)
    except (ValueError, OverflowError):
        return None
