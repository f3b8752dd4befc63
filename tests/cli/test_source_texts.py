"""Sources whose text is kept: `sources add` of an article, quotations proven in it, and `sources verify`."""

from __future__ import annotations

from hashlib import sha256

import pytest

DAY = "--published 2025-02-05"
QUOTE = "The bridge will open by 7 June 2025"


@pytest.fixture(autouse=True)
def _read(run, article):
    assert run(f"sources add {article.name} {DAY}").out == "1\n"


def test_the_text_is_kept_with_its_digest_and_when_and_where_it_was_read(run, article):
    """`sources show` says all of it."""
    shown = run("sources show 1").out
    assert "A winter by the lake" in shown
    assert f"{article.name}\n" in shown
    assert sha256(article.read_text().strip().encode()).hexdigest() in shown


def test_the_same_text_again_is_the_source_that_is_there(run, article, folder):
    """Under whatever name; nothing new is listed."""
    (folder / "copy.txt").write_text(article.read_text())
    done = run("sources add copy.txt")
    assert (done.status, done.out) == (0, "1\n")
    assert "the text is there already, as source 1" in done.err
    assert len(run("sources").lines) == 1


def test_a_web_archive_is_kept_with_it(run, folder):
    """As given."""
    (folder / "other.txt").write_text("The road is closed, said the mayor.")
    run("sources add other.txt --archive-url https://archive.example/1")
    assert "https://archive.example/1" in run("sources show 2").out


@pytest.mark.parametrize(
    "command",
    [
        "add 'It opens' -s Vale -S 1 -q 'The bridge might open by 7 June 2025'",
        "edit 1 -q 'The bridge might open by 7 June 2025'",
        "edit 2 -S 1",
        "move 1 --due 2025-07-01 -q 'The bridge might open by 7 June 2025'",
    ],
)
def test_a_quotation_that_is_not_in_its_source_is_refused_with_the_nearest_passage(run, command):
    """Wherever it is given, and where the source is given later."""
    run(f"add 'The bridge opens' -s Vale -d 2025-06-07 -k deadline -S 1 -q '{QUOTE}'")
    run("add 'The bridge opens soon' -s Lind -q 'The bridge might open by 7 June 2025'")
    before = run("list --json").out
    done = run(command)
    assert done.status == 1
    assert (
        'does not have the quotation word for word; the nearest passage is "The bridge will open' in done.err
    )
    assert run("list --json").out == before


def test_a_quotation_is_shown_in_its_sentence(run, terminal):
    """Marked by signs or colour; the record as JSON has nothing more."""
    run("add 'The bridge opens' -s Vale -S 1 -q 'The bridge will open […] not a day later'")
    sentence = (
        'In the source\n">>The bridge will open<< by 7 June 2025, and >>not a day later<<," Peter Vale said.'
    )
    assert sentence in run("show 1").out
    assert "\x1b[1mnot a day later\x1b[0m" in terminal("show 1", columns=120).out
    assert "passage" not in run("show 1 --json").json


def test_verify_says_what_became_of_each_quotation_and_changes_nothing(run, article):
    """Found, moved, changed, gone, or not read; exit 3 where a person should look."""
    run(f"add 'The bridge opens' -s Vale -S 1 -q '{QUOTE}'")
    text = article.read_text()
    kept = run("doctor").out + run("history").out

    def fate(now):
        article.unlink() if now is None else article.write_text(now)
        done = run("sources verify 1")
        return done.status, done.out.split("  ")[0]

    assert fate(text) == (0, "found")
    assert fate(f"Corrected on Thursday.\n\n{text}") == (0, "moved")
    assert fate(text.replace("7 June", "9 July")) == (3, "changed")
    assert fate("Nothing of this kind was ever said by anybody here.") == (3, "gone")
    assert fate(None) == (3, "not read")
    assert run("doctor").out + run("history").out == kept


def test_verify_takes_one_source_or_all(run):
    """A source with no text kept has nothing to compare."""
    run("sources add 'By hand'")
    assert run("sources verify --all").out.startswith("found  source 1")
    assert run("sources verify 2").status == 1
    assert run("sources verify").status == 2
    assert run("sources verify 1 --all").status == 2


def test_an_address_is_read_unless_it_is_recorded_by_hand(run, site):
    """With its text, or as a bare address."""
    assert run(f"sources add {site.address}/changing").out == "2\n"
    assert "SHA-256" in run("sources show 2").out
    assert run(f"sources add {site.address}/missing").status == 1
    assert run(f"sources add {site.address}/missing --by-hand").out == "3\n"
    assert "SHA-256" not in run("sources show 3").out
