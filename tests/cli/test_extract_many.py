"""`extract` with several articles: files, folders, addresses, and lists of addresses."""

from __future__ import annotations

import pytest

NEWS = "Published: 3 February 2025\n\n{speaker} said that the {thing} will open in {month} 2026.\n"


@pytest.fixture
def articles(folder):
    """A folder with two articles, one within another folder, and what is none."""
    there = folder / "articles"
    (there / "deep").mkdir(parents=True)
    (there / ".hidden").mkdir()
    (there / "a.txt").write_text(
        "The bridge\n\n" + NEWS.format(speaker="Marta Lind", thing="bridge", month="May")
    )
    (there / "deep" / "b.md").write_text(
        "# The road\n\n" + NEWS.format(speaker="Peter Vale", thing="road", month="June")
    )
    (there / ".hidden" / "c.txt").write_text(NEWS.format(speaker="Nobody Known", thing="sea", month="July"))
    (there / "photo.jpg").write_bytes(b"\xff\xd8")
    return there


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("jobs", ["", "--jobs 2"])
def test_the_articles_of_a_folder_are_read_in_one_step(run, jobs):
    """Those of folders within it too, and undo takes all of them back."""
    done = run(f"extract articles {jobs}")
    assert done.status == 0, done.err
    assert [line.split("  ")[-1] for line in done.lines] == ["The bridge", "The road"]
    assert (
        "read 2 articles: 2 candidates wait in 2 of them; `claimtrack review` goes through them" in done.err
    )
    assert len(run("history --json").json) == 1
    assert run("undo --yes").status == 0
    assert run("review").status == 1


@pytest.mark.usefixtures("articles")
def test_one_that_can_not_be_read_stops_no_other_and_leaves_nothing(folder, run):
    """Each is told in a sentence, and the exit status says that there was one."""
    (folder / "undated.txt").write_text("Bo Lund said that the sea will rise in May 2026.")
    (folder / "broken.html").write_bytes(bytes(range(128, 256)))
    done = run("extract missing.txt undated.txt articles broken.html http://127.0.0.1:9/x")
    assert done.status == 1
    assert "read 2 articles; 4 could not be read" in done.err
    for name in ("missing.txt", "undated.txt", "broken.html", "http://127.0.0.1:9/x"):
        assert sum(name in line for line in done.err.splitlines()) == 1
    assert len(run("sources --json").json) == 2
    assert run("doctor").status == 0


def test_a_file_of_addresses_is_a_list_of_articles(folder, run, site):
    """One on a line, with empty lines and remarks between them."""
    (folder / "list.txt").write_text(f"# this week\n{site.address}/plain\n\n{site.address}/changing\n")
    done = run("extract list.txt --published 2025-02-03")
    assert "read 2 articles" in done.err, done.err
    assert len(run("sources --json").json) == 2


@pytest.mark.usefixtures("articles")
def test_json_holds_the_candidates_of_all_articles(run):
    """Those that are shown."""
    assert {one["speaker"] for one in run("extract articles --json").json} == {"Marta Lind", "Peter Vale"}


@pytest.mark.usefixtures("articles")
def test_what_was_read_before_is_not_found_again(run):
    """The same candidates wait, once."""
    run("extract articles")
    again = run("extract articles/deep articles/a.txt")
    assert again.status == 0
    assert [line.split()[1] for line in again.lines] == ["1", "1"]


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("extract articles --title X", 2), ("extract articles --url https://example.org/x", 2),
        ("extract articles -", 2), ("extract articles --jobs 0", 2), ("extract articles --published 2025-02-30", 2),
        ("extract empty", 1), ("extract", 2),
    ],
)  # fmt: skip  # a row a case
def test_what_can_not_be_meant_for_several_is_refused(folder, run, line, status):
    """In a sentence, and nothing is written."""
    (folder / "empty").mkdir()
    done = run(line)
    assert done.status == status
    assert done.err.count("\n") == 1
    assert not (folder / "claims.db").exists()
