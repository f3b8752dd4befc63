"""Records as lines of text: what SQLite writes is, byte for byte, what Python makes of the claims."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.exchange.columns import CSV_COLUMNS, JSON_COLUMNS, columns_of, record, row
from claimtrack.exchange.private import public
from claimtrack.model import Filters
from tests.builders import URL, a_claim, a_fresh_database, a_judged_claim
from tests.strategies import texts

# what ends a cell or a string, what a spreadsheet runs, and what each guard is made of
sharp = st.text(st.sampled_from("=+-@'\"\\,;\n\t\x7f%{}[] aЖ\u2028😀"), min_size=1, max_size=6).map(
    "x{}".format
)
words = (
    texts() | st.sampled_from(["=1+1", "'=1", "''", "-", "@a,b", '"', "\\", "%s", "[]", "a;b", "'"]) | sharp
)
titles = st.sampled_from(["=1+1", "Notes; and, more", '"Q"', "'-", "a\\b"])
shares = st.integers(0, 10**12).map(lambda number: f"{number / 10**12:.12f}")
facts = st.fixed_dictionaries(
    {},
    optional={
        "quote": words, "translation": words, "note": words, "role": words, "via": words, "criterion": words,
        "source": titles, "due": st.sampled_from(["2025-Q3", "2025-03-01/2025-04-02", "2026"]),
        "said": st.sampled_from(["2024-11", "2025-01-03"]), "probability": shares,
        "tags": st.lists(st.sampled_from(["a", "é b", 'c"d', "\\", "[]", "'e", "=f"]), max_size=3),
    },
)  # fmt: skip  # a table


def exported(db, **options):
    """The lines of an export of all claims, the one added first first."""
    out = io.StringIO(newline="")
    tracker.export(db, out, Filters(sort="added", reverse=True), **options)
    return out.getvalue()


def in_python(claims, fields, *, raw, delimiter=","):
    """The same as CSV by Python's writer."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(columns_of(fields))
    places = [CSV_COLUMNS.index(name) for name in columns_of(fields)]
    writer.writerows([row(one, raw=raw)[at] for at in places] for one in claims)
    return out.getvalue()


def recorded(db, several):
    """Claims of these texts and facts, all of them as the database reads them."""
    for number, (text, given_facts) in enumerate(several):
        a_claim(db, f"{text} {number}" if number else text, **given_facts)
    return tracker.list_claims(db, Filters(sort="added", reverse=True)).claims


several = st.lists(st.tuples(words, facts), min_size=1, max_size=3)


@settings(max_examples=40)
@given(several, st.booleans(), st.booleans(), st.booleans())
def test_csv_is_what_pythons_writer_makes(several, raw, private, semicolons):
    """Guards, quotation marks, numbers, dates, lists and what is private, whatever the text and the delimiter."""
    with a_fresh_database() as db:
        claims = [one if private else public(one) for one in recorded(db, several)]
        text = exported(db, raw=raw, private=private, excel=semicolons, semicolons=semicolons)
        expected = in_python(claims, CSV_COLUMNS, raw=raw, delimiter=";" if semicolons else ",")
        if private:  # speakers follow, and columns for them
            end = ";;" if semicolons else ",,"
            assert text.replace(f"{end}\n", "\n").endswith(expected.replace("\r\n", "\n").split("\n", 1)[1])
        else:
            assert text.removeprefix("\ufeff") == expected.replace("\r\n", "\n")


@settings(max_examples=40)
@given(several)
def test_json_is_what_pythons_encoder_makes(several):
    """Each escape, each number in full."""
    with a_fresh_database() as db:
        claims = recorded(db, several)
        lines = [json.dumps(record(one), ensure_ascii=False) for one in claims]
        assert exported(db, file_format="jsonl").split("\n")[: len(lines)] == lines
        shown = ",\n".join(json.dumps(record(public(one)), ensure_ascii=False) for one in claims)
        assert exported(db, file_format="json") == f"[\n{shown}\n]\n"


@settings(max_examples=20)
@given(several, st.lists(st.sampled_from(sorted({*JSON_COLUMNS, "source_title"})), min_size=1, unique=True))
def test_single_fields_are_the_same_with_and_without_the_others(several, fields):
    """One column alone too, where an empty row would be none."""
    with a_fresh_database() as db:
        claims = [public(one) for one in recorded(db, several)]
        expected = in_python(claims, fields, raw=False).replace("\r\n", "\n")
        assert exported(db, fields=fields) == expected
        lines = "".join(f"{json.dumps(record(one, fields), ensure_ascii=False)}\n" for one in claims)
        assert (
            exported(db, fields=fields, file_format="json")
            == f"[\n{lines[:-1].replace(chr(10), ',' + chr(10))}\n]\n"
        )


@pytest.mark.parametrize("raw", [False, True])
def test_all_that_hangs_on_a_claim_is_written_the_same(db, raw):
    """Verdicts with evidence, taken back and overruled, appearances, contradictions, moves and two sources."""
    first = a_judged_claim(
        db, "failed", due="2025-01-20", said="2024-12", source='Notes, and "more"', url=URL
    )
    tracker.resolve(db, first.id, "partly", evidence=[URL], contrary=["https://x.example/a"], reason="=so\nit is",
                    happened="2025-01", judge="Ada", overrule=True)  # fmt: skip  # a verdict
    tracker.add_evidence(db, first.id, quote='He said: "No", and left; a\\b', note="'seen")
    tracker.unresolve(db, first.id)
    tracker.resolve(db, first.id, None, no_outcome=True, rating="Pants, on fire")
    tracker.repeat(db, first.id, said="2025-01-03", source="Elsewhere", publisher='The "Post"')
    other = a_claim(db, "It will not", contradicts=[first.id], due="2025-03")
    tracker.move(db, other.id, due="2025-06")
    claims = tracker.list_claims(db, Filters(sort="added", reverse=True)).claims
    assert exported(db, raw=raw) == in_python(map(public, claims), CSV_COLUMNS, raw=raw).replace("\r\n", "\n")
    lines = [json.dumps(record(one), ensure_ascii=False) for one in claims]
    assert exported(db, file_format="jsonl").splitlines()[:3] == lines
