"""Whose claim it is and where it stood: names when reading and when writing, sources reused and agreed with."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters
from tests.builders import URL, a_claim


@pytest.fixture
def cast(db):
    """Speakers whose names share parts."""
    for name in ("Ada North", "Adam Northway", "Bo North", "Мар'яна Зінченко"):
        a_claim(db, f"{name} spoke", name)
    tracker.alias_speaker(db, "Bo North", ["Боб", "B. N."])
    return db


def claims_of(db, name):
    """The ids of the claims that a name finds."""
    return [claim.id for claim in tracker.list_claims(db, Filters(speaker=(name,))).claims]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("ADA NORTH", [1]),
        ("adam", [2]),
        ("northw", [2]),
        ("боб", [3]),
        ("Bo", [3]),
        ("марʼяна", [4]),
        ("ЗІНЧ", [4]),
    ],
)
def test_reading_takes_any_part_of_a_name_that_fits_one(cast, name, ids):
    """Whatever the case, accents or apostrophes; whole names and aliases come before parts."""
    assert claims_of(cast, name) == ids


def test_a_part_that_fits_several_is_refused_with_their_names(cast):
    """`Ada` is in Adam too."""
    with pytest.raises(
        RefusedError, match=r"Ada fits 2 speakers \(Ada North, Adam Northway\); give more of the name"
    ):
        claims_of(cast, "Ada")


def test_a_name_that_is_not_there_is_refused_with_the_nearest(cast):
    """A slip of the keyboard is put right by the reader."""
    with pytest.raises(RefusedError, match="There is no speaker Ada Nroth; the nearest is Ada North"):
        claims_of(cast, "Ada Nroth")
    with pytest.raises(RefusedError, match="There is no speaker Zed; `claimtrack speakers` lists them"):
        claims_of(cast, "Zed")


def test_writing_takes_a_whole_name_or_an_alias_and_says_whom(cast, told):
    """Case and accents aside; a name that is like no other is new, and announced with the nearest."""
    told.clear()
    assert a_claim(cast, "More", "ada NORTH").speaker == "Ada North"
    assert a_claim(cast, "More", "Боб").speaker == "Bo North"
    assert a_claim(cast, "More", "Nort").speaker == "Nort"
    assert a_claim(cast, "More", "Мар\u02bcяна Зінченко").speaker == "Мар'яна Зінченко"
    assert [line for line in told if "speaker" in line] == [
        "speaker: Ada North",
        "speaker: Bo North",
        "new speaker: Nort (not Ada North)",
        "speaker: Мар'яна Зінченко",
    ]


NEAR = [
    ("Donald Trump Jr.", "Donald Trump"), ("Donald Trump Jr.", "Trump"), ("Donald Trump", "Donald J. Trump"),
    ("Donald Trump", "Donald Trump Sr."), ("Bank of England", "England"), ("Bank of England", "the Bank of England"),
    ("Ministry of Defence of Ukraine", "Ukraine"), ("Ministry of Defence of Ukraine", "Ministry of Defence"),
    ("Jean-Claude Juncker", "Juncker"), ("Ann Smith-Jones", "Ann Smith"), ("J. D. Vance", "JD Vance"),
    ("J.D. Vance", "J. D. Vance"), ("Володимир Зеленський", "зеленський"), ("Путин", "Владимир Путин"),
    ("Recep Tayyip Erdoğan", "Erdogan"), ("رجب طيب أردوغان", "أردوغان"), ("習近平", "習近平主席"),
    ("नरेन्द्र मोदी", "मोदी"),
]  # fmt: skip  # a table


@pytest.mark.parametrize(("known", "typed"), NEAR)
def test_a_name_that_is_part_of_another_or_has_one_as_its_part_is_not_taken(db, known, typed):
    """In whole words of any script: refused with both ways out, and each of them works."""
    a_claim(db, speaker=known)
    with pytest.raises(RefusedError) as refused:
        a_claim(db, "More", typed)
    assert known in str(refused.value)
    assert str(refused.value).endswith("give the whole name, or --new-speaker for somebody else.")
    assert tracker.likely_speaker(db, typed) == (None, (known,), False)
    assert a_claim(db, "More", known).speaker == known
    assert a_claim(db, "Most", typed, new_speaker=True).speaker == typed
    assert tracker.likely_speaker(db, typed).known == typed


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Adam Northway", "Ada"),
        ("England", "New Englander"),
        ("Peter O'Brien", "Brien"),
        ("Путін", "Пут"),
        ("V. Orban", "Viktor"),
    ],
)
def test_half_a_word_is_no_part_of_a_name(db, known, typed):
    """That is somebody else, who is new."""
    a_claim(db, speaker=known)
    assert a_claim(db, "More", typed).speaker == typed


def test_a_name_that_is_part_of_several_is_refused_with_all_of_them(cast):
    """Nobody is chosen for the person who types."""
    with pytest.raises(RefusedError, match=r"may be Ada North, Bo North; give the whole name"):
        a_claim(cast, "More", "North")


def test_a_new_speaker_who_is_there_is_refused(cast):
    """Two people of one name need more of a name."""
    with pytest.raises(RefusedError, match="There is a speaker Ada North already"):
        a_claim(cast, "More", "ada north", new_speaker=True)


def test_another_name_is_kept_with_the_claim(cast):
    """In one step, so that one undo takes back both; a name that is another's is refused."""
    assert a_claim(cast, "More", "Ada North", alias="A. N.").speaker == "Ada North"
    assert a_claim(cast, "Most", "a. n.").speaker == "Ada North"
    with pytest.raises(RefusedError, match="is Bo North already"):
        a_claim(cast, "All", "Ada North", alias="Боб")
    tracker.undo(cast)
    tracker.undo(cast)
    assert tracker.likely_speaker(cast, "A. N.").known is None


def test_a_correction_and_a_move_take_whole_names_alone_too(cast):
    """One new speaker for all the claims that are corrected at once."""
    for wrong in (
        lambda: tracker.edit(cast, [1, 2], speaker="North"),
        lambda: tracker.move(cast, 1, due="2025-03", speaker="Ada"),
    ):
        with pytest.raises(RefusedError, match="give the whole name"):
            wrong()
    edited = tracker.edit(cast, [1, 2], speaker="North", new_speaker=True)
    assert {claim.speaker for claim in edited} == {"North"}
    assert len(tracker.list_speakers(cast)) == 5


UNNAMED = [
    "the expert", "a source", "officials", "people close to the president", "a senior official", "Western officials",
    "an FBI agent", "sources in the Pentagon", "one of the commanders", "источник в Кремле", "эксперт",
    "джерело в уряді",
]  # fmt: skip  # a list of words


@pytest.mark.parametrize("words", UNNAMED)
def test_words_for_somebody_unnamed_that_are_given_as_a_name_are_told(db, told, words):
    """Recorded as they are given; where it is said either way, nothing is told."""
    assert a_claim(db, speaker=words).unnamed is False
    assert any("--unnamed" in line for line in told)
    told.clear()
    a_claim(db, "More", words, unnamed=False)
    a_claim(db, "Most", words, unnamed=True)
    assert not any("--unnamed" in line for line in told)


@pytest.mark.parametrize(
    "name",
    [
        "Ada North",
        "The Kremlin",
        "Bank of England",
        "The Hague",
        "Peter Lawyer",
        "Two Sigma",
        "Council of Experts",
        "A",
    ],
)
def test_names_are_no_words_for_somebody_unnamed(db, told, name):
    """However they begin."""
    a_claim(db, speaker=name)
    assert not any("--unnamed" in line for line in told)


def test_the_unnamed_match_no_one(cast):
    """Not in the list of speakers, found only as unnamed; their words are kept as they are."""
    claim = a_claim(cast, "More", "Ada North", unnamed=True)
    assert (claim.speaker, claim.unnamed) == ("Ada North", True)
    assert claims_of(cast, "Ada North") == [1]
    assert tracker.list_claims(cast, Filters(unnamed=True)).claims == (claim,)
    assert len(tracker.list_speakers(cast)) == 4


def test_names_that_another_goes_by_are_refused(cast):
    """As alias or as new name; the message points to the merge."""
    for refused in (
        lambda: tracker.alias_speaker(cast, "Ada North", ["B. N."]),
        lambda: tracker.rename_speaker(cast, "Ada North", "BO NORTH"),
    ):
        with pytest.raises(
            RefusedError, match="is Bo North already; if they are one, use `claimtrack speakers merge`"
        ):
            refused()


def test_a_merged_speaker_is_found_under_both_names(cast):
    """With all the claims, under the name of the one that was kept."""
    kept = tracker.merge_speakers(cast, "Bo North", into="Ada North")
    assert (kept.name, kept.aliases, kept.claims) == ("Ada North", ("B. N.", "Bo North", "Боб"), 2)
    assert claims_of(cast, "Bo North") == claims_of(cast, "Боб") == claims_of(cast, "Ada North") == [3, 1]
    assert {tracker.show(cast, claim).claim.speaker for claim in (1, 3)} == {"Ada North"}
    assert a_claim(cast, "More", "Боб").speaker == "Ada North"
    with pytest.raises(RefusedError, match="are one speaker already"):
        tracker.merge_speakers(cast, "Bo North", into="Ada North")


def test_a_chain_of_merges_has_one_end(cast):
    """Those merged into someone who is merged come along."""
    tracker.merge_speakers(cast, "Bo North", into="Ada North")
    tracker.merge_speakers(cast, "Ada North", into="Adam Northway")
    assert claims_of(cast, "Боб") == [3, 2, 1]
    assert [speaker.name for speaker in tracker.list_speakers(cast)] == ["Adam Northway", "Мар'яна Зінченко"]


def test_a_speaker_is_counted_as_its_claims_stand(cast):
    """Claims, unresolved and overdue; deleted ones do not count."""
    a_claim(cast, "Late", "Ada North", due="2025-01")
    a_claim(cast, "Judged", "Ada North", due="2025-01")
    tracker.resolve(cast, 6, "failed")
    a_claim(cast, "Gone", "Ada North")
    tracker.delete(cast, 7)
    speaker, page = tracker.show_speaker(cast, "Ada North")
    assert (speaker.claims, speaker.unresolved, speaker.overdue) == (3, 2, 1)
    assert page.total == 3


@pytest.mark.parametrize("named", ["Notes", "NOTES", 1, "1", URL])
def test_a_source_that_is_there_is_used(db, named):
    """By title, id or address."""
    a_claim(db, source="Notes", url=URL, publisher="The Post", published="2025-02-05")
    claim = a_claim(db, "Another", source=named)
    assert claim.source.id == 1
    assert tracker.list_sources(db)[0].claims == 2


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"source": 1, "published": "2025-02-04"}, "The date of source 1 (Notes) is 2025-02-05"),
        ({"source": 1, "archive_url": URL}, "The archived copy of source 1 (Notes) is not known"),
        ({"source": "Other notes", "url": f"{URL}/#top"}, "The title of source 1 (Notes) is Notes"),
        ({"url": URL, "publisher": "The Gazette"}, "The publisher of source 1 (Notes) is The Post"),
    ],
)
def test_facts_that_disagree_are_refused(db, facts, why):
    """A claim never changes its source; the same facts again are fine."""
    known = {"publisher": "The Post", "published": "2025-02-05"}
    a_claim(db, source="Notes", url=URL, **known)
    with pytest.raises(RefusedError) as refused:
        a_claim(db, "Another", **facts)
    assert str(refused.value) == f"{why}; to change it for all its claims, use `claimtrack sources edit 1`."
    known["published"] = "February 5, 2025"
    assert a_claim(db, "Another", source="notes", **known).source.id == 1


SAME_ADDRESS = [
    "http://example.org/notes", "https://www.example.org/notes", "https://example.org/notes/", "https://EXAMPLE.org:443/notes",
    "https://example.org/notes#top", "https://example.org/notes?utm_source=mail&utm_medium=x", "https://example.org/not%65s",
    "http://www.example.org/notes/?fbclid=1&gclid=2#:~:text=x",
]  # fmt: skip  # a list of addresses


@pytest.mark.parametrize("spelled", SAME_ADDRESS)
def test_an_address_is_the_same_however_it_is_spelled(db, spelled):
    """For claims, filters, and the facts of sources."""
    a_claim(db, source="Notes", url=URL)
    assert (
        a_claim(db, "Another", url=spelled).source.id == a_claim(db, "A third", source=spelled).source.id == 1
    )
    assert tracker.list_claims(db, Filters(source=(spelled,))).total == 3
    assert tracker.edit_source(db, 1, url=spelled).id == 1
    tracker.add_source(db, "Card")
    with pytest.raises(RefusedError, match="is the address of source 1 already"):
        tracker.edit_source(db, "Card", url=URL)


OTHER_ADDRESS = [
    "https://m.example.org/notes", "https://example.org/Notes", "https://example.org/notes/2", "https://example.org/notes?page=2",
    "https://example.org:8080/notes", "https://example.org/notes/amp", "https://example.org/notes#/2", "https://example.com/notes",
]  # fmt: skip  # a list of addresses


@pytest.mark.parametrize("other", OTHER_ADDRESS)
def test_two_known_addresses_that_differ_are_two_sources(db, told, other):
    """Even with one title; the near one is named, with the way to join them."""
    a_claim(db, source="Notes", url=URL)
    assert a_claim(db, "Another", source="Notes", url=other).source.id == 2
    assert any("(not 1: Notes; if they are one: `claimtrack sources merge 2 1`)" in line for line in told)
    with pytest.raises(RefusedError, match=r"Several sources have that title \(1: Notes; 2: Notes\)"):
        a_claim(db, "A third", source="Notes")


def test_the_order_of_parameters_and_how_signs_are_escaped_make_no_other_address(db):
    """In any script."""
    first = a_claim(db, url="https://example.org/wiki/Курськ?b=2&a=п").source
    again = "http://example.org/wiki/%d0%9a%D1%83%D1%80%D1%81%D1%8C%D0%BA/?a=%D0%BF&b=2&ysclid=9"
    assert a_claim(db, "Another", url=again).source == first


@pytest.mark.parametrize("other", ["https://m.example.org/long-story/", "https://example.org/long-story/amp"])
def test_another_edition_of_a_page_is_a_source_of_its_own_with_the_near_one_named(db, told, other):
    """Those for telephones differ in more than looks at times: nothing is joined but by a person."""
    a_claim(db, url="https://example.org/long-story")
    assert a_claim(db, "Another", url=other).source.id == 2
    assert any("not 1: https://example.org/long-story" in line for line in told)


SLIPS = [
    "Intervew with the mayor", "Interview wiht the mayor", "The mayor: interview with", "Mayor, the: Interview with",
    "INTERVIEW WITH THE MAYOR.",
]  # fmt: skip  # a list of titles


@pytest.mark.parametrize("title", SLIPS)
def test_a_new_title_is_announced_with_the_one_that_it_may_be_a_slip_for(db, told, title):
    """A letter off, or the words in another order."""
    a_claim(db, source="Interview with the mayor", publisher="BBC")
    a_claim(db, "Another", source=title)
    near = "(not 1: Interview with the mayor, BBC; if they are one: `claimtrack sources merge 2 1`)"
    assert f"new source 2: {title} {near}" in told


@pytest.mark.parametrize("title", ["Bulletin 13", "Bulletin", "The budget of 12 towns", "Mayor"])
def test_a_title_that_says_something_else_is_like_no_other(db, told, title):
    """Issues and days differ by their number alone."""
    a_claim(db, source="Bulletin 12")
    a_claim(db, "A second", source="Interview with the mayor")
    a_claim(db, "Another", source=title)
    assert f"new source 3: {title}" in told


BBC = {"source": "Interview", "publisher": "BBC", "published": "2025-02-01"}


@pytest.mark.parametrize(
    "given",
    [
        {"publisher": "Times"}, {"published": "2025-02-02"}, {"publisher": "Times", "published": "2025-02-01"},
        {"publisher": "Times", "url": "https://example.com/1"}, {"published": "2024"},
    ],
)  # fmt: skip  # a table
def test_a_title_alone_does_not_make_two_sources_one(db, told, given):
    """Publisher and day must agree as far as both are known; the near one is named, and stays as it is."""
    before = a_claim(db, **BBC).source
    assert a_claim(db, "Another", source="Interview", **given).source.id == 2
    assert tracker.show(db, 1).claim.source == before
    assert any(
        line.startswith("new source 2: Interview") and "not 1: Interview, BBC, 2025-02-01" in line
        for line in told
    )


@pytest.mark.parametrize(
    "given",
    [{}, {"publisher": "bbc"}, {"published": "2025-02"}, {"publisher": "BBC", "published": "2025-02-01"}],
)
def test_what_agrees_as_far_as_both_know_is_one_source(db, given):
    """A month and a day in it are no contradiction."""
    a_claim(db, **BBC)
    assert a_claim(db, "Another", source="INTERVIEW", **given).source.id == 1


def test_of_two_that_may_be_meant_the_one_that_is_known_to_agree_is_taken(db):
    """And where neither is, the person says which."""
    a_claim(db, **BBC)
    a_claim(db, "Another", **{**BBC, "publisher": "Times"})
    assert a_claim(db, "A third", source="Interview", publisher="Times").source.id == 2
    with pytest.raises(
        RefusedError, match=r"\(1: Interview, BBC, 2025-02-01; 2: Interview, Times, 2025-02-01\)"
    ):
        a_claim(db, "A fourth", source="Interview")


def test_a_fact_that_the_source_lacks_is_not_given_it_by_a_claim(db, told):
    """It is told, with the command that does."""
    a_claim(db, source="Interview")
    claim = a_claim(db, "Another", source="Interview", publisher="The Times", url="https://example.com/1")
    assert (claim.source.id, claim.source.publisher, claim.source.url) == (1, None, None)
    command = "use `claimtrack sources edit 1 --publisher 'The Times' --url https://example.com/1`"
    assert any(line.endswith(command) for line in told)


def test_two_sources_that_are_one_are_joined(db, told):
    """With the claims and facts of both; the id and the address of the other lead to the one that stays."""
    a_claim(db, source="Notes", url=URL, published="2025-02-01")
    a_claim(db, "Another", source="Card", publisher="The Post")
    a_claim(db, "A third", url="https://m.example.org/notes")
    tracker.repeat(db, 1, source="Card")
    tracker.merge_sources(db, 1, into="Card")
    joined = tracker.merge_sources(db, "https://m.example.org/notes", into=1)
    assert (joined.id, joined.title, joined.publisher, joined.claims) == (2, "Card", "The Post", 3)
    assert (joined.url, str(joined.published)) == (URL, "2025-02-01")
    assert told[-1] == "source 2 keeps its own facts; left out of source 3: url https://m.example.org/notes"
    assert {tracker.show(db, claim).claim.source.id for claim in (1, 2, 3)} == {2}
    assert tracker.show(db, 1).claim.appearances == ()
    assert [source.id for source in tracker.list_sources(db)] == [2]
    for known in (1, 2, 3, URL, "http://m.example.org/notes/", "Notes", "Card"):
        assert a_claim(db, str(known), source=known).source.id == 2
    with pytest.raises(RefusedError, match="are one source already, 2"):
        tracker.merge_sources(db, 3, into=1)
    assert tracker.examine_database(db).faults == ()


def test_joined_sources_are_parted_again_by_undo(db):
    """Each as it was."""
    a_claim(db, source="Notes", url=URL)
    a_claim(db, "Another", source="Card")
    tracker.repeat(db, 1, source="Card")
    before = [tracker.show(db, claim).claim for claim in (1, 2)]
    tracker.merge_sources(db, "Card", into="Notes")
    tracker.undo(db)
    assert [(c.source, c.appearances) for c in before] == [
        (c.source, c.appearances) for c in (tracker.show(db, claim).claim for claim in (1, 2))
    ]
    assert len(tracker.list_sources(db)) == 2
    assert tracker.examine_database(db).faults == ()


def test_sources_are_not_joined_where_a_claim_was_said_after_the_report(db):
    """As for any other claim of that source."""
    a_claim(db, source="Notes", said="2025-02-04")
    a_claim(db, "Another", source="Card", published="2025-02-01")
    for one, other in (("Notes", "Card"), ("Card", "Notes")):
        with pytest.raises(RefusedError, match="was said on 2025-02-04 but would be published on 2025-02-01"):
            tracker.merge_sources(db, one, into=other)


@pytest.mark.parametrize(
    "address", ["ftp://example.org", "example.org", "http://", "https://a b", "https://a\tb", "javascript:x"]
)
def test_addresses_are_of_the_web(db, address):
    """For sources and for evidence."""
    a_claim(db)
    for refused in (
        lambda: a_claim(db, source="Notes", url=address),
        lambda: tracker.add_source(db, "Notes", archive_url=address),
        lambda: tracker.add_evidence(db, 1, [address]),
        lambda: tracker.resolve(db, 1, "true", contrary=[address]),
    ):
        with pytest.raises(UnreadableError, match="must start with http:// or https://"):
            refused()


def test_facts_of_a_source_are_corrected_for_all_its_claims(db):
    """An empty value empties; title and address are not both emptied."""
    a_claim(db, source="Notes", publisher="The Post")
    source = tracker.edit_source(db, 1, title="Notes, corrected", publisher="", published="January 2025")
    assert (source.title, source.publisher, str(source.published)) == ("Notes, corrected", None, "2025-01")
    assert tracker.show(db, 1).claim.source.title == "Notes, corrected"
    with pytest.raises(RefusedError, match="leave it one of the two"):
        tracker.edit_source(db, 1, title="")


def test_a_source_is_not_dated_before_the_day_a_claim_in_it_was_said(db):
    """What `add` refuses can't come about through the source either, nor through another appearance."""
    a_claim(db, source="Notes", published="2025-02-05", said="2025-02-04")
    a_claim(db, "Said again", source="First")
    tracker.repeat(db, 2, source="Second", said="2025-02-04")
    for source in ("Notes", "Second"):
        with pytest.raises(
            RefusedError, match=r"was said on 2025-02-04 but would be published on 2025-02-01"
        ):
            tracker.edit_source(db, source, published="2025-02-01")
        assert tracker.edit_source(db, source, published="2025-02-03").published.first.day == 3


def test_two_sources_do_not_share_an_address(db):
    """Else a claim given by the address would go to either; keeping one's own is no change."""
    a_claim(db, source="Notes", url=URL)
    a_claim(db, "The road opens", source="Card")
    with pytest.raises(RefusedError, match=r"is the address of source 1 already \(Notes\)"):
        tracker.edit_source(db, "Card", url=URL)
    assert tracker.edit_source(db, "Notes", url=URL).url == URL


def test_the_order_of_claims_follows_their_source(db):
    """Newest said, else published, else entered: correcting the article's date moves its claim."""
    a_claim(db, "In an article", source="Notes", published="2024-05-01")
    a_claim(db, "Said once", said="2024-06-01")
    assert [claim.id for claim in tracker.list_claims(db).claims] == [2, 1]
    tracker.edit_source(db, 1, published="2024-07-01")
    assert [claim.id for claim in tracker.list_claims(db).claims] == [1, 2]
