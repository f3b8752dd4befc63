"""Files as they really come: broken, half, mixed, and saved by other programs; every row is read or refused."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given as property_of
from hypothesis import settings
from hypothesis import strategies as st

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.cells import read_table
from claimtrack.exchange.foreign.files import known, told
from tests.unit.exchange.foreign.reading import SAMPLES, days, faults, given, outcomes, rows_of, taken

REVIEW = json.loads((SAMPLES / "claimreview_page.json").read_text(encoding="utf-8"))
MARKET = json.loads((SAMPLES / "manifold_markets.json").read_text(encoding="utf-8"))[0]
OLD_FATEBOOK = (
    "Tournament name,Question title,Forecast created by,Forecast (scale = 0-1),Forecast created at,"
    "Question created at,Question resolve by,Question resolution,Question resolved at"
)
# A few lines that would be a billion words with their references written out.
BOMB = "promises: x\nicons: x\nstatus_info: x\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 9)
)


def sample(name):
    """The text of a sample."""
    return (SAMPLES / name).read_text(encoding="utf-8")


def review(**changes):
    """A review with other values; null takes one out."""
    return {name: value for name, value in (REVIEW | changes).items() if value is not None}


def rated(**rating):
    """A review with another rating."""
    return review(reviewRating={"@type": "Rating", **rating})


def read_reviews(*reviews):
    """The rows of a list of reviews."""
    return rows_of(given(json.dumps(reviews)))


def page(*scripts):
    """A page with these scripts."""
    return given(
        "<!DOCTYPE html><html><head>" + "\n".join(scripts) + "</head><body><p>ClaimReview</p></body></html>"
    )


def script(text, kind="application/ld+json"):
    """A script of JSON-LD."""
    return f"<script type='{kind}'>{text}</script>"


@pytest.mark.parametrize("name", ["promise_tracker_nz.csv", "fatebook.csv", "claimbuster_crowdsourced.csv"])
@pytest.mark.parametrize(
    "saved",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.encode("utf-16"),
        lambda text: "sep=,\n" + text,
        lambda text: text + "\n\n",
    ],
    ids=["with a mark", "in Windows lines", "in UTF-16", "with a hint", "with empty lines"],
)
def test_a_table_that_a_spreadsheet_saved_is_the_same_table(name, saved):
    """Whatever it put in front or at the ends of lines; a hint of the delimiter counts as no line of its own."""
    plain = [one | {"criterion": None} for one in taken(rows_of(name))]
    assert [one | {"criterion": None} for one in taken(rows_of(given(saved(sample(name)))))] == plain


def test_a_table_in_an_old_encoding_is_read():
    """And its names in any case, with semicolons."""
    text = "id;party;Status ;PROMISE;statusReason;whatHappened;sourceDoc\na;Grüne;delivered;Äpfel;r;w;d\n"
    (one,) = taken(rows_of(given(text.encode("cp1252"))))
    assert (one["speaker"], one["text"], one["outcome"]) == ("Grüne", "Äpfel", "held")


def test_an_open_quotation_mark_costs_its_own_row_only():
    """Which is named by its line; so are rows that are too short."""
    table = 'a,b\n1,"x\n2,y\n3,"two\nlines"\n4\n5,"z"w\n6,""\n7,"end\n8,v\n'
    rows = list(read_table(table.splitlines(keepends=True), ","))
    assert [raw.values for raw in rows if raw.fault is None] == [
        {"a": "2", "b": "y"}, {"a": "3", "b": "two\nlines"}, {"a": "6", "b": ""}, {"a": "8", "b": "v"},
    ]  # fmt: skip  # a list
    assert [(raw.line, raw.fault.reason.split(":")[0]) for raw in rows if raw.fault] == [
        (2, "is not CSV"),
        (6, "has 1 cell where the header has 2 names"),
        (7, "is not CSV"),
        (9, "has a quotation mark that is never closed"),
    ]


def test_an_older_fatebook_export_is_read_by_its_names():
    """Moves in the order of their times, what is impossible refused, and the verdict on the newest that stands."""
    told_at = '2025-02-05 09:02:58,2025-06-01 00:00:0,"YES",2025-05-28 18:44:12'
    rows = rows_of(given("\n".join([
        OLD_FATEBOOK,
        f'"T","Q ""x""?","Ada North",0.7,2025-02-05 09:03:17,{told_at}',
        f'"T","Q ""x""?","Ada North",0.5,2025-02-05 09:03:7,{told_at}',
        f'"T","Q ""x""?","Ada North",0.5,2025-02-04 09:03:7,{told_at}',
        f'"T","Q ""x""?","Ada North",0.9,2025-06-04 09:03:7,{told_at}',
        f'"T","Q ""x""?","Ada North",1.9,2025-02-06 09:03:7,{told_at}',
        f'"T","Q ""x""?",,0.9,2025-02-06 09:03:7,{told_at}',
        f'"T","Q ""x""?","Tom Varga",0.9,yesterday,{told_at}',
        '"T","Which?","Tom Varga",0.2,2025-02-06 09:03:7,2025-02-05 09:02:58,,"Northline",2025-02-07 1:1:1',
    ])))  # fmt: skip  # a table
    first, second, other = taken(rows)
    assert (first["probability"], first["appearances"]) == (0.5, [{"said": "2025-02-05", "source": None}])
    assert (second["probability"], second["replaces"], second["outcome"]) == (0.7, first["id"], "held")
    assert (other["outcome"], other["rating"], other["status"]) == (None, "Northline", "resolved")
    assert sorted(faults(rows)) == [
        (5, "said", "2025-06-04 is after the last day, 2025-06-01"),
        (6, "Forecast (scale = 0-1)", "1.9 is no probability from 0 to 1"),
        (7, "Forecast created by", "names no speaker; say --speaker NAME"),
        (8, "Forecast created at", "'yesterday': names no year"),
    ]


@pytest.mark.parametrize(
    ("rating", "outcome"),
    [
        ({"ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "Faux"}, "failed"),
        ({"ratingValue": "5", "bestRating": 5, "worstRating": "1", "alternateName": "Vrai"}, "held"),
        ({"ratingValue": "1", "bestRating": "1", "worstRating": "5", "alternateName": "Vrai"}, "held"),
        ({"ratingValue": 5.0, "bestRating": 1, "worstRating": 5, "alternateName": "Faux"}, "failed"),
        ({"ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Mostly false"}, None),
        ({"ratingValue": 0, "bestRating": 5, "worstRating": 1, "alternateName": "Unrated"}, None),
        ({"ratingValue": 1, "bestRating": 1, "worstRating": 1, "alternateName": "Satire"}, None),
        ({"ratingValue": 5, "alternateName": "Correct"}, None),
        ({"ratingValue": "NaN", "bestRating": None, "alternateName": "TRUE."}, "held"),
        ({"alternateName": "false"}, "failed"),
        ({"alternateName": "Partly false"}, None),
        ({"alternateName": "Pants on Fire!"}, None),
        ({"alternateName": "Determination: False"}, None),
        ({"ratingValue": 5, "bestRating": 5, "worstRating": 1, "alternateName": "False"}, None),
    ],
)
def test_a_rating_is_an_outcome_at_the_ends_of_its_scale_or_in_plain_words(rating, outcome):
    """Numbers come as text too, and some scales run down; where word and number differ, neither counts."""
    (one,) = taken(read_reviews(rated(**rating)))
    assert (one["outcome"], one["rating"], one["status"]) == (outcome, rating["alternateName"], "resolved")


@pytest.mark.parametrize(
    ("author", "speaker", "unnamed"),
    [
        ({"@type": "Person", "name": "Ada North"}, "Ada North", False),
        ({"type": "Person", "name": ["Ada North"]}, "Ada North", False),
        ([{"name": "Ada North"}, {"name": "Tom Varga"}], "Ada North", False),
        ("Ada  North", "Ada North", False),
        ({"name": "The Washington Post"}, "The Washington Post", False),
        ({"name": "Multiple sources"}, "Multiple sources", True),
        ({"name": "Facebook posts"}, "Facebook posts", True),
        ({"name": "Social media users"}, "Social media users", True),
        ({"name": ""}, "nobody named", True),
        (None, "nobody named", True),
        ({}, "nobody named", True),
    ],
)
def test_an_author_comes_in_many_forms(author, speaker, unnamed):
    """Or is nobody in particular."""
    (one,) = taken(read_reviews(review(itemReviewed={"@type": "Claim", "author": author})))
    assert (one["speaker"], one["unnamed"]) == (speaker, unnamed)


@pytest.mark.parametrize(
    ("appearance", "url"),
    [
        ("https://a.example/1", "https://a.example/1"),
        ({"@type": "CreativeWork", "url": "https://a.example/1"}, "https://a.example/1"),
        ([{"url": ""}, "https://a.example/1"], "https://a.example/1"),
        ([None, 7, {"url": ["https://a.example/1"]}], "https://a.example/1"),
        ("https://a.example/a b", "https://a.example/a%20b"),
    ],
)
def test_an_appearance_is_an_object_a_list_or_an_address(appearance, url):
    """The first is the source."""
    (one,) = taken(read_reviews(review(itemReviewed={"@type": "Claim", "appearance": appearance})))
    assert (one["source"]["url"], one["appearances"]) == (url, None)


def test_reviews_are_found_in_lists_graphs_and_feeds():
    """With types spelled in several ways, and nodes that are only referred to."""
    graph = {
        "@graph": [
            {"@type": "Organization", "@id": "#house", "name": "Orlen Check"},
            review(author={"@id": "#house"}, url="https://check.example.org/graph"),
            {
                "@type": "WebPage",
                "mainEntity": review(**{"@type": ["Review", "http://schema.org/ClaimReview"]}),
            },
        ]
    }
    rows = rows_of(given(json.dumps([graph, [review(claimReviewed="Another in the same article")]])))
    assert [one["judge"] for one in taken(rows)] == ["Orlen Check"] * 3
    assert [one["origin"] for one in taken(rows)] == [
        "claimreview https://check.example.org/graph",
        "claimreview https://check.example.org/canal",
        "claimreview https://check.example.org/canal (2)",
    ]


def test_a_page_may_hold_several_scripts_and_some_may_be_broken():
    """Comments around them are taken off, entities read, and what is no JSON is named by its line."""
    wrapped = json.dumps(
        review(url="https://check.example.org/2", claimReviewed="Locks &amp; &quot;dams&quot;")
    )
    rows = rows_of(page(
        script(json.dumps(REVIEW)),
        script(f"<!--\n{wrapped}\n-->", "Application/LD+JSON; charset=utf-8"),
        script("//<![CDATA[\n" + json.dumps(review(url="https://check.example.org/3"))[:-1] + ",}\n//]]>"),
        script('{"@type": "ClaimReview", "claimReviewed": "half'),
        script('{"@type": "NewsArticle", "headline": "half'),
        script(json.dumps(REVIEW), "text/javascript"),
    ))  # fmt: skip  # a list
    assert [one["text"] for one in taken(rows)] == [
        "The canal reopened on 1 June", 'Locks & "dams"', "The canal reopened on 1 June",
    ]  # fmt: skip  # a list
    assert [reason for _, _, reason in faults(rows)] == [
        "a script of JSON-LD can't be read: line 1 is not JSON: unterminated string"
    ]


def test_a_review_without_words_is_refused_and_one_with_a_month_has_no_day_of_judging():
    """An impossible date is said."""
    rows = read_reviews(
        review(claimReviewed=None, itemReviewed=None),
        review(url="https://check.example.org/2", datePublished="2025-02-30"),
        review(url="https://check.example.org/3", datePublished="2025-02"),
    )
    assert faults(rows) == [
        (1, "claimReviewed", "is empty"),
        (2, "judged", "'2025-02-30': \"2025-02-30\" does not exist in the calendar: check its numbers."),
    ]
    assert taken(rows)[0]["judged"] is None


def test_markets_with_odd_times_and_values_are_read_or_refused():
    """Numbers in scientific writing, before 1970, none, beyond the calendar; a market of answers; no market at all."""
    markets = [
        MARKET | {"id": "a", "createdTime": 1.738746178e12, "resolution": "answer17", "pool": None},
        MARKET | {"id": "b", "createdTime": -1e12, "creatorName": ""},
        MARKET | {"id": "c", "createdTime": None, "resolutionTime": float("nan")},
        MARKET | {"id": "d", "createdTime": 1e30},
        MARKET | {"id": "e", "question": " "},
        MARKET | {"id": "a"},
        "junk",
        None,
    ]
    rows = rows_of(given(json.dumps(markets)))
    assert outcomes(rows) == ["resolved", "held", "held"]
    assert [(one["said"], one["speaker"]) for one in taken(rows)] == [
        ("2025-02-05", "Ada North"), ("1938-04-24", "ada"), (None, "Ada North"),
    ]  # fmt: skip  # a list
    assert [(line, column) for line, column, _ in faults(rows)] == [
        (4, "createdTime"), (5, "question"), (6, ""), (7, ""), (8, ""),
    ]  # fmt: skip  # a list


def test_one_market_a_list_and_lines_are_the_same():
    """Whatever holds the objects."""
    one, listed, lines = (
        taken(rows_of(given(text)))
        for text in (json.dumps(MARKET, indent=1), json.dumps([MARKET]), f"{json.dumps(MARKET)}\n{{\n")
    )
    assert one == listed == lines


def test_pages_of_predictionbook_are_read_together():
    """A list of pages, of which the last is empty, or the predictions alone; chains of every user."""
    whole = json.loads(sample("predictionbook_my_predictions.json"))
    responses = whole["predictions"][0]["responses"]
    changed = [
        {**responses[0], "id": 3, "confidence": 90, "created_at": "2025-03-05T09:02:58.000Z"},
        {**responses[1], "id": 4, "confidence": 10, "created_at": "2025-03-05T09:02:58.000Z"},
        {**responses[0], "id": 5, "confidence": 95, "created_at": "2025-07-05T09:02:58.000Z"},
    ]
    whole["predictions"][0]["responses"] = [*responses, *changed]
    rows = rows_of(given(json.dumps([whole, {"user": {}, "predictions": []}])))
    assert [(one["speaker"], one["probability"]) for one in taken(rows)] == [
        ("ada", 0.7), ("ada", 0.9), ("tom", 0.1), ("ada", None),
    ]  # fmt: skip  # a list
    assert outcomes(rows) == [None, "held", "held", "withdrawn"]
    assert [reason for _, _, reason in faults(rows)] == ["2025-07-05 is after the last day, 2025-06-01"]
    assert taken(rows_of(given(json.dumps(whole["predictions"])))) == taken(rows)


def test_a_change_of_words_alone_is_no_move():
    """Nor is a deadline that was set to what it had been; of several changes each holds what stood before it."""
    (made,) = json.loads(sample("predictionbook_scrape.json"))
    changes = [
        {"change-prediction": "It\\'s open by May", "change-deadline": "2025-05-31 12:00:00 UTC"},
        {"change-prediction": "It\\'s open by June", "change-deadline": "2025-06-30 12:00:00 UTC"},
        {"change-deadline": "2025-09-30 12:00:00 UTC"},
    ]
    made["responses"] = [made["responses"][0]] + [
        {"user": "ada", "time": f"2025-03-0{day} 08:00:00+00:00", "actions": change}
        for day, change in enumerate(changes, 1)
    ]
    rows = rows_of(given(json.dumps([made])))
    assert [(one["text"], one["due"]) for one in taken(rows)] == [
        ("It's open by May", "2025-05-31"),
        ("It's open by June", "2025-06-30"),
        ("The Orlen canal will reopen by September & stay open", "2025-09-30"),
    ]


def test_liar_lines_that_are_short_are_named():
    """And a mark at the beginning is no part of an id."""
    rows = rows_of(
        given("\ufeff" + sample("liar_train.tsv").replace("\n", "\r\n") + "90004.json\ttrue\tShort\n")
    )
    assert taken(rows)[0]["origin"] == "liar 90001.json"
    assert faults(rows) == [(4, "", "has 3 cells where the header has 14 names")]


def test_yaml_has_words_for_nothing_and_dates_that_are_none():
    """`no` is a word, `~` is nothing, and a deadline without a date is still what was said."""
    text = (
        sample("prediction_tracker_amodei.yaml")
        + """
  - id: b
    quote: no
    speaker: Ada North
    date_said: 2024-10
    predicted_date: ~
    status: achieved
    resolved_date: 2025-03-01
  - id: c
    quote: "Late: it came"
    speaker: ~
    date_said: someday
    status: missed
    resolved_date: 2025-03-01
"""
    )
    rows = rows_of(given(text))
    _, achieved = taken(rows)
    assert (achieved["text"], achieved["said"], achieved["happened"], achieved["judged"]) == (
        "no", "2024-10", "2025-03-01", None,
    )  # fmt: skip  # as the file
    assert faults(rows) == [
        (3, "speaker", "names no speaker; say --speaker NAME"),
        (3, "date_said", "'someday': names no year"),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (json.dumps(REVIEW)[:300], "Line 1 is not JSON: unterminated string."),
        (json.dumps([MARKET])[:-1], "The JSON breaks off in line 1; get the whole file."),
        (json.dumps(MARKET, indent=1).replace(",", "", 1), "Line 3 is not JSON: expecting ',' delimiter."),
        (sample("prediction_tracker_amodei.yaml") + "   - id: [\n", "Line 25 is not YAML: "),
        ("[" * 100_000 + '"question" "outcomeType" "creatorUsername" "createdTime":', "nested too deep"),
        (BOMB, "The YAML repeats itself without end"),
        (
            "promises: &all\n  - title: *all\n    status_info: x\n    icons: y\n",
            "Line 1 is not YAML: found unconstructable recursive node.",
        ),
        (b"PK\x03\x04junk", "file is a broken zip; get it again."),
    ],
)
def test_a_file_that_is_broken_as_a_whole_is_told_in_one_sentence(content, sentence):
    """With its line where there is one."""
    file = given(content)
    with pytest.raises(UnreadableError) as error:
        list((told(file) or known()["manifold"]).read(file, days(), "Ada North"))
    assert sentence in str(error.value)


@pytest.mark.parametrize(
    "content", ["", "  \n", "a,b\n1,2\n", '{"a": 1}', "Ada North said that.\n", "<p>Nothing</p>"]
)
def test_what_is_none_of_these_formats_is_not_taken_for_one(content):
    """Whoever asks can say so."""
    assert told(given(content)) is None


NAMES = sorted(path.name for path in SAMPLES.iterdir())
JUNK = st.sampled_from(
    ["", '"', "\0", "\t", ",", "\n", "[", "]}", "null", "NaN", "1e999", "é", "\ufeff", "2/5/2025", "-"]
)


@settings(max_examples=400, deadline=None)
@property_of(name=st.sampled_from(NAMES), at=st.floats(0, 1), length=st.integers(0, 60), junk=JUNK)
def test_a_damaged_file_is_read_or_refused_and_never_a_crash(name, at, length, junk):
    """Wherever something is cut out of it, and whatever stands there instead."""
    text = sample(name)
    place = int(at * len(text))
    file = given(text[:place] + junk + text[place + length :])
    form = told(file) or told(given(text))
    sentence, rows = "", []
    try:
        rows = list(form.read(file, days(), "Ada North"))
    except UnreadableError as error:
        sentence = str(error)
    assert re.fullmatch(r"([^\n]+\.)?", sentence)
    for row in rows:
        assert row.faults or (row.record["text"] and row.record["speaker"])
