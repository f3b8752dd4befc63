"""Text as it is stored, and when two names are the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.text import claim_key, name_key, stored, stored_line, text_key


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kursk will be retaken", "“Kursk” will be retaken."),
        ("Kursk - a town - is retaken", "Kursk, a town, is retaken"),
        ("A cease-fire by June", "a cease fire  by June!"),
        ("U.S. troops leave", "US troops leave"),
        ("The town's bridge opens", "The town’s bridge opens"),
        ("«Курськ» — взято", "Курськ взято"),
        ("up 5% by May", "up 5 % by May."),
        ("Really? Yes", "really, yes"),
        ("between 5–7 days", "between 5-7 days"),
        ("習近平說。", "習近平說"),
    ],
)
def test_punctuation_makes_no_other_claim(one, other):
    """Nor do case and spaces, in any script."""
    assert claim_key(one) == claim_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5% less", "5 less"), ("-5 degrees", "5 degrees"), ("–5 degrees", "5 degrees"),
        ("growth of +2", "growth of 2"),
        ("3.5 million", "35 million"), ("$5", "€5"), ("1/2 of it", "12 of it"), ("by 10:30", "by 1030"), ("<5", ">5"),
        (".5 degrees", "5 degrees"), ("(-3%)", "(3%)"), ("C++", "C"), ("...", "!"), ("taken", "not taken"),
    ],
)  # fmt: skip  # a table
def test_what_changes_a_number_makes_another_claim(one, other):
    """A sign before a digit, a percentage, a currency, and what stands within a number."""
    assert claim_key(one) != claim_key(other)


def test_a_minus_is_one_however_it_is_written():
    """As a hyphen, a dash or the sign itself."""
    assert len({claim_key(f"at {minus}5 degrees") for minus in "-\u2010\u2013\u2212"}) == 1
