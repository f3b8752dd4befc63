"""Visits to many pages: pauses, robots.txt, and hosts that are left alone."""

from __future__ import annotations

import pytest

from claimtrack.articles.getting import LeftAloneError, Visits
from claimtrack.errors import RefusedError


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    """Nothing goes by way of another machine."""
    monkeypatch.setenv("no_proxy", "*")


class Clock:
    """A clock that only sleeping moves on."""

    def __init__(self):
        self.now = 0.0
        self.slept = []

    def sleep(self, seconds):
        """Moves on."""
        self.slept.append(seconds)
        self.now += seconds

    def visits(self, **given):
        """Visits by this clock."""
        return Visits(sleep=self.sleep, clock=lambda: self.now, **given)


def test_there_is_a_pause_between_two_requests_to_one_host(site):
    """Also before the first page, since robots.txt was asked for."""
    clock = Clock()
    visits = clock.visits(pause=2)
    for path in ("plain", "changing"):
        visits.fetch(f"{site.address}/{path}")
    assert clock.slept == [2, 2]


def test_another_host_is_not_waited_for(site):
    """Here one that is the same machine under another name."""
    clock = Clock()
    visits = clock.visits(pause=2)
    visits.fetch(f"{site.address}/plain", named=True)
    visits.fetch(f"{site.address}/plain".replace("127.0.0.1", "localhost"), named=True)
    assert clock.slept == []


def test_a_longer_pause_is_kept_where_robots_txt_asks_for_it(site):
    """Up to a minute."""
    clock = Clock()
    visits = clock.visits(pause=2)
    site.robots = "User-agent: *\nCrawl-delay: 5\n"
    visits.fetch(f"{site.address}/plain")
    visits.fetch(f"{site.address}/plain")
    assert clock.slept == [2, 5]


@pytest.mark.parametrize(
    ("robots", "closed"),
    [
        ("User-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /pl*n$", True),
        ("User-agent: *\nDisallow: /\nAllow: /plain", False),
        ("User-agent: other\nDisallow: /", False),
        ("User-agent: Claimtrack\nDisallow: /plain\n\nUser-agent: *\nAllow: /", True),
        ("<html>not found</html>", False),
        ("", False),
        (None, False),
    ],
)
def test_robots_txt_is_obeyed(site, robots, closed):
    """By the rules for this program, else those for all; the longest that fits decides."""
    site.robots = robots
    visits = Visits(pause=0)
    if closed:
        with pytest.raises(RefusedError, match="is closed to programs by"):
            visits.fetch(f"{site.address}/plain")
    else:
        assert visits.fetch(f"{site.address}/plain").data


def test_a_page_that_a_person_named_is_fetched_whatever_robots_txt_says(site):
    """A feed is named by hand."""
    site.robots = "User-agent: *\nDisallow: /"
    assert Visits(pause=0).fetch(f"{site.address}/plain", named=True).data


def test_a_host_that_gives_no_answer_is_asked_three_times(site):
    """Then its other pages wait for another day; other hosts are read."""
    visits = Visits(pause=0, seconds=0.2)
    for _ in range(3):
        with pytest.raises(RefusedError, match="did not arrive within"):
            visits.fetch(f"{site.address}/dripping", named=True)
    with pytest.raises(LeftAloneError):
        visits.fetch(f"{site.address}/plain", named=True)
    assert visits.fetch(f"{site.address}/plain".replace("127.0.0.1", "localhost"), named=True).data


def test_one_page_that_fails_closes_no_host(site):
    """The next answer begins the count anew."""
    visits = Visits(pause=0)
    for _ in range(4):
        with pytest.raises(RefusedError, match="503"):
            visits.fetch(f"{site.address}/failing", named=True)
        assert visits.fetch(f"{site.address}/plain", named=True).data


def test_a_host_that_was_asked_too_often_is_left_alone_at_once(site):
    """It says so with 429."""
    visits = Visits(pause=0)
    with pytest.raises(RefusedError, match="429"):
        visits.fetch(f"{site.address}/busy", named=True)
    with pytest.raises(LeftAloneError):
        visits.fetch(f"{site.address}/plain", named=True)


@pytest.mark.parametrize("address", ["http://[", "https://", "http://127.0.0.1:99999/x"])
def test_what_is_no_address_is_refused(address):
    """In a sentence; feeds list such things."""
    with pytest.raises(RefusedError):
        Visits(pause=0).fetch(address)
