"""A web site on this machine for the tests that fetch: each path answers in a way of its own."""

from __future__ import annotations

import gzip
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

BRIDGE = """<!doctype html><html><head><meta charset="windows-1251"><title>Мост откроют к 1 мая</title></head>
<body><article><h1>Мост откроют к 1 мая</h1>
<p>Мэр Лугового Пётр Зимин обещал в среду, что ремонт моста через Орлу закончат к 1 мая.</p>
<p>«Мы закончим ремонт к 1 мая, деньги на него уже есть», — сказал он на заседании совета.</p>
</article></body></html>"""

EARLIER = (
    "Marta Lind said that the lake would freeze in 2026. "
    '"The bridge will open by 7 June 2025, and not a day later," Peter Vale said.'
)
LATER = "Ada North said that the road would be mended in 2027. Nothing else was told to anybody that evening."

NEWS = "The road {number}\n\nBo Lund said that the road {number} will be open by the end of {month} 2025.\n"
MONTHS = (
    "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "March", "April",
)  # fmt: skip  # a row


class Page(BaseHTTPRequestHandler):
    """Answers by the name of the path."""

    server: Site

    def do_GET(self):
        """Look up what the path's first word does."""
        if self.path == "/robots.txt" and self.server.robots is not None:
            self.give(self.server.robots.encode(), "text/plain")
            return
        name = self.path.strip("/").partition("/")[0]
        getattr(self, f"answer_{name}", self.answer_missing)()

    def answer_plain(self):
        """A short text, as text."""
        self.give(b"We will open the bridge by 1 May.", "text/plain; charset=utf-8")

    def answer_changing(self):
        """An article, and other words in its place once the site has changed."""
        self.give((LATER if self.server.changed else EARLIER).encode(), "text/plain; charset=utf-8")

    def answer_cyrillic(self):
        """A page that declares its encoding in itself alone."""
        self.give(BRIDGE.encode("cp1251"), "text/html")

    def answer_packed(self):
        """The same page, compressed."""
        self.give(gzip.compress(BRIDGE.encode("cp1251")), "text/html", **{"Content-Encoding": "gzip"})

    def answer_bomb(self):
        """A few kilobytes that become three megabytes."""
        self.give(gzip.compress(b"a" * 3_000_000), "text/html", **{"Content-Encoding": "gzip"})

    def answer_torn(self):
        """Compressed, and cut in the middle."""
        body = gzip.compress(BRIDGE.encode("cp1251"))[:-40]
        self.give(body, "text/html", **{"Content-Encoding": "gzip"})

    def answer_brotli(self):
        """Compressed in a way that was not asked for."""
        self.give(b"\x0b\x00\x80", "text/html", **{"Content-Encoding": "br"})

    def answer_hop(self):
        """Redirects as many times as the path says, then to a text."""
        left = int(self.path.rpartition("/")[2])
        self.redirect(f"/hop/{left - 1}" if left else "/plain")

    def answer_loop(self):
        """Redirects to itself."""
        self.redirect("/loop")

    def answer_local(self):
        """Redirects to a file of the reader's own."""
        self.redirect("file:///etc/hosts")

    def answer_nonsense(self):
        """Redirects to what is no address at all."""
        self.redirect("http://[")

    def answer_huge(self):
        """Says beforehand that it is too long."""
        self.give(b"", "text/html", **{"Content-Length": "99000000"})

    def answer_endless(self):
        """Never says how long it is, and never ends."""
        self.start("text/html")
        while not self.server.closing.is_set():
            self.wfile.write(b"<p>more</p>" * 1000)

    def answer_dripping(self):
        """Sends one byte at a time."""
        self.start("text/html")
        self.drip()

    def answer_headers(self):
        """Sends its headers one byte at a time."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        self.drip()

    def answer_cut(self):
        """Promises more than it sends."""
        self.give(b"<p>The mayor said", "text/html", **{"Content-Length": "5000"})

    def answer_gibberish(self):
        """Does not speak HTTP."""
        self.wfile.write(b"220 mail.example ready\r\n\r\n")

    def answer_picture(self):
        """An image."""
        self.give(b"\x89PNG\r\n", "image/png")

    def answer_paper(self):
        """A PDF document under the type of any bytes."""
        self.give(b"%PDF-1.7\n", "application/octet-stream")

    def answer_failing(self):
        """An error of the server."""
        self.start("text/html", status=503)

    def answer_moved(self):
        """Has gone to where a test says."""
        self.redirect(self.server.moved)

    def answer_busy(self):
        """Was asked too often."""
        self.start("text/html", status=429)

    def answer_feeds(self):
        """A feed that a test has put there under its name, or nothing new where it is asked for by what it gave."""
        name = self.path.rpartition("/")[2]
        feed = self.server.feeds[name]
        tag = f'"{hash(feed)}"'
        if self.headers["If-None-Match"] == tag:
            self.start("application/rss+xml", status=304)
        else:
            self.give(feed.encode(), "application/rss+xml; charset=utf-8", ETag=tag)

    def answer_quiet(self):
        """An article in which nobody claims anything."""
        self.give(b"The lake\n\nIt rained on the lake yesterday, and the boats stayed at home.", "text/plain")

    def answer_news(self):
        """An article of its own for each path, under a day that stands in it."""
        self.server.asked.append(self.path)
        number = self.path.rpartition("/")[2]
        if number in self.server.out_of_order:
            self.start("text/html", status=500)
            return
        text = NEWS.format(number=number, month=MONTHS[int(number) % 12])
        self.give(text.encode(), "text/plain; charset=utf-8")

    def answer_missing(self):
        """Echoes the path of a page that begins with %, else there is no such page."""
        if self.path.startswith("/%D0%BC"):
            self.give(self.path.encode(), "text/plain")
        else:
            self.start("text/html", status=404)

    def start(self, content_type, *, status=200, **headers):
        """The status and the headers."""
        self.send_response(status)
        for name, value in ({"Content-Type": content_type} | headers).items():
            self.send_header(name, value)
        self.end_headers()

    def give(self, body, content_type, **headers):
        """A whole answer."""
        self.start(content_type, **({"Content-Length": str(len(body))} | headers))
        self.wfile.write(body)

    def redirect(self, location):
        """An answer that leads elsewhere."""
        self.start("text/html", status=302, Location=location)

    def drip(self):
        """A byte every now and then, until the test is over."""
        while not self.server.closing.wait(0.05):
            self.wfile.write(b"a")
            self.wfile.flush()

    def log_message(self, *_):
        """Nothing is written to the screen."""


class Site(ThreadingHTTPServer):
    """The site, at `address` while it is entered."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Page)
        self.closing = Event()
        self.changed = False
        self.robots = None
        self.moved = ""
        self.feeds = {}
        self.out_of_order = set()
        self.asked = []
        self.address = f"http://127.0.0.1:{self.server_port}"

    def __enter__(self):
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.closing.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """A reader that went away is what some tests are about."""
