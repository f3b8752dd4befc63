"""Visits to many pages: what robots.txt asks is obeyed, and no host is asked more often than it can bear."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimtrack.articles.getting.address import NoPageError, fetch
from claimtrack.articles.getting.charset import decoded
from claimtrack.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from protego import Protego

    from claimtrack.articles.getting.address import Fetched

AGENT = "claimtrack"  # as robots.txt would name this program
LONGEST_PAUSE = 60.0  # seconds: what more a robots.txt asks for is meant for whoever comes all the time
PATIENCE = 3  # visits without an answer, one after another


class LeftAloneError(RefusedError):
    """A page that was not asked for, since its host gives no answer now or asks for quiet."""


@dataclass(slots=True)
class _Host:
    """What is known of a host: its robots.txt once it was read, from when it may be asked, how often it was silent."""

    root: str
    rules: Protego | None = None
    ready: float = 0.0
    silent: int = 0


class Visits:
    """Pages fetched with `pause` seconds between two from one host; `sleep` and `clock` are those of the system.

    A host that gave no answer three times running, or says that it was asked too often, is asked no more.
    """

    def __init__(
        self, *, pause: float = 1, seconds: float = 20, sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip  # as short as the call
        self._pause, self._seconds, self._sleep, self._clock = pause, seconds, sleep, clock
        self._hosts: dict[str, _Host] = {}

    def fetch(
        self, url: str, *, headers: Mapping[str, str] = MappingProxyType({}), named: bool = False
    ) -> Fetched:
        """What stands at an address; one that a person `named` is fetched whatever robots.txt says.

        Raises:
            LeftAloneError: its host is not asked now.
            RefusedError: it can't be had, or robots.txt asks programs not to read it.
        """
        host = self._host(url)
        if not named and not self._rules(host).can_fetch(url, AGENT):
            raise RefusedError(f"{url} is closed to programs by {host.root}/robots.txt")
        return self._asked(host, url, headers)

    def _host(self, url: str) -> _Host:
        try:
            parts = urlsplit(url)
        except ValueError:
            raise RefusedError(f"{url} is not a web address") from None
        root = f"{parts.scheme}://{parts.netloc.lower()}"
        return self._hosts.setdefault(root, _Host(root))

    def _rules(self, host: _Host) -> Protego:
        """What the host's robots.txt says: that is nothing where it has none, and all is closed while it is silent.

        So RFC 9309, 2.3.1, would have it.
        """
        if host.rules is None:
            from protego import Protego  # noqa: PLC0415  # only for whoever reads feeds

            try:
                text = decoded(self._asked(host, f"{host.root}/robots.txt", {}).data)
            except NoPageError as error:
                if error.answer is None or error.answer >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise LeftAloneError(str(error)) from error
                text = ""
            except LeftAloneError:
                raise
            except RefusedError:  # a page, a picture or a ring of redirects in its place
                text = ""
            host.rules = Protego.parse(text)
        return host.rules

    def _asked(self, host: _Host, url: str, headers: Mapping[str, str]) -> Fetched:
        """The answer of the host, once it may be asked again."""
        if host.silent >= PATIENCE:
            raise LeftAloneError(f"{host.root} gives no answer")
        if (wait := host.ready - self._clock()) > 0:
            self._sleep(wait)
        try:
            fetched = fetch(url, headers=headers, seconds=self._seconds)
        except NoPageError as error:
            if error.answer == HTTPStatus.TOO_MANY_REQUESTS:
                host.silent = PATIENCE
            elif error.answer in (None, HTTPStatus.SERVICE_UNAVAILABLE):
                host.silent += 1
            raise
        else:
            host.silent = 0
            return fetched
        finally:
            asked_for = host.rules.crawl_delay(AGENT) if host.rules else None
            host.ready = self._clock() + max(self._pause, min(asked_for or 0, LONGEST_PAUSE))
