"""Both doors of the dates: what a phrase means when typed, and when it is found in an article."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from claimtrack.dates import read
from claimtrack.dates.prose import dates
from claimtrack.errors import UnreadableError
from claimtrack.model import When
from tests.unit.dates import test_docs, test_prose, test_words

DAYS = (date(2025, 2, 5), date(2025, 12, 20), date(2026, 1, 9), date(2024, 2, 29))
UKRAINIAN = re.compile("[іїєґ']|року|або|липня|травня|вересня|листопад|квартал|серпня|червня|березня|тому")

ENGLISH_DATES = """
    20 January, January 20, the 3rd of March, 5 May 2026, May 5th 2026, 29 February, December 31, 1 January '27,
    March, December, June 2026, Feb. 2026, Q1, Q3 2026, the first quarter, the fourth quarter of 2026, third
    quarter of next year, the first half of 2026, the second half of March, summer, the summer of 2026, next
    winter, this summer, last spring, 2026, the year 2026, 2026-2027, 2026-03, 2026-03-07, 2026-W07, 07.03.2026,
    03/04/2026, 25/04/2026, the 2030s, Christmas, Christmas 2026, Easter, Orthodox Easter, Good Friday, New
    Year's Eve, Thanksgiving, Election Day 2028, today, tomorrow, the day after tomorrow, yesterday, Monday,
    Friday, next Monday, this Friday, last Friday, Friday next week, Tuesday of next week, this week, next week,
    last week, next month, this quarter, next quarter, next year, this decade, this weekend, next weekend, early
    2026, mid-2026, late 2026, early next year, mid-March, late February, the end of March, the beginning of
    2026, the middle of May, the end of the year, the end of next week, year-end, the end of the first half of
    2026, the end of the decade, later this year, early summer, end-May, sometime next year, the first Monday in
    May, the last Friday of March, the last day of 2026, the first week of May, the last week of 2026, two weeks
    before Christmas, 60 days after 20 October, a week after Easter, three days from tomorrow, 5-7 May, from 5
    to 7 May, between 5 and 7 May 2026, from March to May, 28 December to 3 January, 20 or 21 January, 5 and 6
    May, March or April, March or May, 2026 or 2027, 30 April or 1 May, the 20th of next month, the last year,
    fiscal 2026, the next fiscal year, Q1 FY26, 2025-26, the fiscal first quarter, Friday 13 March 2026, Monday
    13 March 2026
"""
ENGLISH_COUNTS = """
    a day, two days, three weeks, a week, ten days, 30 days, thirty days, twenty-one days, a month, two months,
    18 months, a year, two years, 5 years, ten years, 24 hours, 36 hours, 100 days, a fortnight, two fortnights,
    twenty working days, two quarters, a decade, half a year, a couple of weeks, two hundred days, the next two
    weeks, the next 30 days
"""
RUSSIAN_DATES = """
    20 января, 5 мая 2026 года, 1 июля 2026 г., первого марта, марта 2026, март 2026, декабрь, 1 квартал 2026
    года, I квартал, первом квартале следующего года, втором полугодии 2026 года, лето, лето 2026 года, осень,
    2026 год, 2026–2027 годы, завтра, послезавтра, пятницу, понедельник, следующий понедельник, следующей
    неделе, следующем месяце, этом году, будущем году, конец марта, конца года, начало 2026 года, середина мая,
    конец лета 2026 года, последний день марта, первый понедельник мая, с 5 по 7 мая, 5-7 мая, 20 или 21 мая, 5
    и 6 мая, марте или апреле, марте или мае, Пасха, Пасхи 2026, Рождества, Рождества 2027, католического
    Рождества, Нового года, 20.05.2026, следующую пятницу, прошлую пятницу, 2030-е годы
"""
RUSSIAN_COUNTS = """
    неделю, две недели, месяц, два месяца, три месяца, год, два года, пять лет, десять дней, 100 дней, полгода,
    двадцать один день
"""
UKRAINIAN_DATES = """
    20 січня, 5 травня 2026 року, 1 липня 2026 р., першого березня, березень 2026, І квартал 2026 року, другому
    півріччі 2026 року, літо 2026 року, осінь, 2026 рік, 2026–2027 роки, завтра, післязавтра, п'ятницю,
    понеділок, наступний понеділок, наступного тижня, наступного місяця, цього року, кінця року, кінець березня,
    наприкінці квітня, початок 2026 року, середина травня, останній день березня, з 5 по 7 травня, від 5 до 7
    травня, 5-7 травня, 20 або 21 травня, березні або квітні, березні чи травні, Великдень, Великодня 2026,
    Різдва, Різдва 2020, Нового року, наступну п'ятницю, минулої п'ятниці
"""
UKRAINIAN_COUNTS = """
    тиждень, два тижні, місяць, два місяці, рік, два роки, п'ять років, десять днів, 100 днів, півроку
"""
LED = {
    "en": (ENGLISH_DATES, ("", "by", "before", "until", "no later than", "on", "in", "at", "within"), ENGLISH_COUNTS,
           ("in", "within", "by")),
    "ru": (RUSSIAN_DATES, ("", "до", "к", "не позднее", "в", "на", "в течение"), RUSSIAN_COUNTS,
           ("через", "в течение", "за")),
    "uk": (UKRAINIAN_DATES, ("", "до", "не пізніше", "у", "на", "протягом"), UKRAINIAN_COUNTS,
           ("через", "протягом", "за", "упродовж")),
}  # fmt: skip  # a language a row


def listed(text: str) -> list[str]:
    """The phrases of a list with commas."""
    return [" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip()]


def made() -> list[str]:
    """Every phrase of the lists above with every word that may lead up to it."""
    found = []
    for phrases, leads, counts, count_leads in LED.values():
        found += [f"{lead} {phrase}".strip() for phrase, lead in product(listed(phrases), leads)]
        found += [f"{lead} {count}".strip() for count, lead in product(listed(counts), count_leads)]
    return found


def known() -> list[str]:
    """The phrases of the page and of the other tests."""
    prose = [case[1] for table in (test_prose.ABSOLUTE, test_prose.RELATIVE) for case in table]
    return [
        *(typed for typed, *_ in test_docs.EXAMPLES),
        *(words for words, _ in test_words.OTHER_WAYS),
        *(words.strip() for words in re.split(r"[|\n]", test_words.NEARLY_DATES)),
        *(words for words, _ in prose),
    ]


def ahead(phrase: str) -> str:
    """A sentence that looks ahead to the phrase, in its language."""
    if not re.search("[а-яіїєґ]", phrase, re.IGNORECASE):
        return f"The bridge will be finished {phrase}"
    return f"Міст буде готовий {phrase}" if UKRAINIAN.search(phrase) else f"Мост будет готов {phrase}"


def behind(phrase: str) -> str:
    """A sentence that looks back to the phrase, in its language."""
    if not re.search("[а-яіїєґ]", phrase, re.IGNORECASE):
        return f"The bridge was finished {phrase}"
    return f"Міст закінчили {phrase}" if UKRAINIAN.search(phrase) else f"Мост закончили {phrase}"


def typed(phrase: str, *, field: str, day: date) -> When | None:
    """What the phrase means when typed; None where it is refused."""
    try:
        return read(phrase, field=field, today=day, published=When.day(day)).when
    except UnreadableError:
        return None


def found(sentence: str, day: date) -> list[When]:
    """What the dates in a sentence mean; none that people read differently."""
    return [item.due for item in dates(f"{sentence}.", day) if item.due]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_date_to_come_means_the_same_at_both_doors_or_one_declines(day):
    """Some thousand phrases in three languages, as a due date and in a sentence that looks ahead."""
    differing = {}
    for phrase in {*made(), *known()}:
        when, there = typed(phrase, field="due", day=day), found(ahead(phrase), day)
        if when and there and {when} != {*there}:
            differing[phrase] = (str(when), *map(str, there))
    assert differing == {}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_date_that_lies_behind_means_the_same_at_both_doors_or_one_declines(day):
    """The same as the day of speaking, and in the past tense; a date after the article is no day of speaking."""
    differing = {}
    for phrase in {*made(), *known()}:
        when, there = typed(phrase, field="said", day=day), found(behind(phrase), day)
        if when and there and {when} != {*there} and max(there).last <= day:
            differing[phrase] = (str(when), *map(str, there))
    assert differing == {}


@pytest.mark.parametrize(
    "phrase", ["next Friday", "March or May", "до Різдва", "fiscal 2026", "03/04/2026", "2025-26"]
)
def test_where_typing_is_refused_for_two_readings_prose_keeps_the_words_and_proposes_no_date(phrase):
    """They are found all the same."""
    assert typed(phrase, field="due", day=DAYS[0]) is None
    assert dates(f"{ahead(phrase)}.", DAYS[0])
    assert found(ahead(phrase), DAYS[0]) == []


@pytest.mark.parametrize("phrase", ["eom", "eoy", "30d", "2w"])
def test_short_forms_are_for_typing_only(phrase):
    """In prose they are something else."""
    assert typed(phrase, field="due", day=DAYS[0])
    assert dates(f"{ahead(phrase)}.", DAYS[0]) == []


def test_both_doors_read_most_of_the_phrases():
    """The checks above would pass if one of them declined everything, so the share is held here."""
    phrases = made()
    both = [one for one in phrases if typed(one, field="due", day=DAYS[0]) and found(ahead(one), DAYS[0])]
    assert len(phrases) > 1000
    assert len(both) > len(phrases) * 0.7
