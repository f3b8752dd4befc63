"""Days that have a name and a place in every year's calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimtrack.articles.datewords import spans
from claimtrack.articles.datewords.absolute import BEHIND
from claimtrack.articles.datewords.scene import Reading, Rule, Scene
from claimtrack.articles.datewords.tense import direction
from claimtrack.articles.datewords.vocabulary import RELATIVE, S, either, plain
from claimtrack.model import When

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

MONDAY, TUESDAY, THURSDAY = 0, 1, 3


def fixed(month: int, day: int) -> Callable[[int], date]:
    """The same day of every year."""
    return lambda year: date(year, month, day)


def election_day(year: int) -> date:
    """The Tuesday after the first Monday of November, in the United States."""
    return spans.nth_weekday(year, 11, MONDAY, 1) + timedelta(days=1)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": fixed(12, 24), "christmas day": fixed(12, 25), "christmas": fixed(12, 25),
    "new year's eve": fixed(12, 31), "new year's day": fixed(1, 1), "new year's": fixed(1, 1),
    "boxing day": fixed(12, 26), "valentine's day": fixed(2, 14), "halloween": fixed(10, 31),
    "may day": fixed(5, 1), "independence day": fixed(7, 4), "bastille day": fixed(7, 14),
    "veterans day": fixed(11, 11), "armistice day": fixed(11, 11), "election day": election_day,
    "inauguration day": fixed(1, 20),
    "martin luther king day": lambda year: spans.nth_weekday(year, 1, MONDAY, 3),
    "memorial day": lambda year: spans.nth_weekday(year, 5, MONDAY, -1),
    "labor day": lambda year: spans.nth_weekday(year, 9, MONDAY, 1),
    "thanksgiving day": lambda year: spans.nth_weekday(year, 11, THURSDAY, 4),
    "thanksgiving": lambda year: spans.nth_weekday(year, 11, THURSDAY, 4),
    "good friday": lambda year: spans.easter(year) - timedelta(days=2),
    "easter sunday": spans.easter, "easter": spans.easter,
    "easter monday": lambda year: spans.easter(year) + timedelta(days=1),
}  # fmt: skip  # read as a table


def read_holiday(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The day it falls on in the year given, else in the year that the sentence looks to."""
    day_in = HOLIDAYS[plain(match["name"])]
    if not scene.text[match.start()].isupper():
        return None
    if match["year"]:
        return Reading(match.end(), When.day(day_in(int(match["year"]))))
    published = scene.day
    choices = [day_in(published.year + step) for step in (-1, 0, 1)]
    if match["relation"]:
        way = RELATIVE[match["relation"]]
        choices = [day for day in choices if (day - published).days * way >= 0] if way else choices
    elif direction(scene, match.start(), match.end()) > 0:
        choices = [day for day in choices if day >= published - timedelta(days=BEHIND)]
    return Reading(match.end(), When.day(min(choices, key=lambda day: abs(day - published))))


def read_attacks(_scene: Scene, match: re.Match[str]) -> Reading:
    """9/11 names a day by itself."""
    return Reading(match.end(), When.day(date(2001, 9, 11)))


RELATED = rf"(?:(?P<relation>{either(RELATIVE)}){S})?"
RULES = (
    Rule(
        (*HOLIDAYS, *RELATIVE),
        rf"{RELATED}(?P<name>{either(HOLIDAYS)})(?:,?{S}(?:in{S}|of{S})?(?P<year>[12]\d{{3}})(?!\d))?",
        read_holiday,
    ),
    Rule(("#1",), r"9/11(?![\d/])", read_attacks),
)
