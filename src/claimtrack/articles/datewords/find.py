"""Going through a text once, and reading each date where a word that can begin one stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimtrack.articles.datewords import absolute, holidays, relative, spans
from claimtrack.articles.datewords.spoken import ORDINAL_DAYS
from claimtrack.articles.datewords.vocabulary import (
    BOUNDS,
    HALVES,
    MONTHS,
    ORDINALS,
    PARTS,
    UNITS,
    WEEKDAYS,
    Reading,
    Rule,
    S,
    Scene,
    either,
)
from claimtrack.model import When

TOKEN = re.compile(r"[^\W\d_]+|\d+")
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
BOUND_REACH = 40


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in prose: where it stands, its words, the days it can mean, and those it can mean as a deadline.

    `when` is the calendar span named ("early 2026" is 2026); `due` is the closer reading (its first quarter), with
    its last day the day before where the text says "before". `bound` is "by", "before", "until" or "within".
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
    return list(found(Scene(text, folded(text), published)))


def folded(text: str) -> str:
    """The text in lower case with one kind of apostrophe, character for character."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return low.translate(APOSTROPHES)


def found(scene: Scene) -> Iterator[Dated]:
    """The dates of a text from its beginning; each is known to those after it."""
    rules, end = index(), 0
    for token in TOKEN.finditer(scene.low):
        word, start = token[0], token.start()
        if (word not in rules and not word[0].isdigit()) or start < end:
            continue
        reading = read_at(scene, start)
        if reading is None or (reading.start or start) < end:
            continue
        end = reading.end
        if not reading.aside:
            scene = replace(scene, previous=reading.when, previous_end=end)
        yield as_dated(scene, reading.start or start, reading)


def as_dated(scene: Scene, start: int, reading: Reading) -> Dated:
    """What was read, with its words and the limit that the words before it set."""
    due, bound = reading.due or reading.when, bound_before(scene.low, start)
    if bound == "before" and reading.due is None and due.first > date.min:
        due = When.day(spans.shifted(due.first, "day", -1))
    return Dated(start, reading.end, scene.text[start : reading.end], reading.when, due, bound)


@lru_cache(maxsize=1)
def bounds_pattern() -> re.Pattern[str]:
    """What sets a date as a limit, right before it or as its first word."""
    return re.compile(rf"(?<!\w)(?P<bound>{either(BOUNDS)}){S}(?:(?:the|about|around|at){S})*$")


def bound_before(low: str, start: int) -> str | None:
    """The limit set by the words before: "by", "before", "until", "within", or null."""
    match = bounds_pattern().search(low, max(0, start - BOUND_REACH), start)
    return BOUNDS[re.sub(r"\s+", " ", match["bound"])] if match else None


@lru_cache(maxsize=1)
def index() -> dict[str, tuple[tuple[re.Pattern[str], Rule], ...]]:
    """The rules by the first word of what they read, compiled at the first use."""
    table: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    for rule in (*RULES, *holidays.RULES, *absolute.RULES, *relative.RULES):
        pattern = re.compile(rule.pattern)
        for word in {first_token(words) for words in rule.words}:
            table.setdefault(word, []).append((pattern, rule))
    return {word: tuple(entries) for word, entries in table.items()}


def first_token(words: str) -> str:
    """The key of a rule: its first word, `#` for a number."""
    token = TOKEN.match(words)
    return token[0] if token and not token[0].isdigit() else "#"


def read_at(scene: Scene, start: int) -> Reading | None:
    """What the first rule that fits reads from this place, or null."""
    token = TOKEN.match(scene.low, start)
    if token is None:
        return None
    key = "#" if token[0][0].isdigit() else token[0]
    for pattern, rule in index().get(key, ()):
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


def read_dated_weekday(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Tuesday, 7 January; also with nothing between."""
    reading = read_at(scene, match.end())
    is_day = reading is not None and reading.when.first == reading.when.last and reading.start is None
    return reading if is_day else None


def read_part(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Early 2026, the end of March, later this week: the whole span, and for a deadline the part that is meant."""
    part = PARTS[match["part"]]
    inner = current_span(scene, match) if match["unit"] else read_at(scene, match.end())
    if inner is None:
        return None
    if part == "later" and scene.published:
        due = When(max(scene.published, inner.when.first), max(scene.published, inner.when.last))
    else:
        due = spans.narrowed(inner.due or inner.when, part)
    return Reading(inner.end, inner.when, due)


def current_span(scene: Scene, match: re.Match[str]) -> Reading:
    """The year, month or week of the article's day."""
    return Reading(match.end(), spans.around(scene.day, UNITS[match["unit"]]))


def read_share(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The first half of 2025, the third quarter; with no year the latest quarter or half, of the article's year."""
    number, shares = ORDINALS[match["number"]], 2 if match["half"] else 4
    inner = read_at(scene, match.end())
    if not (inner and match["of"]) and match["half"]:
        return None
    whole = inner.when if inner and match["of"] else spans.around(scene.day, "year")
    when = spans.share(whole, number, shares)
    return Reading(inner.end if inner and match["of"] else match.end("name"), when) if when else None


def read_short_quarter(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Q3 2025, H1."""
    year = int(match["year"]) if match["year"] else scene.day.year
    when = spans.share(spans.years(year), int(match["number"]), 2 if match["kind"] == "h" else 4)
    return Reading(match.end(), when) if when else None


OF = rf"(?:(?:{S}|-)(?:in{S}|of{S})?(?:the{S})?(?:year{S}(?=[12]\d{{3}}))?)"
RULES = (
    Rule(WEEKDAYS, rf"(?:{either(WEEKDAYS)}|{either(WEEKDAYS)[:-6]}(?=\d))(?:(?<=[a-z]{{3}})\.)?{S}?[,(]?{S}?(?=\d|{either((*MONTHS, *ORDINAL_DAYS))}|the{S}\d)", read_dated_weekday),
    Rule(
        PARTS,
        rf"(?P<part>{either(PARTS)}){OF}(?P<unit>(?:day|week|month|quarter|year|decade|недели|месяца|года|тижня|місяця|року|квартала|кварталу)(?!\w)(?!{S}?\d))?",
        read_part,
    ),
    Rule(
        ("#", *ORDINALS),
        rf"(?P<number>{either(ORDINALS)})[\s-](?P<name>(?P<half>{either(HALVES)})|(?:quarter|квартал\w{{0,2}}))(?!\w)"
        rf"(?P<of>,?{S}(?:of{S}(?:the{S})?)?)?",
        read_share,
    ),
    Rule(("q", "h"), rf"(?P<kind>[qh])(?P<number>[1-4])(?!\w)(?:{S}(?:of{S})?(?P<year>[12]\d{{3}})(?!\d))?", read_short_quarter),
)
