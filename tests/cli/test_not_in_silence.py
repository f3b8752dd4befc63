"""Where the record would go wrong in silence, the command says so, or refuses."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def told(run):
    """Two claims, told on two days and tagged."""
    run(
        "add 'The bridge opens' -s 'Ada North' -d 2025-03-01 --said 2025-01-10 -t Roads,збори --probability 70%"
    )
    run("add 'The ferry is back' -s 'Bo South' -d 2025-01-20 -t roads")
    return run


@pytest.mark.parametrize("typed", ["roads", "ROADS", "Roads", "roads,ROADS", "rôads"])
def test_a_tag_stays_one_tag_however_it_is_typed(run, typed):
    """It takes the spelling that claims have already, so that the table of tags has one row of it."""
    run(f"add 'The road opens' -s 'Ada North' -t {typed} -t ЗБОРИ")
    assert run("show last --json").json["tags"] == ["Roads", "збори"]
    assert run("show 2 --json").json["tags"] == ["Roads"]
    assert {row["name"]: row["claims"] for row in run("stats --by tag --json").json} == {
        "Roads": 3,
        "збори": 2,
    }


def test_a_tag_is_taken_away_in_any_spelling(run):
    """Where some of the claims have it; a tag that none has was typed wrongly."""
    assert run("edit 1 2 --untag ROADS").status == 0
    assert [run(f"show {claim} --json").json["tags"] for claim in (1, 2)] == [["збори"], []]
    refused = run("edit 1 2 --untag raods --tag war")
    assert (refused.status, refused.out) == (1, "")
    assert "There is no tag raods to take away" in refused.err
    assert run("show 2 --json").json["tags"] == []


@pytest.mark.parametrize(
    "again",
    [
        "--said 2025-01-20 -d 2025-03-01",
        "--said 2025-01-20 -d 2025-03-01 --probability 90%",
        "--said 2025-01-10 -d 2025-04-01",
        "-d 2025-03-01",
    ],
)
def test_the_same_words_on_another_day_are_told_of(run, again):
    """A forecast that is brought up to date would count twice; it may be meant, so nothing is refused."""
    added = run(f"add 'the bridge opens.' -s 'Ada North' {again}")
    assert (added.status, added.ids) == (0, [3])
    assert (
        "claim 1 has the same words; said again it would be `repeat 1`, with another date or probability `move 1`"
        in (" ".join(added.err.split()))
    )
    assert "same words" not in run(f"add 'The bridge opens' -s 'Bo South' {again}").err


def test_a_move_is_no_news_of_the_same_words(run):
    """It says what it replaces."""
    assert "same words" not in run("move 1 --probability 90% --said 2025-01-20").err


def test_a_claim_that_is_edited_into_another_one_is_told_of(run):
    """`add` would have refused it."""
    run("add 'The bridge opens' -s 'Ada North' -d 2025-04-01 --said 2025-01-10")
    assert "claim 3 is now the same as claim 1" in run("edit 3 --due 2025-03-01").err
    assert "now the same" not in run("edit 3 --tag x").err


def test_a_text_is_of_one_claim(run):
    """Several claims in one text would be one claim, many times."""
    refused = run("edit 1 2 --text 'The harbour opens'")
    assert (refused.status, refused.out) == (2, "")
    assert run("edit 1-2 --tag x").status == 0


@pytest.mark.parametrize(
    "given",
    [
        "https://example.org/map",
        "http://www.example.org/map/#top",
        "https://example.org/other https://example.org/map?utm_source=x",
        "https://example.org/map --contrary",
    ],
)
def test_evidence_is_kept_once(run, given):
    """However its address is spelled; another quotation from the same page is another piece."""
    run("resolve 2 missed -e https://example.org/map")
    refused = run(f"evidence 2 {given}")
    assert (refused.status, refused.out) == (1, "")
    assert "Claim 2 has that evidence already" in refused.err
    assert len(run("show 2 --json").json["evidence"]) == 1
    assert run("evidence 2 https://example.org/map --quote 'No ferry came'").status == 0
    assert run("evidence 2 https://example.org/map --quote 'No ferry came.'").status == 1


def test_an_address_that_is_given_twice_is_one_piece(run):
    """Before there is a verdict as well."""
    run("evidence 2 https://example.org/map http://example.org/map/")
    assert [piece["url"] for piece in run("show 2 --json").json["evidence"]] == ["https://example.org/map"]


def test_a_verdict_on_a_date_that_was_moved_says_what_scores_go_by(run):
    """The newest of the chain counts, and it is still waiting."""
    run("move 1 --due 2025-04-01 --said 2025-01-20")
    run("move 3 --due 2025-05-01 --said 2025-01-25")
    told = run("resolve 1 happened").err
    assert "claim 1 was moved to claim 4, which is still unresolved, and scores go by that one" in " ".join(
        told.split()
    )
    run("resolve 4 happened")
    assert "scores go by" not in run("resolve 3 happened").err


def test_moving_what_has_happened_is_told(run):
    """The wrong number may have been typed."""
    run("resolve 1 happened")
    assert "claim 1 stands as happened already" in run("move 1 --due 2025-04-01").err
    run("resolve 2 missed")
    assert "stands as" not in run("move 2 --due 2025-04-01").err


def test_a_probability_after_the_verdict_is_told(run):
    """Whoever knows how it came out gives another one."""
    run("resolve 1 happened")
    assert "claim 1 has a verdict already" in run("edit 1 --probability 95%").err
    assert "verdict already" not in run("edit 1 --probability 95%").err


def test_what_is_taken_back_or_deleted_is_named(run):
    """`last` may be another claim than was meant."""
    run("resolve 2 missed -e https://example.org/map")
    assert "no longer stands: claim 2, missed, judged 2025-02-05, evidence https://example.org/map" in (
        " ".join(run("unresolve last").err.split()).replace("did not happen", "missed")
    )
    assert "deleted claim 2 (Bo South: The ferry is back)" in " ".join(run("delete last --yes").err.split())
    assert "deleted claim 1 " in run("delete last --yes").err
