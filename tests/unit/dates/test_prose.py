"""Calendar dates in the prose of articles: what is found, where it stands, and which days it can mean."""

from __future__ import annotations

import string
import sys
from datetime import date, timedelta
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.articles import dates
from claimtrack.model import When

WEDNESDAY = date(2025, 2, 5)


def told(text, published=WEDNESDAY):
    """The words of each date found and the days it can mean, in the shortest form."""
    return [(found.words, str(found.when)) for found in dates(text, published)]


def due(text, published=WEDNESDAY):
    """What each date found means as a deadline, and the limit it is set as."""
    return [(str(found.due), found.bound) for found in dates(text, published)]


ABSOLUTE = [
    ("The bridge opened on January 20, 2025.", ("January 20, 2025", "2025-01-20")),
    ("It opened on 20 January 2025.", ("20 January 2025", "2025-01-20")),
    ("It closed on the 3rd of March 1998.", ("3rd of March 1998", "1998-03-03")),
    ("It closed on Sept. 5, 1998.", ("Sept. 5, 1998", "1998-09-05")),
    ("Filed 2025-01-20 by the clerk.", ("2025-01-20", "2025-01-20")),
    ("Filed 20.01.2025 by the clerk.", ("20.01.2025", "2025-01-20")),
    ("Filed 01/20/2025 by the clerk.", ("01/20/2025", "2025-01-20")),
    ("Filed 3/14/98 by the clerk.", ("3/14/98", "1998-03-14")),
    ("The survey of 2025-03 was the last.", ("2025-03", "2025-03")),
    ("Rain fell throughout March 2024.", ("March 2024", "2024-03")),
    ("She has led it since 1994.", ("1994", "1994")),
    ("The treaty of 1648 ended it.", ("1648", "1648")),
    ("Prices rose in the 1990s.", ("1990s", "1990-01-01/1999-12-31")),
    ("The 2024-25 season was short.", ("2024-25", "2024-01-01/2025-12-31")),
    ("It fell in the third quarter of 2025.", ("third quarter of 2025", "2025-Q3")),
    ("It fell in Q3 2025.", ("Q3 2025", "2025-Q3")),
    ("It fell in the first half of 2026.", ("first half of 2026", "2026-H1")),
    ("They move in summer 2025.", ("summer 2025", "2025-06-01/2025-08-31")),
    ("They moved in the winter of 2023.", ("winter of 2023", "2023-12-01/2024-02-29")),
    ("It was in nineteen ninety-four.", ("nineteen ninety-four", "1994")),
    (
        "It was on March eighth, two thousand and fifteen.",
        ("March eighth, two thousand and fifteen", "2015-03-08"),
    ),
    ("The last day of 2025 is a holiday.", ("last day of 2025", "2025-12-31")),
    ("The first week of 2026 is quiet.", ("first week of 2026", "2025-12-29/2026-01-04")),
    ("The second week of May 2025 is quiet.", ("second week of May 2025", "2025-05-08/2025-05-14")),
    ("It was Election Day 2024.", ("Election Day 2024", "2024-11-05")),
    ("They met at Easter 2024.", ("Easter 2024", "2024-03-31")),
    ("After 9/11 all changed.", ("9/11", "2001-09-11")),
    ("The fair runs 5-7 May 2025.", ("5-7 May 2025", "2025-05-05/2025-05-07")),
    ("The fair ran January 7–20, 2025.", ("January 7–20, 2025", "2025-01-07/2025-01-20")),
    ("Мост открыли 20 января 2025 года.", ("20 января 2025 года", "2025-01-20")),
    ("Сдать отчёт 31 марта 2025 г. вечером.", ("31 марта 2025 г.", "2025-03-31")),
    ("Переговоры пройдут 5-7 мая 2025 года.", ("5-7 мая 2025 года", "2025-05-05/2025-05-07")),
    ("Так было в 1990-х.", ("1990-х", "1990-01-01/1999-12-31")),
    ("Во втором полугодии 2024 года стало хуже.", ("втором полугодии 2024 года", "2024-H2")),
    ("В I квартале 2025 года стало лучше.", ("I квартале 2025 года", "2025-Q1")),
    ("Зустріч відбулася 24 лютого 2022 року.", ("24 лютого 2022 року", "2022-02-24")),
    ("Міст відкрили влітку 2024 року.", ("влітку 2024 року", "2024-06-01/2024-08-31")),
    ("Так було у 2014–2015 роках.", ("2014–2015 роках", "2014-01-01/2015-12-31")),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_a_date_with_its_year_needs_no_day_of_publication(text, expected):
    """It is found alike with the article's day and without."""
    assert told(text) == [expected]
    assert told(text, None) == [expected]


RELATIVE = [
    ("He spoke today.", ("today", "2025-02-05")),
    ("He spoke last night.", ("last night", "2025-02-04")),
    ("He spoke the day before yesterday.", ("day before yesterday", "2025-02-03")),
    ("He spoke last week.", ("last week", "2025-01-27/2025-02-02")),
    ("He spoke over the weekend.", ("weekend", "2025-02-01/2025-02-02")),
    ("He will speak over the weekend.", ("weekend", "2025-02-08/2025-02-09")),
    ("He spoke last month.", ("last month", "2025-01")),
    ("He will speak next year.", ("next year", "2026")),
    ("He spoke last June.", ("last June", "2024-06")),
    ("He will speak this June.", ("this June", "2025-06")),
    ("He will speak next January.", ("next January", "2026-01")),
    ("In January of last year he spoke.", ("January of last year", "2024-01")),
    ("He will speak this summer.", ("this summer", "2025-06-01/2025-08-31")),
    ("He has spoken this winter.", ("this winter", "2024-12-01/2025-02-28")),
    ("He spoke last spring.", ("last spring", "2024-03-01/2024-05-31")),
    ("He speaks next spring.", ("next spring", "2025-03-01/2025-05-31")),
    ("He will speak in the fall.", ("fall", "2025-09-01/2025-11-30")),
    ("He spoke in the fall.", ("fall", "2024-09-01/2024-11-30")),
    ("He spoke on Tuesday.", ("Tuesday", "2025-02-04")),
    ("He spoke on Wednesday.", ("Wednesday", "2025-02-05")),
    ("He spoke on Friday evening.", ("Friday evening", "2025-01-31")),
    ("He will speak on Friday.", ("Friday", "2025-02-07")),
    ("On Friday, he will speak.", ("Friday", "2025-02-07")),
    ("The talks are to resume Monday.", ("Monday", "2025-02-10")),
    ("He spoke last Wednesday.", ("last Wednesday", "2025-01-29")),
    ("He speaks next Tuesday.", ("next Tuesday", "2025-02-11")),
    ("He speaks this coming Sunday.", ("this coming Sunday", "2025-02-09")),
    ("He speaks this Thursday.", ("this Thursday", "2025-02-06")),
    ("He speaks on Tuesday of next week.", ("Tuesday of next week", "2025-02-11")),
    ("He left three weeks ago.", ("three weeks ago", "2025-01-15")),
    ("He left four months ago.", ("four months ago", "2024-10")),
    ("He left two years ago.", ("two years ago", "2023")),
    ("He left 48 hours ago.", ("48 hours ago", "2025-02-03")),
    ("He will leave in three weeks.", ("in three weeks", "2025-02-26")),
    ("He will leave in two years.", ("in two years", "2027")),
    ("He leaves in 5 years' time.", ("in 5 years' time", "2030")),
    ("He leaves ten days from now.", ("ten days from now", "2025-02-15")),
    ("It rained over the past three months.", ("past three months", "2024-11-05/2025-02-05")),
    ("It will rain for the next two weeks.", ("next two weeks", "2025-02-05/2025-02-19")),
    ("He will leave two weeks before Easter.", ("two weeks before Easter", "2025-04-06")),
    ("He left 60 days after 20 October.", ("60 days after 20 October", "2024-12-19")),
    ("Sales grew for the full year.", ("full year", "2025")),
    ("It rains for the rest of the year.", ("year", "2025")),
    ("The year-ago results were worse.", ("year-ago", "2024")),
    ("It closes at year-end.", ("year-end", "2025-12-31")),
    ("The third quarter will be better.", ("third quarter", "2025-Q3")),
    ("Мы встретились на прошлой неделе.", ("прошлой неделе", "2025-01-27/2025-02-02")),
    ("В следующем месяце будет выставка.", ("следующем месяце", "2025-03")),
    ("В этом году урожай больше.", ("этом году", "2025")),
    ("Неделю назад он уехал.", ("Неделю назад", "2025-01-29")),
    ("Два года назад он уехал.", ("Два года назад", "2023")),
    ("Через две недели начнутся учения.", ("Через две недели", "2025-02-19")),
    ("В понедельник министр сообщил об этом.", ("понедельник", "2025-02-03")),
    ("В среду министр сообщил об этом.", ("среду", "2025-02-05")),
    ("В субботу состоится концерт.", ("субботу", "2025-02-08")),
    ("Позавчера шёл снег.", ("Позавчера", "2025-02-03")),
    ("Этой осенью откроют завод.", ("Этой осенью", "2025-09-01/2025-11-30")),
    ("Минулого тижня падав сніг.", ("Минулого тижня", "2025-01-27/2025-02-02")),
    ("Наступного місяця буде виставка.", ("Наступного місяця", "2025-03")),
    ("Торік падав сніг.", ("Торік", "2024")),
    ("Рік тому він поїхав.", ("Рік тому", "2024")),
    ("Через два місяці будуть вибори.", ("Через два місяці", "2025-04")),
    ("У п’ятницю міністр повідомив про це.", ("п’ятницю", "2025-01-31")),
    ("Цього літа відкриють завод.", ("Цього літа", "2025-06-01/2025-08-31")),
    ("Сьогодні падає сніг.", ("Сьогодні", "2025-02-05")),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_a_relative_date_counts_from_the_day_of_publication(text, expected):
    """It means nothing where that day is not known."""
    assert told(text) == [expected]
    assert told(text, None) == []


WITHOUT_YEAR = [
    ("The latest date was January 7.", "2025-01-07"),
    ("He spoke on December 15.", "2024-12-15"),
    ("He will speak on March 3.", "2025-03-03"),
    ("The goal was to end it by January 20.", "2025-01-20"),
    ("They won't be back before December 15.", "2025-12-15"),
    ("They will be back by November 30.", "2025-11-30"),
    ("The firm lost money in the year ended June 30.", "2024-06-30"),
    ("The mayor promised to finish the works by June 1.", "2025-06-01"),
    ("It will be over by the 20th.", "2025-02-20"),
    ("She resigned in June.", "2024-06"),
    ("She will resign in June.", "2025-06"),
    ("She resigned in mid-March.", "2025-03"),
    ("He last saw her on February 29.", "2024-02-29"),
    ("Встреча состоялась 15 декабря.", "2024-12-15"),
    ("До 1 вересня школи відкриють.", "2025-09-01"),
    ("У листопаді падав сніг.", "2024-11"),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_YEAR)
def test_the_verb_tells_the_year_of_a_date_that_has_none(text, expected):
    """What is to come lies ahead, or 60 days before the article (45 in the year before); what came to pass, behind."""
    assert [when for _, when in told(text)] == [expected]


def test_a_date_glued_to_its_weekday_is_one_date():
    """As a scraped page has it."""
    assert told("Wednesday05 February 2025\nsome.example") == [("Wednesday05 February 2025", "2025-02-05")]
    assert told("Mon., Jan. 13, was cold.") == [("Mon., Jan. 13", "2025-01-13")]
    assert told("Во вторник, 7 января 2025 года, шёл снег.") == [
        ("вторник, 7 января 2025 года", "2025-01-07")
    ]


VAGUE = [
    ("Prices fall in early 2026.", "2026", "2026-Q1"),
    ("Prices fall in mid-2026.", "2026", "2026-05-01/2026-08-31"),
    ("Prices fall late next year.", "2026", "2026-Q4"),
    ("Prices fall at the end of March 2026.", "2026-03", "2026-03-21/2026-03-31"),
    ("Prices fall at the beginning of March 2026.", "2026-03", "2026-03-01/2026-03-10"),
    ("Prices fall later this month.", "2025-02", "2025-02-05/2025-02-28"),
    ("Prices fall by the end of the year.", "2025", "2025-12-31"),
    ("Prices fall by end-May 2026.", "2026-05", "2026-05-31"),
    ("В начале 2026 года цены вырастут.", "2026", "2026-Q1"),
    ("До конца марта 2026 года.", "2026-03", "2026-03-31"),
    ("До кінця року.", "2025", "2025-12-31"),
    ("У середині травня 2026 року.", "2026-05", "2026-05-11/2026-05-20"),
]


@pytest.mark.parametrize(("text", "when", "expected"), VAGUE)
def test_a_part_of_a_span_names_the_span_and_is_due_in_the_part(text, when, expected):
    """Early 2026 is the year 2026, and for a deadline its first quarter."""
    (found,) = dates(text, WEDNESDAY)
    assert (str(found.when), str(found.due)) == (when, expected)


LIMITS = [
    ("It must be ready by January 20, 2026.", ("2026-01-20", "by")),
    ("It must be ready no later than 1 July 2025.", ("2025-07-01", "by")),
    ("It must be ready before June 1, 2025.", ("2025-05-31", "before")),
    ("It must be ready before 2030.", ("2029-12-31", "before")),
    ("It is open until 31 December 2025.", ("2025-12-31", "until")),
    ("The war will end within 100 days.", ("2025-05-16", "within")),
    ("It must be back within twenty working days.", ("2025-03-05", "within")),
    ("It will be ready on June 1, 2025.", ("2025-06-01", None)),
    ("Освободить до 20 января 2026 года.", ("2026-01-20", "until")),
    ("К 2030 году выбросы сократятся.", ("2030-12-31", "by")),
    ("В течение 100 дней он закончит войну.", ("2025-05-16", "within")),
    ("Здати не пізніше 31 березня 2025 року.", ("2025-03-31", "by")),
    ("Протягом 100 днів війна скінчиться.", ("2025-05-16", "within")),
]


@pytest.mark.parametrize(("text", "expected"), LIMITS)
def test_the_words_before_a_date_can_set_it_as_a_limit(text, expected):
    """By, before, until and within do."""
    (found,) = dates(text, WEDNESDAY)
    assert ((str(found.due), found.bound), found.by) == (expected, expected[1] is not None)


def test_the_two_ends_of_a_range_are_two_dates_in_one_year():
    """Where each is whole; the year at the second one holds for the first."""
    assert told("The talks run from November 20 to December 11, 2026.") == [
        ("November 20", "2026-11-20"),
        ("December 11, 2026", "2026-12-11"),
    ]
    assert told("It grew from 2004 to 2009.") == [("2004", "2004"), ("2009", "2009")]


def test_some_dates_count_from_the_one_before():
    """A year later, the next day and that year, while nothing else comes between."""
    text = "The war began in 2014. The following year it spread, and two years later it ended."
    assert [when for _, when in told(text)] == ["2014", "2015", "2017"]
    text = "On 3 March 2024 he spoke; the next day he left. That day it rained, and the day before, too."
    assert [when for _, when in told(text)] == ["2024-03-03", "2024-03-04", "2024-03-04", "2024-03-03"]
    assert told("That year it rained.") == []
    assert told("It began in 2014.\n\nThat year it rained.") == [("2014", "2014")]


NO_DATES = [
    "He paid $2000 to 2000 people, and 1998.5 points on flight 1999.",
    "May I march? It may rain. Theresa May said so. The March on Rome.",
    "On a Monday; Black Friday; Saturday Night Live; USA Today reported.",
    "The crash of MH17, the F-16 and the file_2025 of COVID-19.",
    "It is the first time in ten years. Prices fall. They spring up.",
    "The first half ended 1-0 on the 18th hole.",
    "Окружающую среду берегут, и Марта пришла.",
    "Filed 31/31/2025 and 32.13.2025.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_left_alone(text):
    """Amounts, names, verbs and any such day in general."""
    assert told(text) == []


def test_a_date_may_be_wrapped_but_ends_with_its_paragraph():
    """A line end is a space, a blank line is not."""
    assert told("He spoke in May\n2026.") == [("May\n2026", "2026-05")]
    assert [when for _, when in told("He spoke in May\n\n2026 began.")] == ["2024-05", "2026"]


def test_slashes_with_two_readings_take_the_nearer_to_the_article():
    """A page's own date is most often that of the day."""
    assert told("02/03/2025", date(2025, 2, 4)) == [("02/03/2025", "2025-02-03")]
    assert told("02/03/2025", date(2025, 3, 2)) == [("02/03/2025", "2025-03-02")]


def test_dates_within_dates_end_somewhere():
    """However deep a text nests them, it is read."""
    assert dates("early " * 3000 + "2026", WEDNESDAY)[-1].when == When.months(2026, 1, 12)


WORDS = """the last next of may May 5 31 2025 January , . - 10 days ago in within by year that Monday first
week early end before half Easter 9999 1000 30 weeks weekend a кінця року 20 января назад до п’ятницю İ
99.99.9999 / ’"""
PIECES = st.sampled_from((*WORDS.split(), "\n", "\n\n", string.digits))
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=14).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, published=st.none() | st.dates())
def test_any_text_of_any_day_gives_dates_in_order_that_never_overlap(text, published):
    """And each one's words are the text from its start to its end."""
    end = 0
    for found in dates(text, published):
        assert end <= found.start < found.end <= len(text)
        assert found.words == text[found.start : found.end]
        end = found.end


@settings(max_examples=60)
@given(st.dates(date(1900, 1, 1), date(2059, 12, 31)))
def test_every_day_is_read_back_from_its_usual_forms(day):
    """Month first, day first, ISO and dotted."""
    forms = (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", f"{day}", f"{day:%d.%m.%Y}")
    for form in forms:
        assert told(f"It was on {form}.", None) == [(form, str(day))]


@settings(max_examples=60)
@given(published=st.dates(date(1900, 1, 1), date(2059, 12, 31)), name=st.sampled_from(
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
))  # fmt: skip  # read as a table
def test_a_weekday_is_one_of_the_week_up_to_the_article_or_of_the_week_from_it(published, name):
    """Behind or ahead as the verb says; the article's own weekday is its day."""
    (behind,) = dates(f"They met on {name}.", published)
    (ahead,) = dates(f"They will meet on {name}.", published)
    assert f"{behind.when.first:%A}" == f"{ahead.when.first:%A}" == name
    assert published - timedelta(days=6) <= behind.when.first <= published
    assert published <= ahead.when.first <= published + timedelta(days=6)


def test_the_patterns_are_made_only_when_an_article_is_read():
    """Importing the package loads neither them nor any library."""
    code = "import sys, claimtrack.articles; print([name for name in sys.modules if 'dates.prose' in name])"
    source = Path(__file__).parents[3] / "src"
    done = run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(source)},
    )
    assert done.stdout.strip() == "[]"
