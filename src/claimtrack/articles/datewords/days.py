"""Days told from the article's own: "yesterday", "on Tuesday", "next Friday", "в понедельник"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimtrack.articles.datewords import spans
from claimtrack.articles.datewords.english import SHORT_WEEKDAYS
from claimtrack.articles.datewords.russian import DOUBTFUL_WEEKDAYS
from claimtrack.articles.datewords.scene import Reading, Rule, Scene
from claimtrack.articles.datewords.tense import direction
from claimtrack.articles.datewords.vocabulary import DAYS, RELATIVE, WEEKDAYS, S, either, plain
from claimtrack.model import When

WEEK = 7
# "On a Monday" and "Black Friday" are no one day, and "Saturday Night Live" is no day.
NO_ONE_DAY_BEFORE = re.compile(r"\b(?:an?|every|each|any|black|bloody|super|cyber|ash|holy)\s$")
NAME_AFTER = re.compile(r"\s(?:Night Live|Night Football|Times|Mirror|Telegraph|Express|Herald|Post|Mail)\b")
SET_BEFORE = re.compile(rf"\b(?:by|on|before|until|till|from|since|to){S}the{S}$")
ON_BEFORE = re.compile(r"(?<!\w)(?:в|на|и)\s$")


def read_day_word(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Today, yesterday, the day after tomorrow; not the newspaper."""
    if scene.low.endswith("usa ", 0, match.start()):
        return None
    return Reading(match.end(), When.day(scene.day + timedelta(days=DAYS[plain(match[0])])))


def read_weekday(scene: Scene, match: re.Match[str]) -> Reading | None:
    """The last such day up to the article's, or the next one where the sentence looks ahead."""
    if not is_one_day(scene, match):
        return None
    behind = (scene.day.weekday() - WEEKDAYS[match["weekday"]]) % WEEK
    ahead = behind and direction(scene, match.start(), match.end()) > 0
    return Reading(match.end(), When.day(scene.day + timedelta(days=WEEK - behind if ahead else -behind)))


def is_one_day(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the weekday is written as one, and means some one day."""
    word, start = match["weekday"], match.start("weekday")
    if word[0].isascii() and not scene.text[start].isupper():
        return False
    if word in DOUBTFUL_WEEKDAYS and not scene.led_by(ON_BEFORE, start):
        return False
    return not (scene.led_by(NO_ONE_DAY_BEFORE, start) or NAME_AFTER.match(scene.text, match.end("weekday")))


def read_related_weekday(scene: Scene, match: re.Match[str]) -> Reading:
    """Last Friday is before today, next Friday next week's, this coming Friday the first after today."""
    relation, weekday, today = plain(match["relation"]), WEEKDAYS[match["weekday"]], scene.day
    if RELATIVE[relation] < 0:
        day = today - timedelta(days=(today.weekday() - weekday - 1) % WEEK + 1)
    elif relation.endswith("coming"):
        day = today + timedelta(days=(weekday - today.weekday() - 1) % WEEK + 1)
    else:
        day = weekday_of_week(scene, weekday, RELATIVE[relation])
    return Reading(match.end(), When.day(day))


def read_weekday_of_week(scene: Scene, match: re.Match[str]) -> Reading:
    """Tuesday of next week."""
    day = weekday_of_week(scene, WEEKDAYS[match["weekday"]], RELATIVE[plain(match["relation"])])
    return Reading(match.end(), When.day(day))


def weekday_of_week(scene: Scene, weekday: int, step: int) -> date:
    """The weekday of the article's week, or of one so many weeks from it."""
    return spans.around(scene.day, "week").first + timedelta(days=WEEK * step + weekday)


def read_nth(scene: Scene, match: re.Match[str]) -> Reading | None:
    """By the 20th: of the month that the sentence looks to, else of the nearest."""
    if not scene.led_by(SET_BEFORE, match.start()):
        return None
    starts = [spans.shifted(scene.day.replace(day=1), "month", step) for step in (-1, 0, 1)]
    choices = [start.replace(day=int(match["day"])) for start in starts if has_day(start, int(match["day"]))]
    if direction(scene, match.start(), match.end()) > 0:
        choices = [day for day in choices if day >= scene.day]
    return Reading(match.end(), When.day(min(choices, key=lambda day: abs(day - scene.day))))


def has_day(month: date, day: int) -> bool:
    """Whether the month is that long."""
    return 1 <= day <= spans.around(month, "month").last.day


RELATION = rf"(?P<relation>{either(RELATIVE)})"
TIME_OF_DAY = rf"(?:{S}(?:morning|afternoon|evening|night|noon|midday))?"
LONG_WEEKDAYS = set(WEEKDAYS) - set(SHORT_WEEKDAYS)
WEEKDAY = rf"(?P<weekday>{either(LONG_WEEKDAYS)})"
RULES = (
    Rule(DAYS, either(DAYS), read_day_word),
    Rule(("#1", "#2"), rf"(?P<day>\d\d?)(?:st|nd|rd|th)(?={S}?[.,;:)!?]|\Z|{S}of{S}this{S}month)", read_nth),
    Rule(RELATIVE, rf"{RELATION}{S}{WEEKDAY}{TIME_OF_DAY}", read_related_weekday),
    Rule(
        LONG_WEEKDAYS,
        rf"{WEEKDAY}(?:{S}of)?{S}{RELATION}{S}{either(('week', 'недели', 'тижня'))}",
        read_weekday_of_week,
    ),
    Rule(LONG_WEEKDAYS, rf"{WEEKDAY}{TIME_OF_DAY}", read_weekday),
)
