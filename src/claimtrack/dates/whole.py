"""A whole string as one date: what may lead up to it, the limit that it sets, and nothing left over."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.dates.grammar import as_limit, is_of_the_end, line_of, read_at
from claimtrack.dates.line import COUNT, UNIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from claimtrack.dates.line import Line, Occurrences

# Words that may stand before a date and add nothing.
IDLE = "Iie("
# Parts of days are for prose: what is typed is a date.
PROSE_ONLY = "rd"
BARE_COUNT = re.compile(f"{COUNT}k?{UNIT.replace('Q', '')}")


def line_of_whole(text: str, day: date) -> Line:
    """The line of what was typed."""
    return line_of(text, day, lambda kind, _word, _start: "." if kind in PROSE_ONLY else kind)


def is_limit(line: Line) -> bool:
    """Whether the words start with `by`, `before` or `within`."""
    return line.shape[:1] in ("B", "w")


class Whole(NamedTuple):
    """What all that was typed may stand for, and what a limit makes of it."""

    found: Occurrences
    limit: Callable[[Occurrences], Occurrences]


def read_whole(line: Line, *, due: bool) -> Whole | None:
    """What all of the line means; for a due date a count alone is one ahead. None where something is left over.

    Raises:
        NoMeaningError: it has the shape of a date, and there is no such date.
    """
    if due and BARE_COUNT.fullmatch(line.shape):
        return read_whole(line_of_whole(f"in {line.low}", line.day), due=False)
    for place, letter in enumerate(line.shape):
        phrase = read_at(line, place)
        if phrase and phrase.end == len(line.shape):
            if place and is_limit(line):
                end = is_of_the_end(line, place, phrase)
                return Whole(phrase.found, partial(as_limit, bound=str(line.tokens[0].value), of_the_end=end))
            return Whole(phrase.found, unlimited)
        if letter not in IDLE and not (place == 0 and is_limit(line)):
            return None
    return None


def unlimited(found: Occurrences) -> Occurrences:
    """What no limit makes of a date: the same."""
    return found
