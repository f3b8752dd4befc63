from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.articles.proving import compare, find, in_sentence, nearest_passage

SPEECH = """Budget promised by spring

Finance minister Ada North said on Monday: “We will balance the budget by 1 March, and we can't wait.”
Her deputy, Mr. Oleh Bilyk, doubted it. "The deficit is 1.5 million," he said. "It isn't small."

«Мы закончим ремонт к 1 мая», — заявил мэр г. Лугового Пётр Зимин. В 2024 г. он обещал то же самое.
"""


def passages(quote, text=SPEECH, *, near=0):
    """What stands at the places found, or None."""
    places = find(quote, text, near=near)
    return places and [text[start:end] for start, end in places]


@pytest.mark.parametrize(
    "quote",
    [
        "We will balance the budget by 1 March",
        '"We will balance the budget by 1 March, and we can\'t wait."',
        "«We will\n   balance the\u00a0budget by 1 March»",
        "„We will bal\u00adance the budget by 1 March, and we can’t wait.“",
        "Мы закончим ремонт к 1 мая",
        '"Мы закончим ремонт к 1 мая", - заявил мэр',
        "Пётр Зимин".replace("ё", "е\N{COMBINING DIAERESIS}"),
    ],
)
def test_white_space_and_the_style_of_marks_do_not_matter(quote):
    """A person types straight quotation marks and hyphens where the page prints curly ones and dashes."""
    assert find(quote, SPEECH) is not None


@pytest.mark.parametrize(
    "quote",
    [
        "We shall balance the budget",
        "we will balance the budget",
        "We will balance budget",
        "We will balance the budget by 11 March",
        "мы закончим ремонт",
        "We will balance the budget. by 1 March",
    ],
)
def test_other_words_capitals_or_punctuation_do_not_stand_there(quote):
    """Word for word means so."""
    assert find(quote, SPEECH) is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("he will resign", "She says she will resign."),
        ("we can", "Nobody thinks we can't."),
        ("we can", "Nobody thinks we can’t."),
        ("5 million", "It costs 1.5 million."),
        ("50", "It costs 150."),
        ("nowhere", "It is now here."),
    ],
)
def test_a_part_of_a_word_or_figure_is_not_the_word(quote, text):
    """The letters of a misquotation may well stand in a row."""
    assert find(quote, text) is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("homme est né", "L'homme est né libre."),
        ("明日雨が降る", "彼は「明日雨が降る」と言った。"),
        ("об'єкт", "Це обʼєкт."),
        ("é", "the letter e\N{COMBINING ACUTE ACCENT} alone"),
    ],
)
def test_words_are_told_apart_as_their_language_does(quote, text):
    """French elides, Japanese sets no spaces, Ukrainian has an apostrophe inside words."""
    assert find(quote, text) is not None


@pytest.mark.parametrize("omission", ["…", " […] ", "...", " [...] ", " (…) ", " . . . "])
def test_parts_around_an_omission_follow_in_order(omission):
    """Each part is word for word, and each has a place."""
    assert passages(f"“We will balance the budget{omission}we can't wait.”") == [
        "We will balance the budget",
        "we can't wait.",
    ]


def test_parts_in_another_order_or_overlapping_are_not_found():
    """An omission leaves words out; it neither turns them round nor uses them twice."""
    assert find("we can't wait … We will balance", SPEECH) is None
    assert find("balance the budget … the budget by", SPEECH) is None


def test_of_several_places_the_nearest_is_taken():
    """Words that are said twice are found where the reader was."""
    text = "no deal. " * 3
    assert find("no deal", text) == ((0, 7),)
    assert find("no deal", text, near=12) == ((9, 16),)
    assert find("no deal", text, near=999) == ((18, 25),)


def test_the_nearest_place_gives_way_where_the_rest_does_not_follow_it():
    """The last `we` has no peace after it."""
    assert find("we … peace", "we want peace, as we said", near=18) == ((0, 2), (8, 13))


@pytest.mark.parametrize("quote", ["", "  ", "“”", "…", '" … "'])
def test_a_quotation_without_words_stands_nowhere(quote):
    """There is nothing to look for."""
    assert find(quote, SPEECH) is None


words = st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=6)
between = st.sampled_from([" ", "\n\n", "\u00a0", ", ", " — ", "; “", "” ", " (", ") "])
texts = st.lists(st.tuples(words, between), min_size=1, max_size=25)


@given(texts, st.data())
@settings(max_examples=60)
def test_any_words_of_a_text_are_found_at_offsets_that_give_them_back(pairs, data):
    """Wherever they are cut out, however often they stand there."""
    first = data.draw(st.integers(0, len(pairs) - 1))
    last = data.draw(st.integers(first, len(pairs) - 1))
    before = "".join(map("".join, pairs[:first]))
    quote = "".join(map("".join, pairs[first:last])) + pairs[last][0]
    text = "".join(map("".join, pairs))
    assert find(quote, text, near=len(before)) == ((len(before), len(before) + len(quote)),)


@given(st.text(max_size=60), st.text(max_size=60), st.integers(-5, 80), st.integers(-5, 80))
@settings(max_examples=80)
@example("a", "", 0, 0)
@example(" ", " \n ", 1, 2)
def test_no_text_is_too_strange(quote, text, start, end):
    """Whatever comes in, what comes out lies within the text."""
    for first, last in find(quote, quote + text) or ():
        assert 0 <= first < last <= len(quote + text)
    first, last = in_sentence(text, start, end)
    assert 0 <= first <= last <= len(text)
    nearest_passage(quote, text)
    assert compare(quote, find(quote, quote) or (), quote, quote) == (
        "found" if find(quote, quote) else "gone"
    )


def test_the_nearest_passage_has_the_words_that_were_misquoted():
    """A wrong word, a wrong order or a wrong ending does not hide it."""
    assert nearest_passage("We shall balance our budget by 1 March", SPEECH) == (
        "We will balance the budget by 1 March"
    )
    assert nearest_passage("Мы закончили ремонт к 9 мая", SPEECH) == "Мы закончим ремонт к 1 мая"


def test_the_nearest_passage_is_that_of_the_part_that_is_missing():
    """The parts that are there need no showing."""
    assert nearest_passage("We will balance […] the deficits were 1.5 million", SPEECH) == (
        "The deficit is 1.5 million"
    )


@pytest.mark.parametrize("quote", ["Zebras graze in Tasmania", "the zebra of the crossing", "", "…", "!!"])
def test_no_passage_is_near_to_what_the_text_does_not_speak_of(quote):
    """Sharing `the` and `of` is no likeness."""
    assert nearest_passage(quote, SPEECH) is None


def test_a_passage_of_a_long_text_is_found_among_its_everyday_words():
    """Rare words tell more than those on every line."""
    text = "The council said that it was in the works and of no use to the town.\n" * 500
    text += "Levees along the Orla river will be raised by two metres.\n"
    assert nearest_passage("Levees along the river Orla shall be raised by two metres", text) == (
        "Levees along the Orla river will be raised by two metres"
    )


def sentence_of(words, text=SPEECH):
    """The sentence around `words`, as it is shown."""
    start = text.index(words)
    first, last = in_sentence(text, start, start + len(words))
    return text[first:last]


@pytest.mark.parametrize(
    ("words_in_it", "sentence"),
    [
        ("Budget", "Budget promised by spring"),
        ("doubted", "Her deputy, Mr. Oleh Bilyk, doubted it."),
        ("1.5", '"The deficit is 1.5 million," he said.'),
        ("small", '"It isn\'t small."'),
        ("ремонт", "«Мы закончим ремонт к 1 мая», — заявил мэр г. Лугового Пётр Зимин."),
        ("обещал", "В 2024 г. он обещал то же самое."),
    ],
)
def test_a_quotation_is_shown_in_its_sentence(words_in_it, sentence):
    """A full stop after a title, a figure or a shortened word ends none."""
    assert sentence_of(words_in_it) == sentence


def test_several_sentences_are_shown_whole():
    """The passage may begin in one and end in another."""
    assert sentence_of('Bilyk, doubted it. "The deficit') == (
        'Her deputy, Mr. Oleh Bilyk, doubted it. "The deficit is 1.5 million," he said.'
    )


def test_a_mark_inside_a_sentence_does_not_end_it():
    """Initials, countries, and a question that someone asked."""
    text = 'J. R. Vale of the U.S. Senate asked "Why now?" and left. Nobody knew.'
    assert sentence_of("Vale", text) == 'J. R. Vale of the U.S. Senate asked "Why now?" and left.'


def test_without_blank_lines_each_line_is_a_paragraph():
    """Text from a page has one line per paragraph, and its headings have no full stop."""
    assert sentence_of("later", "A heading\nNorth spoke later") == "North spoke later"
    assert sentence_of("later", "A heading\n\nNorth\nspoke later") == "North\nspoke later"


QUOTE = "We will balance the budget […] we can't wait."


@pytest.mark.parametrize(
    ("new", "fate"),
    [
        (SPEECH, "found"),
        ("\ufeff" + SPEECH.replace("\n", "\r\n").replace("“", '"'), "found"),
        ("Updated at noon.\n\n" + SPEECH, "moved"),
        (SPEECH.replace("by 1 March, and", "by 1 March, God willing, and"), "moved"),
        (SPEECH.replace("by 1 March, and we can't wait", "by 9 June, if we can"), "changed"),
        (
            SPEECH.replace("We will balance the budget by 1 March, and we can't wait", "Time will tell"),
            "gone",
        ),
        ("Page not found. The address may have changed.", "gone"),
        ("", "gone"),
    ],
)
def test_what_became_of_a_quotation_when_its_page_is_read_again(new, fate):
    """Only words count: a page that is laid out anew still has it where it stood."""
    assert compare(QUOTE, find(QUOTE, SPEECH), SPEECH, new) == fate


def test_a_short_quotation_has_changed_where_its_sentence_is_left():
    """None of its two words may remain, and the reader still sees what took their place."""
    old = "On Friday mayor Pyotr Zimin told the council that he “will resign”, and left."
    new = old.replace("will resign", "may stay")
    assert compare("will resign", find("will resign", old), old, new) == "changed"


def test_words_said_twice_have_not_moved_while_they_stand_where_they_stood():
    """The place that was quoted is compared, not the first one."""
    text = "No deal. A pause. No deal."
    places = find("No deal", text, near=20)
    assert compare("No deal", places, text, text) == "found"
