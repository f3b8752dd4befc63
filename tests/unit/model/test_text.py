"""Text as it is stored, and when two names are the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.text import name_key, stored, stored_line, text_key


@given(st.text())
def test_stored_text_is_clean_and_stays_as_it_is(text):
    """Unicode NFC, LF ends, no control characters but newline and tab, no space around it, never empty."""
    kept = stored(text)
    if kept is not None:
        assert kept == kept.strip() == unicodedata.normalize("NFC", kept) != ""
        assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in kept)
        assert stored(kept) == kept


@given(st.text())
def test_a_stored_line_is_one_line(text):
    """No line end, no tab, no two spaces together."""
    kept = stored_line(text)
    if kept is not None:
        assert kept == " ".join(kept.split()) != ""
        assert stored_line(kept) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" two\r\nlines\r", "two\nlines"),
        ("a\x1b[1mb\0c\x9b", "a[1mbc"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("a\ud800b", "ab"),
        (" \n\t ", None),
        ("\0", None),
        ("", None),
    ],
)
def test_what_text_becomes(typed, kept):
    """What would harm a terminal or a file is left out; nothing but space is nothing."""
    assert stored(typed) == kept


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ada North", "ADA  NORTH", " ada north "),
        ("Recep Erdoğan", "recep erdogan", "Recep Erdog\N{COMBINING BREVE}an"),
        ("Мар'яна", "Мар’яна", "Марʼяна", "МАР`ЯНА"),
        ("Anne-Marie", "Anne‐Marie", "Anne–Marie"),
        ("Straße", "STRASSE"),
        ("Зеленський", "Зеленськии\N{COMBINING BREVE}"),
        ("Ⅳ Corps", "iv corps"),
    ],
)
def test_spellings_of_one_name(spellings):
    """Case, accents of Latin letters, apostrophes, dashes and spaces do not make another person."""
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Андрій", "Андрии"), ("Київ", "Киів"), ("Ада", "Ada"), ("Ann", "Anne")]
)
def test_letters_that_make_another_name(one, other):
    """й and ї are letters of their own, and scripts are never guessed across."""
    assert name_key(one) != name_key(other)


@given(st.text())
def test_a_key_is_its_own_key(name):
    """So that a key can be looked up as if it were a name."""
    assert name_key(name_key(name)) == name_key(name)


def test_texts_are_the_same_but_for_case_and_spaces():
    """As the check for duplicates has it."""
    assert text_key("The  Bridge\nopens") == text_key("the bridge opens ") != text_key("the bridge opens.")
