"""The one grammar of dates: the longest phrase that begins at a place, and what it means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.dates import absolute, composed, ranges, relative
from claimtrack.dates.line import Line, NoMeaningError, Occurrences, Phrase
from claimtrack.dates.ranges import read_either
from claimtrack.dates.refusals import no_calendar_year
from claimtrack.dates.tokens import tokens_of
from claimtrack.model import When

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from claimtrack.dates.line import Rule

RULES = (*absolute.RULES, *relative.RULES, *composed.RULES, *ranges.RULES)
# A fiscal year is not the calendar's.
FISCAL = "q"
WEEKDAY_AFTER = re.compile(r"\((?P<w>[WJ])\)|,?(?P<v>[WJ])$")


@lru_cache(maxsize=256)
def beginning(letter: str, rules: tuple[Rule, ...]) -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """The rules that may begin with a letter, compiled at the first use of it."""
    return tuple((re.compile(rule.pattern), rule) for rule in rules if letter and letter in rule.starts)


def read_at(line: Line, at: int) -> Phrase | None:
    """The longest phrase that begins at a token of the line, the first rule's of two; None where there is none.

    Raises:
        NoMeaningError: the longest has the shape of a date, and there is no such date.
    """
    best: Phrase | None = None
    fault: NoMeaningError | None = None
    for pattern, rule in beginning(line.shape[at : at + 1], line.rules):
        match = pattern.match(line.shape, at)
        if match is None:
            continue
        try:
            phrase = rule.read(line, match)
        except NoMeaningError as no_meaning:
            fault, no_meaning.end = no_meaning, match.end()
        except (ValueError, OverflowError):
            continue  # beyond the calendar, or told from a day that is not known
        else:
            best = max(best, phrase, key=_reach)
    if fault and (best is None or fault.end > best.end):
        raise fault
    return _finished(line, at, best) if best else None


def _reach(phrase: Phrase | None) -> int:
    """Where a phrase ends; before everything where there is none."""
    return phrase.end if phrase else -1


def _finished(line: Line, at: int, phrase: Phrase) -> Phrase:
    """The phrase with the weekday after it, and in doubt where a fiscal year is meant."""
    after = WEEKDAY_AFTER.match(line.shape, phrase.end)
    found = phrase.found
    if (
        after
        and not found.often
        and found.weekday is None
        and all(when.first == when.last for when in found.whens)
    ):
        found = found._replace(weekday=line.number(after, "w" if after["w"] else "v"))
        phrase = phrase._replace(end=after.end())
    if FISCAL in line.shape[max(0, at - 1) : phrase.end + 1]:
        found = found._replace(doubt=no_calendar_year)
    phrase = phrase._replace(found=found)
    return (read_either(line, at, phrase) if line.depth == 0 else None) or phrase


def line_of(
    low: str,
    against: date | None,
    kind_of: Callable[[str, str, int], str],
    rules: tuple[Rule, ...] = RULES,
) -> Line:
    """The line of a folded text; `kind_of` may give a word another letter, by what stands around it."""
    tokens = tokens_of(low, kind_of)
    return Line(low, tokens, "".join(token.kind for token in tokens), against, rules, read_at)


def as_limit(found: Occurrences, bound: str, *, of_the_end: bool) -> Occurrences:
    """What `by`, `until` or `before` makes of a date: its last day, or the day before it.

    Before the end of something is up to its last day.
    """
    if bound != "before" or of_the_end:
        return found.each(lambda when: When.day(when.last))
    return found.each(_day_before)


def is_of_the_end(line: Line, at: int, phrase: Phrase) -> bool:
    """Whether a phrase is "the end of March", or "year-end"."""
    return any(
        token.value == "end" for token in line.tokens[at : min(at + 3, phrase.end)] if token.kind in "Pp"
    )


def _day_before(when: When) -> When:
    return When.day(type(when.first).fromordinal(when.first.toordinal() - 1))
