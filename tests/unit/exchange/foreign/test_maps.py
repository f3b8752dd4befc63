"""Maps of one's own: what a small TOML file can say, and what it is told where it is wrong."""

from __future__ import annotations

import json

import pytest

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.files import absent_columns
from claimtrack.exchange.foreign.shipped import shipped
from claimtrack.exchange.foreign.spec import parse, read_map
from tests.unit.exchange.foreign.reading import TRACKER, faults, given, mapped, outcomes, taken

PROMISES = """id,title,category,deadline,status,budget
1,The bridge opens,roads|water,20.01.2025,Achieved,
2,The dam is full,,ongoing,In progress,7 million
3,Tolls end,"a, b",n/a,broken,
4,Trams run,,2025-03-01,Half-hearted,
5,,,31.02.2025,,
"""


def json_map(fields, *, rows="", more=""):
    """A map of JSON with these lines under `[fields]`."""
    return f'format = "json"\n{rows}\n[fields]\n{fields}\n{more}'


def test_a_map_says_which_column_is_which_field():
    """Dates, words for none, tags, outcomes, and the same speaker for every row."""
    rows = mapped(TRACKER, PROMISES)
    assert outcomes(rows) == ["held", None, "failed", "resolved"]
    bridge, dam, tolls, trams = taken(rows)
    assert (bridge["due"], bridge["tags"], bridge["origin"]) == (
        "2025-01-20",
        ["roads", "water"],
        "tracker 1",
    )
    assert (dam["due"], tolls["due"], trams["due"]) == (None, None, "2025-03-01")
    assert tolls["tags"] == ["a b"]
    assert {one["speaker"] for one in taken(rows)} == {"Ada North"}
    assert {one["kind"] for one in taken(rows)} == {"promise"}


def test_a_word_that_the_map_does_not_know_makes_no_outcome():
    """It is the rating; one for work under way is a tag, and the claim is open."""
    _, dam, _, trams = taken(mapped(TRACKER, PROMISES))
    assert (dam["status"], dam["rating"], dam["tags"]) == (None, None, ["In progress"])
    assert (trams["status"], trams["outcome"], trams["rating"]) == ("resolved", None, "Half-hearted")


def test_what_has_no_field_is_kept_by_its_column():
    """And only where it says something."""
    rows = mapped(TRACKER, PROMISES)
    assert rows[1].rest == {"budget": "7 million", "deadline": "ongoing"}
    assert rows[0].rest == {}


def test_a_row_is_refused_with_its_column_and_reason():
    """Each fault of its own."""
    assert faults(mapped(TRACKER, PROMISES)) == [
        (6, "title", "is empty"),
        (6, "deadline", "'31.02.2025': \"31.02.2025\" does not exist in the calendar: check its numbers."),
    ]


def test_columns_are_found_by_name_whatever_their_case_and_order():
    """Spaces around them too, and semicolons or tabs between."""
    rows = mapped(TRACKER, "STATUS; Title ;ID\nBroken;The bridge opens;7\n")
    assert outcomes(rows) == ["failed"]
    assert taken(rows)[0]["origin"] == "tracker 7"


def test_a_path_goes_into_objects_and_lists():
    """And `rows` says where the rows are."""
    by = json_map('text = "claim.words"\nspeaker = "claim.author.0.name"', rows='rows = "found.promises"')
    content = '{"found": {"promises": [{"claim": {"words": "It opens", "author": [{"name": "Ada North"}]}}]}}'
    (one,) = taken(mapped(by, content))
    assert (one["text"], one["speaker"]) == ("It opens", "Ada North")


def test_of_several_paths_the_first_that_says_something_counts():
    """In a field that holds a list, all of them."""
    by = json_map('text = ["title", "words"]\nspeaker = "who"\ntags = ["area", "labels"]')
    (one,) = taken(
        mapped(by, '[{"title": "", "words": "It opens", "who": "Ada", "area": "x", "labels": ["y", "x"]}]')
    )
    assert (one["text"], one["tags"]) == ("It opens", ["x", "y"])


def test_a_table_of_objects_has_its_keys_as_a_column():
    """As many files have their rows under ids."""
    by = json_map('text = "t"\nspeaker = "s"\norigin = "key"', rows='rows = "all"')
    (one,) = taken(mapped(by, '{"all": {"p1": {"t": "It opens", "s": "Ada"}}}'))
    assert one["origin"] == "tracker p1"


@pytest.mark.parametrize(
    ("value", "scale", "share"),
    [
        ("70", 100, 0.7),
        (70, 100, 0.7),
        ("70%", 1, 0.7),
        ("0,7", 1, 0.7),
        (0.7, 1, 0.7),
        (None, 1, None),
        ("7", 10, 0.7),
    ],
)
def test_a_probability_has_a_scale(value, scale, share):
    """Percent are told by their sign."""
    by = json_map(f'text = "t"\nspeaker = "s"\nprobability = {{ from = "p", scale = {scale} }}')
    quoted = f'"{value}"' if isinstance(value, str) else str(value).replace("None", "null")
    (one,) = taken(mapped(by, f'[{{"t": "It opens", "s": "Ada", "p": {quoted}}}]'))
    assert one["probability"] == share


def test_rows_that_belong_together_are_moves():
    """Oldest first, whatever their order; what was said again unchanged is an appearance."""
    by = """
format = "csv"
[fields]
text = "q"
speaker = "who"
said = "at"
probability = "p"
outcome = "r"
[outcomes]
yes = "held"
[moves]
same = ["q", "who"]
order = "at"
"""
    content = (
        "q,who,at,p,r\nA,Ada,2025-02-05 9:30:7,0.5,yes\nA,Ada,2025-02-04,0.4,yes\nA,Tom,2025-01-01,0.1,yes\n"
    )
    content += "A,Ada,2025-02-05 9:30:17,0.5,yes\nA,Ada,2025-02-07,0.5,yes\n"
    rows = mapped(by, content)
    first, second, other = taken(rows)
    assert (first["probability"], second["probability"], second["replaces"]) == (0.4, 0.5, first["id"])
    assert second["appearances"] == [{"said": "2025-02-07", "source": None}]
    assert (other["speaker"], other["replaces"]) == ("Tom", None)
    assert outcomes(rows) == [None, "held", "held"]


def test_an_id_that_stands_for_two_claims_is_refused_the_second_time():
    """The same row twice is not."""
    content = (
        "id,title,status\n1,The bridge opens,Broken\n1,The bridge opens,Broken\n1,The dam is full,Broken\n"
    )
    assert faults(mapped(TRACKER, content)) == [
        (4, "", "'tracker 1' is the id of another claim in the file already")
    ]


def test_an_address_may_be_that_of_several_claims():
    """A review of two."""
    at = "https://a.example/1"
    content = f"id,title,status\n{at},The bridge opens,Broken\n{at},The dam is full,Broken\n"
    assert [one["origin"] for one in taken(mapped(TRACKER, content))] == [
        "tracker https://a.example/1",
        "tracker https://a.example/1 (2)",
    ]


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ('format = "csv', "tracker.toml is not TOML: "),
        ("[fields]\ntext = 'a'", "tracker.toml: format is missing; say one of csv, tsv, json, jsonl, yaml."),
        (
            "format = 'xls'\n[fields]\ntext = 'a'",
            "tracker.toml: format is 'xls'; say one of csv, tsv, json, jsonl, yaml.",
        ),
        ("format = 'csv'", 'tracker.toml: fields is missing; say at least text = "COLUMN" under [fields].'),
        (
            "format = 'csv'\n[fields]\ndue = 'a'",
            "tracker.toml: fields.text is missing; name the column or path that",
        ),
        (
            "format = 'csv'\n[fields]\ntxt = 'a'",
            "tracker.toml: fields.txt is no key of a map; did you mean text?",
        ),
        (
            "format = 'csv'\nrow = 'a'\n[fields]\ntext = 'a'",
            "tracker.toml: row is no key of a map; did you mean rows?",
        ),
        (
            "format = 'csv'\n[fields]\ntext = { form = 'a' }",
            "tracker.toml: fields.text.form is no key of a map; did you",
        ),
        (
            "format = 'csv'\n[fields]\ntext = {}",
            'tracker.toml: fields.text needs either from = "COLUMN" or is = "VALUE".',
        ),
        ("format = 'csv'\n[fields]\ntext = true", "tracker.toml: fields.text is no table."),
        ("format = 'csv'\n[fields]\ntext = [true]", "tracker.toml: fields.text is no text."),
        (
            "format = 'csv'\n[fields]\ntext = { from = 'a', written = '%d' }",
            "fields.text.written is for dates only.",
        ),
        (
            "format = 'csv'\n[fields]\ntext = 'a'\n[outcomes]\nKept = 'hold'",
            "outcomes.Kept is 'hold'; say one of held, ",
        ),
        (
            "format = 'csv'\n[fields]\ntext = 'a'\n[defaults]\nkind = 'vow'",
            "defaults.kind is 'vow'; say one of statement",
        ),
        (
            "format = 'csv'\n[fields]\ntext = 'a'\ndue = { from = 'd', written = '%d.%m.' }",
            "has no year (%Y); nor is",
        ),
        (
            "format = 'csv'\n[fields]\ntext = 'a'\ndue = { from = 'd', written = '%Y %Q' }",
            "is '%Y %Q': 'Q' is a bad",
        ),
        (
            "format = 'csv'\nquoting = 'no'\n[fields]\ntext = 'a'",
            "tracker.toml: quoting is neither true nor false.",
        ),
        (
            "format = 'csv'\n[fields]\ntext = 'a'\n[moves]\nsame = ['a']",
            "tracker.toml: moves.order is missing.",
        ),
        (
            "format = 'csv'\n[fields]\ntext = 'a'\nprobability = { from = 'p', scale = 0 }",
            "scale is no number above 0.",
        ),
        ("format = 'csv'\nfields = 3", "tracker.toml: fields is no table."),
    ],
)
def test_a_wrong_map_is_told_in_one_sentence_with_the_key(toml, sentence):
    """Which a person can put right."""
    with pytest.raises(UnreadableError) as told:
        parse(toml, name="tracker", where="tracker.toml")
    assert sentence in str(told.value)
    assert "\n" not in str(told.value)


def test_a_map_that_can_not_be_read_says_so(tmp_path):
    """A file that is not there, or in another encoding."""
    with pytest.raises(UnreadableError, match="no such file"):
        read_map(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes(b"title = '\xe9'")
    with pytest.raises(UnreadableError, match="is not UTF-8"):
        read_map(path)


def test_a_map_that_does_not_fit_the_file_is_told():
    """Rather than finding nothing."""
    with pytest.raises(UnreadableError, match=r"There is nothing at 'promises'; there are claims\."):
        mapped(json_map('text = "t"\nspeaker = "s"', rows='rows = "promises"'), '{"claims": []}')
    with pytest.raises(UnreadableError, match="is no json, which the map tracker is for"):
        mapped(json_map('text = "t"\nspeaker = "s"'), "a,b\n1,2\n")
    with pytest.raises(UnreadableError, match="is JSON, and the map tracker is for csv"):
        mapped(TRACKER, '{"a": 1}')


@pytest.mark.parametrize("by", list(shipped().values()), ids=lambda by: by.name)
def test_a_shipped_map_says_what_it_is_for_and_how_it_is_told(by):
    """And knows no field twice."""
    assert by.title
    assert by.told_by or by.first_row
    assert by.fields["kind"].value


def test_columns_that_a_map_asks_for_and_a_table_lacks_are_found():
    """By the first of their names; a path into a document may be there or not."""
    by = parse(TRACKER, name="tracker", where="tracker.toml")
    assert absent_columns(by, given("id,TITLE ,status\n")) == ["deadline", "category"]
    assert absent_columns(parse(json_map('text = "t"'), name="j", where="j.toml"), given("[]")) == []


def test_the_source_is_an_address_or_a_title():
    """Its facts may be called as the options of `add` are."""
    by = json_map('text = "t"\nspeaker = "s"\nsource = "where"\npublisher = "by"\npublished = "on"')
    claims = [
        {"t": "A", "s": "Ada", "where": "https://a.example/1", "by": "The Post", "on": "2025-02-05"},
        {"t": "B", "s": "Ada", "where": "A speech"},
        {"t": "C", "s": "Ada", "by": "The Post"},
    ]
    rows = mapped(by, json.dumps(claims))
    first, second, third = (one["source"] for one in taken(rows))
    assert (first["url"], first["title"], first["publisher"], first["published"]) == (
        "https://a.example/1", None, "The Post", "2025-02-05",
    )  # fmt: skip  # as the row
    assert (second["url"], second["title"], third) == (None, "A speech", None)
    assert rows[2].rest == {"by": "The Post"}


def test_outcomes_may_be_in_the_words_of_any_kind():
    """They are stored as one."""
    assert outcomes(mapped(TRACKER.replace('"held"', '"kept"'), PROMISES))[0] == "held"


@pytest.mark.parametrize(
    "links", ["https://a.example/1 https://a.example/2", "https://a.example/1, https://a.example/2"]
)
def test_addresses_one_after_another_are_several_pieces_of_evidence(links):
    """What is no address has no field."""
    by = json_map('text = "t"\nspeaker = "s"\nevidence = ["e", "also"]')
    (row,) = mapped(by, f'[{{"t": "A", "s": "Ada", "e": "{links}", "also": "the minutes"}}]')
    assert [piece["url"] for piece in row.record["evidence"]] == [
        "https://a.example/1",
        "https://a.example/2",
    ]
    assert list(row.rest.values()) == ["the minutes"]
