from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.dates import FIELDS, echo, read, window
from claimtrack.errors import UnreadableError
from claimtrack.model import When

TODAY = date(2025, 6, 30)
ARTICLE = When.day(date(2025, 2, 5))

ENGLISH = "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads as a calendar
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905 - the same
UKRAINIAN = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()  # noqa: SIM905 - the same

anchors = st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31))
ways_to_write = st.sampled_from(
    [
        lambda day: f"{ENGLISH[day.month - 1]} {day.day}",
        lambda day: f"{day.day} {ENGLISH[day.month - 1][:3]}.",
        lambda day: f"{day.day} {RUSSIAN[day.month - 1]}",
        lambda day: f"{day.day} {UKRAINIAN[day.month - 1]}",
        lambda day: f"{day.day:02}.{day.month:02}",
    ]
)


@settings(max_examples=300)
@given(
    anchor=anchors,
    ahead=st.integers(1, 300),
    write=ways_to_write,
    known=st.sampled_from(["said", "published", "today"]),
)
def test_a_due_date_of_day_and_month_is_the_next_such_day(anchor, ahead, write, known):
    """Whatever it is read against, day and month alone name that day in the 300 days that follow."""
    day = anchor + timedelta(days=ahead)
    against = {known: anchor if known == "today" else When.day(anchor)}
    assert read(write(day), field="due", **({"today": TODAY} | against)).when == When.day(day)


@given(
    anchor=anchors,
    back=st.integers(0, 364),
    write=ways_to_write,
    field=st.sampled_from(["said", "published", "happened", "judged"]),
)
def test_other_fields_look_back_over_a_year(anchor, back, write, field):
    """What was said, published, happened or judged lies behind, on the day itself at the latest."""
    day = anchor - timedelta(days=back)
    assert read(write(day), field=field, today=anchor).when == When.day(day)


def test_a_due_date_looks_from_the_day_of_speaking_first_then_from_the_article_then_from_today():
    """20 January is ahead of words said on 5 February, and just past for an article of that day."""

    def due(**known):
        return str(read("20 January", field="due", today=TODAY, **known).when)

    assert due(said=ARTICLE, published=ARTICLE) == "2026-01-20"
    assert due(published=ARTICLE) == "2025-01-20"
    assert due() == "2026-01-20"


@pytest.mark.parametrize(
    ("published", "words", "due"),
    [
        ("2025-02-05", "January 20", "2025-01-20"),
        ("2025-02-05", "December 15", "2025-12-15"),
        ("2025-06-30", "May 1", "2025-05-01"),
        ("2025-06-30", "April 30", "2026-04-30"),
        ("2025-01-10", "December 20", "2024-12-20"),
        ("2025-01-10", "November 20", "2025-11-20"),
        ("2025-02-05", "December", "2025-12"),
        ("2025-03-25", "Q1", "2025-Q1"),
        ("2025-02-05", "Friday", "2025-02-07"),
    ],
)
def test_an_article_may_tell_of_a_due_date_just_past(published, words, due):
    """Up to 60 days before it in its own year and 45 over the new year; a weekday is always ahead."""
    article = When.day(date.fromisoformat(published))
    assert str(read(words, field="due", today=TODAY, published=article).when) == due


def test_what_was_said_is_read_against_the_article_and_the_article_against_today():
    """The published date is no anchor of its own field."""
    assert str(read("yesterday", field="said", today=TODAY, published=ARTICLE).when) == "2025-02-04"
    assert str(read("yesterday", field="published", today=TODAY, published=ARTICLE).when) == "2025-06-29"
    assert str(read("yesterday", field="judged", today=TODAY, published=ARTICLE).when) == "2025-06-29"


def test_a_distance_from_a_vague_day_is_as_vague():
    """Said at some time in January, "in 3 weeks" is any day from 22 January to 21 February."""
    january = When.months(2025, 1)
    assert str(read("in 3 weeks", field="due", today=TODAY, said=january).when) == "2025-01-22/2025-02-21"
    assert str(read("next month", field="due", today=TODAY, said=january).when) == "2025-02"


def test_a_due_date_without_a_year_looks_from_the_first_day_of_a_vague_one():
    """Said at some time in January, 10 January may still be ahead."""
    assert str(read("10 January", field="due", today=TODAY, said=When.months(2025, 1)).when) == "2025-01-10"


def test_a_look_back_from_years_of_an_article_starts_at_their_last_day():
    """Published at some time from 1990 to 2025, the last 20 January is that of 2025."""
    decades = When(date(1990, 1, 1), date(2025, 6, 30))
    assert str(read("20 January", field="said", today=TODAY, published=decades).when) == "2025-01-20"


@pytest.mark.parametrize(
    ("field", "words", "line"),
    [
        ("due", "January 20", 'due: "January 20" read as Monday 2025-01-20, before the article'),
        ("due", " 15 грудня ", 'due: "15 грудня" read as Monday 2025-12-15'),
        ("due", "end of March", 'due: "end of March" read as 2025-03-21/2025-03-31 (Friday to Monday)'),
        (
            "said",
            "Q4",
            'said: "Q4" read as 2024-Q4 (Tuesday 2024-10-01 to Tuesday 2024-12-31), before the article',
        ),
        ("published", "January 20", 'published: "January 20" read as Monday 2025-01-20'),
        ("due", "2025-01-20", None),
    ],
)
def test_whatever_was_inferred_is_echoed_with_weekday_and_year(field, words, line):
    """The user sees what the words became; of a typed ISO date there is nothing to tell."""
    assert echo(field, read(words, field=field, today=TODAY, published=ARTICLE)) == line


def test_an_echo_holds_no_control_characters_and_no_paragraphs():
    """Words are data: an escape sequence in them never reaches the terminal, and the line stays a line."""
    reading = read("20\u200b \n January\t2025", field="due", today=TODAY)
    assert echo("due", reading) == 'due: "20 January 2025" read as Monday 2025-01-20'
    with pytest.raises(UnreadableError, match=r'^"\[31mred" can') as refusal:
        read("\x1b[31mred", field="due", today=TODAY)
    assert len(str(refusal.value)) < 250


def test_a_weekday_must_fit_its_date():
    """A date that contradicts itself is refused, never half believed."""
    assert str(read("Monday, 20.01.2025", field="due", today=TODAY).when) == "2025-01-20"
    with pytest.raises(UnreadableError, match="2025-01-20 is a Monday"):
        read("Friday, 20.01.2025", field="due", today=TODAY)


def outcome(words, reader):
    """What the reader returns; None where it refuses."""
    try:
        return reader(words)
    except UnreadableError:
        return None


PIECES = """
20 2025 9999 0 31 99999999 January марта лютого mars end конца in через за 3 weeks ago Friday next last
before by до - / . , : first second half quarter Q4 H2 кв 20.01 01/02 2025-01 2025-01-20 winter year года
of the within from to and mid early tomorrow вчора п'ятницю
"""
pieces = st.lists(st.sampled_from(PIECES.split()), max_size=6)


@settings(max_examples=150, deadline=None)
@given(
    words=st.one_of(st.text(max_size=60), pieces.map(" ".join), pieces.map("".join)),
    field=st.sampled_from(FIELDS),
    today=st.dates(),
)
def test_any_text_is_read_or_refused_and_nothing_else_happens(words, field, today):
    """No text is a traceback, on no day from the first to the last of the calendar."""
    reading = outcome(words, lambda text: read(text, field=field, today=today))
    if reading is not None:
        again = read(str(reading.when), field=field, today=today)
        assert again.when == reading.when
    outcome(words, lambda text: window(text, today=today))
