"""`extract`: from an article to the candidate claims that wait."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("article")
DAY = "--published 2025-02-05"
NAMES = [
    "number", "kind", "speaker", "unnamed", "via", "rung", "text", "quote", "start", "stop", "said", "due", "was",
    "due_words", "probability", "score", "answer", "claim", "about", "found_by", "translation",
]  # fmt: skip  # a list of names


def test_candidates_are_listed_the_surest_first_with_the_next_step(run):
    """In a pipe the list is all of standard output."""
    done = run(f"extract lake.txt {DAY}")
    assert done.lines == [
        "2  deadline    Peter Vale  2025-06-07  The bridge will open by 7 June 2025",
        "1  prediction  Marta Lind  2026        the lake would freeze in 2026",
    ]
    assert done.err.endswith("2 wait; none counts as a claim until accepted: `claimtrack review 1`\n")
    assert run("list").out == ""


def test_a_terminal_of_80_columns_has_the_text_on_its_own_line(terminal):
    """As lists of claims have it."""
    lines = terminal(f"extract lake.txt {DAY}", columns=80).plain.splitlines()
    assert "1  prediction  Marta Lind  2026" in lines
    assert "   the lake would freeze in 2026" in lines


def test_json_is_a_list_of_objects_with_these_names(run, article):
    """The names are a promise; the offsets are those of the saved text."""
    found = run(f"extract lake.txt --json {DAY}").json
    assert [list(one) for one in found] == [NAMES, NAMES]
    deadline = found[0]
    assert (deadline["due"], deadline["due_words"], deadline["via"], deadline["claim"]) == (
        "2025-06-07",
        "7 June 2025",
        None,
        None,
    )
    assert article.read_text()[deadline["start"] : deadline["stop"]] == deadline["quote"]
    assert run("review --json").json == found


def test_standard_input_is_an_article_or_a_page_in_any_encoding(run, process):
    """Text that was typed, and a page that says how it is encoded."""
    assert (
        run(
            f"extract - --title Lake {DAY}", typed="Marta Lind said that the lake would freeze in 2026."
        ).status
        == 0
    )
    page = (
        '<!doctype html><html><head><meta charset="windows-1251"><title>Мост</title></head><body><article><h1>Мост</h1>'
        "<p>Кметът обеща в сряда, че ремонтът на моста ще се забави и че хората ще се радват на 1.05.2025.</p>"
        "</article></body></html>"
    )
    done = process(f"extract - {DAY}", typed=page.encode("cp1251"))
    assert done.status == 0
    assert "not English, Ukrainian or Russian: " in done.err
    assert "1.05.2025" in done.err
    assert run("sources").out.count("Мост") == 1


def test_without_a_day_of_publishing_nothing_is_read_or_written(run, folder):
    """One sentence that names the option."""
    done = run("extract lake.txt")
    assert (done.status, done.out) == (2, "")
    assert "give the day with --published" in done.err
    assert not (folder / "claims.db").exists()


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("missing.txt", "missing.txt can't be read"),
        ("empty.txt", "empty.txt has no text in it"),
        (".", "empty.txt has no text in it"),
    ],
)
def test_a_file_that_gives_no_article_is_one_sentence(run, folder, article, words):
    """And no database is made for it."""
    (folder / "empty.txt").write_text(" \n")
    done = run(f"extract {article} {DAY}")
    assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
    assert words in done.err
    assert not (folder / "claims.db").exists()


@pytest.mark.parametrize(
    "path",
    [
        "missing",
        "failing",
        "picture",
        "paper",
        "huge",
        "bomb",
        "torn",
        "cut",
        "gibberish",
        "hop/7",
        "loop",
        "local",
        "nonsense",
    ],
)
def test_each_failure_to_fetch_is_one_sentence(run, site, path, folder):
    """It names the address, and nothing is written."""
    done = run(f"extract {site.address}/{path} {DAY}")
    assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith("claimtrack: ")
    assert not (folder / "claims.db").exists()


def test_addresses_of_other_kinds_are_not_taken_for_files(run):
    """Only the web is read."""
    done = run(f"extract ftp://example.org/1 {DAY}")
    assert (done.status, done.err) == (
        1,
        "claimtrack: ftp://example.org/1 can't be read; an address starts with http:// or https://.\n",
    )


def test_the_shape_documented_is_the_shape_printed():
    """docs/extraction.md names every field."""
    from pathlib import Path  # noqa: PLC0415  # with the test it serves

    page = (Path(__file__).parents[2] / "docs" / "extraction.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in page] == []


def test_extracting_again_prints_what_still_waits(run):
    """The same list, less what was answered."""
    first = run(f"extract lake.txt --json {DAY}").json
    run("review --accept 2")
    assert json.loads(run(f"extract lake.txt --json {DAY}").out) == first[1:]
