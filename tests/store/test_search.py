"""Full-text search: any text is a search that does not fail, and words are found in every spelling."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.errors import UnreadableError
from claimtrack.model import Filters
from tests.builders import a_claim, a_database, insert, plain_sqlite


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A few claims in two languages, that no test changes."""
    with a_database(tmp_path_factory.mktemp("search") / "claims.db") as db:
        a_claim(db, "The bridge will be open by spring", "Ada North", tags="roads", role="mayor")
        a_claim(
            db,
            "До кінця року відкриємо міст",
            "Мар'яна Зінченко",
            translation="The bridge opens this year",
            note="5% more",
        )
        a_claim(
            db,
            "Открытый мост будет новый",
            "Bo South",
            quote="Новый мост",
            source="Notes on bridges",
            publisher="The Example Post",
        )
        a_claim(db, "Prices rise by 5%", "an expert", unnamed=True)
        tracker.alias_speaker(db, "Ada North", ["Ада Норт"])
        yield db


def found(db, words):
    """The ids of the claims in which the words are found, smallest first."""
    return sorted(claim.id for claim in tracker.search(db, words).claims)


def test_a_search_takes_so_many_words(library):
    """Sixty-four are searched for; with more, the message says so."""
    assert found(library, "bridge " * 64)
    with pytest.raises(UnreadableError, match="at most 64 words, and here are 65"):
        tracker.search(library, "bridge " * 65)


@settings(max_examples=40)
@given(st.text() | st.text(alphabet="\"'*^:()-+{}[]ANDORNEARbridge 5%\0\N{RIGHT SINGLE QUOTATION MARK}"))
@example('"')
@example('"unclosed phrase')
@example("AND OR NOT NEAR")
@example("text:bridge")
@example("NEAR(bridge open, 2)")
@example('"*"')
@example("**")
@example("a\0b")
@example("'; DROP TABLE claim; --")
def test_no_text_makes_a_search_fail(library, words):
    """What is typed is words, never FTS5's own language."""
    page = tracker.search(library, words)
    assert page.total == len(page.claims)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("bridge", [1, 2, 3]),
        ("BRIDGE Open", [1, 2]),
        ("opening prices", []),
        ("rising", [4]),
        ("міст", [2]),
        ("МОСТ", [3]),
        ("open bridge", [1, 2]),
        ('"open bridge"', []),
        ('"will be open"', [1]),
        ("bridge*", [1, 2, 3]),
        ("brid", [1, 2, 3]),
        ("відкри*", [2]),
        ("north", [1]),
        ("Ада", [1]),
        ("зінченко", [2]),
        ("expert", [4]),
        ("notes", [3]),
        ("example post", [3]),
        ("new", []),
        ("новый", [3]),
        ("5%", [2, 4]),
        ("bridge NOT open", []),
        ("bridge OR prices", []),
        ("-bridge", [1, 2, 3]),
        ("roads", []),
        ("...", []),
        ("", []),
    ],
)
def test_claims_are_found_by_their_words(library, words, ids):
    """All the words, in any field or name, whatever the case; `*` for a beginning, quotes for a phrase."""
    assert found(library, words) == ids


@pytest.mark.parametrize(
    "apostrophe", ["'", "\N{RIGHT SINGLE QUOTATION MARK}", "\N{MODIFIER LETTER APOSTROPHE}"]
)
def test_the_three_apostrophes_are_one(db, library, apostrophe):
    """In what is searched for and in what is stored."""
    assert found(library, f"Мар{apostrophe}яна") == [2]
    a_claim(db, f"Об{apostrophe}єкт здано", f"Дем{apostrophe}ян")
    for typed in "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}":
        assert found(db, f"об{typed}єкт") == [1]
        assert found(db, f"дем{typed}ян") == [1]


@pytest.mark.parametrize(
    ("text", "words", "finds"),
    [
        ("They held elections at the universities", "election university", True),
        ("They held elections at the universities", "electi*", True),
        ("They held elections at the universities", "universi* electio*", True),
        ("The electorate is one universe", "universi*", False),
        ("The electorate is one universe", "electi*", False),
        ("The trains stopped", "stopp*", True),
        ("Stop the trains", "stopp*", False),
        ("A new man", "news*", False),
        ("News of sensibility", "news* sensibili*", True),
        ("Happiness came", "happi* cam*", True),
        ("Vienna’s café", "caf*", True),
        ("Vienna’s café", "Café*", True),
        ("Running costs", '"run cost"', True),
        ("Open it", "ope*", True),
        ("Reopen it", "open*", False),
    ],
)
def test_english_words_are_found_by_their_stems_and_beginnings_by_what_was_typed(db, text, words, finds):
    """Whatever the stem in the index is: a beginning finds the words that begin so, and no others."""
    a_claim(db, text)
    assert found(db, words) == ([1] if finds else [])


def test_yo_is_ye(db):
    """In Russian it is mostly written so."""
    a_claim(db, "Ещё будет Ёлка")
    a_claim(db, "Еще будет елка")
    for typed in ("ёлка", "ЕЛКА", "еще", "ещё", "ёлк*", "елк*"):
        assert found(db, typed) == [1, 2]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("核電", [1]),
        ("重啟", [1]),
        ("電廠 明年", [1]),
        ("電廠*", [1]),
        ('"核電廠明年"', [1]),
        ("kyoto 再稼働", [2]),
        ("AI技術", [2]),
        ("ai技術", [2]),
        ("北京 再稼働", []),
        ("山田", [2]),
        ("ไฟฟ้า", [3]),
    ],
)
def test_what_is_written_without_spaces_is_found_anywhere_in_it(db, words, ids):
    """The tokenizer takes a whole sentence for one word."""
    a_claim(db, "核電廠明年重啟")
    a_claim(db, "Kyoto: AI技術で再稼働する", "山田太郎")
    a_claim(db, "โรงไฟฟ้าจะเปิด")
    assert found(db, words) == ids


def test_what_was_found_is_known_word_for_word(db):
    """To be marked where it is shown: in the form that stands there."""
    a_claim(db, "The bridges of Демʼян, and Bridge 核電廠明年")
    claims = tracker.search(db, "bridge дем'ян").claims
    assert tracker.found_words(db, "bridge дем'ян", claims) == {"bridges", "Bridge", "Дем", "ян"}
    assert tracker.found_words(db, "brid* 核電", claims) == {"bridges", "Bridge", "核電"}
    assert tracker.found_words(db, "", claims) == set()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_are_found_composed_and_decomposed(db, library, form):
    """й may come as one character or as two, from a keyboard or a PDF."""
    assert found(library, unicodedata.normalize(form, "новый")) == [3]
    a_claim(db, unicodedata.normalize(form, "Йде відбій"))
    assert found(db, "відбій") == [1]


def test_accents_on_latin_letters_do_not_matter(db):
    """`Erdogan` finds `Erdoğan`."""
    a_claim(db, "It is so", "Recep Erdoğan-Müller")
    assert found(db, "erdogan") == [1]
    assert found(db, "muller") == [1]


def test_the_best_match_comes_first(db):
    """Not the newest."""
    a_claim(db, "The bridge, the bridge and only the bridge")
    a_claim(db, "A long text in which among a great many other words there is also some bridge")
    assert [claim.id for claim in tracker.search(db, "bridge").claims] == [1, 2]
    assert [claim.id for claim in tracker.search(db, "bridge", Filters(sort="added")).claims] == [2, 1]
    page = tracker.search(db, "bridge", Filters(limit=1))
    assert ([claim.id for claim in page.claims], page.total, page.more) == ([1], 2, 1)


def test_the_index_follows_every_correction(db):
    """Of the claim, its speaker, aliases, merges and source; deleted claims are not found."""
    a_claim(db, "First words", "Ada North", source="Notes")
    a_claim(db, "Other words", "Bo South")
    tracker.edit(db, 1, text="Second text")
    assert (found(db, "first"), found(db, "second")) == ([], [1])
    tracker.rename_speaker(db, "Ada North", "Ada Western")
    assert (found(db, "north"), found(db, "western")) == ([], [1])
    tracker.alias_speaker(db, "Bo South", ["Боб"])
    assert found(db, "боб") == [2]
    tracker.merge_speakers(db, "Bo South", into="Ada Western")
    assert found(db, "western") == [1, 2]
    assert found(db, "боб") == [2]
    tracker.edit_source(db, 1, title="Diary")
    assert (found(db, "notes"), found(db, "diary")) == ([], [1])
    tracker.delete(db, 1)
    assert found(db, "second") == []
    tracker.undo(db)
    assert found(db, "second") == [1]
    assert tracker.examine_database(db).faults == ()


def test_what_another_program_adds_is_found_at_once(db):
    """The index is kept by the file itself."""
    a_claim(db)
    with plain_sqlite(db) as shell:
        insert(shell, "claim", text="Rain by noon")
        shell.execute("UPDATE claim SET note = 'umbrella' WHERE id = 1")
        insert(shell, "alias", name="Ада")
    assert (found(db, "rain"), found(db, "umbrella"), found(db, "ада")) == ([2], [1], [1, 2])


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("bridg spr", [1]),
        ('"open by spr"', []),
        ('"be open" Nor', [1]),
        ("мостами", [3]),
        ("нового мостa", []),
        ("НОВОГО моста", [3]),
        ("Зінченка", [2]),
        ("Мар'яною Зінченко", [2]),
        ("року відкриєм", [2]),
        ("rise zzz", []),
    ],
)
def test_words_that_no_claim_has_are_tried_as_beginnings(library, words, ids):
    """Slavic ones without the ending of their case; a phrase stays a phrase."""
    assert found(library, words) == ids
