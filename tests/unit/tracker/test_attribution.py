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


def test_writing_takes_whole_words_alone_and_says_whom(cast, told):
    """`Ada` is Ada North and not Adam; half a word makes a new speaker, who is announced with the nearest."""
    told.clear()
    assert a_claim(cast, "More", "ada").speaker == "Ada North"
    assert a_claim(cast, "More", "Боб").speaker == "Bo North"
    assert a_claim(cast, "More", "Nort").speaker == "Nort"
    assert a_claim(cast, "More", "Ada North").speaker == "Ada North"
    assert [line for line in told if "speaker" in line] == [
        "speaker: Ada North",
        "speaker: Bo North",
        "new speaker: Nort (not Ada North)",
    ]


def test_writing_a_part_that_fits_several_is_refused(cast):
    """Nobody is chosen for the person who types."""
    with pytest.raises(RefusedError, match=r"North fits 2 speakers \(Ada North, Bo North\)"):
        a_claim(cast, "More", "North")


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
        ({"published": "2025-02-04"}, "The date of source 1 (Notes) is 2025-02-05"),
        ({"publisher": "The Gazette"}, "The publisher of source 1 (Notes) is The Post"),
        ({"archive_url": URL}, "The archived copy of source 1 (Notes) is not known"),
    ],
)
def test_facts_that_disagree_are_refused(db, facts, why):
    """A claim never changes its source; the same facts again are fine."""
    a_claim(db, source="Notes", publisher="The Post", published="2025-02-05")
    with pytest.raises(RefusedError) as refused:
        a_claim(db, "Another", source="Notes", **facts)
    assert str(refused.value) == f"{why}; to change it for all its claims, use `claimtrack sources edit 1`."
    assert (
        a_claim(db, "Another", source="Notes", publisher="The Post", published="February 5, 2025").source.id
        == 1
    )


def test_articles_of_one_title_are_told_apart_by_their_address(db):
    """Each column has many articles called Opinion."""
    first = a_claim(db, source="Opinion", url="https://example.org/1").source
    second = a_claim(db, "Another", source="Opinion", url="https://example.org/2").source
    assert (first.id, second.id) == (1, 2)
    with pytest.raises(RefusedError, match=r"Several sources have that title \(1, 2\)"):
        a_claim(db, "A third", source="Opinion")


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
