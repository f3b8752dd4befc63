"""The turns of a transcript: whose words a line and those after it are, by `LIND:`, `Q` or a line that is a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english import word_set
from claimtrack.articles.english.name_lists import gender
from claimtrack.articles.speech import Who, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.articles.english import Span
    from claimtrack.articles.speech import Reading

# `MS. LIND:`, `SECRETARY LIND:`, `Q:`; or `Marta Lind:`, where it comes twice.
CAPITALS = re.compile(
    r"[ \t*_]*(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}|Q|A)(?:[:.](?=\s)|(?=\s{2,}\S|\t))"
)
NAMED = re.compile(r"[ \t*_]*(?P<who>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\**\s")
# A line of its own, as parliaments print who has the floor: `Marta Lind (Arlen) (Ind)`.
ALONE = re.compile(
    r"(?:[A-Z][\w.'’-]+ )*(?P<who>(?P<title>(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady) )(?:[A-Z][\w.'’-]+ ?){1,3}|"
    r"(?P<first>[A-Z][\w'’-]+)(?: [A-Z][\w.'’-]+))(?P<seat>(?: ?\([^)\n]+\))*)\s*"
)
# `The Minister of Health (Mr Jon Vale)`
IN_OFFICE = re.compile(
    r"(?:The )?[A-Z][\w ,'’-]+ \((?P<who>(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady) (?:[A-Z][\w.'’-]+ ?){1,3})\)\s*"
)
LINE = re.compile(r"[^\n]+")
ASKERS = word_set("q question reporter interviewer moderator journalist host audience")
FEWEST = 2
LONGEST_INITIALS = 3
LONGEST_LINE = 90


class Turn(NamedTuple):
    """From where on somebody has the floor, who, and whether that is one who asks."""

    start: int
    who: Who
    asks: bool


class Turns:
    """The turns of a text, to be asked who has the floor at a place; none where the text is no transcript."""

    def __init__(self, turns: list[Turn]) -> None:
        self._turns = turns
        self._starts = [turn.start for turn in turns]

    def __bool__(self) -> bool:
        return bool(self._turns)

    def at(self, place: int) -> Who | None:
        """Who has the floor there; null before the first turn."""
        number = bisect_right(self._starts, place)
        return self._turns[number - 1].who if number else None

    def asks(self, place: int) -> bool:
        """Whether who has the floor there is one who asks."""
        number = bisect_right(self._starts, place)
        return number > 0 and self._turns[number - 1].asks


def read_turns(reading: Reading, known: Mapping[str, str]) -> Turns:
    """The turns of the article, if it is a transcript."""
    text = reading.memory.text
    numbers = [sentence.start for sentence in reading.memory.sentences]
    spans = _labels(text) or _names(text)
    if not spans or not numbers:
        return Turns([])
    asking, bearers = _asking(text, spans), _bearers(reading, spans)
    turns = []
    for span in spans:
        number = max(0, bisect_right(numbers, span[0]) - 1)
        words = text[slice(*span)]
        asks = words.lower().strip(".") in ASKERS
        who = Who(words, named=False, person=True) if asks else bearers.get(words)
        who = who or _as_name(resolve(span, number, reading.memory, known))
        turns.append(Turn(span[0], who, asks or words in asking))
    return Turns(turns)


def _asking(text: str, spans: list[Span]) -> set[str]:
    """The labels whose turns are mostly questions."""
    ends = [start for start, _ in spans[1:]] + [len(text)]
    turns: dict[str, list[bool]] = {}
    for (start, stop), end in zip(spans, ends, strict=True):
        said = text[stop:end].rstrip(' \n*_"”')
        turns.setdefault(text[start:stop], []).append(said.endswith("?"))
    return {label for label, asked in turns.items() if len(asked) >= FEWEST and 2 * sum(asked) >= len(asked)}


def _bearers(reading: Reading, spans: list[Span]) -> dict[str, Who]:
    """Whom a label stands for by initials (`ML`), or the one who answers (`A`): somebody named in full on top."""
    text, top = reading.memory.text, spans[0][0]
    people = [name for names in reading.memory.names.by_last.values() for name in names]
    found = {_initials(name.text): name.text for name in reversed(people)}
    found |= {_initials(label): label for label in {text[slice(*span)] for span in spans} if " " in label}
    on_top = Counter(name.text for name in people if name.start < top).most_common(1)
    found |= dict.fromkeys("A", on_top[0][0]) if on_top else {}
    return {
        short: Who(name, named=True, person=True)
        for short, name in found.items()
        if 0 < len(short) <= LONGEST_INITIALS and not name.isupper()
    }


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()) if " " in name else ""


def _as_name(who: Who) -> Who:
    """A name in capitals as a name: `LIND` becomes `Lind`."""
    name = who.name or ""
    return who._replace(name=name.title()) if name.isupper() and len(name) > FEWEST + 1 else who


def _labels(text: str) -> list[Span]:
    capitals = [
        match.span("who")
        for line in LINE.finditer(text)
        if (match := CAPITALS.match(text, line.start(), line.end()))
    ]
    named = [
        match.span("who")
        for line in LINE.finditer(text)
        if (match := NAMED.match(text, line.start(), line.end()))
    ]
    if len(capitals) >= FEWEST or (capitals and _titled(text, capitals[0])):
        short = {text[slice(*span)] for span in capitals}
        return sorted({*capitals, *(span for span in named if _initials(text[slice(*span)]) in short)})
    words = [text[slice(*span)] for span in named]
    again_words = {word for word, times in Counter(words).items() if times >= FEWEST}
    again = [word for word in words if word in again_words]
    if len(again) <= FEWEST:
        return []
    return [span for span, word in zip(named, words, strict=True) if word in again_words or " " in word]


def _titled(text: str, span: Span) -> bool:
    """Whether a label of several words begins the text, as that of a statement: `SECRETARY LIND:`."""
    return " " in text[slice(*span)] and not text[: span[0]].strip()


def _names(text: str) -> list[Span]:
    found = list(_alone(text))
    return found if len(found) >= FEWEST else []


def _alone(text: str) -> Iterator[Span]:
    for line in LINE.finditer(text):
        short = line.end() - line.start() < LONGEST_LINE
        office = IN_OFFICE.fullmatch(text, *line.span()) if short else None
        if office:
            yield office.span("who")
            continue
        match = ALONE.fullmatch(text, *line.span()) if short else None
        if match and (match.group("title") or match.group("seat") or gender(match.group("first") or "")):
            yield match.span("who")
