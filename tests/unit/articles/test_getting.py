from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack import dates
from claimtrack.articles.getting import read_bytes, read_file, read_text
from claimtrack.errors import RefusedError
from claimtrack.model import When

SOURCE = Path(__file__).parents[3] / "src"
PARAGRAPHS = """
<p>Finance minister Ada North told the assembly on Monday that the state would spend no more than it takes in.</p>
<p>“We will balance the budget by 1 March,” she said, “and nobody’s pension will be cut for it.”</p>
<p>Her predecessor, Oleh Bilyk, made the same promise in each of the three years that he held the office.</p>
"""
PAGE = f"""<!doctype html>
<html lang="en"><head>
<title>Budget to balance by March - The Orla Courier</title>
<meta property="og:title" content="Budget to balance by March">
<meta property="og:site_name" content="The Orla Courier">
<meta name="author" content="Mira Vale">
<meta property="article:published_time" content="2025-02-03T23:30:00-05:00">
<meta property="article:modified_time" content="2025-02-07T10:00:00Z">
<link rel="canonical" href="https://courier.example.org/budget-by-march">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Budget to balance by March</h1>{PARAGRAPHS}</article>
<section class="comments"><p>Never believed a word of it, says a reader below the line.</p></section>
<footer>© 2024 The Orla Courier</footer>
</body></html>"""
DAY = When.day(date(2025, 2, 3))


def page(
    head="", body=PARAGRAPHS, *, around="<html><head>{}</head><body><article>{}</article></body></html>"
):
    """A page with such a head."""
    return read_bytes(around.format(head, body).encode(), content_type="text/html")


def read_date(words):
    """How the program reads the date of publishing, in March 2025."""
    return dates.read(words, field="published", today=date(2025, 3, 1)).when


def test_a_page_tells_everything_about_its_article():
    """The date is the one on the page's own calendar, the first one, and stated."""
    article = read_bytes(
        PAGE.encode(), content_type="text/html; charset=utf-8", url="https://short.example/x"
    )
    assert article.title == "Budget to balance by March"
    assert article.publisher == "The Orla Courier"
    assert article.url == "https://courier.example.org/budget-by-march"
    assert (article.published, article.published_guessed) == (DAY, False)


def test_the_main_text_is_the_article_alone():
    """Menus, readers' comments and the footer are not what was said in it."""
    text = read_bytes(PAGE.encode(), content_type="text/html").text
    assert "“We will balance the budget by 1 March,” she said" in text
    for other in ("Sport", "Never believed", "©"):
        assert other not in text


def test_what_a_page_does_not_say_stays_empty():
    """The name of its host is not its publisher."""
    article = read_bytes(
        f"<html><body>{PARAGRAPHS}</body></html>".encode(),
        content_type="text/html",
        url="https://courier.example.org/1",
    )
    assert (article.title, article.publisher, article.published) == (None, None, None)
    assert article.url == "https://courier.example.org/1"
    assert not article.published_guessed


def test_a_publisher_that_goes_by_its_host_is_named_so():
    """Many papers do."""
    head = (
        '<meta property="og:site_name" content="courier.example.org">'
        '<link rel="canonical" href="https://courier.example.org/1">'
    )
    assert page(head).publisher == "courier.example.org"


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"dateModified": "2025-02-07", "datePublished": "2025-02-03"}</script>',
        '<meta name="DC.date" content="2025-02-03"><meta name="dc.date" content="2025-02-03">',
        '<meta itemprop="datePublished" content="2025-02-03">',
        '<meta name="citation_publication_date" content="2025/02/03">',
    ],
)
def test_a_date_in_markup_for_it_is_stated(head):
    """Each of the vocabularies that papers use."""
    article = page(head)
    assert (article.published, article.published_guessed) == (DAY, False)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2025-02-03T08:00:00Z">',
        '<link rel="canonical" href="https://courier.example.org/2025/02/03/budget">',
    ],
)
def test_a_date_from_elsewhere_is_a_guess(head):
    """The day of a change, and a day in the address, may be other days."""
    article = page(head)
    assert (article.published, article.published_guessed) == (DAY, True)


def test_a_copyright_is_at_most_a_year():
    """A page that says 2024 in its footer alone was not published on 1 January."""
    article = page(body=PARAGRAPHS + "<footer>© 2024 The Orla Courier</footer>")
    assert str(article.published) in ("None", "2024")


def test_a_date_that_does_not_exist_is_not_taken():
    """What the libraries make of it is a guess, and said to be."""
    article = page('<meta property="article:published_time" content="2025-02-30">')
    assert article.published is None or article.published_guessed


def test_a_page_without_text_is_refused():
    """There is nothing to read claims in."""
    with pytest.raises(RefusedError, match=r"^empty\.html has no article text"):
        read_bytes(b"<html><body></body></html>", content_type="text/html", called="empty.html")


def test_nothing_of_the_libraries_talk_reaches_the_user():
    """Neither while a page can be read nor when it can't, even where Python shows every warning."""
    script = f"""
from claimtrack.articles.getting import read_bytes
from claimtrack.errors import RefusedError
print(read_bytes({PAGE.encode()!r}, content_type="text/html").title)
try:
    read_bytes(b"<html></html>", content_type="text/html")
except RefusedError:
    print("refused")
"""
    ran = _python("-W", "default", "-c", script)
    assert (ran.stdout, ran.stderr) == ("Budget to balance by March\nrefused\n", "")


def _python(*arguments):
    """What another Python, without pytest's own handling of logs and warnings, prints."""
    return subprocess.run(
        [sys.executable, *arguments],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )


def test_a_file_is_read_by_its_suffix_or_its_beginning(tmp_path):
    """A page may be saved under any name, and a text may speak of HTML."""
    saved, named, text = tmp_path / "page.HTM", tmp_path / "article", tmp_path / "note.txt"
    saved.write_text(PAGE, "utf-8")
    named.write_text(f"\n<!-- saved -->{PAGE}", "utf-8")
    text.write_text("<html> is how pages begin.", "utf-8")
    assert read_file(saved).title == read_file(named).title == "Budget to balance by March"
    assert read_file(text).text == "<html> is how pages begin."


def test_a_file_that_can_not_be_read_is_refused(tmp_path):
    """It is not there, or it is a folder, or there is nothing in it."""
    empty = tmp_path / "empty.md"
    empty.write_text(" \n", "utf-8")
    for path, said in (
        (tmp_path / "no.txt", "can't be read"),
        (tmp_path, "can't be read"),
        (empty, "has no text"),
    ):
        with pytest.raises(RefusedError, match=said) as refusal:
            read_file(path)
        assert str(refusal.value).startswith(str(path))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Budget to balance #\n\nNorth spoke.", "Budget to balance"),
        ("Budget to balance by March\n\nNorth spoke.", "Budget to balance by March"),
        ("Budget to balance by March\n==========\nNorth spoke.", "Budget to balance by March"),
        ("North spoke on Monday.\n\nShe promised.", None),
        ("North spoke on Monday\nand promised.\n\nMore.", None),
        ("#budget is trending\nand so on", None),
        ("word " * 40 + "\n\nMore.", None),
        ("Only a line", None),
        ("## Second-level\nNorth spoke.", None),
    ],
)
def test_a_text_has_a_title_only_where_it_clearly_is_one(text, title):
    """A heading, or a line alone above the text that does not end like a sentence."""
    assert read_text(text).title == title


def test_lines_on_top_tell_the_day_and_the_paper():
    """As pages come out when they are copied; the day is a guess, and the lines stay in the text."""
    text = "Monday03 February 2025\ncourier.example.org\n\nBudget to balance by March.\n\nNorth spoke."
    article = read_text(text, read_date=read_date)
    assert (article.published, article.published_guessed) == (DAY, True)
    assert (article.publisher, article.title) == ("courier.example.org", "Budget to balance by March.")
    assert article.text == text


@pytest.mark.parametrize("line", ["February 2025", "North spoke in 2025", "31 February 2025", "3 February"])
def test_a_line_that_is_no_day_is_no_date_of_publishing(line):
    """A month is not a day, and words are not a date."""
    article = read_text(f"{line}\n\nNorth spoke.", read_date=read_date)
    assert (article.published, article.published_guessed) == (None, False)


def test_text_is_kept_in_the_form_that_is_stored():
    """Offsets of quotations are those of the text that the database keeps."""
    assert read_text("\ufeffa\r\ne\N{COMBINING ACUTE ACCENT}\x07\n").text == "a\né"


@given(
    st.binary(max_size=200),
    st.sampled_from([None, "text/html", "text/plain", "text/plain; charset=utf-16", ";;"]),
)
@settings(max_examples=60)
@example(b"<html><p>\xf1\x00", "text/html; charset=\x00")
@example(b"<" * 99, "text/html")
@example(b"<!-- -->" * 24, None)
def test_any_bytes_are_read_or_refused(data, content_type):
    """Nothing that comes from outside ends in a traceback."""
    try:
        article = read_bytes(data, content_type=content_type)
    except RefusedError:
        return
    assert article.text.strip()


def test_reading_plain_text_loads_no_library():
    """Only pages pay for the half second that theirs takes."""
    script = (
        "import sys; from claimtrack.articles.getting.file import read_text;"
        "import claimtrack.articles.getting.address;"
        "read_text('a'); print({'trafilatura', 'lxml', 'charset_normalizer'} & sys.modules.keys())"
    )
    assert _python("-c", script).stdout == "set()\n"


ON_TOP = [
    "Published: February 3, 2025",
    "Published 3 February 2025",
    "First published: Mon 3 Feb 2025",
    "(Published 3 Feb 2025)",
    "**Published:** 3 February 2025",
    "PUBLISHED FEB 3, 2025 9:00 AM",
    "Posted on February 3, 2025",
    "Issued: 3 February 2025",
    "Date: 2025-02-03",
    "Last updated on Feb 3, 2025",
    "Updated: 3 Feb 2025 10:30 GMT",
    "Feb 3, 2025 | Updated Feb 6, 2025",
    "Updated 6 Feb 2025, first published 3 Feb 2025",
    "3 February 2025 (updated 7 February 2025)",
    "Published on 03 Feb 2025 · 4 min read",
    "February 3, 2025 — 10 min read",
    "2025-02-03T10:30:00Z",
    "2025-02-03 10:30",
    "2025/02/03",
    "03.02.2025 14:30",
    "Monday, February 3, 2025",
    "Mon 3 Feb 2025 06.00 GMT",
    "3 February 2025, 10:30 CET",
    "February 3, 2025 at 3:45 p.m. EST",
    "Feb. 3, 2025, 6:00 a.m. ET",
    "Feb 3rd, 2025",
    "By Jon Vale | February 3, 2025",
    "3 Feb 2025 • Jon Vale • The Orla Courier",
    "Orla, 3 February 2025",
    "Press release | 3 February 2025",
    "FOR IMMEDIATE RELEASE: February 3, 2025",
    "Опубликовано: 3 февраля 2025",
]
LONG_TITLE = "Ada North promises the assembly that the budget of the state will balance by the first of March"
SPOKE = "Ada North told the assembly on Monday that the state would spend no more than it takes in. " * 2


@pytest.mark.parametrize("line", ON_TOP)
@pytest.mark.parametrize(
    "layout",
    [
        "{day}\n\n{title}\n\n{text}",
        "{title}\n\n{day}\n\n{text}",
        "{title}\n{day}\n\n{text}",
        "{title}\nBy Jon Vale\n{day}\n\n{text}",
    ],
)
def test_the_day_is_read_from_a_line_about_it(line, layout):
    """Above the title, below it or below who wrote it; the day of a change only where there is no other."""
    article = read_text(layout.format(day=line, title=LONG_TITLE, text=SPOKE), read_date=read_date)
    assert (article.published, article.published_guessed, article.title) == (DAY, True, LONG_TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "ORLA, Feb 3 (Agency) – North spoke.",
        "ORLA, Feb. 3, 2025 (Agency) - North spoke.",
        "ORLA (Agency), 3 Feb — North spoke.",
        "ORLA, February 3 /Newswire/ -- North spoke.",
        "Budget to balance\n\nORLA, Ore., Feb. 3, 2025 – North spoke.",
    ],
)
def test_the_day_is_read_from_a_dateline(text):
    """Where an agency names no year, it is the last such day."""
    article = read_text(text, read_date=read_date)
    assert (article.published, article.published_guessed) == (DAY, True)


@pytest.mark.parametrize(
    "line",
    [
        "North spoke on February 3, 2025.",
        "Budget to balance by 3 February 2025",
        "The assembly meets on 3 Feb 2025",
        "© 2025 The Orla Courier",
    ],
)
def test_a_sentence_or_title_with_a_day_in_it_is_not_about_the_day(line):
    """The day stands in it for something else."""
    assert read_text(f"{line}\n\nNorth spoke.", read_date=read_date).published is None


@pytest.mark.parametrize(
    "facts",
    [
        '---\ntitle: "Budget: to balance"\ndate: 2025-02-03\nurl: https://c.example.org/1\nsource: Courier\n---\n',
        "---\ntitle: 'Budget: to balance'\npubDate: 2025-02-03\nlink: https://c.example.org/1\nsite: Courier\n---",
        '+++\ntitle = "Budget: to balance"\ndate = 2025-02-03\nurl = "https://c.example.org/1"\nsite = "Courier"\n+++',
    ],
)
def test_front_matter_states_the_facts_and_is_no_text(facts):
    """As site generators write it on top of Markdown."""
    article = read_text(f"{facts}\nNorth spoke.", read_date=read_date)
    assert (article.title, article.publisher, article.url) == (
        "Budget: to balance",
        "Courier",
        "https://c.example.org/1",
    )
    assert (article.published, article.published_guessed, article.text) == (DAY, False, "North spoke.")


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG_TITLE}\n\n{SPOKE}",
        f"{LONG_TITLE}\n{SPOKE}",
        f"3 Feb 2025\n{LONG_TITLE}\n{SPOKE}",
        LONG_TITLE.replace(" of the state", "\nof the state") + f"\n\n{SPOKE}",
    ],
)
def test_a_title_may_be_long_and_need_no_blank_line_below(text):
    """It stands above a whole paragraph, or was wrapped."""
    assert read_text(text, read_date=read_date).title == LONG_TITLE
