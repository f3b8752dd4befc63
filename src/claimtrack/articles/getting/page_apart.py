"""A long page, parsed by a process of its own that is ended where it takes too much time or memory."""

from __future__ import annotations

import json
import subprocess
import sys

from claimtrack.articles.getting.page_markup import Found, found_on
from claimtrack.errors import RefusedError

# Of the processor's time; a busy machine may take longer over them.
SECONDS = 8
SECONDS_ON_A_BUSY_MACHINE = 30
MOST_BYTES = 280_000_000
_ANSWER = "from claimtrack.articles.getting.page_apart import answer; answer()"


def found_apart(html: str, *, url: str | None, called: str) -> Found:
    """What another process finds on the page.

    Raises:
        RefusedError: it took too long, or too much memory.
    """
    try:
        done = subprocess.run(  # noqa: S603 - this very program, and nothing of the page on its command line
            [sys.executable, "-c", _ANSWER],
            input=json.dumps([html, url]).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS_ON_A_BUSY_MACHINE,
            check=True,
        )
        return Found(*json.loads(done.stdout))
    except (subprocess.SubprocessError, ValueError):
        raise RefusedError(
            f"{called} is too much for one article: copy its text into a file and name that"
        ) from None


def answer() -> None:
    """Read a page and its address from standard input, and write what is found on it, within the limits."""
    _limit()
    html, url = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(json.dumps(found_on(html, url)).encode())


def _limit() -> None:
    """Let no more time and memory be taken than an article needs, on the systems that can hold a process to it."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
