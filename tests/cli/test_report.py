"""`report`: a page that can be published as it is."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from lxml import html

from claimtrack import tracker
from tests.builders import a_claim, a_database, a_judged_claim

HOSTILE = (
    "<script>alert(1)</script>", "</style></script><b>", '" onmouseover="alert(1)', "{{ 7 * 7 }}{% raw %}", "&amp; ]]>",
    "<!-- -->", "\u202egnp.exe", "A" * 5000, "👩‍👩‍👧‍👦 שלום مرحبا",
)  # fmt: skip  # a list of texts
PRIVATE = "only for the desk"


@pytest.fixture
def page(folder, run):
    """`page("--speaker Ada")`: the page that the command writes, as a tree."""

    def written(options=""):
        done = run(f"report page.html {options}")
        assert done.status == 0, done.err
        return html.fromstring((folder / "page.html").read_text(encoding="utf-8"))

    return written


@pytest.fixture
def work(folder):
    """The database that commands find in the folder."""
    with a_database(folder / "claims.db") as db:
        yield db


def words(element):
    """The text of an element in one line."""
    return " ".join(element.text_content().split())


def card(tree, claim):
    """The words of the card of one claim."""
    return words(tree.get_element_by_id(claim.uid))


def test_each_claim_has_a_card_with_an_anchor_of_its_own(page, work):
    """Its uid, which is the same wherever the page is published again."""
    first, second = a_claim(work), a_claim(work, "The canal is dredged", tags=["works"])
    tree = page()
    assert "The bridge will open" in card(tree, first)
    assert "tags works" in card(tree, second)
    assert words(tree.find(".//title")) == "Claims"
    assert "As of 5 February 2025: 2 claims, 0 resolved, 0 overdue." in words(tree.body)


def test_a_card_tells_who_when_where_and_how_it_stands(page, work):
    """Quotation and translation, the relay, the source with its archive, evidence for and contrary."""
    claim = a_claim(
        work, speaker="Ada North", via="an aide", role="minister", quote="за тиждень", translation="within a week",
        due="2025-01-20", source="Notes", url="https://example.org/n", archive_url="https://archive.example/n",
        publisher="The Courier", published="2025-01-02",
    )  # fmt: skip  # as a record
    tracker.resolve(
        work, claim.id, "failed", reason="It rained.", rating="Mostly wet", judge="Bo Lund",
        evidence=["https://example.org/for"], contrary=["https://example.org/contrary"],
    )  # fmt: skip  # as a command
    told = card(page(), claim)
    for part in (
        "did not happen", "“Mostly wet”", "by Bo Lund", "It rained.",
        "Ada North (says an aide; second-hand), minister", "за тиждень", "Translated: within a week",
        "due 20 January 2025", "Notes, The Courier, 2 January 2025 (archived)", "for https://example.org/for",
        "contrary https://example.org/contrary", "judged 5 February 2025",
    ):  # fmt: skip  # a list of texts
        assert part in told


def test_earlier_verdicts_stay_with_their_day_and_reason(page, run, work):
    """Overruled and taken back; one that was undone was never meant, and is not told."""
    claim = a_judged_claim(work, "held")
    for command in (
        f"resolve {claim.id} failed --overrule --judged 2025-02-05",
        f"unresolve {claim.id} --reason 'The map was wrong.'",
        f"resolve {claim.id} void",
        "undo --yes",
    ):
        assert run(command).status == 0
    told = card(page(), claim)
    assert "false (taken back on 5 February 2025: The map was wrong.)" in told.replace(
        "; judged 5 February 2025", ""
    )
    assert "overruled on 5 February 2025" in told
    assert "premise" not in told


def test_a_move_shows_the_dates_before_it_also_where_those_claims_are_not_on_the_page(page, run, work):
    """With links to the ones that are."""
    claim = a_claim(work, due="2025-01-07", kind="promise")
    run(f"move {claim.id} --due 2025-01-20 --said 2025-01-10")
    run(f"resolve {claim.id} broken")
    told = words(page("--status unresolved").body)
    assert "claim 1: due 7 January 2025" in told
    assert "this claim: due 20 January 2025, said 10 January 2025, after the old date had passed" in told
    assert "In all 13 days later." in told
    assert len(page().xpath("//svg//rect")) == 2


def test_nothing_private_is_on_the_page(page, folder, run, work):
    """No note of a claim or of evidence, no candidate, no saved article, no deleted claim, no path, no login name."""
    a_claim(work, note=f"note {PRIVATE}")
    a_claim(work, text=f"deleted {PRIVATE}")
    (folder / f"{PRIVATE}.txt").write_text(f"Ada North said the {PRIVATE} bridge will open in May 2026.")
    for command in (
        f"evidence 1 https://example.org/e --note '{PRIVATE}'",
        "delete 2 --yes",
        f"extract '{PRIVATE}.txt' --published 2025-02-01",
    ):
        assert run(command).status == 0
    page()
    text = (folder / "page.html").read_text(encoding="utf-8")
    assert PRIVATE not in text
    assert str(folder) not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_outside_is_text(page, work, text):
    """In every place where text may stand it makes no element, no attribute, and turns no direction."""
    claim = a_claim(
        work, text, speaker=text, role=text, quote=text, criterion=text, tags=[text.replace(";", "")[:50]],
        source=text, publisher=text,
    )  # fmt: skip  # as a record
    tree = page(f"--title '{text}'")
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//b[not(normalize-space())]")
    assert not tree.xpath("//@onmouseover | //@onerror")
    assert "\u202e" not in words(tree)
    assert words(html.fromstring(f"<p>{card(tree, claim)}</p>"))
    shown = text.replace("\u202e", "")
    assert shown in tree.get_element_by_id(claim.uid).find("h3").text_content()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_addresses_of_the_web_are_links(page, run, work, address):
    """Whatever a record has, no other address is led to."""
    a_claim(work)
    run(f"evidence 1 --quote '{address}'")
    run(f"add 'The canal' -s Bo --source '{address}'")
    assert {
        link.split(":")[0] for link in page().xpath("//article//a/@href") if not link.startswith("#")
    } <= {
        "http",
        "https",
    }


def test_the_policy_lets_in_the_pages_own_style_and_script_alone(page, work):
    """By their digests; nothing is loaded from elsewhere, and no style stands in an attribute."""
    a_claim(work, due="2025-03")
    tree = page()
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        digest = hashlib.sha256(tree.find(f".//{name}").text.encode()).digest()
        assert f"{name}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert not tree.xpath("//@style | //@src | //link | //img | //iframe")


def test_figures_say_how_they_were_counted(page, work):
    """Below the scoreboard; second-hand claims have a row of their own that says so."""
    a_judged_claim(work, "held")
    a_judged_claim(work, "failed", via="an aide", text="The canal is dredged")
    told = words(page().get_element_by_id("scores").getparent())
    assert "Ada North (second-hand)" in told
    assert "held: of the decided claims without a probability" in told


def test_a_page_of_one_speaker_is_a_profile(page, work):
    """Its title is the name, and it has the scorecard."""
    a_judged_claim(work, "held")
    a_claim(work, "The canal is dredged", speaker="Bo Lund")
    tree = page("--speaker north")
    assert words(tree.find(".//h1")) == "Ada North"
    assert "Scorecard claims 1: 1 decided" in words(tree.body)
    assert "Bo Lund" not in words(tree.body)


def test_the_record_of_an_earlier_day_makes_a_page_as_of_that_day(page, work):
    """Nothing recorded since is on it."""
    a_claim(work)
    assert re.search("As of 3 February 2025: 0 claims", words(page("--as-of 2025-02-03").body))


def test_a_page_without_claims_says_so(page):
    """No database has to be there."""
    assert "There are no claims here." in words(page().body)


def test_a_page_takes_the_place_of_a_file_but_never_of_a_database(folder, run, work):
    """And what can't be written is told in a sentence."""
    a_claim(work)
    assert run("report claims.db").status == 1
    done = run("report nowhere/page.html")
    assert done.status != 0
    assert "nowhere" in done.err
    (folder / "page.html").write_text("old")
    assert run("report page.html").err == "wrote 1 claim to page.html\n"


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2025-01-07", "7 January 2025"), ("2025-01", "January 2025"), ("2025-Q3", "the third quarter of 2025"),
        ("2025-H2", "the second half of 2025"), ("2025", "2025"), ("2025-01-07/2025-01-20", "7 to 20 January 2025"),
        ("2025-01-30/2025-02-02", "30 January to 2 February 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
    ],
)  # fmt: skip  # a row a form
def test_dates_are_written_as_in_a_text(page, work, due, told):
    """Vague ones too; a day is also there for programs."""
    claim = a_claim(work, due=due)
    assert f"due {told}" in card(page(), claim)


def test_two_judges_who_differ_are_shown_as_that_and_neither_as_overruled(
    page, folder, run, monkeypatch, work
):
    """As a merge of two files leaves it."""
    claim = a_claim(work)
    shutil.copy(folder / "claims.db", folder / "bo.db")
    for who, line in (("ada", "resolve 1 true"), ("bo", "--db bo.db resolve 1 false")):
        monkeypatch.setenv("CLAIMTRACK_USER", who)
        assert run(line).status == 0
    assert run("merge bo.db").status == 0
    told = card(page(), claim)
    assert "disputed" in told
    assert "by ada (disputes the one that stands)" in told
    assert "overruled" not in told
    run("export site.db")
    with closing(sqlite3.connect(folder / "site.db")) as plain:
        assert plain.execute("SELECT disputed FROM claims").fetchall() == [(1,)]
        assert plain.execute("SELECT judge, stands, disputes FROM verdicts ORDER BY judge").fetchall() == [
            ("ada", 0, 1),
            ("bo", 1, 0),
        ]


def test_the_licence_stands_on_the_page(page, work):
    """Where one is given."""
    a_claim(work)
    assert "Licence: CC-BY-4.0." in words(page("--license CC-BY-4.0").body)
