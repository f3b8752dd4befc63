from __future__ import annotations

import re
from datetime import date

import pytest

from claimtrack.dates import read
from claimtrack.errors import UnreadableError

# A Wednesday.
TODAY = date(2025, 2, 5)


def due(words: str) -> str:
    """The stored form of a due date read on TODAY."""
    return str(read(words, field="due", today=TODAY).when)


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("January Jan январь января январе янв січень січня січні", 1),
        ("February Feb февраль февраля феврале фев лютий лютого лютому", 2),
        ("March Mar март марта марте березень березня березні", 3),
        ("April Apr апрель апреля апреле апр квітень квітня квітні", 4),
        ("May май мая мае травень травня травні", 5),
        ("June Jun июнь июня июне червень червня червні", 6),
        ("July Jul июль июля июле липень липня липні", 7),
        ("August Aug август августа августе серпень серпня серпні", 8),
        ("September Sept сентябрь сентября сентябре вересень вересня вересні", 9),
        ("October Oct октябрь октября октябре жовтень жовтня жовтні", 10),
        ("November Nov ноябрь ноября ноябре листопад листопада листопаді", 11),
        ("December Dec декабрь декабря декабре грудень грудня грудні", 12),
    ],
)
def test_months_are_known_in_the_cases_in_which_dates_use_them(names, month):
    """A month alone is the month, whatever its language, case and capitals."""
    for name in names.split():
        assert due(f"{name.upper()} 2026") == f"2026-{month:02}"


@pytest.mark.parametrize(
    ("names", "day"),
    [
        ("Monday Mon понедельник понеділок", "2025-02-10"),
        ("Tuesday Tue вторник вівторок", "2025-02-11"),
        ("Wednesday Wed среду середу", "2025-02-05"),
        ("Thursday Thu четверг четвер", "2025-02-06"),
        ("Friday Fri пятницу п'ятницю п’ятницю", "2025-02-07"),
        ("Saturday Sat субботу суботу", "2025-02-08"),
        ("Sunday Sun воскресенье неділю", "2025-02-09"),
    ],
)
def test_a_weekday_due_is_the_first_one_from_today_on(names, day):
    """Today counts: a Wednesday typed on a Wednesday is today."""
    for name in names.split():
        assert due(name) == day


OTHER_WAYS = [
    ("20 of January", "2026-01-20"),
    ("January the 20th", "2026-01-20"),
    ("20-го января", "2026-01-20"),
    ("первого марта", "2025-03-01"),
    ("2025 May 20", "2025-05-20"),
    ("20/05", "2025-05-20"),
    ("20-05-2025", "2025-05-20"),
    ("1/1/2025", "2025-01-01"),
    ("3/2025", "2025-03"),
    ("2025-3-7", "2025-03-07"),
    ("20.05 (вт)", "2025-05-20"),
    ("20\u00a0May", "2025-05-20"),
    ("the year 2026", "2026"),
    ("в 2026 году", "2026"),
    ("протягом 2026 року", "2026-12-31"),
    ("2025q3", "2025-Q3"),
    ("III кв. 2025 г.", "2025-Q3"),
    ("І квартал 2026 року", "2026-Q1"),
    ("в первом полугодии следующего года", "2026-H1"),
    ("за 3 тижні", "2025-02-26"),
    ("через неделю", "2025-02-12"),
    ("within a month", "2025-03-05"),
    ("через півроку", "2025-08"),
    ("in 1000 days", "2027-11-02"),
    ("год назад", "2024"),
    ("два тижні тому", "2025-01-22"),
    ("day after tomorrow", "2025-02-07"),
    ("позавчора", "2025-02-03"),
    ("this quarter", "2025-Q1"),
    ("last quarter", "2024-Q4"),
    ("в следующем месяце", "2025-03"),
    ("цього тижня", "2025-02-03/2025-02-09"),
    ("end of the week", "2025-02-07/2025-02-09"),
    ("early next year", "2026-Q1"),
    ("к концу следующего месяца", "2025-03-31"),
    ("наприкінці березня", "2025-03-21/2025-03-31"),
    ("end of winter 2025", "2026-02"),
    ("last winter", "2023-12-01/2024-02-29"),
    ("next winter", "2025-12-01/2026-02-28"),
    ("last December", "2024-12"),
    ("last Friday", "2025-01-31"),
    ("no later than 20 May", "2025-05-20"),
    ("не пізніше 20 травня", "2025-05-20"),
    ("before the end of May", "2025-05-31"),
    ("before 2026", "2025-12-31"),
    ("before Monday, 20 January 2025", "2025-01-19"),
    ("between 7 and 20 May", "2025-05-07/2025-05-20"),
    ("від 7 до 20 травня", "2025-05-07/2025-05-20"),
    ("7.05–20.05", "2025-05-07/2025-05-20"),
    ("Dec 28 - Jan 3", "2025-12-28/2026-01-03"),
    ("March - May", "2025-03-01/2025-05-31"),
    ("2025–2026", "2025-01-01/2026-12-31"),
    ("2025-05-07 - 2025-05-20", "2025-05-07/2025-05-20"),
    ("thirty days", "2025-03-07"),
    ("twenty-one days", "2025-02-26"),
    ("3 роки", "2028"),
    ("June '26", "2026-06"),
    ("20 January '26", "2026-01-20"),
    ("2025-W12", "2025-03-17/2025-03-23"),
    ("the 2030s", "2030-01-01/2039-12-31"),
    ("first Monday in May", "2025-05-05"),
    ("последняя пятница марта", "2025-03-28"),
    ("the second week of May", "2025-05-08/2025-05-14"),
    ("mid-Feb", "2025-02-11/2025-02-20"),
    ("in a fortnight", "2025-02-19"),
    ("within 24 hours", "2025-02-06"),
    ("within 36 hours", "2025-02-07"),
    ("twenty working days", "2025-03-05"),
    ("by year-end", "2025-12-31"),
    ("year's end", "2025-12-31"),
    ("by Christmas", "2025-12-25"),
    ("Easter 2026", "2026-04-05"),
    ("orthodox Easter 2026", "2026-04-12"),
    ("до Пасхи 2026", "2026-04-12"),
    ("Великдень 2024", "2024-05-05"),
    ("к католической Пасхе 2026", "2026-04-05"),
    ("Рождество", "2026-01-07"),
    ("Різдво 2020", "2020-01-07"),
    ("two weeks before Christmas", "2025-12-11"),
    ("20 or 21 January", "2026-01-20/2026-01-21"),
    ("20 и 21 мая", "2025-05-20/2025-05-21"),
    ("March or April", "2025-03-01/2025-04-30"),
    ("2026 or 2027", "2026-01-01/2027-12-31"),
    ("today or tomorrow", "2025-02-05/2025-02-06"),
    ("late 2025 or early 2026", "2025-10-01/2026-03-31"),
    ("в пятницу или субботу", "2025-02-07/2025-02-08"),
    ("двадцатого мая", "2025-05-20"),
    ("двадцять першого травня", "2025-05-21"),
    ("до кінця 2026-го року", "2026-12-31"),
    ("к 2030-му", "2030-12-31"),
    ("1H 2026", "2026-H1"),
    ("Q1'26", "2026-Q1"),
    ("2026 Q1", "2026-Q1"),
    ("the last quarter of 2026", "2026-Q4"),
    ("the first two weeks of March", "2025-03-01/2025-03-14"),
    ("the last three days of 2026", "2026-12-29/2026-12-31"),
    ("the day before Easter", "2025-04-19"),
    ("the Friday before Easter", "2025-04-18"),
    ("the week after Easter", "2025-04-21/2025-04-27"),
    ("a week from Friday", "2025-02-14"),
    ("за неделю до Пасхи", "2025-04-13"),
    ("через тиждень після Великодня", "2025-04-27"),
    ("before mid-2026", "2026-04-30"),
    ("late March or early April", "2025-03-21/2025-04-10"),
    ("year-end 2026", "2026-12-31"),
    ("4Q26", "2026-Q4"),
    ("within six months of 1 March", "2025-09-01"),
    ("before year-end", "2025-12-31"),
    ("on or before 30 June", "2025-06-30"),
    ("the next fortnight", "2025-02-05/2025-02-19"),
    ("later this year", "2025-02-05/2025-12-31"),
    ("over the next two weeks", "2025-02-05/2025-02-19"),
    ("30d", "2025-03-07"),
    ("2 w", "2025-02-19"),
    ("eom", "2025-02-28"),
    ("EOY", "2025-12-31"),
    ("before Monday, 19 May", "2025-05-18"),
]


@pytest.mark.parametrize(("words", "form"), OTHER_WAYS)
def test_other_ways_to_say_it(words, form):
    """Forms that docs/dates.md does not spell out, read on Wednesday 5 February 2025."""
    assert due(words) == form


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("20 janvier 2025", "2025-01-20"),
        ("20. Mai", "2025-05-20"),
        ("20 de mayo de 2025", "2025-05-20"),
        ("20 maja", "2025-05-20"),
        ("mars 2025", "2025-03"),
    ],
)
def test_other_languages_are_read_by_the_library(words, form):
    """Days and months with a number, and nothing that counts from today."""
    assert due(words) == form


NEARLY_DATES = """
1 | 12 | 20 | 5 10 | -1 | ? | 20250107 | 2025-366 | 2025-W54 | 1.5 weeks | 192.168.1.1
20 January 25 | 20 January 20 | May May | March 2025 2026 | today 2025 | 20 or 27 January | 20 and 27 May
January 32 | 31 April | 30 лютого | Feb 29 2025 | 20.13 | 00.00.0000 | 5 квартал | H3 | 20/21
20:30 | 5pm | noon | at 5 | yesterday at 5 | tomorrow morning | tonight | сегодня в 5 | now
soon | never | in the second half | second | half | in week | year | every Friday
next weeks | weeks ago | недели назад | in 2026 quarter | second week ago | and quarter
early to March | mid-to-late May
from March | after March | around 20 May | 20 мая примерно | not 20 May | until further notice | by by May
за 3 недели | протягом року | within the week | in 2025 years | in 99999999 weeks | 3000 years ago
01/02 | 01-02-2025 | 20.01.99 | 2025/26 | 20th century | 2031s | January 20 BC | 20 May GMT
٢٠ يناير | ２０.０１.２０２５ | ²0 May | 1月 | mars | out | set | ein | lunes
gestern | demain | 20 janvier 25 | 20 Januar 13 Uhr | 3 jours | vor 3 Tagen | après le 20 mai | około 20 maja
sixth Friday of May | early 20 May | first half of Q1 | end of 20 May
May 20 - | - May 20 | 20-7 May | May - 5 June | 5 May 2025 - June | Friday - Sunday
"""


@pytest.mark.parametrize(
    "words",
    ["", " ", "x" * 10_000, "20 " * 5_000, *(words.strip() for words in re.split(r"[|\n]", NEARLY_DATES))],
)
def test_what_is_only_nearly_a_date_is_refused(words):
    """Never a wrong guess: each of these is taken for a date by some reader of dates, or nearly is one."""
    with pytest.raises(UnreadableError):
        due(words)


@pytest.mark.parametrize(
    "words",
    [
        "March or May",
        "Monday or Thursday",
        "Christmas or New Year",
        "Різдво",
        "до Різдва 2025",
        "01/02/2025",
        "1.2.99",
    ],
)
def test_words_with_two_meanings_are_refused(words):
    """Since 2023 Ukrainians keep Christmas on 25 December or 7 January; two dates with others between are no span."""
    with pytest.raises(UnreadableError, match=r"two readings|two digits"):
        due(words)


@pytest.mark.parametrize(
    "words", ["fiscal 2026", "next fiscal year", "first quarter of fiscal 2026", "2025/26"]
)
def test_a_year_that_need_not_start_in_january_is_refused(words):
    """Whose fiscal year it is nobody tells."""
    with pytest.raises(UnreadableError, match="need not start in January"):
        due(words)


@pytest.mark.parametrize("words", ["next Friday", "this Monday", "next March", "next summer", "next weekend"])
def test_this_and_next_are_refused_while_people_differ(words):
    """On a Wednesday, next Friday is in two days to some and in nine to others."""
    with pytest.raises(UnreadableError, match="two readings"):
        due(words)


def test_next_friday_is_read_on_a_day_that_leaves_no_doubt():
    """On a Friday it can only be the one of next week."""
    assert str(read("next Friday", field="due", today=date(2025, 2, 7)).when) == "2025-02-14"


@pytest.mark.parametrize("field", ["said", "published", "happened", "judged"])
@pytest.mark.parametrize(
    "words", ["by 20 January", "до 20 января", "before March", "within 3 weeks", "протягом року"]
)
def test_only_a_due_date_takes_a_limit(field, words):
    """When something was said or happened is a day, and "by" leaves the other end open."""
    with pytest.raises(UnreadableError, match="sets a limit"):
        read(words, field=field, today=TODAY)
