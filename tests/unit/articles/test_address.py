from __future__ import annotations

import socket
from time import monotonic

import pytest

from claimtrack.articles.getting import fetch, read_bytes
from claimtrack.errors import RefusedError
from tests.local_site import Site


@pytest.fixture(scope="module")
def site():
    """A web site on this machine, for the tests of this file."""
    with Site() as site:
        yield site.address


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    """Nothing goes by way of another machine."""
    monkeypatch.setenv("no_proxy", "*")


def test_a_page_arrives_with_its_type_and_address(site):
    """What the reader of an article needs to know about it."""
    fetched = fetch(f"{site}/plain")
    assert fetched.data == b"We will open the bridge by 1 May."
    assert fetched.content_type == "text/plain; charset=utf-8"
    assert fetched.url == f"{site}/plain"


@pytest.mark.parametrize("page", ["cyrillic", "packed"])
def test_a_page_in_an_old_encoding_is_read_packed_or_not(site, page):
    """The page says itself that it is windows-1251; nothing else does."""
    fetched = fetch(f"{site}/{page}")
    article = read_bytes(fetched.data, content_type=fetched.content_type, url=fetched.url)
    assert "«Мы закончим ремонт к 1 мая, деньги на него уже есть», — сказал он" in article.text
    assert article.title == "Мост откроют к 1 мая"
    assert article.url == f"{site}/{page}"


def test_an_address_may_be_written_in_any_script(site):
    """People copy addresses as their browser shows them."""
    assert fetch(f"{site}/мост?день=1 мая#конец").data.startswith(b"/%D0%BC%D0%BE%D1%81%D1%82?%D0%B4")


def test_five_redirects_are_followed(site):
    """The address is then the one that they led to."""
    assert fetch(f"{site}/hop/4").url == f"{site}/plain"


@pytest.mark.parametrize("page", ["hop/5", "loop"])
def test_a_sixth_redirect_is_refused(site, page):
    """However they go round."""
    with pytest.raises(RefusedError, match="redirects more than 5 times"):
        fetch(f"{site}/{page}")


def test_a_site_can_not_lead_to_a_file(site):
    """Whoever sends a link must not read what is on this machine."""
    with pytest.raises(RefusedError, match="redirects to file:///etc/hosts, which is not an http or https"):
        fetch(f"{site}/local")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hosts",
        "ftp://example.org/a",
        "data:text/html,a",
        "example.org",
        "http://",
        "",
        "http://[",
        "http://a..é",
        "http://a b/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1/\ud800",
    ],
)
def test_only_web_addresses_are_fetched(url):
    """Any other is refused before anything is opened."""
    with pytest.raises(RefusedError, match=r"is not (a web|an http or https) address"):
        fetch(url)


@pytest.mark.parametrize("page", ["dripping", "headers"])
def test_a_page_that_never_ends_is_given_up_in_time(site, page):
    """A byte now and then does not start the clock again."""
    started = monotonic()
    with pytest.raises(RefusedError, match=r"did not arrive within 0\.3 seconds"):
        fetch(f"{site}/{page}", seconds=0.3)
    assert monotonic() - started < 3


@pytest.mark.parametrize("page", ["huge", "endless", "bomb"])
def test_a_page_that_is_too_large_is_refused(site, page):
    """Whether it says so, goes on and on, or unpacks to more than it is."""
    with pytest.raises(RefusedError, match=r"is larger than 0\.5 MB"):
        fetch(f"{site}/{page}", most_bytes=500_000)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("nowhere", "answers 404 Not Found"),
        ("failing", "answers 503 Service Unavailable"),
        ("cut", "broke off in the middle"),
        ("torn", "broke off in the middle"),
        ("brotli", "is packed as br"),
        ("gibberish", "gives no proper answer"),
        ("nonsense", r"redirects to http://\[, which is not an http or https address"),
        ("picture", "is an image, not text"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(site, page, said):
    """The sentence names the address and says what was wrong with it."""
    with pytest.raises(RefusedError, match=said) as refusal:
        fetch(f"{site}/{page}")
    assert str(refusal.value).startswith(f"{site}/{page} ")
    assert "\n" not in str(refusal.value)


def test_a_document_under_a_wrong_type_is_known_by_its_beginning(site):
    """Servers give PDF documents all sorts of types."""
    fetched = fetch(f"{site}/paper")
    with pytest.raises(RefusedError, match="/paper is a PDF document"):
        read_bytes(fetched.data, content_type=fetched.content_type, url=fetched.url)


def test_a_machine_that_does_not_listen_refuses():
    """The port was free a moment ago."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(RefusedError, match="the connection was refused"):
        fetch(f"http://127.0.0.1:{port}/")


def test_a_host_that_there_is_not_can_not_be_found():
    """The name is one that never exists (RFC 6761)."""
    with pytest.raises(RefusedError, match=r"nobody\.invalid/ can't be found"):
        fetch("http://nobody.invalid/")
