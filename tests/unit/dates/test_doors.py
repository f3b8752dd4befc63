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
# As people write them, whole and in part, dates and what only looks like one.
WHOLE = """
    by mid-May, by early March, before mid-2026, until late 2027, within the next fortnight, in the next decade,
    within a decade, over the coming year, over the coming five years, in the coming months, by spring, by next
    spring, until the end of next month, in two and a half years, in one and a half years, in a year and a half,
    in 2 to 3 weeks, in two or three years, within 2-3 weeks, in 10-15 days, by the end of the first quarter, by
    end of Q2, end Q2 2026, by the close of business Friday, by close of 2026, by the middle of next week, by
    the start of next year, by New Year's Day, by St Patrick's Day, by Ramadan, by Thanksgiving, on Christmas
    Eve, Easter Monday, Easter Sunday 2027, Western Easter, Catholic Easter 2026, the week after Easter, the day
    before Christmas, the day after Christmas, the Friday before Easter, in the week of 5 May, the week
    beginning 5 May, no later than the end of June 2026, not later than June 30, on or before 30 June, up to 30
    June, by 30 June at the latest, June 30 this year, 30 June next year, in June next year, June of next year,
    next June, this coming Friday, the coming Friday, Friday week, a week on Friday, a week from Friday, a week
    from today, two years from now, six months from now, three weeks hence, in three weeks' time, in a month's
    time, in just three weeks, in about two months, in less than a month, in under two weeks, for the next three
    days, in the first half of next year, in H2 2026, in 2H26, in 1H 2026, 2026 Q1, Q1'26, Q4 of next year, the
    last quarter of 2026, the final quarter of 2026, the first days of May, the first three days of May, the
    first two weeks of March, the last days of December, the last two weeks of June, in the autumn of 2026,
    autumn next year, winter 2025-26, winter of 2025/26, the 2025-26 season, the early 2030s, late 2020s,
    mid-2030s, the end of the 2020s, the turn of the year, this century, by 2050, 2050, in the year 2050, 2025
    or early 2026, late 2025 or early 2026, either March or April, 20 and 21 January, Tuesday and Wednesday,
    Monday to Wednesday, between Monday and Friday, from Monday, from 1 March, starting 1 March, after 1 March,
    since March, as of 1 March, by Monday morning, on Monday at 10:00, at noon on Friday, midnight on Friday, 20
    Jan., Jan 20, Jan. 20-22, 20-22 Jan 2026, 20th-22nd January, the 20th of January to the 22nd, January 20th
    through 22nd, 20/1/2026, 1/20/2026, 2026/1/20, 2026-1-20, 20-1-2026, 20.1.2026, 20.1.26, 20 1 2026, the ides
    of March, five days before the election, two days after the vote, the day the war ends, two weeks from
    Monday, the day before 20 May, by the day before Easter, three days before the end of March, before
    year-end, before the end of May, before late May, before Christmas, before Friday, before next Friday,
    before Q3, before summer, before 2027, by 2027, by 1 May or 2 May, by March or April, until 5-7 May, within
    5-7 May, between 1 and 31 March, 3Q 2026, FY2026, fiscal year 2026, in fiscal Q3, the fiscal year ending
    June 2026, in the year to March 2026, the 2026 fiscal year, this fiscal year, 2026 financial year,
    twenty-five days, one hundred days, in a hundred days, in 1000 days, 1000 days, a dozen days, in a few
    weeks, a fortnight, a fortnight from now, in 72 hours, 24 hours, within hours, within days, within the hour,
    within the day, within the year, by the weekend, this weekend, over the weekend, at the weekend, next
    weekend, by next weekend, the second weekend of May, the last weekend in May, the third Thursday of November
    2026, the 3rd Friday in June, the first Tuesday after 5 November, first Tuesday of next month, the first
    Monday of the month, the last day of the month, the last day of the year, on the last day of next month,
    first day of spring, the second quarter, the second half, second half of the year, in the first half, H1 of
    next year, the first week of next month, the last week of the year, the week of Christmas, week 12 of 2025,
    week 12, 2025W12, 2025-W54, mid-Feb 2026, mid Feb, mid month, mid-year, mid-week, mid next week, late next
    week, early next week, early on Monday, late on 5 May, later today, later in May, later in 2026, earlier
    this year, in late spring, late summer 2026, early winter, the middle of the year, at the middle of 2026,
    the 1st, the 15th, by the 15th of this month, 15th of the month, 5th May, May the 5th, 5 May '26, 5 May 26,
    '26, 1990s, the nineties, in the 90s, the '90s, Jan/Feb, January/February 2026, Jan-Feb 2026, January 2026 -
    March 2026, Q1-Q2 2026, Q1 or Q2 2026, H1 or H2, summer or autumn, spring/summer 2026, 5 May - 7 June 2026,
    5 May 2025 to 7 June 2026, 5.5.2025-7.6.2026, 2025-05-05 to 2025-06-07, 2025-05 to 2025-07, 5/6/2025,
    13/14/2025, 31 June, Feb 30, 29 Feb 2025, today or tomorrow, tomorrow or Friday, Christmas or New Year,
    Tuesday or Wednesday, Monday or Thursday, next week or the week after, in 2026 or 2027, on 5 May or 6 May,
    20 or 21 January, 20 or 27 January, March or May, this year or next year, this month or next month, в
    понедельник или вторник, сегодня или завтра, at the end of March or at the beginning of April, Q1 or Q2, до
    середины мая, к середине 2026 года, к началу лета, до наступления зимы, до весны, к весне 2026-го, в
    ближайшие три месяца, в ближайшие дни, за ближайший год, через полтора года, через 2-3 недели, через две-три
    недели, через несколько месяцев, через пару недель, спустя месяц, до конца этого месяца, до конца следующего
    года, до конца 2026-го, до конца недели, до конца квартала, в конце следующего месяца, к концу текущего
    года, в первой половине 2026 года, в первой половине мая, во втором квартале, в I полугодии 2026, во II
    квартале 2026 года, в третьей декаде мая, в первых числах мая, в начале следующей недели, не позже 1 июня,
    не ранее 1 июня, до 1 июня включительно, по 1 июня, с 1 июня, начиная с 1 июня, 1 июня сего года, 1 июня
    2026-го, 1-го июня, первого июня, двадцатого мая, двадцать первого мая, 15 мая или 16 мая, до 9 мая, ко Дню
    Победы, на Пасху, после Пасхи, за неделю до Пасхи, в католическое Рождество, в ночь на 1 мая, в понедельник,
    в ближайший понедельник, в будущий понедельник, к понедельнику, в эту субботу, в выходные, на выходных, в
    следующие выходные, в течение года, в течение 24 часов, в течение суток, в течение ближайших суток, в
    течение недели, в течение трёх лет, за два года, за два роки, протягом тижня, до середини травня, до 1
    червня включно, з 1 червня, першого червня, двадцять першого травня, на Великдень, до Великодня, за тиждень
    до Великодня, 20 чи 21 травня, у 2026–2027 роках, в 2026 или 2027 году, в 2026-2027 гг., в 2030-х, у 2030-х
    роках, на початку 2030-х, к 2030-му, до 2030 р., 3 квартал, за рік, протягом року, протягом найближчих трьох
    місяців, протягом доби, упродовж 30 днів, до кінця першого кварталу, до кінця 2026-го року, до літа, до
    осені 2026 року, навесні 2026 року, наступного літа, цієї осені, восени наступного року, у першій половині
    2026 року, у II кварталі 2026 року, у ІІ кварталі 2026 року, не пізніше ніж 1 червня, не раніше 1 червня, 1
    червня цього року, 1 червня наступного року, після Великодня, на Різдво, до католицького Різдва, у
    найближчий понеділок, наступної середи, цієї п'ятниці, минулого понеділка, у вихідні, наступними вихідними,
    через півтора року, через 2–3 тижні, через кілька місяців, за два-три тижні, у березні чи квітні, у 2026 або
    2027 році, у III кварталі, by 1 June next year, by the summer of next year, before the summer, after the
    summer, in the run-up to Christmas, three years after 2026, two years before 2030, within six months of 1
    March, within two weeks of signing, within 30 days of today, within a year, within the next year, in the
    next year, in the next 12 months, over the next quarter, by the next quarter, end of next quarter, first
    half of the next decade, in the last week of March, the week ending 7 March, sometime in May, sometime next
    week, some time in 2026, around May, about 20 May, circa 2030, roughly 2030, no earlier than 2027, not
    before 2027, as early as 2026, as late as 2030, at latest by 2030, 2030 at the latest, by 2030 or 2035, by
    2030 or sooner, between 2026 and 2030, between May and July, between May and June 2026, from 2026 to 2030,
    2026 to 2030, 2026/2027, 2026/7, from 1 May until 3 June, from May 2026, until further notice, till May,
    through May, through 2026, throughout 2026, during 2026, during May, in mid- to late May, in mid-to-late
    2026, early-2026, early-to-mid 2026, in late-March, late March or early April, end of March or early April,
    at the end of April or the beginning of May, the night of 5 May, on the eve of 5 May, on the morning of 5
    May, 5 May at 10, Sunday 9 February, Sunday the 9th, Sun 9 Feb, Thur 6 Feb, the 9th of Feb, Feb 9th, nine
    February, ninth of February, February the ninth, the twenty-first of May, May twenty-first, May 2nd or 3rd,
    5 or 6 May 2026, May 5 or 6, May 5 and 6, Q3/Q4 2026, third and fourth quarters, first quarter next year, in
    the 1st quarter, 4Q26, 4Q 26, year end 2026, end-2026, end 2026, year-end 2026, 2026 year-end, the end of
    fiscal 2026, New Year 2027, Christmas next year, this Christmas, next Christmas, last Christmas, next
    Easter, this Easter, Easter next year
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
        *listed(WHOLE),
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


@pytest.mark.parametrize(
    "phrase", ["after 1 March", "not before 2027", "не раньше 1 июня", "після 1 березня"]
)
def test_a_date_before_which_nothing_comes_about_is_no_due_date(phrase):
    """It is refused when typed; in prose it is found, and not proposed."""
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
