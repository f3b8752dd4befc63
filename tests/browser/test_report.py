"""The published page in a real browser."""

from __future__ import annotations

import base64

import pytest

from claimtrack import render, tracker
from tests.builders import a_claim, a_fresh_database, a_judged_claim

HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "שלום עולם",
    "A" * 300,
    "👩‍👩‍👧‍👦 & co",
    "\u202egnp",
)


def published(db, path):
    """The address of the page of all claims of a database."""
    path.write_text("".join(render.report(tracker.report(db))), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(tmp_path):
    """The address of a page of a few claims: judged, overdue, moved, second-hand, and with hostile texts."""
    with a_fresh_database() as db:
        a_judged_claim(
            db, "failed", due="2024-06", tags=["works"], source="Notes", url="https://example.org/n"
        )
        a_judged_claim(db, "held", text="The canal is dredged", speaker="Bo Lund", via="an aide")
        a_claim(db, "The road is paved", speaker="Bo Lund", due="2025-01-10", kind="promise")
        tracker.move(db, 3, due="2025-06-01", said="2025-01-20")
        for text in HOSTILE:
            a_claim(db, f"{text} opens", speaker="Cy Marsh", due="2025-01-31", quote=text)
        yield published(db, tmp_path / "page.html")


def shown(browser):
    """The texts of the claims that are to be seen, in order."""
    return [
        card.find_element("css selector", "h3").get_attribute("textContent")
        for card in browser.find_elements("css selector", ".claim")
        if card.is_displayed()
    ]


def chosen(browser, name, value):
    """Chooses a value of a filter, as a person does."""
    browser.find_element("css selector", f"[name={name}] option[value='{value}']").click()


def test_filters_live_in_the_address(browser, page):
    """What is filtered can be linked to, and the link filters the same."""
    browser.get(page)
    assert len(shown(browser)) == 4 + len(HOSTILE)
    chosen(browser, "speaker", "Bo Lund")
    assert len(shown(browser)) == 3
    browser.find_element("name", "search").send_keys("DREDGÉD")
    assert shown(browser) == ["The canal is dredged"]
    link = browser.current_url
    browser.get("about:blank")
    browser.get(link)
    assert shown(browser) == ["The canal is dredged"]
    assert browser.find_element("class name", "count").text == f"1 of {4 + len(HOSTILE)} shown"
    browser.find_element("css selector", "[type=reset]").click()
    assert len(shown(browser)) == 4 + len(HOSTILE)
    assert "#" not in browser.current_url


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [("kind", "promise", 2), ("outcome", "held", 1), ("tag", "works", 1), ("year", "2024", 1)],
)
def test_each_filter_finds_its_claims(browser, page, name, value, count):
    """By kind, by how it came out, by tag, by year."""
    browser.get(page)
    chosen(browser, name, value)
    assert len(shown(browser)) == count


def test_the_overdue_are_a_click_away(browser, page):
    """From the line at the top."""
    browser.get(page)
    browser.find_element("css selector", ".top a").click()
    assert len(shown(browser)) == len(HOSTILE)


def test_a_claim_is_found_by_its_anchor_also_where_it_was_filtered_out(browser, page):
    """A link to a claim leads to that claim, on the screen."""
    browser.get(page)
    claim = browser.find_element("css selector", ".claim:last-of-type")
    uid = claim.get_attribute("id")
    chosen(browser, "tag", "works")
    browser.execute_script("location.hash = arguments[0]", uid)
    place = browser.execute_script(
        "return document.getElementById(arguments[0]).getBoundingClientRect()", uid
    )
    assert claim.is_displayed()
    assert -1 <= place["top"] < browser.execute_script("return innerHeight")


def test_the_scoreboard_sorts_both_ways(browser, page):
    """By a column of figures, most first, then least; rows without a figure last."""
    browser.get(page)

    def names(column):
        browser.find_element("css selector", f"[data-column={column}] button").click()
        rows = browser.find_elements("css selector", ".scores tbody th")
        return [row.text for row in rows]

    assert names("overdue")[0] == "Cy Marsh"
    assert names("overdue")[-1] == "Cy Marsh"
    up, down = names("name"), names("name")
    assert (up[0], up[-1]) == (down[-1], down[0]) == ("Ada North", "Cy Marsh")
    assert len(browser.find_elements("css selector", "[aria-sort]")) == 1


def test_claims_are_put_in_another_order(browser, page):
    """The soonest due first."""
    browser.get(page)
    chosen(browser, "sort", "due")
    assert shown(browser)[0] == "The bridge will open"


def test_the_page_is_read_without_script(browser, page):
    """All claims are there, and nothing that would do nothing."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(page)
        assert len(shown(browser)) == 4 + len(HOSTILE)
        assert not browser.find_element("class name", "filters").is_displayed()
        assert not browser.find_element("class name", "copy").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize(
    "screen",
    [{"width": width, "scheme": scheme} for width in (390, 1280) for scheme in ("light", "dark")],
    ids=str,
)
def test_no_serious_fault_of_access_on_a_phone_or_a_desk(browser, device, faults, page, screen):
    """As axe-core finds them, and nothing is wider than the screen."""
    device(**screen)
    browser.get(page)
    assert faults() == []
    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_it_prints(browser, page):
    """To a PDF, with every claim."""
    browser.get(page)
    assert base64.b64decode(browser.print_page()).startswith(b"%PDF")


def test_five_thousand_claims_open_in_two_seconds(browser, tmp_path):
    """From the start of loading until the page answers; the best of three, since other programs run too."""
    with a_fresh_database() as db:
        tracker.add_many(
            db,
            (
                {"text": f"{HOSTILE[at % 6]} thing {at}", "speaker": f"Speaker{at % 60}", "due": "2025-03"}
                for at in range(5000)
            ),
            force=True,
        )
        address = published(db, tmp_path / "page.html")
    times = []
    for _ in range(3):
        browser.get(address)
        times.append(
            browser.execute_script("return performance.getEntriesByType('navigation')[0].domComplete")
        )
    assert len(browser.find_elements("class name", "claim")) == 5000
    assert min(times) < 2000
