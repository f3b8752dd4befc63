"""Every sample of a file that people of this field exchange: told by its content, and read as what its words say."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.files import given_file, is_empty, told
from claimtrack.exchange.foreign.texts import Given
from tests.unit.exchange.foreign.reading import SAMPLES, faults, given, outcomes, rows_of, taken

FORMATS = {
    "bayesian_predictions.json": "bayesian-predictions",
    "claimbuster_crowdsourced.csv": "claimbuster",
    "claimreview_old_creativework.json": "claimreview",
    "claimreview_page.json": "claimreview",
    "datacommons_factcheck_flat.jsonl": "datacommons",
    "datacommons_feed.json": "claimreview",
    "factcheck_tools_claims_search.json": "factcheck-tools",
    "fatebook.csv": "fatebook",
    "liar_train.tsv": "liar",
    "manifold_markets.json": "manifold",
    "metaculus_forecast_data.csv": "metaculus",
    "metaculus_question_data.csv": "metaculus",
    "multifc_train.tsv": "multifc",
    "politifact_kaggle.jsonl": "politifact",
    "prediction_tracker_amodei.yaml": "prediction-tracker",
    "predictionbook_my_predictions.json": "predictionbook",
    "predictionbook_scrape.json": "predictionbook",
    "promise_tracker_nz.csv": "nz-promises",
    "promise_tracker_satya.json": "satya",
    "promise_tracker_tinubu.json": "tinubu",
    "promise_tracker_uk.csv": "uk-labour",
    "trumptracker_data.json": "trumptracker",
}
NAME_NOBODY = ("bayesian_predictions.json", "promise_tracker_tinubu.json", "promise_tracker_uk.csv",
               "trumptracker_data.json")  # fmt: skip  # a list of names


def zipped(**files):
    """A zip of samples under other names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, sample in files.items():
            archive.write(SAMPLES / sample, f"export/{name}.csv")
    return given(held.getvalue())


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_format_is_told_by_what_is_in_the_file(name):
    """Whatever the file is called."""
    file = Given("notes.txt", SAMPLES / name)
    assert told(file).name == FORMATS[name]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_sample_is_read_the_same_each_time(name):
    """No row depends on when or how often it is read."""
    assert rows_of(name, speaker="Ada North") == rows_of(name, speaker="Ada North")


@pytest.mark.parametrize("name", NAME_NOBODY)
def test_a_file_that_names_no_speaker_needs_one(name):
    """And takes it for every row."""
    with pytest.raises(
        UnreadableError, match="names no speaker; say whose the claims are with --speaker NAME"
    ):
        rows_of(name)
    assert {one["speaker"] for one in taken(rows_of(name, speaker="Ada North"))} == {"Ada North"}


def test_fatebook_has_a_claim_for_each_forecaster_of_a_question():
    """With the probability, the notes as the test, and the day of the verdict; never a day on which it happened."""
    rows = rows_of("fatebook.csv")
    assert outcomes(rows) == ["held", "held", "failed", "ambiguous", None]
    first, second, third, fourth, _ = taken(rows)
    assert (first["speaker"], first["probability"], first["said"], first["due"], first["judged"]) == (
        "Ada North", 0.7, "2025-02-05", "2025-06-01", "2025-05-28",
    )  # fmt: skip  # as the row
    assert (second["speaker"], second["text"]) == ("Tom Varga", first["text"])
    assert first["tags"] == ["canal", "water"]
    assert first["criterion"] == "Opening means a paid barge, not a test run"
    assert third["text"] == "Which ferry line will stop first? Northline"
    assert fourth["criterion"] == "multi\nline note"
    assert all(one["happened"] is None and one["kind"] == "prediction" for one in taken(rows))


def test_predictionbook_has_a_claim_for_each_who_stated_a_probability():
    """A comment states none; whoever made a prediction made it even so."""
    rows = rows_of("predictionbook_my_predictions.json")
    first, second = taken(rows)
    assert (first["speaker"], first["probability"], first["due"], first["judged"]) == (
        "ada", 0.7, "2025-06-01", "2025-06-02",
    )  # fmt: skip  # as the file
    assert outcomes(rows) == ["held", "withdrawn"]
    assert (second["due"], second["probability"]) == ("2914-12-31", None)
    assert rows[0].rest["comments"] == "tom: what of the old lock?"


def test_a_scraped_change_of_deadline_holds_the_old_date():
    """So the claim before it was due by then, in the words of then, and the one after it by the date of the page."""
    rows = rows_of("predictionbook_scrape.json")
    before, after, other = taken(rows)
    assert (before["due"], before["text"]) == (
        "2025-06-30",
        "The Orlen canal will reopen by June & stay open",
    )
    assert (after["due"], after["said"], after["replaces"]) == ("2025-09-30", "2025-05-20", before["id"])
    assert after["text"] == "The Orlen canal will reopen by September & stay open"
    assert (other["speaker"], other["probability"], other["due"]) == ("tom", 0.3, "2025-09-30")
    assert outcomes(rows) == [None, "failed", "failed"]
    assert (after["judged"], after["judge"]) == ("2025-10-01", "ada")


def test_metaculus_joins_forecasts_to_their_questions():
    """A chain for the first question, though its rows are a cell short; the second stands for itself."""
    rows = rows_of(
        zipped(question_data="metaculus_question_data.csv", forecast_data="metaculus_forecast_data.csv")
    )
    assert faults(rows) == []
    first, second, level = taken(rows)
    assert (first["probability"], second["probability"], second["replaces"]) == (0.69, 0.595, first["id"])
    assert first["text"] == "Will the Orlen canal reopen before June 2025?"
    assert level["text"] == "What will the lake's level be on 1 May, in metres?"
    assert level["tags"] == ["Nature", "Water & Dams"]
    assert {one["due"] for one in taken(rows)} == {None}  # the close of forecasting is no deadline
    assert {one["speaker"] for one in taken(rows)} == {"Metaculus community"}


def test_the_tables_of_metaculus_can_be_read_alone():
    """Forecasts without their questions name these by their number."""
    assert [one["text"] for one in taken(rows_of("metaculus_forecast_data.csv"))] == [
        "Metaculus question 50001"
    ] * 2
    assert len(taken(rows_of("metaculus_question_data.csv"))) == 2


def test_manifold_has_no_deadline_and_no_probability_that_its_creator_stated():
    """The market closes when it is resolved, and the price is the market's."""
    rows = rows_of("manifold_markets.json")
    assert outcomes(rows) == ["held", "partly", "void", None]
    assert [one["said"] for one in taken(rows)] == ["2025-02-05"] * 4
    assert {(one["due"], one["probability"]) for one in taken(rows)} == {(None, None)}
    assert taken(rows)[1]["rating"] == "MKT 0.4"
    assert rows[0].rest["probability"] == "0.97"


def test_claimreview_keeps_the_houses_word_and_takes_an_outcome_only_from_the_end_of_a_scale():
    """`Half true` is in the middle of it."""
    (false,) = taken(rows_of("claimreview_page.json"))
    assert (false["speaker"], false["role"], false["outcome"], false["rating"]) == (
        "Ada North", "Transport minister", "failed", "False",
    )  # fmt: skip  # as the file
    assert (false["judge"], false["judged"], false["said"]) == ("Orlen Check", "2025-06-03", "2025-06-01")
    assert false["source"]["url"] == "https://example.org/post/0"
    assert [one["source"]["url"] for one in false["appearances"]] == ["https://example.org/post/1"]
    (old,) = taken(rows_of("claimreview_old_creativework.json"))
    assert (old["unnamed"], old["speaker"], old["outcome"], old["rating"], old["status"]) == (
        True, "Multiple sources", None, "Half true", "resolved",
    )  # fmt: skip  # as the file
    assert old["said"] == "2016-10-30"  # in its own zone


def test_a_feed_holds_reviews_and_items_without_any():
    """One of two."""
    assert outcomes(rows_of("datacommons_feed.json")) == ["failed"]


def test_fact_check_tools_give_several_verdicts_on_one_claim():
    """In the order of their days, none of them an outcome; a claim without words is refused."""
    rows = rows_of("factcheck_tools_claims_search.json")
    assert faults(rows) == [(2, "text", "is empty")]
    crime, nobody = taken(rows)
    assert [verdict["rating"] for verdict in crime["verdicts"]] == [
        "Non, la baisse est de 12 %",
        "Mostly false",
    ]
    assert [verdict["judge"] for verdict in crime["verdicts"]] == ["faits.example.org", "Orlen Check"]
    assert (crime["outcome"], crime["rating"], crime["judged"]) == (None, "Mostly false", "2025-02-09")
    assert (nobody["unnamed"], nobody["status"]) == (True, None)


def test_data_commons_rows_keep_ratings():
    """Neither `Pants on Fire` nor `Half True` is an outcome of everybody's."""
    rows = rows_of("datacommons_factcheck_flat.jsonl")
    assert outcomes(rows) == ["resolved", "resolved"]
    assert [one["rating"] for one in taken(rows)] == ["Pants on Fire", "Half True"]
    assert [one["unnamed"] for one in taken(rows)] == [False, True]


def test_liar_loses_no_line_to_a_quotation_mark():
    """Its six words are three outcomes; a chain e-mail is nobody."""
    rows = rows_of("liar_train.tsv")
    assert outcomes(rows) == ["partly", "failed", "partly"]
    assert taken(rows)[1]["text"] == '"Every lock in the land was built before 1900, and none since.'
    assert [one["unnamed"] for one in taken(rows)] == [False, True, False]
    assert taken(rows)[0]["tags"] == ["transport", "water"]
    assert taken(rows)[0]["origin"] == "liar 90001.json"


def test_politifact_writes_dates_as_americans_do():
    """Which only the map can know."""
    rows = rows_of("politifact_kaggle.jsonl")
    assert outcomes(rows) == ["partly", "partly"]
    assert [(one["said"], one["judged"]) for one in taken(rows)] == [
        ("2025-02-05", "2025-02-09"), ("2025-02-06", "2025-02-10"),
    ]  # fmt: skip  # as the file


def test_multifc_writes_none_for_nothing():
    """Only its plain words are outcomes; an address of a path alone is none."""
    rows = rows_of("multifc_train.tsv")
    assert outcomes(rows) == ["resolved", "failed"]
    assert taken(rows)[0]["evidence"] is None
    assert taken(rows)[1]["unnamed"]
    assert [one["said"] for one in taken(rows)] == [None, "2025-02-06"]


def test_a_verdict_of_claimbuster_is_no_outcome():
    """It says whether a sentence is worth checking."""
    rows = rows_of("claimbuster_crowdsourced.csv")
    assert outcomes(rows) == [None, None, None]
    assert [row.rest["Verdict"] for row in rows] == ["1", "-1", "0"]


def test_bayesian_predictions_are_in_percent():
    """And true, false or open."""
    rows = rows_of("bayesian_predictions.json", speaker="Ada North")
    assert outcomes(rows) == ["held", None]
    assert [one["probability"] for one in taken(rows)] == [0.7, 0.15]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("promise_tracker_nz.csv", ["partly", "void"]),
        ("promise_tracker_satya.json", ["failed", None]),
        ("promise_tracker_tinubu.json", ["partly", None]),
        ("promise_tracker_uk.csv", [None, "held"]),
        ("trumptracker_data.json", ["failed", None]),
    ],
)
def test_promise_trackers_say_how_promises_stand(name, expected):
    """What is still under way has no verdict, and its word is a tag."""
    rows = rows_of(name, speaker="Ada North")
    assert outcomes(rows) == expected
    assert {one["kind"] for one in taken(rows)} == {"promise"}
    for one in taken(rows):
        assert bool(one["rating"]) == (one["status"] == "resolved")


def test_a_word_in_the_place_of_a_deadline_is_no_date():
    """It stays with what has no field."""
    kept, ongoing = rows_of("promise_tracker_satya.json")
    assert (kept.record["due"], ongoing.record.get("due")) == ("2025-12-31", None)
    assert ongoing.rest["deadline"] == "ongoing"
    assert "ongoing" in ongoing.record["tags"]


def test_a_tracker_in_yaml_maps_one_to_one():
    """Its evidence was collected before there was a verdict."""
    (one,) = taken(rows_of("prediction_tracker_amodei.yaml"))
    assert (one["said"], one["due"], one["due_words"]) == ("2024-10-11", "2026-12-31", "as early as 2026")
    assert one["quote"] == one["text"]
    assert one["source"]["archive_url"] == "https://archive.example.org/speech"
    assert [(piece["url"], piece["stance"]) for piece in one["evidence"]] == [
        ("https://example.org/speech", None)
    ]
    assert one["status"] is None


def test_a_zip_of_one_file_is_that_file(tmp_path):
    """As large dumps come; one of several is not taken apart."""
    path = tmp_path / "dump.zip"
    path.write_bytes(zipped(markets="manifold_markets.json").start)
    assert told(given_file(path)).name == "manifold"
    path.write_bytes(zipped(a="manifold_markets.json", b="liar_train.tsv").start)
    assert told(given_file(path)) is None


@pytest.mark.parametrize("content", ["", " \n", "{}", "[ ]", b"\xef\xbb\xbf"])
def test_a_file_may_be_empty(content):
    """As an export without forecasts is, or a search that found nothing."""
    assert is_empty(given(content))
    assert not is_empty(given("a"))
