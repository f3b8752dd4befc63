"""Claims as files: what is written reads back as the same records, and no spreadsheet runs it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UnreadableError
from claimtrack.exchange import FORMATS, format_for
from claimtrack.exchange.columns import CSV_COLUMNS, JSON_COLUMNS, record, row
from claimtrack.exchange.foreign.texts import Given
from claimtrack.exchange.reading import OWN
from claimtrack.model import Appearance, Claim, Evidence, Source, When
from claimtrack.model.record import PRIVATE
from tests.strategies import claims, texts

ARTICLE = Source(
    id=2,
    uid="s2",
    title="Notes from the border",
    publisher="The Example Post",
    url="https://news.example/notes",
    published=When.day(date(2025, 2, 5)),
)
CLAIM = Claim(
    id=3,
    uid="c3",
    kind="deadline",
    speaker="Ada North",
    text="The bridge opens by 20 January",
    via="an engineer",
    due=When.day(date(2025, 1, 20)),
    due_words="January 20",
    source=ARTICLE,
    appearances=(Appearance(said=When.months(2025, 3), source=ARTICLE),),
    tags=("bridges", "budget"),
    probability=0.7,
    status="resolved",
    outcome="failed",
    happened=When.months(2025, 4),
    judged=date(2025, 5, 1),
    evidence=(Evidence(url="https://news.example/open", stance="for", added="2025-05-01T08:00:00Z"),),
    contradicts=(1, 2),
    contradicts_uids=("c1", "c2"),
    created_at="2025-02-06T09:00:00Z",
    updated_at="2025-05-01T08:00:00Z",
)


def line_of(name, claim, *, raw):
    """The line of a claim as Python's own writers have it; SQLite makes the same (tests/store/test_lines.py)."""
    if name != "csv":
        return json.dumps(record(claim), ensure_ascii=False)
    out = io.StringIO(newline="")
    csv.writer(out).writerow(row(claim, raw=raw))
    return out.getvalue().removesuffix("\r\n")


def written(name, *several, raw=False):
    """The text of a file of claims."""
    out = io.StringIO(newline="")
    FORMATS[name].write((line_of(name, one, raw=raw) for one in several), out)
    return out.getvalue()


def read_back(name, text):
    """The records in the text of a file."""
    return [row.record for row in rows_in(name, text)]


def rows_in(name, text):
    """The rows in the text of a file."""
    return list(OWN[name].read(Given("claims", data=text.encode()), None, None))


def told(name, claim):
    """What a file of one claim tells: an empty cell may have been withheld, so that it tells nothing."""
    whole = record(claim)
    return {key: whole[key] for key in whole if not (name == "csv" and key in PRIVATE and whole[key] is None)}


def table(text):
    """What any CSV reader makes of a file of one claim: a value by column."""
    return next(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", ["csv", "jsonl", "json"])
@given(several=st.lists(claims(), max_size=3))
@settings(max_examples=60, deadline=None)
def test_every_format_reads_back_what_it_wrote(name, several):
    """Whatever the text holds, a file of claims gives the very records that went in."""
    assert read_back(name, written(name, *several)) == [told(name, one) for one in several]


@given(several=st.lists(claims(), max_size=2))
@settings(max_examples=30, deadline=None)
def test_raw_csv_reads_back_when_it_is_read_as_raw(several):
    """A program that asks for text as it is gets it, and loses nothing."""
    text = written("csv", *several, raw=True)
    assert read_back("csv-raw", text) == [told("csv", one) for one in several]


@given(text=texts())
def test_no_cell_of_free_text_can_run_in_a_spreadsheet(text):
    """Speaker, text and tags may start with anything; their cells never start with what a formula does."""
    claim = Claim(id=1, uid="c1", kind="statement", speaker=text, text=text, note=text, tags=("=1+1",))
    cells = table(written("csv", claim))
    for name in ("speaker", "text", "note", "tags"):
        assert not cells[name].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        ("''", "'''"),
        ("'tis", "'tis"),
        ("'", "'"),
        ("5 - 3", "5 - 3"),
    ],
)
def test_an_apostrophe_is_added_only_where_it_is_needed(text, cell):
    """Text that no spreadsheet would run keeps its own apostrophes."""
    assert (
        table(written("csv", Claim(id=1, uid="c", kind="statement", speaker="A", text=text)))["text"] == cell
    )


def test_numbers_are_not_taken_for_formulas():
    """A deadline brought forward has a negative slip, and a spreadsheet must be able to add it up."""
    moved = Claim(id=1, uid="c1", kind="promise", speaker="Ada North", text="Sooner", slip_days=-13)
    assert table(written("csv", moved))["slip_days"] == "-13"


def test_raw_text_is_written_as_it_is():
    """`--raw` is for programs, which would have to take the apostrophe off again."""
    claim = Claim(id=1, uid="c1", kind="statement", speaker="Ada North", text="=1+1")
    assert table(written("csv", claim, raw=True))["text"] == "=1+1"


def test_csv_has_a_header_even_without_claims():
    """A spreadsheet that opens an empty export still shows what it would hold."""
    assert written("csv") == ",".join(CSV_COLUMNS) + "\n"
    assert read_back("csv", written("csv")) == []


def test_the_cells_of_a_claim_are_what_the_record_promises():
    """Booleans are true and false, tags are joined, lists of objects are one JSON cell, null is empty."""
    cells = table(written("csv", CLAIM))
    assert cells["unnamed"] == "false"
    assert cells["late"] == "true"
    assert cells["tags"] == "bridges; budget"
    assert cells["contradicts"] == "1; 2"
    assert cells["happened"] == "2025-04"
    assert cells["happened_last"] == "2025-04-30"
    assert cells["outcome_label"] == "missed"
    assert cells["source_title"] == "Notes from the border"
    assert cells["source_published"] == "2025-02-05"
    assert json.loads(cells["evidence"])[0]["url"] == "https://news.example/open"
    assert cells["quote"] == ""


def test_json_nests_the_source_and_keeps_types():
    """A program reads numbers, booleans, nulls and objects, not words for them."""
    (values,) = json.loads(written("json", CLAIM))
    assert values["source"] == {
        "id": 2,
        "title": "Notes from the border",
        "publisher": "The Example Post",
        "url": "https://news.example/notes",
        "archive_url": None,
        "published": "2025-02-05",
    }
    assert values["appearances"] == [{"said": "2025-03", "source": values["source"]}]
    assert values["probability"] == 0.7
    assert values["late"] is True
    assert values["said"] is None
    assert values["contradicts"] == [1, 2]


def test_lateness_that_cannot_be_known_is_null():
    """Without the day it came about, nobody can say that it came late."""
    assert record(Claim(id=1, uid="c", kind="promise", speaker="A", text="B"))["late"] is None


def test_both_shapes_have_the_promised_names_in_order():
    """The names are a promise: the record of JSON, and in CSV six columns in place of `source`."""
    promised = (
        "id uid kind speaker unnamed role text quote translation said said_first said_last said_words due "
        "due_first due_last due_words remind criterion via source appearances tags probability note origin "
        "status overdue outcome outcome_label rating happened happened_first happened_last judged judge reason late "
        "disputed evidence verdicts replaces replaces_uid replaced_by slip_days contradicts contradicts_uids "
        "created_at updated_at"
    )
    six = "source_id source_title source_publisher source_url source_archive_url source_published"
    assert " ".join(JSON_COLUMNS) == promised
    assert " ".join(CSV_COLUMNS) == promised.replace("via source ", f"via {six} ")
    assert len(row(CLAIM)) == len(CSV_COLUMNS)


def test_a_quotation_longer_than_csv_takes_by_default_comes_back():
    """A saved speech may be longer than 131,072 characters."""
    claim = Claim(
        id=1, uid="c1", kind="statement", speaker="Ada North", text="A speech", quote="word " * 40_000
    )
    assert read_back("csv", written("csv", claim)) == [told("csv", claim)]


def test_what_a_spreadsheet_saved_reads_back():
    """A byte order mark, semicolons for commas, CRLF, and only some of the columns."""
    text = '\ufeffid;text;overdue;tags\r\n7;"A bridge; a road";TRUE;b\r\n'
    assert read_back("csv", text) == [{"id": 7, "text": "A bridge; a road", "overdue": True, "tags": ["b"]}]


@pytest.mark.parametrize(
    ("name", "text", "line", "column", "says"),
    [
        ("csv", "id,text\n1,a,b\n", 2, "", "has 3 cells where the header has 2 names"),
        ("csv", 'id,evidence\n1,"{""url"": 1"\n', 2, "evidence", "is not JSON"),
        ("csv", 'id,text\n1,a\n2,"b\n3,c\n', 3, "", "has a quotation mark that is never closed"),
        ("jsonl", '{"id": 1}\n{"id": 2\n', 2, "", "is not JSON"),
        ("jsonl", "[1]\n", 1, "", "is no object"),
        ("json", "[{}, 3]", 2, "", "is no object"),
    ],
)
def test_a_row_that_cannot_be_read_costs_no_other(name, text, line, column, says):
    """The line and the column are named, so that it can be put right."""
    (fault,) = [(row.line, one) for row in rows_in(name, text) for one in row.faults]
    assert (fault[0], fault[1].column) == (line, column)
    assert says in fault[1].reason
    assert len(rows_in(name, text)) == text.count("\n") - (name == "csv") or name == "json"


def test_a_file_that_is_no_json_is_refused_whole():
    """There is no row in it."""
    with pytest.raises(UnreadableError, match="breaks off"):
        read_back("json", "[{")


@pytest.mark.parametrize(
    ("path", "named", "chosen"),
    [
        (None, None, "csv"),
        ("claims.csv", None, "csv"),
        ("CLAIMS.CSV", None, "csv"),
        ("out/claims.ndjson", None, "jsonl"),
        ("claims.json", None, "json"),
        ("claims.txt", "jsonl", "jsonl"),
    ],
)
def test_the_format_is_told_by_name_or_suffix(path, named, chosen):
    """A named format wins over the suffix; without a file it is CSV."""
    assert format_for(path, named).name == chosen


@pytest.mark.parametrize(("path", "named"), [("claims.txt", None), ("claims", None), ("claims.csv", "xml")])
def test_a_format_that_is_not_there_is_refused_with_those_that_are(path, named):
    """The message lists what there is."""
    with pytest.raises(UnreadableError, match="csv, jsonl, json"):
        format_for(path, named)
