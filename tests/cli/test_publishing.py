"""`export` in the formats for publishing: what others read as it is, and nothing private."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from pyarrow.dataset import dataset

from claimtrack import tracker
from tests.builders import a_claim, a_database, a_judged_claim

BASE = "--base-url https://example.org/claims.html --publisher-name 'The Courier'"
PRIVATE = "only for the desk"
HOSTILE = (
    "<script>alert(1)</script>", "a | b \\ c * _d_ [e](f) `g` # h", "]]> & \" '", "=1+1", "two\nlines", "\ufffe odd",
    "שלום 👩‍👩‍👧‍👦",
)  # fmt: skip  # a list of texts
# What Google's page on fact checks and schema.org require of a review.
REVIEW = {
    "type": "object",
    "required": ["@type", "url", "claimReviewed", "author", "datePublished", "reviewRating", "itemReviewed"],
    "properties": {
        "@type": {"const": "ClaimReview"},
        "url": {"type": "string", "pattern": "^https://example.org/claims.html#"},
        "claimReviewed": {"type": "string", "minLength": 1},
        "datePublished": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "author": {"required": ["@type", "name"], "properties": {"@type": {"const": "Organization"}}},
        "reviewRating": {
            "required": ["@type", "alternateName"],
            "dependentRequired": {"ratingValue": ["bestRating", "worstRating"]},
            "properties": {"@type": {"const": "Rating"}, "alternateName": {"type": "string", "minLength": 1}},
        },
        "itemReviewed": {
            "required": ["@type", "author"],
            "properties": {
                "@type": {"const": "Claim"},
                "author": {
                    "required": ["name"],
                    "properties": {"@type": {"enum": ["Person", "Organization"]}},
                },
                "firstAppearance": {"properties": {"@type": {"const": "CreativeWork"}}},
            },
        },
    },
}


@pytest.fixture
def work(folder):
    """The database that commands find in the folder."""
    with a_database(folder / "claims.db") as db:
        yield db


@pytest.fixture
def busy(folder, run, work):
    """Claims of every sort, with private words wherever there may be some."""
    a_judged_claim(work, "failed", note=f"note {PRIVATE}", source="Notes", url="https://example.org/n")
    a_judged_claim(work, "held", text="The canal is dredged", via="an aide")
    a_judged_claim(work, "held", text="The road is paved", speaker="the expert", unnamed=True)
    a_claim(work, "The ferry runs", speaker="Bo Lund", due="2025-01-07", kind="promise")
    a_claim(work, f"deleted {PRIVATE}")
    (folder / f"{PRIVATE}.txt").write_text(f"Ada North said the {PRIVATE} bridge will open in May 2026.")
    for command in (
        "move 4 --due 2025-06-01 --said 2025-01-20",
        f"evidence 1 https://example.org/e --note '{PRIVATE}'",
        f"evidence 4 --quote 'It runs' --note '{PRIVATE}'",
        "delete 5 --yes",
        f"extract '{PRIVATE}.txt' --published 2025-02-01",
    ):
        assert run(command).status == 0, command
    return work


def reviews(run, options=BASE):
    """The reviews that are exported."""
    done = run(f"export --format claimreview {options}")
    assert done.status == 0, done.err
    return json.loads(done.out)["@graph"]


@pytest.mark.usefixtures("busy")
def test_a_review_has_what_is_required_of_it(run):
    """As ClaimReview, of the claims that were judged, at first hand, of speakers that are named."""
    (review,) = reviews(run)
    jsonschema.validate(review, REVIEW)
    assert review["itemReviewed"]["author"]["name"] == "Ada North"
    assert review["itemReviewed"]["firstAppearance"]["url"] == "https://example.org/n"
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "false"}


@pytest.mark.usefixtures("busy")
def test_what_is_left_out_of_reviews_is_counted_with_the_reason(run):
    """On standard error, so that the file is only the file."""
    err = run(f"export reviews.jsonld {BASE}").err
    assert "wrote 1 claim to reviews.jsonld" in err
    assert "left out 4 claims: 2 not judged, 1 second-hand, 1 unnamed" in err


@pytest.mark.parametrize(
    ("rating", "scale", "numbers"),
    [
        ("4", "--scale 1-5", (4.0, 1.0, 5.0)), ("2/5", "--scale 1-5", (2.0, 1.0, 5.0)),
        ("3.5 out of 5", "--scale 0-5", (3.5, 0.0, 5.0)), ("4", "", None), ("Mostly false", "--scale 1-5", None),
        ("4 Pinocchios", "--scale 1-4", None),
    ],
)  # fmt: skip  # a row a rating
def test_a_rating_has_numbers_only_where_it_is_one_and_the_scale_is_known(run, work, rating, scale, numbers):
    """The house's own words stay as they are."""
    tracker.resolve(work, a_claim(work).id, "partly", rating=rating)
    (review,) = reviews(run, f"{BASE} {scale}")
    rated = review["reviewRating"]
    assert rated["alternateName"] == rating
    assert tuple(rated.get(name) for name in ("ratingValue", "worstRating", "bestRating")) == (
        numbers or (None, None, None)
    )


def test_promises_are_reviewed_too(run, work):
    """With the word of their kind."""
    a_judged_claim(work, "held", kind="promise", speaker="Ministry of Canals", due="2025-03")
    (review,) = reviews(run)
    assert review["reviewRating"]["alternateName"] == "kept"
    assert review["itemReviewed"]["author"]["@type"] == "Organization"


@pytest.mark.parametrize(
    "options",
    [
        "", "--base-url https://example.org/c.html", "--publisher-name X", f"{BASE} --scale good-bad",
        "--base-url example.org --publisher-name X", f"{BASE} --scale 3-3", f"{BASE} --fields id", f"{BASE} --private",
    ],
)  # fmt: skip  # a row a case
def test_what_a_review_needs_and_can_have_no_use_of_is_said(run, options):
    """Wrong usage, in a sentence, and nothing is written."""
    done = run(f"export reviews.jsonld --format claimreview {options}")
    assert done.status == 2
    assert done.err.count("\n") == 1


def test_a_title_is_no_option_of_a_file_of_claims(run):
    """An option that would do nothing is refused."""
    assert run("export claims.csv --title X").status == 2
    assert run("export site.db --raw").status == 2
    assert run("export --format sqlite").status == 2


@pytest.mark.usefixtures("busy")
def test_the_page_has_the_reviews_where_it_is_known_where_it_stands(folder, run):
    """As data in the page, which its policy need not let in."""
    run(f"report page.html {BASE}")
    text = (folder / "page.html").read_text(encoding="utf-8")
    (data,) = text.split('<script type="application/ld+json">')[1:]
    (review,) = json.loads(data.split("</script>")[0])["@graph"]
    jsonschema.validate(review, REVIEW)
    run("report page.html")
    assert "ld+json" not in (folder / "page.html").read_text(encoding="utf-8")


def entries(run, options=""):
    """The entries of the feed: id, title and day."""
    done = run(f"export --format atom {options}")
    assert done.status == 0, done.err
    space = {"a": "http://www.w3.org/2005/Atom"}
    feed = ET.fromstring(done.out)  # noqa: S314  # our own
    return [
        tuple(entry.findtext(f"a:{name}", namespaces=space) for name in ("id", "title", "updated"))
        for entry in feed.findall("a:entry", space)
    ]


@pytest.mark.usefixtures("busy")
def test_a_feed_tells_verdicts_and_moves_newest_first(run):
    """Each under an id that stays, whatever is told later."""
    first = entries(run)
    assert first[0][1].startswith("Moved, now due 2025-06-01: Bo Lund: The ferry runs")
    assert "False: Ada North: The bridge will open" in [title for _, title, _ in first]
    assert "True: Ada North (says an aide): The canal is dredged" in [title for _, title, _ in first]
    run("unresolve 1 --reason 'The map was wrong.'")
    second = entries(run)
    assert {identity for identity, *_ in first} < {identity for identity, *_ in second}
    assert "Verdict taken back: Ada North: The bridge will open" in [title for _, title, _ in second]


def test_a_feed_without_news_is_a_feed(run, work):
    """It has to have been updated at some time."""
    a_claim(work)
    assert entries(run) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_text_in_each_format(folder, run, work, text):
    """The feed and the reviews parse, and a row of the table stays one row."""
    tracker.resolve(
        work, a_claim(work, text, speaker=text, quote=text).id, "failed", reason=text, rating=text
    )
    for file in ("feed.xml", f"reviews.jsonld {BASE}", "table.md", "cards.md --cards", "site.db"):
        assert run(f"export {file}").status == 0
    ET.parse(folder / "feed.xml")  # noqa: S314  # our own
    json.loads((folder / "reviews.jsonld").read_text(encoding="utf-8"))
    assert len((folder / "table.md").read_text(encoding="utf-8").splitlines()) == 3
    with closing(sqlite3.connect(folder / "site.db")) as plain:
        assert plain.execute("SELECT text FROM claims").fetchall() == [(tracker.show(work, 1).claim.text,)]


@pytest.mark.usefixtures("busy")
def test_markdown_is_a_table_or_a_section_each(run):
    """The table for a wiki, the sections for a newsletter."""
    table = run("export --format md --title Works").out
    assert table.startswith("# Works\n\n| id | speaker | claim | due | how it stands |\n")
    assert "| 2 | Ada North \\(says an aide\\) | The canal is dredged |  | true |" in table
    cards = run("export --format md --cards").out
    assert "## The bridge will open\n\n**Ada North**: false\n" in cards
    assert "- for: [https://example.org/e](<https://example.org/e>)" in cards
    assert "- source: [Notes](<https://example.org/n>)" in cards


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(
    "file",
    ["feed.xml", f"reviews.jsonld {BASE}", "table.md", "cards.md --cards", "site.db", "claims.parquet"],
)
def test_nothing_private_is_published(folder, run, file):
    """No private word stands anywhere in the bytes, nor the folder that the file came from."""
    assert run(f"export {file}").status == 0
    made = folder / file.split()[0]
    files = [one for one in made.rglob("*") if one.is_file()] if made.is_dir() else [made]
    for one in [*files, *folder.glob("metadata.yaml")]:
        assert PRIVATE.encode() not in one.read_bytes()
        assert str(folder).encode() not in one.read_bytes()


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("file", ["table.md", "cards.md --cards", "claims.parquet"])
def test_what_is_private_is_there_where_it_is_asked_for(folder, run, file):
    """For readers of the house; both ways it is said, and the notes of evidence stay where they are."""
    left_out = run(f"export {file}")
    assert left_out.err.endswith(f"claims to {file.split()[0]}, 1 private note left out\n")
    assert "Private notes are in it" in run(f"export {file} --private").err
    made = folder / file.split()[0]
    if made.is_dir():
        table = dataset(made, partitioning="hive").to_table()
        assert [note for note in table["note"].to_pylist() if note] == [f"note {PRIVATE}"]
    else:
        assert made.read_text(encoding="utf-8").count(PRIVATE) == 1


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ("x.xml --private", "--private"), ("x.db --private", "--private"),
        (f"x.jsonld {BASE} --private", "--private"), ("x.md --raw", "--raw"), ("x.parquet --fields id", "--fields"),
    ],
)  # fmt: skip  # a row a case
def test_what_is_never_in_it_is_refused(run, work, options, word):
    """Wrong usage, and nothing is written."""
    a_claim(work)
    done = run(f"export {options}")
    assert done.status == 2
    assert word in done.err.partition("leave out")[2]


@pytest.mark.parametrize("name", ["site.db", "claims.parquet"])
def test_a_published_file_is_replaced_by_a_newer_one_and_nothing_else_is(folder, run, work, name):
    """A database of claims, somebody's folder and a text file are left as they are."""
    a_claim(work)
    assert run(f"export {name}").status == 0
    assert run(f"export {name}").status == 0
    other = folder / f"other{name[-8:]}"
    other.mkdir()
    (other / "letter.txt").write_text("dear")
    for there in (other.name, "claims.db"):
        done = run(f"export {there} --format {'sqlite' if name == 'site.db' else 'parquet'}")
        assert done.status == 1
        assert "is there already" in done.err
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []
