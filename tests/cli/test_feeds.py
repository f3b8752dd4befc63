"""`extract --feed`: what feeds list and was not read yet, each morning."""

from __future__ import annotations

import pytest


def rss(site, *numbers, closed=True):
    """A feed of these articles of the site, the last one the newest."""
    items = "".join(
        f"<item><title>Road {n}</title><link>{site.address}/news/{n}</link>"
        f"<pubDate>{n:02} Jan 2025 09:00:00 GMT</pubDate></item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>Roads</title>{items}' + ("</channel></rss>" if closed else "")


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    """Nothing goes by way of another machine."""
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def roads(site):
    """The address of a feed of three articles."""
    site.feeds["roads"] = rss(site, 1, 2, 3)
    return f"{site.address}/feeds/roads"


@pytest.fixture
def read(run):
    """`read(feed)`: the command, without pauses."""
    return lambda feed, options="": run(f"extract --feed {feed} --pause 0 {options}")


def test_what_a_feed_lists_is_read_in_one_step(run, read, roads):
    """The day that the feed gives is that of the article; the summary counts articles and candidates."""
    done = read(roads)
    assert done.status == 0, done.err
    assert [line.split()[1:4] for line in done.lines] == [["1", "wait", f"2025-01-0{n}"] for n in (3, 2, 1)]
    assert "read 3 articles of 1 feed: 3 new candidates\n" in done.err
    assert "`claimtrack review` goes through what waits" in done.err
    assert {source["title"] for source in run("sources --json").json} == {
        "The road 1",
        "The road 2",
        "The road 3",
    }
    assert len(run("history --json").json) == 1
    assert run("doctor").status == 0


def test_the_next_time_only_what_is_new_is_fetched(site, read, roads):
    """Nothing at all where the feed is as it was; an article is known by its address, however that is written."""
    read(roads)
    asked = len(site.asked)
    again = read(roads)
    assert (again.status, again.out) == (0, "")
    assert "read 0 articles of 1 feed: 0 new candidates" in again.err
    site.feeds["roads"] = rss(site, 1, 2, 3, 4).replace("/news/2<", "/news/2?utm_source=rss#top<")
    assert "read 1 article of 1 feed: 1 new candidate\n" in read(roads).err
    assert site.asked[asked:] == ["/news/4"]


def test_an_article_that_two_feeds_list_is_read_once(site, read, roads):
    """So is one that was read by its address before."""
    site.feeds["more"] = rss(site, 3, 4)
    done = read(f"{roads} --feed {site.address}/feeds/more --feed {roads}")
    assert "read 4 articles of 2 feeds: 4 new candidates" in done.err
    assert sorted(site.asked) == [f"/news/{n}" for n in (1, 2, 3, 4)]


def test_an_article_that_was_read_without_a_feed_is_not_fetched_again(site, run, read, roads):
    """By `extract`, or with a source that was added with its text."""
    run(f"extract {site.address}/news/2 --published 2025-01-02")
    read(roads)
    assert site.asked.count("/news/2") == 1


def test_a_page_that_fails_is_tried_three_times(site, read, roads):
    """It is said each time, the others are read, and in the end it is given up."""
    site.out_of_order = {"2"}
    first, second, third, fourth = (read(roads) for _ in range(4))
    assert "read 2 articles" in first.err
    assert [done.status for done in (first, second, third, fourth)] == [1, 1, 1, 0]
    page = f"{site.address}/news/2 answers 500 Internal Server Error"
    assert f"{page}; it is tried again the next time" in first.err
    assert f"{page}; it is tried again the next time" in second.err
    assert f"{page}; it is given up" in third.err
    assert site.asked.count("/news/2") == 3


def test_a_page_that_failed_is_read_once_it_is_there(site, read, roads):
    """Though the feed has nothing new."""
    site.out_of_order = {"2"}
    read(roads)
    site.out_of_order = set()
    assert "read 1 article of 1 feed: 1 new candidate" in read(roads).err


def test_what_was_undone_is_read_again(run, read, roads):
    """As if it had never been read."""
    read(roads)
    run("undo --yes")
    assert "read 3 articles of 1 feed: 3 new candidates" in read(roads).err


def test_so_many_articles_are_read_at_a_time(site, read, roads):
    """The newest first; what is left comes the next time, though the feed has nothing new then."""
    first = read(roads, "--limit 2")
    assert "read 2 articles of 1 feed: 2 new candidates; 1 more article waits for the next time" in first.err
    assert site.asked == ["/news/3", "/news/2"]
    assert "read 1 article of 1 feed: 1 new candidate\n" in read(roads, "--limit 2").err


def test_a_feed_of_ten_thousand_articles_is_no_burden(site, read):
    """The newest are read, and the rest is known to be there."""
    day = "<pubDate>03 Jan 2025 09:00:00 GMT</pubDate>"
    items = "".join(f"<item><link>{site.address}/news/{n}</link>{day}</item>" for n in range(10_000))
    site.feeds["long"] = f'<rss version="2.0"><channel>{items}</channel></rss>'
    done = read(f"{site.address}/feeds/long", "--limit 2")
    assert (
        "read 2 articles of 1 feed: 2 new candidates; 9998 more articles wait for the next time" in done.err
    )
    assert "9996 more articles" in read(f"{site.address}/feeds/long", "--limit 2").err
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("plain", "is no RSS or Atom feed"), ("cyrillic", "is no RSS or Atom feed"), ("picture", "an image"),
        ("failing", "503"), ("missing", "404"), ("loop", "redirects"), ("local", "redirects"), ("cut", "broke off"),
        ("gibberish", "no proper answer"), ("bomb", "is no RSS or Atom feed"),
    ],
)  # fmt: skip  # a row a case
def test_a_feed_that_can_not_be_read_stops_no_other(read, roads, path, words):
    """It is said in one sentence; alone, it leaves no file behind."""
    wrong = roads.replace("feeds/roads", path)
    alone = read(wrong)
    assert (alone.status, alone.out) == (1, "")
    assert words in alone.err
    assert "Created" not in alone.err
    both = read(f"{wrong} --feed {roads}")
    assert both.status == 1
    assert "read 3 articles of 2 feeds" in both.err


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes(site, read):
    """And asked for whole the next time, though it says that nothing has changed."""
    site.feeds["cut"] = rss(site, 1, 2, closed=False)
    done = read(f"{site.address}/feeds/cut")
    assert "feeds/cut is broken; 2 articles could be made out in it" in done.err
    assert "read 2 articles" in done.err
    assert "is broken" in read(f"{site.address}/feeds/cut").err


def test_a_feed_may_have_moved(site, read, roads):
    """It is known by the address that was given."""
    site.moved = roads
    assert "read 3 articles" in read(f"{site.address}/moved").err
    assert "read 0 articles" in read(f"{site.address}/moved").err


def test_pages_that_robots_txt_closes_are_not_fetched(site, read, roads):
    """It is said, as of a page that fails."""
    site.robots = "User-agent: *\nDisallow: /news/2\n"
    done = read(roads)
    assert done.status == 1
    assert f"/news/2 is closed to programs by {site.address}/robots.txt; it is tried again" in done.err
    assert sorted(site.asked) == ["/news/1", "/news/3"]


def test_for_cron_the_exit_status_says_that_something_waits(run, read, site, roads):
    """Until all is answered; then nothing is printed, but what failed."""
    site.feeds["empty"] = rss(site)
    quiet = read(f"{site.address}/feeds/empty", "--exit-code")
    assert (quiet.status, quiet.out) == (0, "")
    assert read(roads, "--exit-code").status == 3
    again = read(roads, "--exit-code")
    assert again.status == 3
    for source in (1, 2, 3):
        run(f"review {source} --reject all")
    assert (read(roads, "--exit-code").status, read(roads, "--exit-code").err) == (0, "")


def test_cron_sends_no_mail_about_articles_without_a_claim(read, site):
    """That there are new sources is said only where something waits."""
    item = f"<link>{site.address}/quiet</link><pubDate>03 Jan 2025 09:00:00 GMT</pubDate>"
    site.feeds["plain"] = f"<rss version='2.0'><channel><item>{item}</item></channel></rss>"
    done = read(f"{site.address}/feeds/plain", "--exit-code")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_what_may_be_about_claims_that_are_there_is_said(run, read, roads):
    """By their ids."""
    run("add 'The road 3 will be open by the end of June 2025' -s 'Bo Lund' --due 2025-05 --said 2024-12-01")
    assert "1 may be about claims you have: 1" in read(roads).err


@pytest.mark.parametrize(
    "words",
    [
        "{0}/roads\n# later\n\n{0}/more\n",
        """<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
        <outline type="rss" text="Roads" xmlUrl="{0}/roads" htmlUrl="https://example.org/"/>
        <outline xmlUrl="feed:{0}/more"/></outline></body></opml>""",
        "<opml><outline xmlUrl='{0}/roads'><outline xmlurl='{0}/more'",
    ],
)
def test_a_file_may_name_several_feeds(site, folder, read, roads, words):
    """One on a line, or as OPML, which may be broken."""
    site.feeds["more"] = rss(site, 4)
    (folder / "list.opml").write_text(words.format(roads.rpartition("/")[0]) + ">" * words.endswith("'"))
    assert "read 4 articles of 2 feeds" in read("list.opml").err


@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        ("extract --feed missing.opml", 2, "no file missing.opml"),
        ("extract --feed example.org/feed", 2, "write https://example.org/feed"),
        ("extract --feed ftp://example.org/feed", 2, "no address"),
        ("extract --feed lake.txt", 1, "lists no feeds"),
        ("extract --feed .", 1, "can't be read"),
        ("extract lake.txt --feed https://example.org/feed", 2, "no ARTICLE"),
        ("extract --feed https://example.org/feed --jobs 4", 2, "one page"),
        ("extract --feed https://example.org/feed --title X", 2, "--title is of one article"),
        ("extract --feed https://example.org/feed --limit 0", 2, "limit"),
        ("extract --feed https://example.org/feed --pause -1", 2, "pause"),
        ("extract lake.txt --exit-code", 2, "--feed"),
        ("extract", 2, "--feed"),
    ],
)
@pytest.mark.usefixtures("article")
def test_what_names_no_feed_is_refused(run, folder, line, status, words):
    """In a sentence, and nothing is written."""
    done = run(line)
    assert done.status == status
    assert words in done.err
    assert done.err.count("\n") == 1
    assert not (folder / "claims.db").exists()


def test_where_reading_stands_is_no_part_of_the_record(run, read, roads):
    """It is not logged; `merge` takes over what was found, and another file reads for itself."""
    read(roads, "--db ours.db")
    run("--db other.db add 'The bridge opens' -s 'Ada North'")
    assert run("--db other.db merge ours.db").status == 0
    assert run("--db other.db doctor").status == 0
    assert run("--db other.db review 1 --json").json[0]["speaker"] == "Bo Lund"
    assert "read 0 articles of 1 feed" in read(roads, "--db other.db").err
